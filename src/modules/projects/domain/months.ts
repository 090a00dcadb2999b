import { addDays, addMonths, type Day, daysIn } from '#kernel/days.ts';
import { type Cents, splitByWeights, sumCents } from '#kernel/money.ts';
import type { Spending } from './plan.ts';

/** A month of a project: what the plan would use, and what was used. */
export interface MonthOfMoney {
  /** First day of the month. */
  month: Day;
  planned: Cents;
  realised: Cents;
  plannedSoFar: Cents;
  realisedSoFar: Cents;
}

export interface MoneyByMonth {
  months: MonthOfMoney[];
  /** How the planned sums came: told by a person for every month, for some of them, or spread evenly by the calendar. */
  plan: 'told' | 'partly-told' | 'even';
  /** Granted and in no month; below 0 the months told hold more than was granted. */
  unplaced: Cents;
}

interface Period {
  readonly startsOn: Day;
  readonly endsOn: Day;
}

/** First days of the months that a period touches. */
export function monthsOf(from: Day, to: Day): Day[] {
  const months: Day[] = [];
  for (let month = `${from.slice(0, 8)}01`; month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** Days of the project in a month. */
function daysOf(month: Day, { startsOn, endsOn }: Period): number {
  const last = addDays(addMonths(month, 1), -1);
  const [from, to] = [month < startsOn ? startsOn : month, last > endsOn ? endsOn : last];
  return from <= to ? daysIn(from, to) : 0;
}

/** Spreads a sum over months by the project's days in them, wholly outside the project to the first; exactly. */
function spread(into: Map<Day, Cents>, cents: Cents, months: readonly Day[], period: Period): void {
  const days = months.map((month) => daysOf(month, period));
  const weights = days.some((day) => day > 0) ? days : days.map((_one, at) => (at === 0 ? 1 : 0));
  for (const [at, part] of splitByWeights(cents, weights).entries())
    if (weights[at]! > 0) into.set(months[at]!, (into.get(months[at]!) ?? 0) + part);
}

/**
 * The granted sum month by month beside what was realised (PJ-14). What a person told of a month or a half-year stands; the
 * rest of the grant is spread over the days of the other months, each year within itself where sums are told by year.
 * The months and what has no place make the granted sum exactly. Months with money outside the period are listed too.
 * @param granted by year, or one sum with `year` absent
 */
export function moneyByMonth(
  period: Period,
  granted: readonly { readonly year?: number | undefined; readonly cents: Cents }[],
  realised: readonly { readonly month: Day; readonly cents: Cents }[],
  spending: readonly Spending[] = [],
): MoneyByMonth {
  const own = monthsOf(period.startsOn, period.endsOn);
  const told = new Map<Day, Cents>();
  for (const { from, months, cents } of spending)
    spread(told, cents, monthsOf(from, addMonths(from, months - 1)), period);
  const planned = new Map(told);

  let unplaced = 0;
  const byYear = new Map<number | undefined, Cents>();
  for (const { year, cents } of granted) byYear.set(year, (byYear.get(year) ?? 0) + cents);
  if (byYear.size === 0 && told.size > 0) byYear.set(undefined, 0);
  // Money told of a year that has no sum of its own belongs to the sum of all years.
  const hasOwnSum = (month: Day) => byYear.has(Number(month.slice(0, 4)));
  for (const [year, cents] of byYear) {
    const isIn = (month: Day) => (year === undefined ? !hasOwnSum(month) : month.startsWith(String(year)));
    const rest = cents - sumCents([...told].filter(([month]) => isIn(month)).map(([, value]) => value));
    const inYear = year === undefined ? own : own.filter(isIn);
    const open = inYear.filter((month) => !told.has(month));
    // A year outside the period has nowhere to go but its own January.
    if (rest >= 0 && inYear.length === 0) spread(planned, rest, [`${year}-01-01`], period);
    else if (rest > 0 && open.length > 0) spread(planned, rest, open, period);
    else unplaced += rest;
  }
  if (!byYear.has(undefined))
    unplaced -= sumCents([...told].filter(([month]) => !hasOwnSum(month)).map(([, value]) => value));

  const used = new Map<Day, Cents>();
  for (const { month, cents } of realised) used.set(month, (used.get(month) ?? 0) + cents);
  let [plannedSoFar, realisedSoFar] = [0, 0];
  const months = [...new Set([...own, ...planned.keys(), ...used.keys()])].sort().map((month) => {
    const [value, other] = [planned.get(month) ?? 0, used.get(month) ?? 0];
    plannedSoFar = sumCents([plannedSoFar, value]);
    realisedSoFar = sumCents([realisedSoFar, other]);
    return { month, planned: value, realised: other, plannedSoFar, realisedSoFar };
  });
  const plan = told.size === 0 ? 'even' : own.every((month) => told.has(month)) ? 'told' : 'partly-told';
  return { months, plan, unplaced };
}

/** What stands at the end of the last whole month: planned, used, and how far use is behind (never below 0). */
export interface UsedSoFar {
  planned: Cents;
  realised: Cents;
  behind: Cents;
}

/**
 * Use against plan on a day (WRN-07); undefined before the first whole month has passed.
 * @param whole what a document states as used when nobody has told the months
 */
export function usedSoFar(
  months: readonly MonthOfMoney[],
  today: Day,
  whole?: Cents | undefined,
): UsedSoFar | undefined {
  const last = months.findLast(({ month }) => addMonths(month, 1) <= today);
  if (!last) return undefined;
  const realised = whole ?? last.realisedSoFar;
  return { planned: last.plannedSoFar, realised, behind: Math.max(0, last.plannedSoFar - realised) };
}
