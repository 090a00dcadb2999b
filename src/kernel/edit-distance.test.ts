import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildNearFinder } from './edit-distance.ts';

/** The whole table, for comparison (optimal string alignment). */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      let cell = Math.min(
        rows[i - 1]![j]! + 1,
        rows[i]![j - 1]! + 1,
        rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cell = Math.min(cell, rows[i - 2]![j - 2]! + 1);
      rows[i]![j] = cell;
    }
  }
  return rows[a.length]![b.length]!;
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 8 });

it('finds exactly the words that a full comparison finds', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { minLength: 1, maxLength: 40 }),
      word,
      fc.constantFrom(1, 2),
      (words, typed, limit) => {
        const sorted = words.toSorted();
        const found = new Map<string, number>();
        buildNearFinder(sorted).near(typed, limit, false, (place, edits) => found.set(sorted[place]!, edits));
        const expected = new Map(
          sorted.flatMap((text) =>
            distance(typed, text) <= limit ? [[text, distance(typed, text)] as const] : [],
          ),
        );
        expect(found).toEqual(expected);
      },
    ),
    { numRuns: 500 },
  );
});

it('finds the words some beginning of which is near what was typed', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { minLength: 1, maxLength: 40 }),
      word,
      fc.constantFrom(1, 2),
      (words, typed, limit) => {
        fc.pre(typed.length > limit);
        const sorted = words.toSorted();
        const found = new Map<string, number>();
        buildNearFinder(sorted).near(typed, limit, true, (place, edits) => found.set(sorted[place]!, edits));
        const nearest = (text: string): number =>
          Math.min(...Array.from({ length: text.length }, (_, at) => distance(typed, text.slice(0, at + 1))));
        const expected = new Map(
          sorted.flatMap((text) => (nearest(text) <= limit ? [[text, nearest(text)] as const] : [])),
        );
        expect(found).toEqual(expected);
      },
    ),
    { numRuns: 500 },
  );
});
