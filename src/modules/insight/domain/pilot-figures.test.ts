import fc from 'fast-check';
import { expect, it } from 'vitest';
import { median, monthsOf, safeCurve, shareOfTarget } from './pilot-figures.ts';

it('the promise of the pilot: four of five of 50 are 40 employed (003:107, N-14)', () => {
  expect((50 * 4) / 5).toBe(40);
  expect(shareOfTarget(40, 50)).toBe(80);
  expect(shareOfTarget(23, 40)).toBe(57.5);
  expect(shareOfTarget(0, 40)).toBe(0);
  expect(shareOfTarget(3, undefined)).toBeUndefined();
});

it('the median stands in the middle', () => {
  expect(median([])).toBeUndefined();
  expect(median([9, 1, 4])).toBe(4);
  expect(median([1, 2, 10, 40])).toBe(6);
});

it('a pilot over new year has its months', () => {
  expect(monthsOf('2026-11-20', '2027-01-01')).toEqual(['2026-11', '2026-12', '2027-01']);
  expect(monthsOf('2026-11-20', '2026-11-01')).toEqual(['2026-11']);
});

it('a curve shows no small step: neither a small point nor a small rise', () => {
  const words = (points: number[]) =>
    safeCurve(points, 5).map((cell) => (cell.kind === 'number' ? cell.value : cell.kind));
  expect(words([0, 6, 8, 20, 20])).toEqual([0, 'hidden', 8, 20, 20]);
  expect(words([2, 3])).toEqual(['hidden', 'hidden']);
  expect(words([0, 0, 3])).toEqual([0, 0, 'hidden']);
  fc.assert(
    fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 12 }), (rises) => {
      let sum = 0;
      const shown = safeCurve(
        rises.map((rise) => {
          sum += rise;
          return sum;
        }),
        5,
      ).flatMap((cell) => (cell.kind === 'number' ? [cell.value] : []));
      shown.forEach((value, i) => {
        const rise = value - (shown[i - 1] ?? 0);
        expect(rise === 0 || rise >= 5).toBe(true);
      });
    }),
  );
});
