import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransactionAs, type ViewerContext } from '#access';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import { systemViewer, type Viewer } from '#kernel/viewer.ts';
import { addAccount } from '#test/fixtures/accounts.ts';
import { openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { type Caseload, settleCaseload } from '#test/fixtures/caseload.ts';
import { refusalOf } from '#test/fixtures/projects.ts';
import { runUseCase } from '#use-case';
import { accountOf, clients, responsibleOf } from './index.ts';

describe('clients at the edges of days and roles', () => {
  let app: TestApp;
  let load: Caseload;
  let aino: string;
  const asSystem = <T>(run: (context: ViewerContext) => Promise<T>) =>
    inTransactionAs(app, systemViewer, 'upkeep', run);

  beforeAll(async () => {
    app = await openTestApp('embedded');
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.clock.moveTo('2026-11-18');
    load = await settleCaseload(app, [
      { given: 'Aino', family: 'Esimerkki', searchStartedOn: '2026-09-01' },
      { given: 'Bo', family: 'Toinen', due: '2026-11-30' },
    ]);
    aino = load.clientIds[0]!;
  });

  const give = (accountId: string, from?: string) =>
    runUseCase(app, load.maija, clients.handOver, { clientIds: [aino], accountId, from, reason: 'Työnjako' });
  const open = async (clientId = aino, viewer: Viewer = load.maija) =>
    unwrap(await runUseCase(app, viewer, clients.openClient, { clientId }));
  const kinds = async () => (await open()).duties.map(({ kind }) => kind).sort();

  it('are handed over to whoever has the role on that day: through its last, not after it, not before it', async () => {
    const until = (await addAccount(app, { name: 'Päättyvä', role: 'expert', validTo: '2026-11-20' }))
      .accountId;
    const later = (await addAccount(app, { name: 'Tuleva', role: 'expert', validFrom: '2026-11-20' }))
      .accountId;
    const closed = (await addAccount(app, { name: 'Suljettu', role: 'expert', disabled: true })).accountId;
    const other = (await addAccount(app, { name: 'Muu', role: 'comms' })).accountId;
    expect(await refusalOf(give(until, '2026-11-21'))).toBe('cannot-be-responsible');
    expect(await refusalOf(give(later, '2026-11-19'))).toBe('cannot-be-responsible');
    expect(await refusalOf(give(closed))).toBe('cannot-be-responsible');
    expect(await refusalOf(give(other))).toBe('cannot-be-responsible');
    expect(await refusalOf(give(later, '2026-11-20'))).toBeUndefined();
    expect(await refusalOf(give(until, '2026-11-20'))).toBeUndefined();
  });

  it('have one who answers for them on each day, and the file goes with it at midnight', async () => {
    unwrap(await give(load.olli.accountId!, '2026-11-20'));
    const whose = async (instant: string) => {
      app.clock.moveTo(instant);
      const responsible = (await asSystem((system) => responsibleOf(system, [aino]))).get(aino)!;
      const opens = async (viewer: Viewer) =>
        (await runUseCase(app, viewer, clients.openClient, { clientId: aino })).ok;
      const list = async (viewer: Viewer) =>
        unwrap(await runUseCase(app, viewer, clients.worklist, {})).rows.map(({ clientId }) => clientId);
      return {
        own: responsible.accountId === load.maija.accountId ? 'maija' : 'olli',
        opens: [await opens(load.maija), await opens(load.olli)],
        lists: [(await list(load.maija)).includes(aino), (await list(load.olli)).includes(aino)],
      };
    };
    // Midnight in Finland is 22.00 in UTC.
    expect(await whose('2026-11-19T21:59:59Z')).toEqual({
      own: 'maija',
      opens: [true, false],
      lists: [true, false],
    });
    expect(await whose('2026-11-19T22:00:00Z')).toEqual({
      own: 'olli',
      opens: [false, true],
      lists: [false, true],
    });
  });

  it('get no meeting after their search has ended, and no second initial interview beside an open one', async () => {
    const add = async (kind: 'job-search-meeting') =>
      unwrap(
        await runUseCase(app, load.maija, clients.addTask, { clientId: aino, kind, dueOn: '2026-11-18' }),
      ).taskId;
    const done = async (taskId: string) =>
      unwrap(await runUseCase(app, load.maija, clients.completeTask, { clientId: aino, taskId }));
    const first = await add('job-search-meeting');
    const second = await add('job-search-meeting');
    // One is open already: no third beside it.
    expect(await done(first)).toMatchObject({ kind: 'job-search-meeting' });
    expect(await kinds()).toEqual(['job-search-meeting']);
    expect((await done(second)).opened).toMatchObject({ kind: 'job-search-meeting' });
    expect(await kinds()).toEqual(['job-search-meeting']);
    const third = (await open()).duties[0]!.taskId;
    unwrap(
      await runUseCase(app, load.maija, clients.endSearch, {
        clientId: aino,
        endedOn: '2026-11-18',
        reason: 'study',
      }),
    );
    expect(await kinds()).toEqual([]);
    expect(third).toBeDefined();

    app.clock.moveTo('2026-11-19');
    const start = async () =>
      unwrap(
        await runUseCase(app, load.maija, clients.startSearch, { clientId: aino, startedOn: '2026-11-19' }),
      );
    await start();
    expect(await kinds()).toEqual(['initial-interview']);
  });

  it('are told by an account that is theirs on the day, through its last', async () => {
    const own = () => asSystem((system) => accountOf(system, aino));
    expect(await own()).toBe(load.person.accountId);
    await app.database.pool.query(
      `update access.role_assignment set valid_to = '2026-11-18' where account_id = $1`,
      [load.person.accountId],
    );
    expect(await own()).toBe(load.person.accountId);
    app.clock.moveTo('2026-11-19');
    expect(await own()).toBeUndefined();
    await app.database.pool.query(
      `update access.role_assignment set valid_from = '2026-11-20', valid_to = null where account_id = $1`,
      [load.person.accountId],
    );
    expect(await own()).toBeUndefined();
    app.clock.moveTo('2026-11-20');
    expect(await own()).toBe(load.person.accountId);
  });

  it('undo nothing that was done yesterday', async () => {
    const bo = load.clientIds[1]!;
    const [task] = (await open(bo)).duties;
    unwrap(await runUseCase(app, load.maija, clients.completeTask, { clientId: bo, taskId: task!.taskId }));
    app.clock.moveTo('2026-11-18T21:59:59Z');
    const undo = () =>
      refusalOf(runUseCase(app, load.maija, clients.undoTask, { clientId: bo, taskId: task!.taskId }));
    expect(await undo()).toBeUndefined();
    unwrap(await runUseCase(app, load.maija, clients.completeTask, { clientId: bo, taskId: task!.taskId }));
    app.clock.moveTo('2026-11-18T22:00:00Z');
    expect(await undo()).toBe('task-not-done-today');
    expect(
      await refusalOf(runUseCase(app, load.maija, clients.undoTask, { clientId: aino, taskId: newId() })),
    ).toBe('task-not-done-today');
  });
});
