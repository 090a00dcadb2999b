import { expect, test } from 'vitest';
import { beginningOf } from './words.ts';

test.each([
  ['lyhyt', 10, 'lyhyt'],
  ['kaksi sanaa ja lisää', 12, 'kaksi sanaa …'],
  ['ä'.repeat(500), 60, `${'ä'.repeat(60)} …`],
  [`a ${'ä'.repeat(500)}`, 60, `a ${'ä'.repeat(58)} …`],
])('the beginning of a text is never longer than its place: %#', (text, most, beginning) =>
  expect(beginningOf(text, most)).toBe(beginning),
);
