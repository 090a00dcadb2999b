import { z } from 'zod';
import { type NumberProblem, parseFinnishDecimal } from './finnish-numbers.ts';
import { err, ok, type Result } from './result.ts';

/**
 * Money is whole cents as a safe integer, never euros as a fraction (requirements.md X-05). Every rounding has a
 * name and is stored with the budget (F-06).
 */
export const Cents = z.int();
export type Cents = number;

/** A rate in hundredths of a per cent: 4000 = 40 %, 8000 = 80 %. Whole numbers, so that no rate is 0,1 + 0,2. */
export const BasisPoints = z.int().min(0);
export type BasisPoints = number;

const whole = 10_000n;

/** To what a sum is rounded. The documents' budgets are in whole euros. */
export type RoundingUnit = 'cent' | 'euro';

/** Whole euros as cents. @throws RangeError when the sum is no whole number of euros or too large */
export function euros(amount: number): Cents {
  return safe(amount * 100);
}

/**
 * Money as people write it, exactly. More than two decimals (other than zeros) are `too-precise`: nothing is rounded
 * away at the door.
 */
export function parseEuros(text: string): Result<Cents, NumberProblem | { readonly code: 'too-precise' }> {
  const parsed = parseFinnishDecimal(text);
  if (!parsed.ok) return parsed;
  const { negative, whole: digits, fraction } = parsed.value;
  if (/[1-9]/.test(fraction.slice(2))) return err({ code: 'too-precise' });
  const cents = Number(digits) * 100 + Number(fraction.slice(0, 2).padEnd(2, '0'));
  if (!Number.isSafeInteger(cents)) return err({ code: 'not-a-number' });
  return ok(negative && cents !== 0 ? -cents : cents);
}

/** @throws RangeError beyond 2^53 cents, or when a part is no whole number of cents: both are bugs */
export function sumCents(parts: Iterable<Cents>): Cents {
  let sum = 0;
  for (const part of parts) sum = safe(sum + safe(part));
  return sum;
}

/** amount × rate, halves away from zero: 40 % of 180 648 € in whole euros is 72 259 € (003:176-177). */
export function percentHalfUp(amount: Cents, rate: BasisPoints, unit: RoundingUnit = 'cent'): Cents {
  return divide(BigInt(safe(amount)) * BigInt(safe(rate)), whole, unit, 'half-up');
}

/** amount × rate, rounded down (towards minus infinity): 20 % of 180 648 € in whole euros is 36 129 €. */
export function percentFloor(amount: Cents, rate: BasisPoints, unit: RoundingUnit = 'cent'): Cents {
  return divide(BigInt(safe(amount)) * BigInt(safe(rate)), whole, unit, 'floor');
}

/** Cost per participant, company, month: halves away from zero, in cents. 252 907 € / 52 = 4 863,60 € (N-16). */
export function perUnit(total: Cents, count: number): Cents {
  if (!Number.isSafeInteger(count) || count <= 0) throw new RangeError(`Not a count: ${count}`);
  return divide(BigInt(safe(total)), BigInt(count), 'cent', 'half-up');
}

/** The part as a share of the whole (1 = all), for showing only: never computed further. */
export function shareOf(part: Cents, total: Cents): number | undefined {
  return total === 0 ? undefined : part / total;
}

/**
 * Splits a sum by weights so that the parts always make the whole: each gets its floor, and the units left over go to
 * the largest remainders (at a tie to the earlier part).
 * @param total may be negative, then the parts are too
 * @param weights whole numbers from 0, at least one above 0
 */
export function splitByWeights(
  total: Cents,
  weights: readonly number[],
  unit: RoundingUnit = 'cent',
): Cents[] {
  for (const weight of weights) {
    if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError(`Not a weight: ${weight}`);
  }
  const weightSum = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (weightSum === 0n) throw new RangeError('No weight above zero');
  if (total < 0) return splitByWeights(-total, weights, unit).map((part) => (part === 0 ? 0 : -part));

  const step = unit === 'euro' ? 100 : 1;
  const units = BigInt(Math.floor(safe(total) / step));
  const parts = weights.map((weight, index) => {
    const exact = units * BigInt(weight);
    return { index, units: exact / weightSum, remainder: exact % weightSum };
  });
  const largestFirst = parts.toSorted((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  let left = units - parts.reduce((sum, part) => sum + part.units, 0n);
  for (const part of largestFirst) {
    if (left === 0n) break;
    part.units += 1n;
    left -= 1n;
  }
  const result = parts.map((part) => Number(part.units) * step);
  // Cents under a whole euro belong to somebody too: to the part with the largest remainder.
  const first = largestFirst[0];
  if (first) result[first.index] = (result[first.index] ?? 0) + (safe(total) % step);
  return result;
}

/** numerator / denominator (> 0) in cents, rounded to the unit. */
function divide(numerator: bigint, denominator: bigint, unit: RoundingUnit, way: 'half-up' | 'floor'): Cents {
  const step = unit === 'euro' ? 100n : 1n;
  const divisor = denominator * step;
  const negative = numerator < 0n;
  const size = negative ? -numerator : numerator;
  let quotient = size / divisor;
  const rest = size % divisor;
  if (way === 'half-up' ? rest * 2n >= divisor : negative && rest > 0n) quotient += 1n;
  return safe(Number(quotient * step) * (negative && quotient !== 0n ? -1 : 1));
}

function safe(amount: number): number {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not a whole safe number: ${amount}`);
  return amount;
}
