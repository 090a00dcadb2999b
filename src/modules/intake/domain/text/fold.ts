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
export function plainLetters(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

/**
 * How many slips of the pen there are between two words: letters missing, added, changed or swapped with the next.
 * @param limit counting stops beyond it, and `limit + 1` is given
 */
export function slipsBetween(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row];
    for (let at = 1; at <= b.length; at += 1) {
      const same = a[row - 1] === b[at - 1];
      let least = Math.min(last[at]! + 1, next[at - 1]! + 1, last[at - 1]! + (same ? 0 : 1));
      if (row > 1 && at > 1 && a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1])
        least = Math.min(least, before[at - 2]! + 1);
      next.push(least);
    }
    if (Math.min(...next) > limit) return limit + 1;
    before = last;
    last = next;
  }
  return last[b.length]!;
}

/** How many slips a known phrase of this length forgives: none in a short one. */
export function slipsForgiven(length: number): number {
  return length < 6 ? 0 : length < 10 ? 1 : length < 20 ? 2 : 3;
}
