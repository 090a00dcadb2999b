import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import type { Cell } from '#kernel/small-numbers.ts';
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
  const inWords = (cell: Cell) => (cell.kind === 'number' ? cell.value : cell.kind);
  const rows = async (figure: Figure) =>
    unwrap(await runUseCase(app, pilot.board, insight.figureRows, { pilotId: pilot.pilotId, figure }));
  const breakdown = async (figure: Figure, by: string) =>
    Object.fromEntries(
      (await rows(figure)).breakdowns
        .find((list) => list.by === by)!
        .rows.map(({ key, cell }) => [key, inWords(cell)]),
    );
  const release = async (day: string) => {
    app.clock.moveTo(day);
    return unwrap(await runUseCase(app, systemViewer, insight.releasePilots, {})).released;
  };
  const everything = async () =>
    JSON.stringify([await figures(), await rows('consented'), await rows('joined')]);

  it('are not known before the first release, and nothing is counted live', async () => {
    const { releasedOn, until, figures: told, months } = await figures();
    expect([releasedOn, until, months]).toEqual([undefined, undefined, []]);
    expect(told.map(({ cell }) => cell.kind)).toEqual(told.map(() => 'unknown'));
    expect((await rows('joined')).breakdowns.map((list) => list.rows)).toEqual([[], [], []]);
  });

  it('are released once for a month, as they were before its first day, and small ones are hidden', async () => {
    expect(await release('2026-12-01')).toBe(1);
    expect(await release('2026-12-20')).toBe(0);
    const told = await figures();
    expect([told.releasedOn, told.until]).toEqual(['2026-12-01', '2026-11-30']);
    expect(Object.fromEntries(told.figures.map(({ figure, cell }) => [figure, inWords(cell)]))).toEqual({
      invited: 12,
      joined: 11,
      mapped: 9,
      consented: 8,
      introduced: 6,
      interviewed: 5,
      employed: 'hidden',
      'companies-helped': 0,
    });
    expect(told.medianDaysToJob).toBeUndefined();
    expect(
      told.months.map(({ month, cells }) => [month, inWords(cells.joined), inWords(cells.employed)]),
    ).toEqual([['2026-11', 11, 'hidden']]);
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

  it('open to rows that do not give a small number away; a list that could tell nothing is not told', async () => {
    // 6 and 6 were invited, 6 and 5 joined: the one who did not would be seen beside the joined.
    const languages = [
      await breakdown('invited', 'language_group'),
      await breakdown('joined', 'language_group'),
    ];
    expect(languages.filter((list) => Object.keys(list).length > 0).length).toBeLessThan(2);
    // 6 and 3 would be told by the total 9, and there is nothing to merge them with.
    expect(await breakdown('mapped', 'language_group')).toEqual({});
    expect((await rows('mapped')).cell).toEqual({ kind: 'number', value: 9 });
    // One person has a protected address and stands under no municipality: with eleven beside, nothing can be told.
    expect(await breakdown('invited', 'municipality_code')).toEqual({});
    expect((await rows('employed')).cell).toEqual({ kind: 'hidden' });
  });

  it('stay as they were released when consents end; the next release tells only what has changed by five', async () => {
    const before = await everything();
    for (const id of consentIds.slice(4, 8)) await withdrawShare(app, id);
    expect(await everything()).toBe(before);
    await expect(app.database.pool.query(`update releases.told set told = 1`)).rejects.toThrow(
      'never changed',
    );
    await expect(app.database.pool.query(`delete from releases.release`)).rejects.toThrow('never changed');
    expect(await release('2027-01-01')).toBe(1);
    const { releasedOn, figures: told, months } = await figures();
    expect(releasedOn).toBe('2027-01-01');
    // Eight consents are four: nobody is told who of them ended theirs, nor that there are so few.
    expect(told.find(({ figure }) => figure === 'consented')).toMatchObject({
      cell: { kind: 'number', value: 8 },
      toldOn: '2026-12-01',
    });
    expect(months.map(({ cells }) => inWords(cells.consented))).toEqual([8, 'hidden']);
  });

  it('of companies are exact: a logged action in the pilot’s time, and nothing else', async () => {
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
    const helped = async () => (await figures()).figures.find(({ figure }) => figure === 'companies-helped')!;
    await log('2026-08-31', load.companyId);
    await release('2027-02-01');
    expect((await helped()).cell).toEqual({ kind: 'number', value: 0 });
    await log('2026-10-01', load.companyId);
    await log('2026-10-02', load.companyId);
    expect((await helped()).cell).toEqual({ kind: 'number', value: 0 });
    await release('2027-03-01');
    expect(await helped()).toMatchObject({ cell: { kind: 'number', value: 1 }, toldOn: '2027-03-01' });
    expect((await rows('companies-helped')).breakdowns).toMatchObject([
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
