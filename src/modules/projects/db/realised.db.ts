import type { Handle } from '#access';
import type { Day } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import type { Cents } from '#kernel/money.ts';
import type { CostKind } from '../domain/draft.ts';
import type { WorkMonth } from '../domain/work-time.ts';

export interface RealisedEntry {
  id: string;
  /** First day of the month. */
  month: Day;
  kind: CostKind;
  label: string;
  cents: Cents;
  /** Voucher, ledger, payment decision: where it can be checked. */
  evidence: string;
}

/** What was used, the latest month first. */
export async function listRealised(handle: Handle, projectId: string): Promise<RealisedEntry[]> {
  const rows = await handle.db
    .selectFrom('projects.realised')
    .select(['id', 'month', 'kind', 'label', 'cents', 'evidence'])
    .where('project_id', '=', projectId)
    .orderBy('month', 'desc')
    .orderBy('entered_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as CostKind }));
}

export async function addRealised(
  handle: Handle,
  projectId: string,
  entries: readonly Omit<RealisedEntry, 'id'>[],
): Promise<void> {
  if (entries.length === 0) return;
  await handle.db
    .insertInto('projects.realised')
    .values(
      entries.map((entry) => ({
        id: newId(),
        project_id: projectId,
        ...entry,
        entered_by: handle.viewer.accountId ?? null,
        entered_at: handle.now.toISOString(),
      })),
    )
    .execute();
}

/** Takes an entry away; false when there was none. */
export async function removeRealised(handle: Handle, projectId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await handle.db
    .deleteFrom('projects.realised')
    .where('project_id', '=', projectId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Hours of all staff of a project, by staff and month. */
export async function listHours(
  handle: Handle,
  projectId: string,
): Promise<(WorkMonth & { staffId: string })[]> {
  const rows = await handle.db
    .selectFrom('projects.work_time as w')
    .innerJoin('projects.staff as s', 's.id', 'w.staff_id')
    .select(['w.staff_id', 'w.month', 'w.hundredths'])
    .where('s.project_id', '=', projectId)
    .orderBy('w.month')
    .execute();
  return rows.map((row) => ({ staffId: row.staff_id, month: row.month, hundredths: row.hundredths }));
}

/** Notes a month's hours, in place of what was noted before. */
export async function setHours(
  handle: Handle,
  staffId: string,
  month: Day,
  hundredths: number,
): Promise<void> {
  await handle.db
    .insertInto('projects.work_time')
    .values({ staff_id: staffId, month, hundredths })
    .onConflict((conflict) => conflict.columns(['staff_id', 'month']).doUpdateSet({ hundredths }))
    .execute();
}
