import { sql } from 'kysely';
import type { ViewerContext } from '#access';
import type { Day } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import { type DutyDraft, daysLeft, findDutyRule, nearness } from '../domain/duties.ts';
import { dutiesOfSearch, type TaskKind } from '../domain/kinds.ts';
import type { Duty } from '../domain/path.ts';
import { searchNow } from './searches.db.ts';

interface TaskRow {
  id: string;
  kind: string;
  due_on: string;
  rule_id: string | null;
  subject_id: string | null;
  details: Record<string, unknown>;
  done_on?: string | null;
  done_by_name?: string | null;
  attended?: boolean | null;
  marked_today?: boolean;
}

/** A row as pages show it on the day of the handle. */
export function dutyOf(row: TaskRow, today: Day): Duty {
  const rule = findDutyRule(row.rule_id);
  return {
    taskId: row.id,
    kind: row.kind as TaskKind,
    dueOn: row.due_on,
    daysLeft: daysLeft(row.due_on, today),
    nearness: nearness(row.due_on, today),
    details: row.details,
    ...(rule === undefined ? {} : { rule }),
    ...(row.subject_id === null ? {} : { subjectId: row.subject_id }),
    ...(row.done_on ? { doneOn: row.done_on } : {}),
    ...(row.done_by_name ? { doneBy: row.done_by_name } : {}),
    ...(row.attended == null ? {} : { attended: row.attended }),
    ...(row.marked_today ? { markedToday: true } : {}),
  };
}

/** Open duties by day, then those that were done, the latest first. */
export async function dutiesOf(
  context: ViewerContext,
  clientId: string,
): Promise<{ open: Duty[]; done: Duty[] }> {
  const { rows } = await sql<TaskRow>`
    (select t.id, t.kind, t.due_on, t.rule_id, t.subject_id, t.details, null::date as done_on, null as done_by_name, null::boolean as attended, false as marked_today
       from clients.open_task t where t.client_id = ${clientId} order by t.due_on, t.id)
    union all
    (select t.id, t.kind, t.due_on, t.rule_id, t.subject_id, t.details, t.done_on, a.name, t.attended, ${markedToday(context.today)}
       from clients.task t left join access.account a on a.id = t.done_by
      where t.client_id = ${clientId} and t.done_on is not null order by t.done_on desc, t.id desc)`.execute(
    context.db,
  );
  const duties = rows.map((row) => dutyOf(row, context.today));
  return {
    open: duties.filter((duty) => duty.doneOn === undefined),
    done: duties.filter((duty) => duty.doneOn !== undefined),
  };
}

/**
 * Opens a duty on a person's path and gives its id; when one of the same kind about the same subject is open already,
 * nothing is opened and undefined is given, so that background work may ask again.
 */
export async function openTask(
  context: ViewerContext,
  clientId: string,
  duty: DutyDraft,
): Promise<string | undefined> {
  const id = newId();
  const { rows } = await sql<{ id: string }>`
    insert into clients.task (id, client_id, kind, due_on, rule_id, subject_id, details, created_at, search_id)
    values (${id}, ${clientId}, ${duty.kind}, ${duty.dueOn}, ${duty.ruleId ?? null}, ${duty.subjectId ?? null},
      ${JSON.stringify(duty.details ?? {})}::jsonb, ${context.now.toISOString()},
      ${dutiesOfSearch.includes(duty.kind) ? searchNow(context, clientId) : null})
    on conflict (kind, subject_id) where done_on is null and subject_id is not null do nothing
    returning id`.execute(context.db);
  return rows[0]?.id;
}

/** Marks the open duties of a kind about a subject, or about the person as a whole, done today; gives how many. */
export async function closeTasks(context: ViewerContext, kind: TaskKind, subjectId: string): Promise<number> {
  const { numUpdatedRows } = await context.db
    .updateTable('clients.task')
    .set({
      done_on: context.today,
      done_by: context.viewer.accountId ?? null,
      done_at: context.now.toISOString(),
    })
    .where('kind', '=', kind)
    .where((is) => is.or([is('subject_id', '=', subjectId), is('client_id', '=', subjectId)]))
    .where('done_on', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Opens again duties of a kind about a subject that the house closed at an instant or later. Ask as the house. */
export async function reopenTasks(
  system: ViewerContext,
  kind: TaskKind,
  subjectId: string,
  closedAt: string,
): Promise<void> {
  await system.db
    .updateTable('clients.task')
    .set({ done_on: null, done_by: null, done_at: null })
    .where('kind', '=', kind)
    .where('subject_id', '=', subjectId)
    .where('done_at', '>=', closedAt)
    .execute();
}

export interface DoneTask {
  kind: TaskKind;
  dueOn: Day;
  ruleId: string | undefined;
  subjectId: string | undefined;
  details: Record<string, unknown>;
}

/** Marks one open duty done on the day it was held; undefined when it is not open. */
export async function completeOpenTask(
  context: ViewerContext,
  clientId: string,
  taskId: string,
  held: { on: Day; attended?: boolean | undefined },
): Promise<DoneTask | undefined> {
  const row = await context.db
    .updateTable('clients.task')
    .set({
      done_on: held.on,
      done_by: context.viewer.accountId ?? null,
      done_at: context.now.toISOString(),
      attended: held.attended ?? null,
    })
    .where('id', '=', taskId)
    .where('client_id', '=', clientId)
    .where('done_on', 'is', null)
    .returning(['kind', 'subject_id', 'details', 'due_on', 'rule_id'])
    .executeTakeFirst();
  return (
    row && {
      kind: row.kind as TaskKind,
      dueOn: row.due_on,
      ruleId: row.rule_id ?? undefined,
      subjectId: row.subject_id ?? undefined,
      details: row.details as Record<string, unknown>,
    }
  );
}

/** Was a duty marked done today? Its own day may be an earlier one. */
const markedToday = (today: Day) =>
  sql<boolean>`coalesce((done_at at time zone 'Europe/Helsinki')::date, done_on) = ${today}::date`;

/** Opens again a duty that was marked done today, and takes away what doing it had opened; false when it was not. */
export async function reopenTask(context: ViewerContext, clientId: string, taskId: string): Promise<boolean> {
  await sql`delete from clients.task t where t.client_id = ${clientId} and t.done_on is null and t.details ->> 'after' = ${taskId}
    and exists (select from clients.task d where d.id = ${taskId} and ${markedToday(context.today)})`.execute(
    context.db,
  );
  const { numUpdatedRows } = await context.db
    .updateTable('clients.task')
    .set({ done_on: null, done_by: null, done_at: null, attended: null })
    .where('id', '=', taskId)
    .where('client_id', '=', clientId)
    .where(markedToday(context.today))
    .executeTakeFirst();
  return Number(numUpdatedRows) > 0;
}

/** Is a duty of one of these kinds open on the person's path? */
export async function hasOpenTask(
  context: ViewerContext,
  clientId: string,
  kinds: readonly TaskKind[],
): Promise<boolean> {
  const row = await context.db
    .selectFrom('clients.open_task')
    .select('id')
    .where('client_id', '=', clientId)
    .where('kind', 'in', [...kinds])
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes away the open follow-up of an outcome that was taken back. */
export async function dropFollowUps(system: ViewerContext, outcomeId: string): Promise<void> {
  await system.db
    .deleteFrom('clients.task')
    .where('kind', '=', 'outcome-follow-up' satisfies TaskKind)
    .where('subject_id', '=', outcomeId)
    .where('done_on', 'is', null)
    .execute();
}
