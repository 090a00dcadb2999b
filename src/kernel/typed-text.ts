import { composed } from './composed.ts';

/** No field of a form, parameter of an address or text of the API is longer than this. Characters. */
export const longestText = 200_000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are just what is looked for
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/g;

/** Have no look of their own, and make two words that look alike differ; or turn round what others read (overrides). */
const unseen = /[\u00ad\u200b\u2060-\u2064\u202d\u202e]/g;

/** Joiners and direction marks belong to letters and emoji; alone they are nothing to read. */
const readable = /[^\s\p{Cf}\p{M}]/u;
const invisible = /\p{Cf}/u;

/**
 * A text from outside as the house keeps it: one form of letters (NFC), one line end, no NUL, no other characters that
 * cannot be seen or kept. Nothing that a person can read goes.
 */
export function cleanText(text: string): string {
  const clean = composed(
    text
      .toWellFormed()
      .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
      .replace(controls, '')
      .replace(unseen, ''),
  );
  return readable.test(clean) || !invisible.test(clean) ? clean : '';
}

/** The same for every text inside a value that came as JSON or as a query. Names of fields are cleaned too. */
export function cleanTexts(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanTexts);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [cleanText(name), cleanTexts(inner)]),
  );
}

/** An address's parameters cleaned (`?search=a%00b`); the address itself when nothing was wrong with it. */
export function cleanSearch(address: string): string {
  const at = address.indexOf('?');
  if (at < 0) return address;
  const given = [...new URLSearchParams(address.slice(at + 1))];
  const cleaned = given.map(([name, value]) => [cleanText(name), cleanText(value)]);
  const same = cleaned.every(
    ([name, value], index) => name === given[index]![0] && value === given[index]![1],
  );
  return same ? address : `${address.slice(0, at)}?${new URLSearchParams(cleaned)}`;
}

/** May a field be called so? No step of its name is what every object has (`constructor`, `__proto__`). */
export const isFieldName = (name: string): boolean =>
  name.split('.').every((step) => step !== 'prototype' && !(step in Object.prototype));

/** How long a text may be that something is searched by, in characters. */
export const longestSearch = 200;
