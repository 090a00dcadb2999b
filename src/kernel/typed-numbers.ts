import { type NumberProblem, parseFinnishNumber } from './finnish-numbers.ts';
import { err, ok, type Result } from './result.ts';

/** A whole number as people type it: `12`, `1 000`, `12,0`. */
export function readInteger(text: string): Result<number, NumberProblem | { readonly code: 'not-whole' }> {
  const read = parseFinnishNumber(text);
  if (read.ok && !Number.isInteger(read.value)) return err({ code: 'not-whole' });
  return read;
}

const hoursAndMinutes =
  /^(\d{1,4})(?::([0-5]\d)|(?:h|t|tim|tuntia|tunti|hours?)(?:(\d{1,2})(?:min|m|minuuttia|minuter|minutes)?)?)$/i;
const minutesOnly = /^(\d{1,5})(?:min|minuuttia|minuter|minutes)$/i;
const hoursWithUnit = /(?:h|t|tim|tuntia|tunti|timmar|hours?)$/i;

/**
 * Hours as people type them: `7,5`, `7:30`, `7 h 30 min`, `7 h`, `45 min`, `7,5 h`. `7.30` may be seven and a half or
 * 7,3: it is asked, with both readings.
 */
export function readHours(text: string): Result<number, NumberProblem> {
  const clean = text.replace(/[\s\u00a0\u2009\u202f]+/g, '');
  if (clean === '') return err({ code: 'empty' });
  const parts = hoursAndMinutes.exec(clean);
  if (parts) {
    const minutes = Number(parts[2] ?? parts[3] ?? 0);
    return minutes < 60 ? ok(Number(parts[1]) + minutes / 60) : err({ code: 'not-a-number' });
  }
  const minutes = minutesOnly.exec(clean);
  if (minutes) return ok(Number(minutes[1]) / 60);
  const bare = text.trim().replace(hoursWithUnit, '');
  const dotted = /^(\d{1,3})\.(\d{1,2})$/.exec(bare.trim());
  if (dotted) {
    const asTime = Number(dotted[1]) + Number(dotted[2]!.padEnd(2, '0')) / 60;
    const asNumber = Number(`${dotted[1]}.${dotted[2]}`);
    return err({
      code: 'ambiguous',
      readings: dotted[2]!.length === 2 && Number(dotted[2]) < 60 ? [asTime, asNumber] : [asNumber],
    });
  }
  return parseFinnishNumber(bare);
}

/** A number as it stands in a field: `7,5`; no marks of thousands, so that it can be read back. */
export function writeNumber(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Math.round(value * 1e6) / 1e6).replace('.', ',');
}

/** Cents as they stand in a field of euros: `72259,20`, `250`. */
export function writeEuros(cents: number): string {
  return (cents / 100).toFixed(cents % 100 === 0 ? 0 : 2).replace('.', ',');
}
