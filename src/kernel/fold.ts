import { lettersInPlace, withoutDots } from './letters.ts';

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
