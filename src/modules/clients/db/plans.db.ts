import type { Handle } from '#access';
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
export async function planOf(handle: Handle, clientId: string): Promise<Plan | undefined> {
  const row = await handle.db
    .selectFrom('clients.plan')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('ended_on', 'is', null)
    .executeTakeFirst();
  return row && { planId: row.id, kind: row.kind as PlanKind, goal: row.goal, agreedOn: row.agreed_on };
}

/** Ends the plan in force today and begins a new one. */
export async function replacePlan(
  handle: Handle,
  plan: { clientId: string; caseId: string; kind: PlanKind; goal: string },
): Promise<string> {
  const id = newId();
  await handle.db
    .updateTable('clients.plan')
    .set({ ended_on: handle.today })
    .where('client_id', '=', plan.clientId)
    .where('ended_on', 'is', null)
    .execute();
  await handle.db
    .insertInto('clients.plan')
    .values({
      id,
      client_id: plan.clientId,
      case_id: plan.caseId,
      kind: plan.kind,
      goal: plan.goal,
      agreed_on: handle.today,
      agreed_by: handle.viewer.accountId!,
    })
    .execute();
  return id;
}
