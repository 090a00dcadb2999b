import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unwrap } from '#kernel/result.ts';
import { databaseKinds } from '#test/fixtures/app.ts';
import { draft003 } from '#test/fixtures/project-003.ts';
import { openProjectApp, type ProjectApp } from '#test/fixtures/projects.ts';
import { runUseCase } from '#use-case';
import { projects } from './index.ts';

/** As of a version: whatever is changed, kept or moved later, an earlier version says what it said. */
describe.each(databaseKinds)('versions on the %s database', (kind) => {
  let world: ProjectApp;
  let projectId: string;
  beforeAll(async () => {
    world = await openProjectApp(kind);
    projectId = await world.take({ ...draft003, name: { value: 'Muuttuva hanke' }, registerNumbers: [] });
  });
  afterAll(() => world?.app.close());

  const version = async (number: number) => {
    const {
      version: head,
      plan,
      promises,
      money,
      timeline,
    } = unwrap(await runUseCase(world.app, world.viewers.board, projects.openVersion, { projectId, number }));
    return { head, plan, promises, money, timeline };
  };
  const ofPromises = async () => (await world.openPromises(projectId)).promises;

  /** Everything that can happen to a plan later, each of its own kind. */
  const deeds = {
    line: () =>
      world.change(projectId, { part: 'cost-line', kind: 'wages', label: 'Palkat', requested: 100_000 }),
    staff: () => world.change(projectId, { part: 'staff', title: 'Asiantuntija' }),
    text: () => world.change(projectId, { part: 'section', kind: 'need', words: 'Toinen tarve' }),
    spending: () => world.change(projectId, { part: 'spending', months: 1, told: { '2024-01-01': 500_000 } }),
    goal: () =>
      runUseCase(world.app, world.viewers.project, projects.saveGoal, { projectId, words: 'Uusi tavoite' }),
    target: async () => {
      const [value] = (await ofPromises()).indicators;
      return runUseCase(world.app, world.viewers.project, projects.saveIndicator, {
        projectId,
        indicatorId: value!.id,
        kind: 'output',
        nature: 'attendance',
        fi: value!.names.fi!,
        unit: 'henkilöä',
        target: '77',
      } as never);
    },
    gone: async () => {
      const thing = (await ofPromises()).measures.at(-1);
      return thing === undefined
        ? undefined
        : runUseCase(world.app, world.viewers.project, projects.removeFromPlan, {
            projectId,
            thingId: thing.id,
          });
    },
    keep: () =>
      runUseCase(world.app, world.viewers.project, projects.savePlanVersion, { projectId, why: 'Koe' }),
  } as const;

  it('never change, by any order of later deeds', async () => {
    const kept = new Map([[1, await version(1)]]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...(Object.keys(deeds) as (keyof typeof deeds)[])), {
          minLength: 1,
          maxLength: 5,
        }),
        async (order) => {
          for (const deed of order) {
            await deeds[deed]();
            const { versions } = await world.open(projectId);
            for (const { number } of versions) if (!kept.has(number)) kept.set(number, await version(number));
          }
          for (const [number, was] of kept) expect(await version(number)).toEqual(was);
        },
      ),
      { numRuns: 8 },
    );
    expect(kept.get(1)?.plan.staff).toEqual([]);
    expect((await world.open(projectId)).plan).not.toEqual(kept.get(1)?.plan);
  });
});
