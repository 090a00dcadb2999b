import { type Language, languages } from '#kernel/localised.ts';

/** The language of ours that the header likes best; undefined when it names none. */
export function wantedLanguage(header: string | undefined): Language | undefined {
  const choices = (header ?? '').split(',').map((part) => {
    const [tag = '', ...rest] = part.trim().split(';');
    const weight = /q=([\d.]+)/.exec(rest.join(';'))?.[1];
    return { tag: tag.slice(0, 2).toLowerCase(), weight: weight === undefined ? 1 : Number(weight) };
  });
  for (const { tag, weight } of choices.toSorted((a, b) => b.weight - a.weight)) {
    const known = languages.find((language) => language === tag);
    if (known && weight > 0) return known;
  }
  return undefined;
}
