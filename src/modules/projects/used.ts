import type { ViewerContext } from '#access';
import { listRealised, type RealisedEntry } from './db/realised.db.ts';
import type { Plan } from './domain/plan.ts';
import { type Judged, judge, type UsedMoney, usedMoney } from './domain/used-money.ts';

/** The costs of a project as they were entered, judged, and what is used by them; `used` is absent when nothing was entered. */
export async function usedOf(
  context: ViewerContext,
  projectId: string,
  plan: Plan,
): Promise<{ costs: Judged<RealisedEntry>[]; money: UsedMoney; used: number | undefined }> {
  const costs = judge(plan, context.today, await listRealised(context, projectId));
  const money = usedMoney(plan, costs);
  return { costs, money, used: costs.length === 0 ? undefined : money.used };
}
