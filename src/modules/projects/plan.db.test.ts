import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { unwrap } from '#kernel/result.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { systemViewer } from '#kernel/viewer.ts';
import { databaseKinds, type TestApp } from '#test/fixtures/app.ts';
import { openProjectApp, type ProjectApp } from '#test/fixtures/projects.ts';
import { runUseCase } from '#use-case';
import { projects } from './index.ts';

/** One project: its plan changed by forms, and its life from an idea to closed. */
describe.each(databaseKinds)('the plan of a project on the %s database', (kind) => {
  let world: ProjectApp;
  let app: TestApp;
  let viewers: ProjectApp['viewers'];
  beforeAll(async () => {
    world = await openProjectApp(kind);
    ({ app, viewers } = world);
    await world.takeSeeds();
  });
  afterAll(() => app?.close());

  const codeOf = async (outcome: Promise<unknown>) =>
    ((await outcome) as { error?: { code: string } }).error?.code;
  const idOf = async (text: string) => (await world.find({ search: text })).rows[0]!.projectId;
  const open = (projectId: string, viewer?: Viewer) => world.open(projectId, viewer);
  const change = (projectId: string, item: object) => world.change(projectId, item);

  describe('one project', () => {
    it('opens with its money, findings and life; the funder opens only what it funds', async () => {
      const projectId = await idOf('palvelupolut');
      const opened = await open(projectId, viewers.board);
      expect(
        opened.money.lines.map((line) => [
          line.requested,
          line.approved,
          line.rejected,
          line.computed,
          line.derivedRejection,
        ]),
      ).toEqual([
        [18_064_800, 0, 18_064_800, undefined, undefined],
        [7_225_900, 0, undefined, 7_225_900, 7_225_900],
        [0, 0, undefined, undefined, 0],
      ]);
      expect(opened.unitPrices.map((price) => price.cents)).toEqual([486_360, 281_008, 632_268]);
      expect(opened.findings.length).toBeGreaterThan(10);
      expect(opened.months).toHaveLength(28);
      expect(opened.actions).toEqual({ keep: false, moves: [] });
      expect(await codeOf(runUseCase(app, viewers.funder, projects.openProject, { projectId }))).toBe(
        'project-not-found',
      );
      const funderApp = await inTransactionAs(app, systemViewer, 'upkeep', async ({ db }) => {
        const { id } = await db
          .selectFrom('networks.organisation')
          .select('id')
          .limit(1)
          .executeTakeFirstOrThrow();
        await db.updateTable('projects.project').set({ funder_id: id }).where('id', '=', projectId).execute();
        return id;
      });
      const funder = { ...viewers.funder, organisationId: funderApp };
      expect((await open(projectId, funder)).plan.costLines).toHaveLength(3);
      expect(unwrap(await runUseCase(app, funder, projects.portfolio, {})).rows).toHaveLength(1);
      expect(await codeOf(runUseCase(app, viewers.expert, projects.openProject, { projectId }))).toBe(
        'not-permitted',
      );
    });

    it('a changed line is found at once, the rest stays, and the version tells the difference', async () => {
      const projectId = await idOf('palvelupolut');
      const [wages] = (await open(projectId)).plan.costLines;
      const before = (await open(projectId)).findings.length;
      const { kind: costKind, label } = wages!;
      expect(
        await change(projectId, {
          part: 'cost-line',
          id: wages!.id,
          kind: costKind,
          label,
          requested: 18_064_900,
          approved: 0,
        }),
      ).toMatchObject({ ok: true, value: { findings: before + 2 } });
      const opened = await open(projectId);
      expect(opened.findings.map((finding) => finding.code)).toContain('flat-part-differs');
      expect(opened.plan.costLines[0]).toMatchObject({
        id: wages!.id,
        requested: 18_064_900,
        source: '003:176',
      });
      expect(opened.unkept).toEqual([
        {
          part: 'costLines',
          what: 'Palkkakustannukset: rejected',
          kind: 'removed',
          before: '18064800',
          after: '',
        },
        {
          part: 'costLines',
          what: 'Palkkakustannukset: requested',
          kind: 'changed',
          before: '18064800',
          after: '18064900',
        },
      ]);
      const kept = unwrap(
        await runUseCase(app, viewers.project, projects.savePlanVersion, {
          projectId,
          why: 'Palkat tarkistettu',
        }),
      );
      expect(kept.number).toBe(2);
      const after = await open(projectId);
      expect(after.unkept).toEqual([]);
      expect(after.versions.map((version) => [version.number, version.differences.length])).toEqual([
        [2, 2],
        [1, 0],
      ]);
      await change(projectId, {
        part: 'cost-line',
        id: wages!.id,
        kind: costKind,
        label,
        requested: 18_064_800,
        approved: 0,
        rejected: 18_064_800,
      });
      expect((await open(projectId)).findings.length).toBe(before);
    });
    it('refuses what cannot be read or is not there, and the offered split is taken when asked', async () => {
      const projectId = await idOf('palvelupolut');
      const line = { part: 'cost-line', kind: 'wages', label: 'Palkat' };
      expect(await change(projectId, { ...line, requested: -150 })).toMatchObject({
        ok: false,
        error: {
          code: 'invalid-input',
          details: { issues: [{ path: 'change.requested', code: 'number-too-small' }] },
        },
      });
      expect(await codeOf(change(projectId, { ...line, id: projectId, requested: 1500 }))).toBe(
        'row-not-found',
      );
      unwrap(await change(projectId, { part: 'split' }));
      const opened = await open(projectId);
      expect(opened.plan.fundingShares.slice(0, 2).map((item) => item.requested)).toEqual([
        20_232_500, 5_058_200,
      ]);
      expect(opened.findings.map((finding) => finding.code)).not.toContain('aid-over-ceiling');
    });
    it('PJ-07: money is conditional until the decision is entered', async () => {
      const projectId = await idOf('elinvoimaa');
      const before = await open(projectId);
      expect(before.money.funding.conditional).toBe(4_988_000);
      expect(before.money.shares.filter((item) => item.conditionState === 'late')).toHaveLength(3);
      for (const share of before.plan.fundingShares)
        if (share.condition)
          unwrap(
            await change(projectId, {
              part: 'condition-met',
              id: share.condition.id,
              metOn: '2022-03-29',
              note: 'TVK 29.3.2022',
            }),
          );
      const after = await open(projectId);
      expect(after.money.funding.conditional).toBe(0);
      expect(after.plan.fundingShares[3]!.condition).toMatchObject({
        metOn: '2022-03-29',
        metNote: 'TVK 29.3.2022',
        source: '000:88',
      });
    });
    it('work packages: a circle and a code in use are refused, a delay shows on those that build on it', async () => {
      const projectId = await idOf('palvelupolut');
      const { plan } = await open(projectId);
      const [value] = plan.workPackages;
      const form = {
        part: 'work-package',
        id: value!.id,
        code: '1',
        name: value!.name,
        words: '',
      };
      expect(await codeOf(change(projectId, { ...form, needs: ['2'] }))).toBe('dependency-circle');
      expect(await codeOf(change(projectId, { ...form, code: '2', needs: [] }))).toBe('code-in-use');
      const late = unwrap(
        await runUseCase(app, viewers.board, projects.openProject, { projectId, late: { 1: 30 } }),
      );
      expect(late.timeline.map((each) => each.pushedBy)).toEqual([0, 30, 30]);
    });
  });

  describe('life', () => {
    it('from an idea to closed: the report and the owners of results are asked for', async () => {
      const { projectId } = unwrap(
        await runUseCase(app, viewers.project, projects.startProject, {
          name: 'Kokeiluhanke',
          instrument: 'mokra',
        }),
      );
      const move = (to: string, more: object = {}) =>
        runUseCase(app, viewers.project, projects.moveProject, { projectId, to, ...more } as never);
      expect(await codeOf(move('running'))).toBe('move-not-allowed');
      // An unfinished plan does not go out in silence.
      expect(await move('applied')).toMatchObject({
        ok: false,
        error: { code: 'plan-not-ready', field: 'unreadyWhy', details: { count: 2 } },
      });
      unwrap(await move('applied', { unreadyWhy: 'Haku sulkeutuu tänään.' }));
      const sent = await open(projectId);
      expect(sent.readiness).toMatchObject({
        blocking: 2,
        fromDocument: false,
        sentUnready: { why: 'Haku sulkeutuu tänään.', reasons: 2, by: 'Testi project' },
      });
      expect(sent.versions[0]).toMatchObject({ number: 1, occasion: 'applied', hasPromises: true });
      for (const to of ['granted', 'running', 'ended']) unwrap(await move(to));
      expect((await open(projectId)).findings.map((finding) => finding.code)).toContain(
        'final-report-part-empty',
      );
      expect(await codeOf(move('closed'))).toBe('final-report-incomplete');
      unwrap(await change(projectId, { part: 'outcome', kind: 'result', words: 'Uusi palvelu' }));
      unwrap(
        await change(projectId, { part: 'cost-line', kind: 'wages', label: 'Palkat', requested: 1_000_000 }),
      );
      unwrap(await change(projectId, { part: 'section', kind: 'final-report', words: 'Kokeilu onnistui.' }));
      unwrap(await change(projectId, { part: 'section', kind: 'adoption', words: 'Kunta jatkaa.' }));
      expect(await codeOf(move('closed'))).toBe('result-without-owner');
      const [result] = (await open(projectId)).plan.outcomes;
      const owned = {
        part: 'outcome',
        id: result!.id,
        kind: 'result',
        words: 'Uusi palvelu',
        owner: 'Juvan kunta',
        used: 'yes',
      };
      unwrap(await change(projectId, owned));
      unwrap(await move('closed'));
      expect(await codeOf(change(projectId, { part: 'section', kind: 'need', words: 'x' }))).toBe(
        'project-closed',
      );
      unwrap(await change(projectId, { ...owned, used: 'no' }));
      const opened = await open(projectId);
      expect(opened.plan.outcomes[0]).toMatchObject({ owner: 'Juvan kunta', used: false });
      expect(opened.versions.map(({ occasion }) => occasion)).toEqual(['closed', 'applied']);
      expect(opened.unkept).toMatchObject([{ part: 'outcomes', before: 'true', after: 'false' }]);
      expect(opened.stateChanges.map((item) => item.to)).toEqual([
        'closed',
        'ended',
        'running',
        'granted',
        'applied',
        'idea',
      ]);
    });
    it('FND-10: a rejected application is the beginning of a better one, without the funder’s columns', async () => {
      const from = await idOf('palvelupolut');
      const { projectId } = unwrap(
        await runUseCase(app, viewers.project, projects.startProject, {
          name: 'Palvelupolut 3.0',
          improvesId: from,
        }),
      );
      const opened = await open(projectId);
      expect(opened.improves).toMatchObject({ projectId: from });
      expect(opened.project.state).toBe('idea');
      expect(opened.plan.workPackages).toHaveLength(3);
      expect(
        opened.plan.costLines.every((line) => line.approved === undefined && line.rejected === undefined),
      ).toBe(true);
      expect(opened.plan.costLines[0]!.id).not.toBe((await open(from)).plan.costLines[0]!.id);

      // NET-25: for the same groups in the same municipalities at the same time; the rejected one is no overlap.
      expect(opened.overlaps.map((overlap) => [overlap.name.slice(0, 12), overlap.groups])).toEqual([
        ['TE2024 E-Sav', ['municipalities']],
        ['YHDESSÄ – Tu', ['companies', 'jobseekers']],
      ]);
      expect(opened.overlaps[1]!.municipalities).toContain('Kangasniemi');
      const { rows } = unwrap(
        await runUseCase(app, viewers.board, projects.portfolio, {
          filters: { only: ['overlaps'] },
          sort: 'state',
        }),
      );
      expect(rows.map((row) => [row.name.slice(0, 12), row.overlaps]).sort()).toEqual([
        ['Palvelupolut', 2],
        ['TE2024 E-Sav', 1],
        ['YHDESSÄ – Tu', 1],
      ]);
    });
  });
});
