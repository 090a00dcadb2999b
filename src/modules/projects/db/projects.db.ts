import { sql } from 'kysely';
import type { Handle } from '#access';
import type { Day } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import type { ProjectDraft, ProjectState } from '../domain/draft.ts';
import type { Plan } from '../domain/plan.ts';
import type { PromiseVersion } from '../domain/promise-version.ts';

/** What the project's own row says beside the plan. */
export interface ProjectRow {
  projectId: string;
  state: ProjectState;
  stateSince: Day;
  organisationId: string | undefined;
  funderId: string | undefined;
  improvesId: string | undefined;
  reportDueOn: Day | undefined;
}

/** The row of a project open to the viewer; locked until the end of the transaction when it is to be changed. */
export async function findProject(
  handle: Handle,
  projectId: string,
  lock: 'for-change' | 'for-reading' = 'for-reading',
): Promise<ProjectRow | undefined> {
  const row = await handle.db
    .selectFrom('projects.project')
    .select(['id', 'state', 'state_since', 'organisation_id', 'funder_id', 'improves_id', 'report_due_on'])
    .where('id', '=', projectId)
    .$if(lock === 'for-change', (query) => query.forUpdate())
    .executeTakeFirst();
  return (
    row && {
      projectId: row.id,
      state: row.state as ProjectState,
      stateSince: row.state_since,
      organisationId: row.organisation_id ?? undefined,
      funderId: row.funder_id ?? undefined,
      improvesId: row.improves_id ?? undefined,
      reportDueOn: row.report_due_on ?? undefined,
    }
  );
}

/** A project with nothing but its name, its state, since when, and whose it is. */
export async function insertProject(
  handle: Handle,
  project: { name: string; state: ProjectState; since?: Day; improvesId?: string | undefined },
): Promise<string> {
  const since = project.since ?? handle.today;
  const id = newId();
  await handle.db
    .insertInto('projects.project')
    .values({
      id,
      name: project.name,
      state: project.state,
      state_since: since,
      organisation_id: handle.viewer.organisationId ?? null,
      improves_id: project.improvesId ?? null,
      changed_at: handle.now.toISOString(),
    })
    .execute();
  await insertStateChange(handle, id, undefined, project.state, undefined, since);
  return id;
}

/** Moves the project and remembers who did it. */
export async function setState(
  handle: Handle,
  projectId: string,
  from: ProjectState,
  to: ProjectState,
  on: Day,
  note?: string,
  unready?: Unready,
): Promise<void> {
  await handle.db
    .updateTable('projects.project')
    .set({ state: to, state_since: on, changed_at: handle.now.toISOString() })
    .where('id', '=', projectId)
    .execute();
  await insertStateChange(handle, projectId, from, to, note, on, unready);
}

/** Why an application went out although its plan was not ready, and how many reasons were open then. */
export interface Unready {
  readonly why: string;
  readonly reasons: number;
}

async function insertStateChange(
  handle: Handle,
  projectId: string,
  from: ProjectState | undefined,
  to: ProjectState,
  note?: string,
  on: Day = handle.today,
  unready?: Unready,
): Promise<void> {
  await handle.db
    .insertInto('projects.state_change')
    .values({
      id: newId(),
      project_id: projectId,
      changed_on: on,
      changed_by: handle.viewer.accountId ?? null,
      from_state: from ?? null,
      to_state: to,
      note: note ?? null,
      unready_why: unready?.why ?? null,
      unready_reasons: unready?.reasons ?? null,
    })
    .execute();
}

/** How many findings the portfolio shows. */
export async function setFindings(handle: Handle, projectId: string, findings: number): Promise<void> {
  await handle.db.updateTable('projects.project').set({ findings }).where('id', '=', projectId).execute();
}

/** The municipalities that the project reaches. */
export async function setReach(handle: Handle, projectId: string, codes: readonly string[]): Promise<void> {
  await handle.db.deleteFrom('projects.reach').where('project_id', '=', projectId).execute();
  await sql`insert into projects.reach (project_id, municipality_code)
    select ${projectId}::uuid, code from unnest(${[...codes]}::text[]) as code`.execute(handle.db);
}

/** Documents are taken one at a time, so that the same one sent twice at once is taken once. */
export async function lockImport(handle: Handle): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('projects.import'))`.execute(handle.db);
}

/** The project that a document of exactly this content was taken into. */
export async function projectOfHash(handle: Handle, hash: string): Promise<string | undefined> {
  const row = await handle.db
    .selectFrom('projects.draft')
    .select('project_id')
    .where('hash', '=', hash)
    .executeTakeFirst();
  return row?.project_id;
}

/** A project known by the same project code or application number, or by the same name. */
export async function sameProject(handle: Handle, plan: Plan): Promise<string | undefined> {
  const numbers = plan.registerNumbers
    .filter((one) => one.form === 'project-code' || one.form === 'application')
    .map((one) => one.text.toLowerCase());
  const { rows } = await sql<{ id: string }>`
    select p.id from projects.project p
     where exists (select from projects.register_number n where n.project_id = p.id
             and n.form in ('project-code','application') and lower(n.printed) = any(${numbers}::text[]))
        or lower(p.name) = lower(${plan.identity.name})
     order by p.changed_at desc limit 1`.execute(handle.db);
  return rows[0]?.id;
}

/** Keeps a document as it was read. */
export async function insertDraft(
  handle: Handle,
  projectId: string,
  hash: string,
  draft: ProjectDraft,
): Promise<void> {
  await handle.db
    .insertInto('projects.draft')
    .values({
      id: newId(),
      project_id: projectId,
      hash,
      document: draft.document.key,
      kind: draft.document.kind,
      taken_at: handle.now.toISOString(),
      draft: JSON.stringify(draft),
    })
    .execute();
}

/** The documents of a project as they were read, the latest first. */
export async function listDrafts(handle: Handle, projectId: string): Promise<ProjectDraft[]> {
  const rows = await handle.db
    .selectFrom('projects.draft')
    .select('draft')
    .where('project_id', '=', projectId)
    .orderBy('taken_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => row.draft);
}

/** Why a version was kept: a person asked, a document was read, an application went out, the project was closed. */
export type Occasion = 'kept' | 'document' | 'applied' | 'closed';

export interface VersionRow {
  number: number;
  occasion: Occasion;
  keptAt: string;
  keptBy: string | undefined;
  why: string;
  plan: Plan;
  /** Absent in versions of the time when only the plan was kept. */
  promises: PromiseVersion | undefined;
}

/** Keeps the plan and its promises as they stand under the next number. */
export async function keepVersion(
  handle: Handle,
  projectId: string,
  {
    plan,
    promises,
    why,
    occasion,
  }: { plan: Plan; promises: PromiseVersion; why: string; occasion: Occasion },
): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    insert into projects.plan_version (id, project_id, number, kept_at, kept_by, why, occasion, plan, promises)
    select ${newId()}::uuid, ${projectId}::uuid, coalesce(max(number), 0) + 1, ${handle.now.toISOString()}::timestamptz,
           ${handle.viewer.accountId ?? null}::uuid, ${why}, ${occasion},
           ${JSON.stringify(plan)}::jsonb, ${JSON.stringify(promises)}::jsonb
      from projects.plan_version where project_id = ${projectId}
    returning number`.execute(handle.db);
  return rows[0]!.number;
}

/** The kept versions, the latest first. */
export async function listVersions(handle: Handle, projectId: string): Promise<VersionRow[]> {
  const rows = await handle.db
    .selectFrom('projects.plan_version as v')
    .leftJoin('access.account as a', 'a.id', 'v.kept_by')
    .select(['v.number', 'v.kept_at', 'a.name', 'v.why', 'v.occasion', 'v.plan', 'v.promises'])
    .where('v.project_id', '=', projectId)
    .orderBy('v.number', 'desc')
    .execute();
  return rows.map((row) => ({
    number: row.number,
    keptAt: row.kept_at,
    keptBy: row.name ?? undefined,
    why: row.why,
    occasion: row.occasion as Occasion,
    plan: row.plan,
    promises: row.promises ?? undefined,
  }));
}

/** When the next report to the funder is due. */
export async function setReportDue(
  handle: Handle,
  projectId: string,
  reportDueOn: Day | undefined,
): Promise<void> {
  await handle.db
    .updateTable('projects.project')
    .set({ report_due_on: reportDueOn ?? null, changed_at: handle.now.toISOString() })
    .where('id', '=', projectId)
    .execute();
}

/** Whose people read the project as its funder. */
export async function setFunder(
  handle: Handle,
  projectId: string,
  funderId: string | undefined,
): Promise<void> {
  await handle.db
    .updateTable('projects.project')
    .set({ funder_id: funderId ?? null, changed_at: handle.now.toISOString() })
    .where('id', '=', projectId)
    .execute();
}

/** Id and name of a project, for a link. */
export async function nameOfProject(
  handle: Handle,
  projectId: string,
): Promise<{ projectId: string; name: string } | undefined> {
  const row = await handle.db
    .selectFrom('projects.project')
    .select(['id', 'name'])
    .where('id', '=', projectId)
    .executeTakeFirst();
  return row && { projectId: row.id, name: row.name };
}

/** The project's life so far, the latest first. */
export async function listStateChanges(handle: Handle, projectId: string) {
  const rows = await handle.db
    .selectFrom('projects.state_change as c')
    .leftJoin('access.account as a', 'a.id', 'c.changed_by')
    .select(['c.id', 'c.changed_on', 'c.to_state', 'c.note', 'c.unready_why', 'c.unready_reasons', 'a.name'])
    .where('c.project_id', '=', projectId)
    .orderBy('c.changed_on', 'desc')
    .orderBy('c.id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    on: row.changed_on,
    to: row.to_state as ProjectState,
    note: row.note ?? undefined,
    by: row.name ?? undefined,
    unready:
      row.unready_why === null ? undefined : { why: row.unready_why, reasons: row.unready_reasons ?? 0 },
  }));
}
