import { dayInFinland } from '#kernel/clock.ts';
import { ruleOn } from '#kernel/dated-rules.ts';
import { addDays, type Day } from '#kernel/days.ts';
import { rules } from '#kernel/rules.ts';

/** The last day to destroy what was disclosed, by the rule of the day on which it was asked. */
export function destroyBy(askedAt: string): Day {
  const asked = dayInFinland(new Date(askedAt));
  return addDays(asked, ruleOn(rules.copyDestruction.versions, asked).value.days);
}

/** Should its destruction have been confirmed by now? */
export const isLate = (askedAt: string, today: Day): boolean => destroyBy(askedAt) < today;
