import type { ViewerContext } from '#access';
import { changeRow, readLists, readRow, readRows, writeLists, writeRow, writeRows } from '#db/part-rows.ts';
import { newId } from '#kernel/ids.ts';
import { budget, conditions, emptyPlan, identity, lists, type Plan, purchases } from '../domain/plan.ts';

/** The plan of a project as it is now, or undefined when the viewer has none such. */
export async function readPlan({ db }: ViewerContext, projectId: string): Promise<Plan | undefined> {
  const owner = { project_id: projectId };
  const own = await readRow(db, identity, { id: projectId });
  if (!own) return undefined;
  const rows = await readLists(db, lists, owner);
  const codeOf = new Map(rows.workPackages.map(({ id, code }) => [id, code]));
  const needs = await db
    .selectFrom('projects.dependency')
    .innerJoin('projects.work_package', 'id', 'work_package_id')
    .select(['work_package_id', 'needs_id'])
    .where('project_id', '=', projectId)
    .execute();
  const bought = await readRows(db, purchases, owner);
  const asked = await readRows(db, conditions, owner);
  return {
    ...rows,
    identity: own,
    budget: (await readRow(db, budget, owner)) ?? emptyPlan('').budget,
    workPackages: rows.workPackages.map((row) => ({
      ...row,
      needs: needs
        .flatMap((need) => (need.work_package_id === row.id ? codeOf.get(need.needs_id)! : []))
        .sort(),
      purchases: bought.flatMap(({ workPackageId, ...one }) => (workPackageId === row.id ? one : [])),
    })),
    fundingShares: rows.fundingShares.map((row) => {
      const [condition] = asked.flatMap(({ fundingShareId, ...one }) =>
        fundingShareId === row.id ? one : [],
      );
      return { ...row, condition };
    }),
    outcomes: rows.outcomes.map((row) => ({ ...row, workPackage: codeOf.get(row.workPackage) })),
  };
}

/**
 * Writes the whole plan: rows with an id stay the same rows, what is not in the plan goes. One way in for import and for
 * every form, so that no form can forget a part. The project's own row must be there; the caller holds its lock.
 */
export async function writePlan({ db, now }: ViewerContext, projectId: string, plan: Plan): Promise<void> {
  const owner = { project_id: projectId };
  const named = <T extends { id?: string | undefined }>(row: T) => ({ ...row, id: row.id ?? newId() });
  const workPackages = plan.workPackages.map(named);
  const fundingShares = plan.fundingShares.map(named);
  const idOf = new Map(workPackages.map(({ id, code }) => [code, id]));
  await changeRow(db, identity, { id: projectId }, plan.identity, { changed_at: now.toISOString() });
  await writeRow(db, budget, owner, plan.budget);
  await writeLists(db, lists, owner, {
    ...plan,
    workPackages,
    fundingShares,
    outcomes: plan.outcomes.map((row) => ({ ...row, workPackage: idOf.get(row.workPackage ?? '') })),
  });
  await db
    .deleteFrom('projects.dependency')
    .where('work_package_id', 'in', (query) =>
      query.selectFrom('projects.work_package').select('id').where('project_id', '=', projectId),
    )
    .execute();
  const needs = workPackages.flatMap(({ id, code, needs }) =>
    [...new Set(needs)].flatMap((need) => {
      const needed = need === code ? undefined : idOf.get(need);
      return needed === undefined ? [] : { work_package_id: id, needs_id: needed };
    }),
  );
  if (needs.length > 0) await db.insertInto('projects.dependency').values(needs).execute();
  await writeRows(
    db,
    purchases,
    owner,
    workPackages.flatMap(({ id, purchases }) => purchases.map((row) => ({ ...row, workPackageId: id }))),
  );
  await writeRows(
    db,
    conditions,
    owner,
    fundingShares.flatMap(({ id, condition }) => (condition ? { ...condition, fundingShareId: id } : [])),
  );
}
