import { z } from 'zod';
import { err, ok, type Result } from './result.ts';

/**
 * The Finnish business ID (Y-tunnus): seven digits and a check digit, weights 7 9 10 5 8 4 2, modulo 11 (rules.md C4;
 * N-07: 2296962-1, 002:27). A remainder of 1 has no check digit: such numbers are not given.
 */
const weights = [7, 9, 10, 5, 8, 4, 2];

export type BusinessIdProblem = { readonly code: 'empty' | 'wrong-form' | 'wrong-check-digit' };

/**
 * Reads `2296962-1`, `22969621`, the VAT form `FI22969621`, and the old six-digit form `123456-7`, which gets a
 * leading zero. Returns the stored form `2296962-1`.
 */
export function parseBusinessId(text: string): Result<BusinessId, BusinessIdProblem> {
  const clean = text
    .replace(/[\s\u00a0]/g, '')
    .replace(/[\u2212–]/g, '-')
    .toUpperCase();
  if (clean === '') return err({ code: 'empty' });
  const form = /^(\d{6,7})-(\d)$/.exec(clean) ?? /^(?:FI)?(\d{7})(\d)$/.exec(clean);
  if (!form) return err({ code: 'wrong-form' });
  const digits = (form[1] ?? '').padStart(7, '0');
  if (checkDigit(digits) !== Number(form[2])) return err({ code: 'wrong-check-digit' });
  return ok(`${digits}-${form[2]}`);
}

/** A valid business ID in its stored form. */
export const BusinessId = z.string().transform((text, context): string => {
  const parsed = parseBusinessId(text);
  if (parsed.ok) return parsed.value;
  context.issues.push({ code: 'custom', message: parsed.error.code, input: text });
  return z.NEVER;
});
export type BusinessId = string;

/** The business ID of seven digits, for invented companies; undefined where the remainder is 1. */
export function makeBusinessId(sevenDigits: number): BusinessId | undefined {
  const digits = String(sevenDigits).padStart(7, '0');
  const check = checkDigit(digits);
  return check === undefined || digits.length !== 7 ? undefined : `${digits}-${check}`;
}

function checkDigit(digits: string): number | undefined {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const rest = sum % 11;
  return rest === 1 ? undefined : rest === 0 ? 0 : 11 - rest;
}
