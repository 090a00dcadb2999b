import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransactionAs, type ViewerContext } from '#access';
import { addDays } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import { systemViewer, type Viewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { type Caseload, settleCaseload } from '#test/fixtures/caseload.ts';
import { runUseCase, type UseCase } from '#use-case';
import { clients } from './index.ts';

const refused = (code: string) => ({ ok: false, error: { code } });
const denied = (reason: string) => ({ ok: false, error: { code: 'not-permitted', details: { reason } } });

describe.each(databaseKinds)('handing over and standing in, on the %s database', (kind) => {
  let app: TestApp;
  let load: Caseload;
  let manager: Viewer;
  let [aino, bo, cecilia, olga] = ['', '', '', ''];
  const asSystem = <T>(run: (context: ViewerContext) => Promise<T>) =>
    inTransactionAs(app, systemViewer, 'upkeep', run);
  // biome-ignore lint/suspicious/noExplicitAny: runs use cases of every input
  const run = (viewer: Viewer, useCase: UseCase<any, any, any>, input: object) =>
    runUseCase(app, viewer, useCase, input);
  const sees = async (viewer: Viewer, clientId: string) =>
    (await run(viewer, clients.openClient, { clientId })).ok;
  const listed = async (viewer: Viewer) => unwrap(await runUseCase(app, viewer, clients.worklist, {}));
  const told = () =>
    asSystem(async ({ db }) =>
      (await db.selectFrom('outbox.message').select('payload').orderBy('id').execute()).map(
        ({ payload }) => payload as { accountId: string; kind: string; params: Record<string, unknown> },
      ),
    );
  const toldTo = async (viewer: Viewer) =>
    (await told()).filter(({ accountId }) => accountId === viewer.accountId).map((notice) => notice.kind);
  const absence = (more: object = {}) => ({
    accountId: load.maija.accountId,
    substituteId: load.olli.accountId,
    from: '2026-11-19',
    until: '2026-11-20',
    ...more,
  });

  beforeAll(async () => {
    app = await openTestApp(kind);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.clock.moveTo('2026-11-18');
    load = await settleCaseload(app, [
      { given: 'Aino', family: 'Esimerkki', due: '2026-12-14', ruleId: 'job-search-meeting@1900-01-01', searchStartedOn: '2026-09-01' },
      { given: 'Bo', family: 'Åberg', due: '2026-11-16', kind: 'plan-review' },
      { given: 'Cecilia', family: 'Öhman' },
      { given: 'Olga', family: 'Toinen', worker: 'olli' },
    ]); // biome-ignore format: one line a person
    [aino, bo, cecilia, olga] = load.clientIds as [string, string, string, string];
    const accountId = newId();
    manager = { ...load.maija, accountId, role: 'area-manager', name: 'Päivi Päällikkö' };
    await asSystem(async ({ db }) => {
      await db
        .insertInto('access.account')
        .values({ id: accountId, subject: accountId, name: manager.name })
        .execute();
      await db
        .insertInto('access.role_assignment')
        .values({ id: newId(), account_id: accountId, role: 'area-manager', organisation_id: load.offices.employment, valid_from: '2026-01-01' })
        .execute(); // biome-ignore format: one line
    });
  });

  describe('handing over many', () => {
    const give = (viewer: Viewer, clientIds: string[], more: object = {}) =>
      run(viewer, clients.handOver, {
        clientIds,
        accountId: load.olli.accountId,
        reason: 'Piirijako',
        ...more,
      });

    it('moves them all at once, tells the receiver once and each person, and can be taken back', async () => {
      const handed = unwrap(await give(load.maija, [aino, bo])) as { batchId: string };
      expect(handed).toMatchObject({ handed: 2, left: [], name: 'Olli Ohjaaja' });
      expect([await sees(load.maija, aino), await sees(load.olli, aino)]).toEqual([false, true]);
      expect((await told()).map(({ accountId, kind }) => [accountId, kind])).toEqual([
        [load.olli.accountId, 'clients-handed-over'],
        [load.person.accountId, 'adviser-changed'],
      ]);
      expect((await listed(load.olli)).counts).toMatchObject({ all: 3, received: 2 });
      expect(unwrap(await runUseCase(app, load.olli, clients.handOvers, {})).received).toMatchObject([
        { clients: 2, from: 'Maija Neuvoja', fromDay: '2026-11-18' },
      ]);
      expect(await run(load.olli, clients.undoHandOver, { batchId: handed.batchId })).toMatchObject(denied('no-relation'));

      app.clock.moveTo('2026-11-20');
      expect(unwrap(await run(load.maija, clients.undoHandOver, { batchId: handed.batchId }))).toMatchObject({ back: 2 });
      expect([await sees(load.maija, aino), await sees(load.olli, aino)]).toEqual([true, false]);
      expect(await toldTo(load.olli)).toContain('hand-over-undone');
      expect(await run(load.maija, clients.undoHandOver, { batchId: handed.batchId })).toMatchObject(refused('hand-over-stands'));
      expect(unwrap(await runUseCase(app, load.maija, clients.openClient, { clientId: aino })).steps).toMatchObject([
        { kind: 'hand-over-undone', by: 'Maija Neuvoja' },
        { kind: 'handed-over', reason: 'Piirijako', by: 'Maija Neuvoja' },
      ]);
    }); // biome-ignore format: long lines of expectations

    it('takes back as if it had not been on the same day and before it begins', async () => {
      for (const from of ['2026-11-18', '2026-11-25']) {
        const { batchId } = unwrap(await give(load.maija, [aino], { from })) as { batchId: string };
        unwrap(await run(load.maija, clients.undoHandOver, { batchId }));
        const rows = await asSystem(({ db }) =>
          db.selectFrom('clients.responsibility').select('during').where('client_id', '=', aino).execute(),
        );
        expect(rows.map(({ during }) => during)).toEqual(['[2026-09-01,)']);
      }
    });

    it('after two weeks there is no way back, nor once somebody has gone further', async () => {
      const { batchId } = unwrap(await give(load.maija, [aino, bo])) as { batchId: string };
      unwrap(
        await run(load.olli, clients.handOver, {
          clientIds: [bo],
          accountId: load.maija.accountId,
          reason: 'x',
        }),
      );
      const batches = unwrap(await runUseCase(app, load.maija, clients.handOvers, {})).items;
      expect(batches.find((batch) => batch.batchId === batchId)).toMatchObject({ clients: 2, undoable: 1 });
      app.clock.moveTo('2026-12-03');
      expect(await run(load.maija, clients.undoHandOver, { batchId })).toMatchObject(
        refused('hand-over-stands'),
      );
    });

    it('leaves with a name whoever cannot go, and nobody goes whose file is not the giver’s', async () => {
      await asSystem(({ db }) =>
        db.insertInto('access.conflict').values({ account_id: load.olli.accountId!, client_id: bo, kind: 'relative', declared_on: '2026-11-01' }).execute(),
      ); // biome-ignore format: one line
      expect(unwrap(await give(load.maija, [aino, bo]))).toMatchObject({ handed: 1, left: ['Bo Åberg'] });
      expect(await give(load.maija, [cecilia, olga])).toMatchObject(denied('no-relation'));
      expect(await sees(load.maija, cecilia)).toBe(true);
    });

    it('is done by whoever leads the teams too, who sees names and turns but opens no file', async () => {
      const team = unwrap(await runUseCase(app, manager, clients.teamClients, { accountId: load.maija.accountId! }));
      expect(team).toMatchObject({ name: 'Maija Neuvoja', total: 3, closed: 0 });
      expect(team.rows.find(({ clientId }) => clientId === bo)).toEqual({ clientId: bo, givenName: 'Bo', familyName: 'Åberg', birthYear: 1992, kind: 'plan-review', dueOn: '2026-11-16', search: expect.anything() }); // biome-ignore format: one line
      expect(await run(manager, clients.openClient, { clientId: aino })).toMatchObject({ ok: false });
      expect(await run(load.maija, clients.teamClients, { accountId: load.olli.accountId })).toMatchObject(denied('role-may-not'));
      expect(unwrap(await give(manager, [aino, bo]))).toMatchObject({ handed: 2 });
      expect(await toldTo(load.maija)).toEqual(['clients-taken']);
      expect(unwrap(await runUseCase(app, manager, clients.teams, {})).rows.map((row) => [row.name, row.clients, row.late])).toEqual([
        ['Maija Neuvoja', 1, 0],
        ['Olli Ohjaaja', 3, 1],
      ]);
    }); // biome-ignore format: long lines

    it('closes a relative’s file from the manager too: not listed, counted, not handed over', async () => {
      await asSystem(({ db }) =>
        db.insertInto('access.conflict').values({ account_id: manager.accountId!, client_id: aino, kind: 'relative', declared_on: '2026-11-01' }).execute(),
      ); // biome-ignore format: one line
      const team = unwrap(
        await runUseCase(app, manager, clients.teamClients, { accountId: load.maija.accountId! }),
      );
      expect([team.total, team.closed]).toEqual([2, 1]);
      expect(await give(manager, [aino])).toMatchObject(denied('own-or-relatives-file'));
    });
  });

  describe('an absence', () => {
    it('opens the clients to the substitute on its days and on no other, also those who come meanwhile', async () => {
      const set = unwrap(await run(load.maija, clients.setAbsence, absence()));
      expect(set).toMatchObject({ name: 'Olli Ohjaaja', clients: 3, closed: 0 });
      const open: Record<string, boolean[]> = {};
      for (const day of ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21']) {
        app.clock.moveTo(day);
        if (day === '2026-11-20')
          unwrap(await run(load.olli, clients.handOver, { clientIds: [olga], accountId: load.maija.accountId, reason: 'x' }));
        open[day] = [await sees(load.olli, aino), await sees(load.olli, olga), await sees(load.maija, aino)];
      }
      expect(open).toEqual({
        '2026-11-18': [false, true, true],
        '2026-11-19': [true, true, true],
        '2026-11-20': [true, true, true],
        '2026-11-21': [false, false, true],
      });
    }); // biome-ignore format: one line

    it('lets the substitute work, but hand nobody over, and is told on every page', async () => {
      unwrap(await run(load.maija, clients.setAbsence, absence({ from: '2026-11-18' })));
      expect(await toldTo(load.olli)).toEqual(['you-stand-in']);
      expect(await toldTo(load.person)).toEqual(['adviser-away']);
      unwrap(await run(load.olli, clients.noteCase, { clientId: aino, text: 'Soitin.' }));
      const page = unwrap(await runUseCase(app, load.olli, clients.openClient, { clientId: aino }));
      expect(page).toMatchObject({
        responsible: { name: 'Maija Neuvoja', own: false, standIn: true, substitute: { name: 'Olli Ohjaaja', until: '2026-11-20' } },
        actions: { note: true, handOver: false },
      }); // biome-ignore format: one line
      expect(page.path.find(({ kind }) => kind === 'covered')).toMatchObject({ day: '2026-11-18', details: { name: 'Olli Ohjaaja' } }); // biome-ignore format: one line
      expect(unwrap(await runUseCase(app, load.person, clients.myPath, {})).adviser).toMatchObject({
        name: 'Maija Neuvoja',
        substitute: { name: 'Olli Ohjaaja', until: '2026-11-20' },
      });
      const list = await listed(load.olli);
      expect(list.counts).toMatchObject({ all: 4, covered: 3 });
      expect(list.rows.find(({ clientId }) => clientId === aino)?.coveredFor).toEqual({ name: 'Maija Neuvoja', until: '2026-11-20' }); // biome-ignore format: one line
      expect(await run(load.olli, clients.handOver, { clientIds: [aino], accountId: load.olli.accountId, reason: 'x' })).toMatchObject(denied('no-relation')); // biome-ignore format: one line
    });

    it('ends at once when it is ended, and one that is ahead never was; nothing is written over', async () => {
      const { absenceId } = unwrap(await run(load.maija, clients.setAbsence, absence({ from: '2026-11-18' }))) as { absenceId: string }; // biome-ignore format: one line
      expect(await run(load.olli, clients.endAbsence, { absenceId })).toMatchObject(denied('no-relation'));
      unwrap(await run(load.maija, clients.endAbsence, { absenceId }));
      expect(await sees(load.olli, aino)).toBe(false);
      expect(await toldTo(load.olli)).toEqual(['you-stand-in', 'you-stand-in-no-more']);
      expect(await run(load.maija, clients.endAbsence, { absenceId })).toMatchObject(refused('absence-over'));
      const ahead = unwrap(await run(manager, clients.setAbsence, absence())) as { absenceId: string };
      unwrap(await run(manager, clients.endAbsence, ahead));
      app.clock.moveTo('2026-11-19');
      expect(await sees(load.olli, aino)).toBe(false);
      const rows = await asSystem(({ db }) => db.selectFrom('clients.cover').select(['during', 'ended_on']).orderBy('id').execute()); // biome-ignore format: one line
      expect(rows).toEqual([
        { during: '[2026-11-18,2026-11-21)', ended_on: '2026-11-18' },
        { during: '[2026-11-19,2026-11-21)', ended_on: '2026-11-19' },
      ]);
      await expect(asSystem(({ db }) => db.updateTable('clients.cover').set({ substitute_id: manager.accountId! }).execute())).rejects.toThrow(/never written over/); // biome-ignore format: one line
    });

    it('is set by a worker for oneself and by the manager for anybody', async () => {
      expect(await run(load.olli, clients.setAbsence, absence())).toMatchObject(denied('no-relation'));
      expect(await run(load.business, clients.setAbsence, absence())).toMatchObject(denied('role-may-not'));
      unwrap(await run(manager, clients.setAbsence, absence()));
      expect(await toldTo(load.maija)).toEqual(['absence-set-for-you']);
      expect(unwrap(await runUseCase(app, manager, clients.absences, {})).items).toMatchObject([
        { name: 'Maija Neuvoja', by: 'Päivi Päällikkö', state: 'coming', ends: true },
      ]);
    });

    it.each([
      ['absence-in-past', { from: '2026-11-17' }],
      ['cannot-stand-in', { substituteId: 'maija' }],
      ['cannot-stand-in', { substituteId: 'business' }],
      ['absence-overlaps', { from: '2026-11-24', until: '2026-11-25' }],
      [
        'stands-in-then',
        { accountId: 'olli', substituteId: 'maija', from: '2026-11-24', until: '2026-11-24' },
      ],
      ['invalid-input', { from: '2026-11-19', until: '2026-11-18' }],
      ['invalid-input', { from: '2026-11-19', until: '2028-11-18' }],
    ] as const)('is refused: %s', async (code, input) => {
      const named = Object.fromEntries(
        Object.entries(input).map(([key, value]) => [key, load[value as 'maija']?.accountId ?? value]),
      );
      unwrap(await run(manager, clients.setAbsence, absence({ from: '2026-11-23', until: '2026-11-25' })));
      expect(await run(manager, clients.setAbsence, absence(named))).toMatchObject(refused(code));
    });

    it('keeps an own and a relative’s file closed to the substitute, and says how many', async () => {
      await asSystem(({ db }) =>
        db.insertInto('access.conflict').values({ account_id: load.olli.accountId!, client_id: bo, kind: 'relative', declared_on: '2026-11-01' }).execute(),
      ); // biome-ignore format: one line
      const set = unwrap(await run(load.maija, clients.setAbsence, absence({ from: '2026-11-18' })));
      expect(set).toMatchObject({ clients: 2, closed: 1 });
      expect(await run(load.olli, clients.openClient, { clientId: bo })).toMatchObject(
        denied('own-or-relatives-file'),
      );
      expect((await listed(load.olli)).counts.all).toBe(3);
    });
  });

  describe('a duty is done on the day it was held', () => {
    const next = async () =>
      unwrap(await runUseCase(app, load.maija, clients.openClient, { clientId: aino }));
    const complete = async (more: object) =>
      run(load.maija, clients.completeTask, { clientId: aino, taskId: (await next()).next!.taskId, ...more });

    it('counts the next meeting from that day, and is undone on the day of writing', async () => {
      expect(unwrap(await complete({ heldOn: '2026-11-10', attended: 'came' }))).toMatchObject({ opened: { dueOn: '2027-02-10' } }); // biome-ignore format: one line
      const { doneDuties } = await next();
      expect(doneDuties).toMatchObject([{ doneOn: '2026-11-10', attended: true, undo: true }]);
      unwrap(await run(load.maija, clients.undoTask, { clientId: aino, taskId: doneDuties[0]!.taskId }));
      expect((await next()).duties.map(({ dueOn }) => dueOn)).toEqual(['2026-12-14']);
    });

    it('a meeting to which the person did not come stays to be held by the same day', async () => {
      expect(unwrap(await complete({ heldOn: '2026-11-17', attended: 'did-not-come' }))).toMatchObject({ missed: true, opened: { dueOn: '2026-12-14' } }); // biome-ignore format: one line
      const page = await next();
      expect(page.next).toMatchObject({
        kind: 'job-search-meeting',
        dueOn: '2026-12-14',
        rule: { months: 3 },
      });
      expect(page.path.map(({ kind }) => kind)).toContain('duty-missed');
      app.clock.moveTo(addDays(app.clock.today(), 1));
      expect((await next()).doneDuties).toMatchObject([{ attended: false, undo: false }]);
    });

    it('is refused on a day to come, before the case, and when nobody comes to it', async () => {
      expect(await complete({ heldOn: '2026-11-19' })).toMatchObject(refused('held-in-future'));
      expect(await complete({ heldOn: '2026-08-31' })).toMatchObject(refused('held-before-case'));
      unwrap(await run(load.maija, clients.addTask, { clientId: cecilia, kind: 'other', what: 'CV', dueOn: '2026-11-20' })); // biome-ignore format: one line
      const { duties } = unwrap(await runUseCase(app, load.maija, clients.openClient, { clientId: cecilia }));
      expect(await run(load.maija, clients.completeTask, { clientId: cecilia, taskId: duties[0]!.taskId, attended: 'did-not-come' })).toMatchObject(refused('nobody-comes-to-it')); // biome-ignore format: one line
      expect((await next()).duties).toHaveLength(1);
    });
  });
});
