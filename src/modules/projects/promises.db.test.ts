import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { insight } from '#insight';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import { systemViewer, type Viewer } from '#kernel/viewer.ts';
import { projects } from '#projects';
import { addAccount } from '#test/fixtures/accounts.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { type Caseload, settleCaseload } from '#test/fixtures/caseload.ts';
import { openTestPilot } from '#test/fixtures/pilots.ts';
import { draft003 } from '#test/fixtures/project-003.ts';
import { repairProject } from '#test/fixtures/repair-003.ts';
import { runUseCase } from '#use-case';
import { seedDrafts } from './demo/seed-drafts.ts';
import { commonIndicators } from './domain/indicators-esf.ts';

const names = ['Aino', 'Onni', 'Elsa', 'Toivo', 'Siiri', 'Eino', 'Helmi', 'Urho'];

describe.each(databaseKinds)('promises of a project on the %s database', (kind) => {
  let app: TestApp;
  let load: Caseload;
  let pilot: Awaited<ReturnType<typeof openTestPilot>>;
  const viewers = {} as Record<'project' | 'board' | 'funder' | 'expert', Viewer>;

  beforeAll(async () => {
    app = await openTestApp(kind, '2026-11-20T10:00:00Z');
    load = await settleCaseload(
      app,
      names.map((given) => ({ given, family: 'Esimerkki', worker: 'maija', searchStartedOn: '2025-01-01' })),
    );
    pilot = await openTestPilot(app, load);
    for (const role of ['project', 'board', 'funder', 'expert'] as const) {
      const { accountId } = await addAccount(app, { name: `Testi ${role}`, role });
      viewers[role] = { accountId, name: '', role, language: 'fi' };
    }
  });
  afterAll(() => app.close());

  const asSystem = <T>(run: Parameters<typeof inTransactionAs<T>>[3]) =>
    inTransactionAs(app, systemViewer, 'upkeep', run);
  const codeOf = async (outcome: Promise<{ ok: boolean; error?: unknown }>) => {
    const { error } = (await outcome) as { error?: { code: string; details?: { reason?: string } } };
    return error && (error.details?.reason ?? error.code);
  };
  const take = async (draft: object) =>
    unwrap(await runUseCase(app, viewers.project, projects.importProject, { draft } as never)).projectId!;
  const open = async (projectId: string, viewer = viewers.project) =>
    unwrap(await runUseCase(app, viewer, projects.openPromises, { projectId }));

  it('document 003 cannot be called ready: refused with every reason; repaired it can, and no longer when spoiled', async () => {
    const projectId = await take(draft003);
    const refused = await runUseCase(app, viewers.project, projects.callReady, { projectId });
    expect(refused).toMatchObject({ ok: false, error: { code: 'plan-not-ready' } });
    const { reasons, actions } = await open(projectId);
    const blocking = reasons.filter(({ grade }) => grade === 'blocks');
    expect(!refused.ok && refused.error.details).toMatchObject({ count: blocking.length, reasons: blocking });
    expect(actions).toMatchObject({ change: true, callReady: false });

    await repairProject(app, viewers.project, projectId);
    const better = await open(projectId);
    expect(better.reasons.filter(({ grade }) => grade === 'blocks')).toEqual([]);
    expect(better.actions.callReady).toBe(true);
    expect(better.isReady).toBe(false);
    unwrap(await runUseCase(app, viewers.project, projects.callReady, { projectId }));
    expect(await open(projectId)).toMatchObject({ isReady: true, actions: { takeBack: true } });

    const [comparison] = better.promises.comparisons;
    unwrap(
      await runUseCase(app, viewers.project, projects.removeFromPlan, {
        projectId,
        thingId: comparison!.id,
      }),
    );
    const spoiled = await open(projectId);
    expect(spoiled.isReady).toBe(false);
    expect(spoiled.promises.readiness).toBeDefined();
    expect(spoiled.reasons.map(({ code }) => code)).toContain('criticism-open');
  });

  it('the same document again changes nothing; a later one brings only what the funder says', async () => {
    const projectId = await take({ ...draft003, name: { value: 'Toinen hanke' }, registerNumbers: [] });
    const before = await open(projectId);
    expect(before.promises.measures).toHaveLength(3);
    expect(before.promises.rejection).toHaveLength(9);
    await take({
      ...draft003,
      name: { value: 'Toinen hanke' },
      registerNumbers: [],
      measures: [{ text: 'Jotain muuta' }],
      rejectionReasons: [...draft003.rejectionReasons!, { value: 'Kustannukset ovat liian suuret.' }],
    });
    const after = await open(projectId);
    expect(after.promises.measures).toEqual(before.promises.measures);
    expect(after.promises.rejection.map(({ check }) => check)).toEqual([
      ...before.promises.rejection.map(({ check }) => check),
      'other',
    ]);
  });

  it('an improved application begins with the plan and the criticisms of the rejected one, with things of its own', async () => {
    const improvesId = await take({ ...draft003, name: { value: 'Hylätty hanke' }, registerNumbers: [] });
    await repairProject(app, viewers.project, improvesId);
    const { projectId } = unwrap(
      await runUseCase(app, viewers.project, projects.startProject, {
        name: 'Parannettu hanke',
        improvesId,
      }),
    );
    const [old, better] = [await open(improvesId), await open(projectId)];
    expect(better.promises.measures.map(({ text }) => text)).toEqual(
      old.promises.measures.map(({ text }) => text),
    );
    expect(better.promises.links).toHaveLength(old.promises.links.length);
    expect(better.promises.comparisons).toHaveLength(3);
    const ids = new Set(old.promises.measures.map(({ id }) => id));
    expect(better.promises.measures.some(({ id }) => ids.has(id))).toBe(false);
    expect(better.promises.rejection.map(({ text, answer }) => [text, answer])).toEqual(
      old.promises.rejection.map(({ text }) => [text, undefined]),
    );
    const rejection = unwrap(await runUseCase(app, viewers.project, projects.openRejection, { projectId }));
    expect(rejection.improves).toEqual({ projectId: improvesId, name: 'Hylätty hanke' });
    const waiting = unwrap(await runUseCase(app, viewers.project, projects.unansweredCriticism, {}));
    expect(waiting.projects).toEqual([{ projectId, name: 'Parannettu hanke', criticisms: 9 }]);
    // Nothing but the answers is missing.
    const missing = better.reasons.filter(({ grade }) => grade === 'blocks');
    expect([...new Set(missing.map(({ code }) => code))]).toEqual(['criticism-open']);
  });

  it('002 keeps its values as told: 6 companies, persons not given; sums 21 and 57', async () => {
    const projectId = await take(seedDrafts['002']);
    const { indicators, halves } = unwrap(
      await runUseCase(app, viewers.project, projects.openIndicators, { projectId }),
    );
    expect(halves).toHaveLength(7);
    expect(indicators.map(({ latest, reached }) => [latest, reached])).toMatchObject([
      [{ kind: 'number', value: 6 }, 66.7],
      [{ kind: 'unknown' }, undefined],
      [{ kind: 'unknown' }, undefined],
    ]);
    const { sums, lackingEvidence } = unwrap(
      await runUseCase(app, viewers.project, projects.openHorizontal, { projectId }),
    );
    expect([sums?.total.direct.value, sums?.total.indirect.value]).toEqual([21, 57]);
    expect(lackingEvidence).toEqual(['gender-analysis']);
  });

  describe('counts', () => {
    let projectId: string;
    const join = (clientIds: readonly string[], on: string) =>
      asSystem(({ db }) =>
        db
          .insertInto('pilots.member')
          .values(
            clientIds.map((client_id) => ({
              pilot_id: pilot.pilotId,
              client_id,
              invited_on: '2026-09-01',
              joined_on: on,
            })),
          )
          .execute(),
      );
    const indicators = async () =>
      unwrap(await runUseCase(app, viewers.project, projects.openIndicators, { projectId })).indicators;
    const common = async () =>
      new Map(
        unwrap(await runUseCase(app, viewers.project, projects.openCommonIndicators, { projectId })).rows.map(
          (row) => [row.code, row],
        ),
      );

    beforeAll(async () => {
      projectId = await take({
        ...draft003,
        name: { value: 'Laskettava hanke' },
        registerNumbers: [],
        startsOn: { value: '2026-01-01' },
        endsOn: { value: '2027-12-31' },
        indicators: [],
        outcomes: [],
      });
    });

    const save = (more: object) =>
      runUseCase(app, viewers.project, projects.saveIndicator, {
        projectId,
        kind: 'output',
        nature: 'attendance',
        fi: 'Osallistujat',
        unit: 'henkilöä',
        ...more,
      } as never);

    it('come from the facts of the project’s pilots as they were released, each participant once', async () => {
      unwrap(await save({ target: 'noin 50', sourceKind: 'fact', fact: 'joined' }));
      expect((await indicators())[0]).toMatchObject({
        target: { value: 50, qualifier: 'about' },
        latest: { kind: 'unknown' },
      });
      expect((await common()).get('EECO01')).toMatchObject({ cell: { kind: 'unknown' }, from: 'nowhere' });

      unwrap(
        await runUseCase(app, viewers.project, projects.chooseCohorts, {
          projectId,
          pilots: [pilot.pilotId],
        }),
      );
      await join(load.clientIds.slice(0, 8), '2026-10-01');
      expect((await indicators())[0]!.latest).toEqual({ kind: 'unknown' });
      expect((await common()).get('EECO01')).toMatchObject({ cell: { kind: 'hidden' }, from: 'facts' });

      unwrap(await runUseCase(app, systemViewer, insight.releasePilots, {}));
      expect(
        unwrap(await runUseCase(app, systemViewer, projects.releaseProjects, {})).released,
      ).toBeGreaterThan(0);
      expect(unwrap(await runUseCase(app, systemViewer, projects.releaseProjects, {})).released).toBe(0);
      const [joined] = await indicators();
      expect(joined).toMatchObject({ latest: { kind: 'number', value: 8 }, reached: 16 });
      expect(joined!.rows.map(({ actual }) => actual.kind)).toEqual([
        'unknown',
        'number',
        'unknown',
        'unknown',
      ]);
      const counts = await common();
      expect(counts.get('EECO01')).toMatchObject({
        cell: { kind: 'number', value: 8 },
        toldOn: '2026-11-01',
      });
      // All eight search for work and have long done so: that nobody does not is not told either.
      for (const code of ['EECO02', 'EECO03'])
        expect([code, counts.get(code)?.cell]).toEqual([code, { kind: 'hidden' }]);
      expect(counts.get('EECO12')).toMatchObject({ cell: { kind: 'unknown' } });
    });

    it('that the facts give are not typed; others are, with evidence, and a few persons stay hidden', async () => {
      const enter = (code: string, value: number, more: object = {}) =>
        runUseCase(app, viewers.project, projects.enterCommonValue, {
          projectId,
          code,
          value,
          countedOn: '2026-11-01',
          evidence: 'EURA, osallistujien omat tiedot',
          ...more,
        });
      expect(await codeOf(enter('EECO01', 8))).toBe('counted-from-facts');
      expect(await codeOf(enter('EECO12', 1.5))).toBe('invalid-input');
      expect(await codeOf(enter('EECO12', 3, { evidence: ' ' }))).toBe('invalid-input');
      expect(await codeOf(enter('EECO12', 3, { countedOn: '2027-01-01' }))).toBe('day-in-future');
      unwrap(await enter('EECO12', 3));
      unwrap(await enter('EECO18', 2));
      const counts = await common();
      expect(counts.get('EECO12')).toMatchObject({ cell: { kind: 'hidden' }, from: 'entered' });
      expect(counts.get('EECO18')).toMatchObject({ cell: { kind: 'number', value: 2 } });
      expect([...counts.keys()]).toEqual(commonIndicators.map(({ code }) => code));
    });

    it('of companies are the companies with a logged action; readiness is the mean of those tested twice', async () => {
      unwrap(await save({ fi: 'Yritykset', unit: 'yritystä', sourceKind: 'fact', fact: 'companies-helped' }));
      const companyId = newId();
      await asSystem(async ({ db }) => {
        await db
          .insertInto('companies.company')
          .values({
            id: companyId,
            business_id: '1234567-1',
            name: 'Konepaja Virta Oy',
            municipality_code: '491',
            size_class: '10-19',
            created_at: '2026-01-01T00:00:00Z',
          })
          .execute();
        await db
          .insertInto('companies.action')
          .values({
            id: newId(),
            company_id: companyId,
            kind: 'growth',
            done_on: '2026-03-01',
            hours: 3,
            description: 'Suunnittelu',
            logged_by: pilot.project.accountId!,
            logged_at: '2026-03-01T10:00:00Z',
          })
          .execute();
      });
      const companies = (await indicators()).find(({ unit }) => unit === 'yritystä')!;
      expect(companies.latest).toEqual({ kind: 'number', value: 1 });
      expect((await common()).get('EECO19')).toMatchObject({ cell: { kind: 'number', value: 1 } });

      const test = (phase: string, points: number) =>
        runUseCase(app, viewers.project, projects.enterCompanyTest, {
          projectId,
          companyId,
          phase,
          points,
          testedOn: '2026-10-01',
        } as never);
      expect(await codeOf(test('before', 101))).toBe('invalid-input');
      unwrap(await test('before', 40));
      unwrap(await test('after', 62.5));
      const seen = async (viewer: Viewer) =>
        unwrap(await runUseCase(app, viewer, projects.openCompanyTests, { projectId }));
      expect((await seen(viewers.project)).change).toMatchObject({ testedTwice: 1, change: 22.5 });
      expect((await seen(viewers.project)).tests).toHaveLength(2);
      // A board sees the mean and no single company.
      expect(await seen(viewers.board)).toMatchObject({ change: { change: 22.5 }, tests: [] });
    });

    it('an entered value needs evidence and belongs to an indicator that no fact gives', async () => {
      const { id } = unwrap(
        await save({
          fi: 'Työttömyysaste',
          unit: '%',
          nature: 'change',
          kind: 'result',
          sourceKind: 'statistic',
          sourceName: 'Tilastokeskus, työnvälitystilasto',
        }),
      );
      const enter = (indicatorId: string, value: number) =>
        runUseCase(app, viewers.project, projects.enterIndicatorValue, {
          projectId,
          indicatorId,
          countedOn: '2026-06-30',
          value,
          evidence: '12r5, 6/2026',
        });
      unwrap(await enter(id, 9.8));
      const rate = (await indicators()).find((indicator) => indicator.id === id)!;
      expect(rate.rows.map(({ actual }) => actual)).toEqual([
        { kind: 'number', value: 9.8 },
        { kind: 'unknown' },
        { kind: 'unknown' },
        { kind: 'unknown' },
      ]);
      const joined = (await indicators()).find(({ source }) => source?.kind === 'fact')!;
      expect(await codeOf(enter(joined.id, 5))).toBe('counted-from-facts');
      expect(await codeOf(save({ target: '1.5' }))).toBe('target-not-understood');
      expect(await codeOf(save({ sourceKind: 'fact', fact: 'nothing' }))).toBe('fact-not-known');
      expect(await codeOf(save({ sourceKind: 'entered' }))).toBe('source-missing');
    });
  });

  it('is read by those who steer, kept by those who keep, and a funder finds only what it funds', async () => {
    const projectId = await take({ ...draft003, name: { value: 'Neljäs hanke' }, registerNumbers: [] });
    expect((await open(projectId, viewers.board)).actions).toMatchObject({ change: false, callReady: false });
    expect(await codeOf(runUseCase(app, viewers.expert, projects.openPromises, { projectId }))).toBe(
      'role-may-not',
    );
    expect(await codeOf(runUseCase(app, viewers.funder, projects.openPromises, { projectId }))).toBe(
      'project-not-found',
    );
    expect(
      await codeOf(runUseCase(app, viewers.board, projects.saveGoal, { projectId, words: 'Tavoite' })),
    ).toBe('role-may-not');
    expect(
      await codeOf(
        runUseCase(app, viewers.project, projects.answerCriticism, {
          projectId,
          itemId: (await open(projectId)).promises.rejection[0]!.id,
          check: 'FND-01',
          answer: 'On korjattu',
          evidence: [],
        }),
      ),
    ).toBe('evidence-missing');
  });
});
