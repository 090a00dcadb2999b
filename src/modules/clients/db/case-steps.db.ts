import { sql } from 'kysely';
import type { ViewerContext } from '#access';
import { addRow } from '#db/table-rows.ts';
import type { Day } from '#kernel/days.ts';
import type { CaseStepKind } from '../domain/codes.ts';
import { daysToUndo } from '../domain/searches.ts';

export interface CaseStepDraft {
  clientId: string;
  caseId?: string | undefined;
  kind: CaseStepKind;
  /** The day from which it holds. */
  onDay: Day;
  reason?: string | undefined;
  note?: string | undefined;
  details?: Record<string, string | number> | undefined;
  /** Who did it; absent for the house. */
  by?: string | undefined;
}

/** Writes what was done to a case. Kept by the house alone; nothing of it is ever changed. */
export async function addCaseStep(system: ViewerContext, step: CaseStepDraft): Promise<void> {
  await addRow(system.db, 'clients.case_step', {
    client_id: step.clientId,
    case_id: step.caseId ?? null,
    kind: step.kind,
    on_day: step.onDay,
    reason: step.reason ?? null,
    note: step.note ?? null,
    details: JSON.stringify(step.details ?? {}),
    account_id: step.by ?? null,
    at: system.now.toISOString(),
  });
}

export interface CaseStep {
  kind: CaseStepKind;
  onDay: Day;
  at: string;
  by?: string;
  reason?: string;
  note?: string;
  details: Record<string, string | number>;
}

/** What has been done to a person's cases, the latest first. */
export async function caseStepsOf(context: ViewerContext, clientId: string): Promise<CaseStep[]> {
  const { rows } = await sql<{
    kind: string;
    on_day: Day;
    at: string;
    name: string | null;
    reason: string | null;
    note: string | null;
    details: Record<string, string | number>;
  }>`select s.kind, s.on_day, s.at, a.name, s.reason, s.note, s.details
      from clients.case_step s left join access.account a on a.id = s.account_id
     where s.client_id = ${clientId} order by s.at desc, s.id desc`.execute(context.db);
  return rows.map((row) => ({
    kind: row.kind as CaseStepKind,
    onDay: row.on_day,
    at: row.at,
    details: row.details,
    ...(row.name === null ? {} : { by: row.name }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.note === null ? {} : { note: row.note }),
  }));
}

/** Was the end of search recorded so lately, or is it still ahead, that it can be taken back? */
export async function mayTakeEndBack(
  context: ViewerContext,
  clientId: string,
  endedOn: Day,
): Promise<boolean> {
  if (endedOn > context.today) return true;
  const since = new Date(context.now.getTime() - daysToUndo * 86_400_000).toISOString();
  const row = await context.db
    .selectFrom('clients.case_step')
    .select('id')
    .where('client_id', '=', clientId)
    .where('kind', '=', 'search-ended')
    .where('at', '>=', since)
    .executeTakeFirst();
  return row !== undefined;
}
