import { lettersInPlace, withoutDots } from '#kernel/letters.ts';

/**
 * Words as they are compared: small letters without dots and accents, punctuation as spaces, a leading number of a
 * section taken off. `2 Hakijan perustiedot:` and `HAKIJAN  PERUSTIEDOT` fold to the same.
 */
export function fold(text: string): string {
  return plainLetters(text)
    .replaceAll(/[^a-z0-9+%§]+/g, ' ')
    .trim()
    .replace(/^(?:\d{1,2}(?: \d{1,2})*|[ivx]{1,4}|[a-h]) (?=\D)/, '');
}

/** Small letters without dots and accents; everything else as it was. */
export const plainLetters = (text: string): string => withoutDots(lettersInPlace(text));

/** How many slips a known phrase of this length forgives: none in a short one. */
export function maxEdits(length: number): number {
  return length < 6 ? 0 : length < 10 ? 1 : length < 20 ? 2 : 3;
}
