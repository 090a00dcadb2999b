import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { unwrap } from '#kernel/result.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { type Caseload, settleCaseload } from '#test/fixtures/caseload.ts';
import { openTestPilot } from '#test/fixtures/pilots.ts';
import { runUseCase } from '#use-case';
import { events } from './index.ts';

const people = ['Aino', 'Onni', 'Elsa', 'Toivo', 'Siiri', 'Eino', 'Helmi'];

describe.each(databaseKinds)('events on the %s database', (kind) => {
  let app: TestApp;
  let load: Caseload;
  let project: Viewer;
  let board: Viewer;

  beforeAll(async () => {
    app = await openTestApp(kind);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.clock.moveTo('2026-11-20T10:00:00Z');
    load = await settleCaseload(
      app,
      people.map((given, at) => ({
        given,
        family: 'Esimerkki',
        worker: at < 6 ? ('maija' as const) : ('olli' as const),
      })),
    );
    const pilot = await openTestPilot(app, load);
    ({ project, board } = pilot);
  });

  const save = async (more: object = {}, viewer = load.business) =>
    unwrap(
      await runUseCase(app, viewer, events.saveEvent, {
        names: { fi: 'Rekrytointitapahtuma' },
        kind: 'regional',
        heldOn: '2026-11-20',
        ...more,
      } as never),
    ).eventId;
  const open = async (eventId: string, viewer: Viewer = load.business) =>
    unwrap(await runUseCase(app, viewer, events.openEvent, { eventId }));
  const person = (eventId: string, at: number, viewer: Viewer = load.maija, came = true) =>
    runUseCase(app, viewer, events.notePerson, { eventId, clientId: load.clientIds[at]!, came });
  const company = (eventId: string, viewer: Viewer = load.business, companyId = load.companyId) =>
    runUseCase(app, viewer, events.noteCompany, { eventId, companyId });
  const move = (eventId: string, to: 'planned' | 'held' | 'cancelled', viewer = load.business) =>
    runUseCase(app, viewer, events.moveEvent, { eventId, to });
  const asApp = (viewer: Viewer, statement: string) =>
    inTransactionAs(app, viewer, 'upkeep', ({ db }) =>
      db.executeQuery<{ id: string }>({ sql: statement, parameters: [] } as never),
    );

  it('a person is written down by a worker of the case, once, and found in the log; fewer than five stay hidden', async () => {
    const eventId = await save();
    unwrap(await person(eventId, 0));
    expect(await person(eventId, 0)).toMatchObject({ error: { code: 'here-already' } });
    expect(await person(eventId, 6)).toMatchObject({ error: { code: 'not-permitted' } });
    expect(await person(eventId, 1, load.business)).toMatchObject({ error: { code: 'not-permitted' } });
    for (const at of [1, 2, 3]) unwrap(await person(eventId, at));
    expect((await open(eventId, project)).came.people).toEqual({ kind: 'hidden' });
    unwrap(await person(eventId, 4));
    const opened = await open(eventId, project);
    expect(opened.came.people).toEqual({ kind: 'number', value: 5 });
    expect(opened.people).toEqual([]);
    expect((await open(eventId, load.maija)).people).toHaveLength(5);
    expect((await open(eventId, load.olli)).people).toEqual([]);
    unwrap(await person(eventId, 4, load.maija, false));
    expect((await open(eventId, load.maija)).people).toHaveLength(4);
    const { rows } = await app.database.pool.query(
      `select count(*)::int as n from audit.entry where action = 'events.note-person' and outcome = 'permitted' and subjects @> array[$1::uuid]`,
      [load.clientIds[4]],
    );
    expect(rows[0]).toEqual({ n: 2 });
  });

  it('row-level security says the same of who came', async () => {
    const eventId = await save();
    unwrap(await person(eventId, 0));
    unwrap(await company(eventId));
    const seen = async (viewer: Viewer, table: string) =>
      (await asApp(viewer, `select * from events.${table}`)).rows.length;
    expect(await seen(load.maija, 'person_presence')).toBe(1);
    expect(await seen(load.person, 'person_presence')).toBe(1);
    for (const viewer of [load.olli, load.business, load.employer, project, board])
      expect(await seen(viewer, 'person_presence'), viewer.role).toBe(0);
    for (const viewer of [load.maija, load.business, project])
      expect(await seen(viewer, 'company_presence')).toBe(1);
    for (const viewer of [load.person, load.employer, board])
      expect(await seen(viewer, 'company_presence'), viewer.role).toBe(0);
    const insert = `insert into events.person_presence values ('${eventId}', '${load.clientIds[6]}', null, now())`;
    for (const viewer of [load.maija, load.business, project, load.person])
      await expect(asApp(viewer, insert), viewer.role).rejects.toThrow(/row-level security/);
    for (const viewer of [load.maija, load.employer, load.person, board])
      await expect(
        asApp(
          viewer,
          `insert into events.company_presence values ('${eventId}', '${load.companyId}', null, now())`,
        ),
        viewer.role,
      ).rejects.toThrow(/row-level security/);
  });

  it('nobody comes before the day, nor to an event that was called off; calling off ends the consents given to it', async () => {
    const coming = await save({ heldOn: '2026-12-01' });
    expect(await person(coming, 0)).toMatchObject({ error: { code: 'event-not-yet' } });
    expect(await company(coming)).toMatchObject({ error: { code: 'event-not-yet' } });
    expect(await move(coming, 'held')).toMatchObject({ error: { code: 'event-not-yet' } });
    unwrap(await move(coming, 'cancelled'));
    const { rows } = await app.database.pool.query(
      'select closes_at <= $2::timestamptz as closed from events.event where id = $1',
      [coming, app.clock.now().toISOString()],
    );
    expect(rows[0]).toEqual({ closed: true });
    expect(await move(coming, 'held')).toMatchObject({ error: { code: 'event-moved-already' } });
    unwrap(await move(coming, 'planned'));
  });

  it('a walk-in company is no receiver of profiles, and an event made here takes none', async () => {
    const eventId = await save({ heldOn: '2026-11-20' });
    unwrap(await company(eventId));
    const { rows } = await app.database.pool.query(
      'select takes_profiles, (select count(*)::int from events.attendance) as receivers from events.event where id = $1',
      [eventId],
    );
    expect(rows[0]).toEqual({ takes_profiles: false, receivers: 0 });
  });

  it('EVT-01: four planned with 14 000 €; money is seen by those who read project money', async () => {
    for (const at of [1, 2, 3, 4]) {
      const eventId = await save({ heldOn: `2026-12-0${at}` });
      unwrap(
        await runUseCase(app, project, events.saveCosts, {
          eventId,
          lines: [
            { kind: 'venue', plannedCents: 350_000, ...(at === 1 ? { usedCents: 342_050 } : {}) },
            { kind: 'other' },
          ],
        }),
      );
    }
    const list = async (viewer: Viewer) => unwrap(await runUseCase(app, viewer, events.listOfEvents, {}));
    expect((await list(board)).summary).toEqual({
      planned: 4,
      held: 0,
      plannedCents: 1_400_000,
      usedCents: 342_050,
      leftCents: 1_057_950,
      averageCents: 350_000,
    });
    for (const viewer of [load.business, load.person, load.employer])
      expect((await list(viewer)).summary.plannedCents, viewer.role).toBeUndefined();
    const [event] = (await list(project)).rows;
    expect(
      await runUseCase(app, project, events.saveCosts, {
        eventId: event!.eventId,
        lines: [{ kind: 'venue', plannedCents: -1 }],
      }),
    ).toMatchObject({
      error: { details: { issues: [{ path: 'lines.0.plannedCents', code: 'number-too-small' }] } },
    });
    expect(
      await runUseCase(app, load.business, events.saveCosts, { eventId: event!.eventId, lines: [] }),
    ).toMatchObject({ error: { code: 'not-permitted' } });
  });

  it('EVT-03, EVT-04: the fourth shows what changed in the three before; a virtual event has an address', async () => {
    let followsId: string | undefined;
    const ids: string[] = [];
    for (const at of [1, 2, 3, 4]) {
      followsId = await save({ names: { fi: `Tapahtuma ${at}` }, followsId });
      ids.push(followsId);
      unwrap(
        await runUseCase(app, load.business, events.noteAftermath, {
          eventId: followsId,
          changes: `Muutos ${at}`,
        }),
      );
    }
    expect((await open(ids[3]!)).before.map(({ changes }) => changes)).toEqual([
      'Muutos 1',
      'Muutos 2',
      'Muutos 3',
    ]);
    const virtual = (more: object) =>
      runUseCase(app, load.business, events.saveEvent, {
        names: { fi: 'Verkossa' },
        kind: 'virtual',
        heldOn: '2026-12-01',
        ...more,
      } as never);
    expect(await virtual({})).toMatchObject({ error: { code: 'link-needed', field: 'link' } });
    expect(await virtual({ link: 'javascript:1' })).toMatchObject({ error: { code: 'invalid-input' } });
    expect((await virtual({ link: 'https://kokous.example', accessNote: 'Tunnus 123' })).ok).toBe(true);
    expect(
      await runUseCase(app, load.business, events.saveEvent, {
        eventId: ids[0],
        names: { fi: 'Tapahtuma 1' },
        kind: 'regional',
        heldOn: '2026-11-20',
        followsId: ids[3],
      } as never),
    ).toMatchObject({ error: { code: 'event-follows-itself' } });
  });
});
