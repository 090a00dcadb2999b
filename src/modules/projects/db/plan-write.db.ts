import { sql } from 'kysely';
import type { Handle } from '#access';
import type { Tables } from '#db/tables.ts';
import { newId } from '#kernel/ids.ts';
import type { Plan } from '../domain/plan.ts';

type Table = Extract<keyof Tables, `projects.${string}`>;
type Row = Record<string, unknown>;

/**
 * Writes the whole plan: rows with an id stay the same rows, what is not in the plan goes. One way in for import and for
 * every form, so that no form can forget a part. The project's own row must be there; the caller holds its lock.
 */
export async function writePlan(handle: Handle, projectId: string, plan: Plan): Promise<void> {
  const { identity } = plan;
  await handle.db
    .updateTable('projects.project')
    .set({
      name: identity.name,
      instrument: identity.instrument,
      programme: identity.programme ?? null,
      priority: identity.priority ?? null,
      objective: identity.objective ?? null,
      call_name: identity.call ?? null,
      call_code: identity.callCode ?? null,
      aid_form: identity.aidForm ?? null,
      implementers: identity.implementers ?? null,
      arrived_on: identity.arrivedOn ?? null,
      starts_on: identity.startsOn ?? null,
      ends_on: identity.endsOn ?? null,
      nationwide: identity.nationwide ?? null,
      verdict: identity.verdict ?? null,
      site: identity.site ? JSON.stringify(identity.site) : null,
      changed_at: handle.now.toISOString(),
    })
    .where('id', '=', projectId)
    .execute();

  await place(handle, projectId, 'projects.register_number', plan.registerNumbers, (one) => ({
    form: one.form,
    printed: one.text,
    source: one.source,
  }));
  await place(handle, projectId, 'projects.place', plan.places, (one) => ({
    kind: one.kind,
    name: one.name,
    code: one.code,
    source: one.source,
  }));
  await place(handle, projectId, 'projects.target_group', plan.targetGroups, (one) => ({
    reach: one.reach,
    code: one.code,
    words: one.words,
    source: one.source,
  }));
  await place(handle, projectId, 'projects.section', plan.sections, (one) => ({
    kind: one.kind,
    title: one.title,
    words: one.words,
    source: one.source,
  }));
  await place(handle, projectId, 'projects.figure', plan.figures, (one) => ({
    kind: one.kind,
    cents: one.cents,
    approved: one.approved,
    rejected: one.rejected,
    printed_share: one.printedShare,
    year: one.year,
    to_year: one.toYear,
    qualifier: one.qualifier,
    printed: one.printed,
    source: one.source,
  }));
  await place(handle, projectId, 'projects.spending', plan.spending, (one) => ({
    starts_on: one.from,
    months: one.months,
    cents: one.cents,
  }));

  await sync(handle, projectId, 'projects.part', plan.parts, (one) => ({
    role: one.role,
    name: one.name,
    details: JSON.stringify(one.details),
    share_cents: one.share,
    committed_on: one.committedOn,
    committed_how: one.committedHow,
    decided_on: one.decidedOn,
    decision_id: one.decisionId,
    source: one.source,
  }));
  await sync(handle, projectId, 'projects.staff', plan.staff, (one) => ({
    title: one.title,
    name: one.name,
    share: one.share,
    hourly_cents: one.hourly,
    starts_on: one.startsOn,
    ends_on: one.endsOn,
    source: one.source,
  }));
  const packageIds = await sync(handle, projectId, 'projects.work_package', plan.workPackages, (one) => ({
    code: one.code,
    name: one.name,
    words: one.words,
    starts_on: one.startsOn,
    ends_on: one.endsOn,
    total_cents: one.total?.cents,
    total_qualifier: one.total?.qualifier,
    total_called: one.total?.called,
    source: one.source,
  }));
  const idOfCode = new Map(plan.workPackages.map((one, at) => [one.code, packageIds[at]!]));
  await handle.db
    .deleteFrom('projects.dependency')
    .where('work_package_id', 'in', (query) =>
      query.selectFrom('projects.work_package').select('id').where('project_id', '=', projectId),
    )
    .execute();
  await insert(
    handle,
    'projects.dependency',
    plan.workPackages.flatMap((one) =>
      [...new Set(one.needs)]
        .filter((code) => code !== one.code && idOfCode.has(code))
        .map((code) => ({ work_package_id: idOfCode.get(one.code)!, needs_id: idOfCode.get(code)! })),
    ),
  );
  await sync(
    handle,
    projectId,
    'projects.purchase',
    plan.workPackages.flatMap((one) =>
      one.purchases.map((purchase) => ({ ...purchase, of: idOfCode.get(one.code) })),
    ),
    (one) => ({
      work_package_id: one.of,
      kind: one.kind,
      label: one.label,
      cents: one.cents,
      qualifier: one.qualifier,
      printed: one.printed,
      source: one.source,
    }),
  );
  const { budget } = plan;
  const columns = {
    cost_model: budget.costModel,
    wage_method: budget.wageMethod ?? null,
    rounding_rule: budget.roundingRule,
    aid_rate: budget.aidRate ?? null,
    side_cost_rate: budget.sideCostRate ?? null,
  };
  await handle.db
    .insertInto('projects.budget')
    .values({ project_id: projectId, ...columns })
    .onConflict((conflict) => conflict.column('project_id').doUpdateSet(columns))
    .execute();
  await sync(handle, projectId, 'projects.cost_line', plan.costLines, (one) => ({
    kind: one.kind,
    label: one.label,
    year: one.year,
    requested: one.requested,
    approved: one.approved,
    rejected: one.rejected,
    printed: one.printed,
    source: one.source,
  }));
  const shareIds = await sync(handle, projectId, 'projects.funding_share', plan.fundingShares, (one) => ({
    money_from: one.from,
    role: one.role,
    label: one.label,
    year: one.year,
    requested: one.requested,
    approved: one.approved,
    rejected: one.rejected,
    printed_share: one.printedShare,
    channelled_by: one.channelledBy,
    printed: one.printed,
    source: one.source,
  }));
  await sync(
    handle,
    projectId,
    'projects.condition',
    plan.fundingShares.flatMap((one, at) => (one.condition ? [{ ...one.condition, of: shareIds[at]! }] : [])),
    (one) => ({
      funding_share_id: one.of,
      words: one.words,
      body: one.body,
      expected_on: one.expectedOn,
      decision_id: one.decisionId,
      met_on: one.metOn,
      met_note: one.metNote,
      source: one.source,
    }),
    false,
  );
  await sync(handle, projectId, 'projects.result', plan.outcomes, (one) => ({
    kind: one.kind,
    words: one.words,
    work_package_id: one.workPackage === undefined ? undefined : idOfCode.get(one.workPackage),
    owner: one.owner,
    adopted_on: one.adoptedOn,
    used: one.used,
    source: one.source,
  }));
  await sync(handle, projectId, 'projects.link', plan.links, (one) => ({
    other_id: one.otherId,
    name: one.name,
    relation: one.relation,
    words: one.words,
    source: one.source,
  }));
  await sync(
    handle,
    projectId,
    'projects.proceeding',
    plan.proceedings.map((one) => ({ ...one, id: undefined })),
    (one) => ({ body: one.body, happened_on: one.on, what: one.what, source: one.source }),
  );
}

/** Rows that are nothing but their place in a list. */
async function place<T>(
  handle: Handle,
  projectId: string,
  table: Table,
  items: readonly T[],
  columns: (item: T) => Row,
): Promise<void> {
  await sql`delete from ${sql.table(table)} where project_id = ${projectId}`.execute(handle.db);
  await insert(
    handle,
    table,
    items.map((item, position) => ({ project_id: projectId, position, ...columns(item) })),
  );
}

/** Rows with an id of their own; those that are in the list stay or come, the others go. Gives the ids in order. */
async function sync<T extends { id?: string | undefined }>(
  handle: Handle,
  projectId: string,
  table: Table,
  items: readonly T[],
  columns: (item: T) => Row,
  inOrder = true,
): Promise<string[]> {
  const rows = items.map((item, position) => ({
    id: item.id ?? newId(),
    project_id: projectId,
    ...(inOrder ? { position } : {}),
    ...columns(item),
  }));
  const ids = rows.map((row) => row.id);
  await sql`delete from ${sql.table(table)} where project_id = ${projectId} and not (id = any(${ids}::uuid[]))`.execute(
    handle.db,
  );
  await insert(handle, table, rows, 'id');
  return ids;
}

/** Inserts rows of one form; with `key`, rows that are there are changed to what is given. */
async function insert(handle: Handle, table: Table, rows: readonly Row[], key?: string): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const names = Object.keys(first);
  const values = rows.map((row) => sql`(${sql.join(names.map((name) => row[name] ?? null))})`);
  const changes = names.filter((name) => name !== key && name !== 'project_id');
  const update =
    key === undefined
      ? sql``
      : sql`on conflict (${sql.ref(key)}) do update set ${sql.join(
          changes.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`),
        )}`;
  await sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
    values ${sql.join(values)} ${update}`.execute(handle.db);
}
