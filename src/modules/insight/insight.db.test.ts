import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import { systemViewer, type Viewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { type Caseload, settleCaseload } from '#test/fixtures/caseload.ts';
import { openTestPilot } from '#test/fixtures/pilots.ts';
import { addNeed, giveShare, withdrawShare } from '#test/fixtures/sharing.ts';
import { runUseCase } from '#use-case';
import { type Figure, insight } from './index.ts';

const invited = 12;

/** 12 invited, 11 joined on 1.9. and 1.10., 9 mapped, 8 consented, 6 introduced, 5 interviewed, 3 employed; 2 companies helped. */
describe.each(databaseKinds)('the figures of a pilot on the %s database', (kind) => {
  let app: TestApp;
  let load: Caseload;
  let pilot: Awaited<ReturnType<typeof openTestPilot>>;
  let consentIds: string[];

  beforeAll(async () => {
    app = await openTestApp(kind, '2026-11-20');
    load = await settleCaseload(
      app,
      Array.from({ length: invited }, (_, at) => ({
        given: `Nimi${at}`,
        family: 'Koe',
        nonDisclosure: at === 0,
      })),
    );
    pilot = await openTestPilot(app, load);
    const people = load.clientIds;
    await inTransactionAs(app, systemViewer, 'upkeep', async ({ db }) => {
      await db
        .insertInto('pilots.member')
        .values(
          people.map((client_id, at) => ({
            pilot_id: pilot.pilotId,
            client_id,
            invited_on: '2026-09-01',
            joined_on: at === 11 ? null : at < 6 ? '2026-09-01' : '2026-10-01',
            declined_on: at === 11 ? '2026-09-05' : null,
          })),
        )
        .execute();
      await db
        .updateTable('clients.client')
        .set({ native_language: 'uk' })
        .where('id', 'in', people.slice(0, 6))
        .execute();
      await db
        .insertInto('skills.mapping')
        .values(
          people
            .slice(0, 9)
            .map((client_id) => ({ client_id, started_on: '2026-09-02', completed_on: '2026-10-05' })),
        )
        .execute();
      // A mapping of somebody who did not join is nobody's achievement of this pilot.
      await db
        .insertInto('skills.mapping')
        .values({ client_id: people[11]!, started_on: '2026-09-02', completed_on: '2026-10-05' })
        .execute();
    });
    consentIds = [];
    for (const id of people.slice(0, 8)) consentIds.push(await giveShare(app, load, id, 1));
    const need = await addNeed(app, load);
    await inTransactionAs(app, systemViewer, 'upkeep', async ({ db }) => {
      for (const [at, clientId] of people.slice(0, 6).entries()) {
        const id = newId();
        const interviewed = at < 5;
        await db
          .insertInto('introductions.introduction')
          .values({
            id,
            client_id: clientId,
            vacancy_id: need,
            company_id: load.companyId,
            consent_id: consentIds[at]!,
            introduced_by: load.business.accountId!,
            organisation_id: load.offices.business,
            introduced_at: '2026-10-12T09:00:00Z',
            introduced_on: '2026-10-12',
            state: interviewed ? 'interview' : 'waiting',
            state_since: '2026-10-14T09:00:00Z',
          })
          .execute();
        for (const state of interviewed ? ['waiting', 'interview'] : ['waiting'])
          await db
            .insertInto('introductions.step')
            .values({
              id: newId(),
              introduction_id: id,
              client_id: clientId,
              at: '2026-10-14T09:00:00Z',
              state,
            })
            .execute();
      }
      for (const [at, day] of ['2026-10-20', '2026-11-01', '2026-11-19', '2026-12-01'].entries())
        await db
          .insertInto('clients.outcome')
          .values({
            id: newId(),
            client_id: people[at]!,
            kind: 'employed',
            happened_on: day,
            source: 'employer',
            recorded_at: '2026-11-20T00:00:00Z',
          })
          .execute();
    });
  });
  afterAll(() => app.close());

  const figures = async (viewer: Viewer = pilot.board) =>
    unwrap(await runUseCase(app, viewer, insight.pilotFigures, { pilotId: pilot.pilotId }));
  const told = async (figure: Figure) => {
    const { cell } = (await figures()).figures.find((row) => row.figure === figure)!;
    return cell.kind === 'number' ? cell.value : cell.kind;
  };
  const rows = async (figure: Figure) =>
    unwrap(await runUseCase(app, pilot.board, insight.figureRows, { pilotId: pilot.pilotId, figure }));
  const breakdown = async (figure: Figure, by: string) =>
    Object.fromEntries(
      (await rows(figure)).breakdowns
        .find((list) => list.by === by)!
        .rows.map(({ key, cell }) => [key, cell.kind === 'number' ? cell.value : cell.kind]),
    );

  it('count what has happened by today, and hide what is small', async () => {
    const seen = Object.fromEntries(
      (await figures()).figures.map(({ figure, cell }) => [
        figure,
        cell.kind === 'number' ? cell.value : cell.kind,
      ]),
    );
    expect(seen).toEqual({
      invited: 12,
      joined: 11,
      mapped: 9,
      consented: 8,
      introduced: 6,
      interviewed: 5,
      employed: 'hidden',
      'companies-helped': 0,
    });
    expect((await figures()).medianDaysToJob).toBeUndefined();
  });

  it('stand against what was promised: 50, 40 and 90', async () => {
    const targets = Object.fromEntries(
      (await figures()).figures.map(({ figure, target }) => [figure, target]),
    );
    expect(targets).toMatchObject({
      invited: 50,
      joined: 50,
      employed: 40,
      'companies-helped': 90,
      mapped: undefined,
    });
    expect((await figures()).figures.find(({ figure }) => figure === 'invited')!.share).toBe(24);
  });

  it('rise month by month without showing a small step', async () => {
    const curve = (await figures()).months.map(({ month, cells }) => [
      month,
      ...(['invited', 'joined', 'employed'] as const).map((step) => {
        const cell = cells[step];
        return cell.kind === 'number' ? cell.value : cell.kind;
      }),
    ]);
    expect(curve).toEqual([
      ['2026-09', 12, 6, 0],
      ['2026-10', 12, 11, 'hidden'],
      ['2026-11', 12, 11, 'hidden'],
    ]);
  });

  it('open to rows that do not give a small number away by subtraction', async () => {
    expect(await breakdown('invited', 'language_group')).toEqual({ domestic: 6, other: 6 });
    // 6 and 3 would be told by the total 9: both are hidden.
    expect(await breakdown('mapped', 'language_group')).toEqual({ domestic: 'hidden', other: 'hidden' });
    expect((await rows('mapped')).cell).toEqual({ kind: 'number', value: 9 });
    // One person has a protected address and stands under no municipality; one alone is not shown beside eleven.
    expect(await breakdown('invited', 'municipality_code')).toEqual({
      '491': 'hidden',
      'not-told': 'hidden',
    });
    expect((await rows('employed')).cell).toEqual({ kind: 'hidden' });
  });

  it('a withdrawn consent is not counted from that instant', async () => {
    expect(await told('consented')).toBe(8);
    await withdrawShare(app, consentIds[7]!);
    expect(await told('consented')).toBe(7);
    for (const id of consentIds.slice(4, 7)) await withdrawShare(app, id);
    expect(await told('consented')).toBe('hidden');
  });

  it('a company is helped by a logged action in the pilot’s time, and by nothing else', async () => {
    const log = (day: string, companyId: string) =>
      inTransactionAs(app, systemViewer, 'upkeep', ({ db }) =>
        db
          .insertInto('companies.action')
          .values({
            id: newId(),
            company_id: companyId,
            kind: 'training-plan',
            done_on: day,
            hours: 3.5,
            description: 'Osaamistarpeet käytiin läpi',
            logged_by: load.business.accountId!,
            logged_at: '2026-11-20T09:00:00Z',
          })
          .execute(),
      );
    await inTransactionAs(app, systemViewer, 'upkeep', ({ db }) =>
      db
        .insertInto('companies.visit')
        .values({
          id: newId(),
          company_id: load.companyId,
          made_by: load.business.accountId!,
          organisation_id: load.offices.business,
          visited_on: '2026-10-01',
          created_at: '2026-10-01T09:00:00Z',
        })
        .execute(),
    );
    expect(await told('companies-helped')).toBe(0);
    await log('2026-08-31', load.companyId);
    expect(await told('companies-helped')).toBe(0);
    await log('2026-10-01', load.companyId);
    await log('2026-10-02', load.companyId);
    expect(await told('companies-helped')).toBe(1);
    expect((await rows('companies-helped')).breakdowns).toEqual([
      { by: 'kind', rows: [{ key: 'training-plan', cell: { kind: 'number', value: 1 } }] },
      { by: 'size_class', rows: [{ key: '10-19', cell: { kind: 'number', value: 1 } }] },
    ]);
  });

  it('are for those who steer or serve, and name nobody', async () => {
    const whole = JSON.stringify([await figures(), await rows('joined'), await rows('employed')]);
    for (const secret of ['Nimi', 'Koe', ...load.clientIds]) expect(whole).not.toContain(secret);
    for (const viewer of [load.person, load.employer]) {
      const outcome = await runUseCase(app, viewer, insight.pilotFigures, { pilotId: pilot.pilotId });
      expect(outcome).toMatchObject({ ok: false, error: { code: 'not-permitted' } });
    }
  });
});
