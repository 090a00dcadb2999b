import type { ViewerContext } from '#access';
import { addRows } from '#db/table-rows.ts';
import type { Day } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import type { PlanKind } from '../domain/kinds.ts';

export interface Plan {
  planId: string;
  kind: PlanKind;
  goal: string;
  agreedOn: Day;
}

/** The plan in force, if any. */
export async function planOf(context: ViewerContext, clientId: string): Promise<Plan | undefined> {
  const row = await context.db
    .selectFrom('clients.plan')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('ended_on', 'is', null)
    .executeTakeFirst();
  return row && { planId: row.id, kind: row.kind as PlanKind, goal: row.goal, agreedOn: row.agreed_on };
}

/** Ends the plan in force today and begins a new one. */
export async function replacePlan(
  context: ViewerContext,
  plan: { clientId: string; caseId: string; kind: PlanKind; goal: string },
): Promise<string> {
  const id = newId();
  await context.db
    .updateTable('clients.plan')
    .set({ ended_on: context.today })
    .where('client_id', '=', plan.clientId)
    .where('ended_on', 'is', null)
    .execute();
  await addRows(context.db, 'clients.plan', {
    id,
    client_id: plan.clientId,
    case_id: plan.caseId,
    kind: plan.kind,
    goal: plan.goal,
    agreed_on: context.today,
    agreed_by: context.viewer.accountId!,
  });
  return id;
}
