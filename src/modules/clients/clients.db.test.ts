import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actingAsSystem, inTransactionAs, type ViewerContext } from '#access';
import { addDays } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import { systemViewer, type Viewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { type Caseload, settleCaseload } from '#test/fixtures/caseload.ts';
import { runUseCase, type UseCase } from '#use-case';
import {
  accountOf,
  clients,
  closeTasks,
  namesOf,
  openTask,
  recordOutcomeOf,
  responsibleOf,
} from './index.ts';

const denied = (reason: string) => ({ ok: false, error: { code: 'not-permitted', details: { reason } } });
const refused = (code: string) => ({ ok: false, error: { code } });

describe.each(databaseKinds)('people and their paths on the %s database', (kind) => {
  let app: TestApp;
  let load: Caseload;
  let aino: string;
  let olga: string;
  const asSystem = <T>(run: (context: ViewerContext) => Promise<T>) =>
    inTransactionAs(app, systemViewer, 'upkeep', run);
  // biome-ignore lint/suspicious/noExplicitAny: runs use cases of every input
  const run = (viewer: Viewer, useCase: UseCase<any, any, any>, input: object) =>
    runUseCase(app, viewer, useCase, input);
  const open = async (viewer = load.maija, clientId = aino) =>
    unwrap(await runUseCase(app, viewer, clients.openClient, { clientId }));

  beforeAll(async () => {
    app = await openTestApp(kind);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.clock.moveTo('2026-11-18');
    load = await settleCaseload(app, [
      {
        given: 'Aino',
        family: 'Esimerkki',
        due: '2026-12-14',
        ruleId: 'job-search-meeting@1900-01-01',
        searchStartedOn: '2026-09-01',
      },
      { given: 'Olga', family: 'Toinen', worker: 'olli' },
      { given: 'Paula', family: 'Piilossa', nonDisclosure: true },
    ]);
    aino = load.clientIds[0]!;
    olga = load.clientIds[1]!;
  });

  it('opens own client: who, whose turn next and by which rule, path, open actions', async () => {
    const page = await open();
    expect(page).toMatchObject({
      name: { full: 'Aino Esimerkki' },
      age: 34,
      home: { state: 'shown', names: { fi: 'Mikkeli', sv: 'S:t Michel' } },
      contact: { state: 'shown', phone: '040 000 0000' },
      responsible: { name: 'Maija Neuvoja', own: true, since: '2026-09-01' },
      next: { kind: 'job-search-meeting', dueOn: '2026-12-14', rule: { months: 3 } },
      actions: { note: true, addTask: true, completeTask: true, recordOutcome: true, handOver: true },
    });
    expect(page.path.map((step) => [step.lane, step.kind, step.day, step.state])).toEqual([
      ['employment', 'case-opened', '2026-09-01', 'done'],
      ['person', 'search-started', '2026-09-01', 'done'],
      ['employment', 'duty', '2026-12-14', 'coming'],
    ]);
  });

  it('denies another adviser’s client with the reason, and the try is in the log', async () => {
    expect(await run(load.olli, clients.openClient, { clientId: aino })).toMatchObject(denied('no-relation'));
    expect(await run(load.business, clients.openClient, { clientId: aino })).toMatchObject(
      denied('role-may-not'),
    );
    expect(await run(load.employer, clients.openClient, { clientId: aino })).toMatchObject(
      denied('role-may-not'),
    );
    const entries = await asSystem(({ db }) =>
      db
        .selectFrom('audit.entry')
        .select(['outcome', 'reason', 'subjects'])
        .where('action', '=', 'clients.open-client')
        .orderBy('id')
        .execute(),
    );
    expect(entries).toEqual(
      ['no-relation', 'role-may-not', 'role-may-not'].map((reason) => ({
        outcome: 'denied',
        reason,
        subjects: [aino],
      })),
    );
  });

  it('denies every act on another adviser’s client', async () => {
    const acts: [UseCase<never, unknown, string>, object][] = [
      [clients.notes, {}],
      [clients.noteCase, { text: 'x' }],
      [clients.addTask, { kind: 'other', dueOn: '2026-12-01', what: 'x' }],
      [clients.completeTask, { taskId: newId() }],
      [clients.undoTask, { taskId: newId() }],
      [clients.startSearch, { startedOn: '2026-11-01' }],
      [clients.agreePlan, { kind: 'employment', goal: 'x' }],
      [clients.recordOutcome, { kind: 'employed', happenedOn: '2026-11-01' }],
      [clients.colleagues, {}],
      [clients.handOver, { accountId: load.maija.accountId, reason: 'x' }],
      [clients.changeContact, {}],
    ] as never;
    for (const [useCase, input] of acts) {
      expect(
        await run(load.maija, useCase as never, { clientId: olga, clientIds: [olga], ...input }),
        useCase.name,
      ).toMatchObject(denied('no-relation'));
    }
  });

  it('closes an own or a relative’s file from the responsible worker too', async () => {
    await asSystem(({ db }) =>
      db
        .insertInto('access.conflict')
        .values({
          account_id: load.maija.accountId!,
          client_id: aino,
          kind: 'relative',
          declared_on: '2026-11-01',
        })
        .execute(),
    );
    expect(await run(load.maija, clients.openClient, { clientId: aino })).toMatchObject(
      denied('own-or-relatives-file'),
    );
    const list = unwrap(await runUseCase(app, load.maija, clients.worklist, {}));
    expect(list.rows.map((row) => row.clientId)).not.toContain(aino);
    expect(list.counts.all).toBe(1);
    const hers = await open(load.olli, olga);
    expect(hers.name.full).toBe('Olga Toinen');
    const others = unwrap(await runUseCase(app, load.olli, clients.colleagues, { clientIds: [olga] }));
    expect(others.items.map((item) => item.name)).toEqual(['Maija Neuvoja']);
  });

  it('hides a protected address and municipality unless granted by name for a time', async () => {
    const paula = load.clientIds[2]!;
    expect(await open(load.maija, paula)).toMatchObject({
      nonDisclosure: true,
      home: { state: 'protected' },
      contact: { state: 'protected' },
    });
    expect(JSON.stringify(await open(load.maija, paula))).not.toContain('040 000 0000');
    await asSystem(({ db }) =>
      db
        .insertInto('access.address_grant')
        .values({
          id: newId(),
          account_id: load.maija.accountId!,
          client_id: paula,
          reason: 'kirje',
          valid_from: '2026-11-18T00:00:00Z',
          valid_to: '2026-11-19T00:00:00Z',
        })
        .execute(),
    );
    expect(await open(load.maija, paula)).toMatchObject({
      contact: { state: 'shown', phone: '040 000 0000' },
      actions: { changeContact: true },
    });
    app.clock.moveTo('2026-11-20');
    expect(await open(load.maija, paula)).toMatchObject({
      contact: { state: 'protected' },
      actions: { changeContact: false },
    });
  });

  it('shows nothing to an unrelated worker even by a raw query through the handle', async () => {
    await run(load.maija, clients.noteCase, { clientId: aino, text: 'Muistiinpano' });
    await run(load.maija, clients.recordOutcome, {
      clientId: aino,
      kind: 'study',
      happenedOn: '2026-11-01',
      source: 'adviser',
    });
    await run(load.maija, clients.agreePlan, { clientId: aino, kind: 'employment', goal: 'Töihin' });
    const tables = [
      'name',
      'personal_code',
      'contact',
      'home',
      'client_case',
      'responsibility',
      'note',
      'task',
      'outcome',
      'plan',
      'path_step',
    ];
    for (const viewer of [load.olli, load.business, load.employer]) {
      await inTransactionAs(app, viewer, 'employment-service', async ({ db }) => {
        for (const table of tables) {
          const { rows } =
            await sql`select * from ${sql.table(`clients.${table}`)} where client_id = ${aino}`.execute(db);
          expect(rows, `${viewer.role} ${table}`).toEqual([]);
        }
        expect((await sql`select * from insight.fact_outcome`.execute(db)).rows).toEqual([]);
      });
    }
    await inTransactionAs(app, load.maija, 'employment-service', async ({ db }) => {
      for (const table of tables) {
        const { rows } =
          await sql`select * from ${sql.table(`clients.${table}`)} where client_id = ${aino}`.execute(db);
        expect(rows.length, table).toBeGreaterThan(0);
      }
    });
  });

  it('keeps a sensitive note to its author and the person', async () => {
    await run(load.maija, clients.noteCase, { clientId: aino, text: 'Tavallinen' });
    await run(load.maija, clients.noteCase, { clientId: aino, text: 'Arka', sensitivity: 'sensitive' });
    const texts = async (viewer: Viewer) =>
      unwrap(await runUseCase(app, viewer, clients.notes, { clientId: aino })).items.map((note) => note.text);
    expect(await texts(load.maija)).toEqual(['Arka', 'Tavallinen']);
    expect(await texts(load.person)).toEqual(['Arka', 'Tavallinen']);
    expect(await run(load.person, clients.noteCase, { clientId: aino, text: 'x' })).toMatchObject(
      denied('role-may-not'),
    );
    await run(load.maija, clients.handOver, {
      clientIds: [aino],
      accountId: load.olli.accountId,
      reason: 'Loma',
    });
    expect(await texts(load.olli)).toEqual(['Tavallinen']);
    expect(await run(load.maija, clients.notes, { clientId: aino })).toMatchObject(denied('no-relation'));
  });

  it('pages notes without loss', async () => {
    for (let i = 0; i < 5; i++) await run(load.maija, clients.noteCase, { clientId: aino, text: `${i}` });
    const texts: string[] = [];
    let cursor: string | undefined;
    do {
      const page = unwrap(
        await runUseCase(app, load.maija, clients.notes, { clientId: aino, limit: 2, cursor }),
      );
      texts.push(...page.items.map((note) => note.text));
      cursor = page.next;
    } while (cursor);
    expect(texts).toEqual(['4', '3', '2', '1', '0']);
  });

  it('a meeting that was held opens the next by rule, and undoing it the same day takes both back', async () => {
    const taskId = (await open()).next!.taskId;
    expect(await run(load.maija, clients.completeTask, { clientId: aino, taskId })).toMatchObject({
      ok: true,
      value: { opened: { kind: 'job-search-meeting', dueOn: '2027-02-18' } },
    });
    expect(await run(load.maija, clients.completeTask, { clientId: aino, taskId })).toMatchObject(
      refused('task-not-open'),
    );
    expect(await open()).toMatchObject({
      next: { dueOn: '2027-02-18' },
      doneDuties: [{ taskId, undo: true, doneBy: 'Maija Neuvoja' }],
    });
    expect(await run(load.maija, clients.undoTask, { clientId: aino, taskId })).toMatchObject({ ok: true });
    expect((await open()).duties.map((duty) => [duty.taskId, duty.dueOn])).toEqual([[taskId, '2026-12-14']]);
    await run(load.maija, clients.completeTask, { clientId: aino, taskId });
    app.clock.moveTo('2026-11-19');
    expect(await run(load.maija, clients.undoTask, { clientId: aino, taskId })).toMatchObject(
      refused('task-not-done-today'),
    );
    expect((await open()).doneDuties[0]).toMatchObject({ undo: false });
  });

  it('adds duties for today and later only, and needs words for an unnamed one', async () => {
    const add = (input: object) =>
      run(load.maija, clients.addTask, {
        clientId: aino,
        kind: 'other',
        dueOn: '2026-11-18',
        what: 'CV kuntoon',
        ...input,
      });
    expect(await add({})).toMatchObject({ ok: true });
    expect(await add({ dueOn: '2026-11-17' })).toMatchObject(refused('task-in-past'));
    expect(await add({ dueOn: '2036-11-17' })).toMatchObject(refused('task-too-far'));
    expect(await add({ what: ' ', dueOn: '' })).toMatchObject({
      ok: false,
      error: {
        details: {
          issues: [
            { path: 'dueOn', code: 'not-a-day' },
            { path: 'what', code: 'task-needs-words' },
          ],
        },
      },
    });
    expect(await add({ dueOn: '2026-02-30' })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', details: { issues: [{ path: 'dueOn', code: 'not-a-day' }] } },
    });
    expect((await open()).next).toMatchObject({
      kind: 'other',
      details: { what: 'CV kuntoon' },
      nearness: 'today',
    });
  });

  it('a job search that begins opens the initial interview by the rule of that day', async () => {
    expect(
      await run(load.olli, clients.startSearch, { clientId: olga, startedOn: '2026-11-19' }),
    ).toMatchObject(refused('search-in-future'));
    expect(
      await run(load.olli, clients.startSearch, { clientId: olga, startedOn: '2026-11-18' }),
    ).toMatchObject({ ok: true, value: { dueOn: '2026-12-02' } });
    expect(
      await run(load.olli, clients.startSearch, { clientId: olga, startedOn: '2026-11-18' }),
    ).toMatchObject(refused('search-goes-on'));
    expect((await open(load.olli, olga)).next).toMatchObject({
      kind: 'initial-interview',
      dueOn: '2026-12-02',
      rule: { workingDays: 10 },
    });
  });

  it('keeps one plan in force; the one before stays as it was', async () => {
    await run(load.maija, clients.agreePlan, { clientId: aino, kind: 'employment', goal: 'Hitsaajaksi' });
    await run(load.maija, clients.agreePlan, {
      clientId: aino,
      kind: 'integration',
      goal: 'Suomen kieli B1',
    });
    expect((await open()).plan).toMatchObject({
      kind: 'integration',
      goal: 'Suomen kieli B1',
      agreedOn: '2026-11-18',
    });
    const plans = await asSystem(({ db }) =>
      db.selectFrom('clients.plan').select(['goal', 'ended_on']).orderBy('id').execute(),
    );
    expect(plans).toEqual([
      { goal: 'Hitsaajaksi', ended_on: '2026-11-18' },
      { goal: 'Suomen kieli B1', ended_on: null },
    ]);
  });

  it('records an outcome with its day and source, once, and looks at it again after three months', async () => {
    const record = (viewer: Viewer, input: object) =>
      run(viewer, clients.recordOutcome, {
        clientId: aino,
        kind: 'employed',
        happenedOn: '2026-11-16',
        source: 'employer',
        companyId: load.companyId,
        ...input,
      });
    expect(await record(load.maija, { happenedOn: '2026-11-19' })).toMatchObject(
      refused('outcome-in-future'),
    );
    expect(await record(load.maija, {})).toMatchObject({ ok: true });
    expect(await record(load.maija, {})).toMatchObject(refused('outcome-recorded'));
    expect(await record(load.person, { kind: 'study', happenedOn: '2026-11-17' })).toMatchObject({
      ok: true,
    });
    const page = await open();
    expect(page.outcomes).toMatchObject([
      { kind: 'study', source: 'client' },
      { kind: 'employed', source: 'employer', companyName: 'Konepaja Virta Oy', happenedOn: '2026-11-16' },
    ]);
    expect(page.duties.filter((duty) => duty.kind === 'outcome-follow-up').map((duty) => duty.dueOn)).toEqual(
      ['2027-02-16', '2027-02-17'],
    );
  });

  it('lets the person change own contact details, and nobody else’s', async () => {
    const change = (viewer: Viewer, clientId: string, input: object = {}) =>
      run(viewer, clients.changeContact, {
        clientId,
        phone: '+358 50 000 0001',
        email: 'aino@esimerkki.fi',
        ...input,
      });
    expect(await change(load.person, aino)).toMatchObject({ ok: true });
    expect((await open()).contact).toEqual({
      state: 'shown',
      phone: '+358 50 000 0001',
      email: 'aino@esimerkki.fi',
    });
    expect(await change(load.person, olga)).toMatchObject(denied('no-relation'));
    expect(await change(load.person, aino, { email: 'ei osoite', postcode: '50_10' })).toMatchObject({
      error: { code: 'invalid-input', details: { issues: [{ path: 'email' }, { path: 'postcode' }] } },
    });
    expect(await change(load.person, aino, { phone: '', email: '' })).toMatchObject({ ok: true });
    expect((await open()).contact).toEqual({ state: 'shown' });
  });

  it('tells the person what needs them now, who the adviser is, and whose turn it is otherwise', async () => {
    const pilotId = newId();
    await asSystem(async ({ db }) => {
      await db
        .insertInto('pilots.pilot')
        .values({
          id: pilotId,
          names: '{"fi":"Osaamispilotti"}',
          organisation_id: load.offices.employment,
          starts_on: '2026-09-01',
          ends_on: '2027-12-31',
          size_target: 50,
          employed_target: 40,
          companies_target: 90,
          source: '003:123',
        })
        .execute();
      await db
        .insertInto('pilots.member')
        .values({ pilot_id: pilotId, client_id: aino, invited_on: '2026-11-10' })
        .execute();
      await db.insertInto('skills.mapping').values({ client_id: aino, started_on: '2026-11-12' }).execute();
    });
    const path = unwrap(await runUseCase(app, load.person, clients.myPath, {}));
    expect(path).toMatchObject({
      name: { given: 'Aino' },
      adviser: { name: 'Maija Neuvoja', organisation: { fi: 'Mikkelin työllisyyspalvelut' } },
    });
    expect(path.needs.map((need) => [need.kind, need.since ?? need.until])).toEqual([
      ['invitation', '2026-11-10'],
      ['mapping', '2026-11-12'],
      ['meeting', '2026-12-14'],
    ]);
    for (const viewer of [load.maija, load.business, load.employer]) {
      expect(await run(viewer, clients.myPath, {})).toMatchObject(denied('role-may-not'));
    }
  });

  describe('handing over', () => {
    it('moves the right to the file, and tells the receiver and the person', async () => {
      const give = (input: object) =>
        run(load.maija, clients.handOver, {
          clientIds: [aino],
          accountId: load.olli.accountId,
          reason: 'Siirto',
          ...input,
        });
      expect(await give({ from: '2026-11-17' })).toMatchObject(refused('handover-in-past'));
      expect(await give({ accountId: load.business.accountId })).toMatchObject(
        refused('cannot-be-responsible'),
      );
      expect(await give({ from: '2026-11-23' })).toMatchObject({ ok: true, value: { name: 'Olli Ohjaaja' } });
      expect((await open()).responsible).toMatchObject({ name: 'Maija Neuvoja' });
      app.clock.moveTo('2026-11-23');
      expect(await run(load.maija, clients.openClient, { clientId: aino })).toMatchObject(
        denied('no-relation'),
      );
      expect((await open(load.olli)).responsible).toMatchObject({ own: true, since: '2026-11-23' });
      const told = await asSystem(({ db }) =>
        db.selectFrom('outbox.message').select('payload').orderBy('id').execute(),
      );
      expect(told.map((row) => [row.payload.accountId, row.payload.kind])).toEqual([
        [load.olli.accountId, 'client-handed-over'],
        [load.person.accountId, 'adviser-changed'],
      ]);
    });

    it('never to the person’s relative', async () => {
      await asSystem(({ db }) =>
        db
          .insertInto('access.conflict')
          .values({
            account_id: load.olli.accountId!,
            client_id: aino,
            kind: 'relative',
            declared_on: '2026-11-01',
          })
          .execute(),
      );
      expect(
        await run(load.maija, clients.handOver, {
          clientIds: [aino],
          accountId: load.olli.accountId,
          reason: 'x',
        }),
      ).toMatchObject(refused('cannot-be-responsible'));
      expect(
        unwrap(await runUseCase(app, load.maija, clients.colleagues, { clientIds: [aino] })).items,
      ).toEqual([]);
    });

    it('leaves exactly one responsible at every moment, whatever is handed over and when (PATH-03)', async () => {
      const moves = fc.array(
        fc.record({
          to: fc.constantFrom('maija' as const, 'olli' as const),
          pass: fc.nat(3),
          ahead: fc.nat(5),
        }),
        { minLength: 1, maxLength: 7 },
      );
      const caseId = load.caseIds[0]!;
      await fc.assert(
        fc.asyncProperty(moves, async (all) => {
          app.clock.moveTo('2026-11-18');
          await asSystem(async ({ db }) => {
            await sql`delete from clients.responsibility where case_id = ${caseId}`.execute(db);
            await sql`insert into clients.responsibility (case_id, client_id, account_id, organisation_id, during)
              values (${caseId}, ${aino}, ${load.maija.accountId}, ${load.offices.employment}, daterange('2026-09-01', null))`.execute(
              db,
            );
          });
          let today = '2026-11-18';
          for (const move of all) {
            today = addDays(today, move.pass);
            app.clock.moveTo(today);
            const holder = await asSystem((context) => responsibleOf(context, [aino]));
            const giver = holder.get(aino)?.accountId === load.maija.accountId ? load.maija : load.olli;
            expect(
              await run(giver, clients.handOver, {
                clientIds: [aino],
                accountId: load[move.to].accountId,
                from: addDays(today, move.ahead),
                reason: 'x',
              }),
            ).toMatchObject({ ok: true });
          }
          const { rows } = await asSystem(({ db }) =>
            sql<{
              holders: number;
            }>`select (select count(*) from clients.responsibility r where r.case_id = ${caseId} and r.during @> d::date) as holders
              from generate_series('2026-09-01'::date, '2027-02-01'::date, '1 day') d`.execute(db),
          );
          expect(new Set(rows.map((row) => row.holders))).toEqual(new Set([1]));
        }),
        { numRuns: 15 },
      );
    });
  });

  it('opens its data to other rooms through the door, with the eyes of the handle', async () => {
    await inTransactionAs(app, load.maija, 'employment-service', async (context) => {
      expect([...(await namesOf(context, load.clientIds)).values()].map((name) => name.full)).toEqual([
        'Aino Esimerkki',
        'Paula Piilossa',
      ]);
      expect((await responsibleOf(context, [aino, olga])).get(olga)).toBeUndefined();
      expect(await accountOf(context, aino)).toBe(load.person.accountId);
    });
    await inTransactionAs(app, load.employer, 'recruitment', (context) =>
      actingAsSystem(context, 'the employer answers', async (own) => {
        const subjectId = newId();
        const silent = { kind: 'employer-silent' as const, dueOn: '2026-11-18', subjectId };
        expect(await openTask(own, aino, silent)).toBeDefined();
        expect(await openTask(own, aino, silent)).toBeUndefined();
        expect(await closeTasks(own, 'employer-silent', subjectId)).toBe(1);
        const hire = {
          clientId: aino,
          kind: 'employed' as const,
          happenedOn: '2026-11-18',
          source: 'employer' as const,
        };
        expect(await recordOutcomeOf(own, hire)).toBeDefined();
        expect(await recordOutcomeOf(own, hire)).toBeUndefined();
      }),
    );
  });
});
