import type { ViewerContext } from '#access';
import { addRow, findRow } from '#db/table-rows.ts';
import type { Day } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import type { GoalDraftContent, GoalReportContent } from '../domain/goal-report.ts';
import type { Period } from '../domain/periods.ts';

export interface GoalReport {
  goalId: string;
  period: Period;
  content: GoalReportContent;
  submittedAt: string;
  submittedOn: Day;
  submittedBy: string;
}

/** The last report of each goal and half-year that had been sent by a day; reports of one half-year when it is named. */
export async function sentReports(
  context: ViewerContext,
  programmeId: string,
  by: Day,
  periods?: readonly Period[],
): Promise<GoalReport[]> {
  let query = context.db
    .selectFrom('programmes.goal_report')
    .selectAll()
    .distinctOn(['goal_id', 'period'])
    .where('programme_id', '=', programmeId)
    .where('submitted_on', '<=', by);
  if (periods) query = query.where('period', 'in', [...periods]);
  const rows = await query
    .orderBy('goal_id')
    .orderBy('period')
    .orderBy('submitted_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    goalId: row.goal_id,
    period: row.period,
    content: row.content as GoalReportContent,
    submittedAt: row.submitted_at,
    submittedOn: row.submitted_on,
    submittedBy: row.submitted_by,
  }));
}

export async function addGoalReport(
  context: ViewerContext,
  report: { programmeId: string; goalId: string; period: Period; content: GoalReportContent },
): Promise<void> {
  await addRow(context.db, 'programmes.goal_report', {
    programme_id: report.programmeId,
    goal_id: report.goalId,
    period: report.period,
    content: JSON.stringify(report.content),
    submitted_at: context.now.toISOString(),
    submitted_on: context.today,
    submitted_by: context.viewer.accountId!,
  });
}

export interface GoalDraft {
  content: GoalDraftContent;
  revision: number;
  savedAt: string;
  savedBy: string;
}

export async function findGoalDraft(
  context: ViewerContext,
  goalId: string,
  period: Period,
): Promise<GoalDraft | undefined> {
  const row = await findRow(context.db, 'programmes.goal_draft', { goal_id: goalId, period }, 'all');
  return (
    row && {
      content: row.content as GoalDraftContent,
      revision: row.revision,
      savedAt: row.saved_at,
      savedBy: row.saved_by,
    }
  );
}

/** Which goals somebody has begun to write about. */
export async function draftsBegun(
  context: ViewerContext,
  programmeId: string,
): Promise<{ goalId: string; period: Period }[]> {
  const rows = await context.db
    .selectFrom('programmes.goal_draft')
    .select(['goal_id', 'period'])
    .where('programme_id', '=', programmeId)
    .execute();
  return rows.map((row) => ({ goalId: row.goal_id, period: row.period }));
}

/**
 * Keeps what is being written when nobody else has saved since: the revision is the one the writer saw. The writer's own
 * later saving (by itself, while the button was pressed) is no obstacle.
 * @returns the new revision, or undefined when somebody else was before
 */
export async function saveGoalDraftRow(
  context: ViewerContext,
  draft: {
    programmeId: string;
    goalId: string;
    period: Period;
    content: GoalDraftContent;
    revision: number;
  },
): Promise<number | undefined> {
  const writer = context.viewer.accountId!;
  const values = {
    content: JSON.stringify(draft.content),
    saved_at: context.now.toISOString(),
    saved_by: writer,
  };
  const row = await context.db
    .insertInto('programmes.goal_draft')
    .values({
      ...values,
      revision: 1,
      programme_id: draft.programmeId,
      goal_id: draft.goalId,
      period: draft.period,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['goal_id', 'period'])
        .doUpdateSet((set) => ({ ...values, revision: set('programmes.goal_draft.revision', '+', 1) }))
        .where((is) =>
          is.or([
            is('programmes.goal_draft.revision', '=', draft.revision),
            is('programmes.goal_draft.saved_by', '=', writer),
          ]),
        ),
    )
    .returning('revision')
    .executeTakeFirst();
  return row?.revision;
}

export interface Reminder {
  goalId: string;
  period: Period;
  accountId: string;
  step: number | undefined;
  sentAt: string;
}

export async function remindersOf(context: ViewerContext, programmeId: string): Promise<Reminder[]> {
  const rows = await context.db
    .selectFrom('programmes.reminder')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .orderBy('sent_at')
    .execute();
  return rows.map((row) => ({
    goalId: row.goal_id,
    period: row.period,
    accountId: row.account_id,
    step: row.step ?? undefined,
    sentAt: row.sent_at,
  }));
}

/** Notes a reminder. @returns false when this step of the rule has been sent already */
export async function noteReminder(
  context: ViewerContext,
  reminder: {
    programmeId: string;
    goalId: string;
    period: Period;
    accountId: string;
    step?: number | undefined;
  },
): Promise<boolean> {
  const noted = await context.db
    .insertInto('programmes.reminder')
    .values({
      id: newId(),
      programme_id: reminder.programmeId,
      goal_id: reminder.goalId,
      period: reminder.period,
      account_id: reminder.accountId,
      step: reminder.step ?? null,
      sent_at: context.now.toISOString(),
      sent_by: context.viewer.accountId ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return noted !== undefined;
}
