import { describe, expect, test } from 'vitest';
import { checkRuleTable, findRuleOn, ruleOn } from './dated-rules.ts';
import { parseFinnishNumber } from './finnish-numbers.ts';
import { parseEuros, percentFloor, percentHalfUp, shareOf, splitByWeights } from './money.ts';
import { suppressTree } from './small-numbers.ts';
import { readTime } from './typed-days.ts';

describe('money at its edges', () => {
  test('is rounded down towards minus infinity, and half away from zero', () => {
    expect([-100, -101, 101].map((cents) => percentFloor(cents, 5_000))).toEqual([-50, -51, 50]);
    expect([-100, -101, 101].map((cents) => percentHalfUp(cents, 5_000))).toEqual([-50, -51, 51]);
    expect(percentFloor(-15_000, 10_000, 'euro')).toBe(-15_000);
    expect(percentFloor(-15_001, 10_000, 'euro')).toBe(-15_100);
  });

  test('is never a zero below zero', () => {
    expect(percentHalfUp(-1, 1_000)).toBe(0);
    expect(percentFloor(-0, 1_000)).toBe(0);
    expect(splitByWeights(-1, [1, 1])).toEqual([-1, 0]);
    expect(parseEuros('-0,00')).toEqual({ ok: true, value: 0 });
  });

  test('has no share of nothing', () => {
    expect([shareOf(1, 0), shareOf(0, 0), shareOf(0, 2), shareOf(1, 2)]).toEqual([
      undefined,
      undefined,
      0,
      0.5,
    ]);
  });

  test('leaves cents under a whole euro to the part with the largest remainder', () => {
    expect(splitByWeights(1_050, [1, 2], 'euro')).toEqual([300, 750]);
    expect(splitByWeights(1_000, [1, 1, 1], 'euro')).toEqual([400, 300, 300]);
  });
});

describe('numbers at their edges', () => {
  test.each(['-', '–', '—', '\u2212', ' — ', '€', ''])('“%s” is empty', (text) => {
    expect(parseFinnishNumber(text)).toEqual({ ok: false, error: { code: 'empty' } });
  });

  test('beyond 2^53 a number is none, also when it could be read in two ways', () => {
    expect(parseFinnishNumber('9007199254740991')).toEqual({ ok: true, value: 9_007_199_254_740_991 });
    expect(parseFinnishNumber('9007199254740992')).toMatchObject({ error: { code: 'not-a-number' } });
    expect(parseFinnishNumber('90071992547409920.5')).toMatchObject({ error: { code: 'not-a-number' } });
    // As a decimal it is near, as a whole number it is beyond.
    expect(parseFinnishNumber('900719925474099.20')).toEqual({
      ok: false,
      error: { code: 'ambiguous', readings: [900_719_925_474_099.2] },
    });
  });
});

describe('times of day at their edges', () => {
  test.each([
    ['0 am', undefined],
    ['1 am', '01:00'],
    ['12 am', '00:00'],
    ['12 pm', '12:00'],
    ['13 pm', undefined],
    ['0', '00:00'],
    ['23', '23:00'],
    ['24', undefined],
  ])('%s', (text, time) => {
    const read = readTime(text);
    expect(read.ok ? read.value : undefined).toBe(time);
  });
});

describe('a table of dated rules', () => {
  const rule = (id: string, from: string, to?: string) => ({
    id,
    from,
    ...(to === undefined ? {} : { to }),
    value: id,
    source: 'x',
    mark: '✔' as const,
  });
  const codes = (...rules: ReturnType<typeof rule>[]) => checkRuleTable(rules).map(({ code }) => code);

  test('goes on from the day after', () => {
    expect(codes(rule('a', '2024-01-01', '2024-12-31'), rule('b', '2025-01-01'))).toEqual([]);
    expect(codes(rule('b', '2025-01-01'), rule('a', '2024-01-01', '2024-12-31'))).toEqual([]);
    expect(codes(rule('a', '2024-01-01', '2025-01-01'), rule('b', '2025-01-01'))).toEqual(['overlap']);
    expect(codes(rule('a', '2024-01-01'), rule('b', '2025-01-01'))).toEqual(['overlap']);
    expect(codes(rule('a', '2024-01-01', '2024-12-30'), rule('b', '2025-01-01'))).toEqual(['gap']);
    expect(codes(rule('a', '2024-01-01', '2024-01-01'))).toEqual([]);
    expect(codes(rule('a', '2024-01-02', '2024-01-01'))).toEqual(['ends-before-it-begins']);
    expect(codes(rule('a', '2024-01-01', '2024-12-31'), rule('a', '2025-01-01'))).toEqual(['same-id']);
  });

  test('is in force from its first day to its last, and without a rule nothing is', () => {
    const rules = [rule('a', '2024-01-01', '2024-12-31'), rule('b', '2025-01-01')];
    const on = (day: string) => findRuleOn(rules, day)?.id;
    expect(['2023-12-31', '2024-01-01', '2024-12-31', '2025-01-01', '2099-01-01'].map(on)).toEqual([
      undefined,
      'a',
      'a',
      'b',
      'b',
    ]);
    expect(() => ruleOn(rules, '2023-12-31')).toThrow(RangeError);
  });
});

describe('small numbers hide no more than needed', () => {
  const shown = (counts: Record<string, number>, options = {}) =>
    [...suppressTree(new Map(Object.entries(counts)), options)]
      .map(([code, cell]) => `${code}:${cell.kind === 'number' ? cell.value : '*'}`)
      .join(' ');

  test.each<[string, Record<string, number>, object, string]>([
    ['nothing when nothing is small', { '': 30, 1: 10, 2: 20 }, {}, ':30 1:10 2:20'],
    ['the smallest beside it, not a larger one', { '': 100, 1: 3, 2: 10, 3: 87 }, {}, ':100 1:* 2:* 3:87'],
    ['two small ones guard one another', { '': 98, 1: 3, 2: 4, 3: 91 }, {}, ':98 1:* 2:* 3:91'],
    ['a group rather than the whole', { '': 103, 1: 3, 2: 100 }, {}, ':103 1:* 2:*'],
    ['the whole when there is no other group', { '': 3, 1: 3 }, {}, ':* 1:*'],
    ['a zero that may be told hides nothing', { '': 20, 1: 0, 2: 20 }, { showZero: true }, ':20 1:0 2:20'],
    ['a zero that may not be told', { '': 20, 1: 0, 2: 20 }, {}, ':20 1:* 2:*'],
    [
      'a group of the same branch rather than of another',
      { '': 60, 1: 23, 11: 3, 12: 20, 2: 37, 21: 30, 22: 7 },
      {},
      ':60 1:23 11:* 12:* 2:37 21:30 22:7',
    ],
    ['the limit itself is told', { '': 25, 1: 5, 2: 20 }, { limit: 5 }, ':25 1:5 2:20'],
  ])('%s', (_what, counts, options, expected) => {
    expect(shown(counts, options)).toBe(expected);
  });

  test('refuses a count that is none', () => {
    expect(() => suppressTree(new Map([['', -1]]))).toThrow(RangeError);
    expect(() => suppressTree(new Map([['1', 0.5]]))).toThrow(RangeError);
  });
});
