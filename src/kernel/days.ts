import { z } from 'zod';
import { addDays, dayFrom, daysBetween, daysInMonth, isDay, partsOf, serialOf } from './day-text.ts';
import { findHoliday } from './holidays.ts';

/**
 * A calendar day in Finland as 'YYYY-MM-DD': no time, no zone. Compares as text. From outside come only years in which
 * somebody lives or plans something: `5.12.2206` is a slip of the pen, and calendars are counted month by month.
 */
export const Day = z.string().superRefine((day, { addIssue }) => {
  if (!isDay(day)) addIssue({ code: 'custom', message: 'not-a-day' });
  else if (day < '1900' || day >= '2101') addIssue({ code: 'custom', message: 'year-unlikely' });
});
export type Day = string;

export { addDays, daysBetween, isDay } from './day-text.ts';

/** Days of a period, both ends counted: 1.9.2023–31.12.2025 is 853 days (003:44-48). */
export function daysIn(from: Day, to: Day): number {
  return daysBetween(from, to) + 1;
}

/**
 * The corresponding day so many months later; the month's last day when there is none (act 150/1930, 3 §): 31.1. +
 * 1 month = 28.2. Negative months go backwards in the same way (4 §).
 */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = partsOf(day);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  return dayFrom(targetYear, targetMonth, Math.min(date, daysInMonth(targetYear, targetMonth)));
}

/** The corresponding day so many years later; 29.2. becomes 28.2. in a common year. */
export function addYears(day: Day, years: number): Day {
  return addMonths(day, years * 12);
}

/** Whole months passed from one day to another, as in an age: 0 or more, negative when `to` is earlier. */
export function monthsBetween(from: Day, to: Day): number {
  if (to < from) return 0 - monthsBetween(to, from);
  const [fromYear, fromMonth] = partsOf(from);
  const [toYear, toMonth] = partsOf(to);
  const months = (toYear - fromYear) * 12 + (toMonth - fromMonth);
  return addMonths(from, months) <= to ? months : months - 1;
}

/** Whole months of a period, both ends counted: 1.9.2023–31.12.2025 is 28 months (003:44-48). */
export function monthsIn(from: Day, to: Day): number {
  return monthsBetween(from, addDays(to, 1));
}

/** Age in whole years; who is born on 29.2. comes of age on 28.2. in a common year, by the rule of `addMonths`. */
export function ageOn(birthDate: Day, day: Day): number {
  return Math.trunc(monthsBetween(birthDate, day) / 12);
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekdayOf(day: Day): number {
  return ((((serialOf(day) + 3) % 7) + 7) % 7) + 1;
}

/** Is `day` within [from, to]? An absent end is open. */
export function isWithin(day: Day, from: Day | undefined, to: Day | undefined): boolean {
  return (from === undefined || from <= day) && (to === undefined || day <= to);
}

/**
 * Which days count as working days. A parameter everywhere: the law's own word ("arkipäivä") was not read for every
 * deadline (rules.md C2, last row, mark ?).
 */
export type WorkingCalendar = { readonly id: string; isWorkingDay(day: Day): boolean };

/** The default: Monday–Friday without holidays and the two eves (150/1930, 5 §). */
export const officeCalendar: WorkingCalendar = {
  id: 'monday-friday-without-holidays',
  isWorkingDay: (day) => weekdayOf(day) <= 5 && findHoliday(day) === undefined,
};

/** Saturdays counted too, holidays and eves not. */
export const saturdayCalendar: WorkingCalendar = {
  id: 'monday-saturday-without-holidays',
  isWorkingDay: (day) => weekdayOf(day) <= 6 && findHoliday(day) === undefined,
};

/** Monday–Friday, holidays counted as any day. */
export const weekdayCalendar: WorkingCalendar = {
  id: 'monday-friday',
  isWorkingDay: (day) => weekdayOf(day) <= 5,
};

export const workingCalendars: readonly WorkingCalendar[] = [
  officeCalendar,
  saturdayCalendar,
  weekdayCalendar,
];

export function isWorkingDay(day: Day, calendar: WorkingCalendar = officeCalendar): boolean {
  return calendar.isWorkingDay(day);
}

/**
 * The nth working day after `day`; the day itself is not counted (150/1930, 2 §). 0 gives the day itself; a negative
 * number the nth working day before it.
 */
export function addWorkingDays(day: Day, workingDays: number, calendar = officeCalendar): Day {
  const step = workingDays < 0 ? -1 : 1;
  let current = day;
  for (let left = Math.abs(workingDays); left > 0; ) {
    current = addDays(current, step);
    if (calendar.isWorkingDay(current)) left -= 1;
  }
  return current;
}

/**
 * Working days after `from` up to and including `to`; negative when `to` is earlier, then counted from the day before
 * `from` down to `to`. So `workingDaysBetween(d, addWorkingDays(d, n)) === n`.
 */
export function workingDaysBetween(from: Day, to: Day, calendar = officeCalendar): number {
  const step = to < from ? -1 : 1;
  let count = 0;
  for (let current = from; current !== to; ) {
    current = addDays(current, step);
    if (calendar.isWorkingDay(current)) count += step;
  }
  return count;
}

/** The day itself when it is a working day, otherwise the next one: where a deadline moves (150/1930, 5 §). */
export function workingDayFrom(day: Day, calendar = officeCalendar): Day {
  return calendar.isWorkingDay(day) ? day : addWorkingDays(day, 1, calendar);
}
