/**
 * Finds the words within a few edits (a letter wrong, missing, added, or two swapped) of what was typed, in a sorted
 * list, going down the words as in a tree: rows of the edit table that neighbouring words share are made once, and
 * a beginning that is already too far is passed over with all its words.
 */
export type NearFinder = {
  /**
   * Calls `found` with the place of each word in the list and its number of edits. With `asPrefix` the word may go on
   * after what was typed. At most `limit` edits.
   */
  near(typed: string, limit: number, asPrefix: boolean, found: (place: number, edits: number) => void): void;
};

/**
 * How many edits there are between two words.
 * @param limit counting stops beyond it, and `limit + 1` is given
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  let counted = limit + 1;
  if (Math.abs(a.length - b.length) <= limit)
    buildNearFinder([b]).near(a, limit, false, (_place, edits) => {
      counted = edits;
    });
  return counted;
}

/** A finder over words that are sorted by code unit. */
export function buildNearFinder(sorted: readonly string[]): NearFinder {
  const shared = new Uint8Array(sorted.length);
  for (let place = 1; place < sorted.length; place += 1) {
    const before = sorted[place - 1]!;
    const word = sorted[place]!;
    const most = Math.min(before.length, word.length, 255);
    let length = 0;
    while (length < most && before.charCodeAt(length) === word.charCodeAt(length)) length += 1;
    shared[place] = length;
  }

  return {
    near(typed, limit, asPrefix, found) {
      const width = typed.length + 1;
      const depthLimit = typed.length + limit;
      const rows = new Uint8Array(width * (depthLimit + 2));
      for (let column = 0; column < width; column += 1) rows[column] = column;
      // the smallest last cell of the rows so far, for `asPrefix`
      const bestEnd = new Uint8Array(depthLimit + 2).fill(far);
      let done = 0; // rows made for the present word
      let deadAt = 256; // depth at which the present beginning was too far
      for (let place = 0; place < sorted.length; place += 1) {
        const common = shared[place]!;
        if (common >= deadAt) continue;
        deadAt = 256;
        const word = sorted[place]!;
        const depth = Math.min(word.length, depthLimit);
        let row = Math.min(done, common);
        for (; row < depth; row += 1) {
          const least = nextRow(
            rows,
            width,
            row,
            typed,
            word.charCodeAt(row),
            row === 0 ? 0 : word.charCodeAt(row - 1),
            limit,
          );
          const end = rows[(row + 1) * width + width - 1]!;
          bestEnd[row + 1] = Math.min(row === 0 ? far : bestEnd[row]!, end);
          if (least > limit && (!asPrefix || bestEnd[row + 1]! > limit)) {
            row += 1;
            deadAt = row;
            break;
          }
          if (asPrefix && least > limit) {
            row += 1;
            break;
          }
        }
        done = row;
        if (deadAt !== 256) continue;
        if (asPrefix) {
          const edits = bestEnd[Math.min(done, depthLimit)]!;
          if (edits <= limit) found(place, edits);
        } else if (word.length <= depthLimit) {
          const edits = rows[word.length * width + width - 1]!;
          if (edits <= limit) found(place, edits);
        }
      }
    },
  };
}

/**
 * Fills the row after `row` and gives its smallest cell (optimal string alignment distance). Only cells within
 * `limit` of the diagonal can be within the limit, so only they are computed; the cells beside them are far.
 */
function nextRow(
  rows: Uint8Array,
  width: number,
  row: number,
  typed: string,
  letter: number,
  letterBefore: number,
  limit: number,
): number {
  const from = row * width;
  const to = from + width;
  const before = from - width;
  const first = Math.max(1, row + 1 - limit);
  const last = Math.min(width - 1, row + 1 + limit);
  let least = row + 1 <= limit ? row + 1 : far;
  rows[to + first - 1] = first === 1 ? Math.min(row + 1, far) : far;
  if (last < width - 1) rows[to + width - 1] = far;
  for (let column = first; column <= last; column += 1) {
    const typedLetter = typed.charCodeAt(column - 1);
    let cell = rows[from + column - 1]! + (typedLetter === letter ? 0 : 1);
    const above = column > row + limit ? far : rows[from + column]! + 1;
    if (above < cell) cell = above;
    const left = rows[to + column - 1]! + 1;
    if (left < cell) cell = left;
    if (row > 0 && column > 1 && letter === typed.charCodeAt(column - 2) && letterBefore === typedLetter) {
      const swapped = rows[before + column - 2]! + 1;
      if (swapped < cell) cell = swapped;
    }
    rows[to + column] = cell;
    if (cell < least) least = cell;
  }
  return least;
}

/** More edits than any limit; small enough that adding to it does not overflow a byte. */
const far = 100;
