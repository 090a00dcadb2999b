import type { ViewerContext } from '#access';
import type { Day } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import type { BoardReportData } from '../domain/board-report.ts';
import type { Period } from '../domain/periods.ts';

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
export async function boardReports(
  context: ViewerContext,
  programmeId: string,
  by: Day,
): Promise<BoardReport[]> {
  const rows = await context.db
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
  context: ViewerContext,
  where: { reportId: string } | { programmeId: string; period: Period },
): Promise<BoardReport | undefined> {
  const query = context.db.selectFrom('programmes.board_report').selectAll();
  const row = await ('reportId' in where
    ? query.where('id', '=', where.reportId)
    : query.where('programme_id', '=', where.programmeId).where('period', '=', where.period)
  ).executeTakeFirst();
  return row && toBoardReport(row);
}

/** Approved reports of all programmes, the latest approval first. */
export async function approvedReports(context: ViewerContext): Promise<BoardReport[]> {
  const rows = await context.db
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
  context: ViewerContext,
  programmeId: string,
  period: Period,
): Promise<BoardReport> {
  const found = await findBoardReport(context, { programmeId, period });
  if (found) return found;
  await context.db
    .insertInto('programmes.board_report')
    .values({
      id: newId(),
      programme_id: programmeId,
      period,
      state: 'draft',
      changed_at: context.now.toISOString(),
      changed_by: context.viewer.accountId ?? null,
    })
    .onConflict((conflict) => conflict.columns(['programme_id', 'period']).doNothing())
    .execute();
  return (await findBoardReport(context, { programmeId, period }))!;
}

/** @returns false when somebody has changed it since */
export async function saveForewordRow(
  context: ViewerContext,
  reportId: string,
  foreword: string,
  revision: number,
): Promise<boolean> {
  const changed = await context.db
    .updateTable('programmes.board_report')
    .set({
      foreword,
      revision: revision + 1,
      changed_at: context.now.toISOString(),
      changed_by: context.viewer.accountId ?? null,
    })
    .where('id', '=', reportId)
    .where('revision', '=', revision)
    .where('state', '=', 'draft')
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** Freezes the report as the body approved it. @returns false when it was approved already */
export async function freezeReport(
  context: ViewerContext,
  reportId: string,
  approval: {
    approvedOn: Day;
    approvingBody: string;
    decisionReference: string | undefined;
    /** When the decision was chosen among those of the bodies. */
    bodyId?: string | undefined;
    decisionId?: string | undefined;
    data: BoardReportData;
    dataHash: string;
  },
): Promise<boolean> {
  const changed = await context.db
    .updateTable('programmes.board_report')
    .set({
      state: 'approved',
      approved_at: context.now.toISOString(),
      approved_on: approval.approvedOn,
      approved_by: context.viewer.accountId ?? null,
      approving_body: approval.approvingBody,
      decision_reference: approval.decisionReference ?? null,
      body_id: approval.bodyId ?? null,
      decision_id: approval.decisionId ?? null,
      data: JSON.stringify(approval.data),
      data_hash: approval.dataHash,
    })
    .where('id', '=', reportId)
    .where('state', '=', 'draft')
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}
