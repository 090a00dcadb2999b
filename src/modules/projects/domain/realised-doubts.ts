import type { Day } from '#kernel/days.ts';
import type { Cents } from '#kernel/money.ts';
import { moneySummary } from './funding.ts';
import type { Plan } from './plan.ts';

/** A cost as it is entered, or as it stands. */
export interface Cost {
  readonly month: Day;
  readonly cents: Cents;
  readonly evidence: string;
}

const voucher = (text: string) => text.trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** A month in which the project had not begun: no cost of it can be the project's. */
export const isBeforeStart = (plan: Plan, month: Day): boolean =>
  plan.identity.startsOn !== undefined && month < `${plan.identity.startsOn.slice(0, 7)}-01`;

/** What makes a cost doubtful: it may be right, but somebody has to say so. */
export function doubtOf(
  plan: Plan,
  today: Day,
  entered: readonly Cost[],
  cost: Cost,
): 'cost-above-budget' | 'cost-negative' | 'voucher-used' | undefined {
  if (cost.cents < 0) return 'cost-negative';
  const { total } = moneySummary(plan, today);
  const used = entered.reduce((sum, { cents }) => sum + cents, 0);
  if (total !== undefined && used + cost.cents > total) return 'cost-above-budget';
  if (entered.some(({ evidence }) => voucher(evidence) === voucher(cost.evidence))) return 'voucher-used';
  return undefined;
}
