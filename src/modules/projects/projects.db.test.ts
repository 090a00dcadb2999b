import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withHandle } from '#access';
import { unwrap } from '#kernel/result.ts';
import { systemViewer, type Viewer } from '#kernel/viewer.ts';
import { addAccount } from '#test/fixtures/accounts.ts';
import { databaseKinds, openTestHouse, type TestHouse } from '#test/fixtures/house.ts';
import { runUseCase } from '#use-case';
import { seedDrafts } from './data/seed-drafts.ts';
import { readPlan } from './db/plan-read.db.ts';
import { planOf } from './domain/plan.ts';
import { projects } from './index.ts';
import { withCodes } from './keeping.ts';

describe.each(databaseKinds)('projects on the %s database', (kind) => {
  let house: TestHouse;
  const viewers = {} as Record<'project' | 'controller' | 'board' | 'funder' | 'expert', Viewer>;

  beforeAll(async () => {
    house = await openTestHouse(kind);
    for (const role of ['project', 'controller', 'board', 'funder', 'expert'] as const) {
      const { accountId } = await addAccount(house, { name: `Testi ${role}`, role });
      viewers[role] = { accountId, name: '', role, language: 'fi' };
    }
  });
  afterAll(() => house.close());

  const asSystem = <T>(run: Parameters<typeof withHandle<T>>[3]) =>
    withHandle(house, systemViewer, 'upkeep', run);

  describe('import', () => {
    it.each(Object.entries(seedDrafts))(
      '%s is taken whole, and the same again changes nothing',
      async (_key, draft) => {
        const dry = unwrap(
          await runUseCase(house, viewers.project, projects.importProject, { draft, dryRun: true }),
        );
        expect(dry).toMatchObject({ outcome: 'new', projectId: undefined });
        const first = unwrap(await runUseCase(house, viewers.project, projects.importProject, { draft }));
        expect(first).toMatchObject({ outcome: 'new', findings: dry.findings });
        const plan = await asSystem((handle) => readPlan(handle, first.projectId!));
        expect(strip(plan)).toEqual(strip(withCodes(planOf(draft))));
        const again = unwrap(await runUseCase(house, viewers.controller, projects.importProject, { draft }));
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

    it('is for those who keep projects', async () => {
      const draft = Object.values(seedDrafts)[0]!;
      for (const role of ['board', 'funder', 'expert'] as const)
        expect(await runUseCase(house, viewers[role], projects.importProject, { draft })).toMatchObject({
          ok: false,
          error: { code: 'not-permitted' },
        });
    });
  });
});

/** Without ids, which the database gives, and without what is absent. */
function strip(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, one) => (key === 'id' ? undefined : one)));
}
