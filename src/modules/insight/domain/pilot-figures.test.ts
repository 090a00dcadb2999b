import { expect, it } from 'vitest';
import { median, shareOfTarget } from './pilot-figures.ts';

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
