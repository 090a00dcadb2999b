import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CostModel,
  checkAidCeiling,
  checkFlatRateTotal,
  checkSum,
  costsOf,
  flatRate40,
  splitFunding,
  strictSplit,
  wagesFitting,
} from './budgets.ts';
import { formatCents, formatPercent } from './finnish-numbers.ts';
import { euros, parseEuros, percentHalfUp, perUnit, shareOf, splitByWeights, sumCents } from './money.ts';
import { unwrap } from './result.ts';

const nbsp = '\u00a0';

describe('sums that hold', () => {
  test.each([
    ['N-01', [34_720, 8_680], 43_400],
    ['N-02', [82_400, 20_600], 103_000],
    ['N-03', [43_400, 103_000, 103_000], 249_400],
    ['N-09', [180_648, 72_259], 252_907],
    ['N-10', [202_327, 50_580], 252_907],
    ['N-11', [2_000, 6_000, 4_000, 2_000], 14_000],
    ['N-12', [3_000, 500, 14_000], 17_500],
    ['N-13', [1_500, 2_000, 2_000, 4_000], 9_500],
  ])('%s', (_id, parts, total) => {
    expect(sumCents(parts.map(euros))).toBe(euros(total));
    expect(checkSum(parts.map(euros), euros(total))).toEqual([]);
  });

  test.each([
    ['N-01 2022', [43_400], 8_680, 34_720],
    ['N-02 2023 and 2024', [103_000], 20_600, 82_400],
    ['N-03 all years', [43_400, 103_000, 103_000], 49_880, 199_520],
    ['N-04 half up on the total', [872_188], 174_438, 697_750],
  ])('%s: 80 % and 20 %', (_id, lines, own, grant) => {
    const split = splitFunding({ lines: lines.map(euros), ownRate: 2000, rule: 'half-up-on-total' });
    expect(split).toEqual({
      ok: true,
      value: { total: sumCents(lines.map(euros)), own: euros(own), grant: euros(grant) },
    });
  });

  test('N-04: 20 % of 872 188 is 174 437,60 before rounding', () => {
    expect(percentHalfUp(euros(872_188), 2000)).toBe(17_443_760);
  });
  test('N-05: 86,01 % used, 90 241 unused', () => {
    const [granted, realised] = [euros(645_000), euros(554_759)];
    expect(formatPercent(shareOf(realised, granted) ?? 0, 'fi')).toBe(`86,01${nbsp}%`);
    expect(formatCents(granted - realised, 'fi')).toBe(`90${nbsp}241${nbsp}€`);
  });
  test('N-09: 40 % of 180 648 is 72 259,20, half up 72 259', () => {
    expect(percentHalfUp(euros(180_648), 4000)).toBe(7_225_920);
    expect(costsOf(flatRate40, euros(180_648))).toEqual({
      wages: euros(180_648),
      flat: euros(72_259),
      total: euros(252_907),
    });
  });
  test.each([
    [52, 486_360],
    [90, 281_008],
    [40, 632_268],
  ])('N-16: 252 907 € for %d', (count, cents) => {
    expect(perUnit(euros(252_907), count)).toBe(cents);
  });
});

describe('sums that do not hold are shown', () => {
  test('F-01: 34 000 × 1,4 is 47 600, printed 43 400; 31 000 would fit', () => {
    const [finding] = checkFlatRateTotal({
      wages: euros(34_000),
      total: euros(43_400),
      model: flatRate40,
      source: '000:88, 000:93',
    });
    expect(finding).toEqual({
      code: 'total-differs-from-flat-rate',
      grade: 'error',
      printed: { kind: 'cents', value: euros(43_400) },
      computed: { kind: 'cents', value: euros(47_600) },
      difference: { kind: 'cents', value: euros(-4_200) },
      source: '000:88, 000:93',
      hint: { code: 'wages-that-would-fit', values: { wages: { kind: 'cents', value: euros(31_000) } } },
    });
  });
  test('F-02: 74 000 × 1,4 is 103 600, printed 103 000; 73 571,43 fits and no whole euro', () => {
    const [finding] = checkFlatRateTotal({ wages: euros(74_000), total: euros(103_000), model: flatRate40 });
    expect(finding).toMatchObject({
      computed: { value: euros(103_600) },
      difference: { value: euros(-600) },
      hint: { code: 'no-whole-wages-fit', values: { wages: { value: 7_357_143 } } },
    });
  });
  test('F-03: prose of three years against the table', () => {
    const [finding] = checkFlatRateTotal({
      wages: euros(182_000),
      total: euros(249_400),
      model: flatRate40,
      grade: 'text-differs-from-table',
    });
    expect(finding).toMatchObject({ grade: 'text-differs-from-table', difference: { value: euros(-5_400) } });
  });
  test('003 has no such finding', () => {
    expect(checkFlatRateTotal({ wages: euros(180_648), total: euros(252_907), model: flatRate40 })).toEqual(
      [],
    );
  });
  test('F-05: 202 327 is 1,40 € over 80 % (80,0006 %); 202 325 / 50 582 is offered', () => {
    const [finding] = checkAidCeiling({
      grant: euros(202_327),
      total: euros(252_907),
      ceiling: 8000,
      source: '003:184-185',
    });
    expect(finding).toMatchObject({
      code: 'aid-over-ceiling',
      grade: 'warning',
      computed: { value: 20_232_560 },
      difference: { value: 140 },
      hint: { values: { grant: { value: euros(202_325) }, own: { value: euros(50_582) } } },
    });
    const share = finding?.hint?.values?.share;
    expect(share?.kind === 'share' && formatPercent(share.value, 'fi', 4)).toBe(`80,0006${nbsp}%`);
    expect(formatPercent(shareOf(euros(50_580), euros(252_907)) ?? 0, 'fi', 4)).toBe(`19,9994${nbsp}%`);
    expect(checkAidCeiling({ grant: euros(202_325), total: euros(252_907), ceiling: 8000 })).toEqual([]);
    expect(checkAidCeiling({ grant: euros(82_400), total: euros(103_000), ceiling: 8000 })).toEqual([]);
  });
  test('F-06: floor per cost line gives the printed pair of 003', () => {
    const lines = [euros(180_648), euros(72_259)];
    expect(unwrap(splitFunding({ lines, ownRate: 2000, rule: 'floor-per-line' }))).toEqual({
      total: euros(252_907),
      own: euros(50_580),
      grant: euros(202_327),
    });
    expect(unwrap(splitFunding({ lines, ownRate: 2000, rule: 'half-up-on-total' })).own).toBe(euros(50_581));
    expect(
      unwrap(splitFunding({ lines, ownRate: 2000, rule: 'entered', entered: euros(50_580) })).grant,
    ).toBe(euros(202_327));
    expect(splitFunding({ lines, ownRate: 2000, rule: 'entered' })).toMatchObject({
      error: { code: 'entered-amount-missing' },
    });
    expect(splitFunding({ lines, ownRate: 2000, rule: 'entered', entered: euros(300_000) })).toMatchObject({
      error: { code: 'entered-amount-out-of-range' },
    });
  });
  test('F-07: no whole-euro wage gives 872 188, and a model that is not stated computes nothing', () => {
    expect(wagesFitting(euros(872_188), 4000)).toEqual({ exact: 62_299_143 });
    const notStated: CostModel = { kind: 'not-stated' };
    expect(costsOf(notStated, euros(622_991))).toBeUndefined();
    expect(checkFlatRateTotal({ wages: euros(1), total: euros(872_188), model: notStated })).toEqual([]);
  });
  test('F-09: parts that do not make the total', () => {
    expect(checkSum([0, 0, 0, 0, 0], 10_000, '003:184-189')).toMatchObject([
      { code: 'parts-do-not-sum', difference: { value: 10_000 }, source: '003:184-189' },
    ]);
  });
});

describe('money is read exactly', () => {
  test.each([
    ['249.400 €', 24_940_000],
    ['872 188,00', 87_218_800],
    ['1752,00', 175_200],
    ['72 259,20 €', 7_225_920],
    ['0,1', 10],
    ['−600', -60_000],
  ])('%s', (text, cents) => {
    expect(parseEuros(text)).toEqual({ ok: true, value: cents });
  });
  test('what may be an English thousand is asked, not taken', () => {
    expect(parseEuros('4,350')).toEqual({ ok: false, error: { code: 'ambiguous', readings: [4.35, 4_350] } });
  });
  test('a third decimal is refused, zeros are not', () => {
    expect(parseEuros('1234,567')).toEqual({ ok: false, error: { code: 'too-precise' } });
    expect(parseEuros('1234,500')).toEqual({ ok: true, value: 123_450 });
    expect(parseEuros('9007199254740991')).toEqual({ ok: false, error: { code: 'not-a-number' } });
  });
  test('a fraction of a cent is a bug', () => {
    expect(() => euros(0.001)).toThrow(RangeError);
    expect(() => sumCents([1, 0.5])).toThrow(RangeError);
    expect(() => perUnit(100, 0)).toThrow(RangeError);
    expect(() => splitByWeights(100, [0, 0])).toThrow(RangeError);
  });
});

describe('parts always make the whole (X-05)', () => {
  const amount = fc.integer({ min: -1_000_000_000_00, max: 1_000_000_000_00 });
  const unit = fc.constantFrom('cent' as const, 'euro' as const);

  test('largest remainder', () => {
    expect(splitByWeights(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(splitByWeights(euros(100), [1, 1, 1], 'euro')).toEqual([3_400, 3_300, 3_300]);
    expect(splitByWeights(-100, [1, 0, 2])).toEqual([-33, 0, -67]);
  });
  test('any weights', () => {
    const weights = fc
      .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 12 })
      .filter((list) => list.some((weight) => weight > 0));
    fc.assert(
      fc.property(amount, weights, unit, (total, list, step) => {
        const parts = splitByWeights(total, list, step);
        expect(sumCents(parts)).toBe(total);
        const all = list.reduce((sum, weight) => sum + weight, 0);
        const slack = step === 'euro' ? 200 : 1;
        parts.forEach((part, index) => {
          expect(Math.abs(part - (total * (list[index] ?? 0)) / all)).toBeLessThanOrEqual(slack);
        });
      }),
    );
  });
  test('funding by any rule; the strict split never breaks the ceiling and leaves less than a unit', () => {
    const lines = fc.array(fc.integer({ min: 0, max: 100_000_000 }), { minLength: 1, maxLength: 8 });
    const rate = fc.integer({ min: 0, max: 10_000 });
    const rule = fc.constantFrom('half-up-on-total' as const, 'floor-per-line' as const);
    fc.assert(
      fc.property(lines, rate, rule, unit, (list, ownRate, name, step) => {
        const { total, own, grant } = unwrap(splitFunding({ lines: list, ownRate, rule: name, unit: step }));
        expect(own + grant).toBe(total);
        const strict = strictSplit(total, ownRate, step);
        expect(checkAidCeiling({ grant: strict.grant, total, ceiling: ownRate })).toEqual([]);
        const oneMore = { grant: strict.grant + (step === 'euro' ? 100 : 1), total, ceiling: ownRate };
        expect(checkAidCeiling(oneMore)).toHaveLength(1);
      }),
    );
  });
  test('the wages that fit do give the total', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000_000 }), (wage) => {
        const total = costsOf(flatRate40, euros(wage))?.total ?? 0;
        const { whole } = wagesFitting(total, 4000);
        expect(whole !== undefined && costsOf(flatRate40, whole)?.total).toBe(total);
      }),
    );
  });
});
