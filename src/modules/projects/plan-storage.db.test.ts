import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Part } from '#kernel/parts.ts';
import { databaseKinds } from '#test/fixtures/app.ts';
import { openProjectApp, type ProjectApp } from '#test/fixtures/projects.ts';
import { valuesOf } from '#test/fixtures/values-of.ts';
import { readPlan, writePlan } from './db/plan.db.ts';
import { insertProject } from './db/projects.db.ts';
import { canonical } from './domain/canonical.ts';
import { budget, conditions, emptyPlan, identity, lists, type Plan, purchases } from './domain/plan.ts';

/** Columns that are nobody's field: of other use cases, or whose row it is. */
const beside: Record<string, readonly string[]> = {
  'projects.project': [
    'id',
    'organisation_id',
    'funder_id',
    'state',
    'state_since',
    'improves_id',
    'report_due_on',
    'findings',
    'used',
    'changed_at',
  ],
  'projects.part': ['organisation_id'],
  'projects.result': ['owner_organisation_id'],
  'projects.proceeding': ['id'],
};

const parts: readonly Part[] = [identity, budget, purchases, conditions, ...Object.values(lists)];

/** Days of a row in their order. */
const ordered = <T extends { startsOn?: string | undefined; endsOn?: string | undefined }>(row: T): T =>
  row.startsOn !== undefined && row.endsOn !== undefined && row.endsOn < row.startsOn
    ? { ...row, startsOn: row.endsOn, endsOn: row.startsOn }
    : row;

/** A plan that the database takes: its references lead somewhere, and what must differ differs. */
function fitting(plan: Plan): Plan {
  const workPackages = plan.workPackages.map((row, at) => ({
    ...ordered(row),
    code: `TP${at}`,
    needs: at === 0 ? [] : ['TP0'],
  }));
  const noDecision = { decisionId: undefined };
  const unmet = { metOn: undefined, metNote: undefined };
  return {
    ...plan,
    identity: ordered(plan.identity),
    workPackages,
    staff: plan.staff.map(ordered),
    parts: plan.parts.map((row) => ({ ...row, ...noDecision })),
    links: plan.links.map((row) => ({ ...row, otherId: undefined })),
    fundingShares: plan.fundingShares.map(({ condition, ...row }) => ({
      ...row,
      condition: condition && {
        ...condition,
        ...noDecision,
        ...(condition.metOn === undefined ? unmet : {}),
      },
    })),
    spending: plan.spending
      .map((row) => ({ ...row, from: `${row.from.slice(0, 7)}-01` }))
      .filter((row, at, all) => all.findIndex(({ from }) => from === row.from) === at),
    outcomes: plan.outcomes.map((row) => ({ ...row, workPackage: workPackages[0]?.code })),
  };
}

const plans = fc
  .record({
    identity: valuesOf(identity.fields),
    budget: valuesOf(budget.fields),
    ...Object.fromEntries(
      Object.entries(lists).map(([name, part]) => [name, fc.array(valuesOf(part.fields), { maxLength: 3 })]),
    ),
  })
  .map((rows) => fitting({ ...emptyPlan('A'), ...(rows as Partial<Plan>) }));

/** Without ids: a row that had none has got one. */
const bare = (plan: Plan | undefined) =>
  canonical(JSON.parse(JSON.stringify(plan, (key, held) => (key === 'id' ? undefined : held))));

describe.each(databaseKinds)('storage of a plan on the %s database', (kind) => {
  let world: ProjectApp;
  beforeAll(async () => {
    world = await openProjectApp(kind, ['project']);
  });
  afterAll(() => world?.app.close());

  it('every column of a part is one of its fields, and every field has its column', async () => {
    const rows = await world.asSystem(async ({ db }) => {
      const found = await sql<{ of: string; column: string }>`
        select table_schema || '.' || table_name as of, column_name as "column"
        from information_schema.columns where table_schema = 'projects'`.execute(db);
      return found.rows;
    });
    for (const { table, columns, order } of parts) {
      const fields = Object.values(columns).flatMap((column) =>
        column === null ? [] : typeof column === 'string' ? column : Object.values(column),
      );
      const own = [
        ...fields,
        ...(order.includes('position') && table !== 'projects.project' && table !== 'projects.budget'
          ? ['position']
          : []),
      ];
      const there = rows.filter(({ of }) => of === table).map(({ column }) => column);
      const whose = table === 'projects.project' ? [] : ['project_id'];
      expect([table, ...[...own, ...whose, ...(beside[table] ?? [])].sort()]).toEqual([
        table,
        ...there.sort(),
      ]);
    }
  });

  it('a plan is the same when it is read again, and when it is written a second time', async () => {
    await fc.assert(
      fc.asyncProperty(plans, plans, async (left, right) => {
        await world.asSystem(async (context) => {
          const projectId = await insertProject(context, { name: 'A', state: 'idea' });
          for (const plan of [right, left]) await writePlan(context, projectId, plan);
          const read = (await readPlan(context, projectId))!;
          expect(bare(read)).toBe(bare(left));
          await writePlan(context, projectId, read);
          expect(canonical(await readPlan(context, projectId))).toBe(canonical(read));
        });
      }),
      { numRuns: 15 },
    );
  });
});
