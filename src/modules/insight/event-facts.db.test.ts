import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { events } from '#events';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import { systemViewer, type Viewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { type Caseload, settleCaseload } from '#test/fixtures/caseload.ts';
import { openTestPilot } from '#test/fixtures/pilots.ts';
import { runUseCase } from '#use-case';
import { countUpTo } from './index.ts';

const people = ['Aino', 'Onni', 'Elsa', 'Toivo', 'Siiri', 'Eino', 'Helmi'];

describe.each(databaseKinds)('facts of events on the %s database', (kind) => {
  let app: TestApp;
  let load: Caseload;
  let pilotId: string;

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
    pilotId = pilot.pilotId;
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
  const person = (eventId: string, at: number, viewer: Viewer = load.maija, came = true) =>
    runUseCase(app, viewer, events.notePerson, { eventId, clientId: load.clientIds[at]!, came });
  const company = (eventId: string, viewer: Viewer = load.business, companyId = load.companyId) =>
    runUseCase(app, viewer, events.noteCompany, { eventId, companyId });
  const move = (eventId: string, to: 'planned' | 'held' | 'cancelled', viewer = load.business) =>
    runUseCase(app, viewer, events.moveEvent, { eventId, to });
  const count = (fact: Parameters<typeof countUpTo>[1], more: object = {}) =>
    inTransactionAs(app, systemViewer, 'steering', async (context) =>
      Number(
        (
          await countUpTo(context, fact, { pilotIds: [], from: '2026-01-01', days: ['2026-12-31'], ...more })
        )[0] ?? -1,
      ),
    );
  it('EVT-11: 120 visitors of an information event add nobody to the participants', async () => {
    await inTransactionAs(app, systemViewer, 'upkeep', ({ db }) =>
      db
        .insertInto('pilots.member')
        .values(
          load.clientIds.map((client_id) => ({
            pilot_id: pilotId,
            client_id,
            invited_on: '2026-10-01',
            joined_on: '2026-10-02',
          })),
        )
        .execute(),
    );
    const joined = await count('joined', { pilotIds: [pilotId] });
    const eventId = await save({ kind: 'information' });
    expect(await person(eventId, 0)).toMatchObject({ error: { code: 'visitors-only' } });
    unwrap(await runUseCase(app, load.business, events.noteAftermath, { eventId, visitors: 120 }));
    unwrap(await move(eventId, 'held'));
    expect(await count('event-visitors')).toBe(120);
    expect(await count('event-people')).toBe(0);
    expect(await count('joined', { pilotIds: [pilotId] })).toBe(joined);
  });

  it('counts only events held, people and companies once, for the project that promised them or the whole area', async () => {
    const projectId = newId();
    await app.database.pool.query(
      `insert into projects.project (id, name, state_since, changed_at) values ($1, 'Koehanke', '2026-01-01', now())`,
      [projectId],
    );
    const own = await save({ projectId, workPackage: '2' });
    const second = await save({ projectId });
    const other = await save();
    for (const eventId of [own, second, other]) {
      unwrap(await person(eventId, 0));
      unwrap(await company(eventId));
    }
    unwrap(await person(other, 1));
    expect(await count('events-held')).toBe(0);
    for (const eventId of [own, second, other]) unwrap(await move(eventId, 'held'));
    expect(await count('events-held')).toBe(3);
    expect(await count('events-held', { projectId })).toBe(2);
    expect(await count('event-people')).toBe(2);
    expect(await count('event-people', { projectId })).toBe(1);
    expect(await count('event-companies', { projectId })).toBe(1);
    expect(await count('events-held', { projectId, days: ['2026-11-19'] })).toBe(0);
  });
});
