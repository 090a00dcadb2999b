import { compareTexts } from './letters.ts';
import type { Language } from './localised.ts';

/** Languages offered in the list, by ISO 639 code: those spoken in Finland the most, and those asked for at work. */
export const offeredLanguages = [
  'fi', 'sv', 'en', 'ru', 'et', 'uk', 'ar', 'so', 'fa', 'ku', 'zh', 'sq', 'vi', 'th', 'tr', 'es', 'de', 'fr', 'pl',
  'ro', 'hu', 'bn', 'tl', 'ne', 'hi', 'ur', 'pt', 'it', 'nl', 'ja', 'ko', 'ta', 'ti', 'am', 'sw', 'ps', 'el', 'bg',
  'lv', 'lt', 'sr', 'hr', 'bs', 'cs', 'sk', 'no', 'da', 'is', 'he', 'id', 'my', 'ln', 'rw', 'ka', 'az', 'uz', 'kk',
  'se', 'smn', 'sms', 'rom', 'fse',
] as const; // biome-ignore format: a list of codes is read in rows

const ownNames: Readonly<Record<string, Record<Language, string>>> = {
  fse: { fi: 'suomalainen viittomakieli', sv: 'finskt teckenspråk', en: 'Finnish Sign Language' },
  rom: { fi: 'romanikieli', sv: 'romani', en: 'Romani' },
};

/** The name of a language in a language; the code itself when nobody knows it. */
export function languageName(code: string, language: Language): string {
  const own = ownNames[code]?.[language];
  if (own !== undefined) return own;
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** The list to choose from: the languages of the country first, then by name. */
export function languageChoices(language: Language): { code: string; name: string }[] {
  const [first, rest] = [offeredLanguages.slice(0, 3), offeredLanguages.slice(3)];
  const named = (codes: readonly string[]) =>
    codes.map((code) => ({ code, name: languageName(code, language) }));
  return [...named(first), ...named(rest).sort((a, b) => compareTexts(a.name, b.name))];
}
