const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  auml: 'ä',
  Auml: 'Ä',
  ouml: 'ö',
  Ouml: 'Ö',
  aring: 'å',
  ndash: '–',
};
const tag = /<\/?[a-z][^<>]*>|<\/?[a-z][^<>]*$/gi;

/** Has the text tags of HTML (F-17)? */
export const hasMarkup = (text: string): boolean => /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/i.test(text);

/** The words of a text with tags: an item of a list becomes ` - `, the next paragraph `; `, the rest of the tags are gone. */
export function withoutMarkup(text: string): string {
  return text
    .replaceAll(/(?<=\p{L})\s*<\/p>\s*<p\b[^<>]*>\s*(?=\p{L})/giu, '; ')
    .replaceAll(/<li\b[^<>]*>/gi, ' - ')
    .replaceAll(/<br\s*\/?>/gi, ' ')
    .replaceAll(tag, ' ')
    .replaceAll(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/(?: - ){2,}/g, ' - ')
    .trim();
}
