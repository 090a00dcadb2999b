import type { Language } from '#kernel/localised.ts';

export type { Language };

/** The languages of the pages, Finnish first; named here so that the browser does not load the schemas of the kernel. */
export const languages = ['fi', 'sv', 'en'] as const satisfies readonly Language[];

/** The cookie that remembers the language of a visitor who has not signed in. It tells nothing else. */
export const languageCookie = 'polku-kieli';

/** The cookie that remembers that the one-key shortcuts are off (WCAG 2.1.4). */
export const shortcutsCookie = 'polku-nappaimet';

/** The wanted language when it is one of ours. */
export function knownLanguage(text: string | null | undefined): Language | undefined {
  return languages.find((language) => language === text);
}

/** The first language of ours in an Accept-Language header; Finnish when none is. */
export function languageOfHeader(header: string | null | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';');
      const weight = rest
        .map((piece) => /^\s*q=([\d.]+)$/.exec(piece)?.[1])
        .find((found) => found !== undefined);
      return { language: tag.slice(0, 2).toLowerCase(), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter((choice) => choice.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const choice of wanted) {
    const known = knownLanguage(choice.language);
    if (known !== undefined) return known;
  }
  return 'fi';
}

/** The value of one cookie in a Cookie header. */
export function cookieValue(header: string | null | undefined, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const [key, ...value] = part.trim().split('=');
    if (key === name) {
      try {
        return decodeURIComponent(value.join('='));
      } catch {
        return undefined;
      }
    }
  }
  return undefined;
}
