import type { Handle } from '#access';
import type { Day } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import type { Language } from '#kernel/localised.ts';
import type { BoardReportData } from '../domain/board-report.ts';
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
  handle: Handle,
  programmeId: string,
  by: Day,
  periods?: readonly Period[],
): Promise<GoalReport[]> {
  let query = handle.db
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
  handle: Handle,
  report: { programmeId: string; goalId: string; period: Period; content: GoalReportContent },
): Promise<void> {
  await handle.db
    .insertInto('programmes.goal_report')
    .values({
      id: newId(),
      programme_id: report.programmeId,
      goal_id: report.goalId,
      period: report.period,
      content: JSON.stringify(report.content),
      submitted_at: handle.now.toISOString(),
      submitted_on: handle.today,
      submitted_by: handle.viewer.accountId!,
    })
    .execute();
}

export interface GoalDraft {
  content: GoalDraftContent;
  revision: number;
  savedAt: string;
  savedBy: string;
}

export async function findGoalDraft(
  handle: Handle,
  goalId: string,
  period: Period,
): Promise<GoalDraft | undefined> {
  const row = await handle.db
    .selectFrom('programmes.goal_draft')
    .selectAll()
    .where('goal_id', '=', goalId)
    .where('period', '=', period)
    .executeTakeFirst();
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
  handle: Handle,
  programmeId: string,
): Promise<{ goalId: string; period: Period }[]> {
  const rows = await handle.db
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
  handle: Handle,
  draft: {
    programmeId: string;
    goalId: string;
    period: Period;
    content: GoalDraftContent;
    revision: number;
  },
): Promise<number | undefined> {
  const writer = handle.viewer.accountId!;
  const values = {
    content: JSON.stringify(draft.content),
    saved_at: handle.now.toISOString(),
    saved_by: writer,
  };
  const row = await handle.db
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

export interface BoardReport {
  reportId: string;
  programmeId: string;
  period: Period;
  state: 'draft' | 'approved';
  foreword: string;
  revision: number;
  approvedOn: Day | undefined;
  approvingBody: string | undefined;
  decisionReference: string | undefined;
  data: BoardReportData | undefined;
  dataHash: string | undefined;
}

/** The reports to the body, the latest half-year first; an approval after the day is not yet one. */
export async function boardReports(handle: Handle, programmeId: string, by: Day): Promise<BoardReport[]> {
  const rows = await handle.db
    .selectFrom('programmes.board_report')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .orderBy('period', 'desc')
    .execute();
  return rows.map(toBoardReport).map((report) => {
    if (report.approvedOn === undefined || report.approvedOn <= by) return report;
    return {
      ...report,
      state: 'draft' as const,
      approvedOn: undefined,
      data: undefined,
      dataHash: undefined,
    };
  });
}

export async function findBoardReport(
  handle: Handle,
  where: { reportId: string } | { programmeId: string; period: Period },
): Promise<BoardReport | undefined> {
  const query = handle.db.selectFrom('programmes.board_report').selectAll();
  const row = await ('reportId' in where
    ? query.where('id', '=', where.reportId)
    : query.where('programme_id', '=', where.programmeId).where('period', '=', where.period)
  ).executeTakeFirst();
  return row && toBoardReport(row);
}

/** Approved reports of all programmes, the latest approval first. */
export async function approvedReports(handle: Handle): Promise<BoardReport[]> {
  const rows = await handle.db
    .selectFrom('programmes.board_report')
    .selectAll()
    .where('state', '=', 'approved')
    .orderBy('approved_at', 'desc')
    .execute();
  return rows.map(toBoardReport);
}

function toBoardReport(row: {
  id: string;
  programme_id: string;
  period: string;
  state: string;
  foreword: string;
  revision: number;
  approved_on: string | null;
  approving_body: string | null;
  decision_reference: string | null;
  data: unknown;
  data_hash: string | null;
}): BoardReport {
  return {
    reportId: row.id,
    programmeId: row.programme_id,
    period: row.period,
    state: row.state as BoardReport['state'],
    foreword: row.foreword,
    revision: row.revision,
    approvedOn: row.approved_on ?? undefined,
    approvingBody: row.approving_body ?? undefined,
    decisionReference: row.decision_reference ?? undefined,
    data: (row.data ?? undefined) as BoardReportData | undefined,
    dataHash: row.data_hash ?? undefined,
  };
}

/** The report of a half-year, begun when it is not there yet. */
export async function ensureBoardReport(
  handle: Handle,
  programmeId: string,
  period: Period,
): Promise<BoardReport> {
  const found = await findBoardReport(handle, { programmeId, period });
  if (found) return found;
  await handle.db
    .insertInto('programmes.board_report')
    .values({
      id: newId(),
      programme_id: programmeId,
      period,
      state: 'draft',
      changed_at: handle.now.toISOString(),
      changed_by: handle.viewer.accountId ?? null,
    })
    .onConflict((conflict) => conflict.columns(['programme_id', 'period']).doNothing())
    .execute();
  return (await findBoardReport(handle, { programmeId, period }))!;
}

/** @returns false when somebody has changed it since */
export async function saveForewordRow(
  handle: Handle,
  reportId: string,
  foreword: string,
  revision: number,
): Promise<boolean> {
  const changed = await handle.db
    .updateTable('programmes.board_report')
    .set({
      foreword,
      revision: revision + 1,
      changed_at: handle.now.toISOString(),
      changed_by: handle.viewer.accountId ?? null,
    })
    .where('id', '=', reportId)
    .where('revision', '=', revision)
    .where('state', '=', 'draft')
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** Freezes the report as the body approved it. @returns false when it was approved already */
export async function freezeReport(
  handle: Handle,
  reportId: string,
  approval: {
    approvedOn: Day;
    approvingBody: string;
    decisionReference: string | undefined;
    data: BoardReportData;
    dataHash: string;
  },
): Promise<boolean> {
  const changed = await handle.db
    .updateTable('programmes.board_report')
    .set({
      state: 'approved',
      approved_at: handle.now.toISOString(),
      approved_on: approval.approvedOn,
      approved_by: handle.viewer.accountId ?? null,
      approving_body: approval.approvingBody,
      decision_reference: approval.decisionReference ?? null,
      data: JSON.stringify(approval.data),
      data_hash: approval.dataHash,
    })
    .where('id', '=', reportId)
    .where('state', '=', 'draft')
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

export type FileFormat = 'pdf' | 'docx';
export interface ReportFile {
  fileId: string;
  reportId: string;
  dataHash: string;
  language: Language;
  format: FileFormat;
  made: boolean;
  failed: boolean;
}

/** The files of a report as it is: those made, and those that wait. */
export async function reportFiles(handle: Handle, reportId: string, dataHash: string): Promise<ReportFile[]> {
  const rows = await handle.db
    .selectFrom('programmes.report_file')
    .select(['id', 'report_id', 'data_hash', 'language', 'format', 'made_at', 'error'])
    .where('report_id', '=', reportId)
    .where('data_hash', '=', dataHash)
    .orderBy('language')
    .orderBy('format')
    .execute();
  return rows.map((row) => ({
    fileId: row.id,
    reportId: row.report_id,
    dataHash: row.data_hash,
    language: row.language as Language,
    format: row.format as FileFormat,
    made: row.made_at !== null,
    failed: row.error !== null,
  }));
}

/** Asks for files that are not there; one that failed is tried again. */
export async function askForFiles(
  handle: Handle,
  reportId: string,
  dataHash: string,
  wanted: readonly { language: Language; format: FileFormat }[],
): Promise<void> {
  await handle.db
    .insertInto('programmes.report_file')
    .values(
      wanted.map(({ language, format }) => ({
        id: newId(),
        report_id: reportId,
        data_hash: dataHash,
        language,
        format,
        asked_at: handle.now.toISOString(),
        asked_by: handle.viewer.accountId ?? null,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['report_id', 'data_hash', 'language', 'format'])
        .doUpdateSet({ error: null, asked_at: handle.now.toISOString() }),
    )
    .execute();
}

/** The file that has waited longest, taken so that no other process makes it too. */
export async function takeWaitingFile(handle: Handle): Promise<ReportFile | undefined> {
  const row = await handle.db
    .selectFrom('programmes.report_file')
    .select(['id', 'report_id', 'data_hash', 'language', 'format'])
    .where('made_at', 'is', null)
    .where('error', 'is', null)
    .orderBy('asked_at')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return (
    row && {
      fileId: row.id,
      reportId: row.report_id,
      dataHash: row.data_hash,
      language: row.language as Language,
      format: row.format as FileFormat,
      made: false,
      failed: false,
    }
  );
}

export async function keepFile(
  handle: Handle,
  fileId: string,
  made: { bytes: Uint8Array; sha256: string } | { error: string },
): Promise<void> {
  await handle.db
    .updateTable('programmes.report_file')
    .set(
      'error' in made
        ? { error: made.error.slice(0, 500) }
        : { made_at: handle.now.toISOString(), bytes: Buffer.from(made.bytes), sha256: made.sha256 },
    )
    .where('id', '=', fileId)
    .execute();
}

export async function fileBytes(
  handle: Handle,
  reportId: string,
  dataHash: string,
  language: Language,
  format: FileFormat,
): Promise<{ bytes: Uint8Array; sha256: string } | undefined> {
  const row = await handle.db
    .selectFrom('programmes.report_file')
    .select(['bytes', 'sha256'])
    .where('report_id', '=', reportId)
    .where('data_hash', '=', dataHash)
    .where('language', '=', language)
    .where('format', '=', format)
    .executeTakeFirst();
  return row?.bytes && row.sha256 ? { bytes: row.bytes, sha256: row.sha256 } : undefined;
}

export interface Reminder {
  goalId: string;
  period: Period;
  accountId: string;
  step: number | undefined;
  sentAt: string;
}

export async function remindersOf(handle: Handle, programmeId: string): Promise<Reminder[]> {
  const rows = await handle.db
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
  handle: Handle,
  reminder: {
    programmeId: string;
    goalId: string;
    period: Period;
    accountId: string;
    step?: number | undefined;
  },
): Promise<boolean> {
  const noted = await handle.db
    .insertInto('programmes.reminder')
    .values({
      id: newId(),
      programme_id: reminder.programmeId,
      goal_id: reminder.goalId,
      period: reminder.period,
      account_id: reminder.accountId,
      step: reminder.step ?? null,
      sent_at: handle.now.toISOString(),
      sent_by: handle.viewer.accountId ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return noted !== undefined;
}
