import { findRuleOn } from '#kernel/dated-rules.ts';
import type { Day } from '#kernel/days.ts';
import { type Cents, percentHalfUp } from '#kernel/money.ts';
import { rules } from '#kernel/rules.ts';

/** Hours are whole hundredths, so that sums are exact. */
export interface WorkMonth {
  /** First day of the month. */
  readonly month: Day;
  readonly hundredths: number;
}

/** The yearly hours of the wage unit cost on a day: 1 720 (rules.md C5). */
export function yearlyHours(day: Day): number {
  return findRuleOn(rules.unitCostHours.versions, day)?.value.hoursAYear ?? 1720;
}

/** The hourly unit cost: yearly pay with side costs over the yearly hours, half up in cents. */
export function hourlyRate(yearlyPay: Cents, sideCostRate: number, day: Day): Cents {
  const withSideCosts = yearlyPay + percentHalfUp(yearlyPay, sideCostRate);
  return Math.round(withSideCosts / yearlyHours(day));
}

/** Hours × hourly rate, half up in cents. */
export function unitCost(hundredths: number, hourly: Cents): Cents {
  return Math.round((hundredths * hourly) / 100);
}

/** Years in which one person's hours pass the yearly limit, with how much over: such hours are refused (PJ-05). */
export function overYearlyHours(months: readonly WorkMonth[]): { year: number; over: number }[] {
  const years = new Map<number, number>();
  for (const { month, hundredths } of months) {
    const year = Number(month.slice(0, 4));
    years.set(year, (years.get(year) ?? 0) + hundredths);
  }
  return [...years]
    .map(([year, hundredths]) => ({ year, over: hundredths - yearlyHours(`${year}-12-31`) * 100 }))
    .filter(({ over }) => over > 0)
    .sort((a, b) => a.year - b.year);
}
