import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { unwrap } from '#kernel/result.ts';
import { publicViewer, systemViewer, type Viewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { kymenlaakso, settleProgramme } from '#test/fixtures/programmes.ts';
import { runUseCase } from '#use-case';
import { programmes } from './index.ts';

const codeOf = async (outcome: Promise<{ ok: boolean; error?: unknown }>) => {
  const { error } = (await outcome) as { error?: { code: string; details?: { reason?: string } } };
  return error && (error.details?.reason ?? error.code);
};

describe.each(databaseKinds)('programmes on the %s database', (kind) => {
  let app: TestApp;
  let world: Awaited<ReturnType<typeof settleProgramme>>;

  beforeAll(async () => {
    app = await openTestApp(kind);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.clock.moveTo('2026-02-02T10:00:00Z');
    await inTransactionAs(app, systemViewer, 'upkeep', async ({ db }) => {
      await db.deleteFrom('programmes.working').execute();
    });
  });

  describe('document 004', () => {
    beforeAll(async () => {
      app.clock.moveTo('2026-02-02T10:00:00Z');
      world = await settleProgramme(app);
    });
    const goalAt = (at: number) => world.content.goals[at]!;
    const draftFor = (at: number, change: Record<string, { state: string; text?: string }> = {}) => ({
      summary: `Tavoite ${at + 1} etenee.`,
      measures: Object.fromEntries(
        goalAt(at).measures.map(({ id, title }) => [id, { state: 'on-track', text: '', ...change[title] }]),
      ),
    });
    const place = (at: number, period: string) => ({
      programmeId: world.programmeId,
      goalId: goalAt(at).id,
      period,
    });
    /** Writes and sends the report of a goal. */
    const tell = async (viewer: Viewer, at: number, period: string, change = {}) => {
      const opened = unwrap(await runUseCase(app, viewer, programmes.openGoalReport, place(at, period)));
      const { revision } = unwrap(
        await runUseCase(app, viewer, programmes.saveGoalDraft, {
          ...place(at, period),
          content: draftFor(at, change),
          revision: opened.draft?.revision ?? 0,
        }),
      );
      return unwrap(
        await runUseCase(app, viewer, programmes.submitGoalReport, { ...place(at, period), revision }),
      );
    };
    const board = async (viewer = world.viewers.secretary, asOf?: string) =>
      unwrap(
        await runUseCase(app, viewer, programmes.openProgramme, {
          programmeId: world.programmeId,
          ...(asOf ? { asOf } : {}),
        }),
      );

    it('loads as its tables say (N-17, N-18, F-16, F-18)', () => {
      expect(world.imported.outcome).toBe('new');
      expect(world.imported.counts).toEqual({
        chapters: 5,
        themes: 4,
        goals: 4,
        measures: 18,
        indicators: 0,
        coordinators: 4,
        pairs: 6,
        boardMembers: 13,
        milestones: 0,
      });
      expect(world.content.goals.map(({ measures }) => measures.length)).toEqual([3, 4, 4, 7]);
      const codes = world.imported.findings.map(({ code }) => code);
      expect(codes.filter((code) => code === 'measure-without-indicator')).toHaveLength(18);
      expect(codes).toContain('review-day-missing');
      expect(codes).toHaveLength(19);
      // The TE office is one coordinator, although goal 2 names it in short.
      expect(world.content.goals[1]!.coordinators).toEqual([
        'Kaakkois-Suomen ELY-keskus',
        'Kaakkois-Suomen TE-toimisto',
      ]);
    });

    it('the same file again changes nothing; a corrected one is the next version and keeps its parts', async () => {
      const load = (draft: object, dryRun = false) =>
        runUseCase(app, world.viewers.secretary, programmes.importProgramme, {
          draft: draft as never,
          dryRun,
        });
      expect(unwrap(await load(kymenlaakso))).toMatchObject({
        outcome: 'unchanged',
        programmeId: world.programmeId,
      });
      const moved = { ...kymenlaakso, goals: kymenlaakso.goals!.map((goal) => ({ ...goal, line: 1 })) };
      expect(unwrap(await load(moved)).outcome).toBe('unchanged');
      const more = { ...kymenlaakso, purpose: ['Elinvoima, työllisyys ja hyvinvointi'] };
      expect(unwrap(await load(more, true))).toMatchObject({ outcome: 'new-version', dryRun: true });
      expect((await board()).versionCount).toBe(1);
      expect(unwrap(await load(more)).outcome).toBe('new-version');
      const after = await board();
      expect(after.versionCount).toBe(2);
      expect(after.content.goals.map(({ id }) => id)).toEqual(world.content.goals.map(({ id }) => id));
      expect(unwrap(await load(kymenlaakso)).outcome).toBe('unchanged');
      expect(
        await codeOf(
          runUseCase(app, world.viewers.member, programmes.importProgramme, { draft: more as never }),
        ),
      ).toBe('role-may-not');
    });

    it('a half-year: who has told, who is late, reminded by the rule and by the button', async () => {
      app.clock.moveTo('2026-06-20T10:00:00Z');
      // Two weeks before, by the rule; once.
      const due = unwrap(await runUseCase(app, systemViewer, programmes.remindMissing, {}));
      expect(due.reminded).toBeGreaterThan(0);
      expect(unwrap(await runUseCase(app, systemViewer, programmes.remindMissing, {})).reminded).toBe(0);
      await tell(world.viewers.secretary, 0, '2026-1');
      // ELY has ended; its successor's people write (F-26).
      await tell(world.viewers.ely, 1, '2026-1');
      expect((await board()).late).toEqual([]);
      app.clock.moveTo('2026-07-01T10:00:00Z');
      const { late, rows } = await board();
      expect(late.map(({ coordinators, daysLate }) => [coordinators, daysLate])).toEqual([
        [['Kaakkois-Suomen ELY-keskus'], 1],
        [['Kaakkois-Suomen TE-toimisto', 'Kymenlaakson Monialainen työelämäpalvelu'], 1],
      ]);
      expect(rows.map(({ goals }) => goals[0]!.cells[0]!.kind)).toEqual([
        'told',
        'told',
        'missing',
        'missing',
      ]);
      unwrap(await runUseCase(app, systemViewer, programmes.remindMissing, {}));
      app.clock.moveTo('2026-07-03T10:00:00Z');
      const remind = () => runUseCase(app, world.viewers.secretary, programmes.remind, place(3, '2026-1'));
      expect(unwrap(await remind()).reminded.sort()).toEqual(['Koe multi', 'Koe te']);
      expect(await codeOf(remind())).toBe('reminded-today');
      expect(await codeOf(runUseCase(app, world.viewers.ely, programmes.remind, place(3, '2026-1')))).toBe(
        'not-own-organisation',
      );
      const told = await inTransactionAs(app, systemViewer, 'upkeep', ({ db }) =>
        db.selectFrom('outbox.message').select('payload').execute(),
      );
      const missing = told
        .map(({ payload }) => payload as { kind: string; accountId: string })
        .filter((row) => row.kind === 'goal-report-missing' && row.accountId === world.accounts.multi);
      expect(missing).toHaveLength(2);
    });

    it('a draft is saved as typed, never over another’s, and sent only when it says why', async () => {
      app.clock.moveTo('2026-07-05T10:00:00Z');
      const { te, multi } = world.viewers;
      const first = unwrap(
        await runUseCase(app, te, programmes.saveGoalDraft, {
          ...place(3, '2026-1'),
          content: { summary: 'kesken', measures: {}, values: {} },
          revision: 0,
        }),
      );
      expect(
        await codeOf(
          runUseCase(app, multi, programmes.saveGoalDraft, {
            ...place(3, '2026-1'),
            content: { summary: 'toisen teksti' },
            revision: 0,
          }),
        ),
      ).toBe('written-meanwhile');
      const submit = await runUseCase(app, te, programmes.submitGoalReport, {
        ...place(3, '2026-1'),
        revision: first.revision,
      });
      expect(submit).toMatchObject({ ok: false, error: { code: 'report-not-ready' } });
      const late = goalAt(3).measures[2]!.title;
      await expect(tell(te, 3, '2026-1', { [late]: { state: 'late', text: '' } })).rejects.toThrow('say-why');
      expect(await tell(te, 3, '2026-1', { [late]: { state: 'late', text: 'Hankinta viivästyi.' } })).toEqual(
        {
          late: true,
        },
      );
      expect(
        await codeOf(runUseCase(app, world.viewers.member, programmes.openGoalReport, place(3, '2026-1'))),
      ).toBe('no-relation');
      expect((await board()).late.map(({ title }) => title)).toEqual(['Osaavan työvoiman saatavuus']);
    });

    it('the report is frozen by its approval; files are made one by one, the same data the same bytes', async () => {
      app.clock.moveTo('2026-08-20T10:00:00Z');
      const where = { programmeId: world.programmeId, period: '2026-1' };
      const open = async () =>
        unwrap(await runUseCase(app, world.viewers.secretary, programmes.openBoardReport, where));
      unwrap(
        await runUseCase(app, world.viewers.secretary, programmes.saveForeword, {
          ...where,
          foreword: 'Kevät oli kiireinen.',
          revision: 0,
        }),
      );
      const draft = await open();
      expect(draft.data.totals).toMatchObject({ goals: 4, reported: 3, measures: 18 });
      expect(draft.data.missing).toEqual([
        { title: 'Osaavan työvoiman saatavuus', coordinators: ['Kaakkois-Suomen ELY-keskus'] },
      ]);
      const approve = (seen: string, decidedOn = '2026-08-19') =>
        runUseCase(app, world.viewers.secretary, programmes.approveReport, {
          ...where,
          body: 'Kymenlaakson työllisyysjohtoryhmä',
          decidedOn,
          reference: '§ 12',
          seen,
        });
      expect(await codeOf(approve('0'.repeat(64)))).toBe('changed-since-seen');
      expect(await codeOf(approve(draft.hash, '2026-09-01'))).toBe('day-in-future');
      const approved = unwrap(await approve(draft.hash));
      const public_ = await runUseCase(app, publicViewer('fi'), programmes.publicReport, approved);
      expect(unwrap(public_).data.approval).toEqual({
        body: 'Kymenlaakson työllisyysjohtoryhmä',
        decidedOn: '2026-08-19',
        reference: '§ 12',
      });
      expect(unwrap(public_).files).toEqual([]);
      let made = 0;
      while (unwrap(await runUseCase(app, systemViewer, programmes.makeNextFile, {})).made) made += 1;
      expect(made).toBe(6);
      const file = async (language: 'fi' | 'sv' | 'en', format: 'pdf' | 'docx') =>
        unwrap(
          await runUseCase(app, publicViewer('fi'), programmes.publicReportFile, {
            ...approved,
            language,
            format,
          }),
        );
      const pdf = await file('fi', 'pdf');
      expect(Buffer.from(pdf.bytes).subarray(0, 5).toString()).toBe('%PDF-');
      const again = (await import('#documents')).toPdf(
        (await import('./index.ts')).reportDocument(unwrap(public_).data, 'fi'),
      );
      expect(Buffer.from(pdf.bytes).equals(await again)).toBe(true);
      expect(
        Buffer.from((await file('sv', 'docx')).bytes)
          .subarray(0, 2)
          .toString(),
      ).toBe('PK');
      // Closed: nobody changes it, also below the application.
      expect(await codeOf(approve(draft.hash))).toBe('half-year-closed');
      expect(
        await codeOf(
          runUseCase(app, world.viewers.ely, programmes.saveGoalDraft, {
            ...place(2, '2026-1'),
            content: {},
            revision: 0,
          }),
        ),
      ).toBe('half-year-closed');
      await expect(
        inTransactionAs(app, systemViewer, 'upkeep', ({ db }) =>
          db
            .updateTable('programmes.board_report')
            .set({ foreword: 'toinen' })
            .where('id', '=', approved.reportId)
            .execute(),
        ),
      ).rejects.toThrow('never changed');
      expect((await board()).late).toEqual([]);
      expect((await board()).rows[2]!.goals[0]!.cells[0]!.kind).toBe('closed');
      expect((await open()).data.foreword).toBe('Kevät oli kiireinen.');
    });

    it('the next report tells what has changed and why', async () => {
      app.clock.moveTo('2026-12-20T10:00:00Z');
      const late = goalAt(3).measures[2]!.title;
      const where = { programmeId: world.programmeId, period: '2026-2' };
      await expect(tell(world.viewers.te, 3, '2026-2')).rejects.toThrow('say-why');
      await tell(world.viewers.te, 3, '2026-2', { [late]: { state: 'done', text: 'Hankinta valmistui.' } });
      const { data } = unwrap(
        await runUseCase(app, world.viewers.secretary, programmes.openBoardReport, where),
      );
      expect(data.changes.states).toEqual([
        {
          goal: goalAt(3).title,
          measure: late,
          before: 'late',
          after: 'done',
          why: 'Hankinta valmistui.',
        },
      ]);
      // A draft is for the network, not for the public.
      expect(
        unwrap(await runUseCase(app, publicViewer('fi'), programmes.publicReports, {})).rows,
      ).toHaveLength(1);
    });

    it('a version is worked on apart, needs a day of review, and never reaches back', async () => {
      app.clock.moveTo('2026-12-21T10:00:00Z');
      const { secretary } = world.viewers;
      const { programmeId } = world;
      const measure = goalAt(0).measures[0]!;
      const change = (revision: number, row: object) =>
        runUseCase(app, secretary, programmes.changeProgramme, {
          programmeId,
          revision,
          change: row as never,
        });
      unwrap(
        await change(0, {
          kind: 'indicator',
          ownerId: measure.id,
          indicator: {
            name: 'Yhteiset tapaamiset',
            unit: 'kertaa',
            baseline: 2,
            target: 12,
            targetOn: '2027-12-31',
            source: 'Sihteeristö',
          },
        }),
      );
      expect(await codeOf(change(0, { kind: 'remove', id: measure.id }))).toBe('written-meanwhile');
      const force = (revision: number, inForceFrom: string) =>
        runUseCase(app, secretary, programmes.bringIntoForce, {
          programmeId,
          revision,
          inForceFrom,
          reason: 'Mittarit puuttuivat.',
        });
      expect(await codeOf(force(1, '2026-12-01'))).toBe('in-force-in-past');
      expect(await codeOf(force(1, '2027-01-01'))).toBe('review-day-needed');
      unwrap(
        await change(1, {
          kind: 'basics',
          name: kymenlaakso.name,
          validFrom: '2021-01-01',
          reviewOn: '2028-12-31',
          purpose: [],
        }),
      );
      unwrap(await force(2, '2027-01-01'));
      expect(
        (await board()).findings.filter(({ code }) => code === 'measure-without-indicator'),
      ).toHaveLength(18);
      app.clock.moveTo('2027-01-01T10:00:00Z');
      const now = await board();
      expect(
        now.findings.map(({ code }) => code).filter((code) => code === 'measure-without-indicator'),
      ).toHaveLength(17);
      expect(now.findings.some(({ code }) => code === 'review-day-missing')).toBe(false);
      const { versions } = unwrap(
        await runUseCase(app, secretary, programmes.programmeVersions, { programmeId }),
      );
      expect(versions[0]!.changes).toContainEqual({
        kind: 'indicator',
        change: 'added',
        title: 'Yhteiset tapaamiset',
        fields: [],
      });
      const old = await board(secretary, '2026-12-31');
      expect(old.version.number).toBe(2);
    });

    it('one that is still to come opens as it will begin, and not on a day of the past', async () => {
      const { secretary } = world.viewers;
      const { programmeId } = unwrap(
        await runUseCase(app, secretary, programmes.beginProgramme, {
          kind: 'strategy',
          name: 'Tuleva strategia',
          validFrom: '2031-01-01',
        }),
      );
      const opened = unwrap(await runUseCase(app, secretary, programmes.openProgramme, { programmeId }));
      expect(opened).toMatchObject({ beginsOn: '2031-01-01', asOf: undefined, late: [] });
      expect(opened.content.name).toBe('Tuleva strategia');
      expect(
        await runUseCase(app, secretary, programmes.openProgramme, { programmeId, asOf: '2026-01-01' }),
      ).toMatchObject({ error: { code: 'not-yet-then' } });
      const { rows } = unwrap(await runUseCase(app, secretary, programmes.programmeList, {}));
      expect(rows.find((row) => row.programmeId === programmeId)).toMatchObject({ late: 0 });
      expect((await board()).beginsOn).toBeUndefined();
    });

    it('a told value needs its evidence, becomes a figure, and is unknown until told', async () => {
      app.clock.moveTo('2027-06-15T10:00:00Z');
      const { secretary } = world.viewers;
      const opened = unwrap(await runUseCase(app, secretary, programmes.openGoalReport, place(0, '2027-1')));
      const indicator = opened.told[0]!;
      expect(opened.figures).toMatchObject([{ name: 'Yhteiset tapaamiset', cell: { kind: 'unknown' } }]);
      const send = async (values: object) => {
        const now = unwrap(await runUseCase(app, secretary, programmes.openGoalReport, place(0, '2027-1')));
        const { revision } = unwrap(
          await runUseCase(app, secretary, programmes.saveGoalDraft, {
            ...place(0, '2027-1'),
            content: { ...draftFor(0), values: values as never },
            revision: now.draft?.revision ?? 0,
          }),
        );
        return runUseCase(app, secretary, programmes.submitGoalReport, { ...place(0, '2027-1'), revision });
      };
      expect(await send({ [indicator.id]: { value: 'seitsemän', evidence: '' } })).toMatchObject({
        error: {
          details: {
            issues: [
              { path: `content.values.${indicator.id}.value`, code: 'not-a-number' },
              { path: `content.values.${indicator.id}.evidence`, code: 'evidence-needed' },
            ],
          },
        },
      });
      unwrap(await send({ [indicator.id]: { value: '7', evidence: 'Kokouskalenteri' } }));
      const goal = unwrap(
        await runUseCase(app, secretary, programmes.openGoal, {
          programmeId: world.programmeId,
          goalId: goalAt(0).id,
        }),
      );
      expect(goal.figures).toMatchObject([
        { cell: { kind: 'number', value: 7 }, source: 'Kokouskalenteri', target: 12, baseline: 2 },
      ]);
      // What has just been sent of this half-year is not what it was last time.
      const last = goal.before?.find(({ indicatorId }) => indicatorId === indicator.id)?.cell;
      expect(last).not.toEqual({ kind: 'number', value: 7 });
      expect(goal.reports[0]?.period).toBe('2027-1');
    });
  });
});
