import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import { systemViewer, type Viewer } from '#kernel/viewer.ts';
import { openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { type Caseload, settleCaseload } from '#test/fixtures/caseload.ts';
import { refusalOf } from '#test/fixtures/projects.ts';
import { addNeed, giveShare, withdrawShare } from '#test/fixtures/sharing.ts';
import { runUseCase } from '#use-case';
import { vacancies } from '#vacancies';
import { findIntroduction, moveIntroduction } from './db/introductions.db.ts';
import { introductions } from './index.ts';

describe('an introduction at its edges', () => {
  let app: TestApp;
  let load: Caseload;
  let aino: string;
  let need: string;
  let introductionId: string;
  let [first, second] = ['', ''];

  beforeAll(async () => {
    app = await openTestApp('embedded');
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.clock.moveTo('2026-11-20T10:00:00Z');
    load = await settleCaseload(app, [{ given: 'Aino', family: 'Esimerkki' }]);
    aino = load.clientIds[0]!;
    need = await addNeed(app, load);
    first = await giveShare(app, load, aino, 1, { fields: ['name', 'skills'] });
    second = await giveShare(app, load, aino, 2, { under: first, fields: ['skills'] });
    introductionId = unwrap(await introduce()).introductionId;
  });

  const introduce = (vacancyId = need) =>
    runUseCase(app, load.business, introductions.introduce, { clientId: aino, vacancyId });
  const answer = (given: object, viewer: Viewer = load.employer) =>
    runUseCase(app, viewer, introductions.answer, { introductionId, ...given } as never);
  const own = async () =>
    unwrap(await runUseCase(app, load.person, introductions.ofClient, { clientId: aino })).introductions[0]!;
  const open = async (viewer = load.business) =>
    unwrap(await runUseCase(app, viewer, introductions.openIntroduction, { introductionId }));
  const notices = async (kind: string) =>
    (
      await app.database.pool.query<{ payload: { accountId: string; params: object; link: string } }>(
        `select payload from outbox.message where payload ->> 'kind' = $1 order by payload ->> 'accountId'`,
        [kind],
      )
    ).rows.map(({ payload }) => payload);
  const silentTasks = async () =>
    (
      await app.database.pool.query<{ done_on: string | null }>(
        `select done_on from clients.task where kind = 'employer-silent'`,
      )
    ).rows.map(({ done_on }) => done_on);
  const remind = async (day: string) => {
    app.clock.moveTo(`${day}T10:00:00Z`);
    return unwrap(await runUseCase(app, systemViewer, introductions.remindSilent, {})).clientIds.length;
  };

  it('may be stepped back from while an interview is agreed', async () => {
    unwrap(await answer({ answer: 'interview', interviewOn: '2026-11-25' }));
    expect((await own()).actions.withdraw).toBe(true);
    unwrap(await runUseCase(app, load.person, introductions.cancel, { introductionId }));
    expect((await own()).state).toBe('withdrawn');
    expect(await refusalOf(answer({ answer: 'hired', hiredOn: '2026-11-25' }))).toBe('answered-already');
  });

  it('is not moved from a state in which it no longer is, and nothing follows', async () => {
    await inTransactionAs(app, load.employer, 'recruitment', async (context) => {
      const read = (await findIntroduction(context, introductionId))!;
      expect(await moveIntroduction(context, read, { state: 'interview' })).toBe(true);
      expect(await moveIntroduction(context, read, { state: 'hired', hiredOn: '2026-11-25' })).toBe(false);
    });
    expect(await own()).toMatchObject({ state: 'interview' });
    expect((await open()).steps.map(({ state }) => state)).toEqual(['waiting', 'interview']);
    expect((await app.database.pool.query('select from clients.outcome')).rowCount).toBe(0);
  });

  it('is not made to a need that has lapsed', async () => {
    const lapsed = await addNeed(app, load);
    const prepared = async () =>
      unwrap(
        await runUseCase(app, load.business, introductions.prepareIntroduction, {
          clientId: aino,
          vacancyId: lapsed,
        }),
      );
    expect(await prepared()).toMatchObject({ actions: { introduce: true } });
    unwrap(await runUseCase(app, load.business, vacancies.moveVacancy, { vacancyId: lapsed, to: 'lapsed' }));
    expect(await prepared()).toMatchObject({ obstacle: 'vacancy-not-open', actions: { introduce: false } });
    expect(await refusalOf(introduce(lapsed))).toBe('vacancy-not-open');
  });

  it.each([
    ['2026-11-19', 'day-not-possible'],
    ['2026-11-20', undefined],
    ['2027-11-20', undefined],
    ['2027-11-21', 'day-not-possible'],
  ])('a hire from %s on: %s', async (hiredOn, refusal) => {
    expect(await refusalOf(answer({ answer: 'hired', hiredOn }))).toBe(refusal);
  });

  it('stands on a consent to an event as well: it is neither ended nor unseen', async () => {
    const eventId = newId();
    await withdrawShare(app, second);
    await inTransactionAs(app, systemViewer, 'upkeep', async ({ db, now }) => {
      await db
        .insertInto('events.event')
        .values({ id: eventId, names: '{"fi":"Rekrytori"}', kind: 'regional', held_on: '2026-12-20', closes_at: '2026-12-20T16:00:00Z' }) // biome-ignore format: one line
        .execute();
      await db
        .insertInto('events.attendance')
        .values({ event_id: eventId, company_id: load.companyId })
        .execute();
      await db
        .insertInto('consents.consent')
        .values({
          id: newId(),
          client_id: aino,
          step: 2,
          under_id: first,
          notice_id: '018a4d00-0000-7000-8000-000000000003',
          notice_language: 'fi',
          receiver_event_id: eventId,
          fields: ['skills'],
          given_at: new Date(now.getTime() - 500).toISOString(),
          given_how: 'own-account',
          given_by: load.person.accountId!,
          valid_to: '2026-12-20T16:00:00Z',
        })
        .execute();
    });
    expect(unwrap(await runUseCase(app, systemViewer, introductions.endExpired, {})).clientIds).toEqual([]);
    expect((await open(load.employer)).state).toBe('waiting');
    expect(await remind('2026-11-24')).toBe(1);
    const prepared = unwrap(
      await runUseCase(app, load.business, introductions.prepareIntroduction, {
        clientId: aino,
        vacancyId: await addNeed(app, load),
      }),
    );
    expect(prepared.employerSees).toMatchObject({ fields: ['skills'], until: '2026-12-20T16:00:00.000Z' });
  });

  it('ends the adviser’s duty with the consent, and reminds nobody after an interview is agreed', async () => {
    expect(await remind('2026-11-30')).toBe(1);
    expect(await silentTasks()).toEqual([null]);
    await withdrawShare(app, second);
    expect(await remind('2026-12-01')).toBe(0);
    expect(unwrap(await runUseCase(app, systemViewer, introductions.endExpired, {})).clientIds).toEqual([
      aino,
    ]);
    expect(await silentTasks()).toEqual(['2026-12-01']);
  });

  it('reminds nobody of an interview that is agreed', async () => {
    unwrap(await answer({ answer: 'interview', interviewOn: '2026-12-01' }));
    expect(await remind('2026-11-30')).toBe(0);
    expect(await notices('introduction-reminder')).toEqual([]);
  });

  it('is prepared with what this company sees, not what another sees, and tells that it is made already', async () => {
    const other = newId();
    await app.database.pool.query(
      `insert into companies.company (id, business_id, name, municipality_code, size_class, created_at)
       values ($1, '0100001-0', 'Leipomo Oy', '491', 'unknown', '2026-01-01')`,
      [other],
    );
    await giveShare(app, load, aino, 2, { under: first, companyId: other, fields: ['name'] });
    const prepared = async (vacancyId: string) =>
      unwrap(
        await runUseCase(app, load.business, introductions.prepareIntroduction, {
          clientId: aino,
          vacancyId,
        }),
      );
    expect((await prepared(need)).employerSees?.fields).toEqual(['skills']);
    expect(await prepared(need)).toMatchObject({
      obstacle: 'already-introduced',
      actions: { introduce: false },
    });
    const theirs = await addNeed(app, load, other);
    expect((await prepared(theirs)).employerSees?.fields).toEqual(['name']);
    expect((await prepared(theirs)).obstacle).toBeUndefined();
  });

  it('counts whose turn it is from an interview that is over, not from one that is today', async () => {
    unwrap(await answer({ answer: 'interview', interviewOn: '2026-11-24' }));
    const on = async (day: string) => {
      app.clock.moveTo(`${day}T10:00:00Z`);
      const { turn, interviewAhead } = await open();
      return [turn.sinceDay, interviewAhead];
    };
    expect(await on('2026-11-23')).toEqual(['2026-11-20', true]);
    expect(await on('2026-11-24')).toEqual(['2026-11-20', true]);
    expect(await on('2026-11-25')).toEqual(['2026-11-24', false]);
  });

  it('is closed to a relative of the person, in business services and at the own office alike', async () => {
    for (const viewer of [load.business, load.maija])
      await app.database.pool.query(
        `insert into access.conflict (account_id, client_id, kind, declared_on) values ($1, $2, 'relative', '2026-11-01')`,
        [viewer.accountId, aino],
      );
    for (const viewer of [load.business, load.maija])
      expect(
        await refusalOf(
          runUseCase(app, viewer, introductions.introduce, { clientId: aino, vacancyId: need }),
        ),
      ).toBe('own-or-relatives-file');
  });

  it('tells of an answer once to each whom it concerns, with a way to it', async () => {
    unwrap(await answer({ answer: 'interview', interviewOn: '2026-11-24', note: 'Kello 9' }));
    expect(await notices('introduction-interview')).toMatchObject([
      { accountId: load.person.accountId, link: '/my/introductions', params: { company: 'Konepaja Virta Oy', vacancy: 'Levyseppähitsaaja' } }, // biome-ignore format: one line
    ]);
    const told = await notices('clients-introduction-interview');
    expect(new Map(told.map(({ accountId, link }) => [accountId, link]))).toEqual(
      new Map([
        [load.business.accountId, '/introductions'],
        [load.maija.accountId, `/clients/${aino}`],
      ]),
    );
    expect(told).toHaveLength(2);
    expect(await open()).toMatchObject({
      state: 'interview',
      interviewOn: '2026-11-24',
      answerNote: 'Kello 9',
    });
  });
});
