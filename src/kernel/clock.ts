import type { Day } from './days.ts';

/** The time as a value that is handed in, so that every rule can be tried on any day. */
export type Clock = {
  /** The instant. */
  now(): Date;
  /** The calendar day in Finland (Europe/Helsinki), whatever the server's own zone is. */
  today(): Day;
};

// The Swedish locale prints a date as YYYY-MM-DD.
const helsinki = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Helsinki',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in Finland at an instant: 31.12. 22.30 in UTC is already 1.1. in Helsinki. */
export function dayInFinland(instant: Date): Day {
  return helsinki.format(instant);
}

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => new Date(),
  today: () => dayInFinland(new Date()),
};

/**
 * A clock that stands still, for tests and for the demonstration area.
 * @param at an instant (`2026-01-01T09:00:00+02:00`), a Date, or a day (then noon in UTC of that day)
 * @throws RangeError when `at` is not a time
 */
export function fixedClock(at: string | Date): Clock {
  const instant = typeof at === 'string' ? new Date(at.length === 10 ? `${at}T12:00:00Z` : at) : at;
  if (Number.isNaN(instant.getTime())) throw new RangeError(`Not a time: ${String(at)}`);
  return { now: () => new Date(instant), today: () => dayInFinland(instant) };
}
