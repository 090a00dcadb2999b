import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BusinessId, makeBusinessId, parseBusinessId } from './business-id.ts';
import { addDays } from './days.ts';
import {
  IdentityCode,
  isTemporaryIdentityCode,
  makeTemporaryIdentityCode,
  maskIdentityCode,
  parseIdentityCode,
} from './identity-code.ts';

describe('identity code (rules.md C4)', () => {
  test.each([
    ['150397-9005', '1997-03-15'],
    ['010101A901S', '2001-01-01'],
    ['290204A902E', '2004-02-29'],
    ['311299Y903B', '1999-12-31'],
    ['010195X9044', '1995-01-01'],
    ['290204B905J', '2004-02-29'],
  ])('%s was born %s and is temporary', (code, birthDate) => {
    expect(parseIdentityCode(code)).toEqual({ ok: true, value: { code, birthDate, isTemporary: true } });
  });
  test('the published 131052-308T passes and is not temporary', () => {
    expect(parseIdentityCode(' 131052-308t ')).toEqual({
      ok: true,
      value: { code: '131052-308T', birthDate: '1952-10-13', isTemporary: false },
    });
    expect(isTemporaryIdentityCode('131052-308T')).toBe(false);
  });
  test.each([
    ['', 'empty'],
    ['150397-900', 'wrong-form'],
    ['150397*9005', 'wrong-form'],
    ['150397G9005', 'wrong-form'],
    ['150397-900G', 'wrong-form'],
    ['290203A902E', 'no-such-day'],
    ['000101A901S', 'no-such-day'],
    ['150397-001A', 'number-out-of-range'],
    ['150397-9006', 'wrong-check-character'],
    // Published as an example, but its check character is wrong (rules.md C4, trap).
    ['010190-999K', 'wrong-check-character'],
    ['010190Y999K', 'wrong-check-character'],
  ])('%s: %s', (code, problem) => {
    expect(parseIdentityCode(code)).toEqual({ ok: false, error: { code: problem } });
    expect(IdentityCode.safeParse(code).error?.issues[0]?.message).toBe(problem);
  });
  test('every sign of every century', () => {
    for (const [century, signs] of [
      ['18', '+'],
      ['19', '-YXWVU'],
      ['20', 'ABCDEF'],
    ] as const) {
      for (const sign of signs) {
        const code = makeTemporaryIdentityCode(`${century}92-03-04`, 950, sign);
        expect(code[6]).toBe(sign);
        expect(parseIdentityCode(code)).toMatchObject({ value: { birthDate: `${century}92-03-04` } });
      }
    }
    expect(() => makeTemporaryIdentityCode('1992-03-04', 950, 'A')).toThrow(RangeError);
    expect(() => makeTemporaryIdentityCode('1992-03-04', 899)).toThrow(RangeError);
  });
  test('what is made is valid and temporary; one wrong digit or check character is always found', () => {
    const birth = fc.integer({ min: 0, max: 45_000 }).map((days) => addDays('1900-01-01', days));
    const number = fc.integer({ min: 900, max: 999 });
    fc.assert(
      fc.property(
        birth,
        number,
        fc.integer({ min: 0, max: 10 }),
        fc.integer({ min: 1, max: 9 }),
        (day, n, at, shift) => {
          const code = makeTemporaryIdentityCode(day, n);
          expect(parseIdentityCode(code)).toMatchObject({
            ok: true,
            value: { birthDate: day, isTemporary: true },
          });
          expect(IdentityCode.parse(code.toLowerCase())).toBe(code);
          expect(maskIdentityCode(code)).toHaveLength(11);
          const old = code.charAt(at);
          if (at === 6 || (at === 10 && !/\d/.test(old))) return;
          const changed = code.slice(0, at) + ((Number(old) + shift) % 10) + code.slice(at + 1);
          expect(parseIdentityCode(changed).ok).toBe(false);
        },
      ),
    );
  });
});

describe('business ID', () => {
  test.each([
    ['2296962-1', '2296962-1'],
    ['22969621', '2296962-1'],
    ['FI22969621', '2296962-1'],
    [' fi 2296962 1 ', '2296962-1'],
    ['2296962–1', '2296962-1'],
    ['112038-9', '0112038-9'],
    ['0112038-9', '0112038-9'],
  ])('%j is %s', (text, id) => {
    expect(parseBusinessId(text)).toEqual({ ok: true, value: id });
    expect(BusinessId.parse(text)).toBe(id);
  });
  test.each([
    ['', 'empty'],
    ['2296962', 'wrong-form'],
    ['2296962-', 'wrong-form'],
    ['12345-6', 'wrong-form'],
    ['2296962-2', 'wrong-check-digit'],
    ['2296926-1', 'wrong-check-digit'],
    ['0112039-1', 'wrong-check-digit'],
  ])('%j: %s', (text, problem) => {
    expect(parseBusinessId(text)).toEqual({ ok: false, error: { code: problem } });
  });
  test('a remainder of 1 has no check digit at all', () => {
    // 7 × 0 + … + 2 × 6 = 12, modulo 11 = 1
    expect(makeBusinessId(6)).toBeUndefined();
    for (let digit = 0; digit <= 9; digit += 1) expect(parseBusinessId(`0000006-${digit}`).ok).toBe(false);
  });
  test('what is made is valid, and one wrong digit is always found', () => {
    const digits = fc.integer({ min: 1, max: 9_999_999 });
    fc.assert(
      fc.property(
        digits,
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 1, max: 9 }),
        (number, at, shift) => {
          const id = makeBusinessId(number);
          if (id === undefined) return;
          expect(parseBusinessId(id)).toEqual({ ok: true, value: id });
          const changed = id.slice(0, at) + ((Number(id[at]) + shift) % 10) + id.slice(at + 1);
          expect(parseBusinessId(changed).ok).toBe(false);
        },
      ),
    );
  });
});
