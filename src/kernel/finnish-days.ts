import { isDay } from './day-text.ts';
import type { Day } from './days.ts';
import type { Language } from './localised.ts';
import { err, ok, type Result } from './result.ts';

export type DayProblem = { readonly code: 'empty' | 'not-a-day' };

/**
 * A day as people write it: `1.9.2023`, `01.09.2023`, `1. 9. 2023`, or `2023-09-01`. Two-digit years are not guessed.
 * The documents use both forms (`3.7.2023` 003:19, `01.09.2023` 003:44).
 */
export function parseFinnishDay(text: string): Result<Day, DayProblem> {
  const clean = text.replace(/[\s\u00a0\u202f]/g, '');
  if (clean === '') return err({ code: 'empty' });
  const printed = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(clean);
  const day = printed
    ? `${printed[3]}-${printed[2]?.padStart(2, '0')}-${printed[1]?.padStart(2, '0')}`
    : clean;
  return isDay(day) ? ok(day) : err({ code: 'not-a-day' });
}

/** A day for reading: `17.3.2023` in Finnish and Swedish, `17 March 2023` in English (never 03/07 or 07/03). */
export function formatDay(day: Day, language: Language): string {
  const [year, month, date] = day.split('-').map(Number);
  if (language !== 'en') return `${date}.${month}.${year}`;
  return englishDay.format(new Date(`${day}T00:00:00Z`));
}

/** The time of an instant in Finland: `10.05` in Finnish and Swedish, `10:05` in English. */
export function formatTime(instant: Date, language: Language): string {
  const time = helsinkiTime.format(instant);
  return language === 'en' ? time : time.replace(':', '.');
}

const englishDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const helsinkiTime = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/Helsinki' });
