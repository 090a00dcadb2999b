import { expect, test } from 'vitest';
import { formatOf } from './format.ts';

const space = '\u00A0';

test.each([
  [
    'fi',
    '5.12.2026',
    `5.12.2026 klo${space}0.30`,
    `252${space}907${space}€`,
    `1${space}752,50${space}€`,
    `42${space}%`,
  ],
  [
    'sv',
    '5.12.2026',
    `5.12.2026 kl.${space}0.30`,
    `252${space}907${space}€`,
    `1${space}752,50${space}€`,
    `42${space}%`,
  ],
  ['en', '5 December 2026', `5 December 2026 at${space}00:30`, '€252,907', '€1,752.50', '42%'],
] as const)(
  '%s writes days, instants, money and percents in its own way',
  (language, day, instant, whole, cents, percent) => {
    const format = formatOf(language);
    expect(format.day('2026-12-05')).toBe(day);
    // 22.30 in Greenwich is the next day in Finland.
    expect(format.instant('2026-12-04T22:30:00Z')).toBe(instant);
    expect(format.money(25290700)).toBe(whole);
    expect(format.money(175250)).toBe(cents);
    expect(format.percent(0.42)).toBe(percent);
  },
);

test('a negative sum keeps its sign, and a BigInt is money too', () => {
  expect(formatOf('en').money(-150)).toBe('-€1.50');
  expect(formatOf('fi').money(100n)).toBe(`1${space}€`);
});

test('what is absent or no day is an empty text', () => {
  const format = formatOf('fi');
  expect([format.day(undefined), format.day('eilen'), format.instant(''), format.number(undefined)]).toEqual([
    '',
    '',
    '',
    '',
  ]);
});

test('words stand in the order of the language', () => {
  expect(['Ö', 'Z', 'Å', 'A', 'Ä'].sort(formatOf('fi').compare)).toEqual(['A', 'Z', 'Å', 'Ä', 'Ö']);
  expect(formatOf('fi').list(['a', 'b', 'c'])).toBe('a, b ja c');
});
