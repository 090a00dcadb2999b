import { dayInFinland } from '#kernel/clock.ts';
import { addMonths, type Day } from '#kernel/days.ts';

/** A consent is given for a year at most and then given anew; no law sets the length, the notice promises it. */
export const longestMonths = 12;

/** The end dates offered, nearest first. */
export function untilChoices(today: Day): Day[] {
  return [1, 3, 6, longestMonths].map((months) => addMonths(today, months));
}

/** Why a last day cannot be chosen; undefined when it can. The last day is counted whole. */
export function problemOfUntil(until: Day, today: Day): 'until-past' | 'until-too-far' | undefined {
  if (until < today) return 'until-past';
  if (until > addMonths(today, longestMonths)) return 'until-too-far';
  return undefined;
}

/** The last whole day of a consent that ends at an instant: midnight after 31.12. in Finland is "until 31.12.". */
export function lastDay(endsAt: string): Day {
  return dayInFinland(new Date(Date.parse(endsAt) - 1));
}
