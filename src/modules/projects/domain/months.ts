import { addDays, addMonths, type Day, daysIn } from '#kernel/days.ts';
import { type Cents, splitByWeights, sumCents } from '#kernel/money.ts';

/** A month of a project: what the plan would use by the calendar, and what was used. */
export interface MonthOfMoney {
  /** First day of the month. */
  month: Day;
  planned: Cents;
  realised: Cents;
  plannedSoFar: Cents;
  realisedSoFar: Cents;
}

/** First days of the months that a period touches. */
export function monthsOf(from: Day, to: Day): Day[] {
  const months: Day[] = [];
  for (let month = `${from.slice(0, 8)}01`; month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}

/**
 * The granted sum spread over the project's days, month by month, beside what was realised (PJ-14). Where sums are told by
 * year each year is spread within itself. The months make the whole exactly. Months with money outside the period are
 * listed too.
 * @param granted by year, or one sum with `year` absent
 */
export function moneyByMonth(
  period: { readonly startsOn: Day; readonly endsOn: Day },
  granted: readonly { readonly year?: number | undefined; readonly cents: Cents }[],
  realised: readonly { readonly month: Day; readonly cents: Cents }[],
): MonthOfMoney[] {
  const { startsOn, endsOn } = period;
  const planned = new Map<Day, Cents>();
  for (const { year, cents } of granted) {
    const from = year === undefined || `${year}-01-01` < startsOn ? startsOn : `${year}-01-01`;
    const to = year === undefined || `${year}-12-31` > endsOn ? endsOn : `${year}-12-31`;
    // A year outside the period has nowhere to go but its own January.
    const months = from <= to ? monthsOf(from, to) : [`${year}-01-01`];
    const days = months.map((month) => {
      const last = addDays(addMonths(month, 1), -1);
      return from <= to ? daysIn(month < from ? from : month, last > to ? to : last) : 1;
    });
    for (const [at, part] of splitByWeights(cents, days).entries())
      planned.set(months[at]!, (planned.get(months[at]!) ?? 0) + part);
  }
  const used = new Map<Day, Cents>();
  for (const { month, cents } of realised) used.set(month, (used.get(month) ?? 0) + cents);
  const months = [...new Set([...monthsOf(startsOn, endsOn), ...planned.keys(), ...used.keys()])].sort();
  let [plannedSoFar, realisedSoFar] = [0, 0];
  return months.map((month) => {
    const [one, other] = [planned.get(month) ?? 0, used.get(month) ?? 0];
    plannedSoFar = sumCents([plannedSoFar, one]);
    realisedSoFar = sumCents([realisedSoFar, other]);
    return { month, planned: one, realised: other, plannedSoFar, realisedSoFar };
  });
}
