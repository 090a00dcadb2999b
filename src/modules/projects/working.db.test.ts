import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unwrap } from '#kernel/result.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { databaseKinds, type TestApp } from '#test/fixtures/app.ts';
import { openProjectApp, type ProjectApp } from '#test/fixtures/projects.ts';
import { runUseCase } from '#use-case';
import { addRealised } from './db/realised.db.ts';
import { projects } from './index.ts';

/** What a running project gathers: realised money, hours, attachments, and reports of the portfolio. */
describe.each(databaseKinds)('the work of a project on the %s database', (kind) => {
  let world: ProjectApp;
  let app: TestApp;
  let viewers: ProjectApp['viewers'];
  beforeAll(async () => {
    world = await openProjectApp(kind);
    ({ app, viewers } = world);
    await world.takeSeeds();
  });
  afterAll(() => app?.close());

  const asSystem: ProjectApp['asSystem'] = (run) => world.asSystem(run);
  const codeOf = async (outcome: Promise<unknown>) =>
    ((await outcome) as { error?: { code: string } }).error?.code;
  const idOf = async (text: string) => (await world.find({ search: text })).rows[0]!.projectId;
  const open = (projectId: string, viewer?: Viewer) => world.open(projectId, viewer);

  describe('realised money', () => {
    it('by month with evidence; what is inside the flat part is refused (PJ-25)', async () => {
      const projectId = await idOf('elinvoimaa');
      const note = (more: object) =>
        runUseCase(app, viewers.project, projects.noteRealised, {
          projectId,
          month: '2022-09',
          kind: 'wages',
          amount: 435_050,
          evidence: 'tosite 12',
          ...more,
        } as never);
      unwrap(await note({}));
      expect(await codeOf(note({ kind: 'travel' }))).toBe('inside-flat-part');
      expect(await codeOf(note({ month: '2030-01' }))).toBe('month-in-future');
      expect(await codeOf(note({ evidence: '' }))).toBe('invalid-input');
      const opened = await open(projectId);
      // 4 350,50 € of wages and the flat part of 40 % of them.
      expect(opened.summary.realised).toBe(609_070);
      expect(opened.usedFlat).toBe(174_020);
      expect(opened.months.find((money) => money.month === '2022-09-01')?.realised).toBe(609_070);
      // What cannot be true is refused, what can hardly be is asked until somebody says that it is right.
      expect(await codeOf(note({ month: '2015-01' }))).toBe('month-before-start');
      expect(await codeOf(note({ month: '2025-01' }))).toBe('month-after-end');
      expect(await codeOf(note({ kind: 'flat' }))).toBe('flat-part-computed');
      expect(await codeOf(note({}))).toBe('voucher-used');
      expect(await codeOf(note({ amount: 99_999_999_900, evidence: 'tosite 13', sure: true }))).toBe(
        'cost-beyond-project',
      );
      expect(await codeOf(note({ amount: -50_000, evidence: 'tosite 14' }))).toBe('cost-negative');
      expect((await open(projectId)).summary.realised).toBe(609_070);
      unwrap(await note({ sure: true, label: 'toinen kulu samassa tositteessa', amount: 1_000 }));
      expect((await open(projectId)).summary.realised).toBe(610_470);
      expect((await world.find({ search: 'elinvoimaa' })).rows[0]!.realised).toBe(610_470);
      const [first] = opened.realised;
      const entry = { projectId, entryId: first!.id };
      const remove = (why: string) =>
        runUseCase(app, viewers.project, projects.removeRealisedEntry, { ...entry, why });
      expect(await codeOf(remove(' '))).toBe('invalid-input');
      unwrap(await remove('kirjattu väärälle hankkeelle'));
      expect(await codeOf(remove('toistamiseen'))).toBe('row-not-found');
      const after = await open(projectId);
      expect(after.summary.realised).toBe(1_400);
      expect(after.realisedRemoved).toMatchObject([
        { id: first!.id, cents: 435_050, evidence: 'tosite 12', why: 'kirjattu väärälle hankkeelle' },
      ]);
      expect(after.realisedRemoved[0]!.removedAt).toBeTruthy();
      unwrap(await runUseCase(app, viewers.project, projects.restoreRealisedEntry, entry));
      const back = await open(projectId);
      expect([back.summary.realised, back.realisedRemoved]).toEqual([610_470, []]);
      for (const { id } of back.realised)
        unwrap(
          await runUseCase(app, viewers.project, projects.removeRealisedEntry, {
            projectId,
            entryId: id,
            why: 'kokeen jäljiltä',
          }),
        );
      expect((await open(projectId)).realised).toEqual([]);
    });
    it('a cost entered before the rule does not count until somebody says that it is right, and is a finding', async () => {
      const projectId = await idOf('elinvoimaa');
      const costs = [
        { month: '2022-09-01', cents: 100_000, evidence: 'A' },
        { month: '2022-10-01', cents: 50_000, evidence: 'A' },
        { month: '2030-01-01', cents: 70_000, evidence: 'B' },
      ];
      await asSystem((context) =>
        addRealised(
          context,
          projectId,
          costs.map((cost) => ({ ...cost, kind: 'wages' as const, label: '', accepted: false })),
        ),
      );
      const before = await open(projectId);
      expect([before.summary.realised, before.costsAside]).toEqual([140_000, 120_000]);
      expect(
        before.findings.filter(({ code }) => code === 'cost-not-counted').map(({ hint }) => hint?.code),
      ).toEqual(['cost.voucher-used', 'cost.month-in-future']);
      const accept = (evidence: string, doubt: string) =>
        runUseCase(app, viewers.project, projects.acceptRealisedEntry, {
          projectId,
          entryId: before.realised.find((row) => row.evidence === evidence && row.doubt === doubt)!.id,
        });
      expect(await codeOf(accept('B', 'month-in-future'))).toBe('month-in-future');
      unwrap(await accept('A', 'voucher-used'));
      const after = await open(projectId);
      expect(after.summary.realised).toBe(210_000);
      expect((await world.find({ search: 'elinvoimaa' })).rows[0]!.realised).toBe(210_000);
      for (const { id } of after.realised)
        unwrap(
          await runUseCase(app, viewers.project, projects.removeRealisedEntry, {
            projectId,
            entryId: id,
            why: 'koe',
          }),
        );
    });
    it('a sheet is taken whole or not at all, faults by row and column', async () => {
      const projectId = await idOf('elinvoimaa');
      const head = ['Kuukausi', 'Laji', 'Selite', 'Summa', 'Tosite'];
      const sheet = (rows: readonly (readonly (string | number)[])[]) =>
        runUseCase(app, viewers.project, projects.importRealised, {
          projectId,
          bytes: new TextEncoder().encode(
            [head, ...rows]
              .map((cells) => cells.map((cell) => String(cell).replace('4350.5', '4350,5')).join(';'))
              .join('\n'),
          ),
          kinds: { palkat: 'wages' },
        });
      expect(
        await sheet([
          ['2022-10', 'palkat', '', 4_350.5, 'tosite 13'],
          ['loka', 'palkat', '', '1.5', ''],
        ]),
      ).toMatchObject({
        ok: false,
        error: {
          code: 'sheet-has-faults',
          details: {
            faults: [
              { row: 3, column: 'A', code: 'not-a-month', value: 'loka' },
              { row: 3, column: 'D', code: 'ambiguous-number', value: '1.5' },
              { row: 3, column: 'E', code: 'required', value: '' },
            ],
          },
        },
      });
      expect((await open(projectId)).realised).toEqual([]);
      expect(
        unwrap(
          await sheet([
            ['2022-10', 'palkat', '', 4_350.5, 'tosite 13'],
            ['', '', '', '', ''],
          ]),
        ),
      ).toEqual({ taken: 1 });
    });
    it('PJ-05: hours beyond 1 720 in a year are refused', async () => {
      const projectId = await idOf('elinvoimaa');
      const staffId = (await open(projectId)).plan.staff[0]!.id!;
      const hours = (month: string, many: number) =>
        runUseCase(app, viewers.project, projects.noteHours, { projectId, staffId, month, hours: many });
      for (let month = 1; month <= 11; month += 1)
        unwrap(await hours(`2023-${String(month).padStart(2, '0')}`, 150));
      expect(await codeOf(hours('2023-12', 70.01))).toBe('hours-beyond-year');
      unwrap(await hours('2023-12', 70));
      unwrap(await hours('2024-01', 160));
    });
  });

  describe('attachments', () => {
    it('PJ-24: a changed file is a new version, the same is none; kinds and hashes are looked at', async () => {
      const projectId = await idOf('kasvupok');
      const attach = (name: string, text: string) =>
        runUseCase(app, viewers.project, projects.attachFile, {
          projectId,
          file: { name, content: new TextEncoder().encode(text) },
        });
      expect(unwrap(await attach('hakemus.txt', 'yksi'))).toMatchObject({ version: 1 });
      expect(await codeOf(attach('hakemus.txt', 'yksi'))).toBe('file-unchanged');
      expect(unwrap(await attach('hakemus.txt', 'kaksi'))).toMatchObject({ version: 2 });
      expect(await codeOf(attach('hakemus.pdf', 'ei ole pdf'))).toBe('file-kind-unknown');
      expect(await codeOf(attach('ohjelma.exe', 'MZ'))).toBe('file-kind-unknown');
      expect(await codeOf(attach('tyhja.txt', ''))).toBe('file-empty');
      const { attachments } = await open(projectId, viewers.board);
      expect(
        attachments.map((attachment) => [attachment.name, attachment.version, attachment.bytes]),
      ).toEqual([
        ['hakemus.txt', 2, 5],
        ['hakemus.txt', 1, 4],
      ]);
      const file = unwrap(
        await runUseCase(app, viewers.board, projects.readFile, { projectId, fileId: attachments[1]!.id }),
      );
      expect(Buffer.from(file.content).toString()).toBe('yksi');
      await asSystem(({ db }) =>
        db
          .updateTable('projects.attachment')
          .set({ content: Buffer.from('muut') })
          .where('id', '=', attachments[1]!.id)
          .execute(),
      );
      expect(
        await codeOf(
          runUseCase(app, viewers.board, projects.readFile, { projectId, fileId: attachments[1]!.id }),
        ),
      ).toBe('file-damaged');
    });
  });

  describe('report', () => {
    it('is the asker’s own, tells how far it is, and holds the same bytes', async () => {
      const { reportId } = unwrap(
        await runUseCase(app, viewers.board, projects.askReport, { form: 'pdf', name: 'hankesalkku' }),
      );
      const state = (viewer: Viewer) => runUseCase(app, viewer, projects.reportState, { reportId });
      expect(unwrap(await state(viewers.board))).toMatchObject({ state: 'writing' });
      expect(await codeOf(state(viewers.project))).toBe('report-not-found');
      unwrap(await runUseCase(app, viewers.board, projects.noteReport, { reportId, done: 5, size: 10 }));
      expect(unwrap(await state(viewers.board))).toMatchObject({ done: 5, size: 10, state: 'writing' });
      unwrap(
        await runUseCase(app, viewers.board, projects.noteReport, {
          reportId,
          done: 10,
          size: 10,
          content: new Uint8Array([1, 2]),
        }),
      );
      expect(unwrap(await state(viewers.board))).toMatchObject({ state: 'ready' });
      expect([
        ...unwrap(await runUseCase(app, viewers.board, projects.readReportFile, { reportId })).content,
      ]).toEqual([1, 2]);
    });
  });
});
