/** Letters without their marks, small: "Mäntyharju" is found by "mantyharju". */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

const wordsOf = (text: string) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Is every word of the search in the text? A word may stand inside a longer one ("tuki" in "palkkatuki"), its ending may
 * differ by a case, and in a word of at least five letters one slip of a letter is forgiven.
 */
export function findsWords(text: string, search: string): boolean {
  const there = wordsOf(text);
  return wordsOf(search).every((wanted) =>
    there.some((word) => word.includes(wanted) || nearly(word, wanted)),
  );
}

function nearly(word: string, wanted: string): boolean {
  if (wanted.length < 5) return false;
  // The beginning of the word decides; a longer ending is another case of it.
  return [-1, 0, 1].some((more) => oneSlip(word.slice(0, wanted.length + more), wanted));
}

/** Do the two differ by one letter that is wrong, missing, extra or swapped with its neighbour? */
function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  const rest = (one: string, skip: number) => one.slice(at + skip);
  return (
    rest(a, 1) === rest(b, 1) ||
    rest(a, 1) === rest(b, 0) ||
    rest(a, 0) === rest(b, 1) ||
    (a[at] === b[at + 1] && a[at + 1] === b[at] && rest(a, 2) === rest(b, 2))
  );
}
