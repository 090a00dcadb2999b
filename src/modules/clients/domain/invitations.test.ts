import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeFrom, readCode, stateOf } from './invitations.ts';

describe('the code of an invitation', () => {
  it('is read back however it is typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 12, maxLength: 12 }), (bytes) => {
        const code = codeFrom(bytes);
        expect(code).toMatch(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){2}$/);
        expect(readCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code);
      }),
    );
  });

  it.each(['', 'ABCD-EFGH', 'ABCD-EFGH-JKL0', 'ABCD-EFGH-JKLM-N'])('%s is none', (typed) => {
    expect(readCode(typed)).toBeUndefined();
  });
});

it('tells in what state an invitation is', () => {
  const now = new Date('2026-11-18T10:00:00Z');
  const base = { usedAt: null, withdrawnAt: null, expiresAt: '2026-11-18T10:00:01Z' };
  expect(stateOf(base, now)).toBe('open');
  expect(stateOf({ ...base, expiresAt: '2026-11-18T10:00:00Z' }, now)).toBe('expired');
  expect(stateOf({ ...base, withdrawnAt: '2026-11-17T10:00:00Z' }, now)).toBe('withdrawn');
  expect(stateOf({ ...base, usedAt: '2026-11-17T10:00:00Z' }, now)).toBe('used');
});
