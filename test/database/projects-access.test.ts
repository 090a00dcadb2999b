import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unwrap } from '#kernel/result.ts';
import { roles, type Viewer } from '#kernel/viewer.ts';
import { addOrganisation } from '#networks';
import { projects } from '#projects';
import { databaseKinds } from '#test/fixtures/app.ts';
import { draft003 } from '#test/fixtures/project-003.ts';
import { openProjectApp, type ProjectApp, refusalOf } from '#test/fixtures/projects.ts';
import { runUseCase } from '#use-case';
import { matrix } from '../../src/access/matrix.ts';

/**
 * Who meets projects, by class M of the matrix and nothing else: every role there is reads, keeps, or is refused; a funder
 * reads what its own organisation funds and finds nothing of the rest, on any page and in no sum.
 */
const people = roles.filter((role) => role !== 'client' && role !== 'employer');

describe.each(databaseKinds)('access to projects on the %s database', (kind) => {
  let world: ProjectApp;
  let funded: string;
  let other: string;
  let funder: Viewer;
  let stranger: Viewer;

  beforeAll(async () => {
    world = await openProjectApp(kind, people);
    funded = await world.take({ ...draft003, name: { value: 'Rahoitettu' }, registerNumbers: [] });
    other = await world.take({ ...draft003, name: { value: 'Toisen rahoittama' }, registerNumbers: [] });
    const [own, foreign] = await world.asSystem(async (context) => [
      await addOrganisation(context, { kind: 'state', names: { fi: 'Rahoittaja' } }),
      await addOrganisation(context, { kind: 'state', names: { fi: 'Toinen rahoittaja' } }),
    ]);
    const name = (projectId: string, funderId: string) =>
      runUseCase(world.app, world.viewers.controller, projects.setFunder, { projectId, funderId });
    unwrap(await name(funded, own!));
    unwrap(await name(other, foreign!));
    funder = { ...world.viewers.funder, organisationId: own! };
    stranger = { ...world.viewers.funder, organisationId: undefined };
  });
  afterAll(() => world?.app.close());

  /** Everything that is read of one project. */
  const readings = {
    openProject: (viewer: Viewer, projectId: string) =>
      runUseCase(world.app, viewer, projects.openProject, { projectId }),
    openVersion: (viewer: Viewer, projectId: string) =>
      runUseCase(world.app, viewer, projects.openVersion, { projectId, number: 1 }),
    openPromises: (viewer: Viewer, projectId: string) =>
      runUseCase(world.app, viewer, projects.openPromises, { projectId }),
    openIndicators: (viewer: Viewer, projectId: string) =>
      runUseCase(world.app, viewer, projects.openIndicators, { projectId }),
    openCommonIndicators: (viewer: Viewer, projectId: string) =>
      runUseCase(world.app, viewer, projects.openCommonIndicators, { projectId }),
    openHorizontal: (viewer: Viewer, projectId: string) =>
      runUseCase(world.app, viewer, projects.openHorizontal, { projectId }),
    openRejection: (viewer: Viewer, projectId: string) =>
      runUseCase(world.app, viewer, projects.openRejection, { projectId }),
    openCompanyTests: (viewer: Viewer, projectId: string) =>
      runUseCase(world.app, viewer, projects.openCompanyTests, { projectId }),
  } as const;
  const changes = {
    changePlan: (viewer: Viewer, projectId: string) =>
      runUseCase(world.app, viewer, projects.changePlan, {
        projectId,
        change: { part: 'section', kind: 'need', words: 'Muutettu' },
      } as never),
    saveGoal: (viewer: Viewer, projectId: string) =>
      runUseCase(world.app, viewer, projects.saveGoal, { projectId, words: 'Uusi tavoite' }),
    savePlanVersion: (viewer: Viewer, projectId: string) =>
      runUseCase(world.app, viewer, projects.savePlanVersion, { projectId, why: 'Koe' }),
    setFunder: (viewer: Viewer, projectId: string) =>
      runUseCase(world.app, viewer, projects.setFunder, { projectId }),
    moveProject: (viewer: Viewer, projectId: string) =>
      runUseCase(world.app, viewer, projects.moveProject, { projectId, to: 'closed' } as never),
  } as const;

  it.each(people.filter((role) => role !== 'funder'))('%s: as its cell says', async (role) => {
    const viewer = world.viewers[role];
    const cell = matrix[role].M;
    for (const [name, read] of Object.entries(readings))
      expect(await refusalOf(read(viewer, other)), name).toBe(cell === 'none' ? 'role-may-not' : undefined);
    const found = await runUseCase(world.app, viewer, projects.portfolio, {});
    if (cell === 'none') expect(await refusalOf(Promise.resolve(found))).toBe('role-may-not');
    else expect(unwrap(found).rows).toHaveLength(2);
    if (cell === 'write') return;
    for (const [name, change] of Object.entries(changes))
      expect(await refusalOf(change(viewer, funded)), name).toBe('role-may-not');
  });

  it('a funder reads its own project on every page, and finds nothing of another', async () => {
    expect(matrix.funder.M).toBe('funded-project');
    for (const [name, read] of Object.entries(readings)) {
      expect(await refusalOf(read(funder, funded)), name).toBeUndefined();
      expect(await refusalOf(read(funder, other)), name).toBe('project-not-found');
      expect(await refusalOf(read(stranger, funded)), name).toBe('project-not-found');
    }
    const found = await world.find({}, funder);
    expect(found.rows.map(({ projectId }) => projectId)).toEqual([funded]);
    expect(found.totals.projects).toBe(1);
    expect((await world.find({}, stranger)).rows).toEqual([]);
    // Another's overlap with its own is not told either.
    expect((await world.open(funded, funder)).overlaps).toEqual([]);
  });
  it('a funder changes nothing, and loses sight when it is no longer the funder', async () => {
    for (const [name, change] of Object.entries(changes))
      expect(await refusalOf(change(funder, funded)), name).toBe('role-may-not');
    expect((await world.open(funded, funder)).actions).toEqual({ keep: false, moves: [] });
    const name = (funderId?: string) =>
      runUseCase(world.app, world.viewers.controller, projects.setFunder, { projectId: funded, funderId });
    unwrap(await name());
    expect(await refusalOf(readings.openProject(funder, funded))).toBe('project-not-found');
    unwrap(await name(funder.organisationId!));
    expect(await refusalOf(readings.openProject(funder, funded))).toBeUndefined();
  });
});
