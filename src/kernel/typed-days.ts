import { isDay } from './day-text.ts';
import type { Day } from './days.ts';
import { err, ok, type Result } from './result.ts';

export type TypedDayProblem = { readonly code: 'empty' | 'not-a-day' };

const spaces = /[\s\u00a0\u2007\u2009\u202f]+/g;

const dayOf = (year: number, month: number, date: number): Day | undefined => {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
};

/**
 * A day as people type it: `5.12.2026`, `05.12.2026`, `5. 12. 2026`, `5/12/2026` (the day first, as in Finland and
 * Britain), `2026-12-05`, `5122026` is not guessed. Without a year (`5.12.`, `5.12`, `5/12`) the year is the one that
 * brings the day nearest to `today`; a two-digit year is of this century.
 */
export function readDay(text: string, today: Day): Result<Day, TypedDayProblem> {
  const clean = text
    .replace(spaces, '')
    .replace(/^(ma|ti|ke|to|pe|la|su|må|on|fr|lö|sö|mon|tue|wed|thu|fri|sat|sun)[a-zåäö]*[.,]?(?=\d)/i, '');
  if (clean === '') return err({ code: 'empty' });
  if (isDay(clean)) return ok(clean);
  const parts = /^(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d{2})?|\.)?$/.exec(clean);
  if (!parts) return err({ code: 'not-a-day' });
  const [date, month, year] = [Number(parts[1]), Number(parts[3]), parts[4]];
  const day =
    year === undefined
      ? nearest(month, date, today)
      : dayOf(Number(year) + (year.length === 2 ? 2000 : 0), month, date);
  return day === undefined ? err({ code: 'not-a-day' }) : ok(day);
}

/** The day of this month and date that lies nearest to today; one that is as far both ways is the coming one. */
function nearest(month: number, date: number, today: Day): Day | undefined {
  const year = Number(today.slice(0, 4));
  const far = (day: Day) => Math.abs(Date.parse(day) - Date.parse(today));
  const days = [year + 1, year, year - 1].flatMap((candidate) => dayOf(candidate, month, date) ?? []);
  return days.toSorted((left, right) => far(left) - far(right))[0];
}

/** A day as it stands in a field: `5.12.2026` in every language of the page, so that it can be read back. */
export function writeDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date}.${month}.${year}`;
}

/** A month as people type it: `5/2026`, `5.2026`, `05-2026`, `2026-05`. Gives `2026-05`. */
export function readMonth(text: string): Result<string, { readonly code: 'empty' | 'not-a-month' }> {
  const clean = text.replace(spaces, '');
  if (clean === '') return err({ code: 'empty' });
  const parts = /^(\d{1,2})[./-](\d{4})$/.exec(clean);
  const turned = /^(\d{4})-(\d{1,2})$/.exec(clean);
  const [year, month] = parts
    ? [Number(parts[2]), Number(parts[1])]
    : turned
      ? [Number(turned[1]), Number(turned[2])]
      : [];
  if (year === undefined || month === undefined || month < 1 || month > 12 || year < 1000)
    return err({ code: 'not-a-month' });
  return ok(`${year}-${String(month).padStart(2, '0')}`);
}

export type TypedTimeProblem = { readonly code: 'empty' | 'not-a-time' };

const oneTime = /^(?:klo|kl|at)?\.?(\d{1,2})(?:[.:h]?([0-5]\d))?(?:h|:)?(am|pm|a\.m\.|p\.m\.)?$/i;

/** A time of day as people type it: `9`, `9.00`, `9:00`, `klo 9`, `kl. 9.30`, `900`, `9 am`. Gives `09:00`. */
export function readTime(text: string): Result<string, TypedTimeProblem> {
  const clean = text.replace(spaces, '');
  if (clean === '') return err({ code: 'empty' });
  const parts = oneTime.exec(clean);
  if (!parts) return err({ code: 'not-a-time' });
  const half = parts[3]?.toLowerCase().replaceAll('.', '');
  let hour = Number(parts[1]);
  if (half !== undefined && (hour < 1 || hour > 12)) return err({ code: 'not-a-time' });
  if (half === 'pm') hour = (hour % 12) + 12;
  if (half === 'am') hour %= 12;
  if (hour > 23) return err({ code: 'not-a-time' });
  return ok(`${String(hour).padStart(2, '0')}:${parts[2] ?? '00'}`);
}

/** From when till when, in one field: `9–15`, `9.00-15.30`, `klo 9–15`; one time has no end. */
export function readTimeRange(
  text: string,
): Result<{ readonly from: string; readonly to?: string }, TypedTimeProblem> {
  const [start = '', end, ...more] = text.split(/\s*(?:[-–—−]|\bto\b)\s*/);
  if (more.length > 0) return err({ code: 'not-a-time' });
  const from = readTime(start);
  if (!from.ok) return from;
  if (end === undefined || end.trim() === '') return ok({ from: from.value });
  const to = readTime(end);
  return to.ok ? ok({ from: from.value, to: to.value }) : err({ code: 'not-a-time' });
}

/** A time as it stands in a field: `9.00`. */
export function writeTime(time: string): string {
  return time.replace(/^0/, '').replace(':', '.');
}
