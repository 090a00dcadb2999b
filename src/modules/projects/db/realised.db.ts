import type { ViewerContext } from '#access';
import { addRows } from '#db/table-rows.ts';
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
  /** Somebody has said that it is right, though it looks as if it were not. */
  accepted: boolean;
}

/** What was entered, in the order of entering. */
export async function listRealised(context: ViewerContext, projectId: string): Promise<RealisedEntry[]> {
  const rows = await context.db
    .selectFrom('projects.realised')
    .select(['id', 'month', 'kind', 'label', 'cents', 'evidence', 'accepted_at'])
    .where('project_id', '=', projectId)
    .orderBy('entered_at')
    .orderBy('id')
    .execute();
  return rows.map(({ accepted_at, ...row }) => ({
    ...row,
    kind: row.kind as CostKind,
    accepted: accepted_at !== null,
  }));
}

export async function addRealised(
  context: ViewerContext,
  projectId: string,
  entries: readonly Omit<RealisedEntry, 'id'>[],
): Promise<void> {
  if (entries.length === 0) return;
  await context.db
    .insertInto('projects.realised')
    .values(
      entries.map(({ month, kind, label, cents, evidence, accepted }) => ({
        id: newId(),
        project_id: projectId,
        month,
        kind,
        label,
        cents,
        evidence,
        entered_by: context.viewer.accountId ?? null,
        entered_at: context.now.toISOString(),
        accepted_by: accepted ? (context.viewer.accountId ?? null) : null,
        accepted_at: accepted ? context.now.toISOString() : null,
      })),
    )
    .execute();
}

/** Notes who says that an entry is right; false when there is none. */
export async function acceptRealised(
  context: ViewerContext,
  projectId: string,
  id: string,
): Promise<boolean> {
  const { numUpdatedRows } = await context.db
    .updateTable('projects.realised')
    .set({ accepted_by: context.viewer.accountId ?? null, accepted_at: context.now.toISOString() })
    .where('project_id', '=', projectId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** An entry that was taken away, with who did it, when and why. */
export interface RemovedEntry extends Omit<RealisedEntry, 'accepted'> {
  removedBy: string | undefined;
  removedAt: string;
  why: string;
}

const kept = [
  'id',
  'project_id',
  'month',
  'kind',
  'label',
  'cents',
  'evidence',
  'work_package_id',
  'entered_by',
  'entered_at',
  'accepted_by',
  'accepted_at',
] as const;

/** What was taken away, the latest first. */
export async function listRemoved(context: ViewerContext, projectId: string): Promise<RemovedEntry[]> {
  const rows = await context.db
    .selectFrom('projects.realised_removed as r')
    .leftJoin('access.account as a', 'a.id', 'r.removed_by')
    .select([
      'r.id',
      'r.month',
      'r.kind',
      'r.label',
      'r.cents',
      'r.evidence',
      'r.removed_at',
      'r.why',
      'a.name',
    ])
    .where('r.project_id', '=', projectId)
    .orderBy('r.removed_at', 'desc')
    .orderBy('r.id')
    .execute();
  return rows.map(({ removed_at, name, ...row }) => ({
    ...row,
    kind: row.kind as CostKind,
    removedBy: name ?? undefined,
    removedAt: removed_at,
  }));
}

/** Takes an entry away and keeps it with the reason; false when there was none. */
export async function removeRealised(
  context: ViewerContext,
  { projectId, id, why }: { projectId: string; id: string; why: string },
): Promise<boolean> {
  const entry = await context.db
    .deleteFrom('projects.realised')
    .where('project_id', '=', projectId)
    .where('id', '=', id)
    .returning(kept)
    .executeTakeFirst();
  if (!entry) return false;
  await addRows(context.db, 'projects.realised_removed', {
    ...entry,
    removed_by: context.viewer.accountId ?? null,
    removed_at: context.now.toISOString(),
    why,
  });
  return true;
}

/** Puts an entry back as it was; false when it was not among the removed. */
export async function restoreRealised(
  context: ViewerContext,
  projectId: string,
  id: string,
): Promise<boolean> {
  const entry = await context.db
    .deleteFrom('projects.realised_removed')
    .where('project_id', '=', projectId)
    .where('id', '=', id)
    .returning(kept)
    .executeTakeFirst();
  if (entry) await context.db.insertInto('projects.realised').values(entry).execute();
  return entry !== undefined;
}

/** Hours of all staff of a project, by staff and month. */
export async function listHours(
  context: ViewerContext,
  projectId: string,
): Promise<(WorkMonth & { staffId: string })[]> {
  const rows = await context.db
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
  context: ViewerContext,
  staffId: string,
  month: Day,
  hundredths: number,
): Promise<void> {
  await context.db
    .insertInto('projects.work_time')
    .values({ staff_id: staffId, month, hundredths })
    .onConflict((conflict) => conflict.columns(['staff_id', 'month']).doUpdateSet({ hundredths }))
    .execute();
}
