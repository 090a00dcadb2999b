import { sql } from 'kysely';
import type { ViewerContext } from '#access';
import { addRow, addRows, dropRows, findRow, setRows } from '#db/table-rows.ts';
import type { Day } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import { nameKey } from '#kernel/letters.ts';
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
  context: ViewerContext,
  projectId: string,
  lock: 'for-change' | 'for-reading' = 'for-reading',
): Promise<ProjectRow | undefined> {
  const row = await context.db
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
  context: ViewerContext,
  project: { name: string; state: ProjectState; since?: Day; improvesId?: string | undefined },
): Promise<string> {
  const since = project.since ?? context.today;
  const id = newId();
  await addRows(context.db, 'projects.project', {
    id,
    name: project.name,
    state: project.state,
    state_since: since,
    organisation_id: context.viewer.organisationId ?? null,
    improves_id: project.improvesId ?? null,
    changed_at: context.now.toISOString(),
  });
  await insertStateChange(context, id, undefined, project.state, undefined, since);
  return id;
}

/** Moves the project and remembers who did it. */
export async function setState(
  context: ViewerContext,
  projectId: string,
  from: ProjectState,
  to: ProjectState,
  on: Day,
  note?: string,
  unready?: Unready,
): Promise<void> {
  await setRows(context.db, 'projects.project', projectId, {
    state: to,
    state_since: on,
    changed_at: context.now.toISOString(),
  });
  await insertStateChange(context, projectId, from, to, note, on, unready);
}

/** Why an application went out although its plan was not ready, and how many reasons were open then. */
export interface Unready {
  readonly why: string;
  readonly reasons: number;
}

async function insertStateChange(
  context: ViewerContext,
  projectId: string,
  from: ProjectState | undefined,
  to: ProjectState,
  note?: string,
  on: Day = context.today,
  unready?: Unready,
): Promise<void> {
  await addRow(context.db, 'projects.state_change', {
    project_id: projectId,
    changed_on: on,
    changed_by: context.viewer.accountId ?? null,
    from_state: from ?? null,
    to_state: to,
    note: note ?? null,
    unready_why: unready?.why ?? null,
    unready_reasons: unready?.reasons ?? null,
  });
}

/** What the portfolio shows: how many findings there are, and what counts as used of costs that were entered. */
export async function setFigures(
  context: ViewerContext,
  projectId: string,
  figures: { findings: number; used: number | null },
): Promise<void> {
  await setRows(context.db, 'projects.project', projectId, figures);
}

/** The municipalities that the project reaches. */
export async function setReach(
  context: ViewerContext,
  projectId: string,
  codes: readonly string[],
): Promise<void> {
  await dropRows(context.db, 'projects.reach', { project_id: projectId });
  await sql`insert into projects.reach (project_id, municipality_code)
    select ${projectId}::uuid, code from unnest(${[...codes]}::text[]) as code`.execute(context.db);
}

/** Documents are taken one at a time, so that the same one sent twice at once is taken once. */
export async function lockImport(context: ViewerContext): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('projects.import'))`.execute(context.db);
}

/** The project that a document of exactly this content was taken into. */
export async function projectOfHash(context: ViewerContext, hash: string): Promise<string | undefined> {
  const row = await findRow(context.db, 'projects.draft', { hash }, ['project_id']);
  return row?.project_id;
}

/** A project known by the same project code or application number, or by the same name. */
export async function sameProject(context: ViewerContext, plan: Plan): Promise<string | undefined> {
  const numbers = plan.registerNumbers
    .filter((row) => row.form === 'project-code' || row.form === 'application')
    .map((row) => nameKey(row.text));
  const { rows } = await sql<{ id: string }>`
    select p.id from projects.project p
     where exists (select from projects.register_number n where n.project_id = p.id
             and n.form in ('project-code','application')
             and replace(search.letters(n.printed), ' ', '') = any(${numbers}::text[]))
        or replace(search.letters(p.name), ' ', '') = ${nameKey(plan.identity.name)}
     order by p.changed_at desc limit 1`.execute(context.db);
  return rows[0]?.id;
}

/** Keeps a document as it was read. */
export async function insertDraft(
  context: ViewerContext,
  projectId: string,
  hash: string,
  draft: ProjectDraft,
): Promise<void> {
  await addRow(context.db, 'projects.draft', {
    project_id: projectId,
    hash,
    document: draft.document.key,
    kind: draft.document.kind,
    taken_at: context.now.toISOString(),
    draft: JSON.stringify(draft),
  });
}

/** The documents of a project as they were read, the latest first. */
export async function listDrafts(context: ViewerContext, projectId: string): Promise<ProjectDraft[]> {
  const rows = await context.db
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
  savedAt: string;
  savedBy: string | undefined;
  why: string;
  plan: Plan;
  /** Absent in versions of the time when only the plan was kept. */
  promises: PromiseVersion | undefined;
}

/** Keeps the plan and its promises as they stand under the next number. */
export async function saveVersion(
  context: ViewerContext,
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
    select ${newId()}::uuid, ${projectId}::uuid, coalesce(max(number), 0) + 1, ${context.now.toISOString()}::timestamptz,
           ${context.viewer.accountId ?? null}::uuid, ${why}, ${occasion},
           ${JSON.stringify(plan)}::jsonb, ${JSON.stringify(promises)}::jsonb
      from projects.plan_version where project_id = ${projectId}
    returning number`.execute(context.db);
  return rows[0]!.number;
}

/** The kept versions, the latest first. */
export async function listVersions(context: ViewerContext, projectId: string): Promise<VersionRow[]> {
  const rows = await context.db
    .selectFrom('projects.plan_version as v')
    .leftJoin('access.account as a', 'a.id', 'v.kept_by')
    .select(['v.number', 'v.kept_at', 'a.name', 'v.why', 'v.occasion', 'v.plan', 'v.promises'])
    .where('v.project_id', '=', projectId)
    .orderBy('v.number', 'desc')
    .execute();
  return rows.map((row) => ({
    number: row.number,
    savedAt: row.kept_at,
    savedBy: row.name ?? undefined,
    why: row.why,
    occasion: row.occasion as Occasion,
    plan: row.plan,
    promises: row.promises ?? undefined,
  }));
}

/** When the next report to the funder is due. */
export async function setReportDue(
  context: ViewerContext,
  projectId: string,
  reportDueOn: Day | undefined,
): Promise<void> {
  await setRows(context.db, 'projects.project', projectId, {
    report_due_on: reportDueOn ?? null,
    changed_at: context.now.toISOString(),
  });
}

/** Whose people read the project as its funder. */
export async function setFunder(
  context: ViewerContext,
  projectId: string,
  funderId: string | undefined,
): Promise<void> {
  await setRows(context.db, 'projects.project', projectId, {
    funder_id: funderId ?? null,
    changed_at: context.now.toISOString(),
  });
}

/** Id and name of a project, for a link. */
export async function nameOfProject(
  context: ViewerContext,
  projectId: string,
): Promise<{ projectId: string; name: string } | undefined> {
  const row = await findRow(context.db, 'projects.project', projectId, ['id', 'name']);
  return row && { projectId: row.id, name: row.name };
}

/** The project's life so far, the latest first. */
export async function listStateChanges(context: ViewerContext, projectId: string) {
  const rows = await context.db
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
