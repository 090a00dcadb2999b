import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unwrap } from '#kernel/result.ts';
import { databaseKinds, type TestApp } from '#test/fixtures/app.ts';
import { openProjectApp, type ProjectApp } from '#test/fixtures/projects.ts';
import { runUseCase } from '#use-case';
import { readPlan } from './db/plan.db.ts';
import { seedDrafts } from './demo/seed-drafts.ts';
import type { ProjectDraft } from './domain/draft.ts';
import { planOf } from './domain/plan-of-draft.ts';
import { projects } from './index.ts';
import { withCodes } from './save-plan.ts';

/** Documents taken as projects, and the portfolio of them. */
describe.each(databaseKinds)('the portfolio on the %s database', (kind) => {
  let world: ProjectApp;
  let app: TestApp;
  let viewers: ProjectApp['viewers'];
  beforeAll(async () => {
    world = await openProjectApp(kind);
    ({ app, viewers } = world);
  });
  afterAll(() => app?.close());

  const asSystem: ProjectApp['asSystem'] = (run) => world.asSystem(run);
  const codeOf = async (outcome: Promise<unknown>) =>
    ((await outcome) as { error?: { code: string } }).error?.code;

  describe('import', () => {
    it.each(Object.entries(seedDrafts))(
      '%s is taken whole, and the same again changes nothing',
      async (_key, draft) => {
        const dry = unwrap(
          await runUseCase(app, viewers.project, projects.importProject, { draft, dryRun: true }),
        );
        expect(dry).toMatchObject({ outcome: 'new', projectId: undefined });
        const first = unwrap(await runUseCase(app, viewers.project, projects.importProject, { draft }));
        expect(first).toMatchObject({ outcome: 'new', findings: dry.findings });
        const plan = await asSystem((context) => readPlan(context, first.projectId!));
        expect(strip(plan)).toEqual(strip(withCodes(planOf(draft))));
        const again = unwrap(await runUseCase(app, viewers.controller, projects.importProject, { draft }));
        expect(again).toMatchObject({ outcome: 'unchanged', projectId: first.projectId });
        const count = await asSystem(({ db }) =>
          db
            .selectFrom('projects.plan_version')
            .select((by) => by.fn.countAll<number>().as('n'))
            .where('project_id', '=', first.projectId!)
            .executeTakeFirstOrThrow(),
        );
        expect(count.n).toBe(1);
      },
    );

    it('another document of a known project is its next version; what it does not speak of stays', async () => {
      const take = (draft: ProjectDraft) =>
        runUseCase(app, viewers.project, projects.importProject, { draft });
      const first = unwrap(
        await take({
          document: { key: 'hakemus', kind: 'form' },
          name: { value: 'Kahden asiakirjan hanke' },
          registerNumbers: [{ form: 'application', text: '777001' }],
          state: { value: 'applied' },
          costLines: [{ kind: 'wages', label: 'Palkat', requested: 1_000_000 }],
        }),
      );
      const decision: ProjectDraft = {
        document: { key: 'esitys', kind: 'selection-proposal' },
        name: { value: 'Kahden asiakirjan hanke (esitys)' },
        registerNumbers: [{ form: 'application', text: '777001' }],
        verdict: { value: 'not-supported' },
        regions: [{ value: 'Etelä-Savo' }],
      };
      const [second, twin] = await Promise.all([take(decision), take(decision)]);
      expect([unwrap(second).outcome, unwrap(twin).outcome].sort()).toEqual(['new-version', 'unchanged']);
      expect(unwrap(second).projectId).toBe(first.projectId);
      const opened = unwrap(
        await runUseCase(app, viewers.board, projects.openProject, { projectId: first.projectId! }),
      );
      expect(opened.project.state).toBe('rejected');
      expect(opened.plan.costLines).toMatchObject([{ requested: 1_000_000 }]);
      expect(opened.plan.places).toMatchObject([{ name: 'Etelä-Savo' }]);
      expect(opened.versions.map((version) => version.number)).toEqual([2, 1]);
      await asSystem(async ({ db }) => {
        const { rows } = await sql<{
          name: string;
        }>`select t.relname as name from pg_attribute a join pg_class t on t.oid = a.attrelid
          join pg_namespace n on n.oid = t.relnamespace
         where n.nspname = 'projects' and t.relkind = 'r' and a.attname = 'project_id' and not a.attisdropped`.execute(
          db,
        );
        for (const { name } of [...rows, ...rows].filter(({ name }) => name !== 'work_package'))
          await sql`delete from ${sql.table(`projects.${name}`)} where project_id = ${first.projectId!}`.execute(
            db,
          );
        await db.deleteFrom('projects.project').where('id', '=', first.projectId!).execute();
      });
    });

    it('is for those who keep projects', async () => {
      const draft = Object.values(seedDrafts)[0]!;
      for (const role of ['board', 'funder', 'expert'] as const)
        expect(await runUseCase(app, viewers[role], projects.importProject, { draft })).toMatchObject({
          ok: false,
          error: { code: 'not-permitted' },
        });
    });
  });

  describe('portfolio', () => {
    it('PJ-27: five projects with their money; the rejected one commits nobody', async () => {
      const { rows, totals } = unwrap(await runUseCase(app, viewers.board, projects.portfolio, {}));
      expect(rows.map((row) => [row.name.slice(0, 12), row.total, row.state])).toEqual([
        ['KasvuPOK', 64_500_000, 'ended'],
        ['Kunnallisten', 25_290_700, 'rejected'],
        ['TE2024 E-Sav', undefined, 'applied'],
        ['TE2024 – Eli', 24_940_000, 'applied'],
        ['YHDESSÄ – Tu', 87_218_800, 'applied'],
      ]);
      expect(totals).toMatchObject({ projects: 5, unknown: 1, committed: 64_500_000, committedProjects: 1 });
      expect(rows[0]).toMatchObject({ realised: 55_475_900, approved: 64_500_000 });
      expect(rows[4]).toMatchObject({ own: 17_443_800, grant: 69_775_000 });
      expect(rows[3]).toMatchObject({ waiting: 3, grant: 19_952_000, own: 4_988_000 });
    });
    it('PJ-03, F-25: found by a part of a register number, by its applicant, and in spite of a slip', async () => {
      for (const text of ['202205', '202205/0902', 's21576', 'miksei', 'kasvupokk', 'palvelupolut 2'])
        expect(
          unwrap(await runUseCase(app, viewers.board, projects.portfolio, { search: text })).rows.length,
          text,
        ).toBeGreaterThan(0);
      expect(
        unwrap(await runUseCase(app, viewers.board, projects.portfolio, { search: 'olematon xyz' })).rows,
      ).toEqual([]);
    });
    it.each(['name', 'state', 'ends', 'total', 'realised', 'findings'] as const)(
      'sorted by %s and paged by a cursor, every project comes once',
      async (sort) => {
        for (const ordered of [sort, `-${sort}`] as const) {
          const whole = unwrap(await runUseCase(app, viewers.board, projects.portfolio, { sort: ordered }));
          const paged: string[] = [];
          let after: string | undefined;
          do {
            const page = unwrap(
              await runUseCase(app, viewers.board, projects.portfolio, {
                sort: ordered,
                limit: 2,
                after,
              }),
            );
            paged.push(...page.rows.map((row) => row.projectId));
            after = page.next;
          } while (after);
          expect(paged).toEqual(whole.rows.map((row) => row.projectId));
        }
      },
    );
    it('filters by state, instrument, municipality and what needs somebody', async () => {
      const count = async (filters: object) =>
        unwrap(await runUseCase(app, viewers.board, projects.portfolio, { filters })).rows.length;
      expect(await count({ state: ['rejected', 'ended'] })).toBe(2);
      expect(await count({ instrument: ['esf-plus'] })).toBe(2);
      expect(await count({ place: ['213'] })).toBe(3);
      expect(await count({ only: ['waiting'] })).toBe(1);
      expect(await count({ only: ['findings'] })).toBe(5);
      expect(await codeOf(runUseCase(app, viewers.board, projects.portfolio, { after: 'xx' }))).toBe(
        'invalid-cursor',
      );
    });
  });
});

/** Without ids, which the database gives, and without what is absent. */
function strip(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, row) => (key === 'id' ? undefined : row)));
}
