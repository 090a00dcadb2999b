import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withHandle } from '#access';
import { unwrap } from '#kernel/result.ts';
import { systemViewer, type Viewer } from '#kernel/viewer.ts';
import { addAccount } from '#test/fixtures/accounts.ts';
import { databaseKinds, openTestHouse, type TestHouse } from '#test/fixtures/house.ts';
import { runUseCase } from '#use-case';
import { seedDrafts } from './data/seed-drafts.ts';
import { readPlan } from './db/plan-read.db.ts';
import type { ProjectDraft } from './domain/draft.ts';
import { planOf } from './domain/plan-of-draft.ts';
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

    it('another document of a known project is its next version; what it does not speak of stays', async () => {
      const take = (draft: ProjectDraft) =>
        runUseCase(house, viewers.project, projects.importProject, { draft });
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
        await runUseCase(house, viewers.board, projects.openProject, { projectId: first.projectId! }),
      );
      expect(opened.project.state).toBe('rejected');
      expect(opened.plan.costLines).toMatchObject([{ requested: 1_000_000 }]);
      expect(opened.plan.places).toMatchObject([{ name: 'Etelä-Savo' }]);
      expect(opened.versions.map((one) => one.number)).toEqual([2, 1]);
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
        expect(await runUseCase(house, viewers[role], projects.importProject, { draft })).toMatchObject({
          ok: false,
          error: { code: 'not-permitted' },
        });
    });
  });

  const codeOf = async (outcome: Promise<unknown>) =>
    ((await outcome) as { error?: { code: string } }).error?.code;
  const idOf = async (text: string) => {
    const found = unwrap(await runUseCase(house, viewers.board, projects.portfolio, { text }));
    return found.projects[0]!.projectId;
  };
  const open = async (projectId: string, viewer: Viewer = viewers.project) =>
    unwrap(await runUseCase(house, viewer, projects.openProject, { projectId }));
  const change = (projectId: string, one: object) =>
    runUseCase(house, viewers.controller, projects.changePlan, { projectId, change: one } as never);

  describe('portfolio', () => {
    it('PJ-27: five projects with their money; the rejected one commits nobody', async () => {
      const { projects: rows, totals } = unwrap(
        await runUseCase(house, viewers.board, projects.portfolio, {}),
      );
      expect(rows.map((row) => [row.name.slice(0, 12), row.total, row.state])).toEqual([
        ['KasvuPOK', 64_500_000, 'ended'],
        ['Kunnallisten', 25_290_700, 'rejected'],
        ['TE2024 – Eli', 24_940_000, 'applied'],
        ['TE2024 E-Sav', undefined, 'applied'],
        ['YHDESSÄ – Tu', 87_218_800, 'applied'],
      ]);
      expect(totals).toMatchObject({ projects: 5, unknown: 1, committed: 64_500_000, committedProjects: 1 });
      expect(rows[0]).toMatchObject({ realised: 55_475_900, approved: 64_500_000 });
      expect(rows[4]).toMatchObject({ own: 17_443_800, grant: 69_775_000 });
      expect(rows[2]).toMatchObject({ waiting: 3, grant: 19_952_000, own: 4_988_000 });
    });
    it('PJ-03, F-25: found by a part of a register number, by its applicant, and in spite of a slip', async () => {
      for (const text of ['202205', '202205/0902', 's21576', 'miksei', 'kasvupokk', 'palvelupolut 2'])
        expect(
          unwrap(await runUseCase(house, viewers.board, projects.portfolio, { text })).projects.length,
          text,
        ).toBeGreaterThan(0);
      expect(
        unwrap(await runUseCase(house, viewers.board, projects.portfolio, { text: 'olematon xyz' })).projects,
      ).toEqual([]);
    });
    it.each(['name', 'state', 'ends', 'total', 'realised', 'findings'] as const)(
      'sorted by %s and paged by a cursor, every project comes once',
      async (sort) => {
        for (const descending of [false, true]) {
          const whole = unwrap(
            await runUseCase(house, viewers.board, projects.portfolio, { sort, descending }),
          );
          const paged: string[] = [];
          let cursor: string | undefined;
          do {
            const page = unwrap(
              await runUseCase(house, viewers.board, projects.portfolio, {
                sort,
                descending,
                limit: 2,
                cursor,
              }),
            );
            paged.push(...page.projects.map((row) => row.projectId));
            cursor = page.next;
          } while (cursor);
          expect(paged).toEqual(whole.projects.map((row) => row.projectId));
        }
      },
    );
    it('filters by state, instrument, municipality and what needs somebody', async () => {
      const count = async (query: object) =>
        unwrap(await runUseCase(house, viewers.board, projects.portfolio, query)).projects.length;
      expect(await count({ states: ['rejected', 'ended'] })).toBe(2);
      expect(await count({ instruments: ['esf-plus'] })).toBe(2);
      expect(await count({ municipality: '213' })).toBe(3);
      expect(await count({ only: 'waiting' })).toBe(1);
      expect(await count({ only: 'findings' })).toBe(5);
      expect(await codeOf(runUseCase(house, viewers.board, projects.portfolio, { cursor: 'xx' }))).toBe(
        'invalid-cursor',
      );
    });
  });

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
      expect(opened.unitPrices.map((one) => one.cents)).toEqual([486_360, 281_008, 632_268]);
      expect(opened.findings.length).toBeGreaterThan(10);
      expect(opened.months).toHaveLength(28);
      expect(opened.actions).toEqual({ keep: false, moves: [] });
      expect(await codeOf(runUseCase(house, viewers.funder, projects.openProject, { projectId }))).toBe(
        'project-not-found',
      );
      const funderHouse = await withHandle(house, systemViewer, 'upkeep', async ({ db }) => {
        const { id } = await db
          .selectFrom('networks.organisation')
          .select('id')
          .limit(1)
          .executeTakeFirstOrThrow();
        await db.updateTable('projects.project').set({ funder_id: id }).where('id', '=', projectId).execute();
        return id;
      });
      const funder = { ...viewers.funder, organisationId: funderHouse };
      expect((await open(projectId, funder)).plan.costLines).toHaveLength(3);
      expect(unwrap(await runUseCase(house, funder, projects.portfolio, {})).projects).toHaveLength(1);
      expect(await codeOf(runUseCase(house, viewers.expert, projects.openProject, { projectId }))).toBe(
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
          year: '',
          requested: '180 649',
          approved: '0',
          rejected: '',
        }),
      ).toMatchObject({ ok: true, value: { findings: before + 2 } });
      const opened = await open(projectId);
      expect(opened.findings.map((one) => one.code)).toContain('flat-part-differs');
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
        await runUseCase(house, viewers.project, projects.keepPlanVersion, {
          projectId,
          why: 'Palkat tarkistettu',
        }),
      );
      expect(kept.number).toBe(2);
      const after = await open(projectId);
      expect(after.unkept).toEqual([]);
      expect(after.versions.map((one) => [one.number, one.differences.length])).toEqual([
        [2, 2],
        [1, 0],
      ]);
      await change(projectId, {
        part: 'cost-line',
        id: wages!.id,
        kind: costKind,
        label,
        year: '',
        requested: '180 648',
        approved: '0',
        rejected: '180648',
      });
      expect((await open(projectId)).findings.length).toBe(before);
    });
    it('refuses what cannot be read or is not there, and the offered split is taken when asked', async () => {
      const projectId = await idOf('palvelupolut');
      const line = {
        part: 'cost-line',
        kind: 'wages',
        label: 'Palkat',
        year: '',
        approved: '',
        rejected: '',
      };
      expect(await change(projectId, { ...line, requested: '1.5' })).toMatchObject({
        ok: false,
        error: {
          code: 'invalid-input',
          details: { issues: [{ path: 'change.requested', code: 'ambiguous-number' }] },
        },
      });
      expect(await codeOf(change(projectId, { ...line, id: projectId, requested: '15' }))).toBe(
        'row-not-found',
      );
      unwrap(await change(projectId, { part: 'split' }));
      const opened = await open(projectId);
      expect(opened.plan.fundingShares.slice(0, 2).map((one) => one.requested)).toEqual([
        20_232_500, 5_058_200,
      ]);
      expect(opened.findings.map((one) => one.code)).not.toContain('aid-over-ceiling');
    });
    it('PJ-07: money is conditional until the decision is entered', async () => {
      const projectId = await idOf('elinvoimaa');
      const before = await open(projectId);
      expect(before.money.funding.conditional).toBe(4_988_000);
      expect(before.money.shares.filter((one) => one.conditionState === 'late')).toHaveLength(3);
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
      const [one] = plan.workPackages;
      const form = {
        part: 'work-package',
        id: one!.id,
        code: '1',
        name: one!.name,
        words: '',
        startsOn: '',
        endsOn: '',
      };
      expect(await codeOf(change(projectId, { ...form, needs: ['2'] }))).toBe('dependency-circle');
      expect(await codeOf(change(projectId, { ...form, code: '2', needs: [] }))).toBe('code-in-use');
      const late = unwrap(
        await runUseCase(house, viewers.board, projects.openProject, { projectId, late: { 1: 30 } }),
      );
      expect(late.timeline.map((each) => each.pushedBy)).toEqual([0, 30, 30]);
    });
  });

  describe('life', () => {
    it('from an idea to closed: the report and the owners of results are asked for', async () => {
      const { projectId } = unwrap(
        await runUseCase(house, viewers.project, projects.startProject, {
          name: 'Kokeiluhanke',
          instrument: 'mokra',
        }),
      );
      const move = (to: string, more: object = {}) =>
        runUseCase(house, viewers.project, projects.moveProject, { projectId, to, ...more } as never);
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
      expect((await open(projectId)).findings.map((one) => one.code)).toContain('final-report-part-empty');
      expect(await codeOf(move('closed'))).toBe('final-report-incomplete');
      unwrap(await change(projectId, { part: 'outcome', kind: 'result', words: 'Uusi palvelu' }));
      unwrap(
        await change(projectId, { part: 'cost-line', kind: 'wages', label: 'Palkat', requested: '10 000' }),
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
      expect(opened.stateChanges.map((one) => one.to)).toEqual([
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
        await runUseCase(house, viewers.project, projects.startProject, {
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
      expect(opened.overlaps.map((one) => [one.name.slice(0, 12), one.groups])).toEqual([
        ['TE2024 E-Sav', ['municipalities']],
        ['YHDESSÄ – Tu', ['companies', 'jobseekers']],
      ]);
      expect(opened.overlaps[1]!.municipalities).toContain('Kangasniemi');
      const { projects: rows } = unwrap(
        await runUseCase(house, viewers.board, projects.portfolio, { only: 'overlaps', sort: 'state' }),
      );
      expect(rows.map((row) => [row.name.slice(0, 12), row.overlaps]).sort()).toEqual([
        ['Palvelupolut', 2],
        ['TE2024 E-Sav', 1],
        ['YHDESSÄ – Tu', 1],
      ]);
    });
  });

  describe('realised money', () => {
    it('by month with evidence; what is inside the flat part is refused (PJ-25)', async () => {
      const projectId = await idOf('elinvoimaa');
      const note = (more: object) =>
        runUseCase(house, viewers.project, projects.noteRealised, {
          projectId,
          month: '9/2022',
          kind: 'wages',
          amount: '4 350,50',
          evidence: 'tosite 12',
          ...more,
        } as never);
      unwrap(await note({}));
      expect(await codeOf(note({ kind: 'travel' }))).toBe('inside-flat-part');
      expect(await codeOf(note({ month: '2030-01' }))).toBe('month-in-future');
      expect(await codeOf(note({ evidence: '' }))).toBe('invalid-input');
      const opened = await open(projectId);
      expect(opened.summary.realised).toBe(435_050);
      expect(opened.months.find((one) => one.month === '2022-09-01')?.realised).toBe(435_050);
      unwrap(
        await runUseCase(house, viewers.project, projects.removeRealisedEntry, {
          projectId,
          entryId: opened.realised[0]!.id,
        }),
      );
      expect((await open(projectId)).realised).toEqual([]);
    });
    it('a sheet is taken whole or not at all, faults by row and column', async () => {
      const projectId = await idOf('elinvoimaa');
      const head = ['Kuukausi', 'Laji', 'Selite', 'Summa', 'Tosite'];
      const sheet = (rows: unknown[][]) =>
        runUseCase(house, viewers.project, projects.importRealised, {
          projectId,
          rows: [head, ...rows],
          kinds: { palkat: 'wages' },
        } as never);
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
      const hours = (month: string, many: string) =>
        runUseCase(house, viewers.project, projects.noteHours, { projectId, staffId, month, hours: many });
      for (let month = 1; month <= 11; month += 1)
        unwrap(await hours(`2023-${String(month).padStart(2, '0')}`, '150'));
      expect(await codeOf(hours('2023-12', '70,01'))).toBe('hours-beyond-year');
      unwrap(await hours('2023-12', '70'));
      unwrap(await hours('2024-01', '160'));
    });
  });

  describe('attachments', () => {
    it('PJ-24: a changed file is a new version, the same is none; kinds and hashes are looked at', async () => {
      const projectId = await idOf('kasvupok');
      const attach = (name: string, text: string) =>
        runUseCase(house, viewers.project, projects.attachFile, {
          projectId,
          name,
          content: new TextEncoder().encode(text),
        });
      expect(unwrap(await attach('hakemus.txt', 'yksi'))).toMatchObject({ version: 1 });
      expect(await codeOf(attach('hakemus.txt', 'yksi'))).toBe('file-unchanged');
      expect(unwrap(await attach('hakemus.txt', 'kaksi'))).toMatchObject({ version: 2 });
      expect(await codeOf(attach('hakemus.pdf', 'ei ole pdf'))).toBe('file-kind-unknown');
      expect(await codeOf(attach('ohjelma.exe', 'MZ'))).toBe('file-kind-unknown');
      expect(await codeOf(attach('tyhja.txt', ''))).toBe('file-empty');
      const { attachments } = await open(projectId, viewers.board);
      expect(attachments.map((one) => [one.name, one.version, one.bytes])).toEqual([
        ['hakemus.txt', 2, 5],
        ['hakemus.txt', 1, 4],
      ]);
      const file = unwrap(
        await runUseCase(house, viewers.board, projects.readFile, { projectId, fileId: attachments[1]!.id }),
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
          runUseCase(house, viewers.board, projects.readFile, { projectId, fileId: attachments[1]!.id }),
        ),
      ).toBe('file-damaged');
    });
  });

  describe('report', () => {
    it('is the asker’s own, tells how far it is, and holds the same bytes', async () => {
      const { reportId } = unwrap(
        await runUseCase(house, viewers.board, projects.askReport, { form: 'pdf', name: 'hankesalkku' }),
      );
      const state = (viewer: Viewer) => runUseCase(house, viewer, projects.reportState, { reportId });
      expect(unwrap(await state(viewers.board))).toMatchObject({ state: 'writing' });
      expect(await codeOf(state(viewers.project))).toBe('report-not-found');
      unwrap(await runUseCase(house, viewers.board, projects.noteReport, { reportId, done: 5, size: 10 }));
      expect(unwrap(await state(viewers.board))).toMatchObject({ done: 5, size: 10, state: 'writing' });
      unwrap(
        await runUseCase(house, viewers.board, projects.noteReport, {
          reportId,
          done: 10,
          size: 10,
          content: new Uint8Array([1, 2]),
        }),
      );
      expect(unwrap(await state(viewers.board))).toMatchObject({ state: 'ready' });
      expect([
        ...unwrap(await runUseCase(house, viewers.board, projects.readReportFile, { reportId })).content,
      ]).toEqual([1, 2]);
    });
  });
});

/** Without ids, which the database gives, and without what is absent. */
function strip(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, one) => (key === 'id' ? undefined : one)));
}
