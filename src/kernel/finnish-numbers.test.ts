import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCents, formatNumber, formatPercent, parseFinnishNumber } from './finnish-numbers.ts';

const nbsp = '\u00a0';
const narrow = '\u202f';
const minus = '\u2212';

describe('numbers as the documents print them (F-04)', () => {
  test.each([
    ['000:86', '249.400 €', 249_400],
    ['000:88', '34 000 €', 34_000],
    ['000:88', '74.000 €', 74_000],
    ['000:88', '8680', 8_680],
    ['000:88', '20.600', 20_600],
    ['000:88', '80 %', 80],
    ['000:91', '34720', 34_720],
    ['000:91', '82 400', 82_400],
    ['000:92', '20600', 20_600],
    ['000:93', '43400', 43_400],
    ['000:93', '103000', 103_000],
    ['001:26', '1752,00', 1_752],
    ['001:26', '1752,00 euroa', 1_752],
    ['001:28', '872 188,00', 872_188],
    ['001:28', '174 438,00', 174_438],
    ['002:107', '645 000', 645_000],
    ['002:109', '554 759', 554_759],
    ['003:119', '2000 euroa', 2_000],
    ['003:119', '14 000', 14_000],
    ['003:133', '17500 euroa', 17_500],
    ['003:141', '9500', 9_500],
    ['003:176', '180 648', 180_648],
    ['003:177', '72 259', 72_259],
    ['003:179', '252 907', 252_907],
    ['003:184', '202 327', 202_327],
    ['003:185', '50 580', 50_580],
    ['003:189', '100,00', 100],
  ])('%s %s', (_source, printed, value) => {
    expect(parseFinnishNumber(printed)).toEqual({ ok: true, value });
  });

  test.each([
    [`34${nbsp}000${nbsp}€`, 34_000],
    [`872${narrow}188,00`, 872_188],
    [`${minus}4${nbsp}200`, -4_200],
    ['-4 200', -4_200],
    ['–600', -600],
    ['+5 400', 5_400],
    ['  12 ', 12],
    ['0', 0],
    ['-0', 0],
    ['0,125', 0.125],
    ['1.234', 1_234],
    ['1.234,56', 1_234.56],
    ['1.234.567', 1_234_567],
    ['1234,567', 1_234.567],
    ['12 345,678', 12_345.678],
    ['72 259,20 €', 72_259.2],
    ['€ 100', 100],
    ['80,0006 %', 80.0006],
  ])('%j is %d', (printed, value) => {
    expect(parseFinnishNumber(printed)).toEqual({ ok: true, value });
  });
});

describe('what can be read in two ways is asked', () => {
  test.each([
    ['1.5', [1.5, 15]],
    ['12.34', [12.34, 1_234]],
    ['1752.00', [1_752, 175_200]],
    ['0.500', [0.5, 500]],
    ['1,234', [1.234, 1_234]],
    ['-1,234', [-1.234, -1_234]],
    ['249,400 €', [249.4, 249_400]],
    ['34 000.50', [34_000.5]],
    ['1 234.567', [1_234.567, 1_234_567]],
    ['1,234,567', [1_234_567]],
    ['1,234.56', [1_234.56]],
    ['1.234 567', [1_234_567]],
  ])('%j → %j', (printed, readings) => {
    expect(parseFinnishNumber(printed)).toEqual({ ok: false, error: { code: 'ambiguous', readings } });
  });
});

describe('no numbers', () => {
  test.each(['', '   ', nbsp, '-', '–', '€', ' % '])('%j is empty', (printed) => {
    expect(parseFinnishNumber(printed)).toEqual({ ok: false, error: { code: 'empty' } });
  });
  test.each([
    'noin 2000',
    '3.7.2023',
    '17.03.2023',
    'abc',
    '82 40',
    '1 5',
    '0 500',
    '5,',
    ',5',
    '1,2,3',
    '1..000',
    '12.34,56',
    '1e5',
    '--5',
    '5-',
    'Infinity',
    '99999999999999999999',
    'S21576',
  ])('%j is not a number', (printed) => {
    expect(parseFinnishNumber(printed)).toEqual({ ok: false, error: { code: 'not-a-number' } });
  });
});

describe('printing (rules.md C4)', () => {
  test.each([
    [formatCents(25_290_700, 'fi'), `252${nbsp}907${nbsp}€`],
    [formatCents(25_290_700, 'sv'), `252${nbsp}907${nbsp}€`],
    [formatCents(25_290_700, 'en'), '€252,907'],
    [formatCents(7_225_920, 'fi'), `72${nbsp}259,20${nbsp}€`],
    [formatCents(25_290_700, 'fi', 2), `252${nbsp}907,00${nbsp}€`],
    [formatCents(-60_000, 'fi'), `${minus}600${nbsp}€`],
    [formatCents(-0, 'fi'), `0${nbsp}€`],
    [formatNumber(9_500, 'fi'), `9${nbsp}500`],
    [formatNumber(9_500, 'sv'), `9${nbsp}500`],
    [formatNumber(1.5, 'fi'), '1,5'],
    [formatNumber(-4_200, 'sv'), `${minus}4${nbsp}200`],
    [formatPercent(0.8001, 'fi'), `80,01${nbsp}%`],
    [formatPercent(554_759 / 645_000, 'fi'), `86,01${nbsp}%`],
    [formatPercent(202_327 / 252_907, 'fi', 4), `80,0006${nbsp}%`],
    [formatPercent(0.8, 'en'), '80%'],
  ])('%s', (printed, wanted) => {
    expect(printed).toBe(wanted);
  });

  test('what is printed in Finnish and Swedish is read back to the same number', () => {
    const whole = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
    fc.assert(
      fc.property(whole, fc.constantFrom('fi' as const, 'sv' as const), (cents, language) => {
        const value = cents === 0 ? 0 : cents / 100;
        expect(parseFinnishNumber(formatCents(cents, language))).toEqual({ ok: true, value });
        expect(parseFinnishNumber(formatNumber(cents, language))).toEqual({ ok: true, value: cents });
      }),
    );
  });

  test('no text makes the parser throw or give a value that is not finite', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0123456789., -€%\u00a0\u2212x'), maxLength: 14 });
    fc.assert(
      fc.property(text, (printed) => {
        const parsed = parseFinnishNumber(printed);
        if (parsed.ok) expect(Number.isFinite(parsed.value)).toBe(true);
        else if (parsed.error.code === 'ambiguous') expect(parsed.error.readings.length).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });
});
