import { afterAll, beforeAll, describe, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import { openProjectApp, type ProjectApp } from '#test/fixtures/projects.ts';
import { type AnyUseCase, expectRefused, type Refusing, refuses } from '#test/fixtures/refusals.ts';
import { simplestInput } from '#test/fixtures/simplest-input.ts';
import { projects } from './index.ts';

const every = Object.values(projects) as unknown as AnyUseCase[];
const file = { name: 'liite.pdf', content: new TextEncoder().encode('%PDF-1.4') };
const table = (...rows: string[]) => new TextEncoder().encode(`${rows.join('\n')}\n`);

describe('what projects refuse', () => {
  let world: ProjectApp;
  /** A project that runs, one that has ended, one that is closed. */
  let [running, ended, closed] = ['', '', ''];
  let measureId = '';

  beforeAll(async () => {
    world = await openProjectApp('embedded', ['project', 'controller', 'board', 'funder', 'expert']);
    const ids = await world.takeSeeds();
    [running, ended, closed] = [ids['000'], ids['002'], ids['001']];
    await world.app.database.script(`
      update projects.project set state = 'running' where id = '${running}';
      update projects.project set state = 'closed' where id = '${closed}'`);
    for (const code of ['TP1', 'TP2'])
      unwrap(
        await world.change(running, {
          part: 'work-package',
          code,
          name: code,
          words: '',
          needs: code === 'TP2' ? ['TP1'] : [],
        }),
      );
    measureId = (await world.openPromises(running)).promises.measures[0]!.id;
  });
  afterAll(() => world.app.close());

  /** Each use case that may refuse so, asked in the plainest way of this project. */
  const plainly = (
    code: string,
    projectId: string,
    given: object = {},
    but: readonly string[] = [],
  ): Refusing[] =>
    every
      .filter(({ name, refusals }) => refusals.includes(code) && !but.includes(name))
      .map((useCase) => [
        useCase,
        useCase === (projects.enterCompanyTest as unknown) ? world.viewers.project : world.viewers.controller,
        simplestInput(useCase.input, newId(), { projectId, file, ...given }),
        code,
      ]);

  it('whatever is asked of a project that is not there', async () => {
    const bytes = table('kuukausi;laji;summa;tosite', '2024-01;palkat;100,00;T-1');
    await expectRefused(world.app, [
      ...plainly('project-not-found', newId(), {}, [
        'projects.import-realised',
        'projects.import',
        'projects.start',
        'projects.enter-company-test',
      ]),
      refuses(
        projects.importRealised,
        world.viewers.controller,
        { projectId: newId(), bytes },
        'project-not-found',
      ),
    ]);
  });

  it('whatever is asked of a thing that is not there', async () => {
    await expectRefused(
      world.app,
      plainly(
        'thing-not-found',
        running,
        { goalId: newId(), indicatorId: newId(), code: 'none', template: 'none' },
        ['projects.save-horizontal', 'projects.answer-criticism', 'projects.save-measure'],
      ),
    );
  });

  it('money and changes of a project that is closed', async () => {
    await expectRefused(world.app, [
      ...plainly('project-closed', closed, {}, ['projects.import-realised', 'projects.change-plan']),
      refuses(
        projects.changePlan,
        world.viewers.controller,
        { projectId: closed, change: { part: 'split' } },
        'project-closed',
      ),
    ]);
  });

  it('changes of a plan that cannot be', async () => {
    const { controller } = world.viewers;
    const change = (given: object, code: string): Refusing => [
      projects.changePlan as unknown as AnyUseCase,
      controller,
      { projectId: running, change: given },
      code,
    ];
    const pack = { part: 'work-package', name: 'x', words: '' };
    await expectRefused(world.app, [
      change({ part: 'remove', of: 'cost-line', id: newId() }, 'row-not-found'),
      change({ part: 'remove', of: 'purchase', id: newId() }, 'row-not-found'),
      change({ part: 'condition-met', id: newId(), metOn: '2026-11-20' }, 'row-not-found'),
      change(
        { part: 'purchase', kind: 'other', label: 'x', cents: 1, workPackageId: newId() },
        'row-not-found',
      ),
      change({ ...pack, code: 'TP1' }, 'code-in-use'),
      change({ ...pack, code: 'TP3', needs: ['TP3'] }, 'dependency-circle'),
      change({ part: 'split' }, 'nothing-to-split'),
      change({ part: 'reach', municipalities: ['Eiole'] }, 'municipality-unknown'),
    ]);
  });

  it('moves, days and files that cannot be', async () => {
    const { project } = world.viewers;
    const { moveProject, attachFile, setFunder, enterCompanyTest, saveComparison, saveIndicator } = projects;
    const indicator = { projectId: running, kind: 'output', nature: 'product', fi: 'Uusi' };
    const file = (content: Uint8Array, name = 'liite.pdf') => ({
      projectId: running,
      file: { name, content },
    });
    const comparison = {
      ...(simplestInput(saveComparison.input, measureId, { projectId: running, measureId }) as object),
      comparisonId: undefined,
    };
    const row = (useCase: object, input: object, code: string, viewer = project): Refusing => [
      useCase as AnyUseCase,
      viewer,
      input,
      code,
    ];
    await expectRefused(world.app, [
      row(moveProject, { projectId: running, to: 'idea' }, 'move-not-allowed'),
      row(moveProject, { projectId: running, to: 'ended', on: '2030-01-01' }, 'day-in-future'),
      row(moveProject, { projectId: ended, to: 'closed' }, 'final-report-incomplete'),
      row(attachFile, file(new Uint8Array()), 'file-empty'),
      row(attachFile, file(new Uint8Array(20 * 1024 * 1024 + 1)), 'file-too-large'),
      row(attachFile, file(table('x'), 'tunnistamaton.xyz'), 'file-kind-unknown'),
      row(
        projects.answerCriticism,
        { projectId: running, itemId: newId(), check: 'FND-01', answer: 'Vastaus', evidence: [] },
        'evidence-missing',
      ),
      row(setFunder, { projectId: running, funderId: newId() }, 'funder-not-found'),
      row(projects.readFile, { projectId: running, fileId: newId() }, 'file-not-found'),
      row(enterCompanyTest, { ...(simplestInput(enterCompanyTest.input, newId(), { projectId: running }) as object) }, 'company-not-found', project), // biome-ignore format: one line
      row(saveComparison, { ...comparison, otherId: newId() }, 'project-not-found'),
      row(saveComparison, { ...comparison, serviceId: newId() }, 'service-not-found'),
      row(saveIndicator, { ...indicator, target: 'paljon' }, 'target-not-understood'),
      row(saveIndicator, { ...indicator, sourceKind: 'statistic' }, 'source-missing'),
      row(saveIndicator, { ...indicator, sourceKind: 'fact', fact: 'none' }, 'fact-not-known'),
      row(
        saveIndicator,
        { ...indicator, sourceKind: 'entered', sourceName: 'valmiustesti' },
        'register-counts',
      ),
      row(
        projects.noteHours,
        { projectId: running, staffId: newId(), month: '2026-10', hours: 1 },
        'row-not-found',
      ),
      row(projects.removeRealisedEntry, { projectId: running, entryId: newId(), why: 'x' }, 'row-not-found'),
      row(projects.restoreRealisedEntry, { projectId: running, entryId: newId() }, 'row-not-found'),
      row(projects.acceptRealisedEntry, { projectId: running, entryId: newId() }, 'row-not-found'),
    ]);
  });
});
