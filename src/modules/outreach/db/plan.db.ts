import type { ViewerContext } from '#access';
import { newId } from '#kernel/ids.ts';
import type { Channel } from '../domain/codes.ts';
import type { PlanAction } from '../domain/plan.ts';

/** The plan, by the planned day. */
export async function listActions(context: ViewerContext): Promise<PlanAction[]> {
  const rows = await context.db
    .selectFrom('outreach.plan_action')
    .selectAll()
    .orderBy('planned_on')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    actionId: row.id,
    aim: row.aim,
    audience: row.audience,
    channel: row.channel as Channel,
    plannedOn: row.planned_on,
    owner: row.owner,
    costPlanned: row.cost_planned,
    ...(row.message === null ? {} : { message: row.message }),
    ...(row.done_on === null ? {} : { doneOn: row.done_on }),
    ...(row.dropped_why === null ? {} : { droppedWhy: row.dropped_why }),
    ...(row.bulletin_id === null ? {} : { bulletinId: row.bulletin_id }),
    ...(row.effect === null ? {} : { effect: row.effect }),
    ...(row.effect_planned === null ? {} : { effectPlanned: row.effect_planned }),
    ...(row.effect_actual === null ? {} : { effectActual: row.effect_actual }),
    ...(row.cost_actual === null ? {} : { costActual: row.cost_actual }),
    ...(row.budget_line === null ? {} : { budgetLine: row.budget_line }),
  }));
}

type Draft = { [K in keyof Omit<PlanAction, 'actionId'>]?: PlanAction[K] | undefined } & Pick<
  PlanAction,
  'aim' | 'audience' | 'channel' | 'plannedOn' | 'owner' | 'costPlanned'
>;

/** Keeps an action: a new one, or the same with other words and figures. */
export async function upsertAction(
  context: ViewerContext,
  actionId: string | undefined,
  draft: Draft,
): Promise<string> {
  const id = actionId ?? newId();
  const values = {
    aim: draft.aim,
    audience: draft.audience,
    message: draft.message ?? null,
    channel: draft.channel,
    planned_on: draft.plannedOn,
    done_on: draft.doneOn ?? null,
    dropped_why: draft.droppedWhy ?? null,
    owner: draft.owner,
    bulletin_id: draft.bulletinId ?? null,
    effect: draft.effect ?? null,
    effect_planned: draft.effectPlanned ?? null,
    effect_actual: draft.effectActual ?? null,
    cost_planned: draft.costPlanned,
    cost_actual: draft.costActual ?? null,
    budget_line: draft.budgetLine ?? null,
    changed_at: context.now.toISOString(),
    changed_by: context.viewer.accountId ?? null,
  };
  await context.db
    .insertInto('outreach.plan_action')
    .values({ id, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
  return id;
}
