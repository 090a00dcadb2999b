import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unwrap } from '#kernel/result.ts';
import { draft003 } from '#test/fixtures/project-003.ts';
import { openProjectApp, type ProjectApp, refusalOf } from '#test/fixtures/projects.ts';
import { repairProject } from '#test/fixtures/repair-003.ts';
import { runUseCase } from '#use-case';
import { seedDrafts } from './demo/seed-drafts.ts';
import { horizontalTemplates } from './domain/horizontal-templates.ts';
import { projects } from './index.ts';

/** HOR-01 … HOR-07 and FND-01 … FND-10, each by its own acceptance check over the door of the room. */
let world: ProjectApp;
let kasvupok: string;
let written: string;
let repaired: string;
beforeAll(async () => {
  world = await openProjectApp('embedded');
  kasvupok = await world.take(seedDrafts['002']);
  written = await world.take({ ...draft003, name: { value: '003 niin kuin se on' }, registerNumbers: [] });
  repaired = await world.take({ ...draft003, name: { value: '003 korjattuna' }, registerNumbers: [] });
  await repairProject(world.app, world.viewers.project, repaired);
});
afterAll(() => world?.app.close());

const horizontal = async (projectId: string) =>
  unwrap(await runUseCase(world.app, world.viewers.board, projects.openHorizontal, { projectId }));
const reasons = async (projectId: string, check: string) =>
  (await world.openPromises(projectId)).reasons
    .filter((reason) => reason.check === check)
    .map(({ code }) => code);
const rejection = async (projectId: string) =>
  unwrap(await runUseCase(world.app, world.viewers.board, projects.openRejection, { projectId }));

/** The five answers of a group of the form: direct and indirect. */
async function effects(group: string) {
  const { template, answers, sums } = await horizontal(kasvupok);
  const keys = template!.criteria.filter((row) => row.group === group).map(({ key }) => key);
  const own = keys.map((key) => answers.find(({ criterion }) => criterion === key));
  const sum = sums?.groups.find(({ key }) => key === group);
  return {
    pairs: own.map((answer) => [answer?.direct, answer?.indirect]),
    sums: [sum?.direct.value, sum?.indirect.value],
  };
}

/** A criticism holds of 003 as it was written and no longer when it is repaired. */
const answeredByRepair = (check: string, codes: readonly string[]) => async () => {
  expect([...new Set(await reasons(written, check))]).toEqual(codes);
  expect(await reasons(repaired, check)).toEqual([]);
  const state = async (projectId: string) =>
    (await rejection(projectId)).items.filter((item) => item.check === check).map((item) => item.state);
  expect(await state(written)).toEqual(['open']);
  expect(await state(repaired)).toEqual(['answered']);
};

const checks: Readonly<Record<string, [what: string, check: () => Promise<void>]>> = {
  'HOR-01': [
    'Kyllä, Kyllä, Ei with their texts',
    async () => {
      const { template, answers } = await horizontal(kasvupok);
      const asked = template!.criteria.filter(({ kind }) => kind === 'yes-no');
      const given = asked.map(({ key }) => answers.find(({ criterion }) => criterion === key));
      expect(given.map((answer) => answer?.yes)).toEqual([true, true, false]);
      for (const answer of given) expect(answer?.reason).toBeTruthy();
    },
  ],
  'HOR-02': [
    'ecological: 1/2 1/4 1/2 1/2 1/2, sums 5 and 12',
    async () =>
      expect(await effects('ecological')).toEqual({
        pairs: [
          [1, 2],
          [1, 4],
          [1, 2],
          [1, 2],
          [1, 2],
        ],
        sums: [5, 12],
      }),
  ],
  'HOR-03': [
    'economic: 1/3 0/4 2/5 2/5 0/2, sums 5 and 19',
    async () =>
      expect(await effects('economic')).toEqual({
        pairs: [
          [1, 3],
          [0, 4],
          [2, 5],
          [2, 5],
          [0, 2],
        ],
        sums: [5, 19],
      }),
  ],
  'HOR-04': [
    'social and cultural: 2/5 2/5 2/5 2/5 3/6, sums 11 and 26',
    async () =>
      expect(await effects('social')).toEqual({
        pairs: [
          [2, 5],
          [2, 5],
          [2, 5],
          [2, 5],
          [3, 6],
        ],
        sums: [11, 26],
      }),
  ],
  'HOR-05': [
    'the form of 2021–2027 is another template of the same data',
    async () => {
      expect(horizontalTemplates.map(({ code }) => code)).toEqual(['esf-2014-2020', 'esf-plus-2021-2027']);
      expect((await horizontal(kasvupok)).template?.code).toBe('esf-2014-2020');
      expect((await horizontal(written)).template?.code).toBe('esf-plus-2021-2027');
    },
  ],
  'HOR-06': [
    'a promise without follow-up is listed at closing and blocks it; followed, it is gone',
    async () => {
      const left = async () =>
        (await world.open(kasvupok)).openEnds.filter(({ code }) => code === 'promise-not-followed');
      const before = await left();
      expect(before.length).toBeGreaterThan(0);
      expect(before.every(({ grade }) => grade === 'blocks')).toBe(true);
      expect(before.map(({ place }) => place)).toEqual(expect.arrayContaining(['procurement', 'training']));
      for (const { id } of (await horizontal(kasvupok)).promises)
        unwrap(
          await runUseCase(world.app, world.viewers.project, projects.followHorizontalPromise, {
            projectId: kasvupok,
            promiseId: id,
            on: '2022-05-31',
            what: 'Kysyttiin hankinnassa.',
          }),
        );
      expect(await left()).toEqual([]);
    },
  ],
  'HOR-07': [
    'the share of remote service is counted from channels and never typed',
    async () => {
      const { facts } = unwrap(
        await runUseCase(world.app, world.viewers.board, projects.openIndicators, { projectId: repaired }),
      );
      expect(facts.map(({ code }) => code)).toContain('remote-visits-share');
      const { id } = unwrap(
        await runUseCase(world.app, world.viewers.project, projects.saveIndicator, {
          projectId: kasvupok,
          kind: 'output',
          nature: 'product',
          fi: 'Etäkäyntien osuus',
          unit: '%',
          sourceKind: 'fact',
          fact: 'remote-visits-share',
        } as never),
      );
      const typed = runUseCase(world.app, world.viewers.project, projects.enterIndicatorValue, {
        projectId: kasvupok,
        indicatorId: id,
        countedOn: '2022-05-31',
        value: 40,
        evidence: 'arvio',
      });
      expect(await refusalOf(typed)).toBe('counted-from-facts');
    },
  ],
  'FND-01': [
    'added value is shown measure by measure',
    answeredByRepair('FND-01', ['added-value-not-shown']),
  ],
  'FND-02': ['a result is taken over by the reform', answeredByRepair('FND-02', ['reform-not-linked'])],
  'FND-03': [
    'international recruitment has a before and an after',
    answeredByRepair('FND-03', ['no-before-and-after']),
  ],
  'FND-04': [
    'a general goal cannot be ready: indicator, baseline, target, date, owner',
    answeredByRepair('FND-04', [
      'goal-without-indicator',
      'indicator-without-date',
      'indicator-without-owner',
      'target-part-missing',
      'promise-without-indicator',
    ]),
  ],
  'FND-05': ['the pilot has a comparison', answeredByRepair('FND-05', ['pilot-without-comparison'])],
  'FND-06': [
    'companies’ skills are tested before and after, with hours',
    answeredByRepair('FND-06', ['company-skills-not-tested']),
  ],
  'FND-07': [
    'attendance is not the most of what is counted',
    answeredByRepair('FND-07', ['attendance-majority']),
  ],
  'FND-08': [
    'every counted company has work described',
    answeredByRepair('FND-08', ['company-work-not-described']),
  ],
  'FND-09': [
    'as written at least one orphan, repaired 0; orphans block "ready"',
    async () => {
      const orphans = async (projectId: string) =>
        (await world.openPromises(projectId)).matrix.filter(({ orphan }) => orphan.length > 0).length;
      expect(await orphans(written)).toBeGreaterThanOrEqual(1);
      expect(await orphans(repaired)).toBe(0);
      const call = (projectId: string) =>
        runUseCase(world.app, world.viewers.project, projects.callReady, { projectId });
      expect(await refusalOf(call(written))).toBe('plan-not-ready');
      expect(await refusalOf(call(repaired))).toBeUndefined();
    },
  ],
  'FND-10': [
    'the rejected one is the beginning of an application linked to it, which goes out only when ready',
    async () => {
      const { projectId } = unwrap(
        await runUseCase(world.app, world.viewers.project, projects.startProject, {
          name: 'Uusi hakemus',
          improvesId: written,
        }),
      );
      expect((await rejection(projectId)).improves?.projectId).toBe(written);
      expect(await refusalOf(world.move(projectId, 'applied'))).toBe('plan-not-ready');
      await repairProject(world.app, world.viewers.project, projectId);
      expect((await world.openPromises(projectId)).reasons.filter(({ grade }) => grade === 'blocks')).toEqual(
        [],
      );
      unwrap(await world.move(projectId, 'applied'));
      const { project, readiness, versions } = await world.open(projectId);
      expect([project.state, readiness.blocking, readiness.sentUnready]).toEqual(['applied', 0, undefined]);
      expect(versions[0]).toMatchObject({ occasion: 'applied', hasPromises: true });
    },
  ],
};

describe('requirements of what a project promises', () => {
  test.each(Object.entries(checks).map(([id, [what, check]]) => [id, what, check] as const))(
    '%s: %s',
    async (_id, _what, check) => check(),
  );
});
