import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { clients } from '#clients';
import { unwrap } from '#kernel/result.ts';
import { systemViewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { type Caseload, settleCaseload } from '#test/fixtures/caseload.ts';
import { addNeed, giveShare } from '#test/fixtures/sharing.ts';
import { runUseCase } from '#use-case';
import { vacancies } from '#vacancies';
import { introductions } from './index.ts';

describe.each(databaseKinds)('a hire on the %s database', (kind) => {
  let app: TestApp;
  let load: Caseload;
  let aino: string;
  let need: string;
  let introductionId: string;

  beforeAll(async () => {
    app = await openTestApp(kind);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.clock.moveTo('2026-11-20T10:00:00Z');
    load = await settleCaseload(app, [
      { given: 'Aino', family: 'Esimerkki', due: '2026-12-14', searchStartedOn: '2026-09-01' },
    ]);
    aino = load.clientIds[0]!;
    need = await addNeed(app, load);
    const first = await giveShare(app, load, aino, 1, { fields: ['name', 'skills', 'languages'] });
    await giveShare(app, load, aino, 2, { under: first, fields: ['skills'] });
    introductionId = unwrap(
      await runUseCase(app, load.business, introductions.introduce, { clientId: aino, vacancyId: need }),
    ).introductionId;
    unwrap(
      await runUseCase(app, load.employer, introductions.answer, {
        introductionId,
        answer: 'hired',
        hiredOn: '2026-11-30',
      }),
    );
    app.clock.moveTo('2026-11-20T10:05:00Z');
  });

  const opened = async () =>
    unwrap(await runUseCase(app, load.maija, clients.openClient, { clientId: aino }));
  const vacancy = async () =>
    unwrap(await runUseCase(app, load.business, vacancies.openVacancy, { vacancyId: need }));
  const kinds = async () => (await opened()).duties.map((duty) => duty.kind).sort();

  it('fills a place of the need and asks whether the search ends from the day work begins', async () => {
    expect((await vacancy()).filled).toBe(1);
    expect(await opened()).toMatchObject({
      searching: true,
      mayEndBy: { kind: 'employed', happenedOn: '2026-11-30' },
    });
  });

  it('is not asked about again when the search goes on', async () => {
    const { mayEndBy } = await opened();
    unwrap(
      await runUseCase(app, load.maija, clients.keepSearching, {
        clientId: aino,
        outcomeId: mayEndBy!.outcomeId,
      }),
    );
    expect((await opened()).mayEndBy).toBeUndefined();
  });

  it('is taken back whole: introduction, outcome, search, duties, place and a need closed as full', async () => {
    const before = (await vacancy()).vacancy.state;
    unwrap(
      await runUseCase(app, load.maija, clients.endSearch, {
        clientId: aino,
        endedOn: '2026-11-30',
        reason: 'employed',
      }),
    );
    unwrap(await runUseCase(app, load.business, vacancies.moveVacancy, { vacancyId: need, to: 'filled' }));
    expect(await kinds()).toEqual(['outcome-follow-up']);

    unwrap(await runUseCase(app, load.maija, introductions.undoHire, { introductionId }));
    expect(await kinds()).toEqual(['job-search-meeting']);
    expect(await opened()).toMatchObject({
      searching: true,
      outcomes: [],
      searches: [{ startedOn: '2026-09-01' }],
      steps: [{ kind: 'search-end-undone' }, { kind: 'outcome-undone' }, { kind: 'search-ended' }],
    });
    expect((await opened()).searches[0]).not.toHaveProperty('endedOn');
    expect(await vacancy()).toMatchObject({ filled: 0, vacancy: { state: before } });
    const traces = await inTransactionAs(app, systemViewer, 'upkeep', async ({ db }) => ({
      steps: await db.selectFrom('introductions.step').select('state').orderBy('at').execute(),
      outcome: await db.selectFrom('clients.outcome').select('undone_by').executeTakeFirstOrThrow(),
      introduction: await db
        .selectFrom('introductions.introduction')
        .select(['state', 'hired_on'])
        .executeTakeFirstOrThrow(),
    }));
    expect(traces).toEqual({
      steps: [{ state: 'waiting' }, { state: 'hired' }, { state: 'waiting' }],
      outcome: { undone_by: load.maija.accountId },
      introduction: { state: 'waiting', hired_on: null },
    });
  });

  it('is taken back once, and by nobody who does not follow the introduction', async () => {
    expect(await runUseCase(app, load.olli, introductions.undoHire, { introductionId })).toMatchObject({
      error: { code: 'not-permitted' },
    });
    expect(await runUseCase(app, load.person, introductions.undoHire, { introductionId })).toMatchObject({
      error: { code: 'not-permitted' },
    });
    unwrap(await runUseCase(app, load.business, introductions.undoHire, { introductionId }));
    expect(await runUseCase(app, load.maija, introductions.undoHire, { introductionId })).toMatchObject({
      error: { code: 'not-hired' },
    });
  });

  it('can be recorded again after it was taken back', async () => {
    unwrap(await runUseCase(app, load.maija, introductions.undoHire, { introductionId }));
    app.clock.moveTo('2026-11-20T10:10:00Z');
    unwrap(
      await runUseCase(app, load.employer, introductions.answer, {
        introductionId,
        answer: 'hired',
        hiredOn: '2026-12-01',
      }),
    );
    expect((await opened()).outcomes).toMatchObject([{ kind: 'employed', happenedOn: '2026-12-01' }]);
    expect((await vacancy()).filled).toBe(1);
  });
});
