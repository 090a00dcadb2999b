import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { clients } from '#clients';
import { consents } from '#consents';
import { unwrap } from '#kernel/result.ts';
import { systemViewer, type Viewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { type Caseload, settleCaseload } from '#test/fixtures/caseload.ts';
import { addNeed, giveShare } from '#test/fixtures/sharing.ts';
import { runUseCase, type UseCase } from '#use-case';
import { introductions } from './index.ts';

const refused = (code: string) => ({ ok: false, error: { code } });

describe.each(databaseKinds)('a withdrawal is told, on the %s database', (kind) => {
  let app: TestApp;
  let load: Caseload;
  let [aino, first, introductionId] = ['', '', ''];
  const looking = <T>(read: (db: Parameters<Parameters<typeof inTransactionAs>[3]>[0]['db']) => Promise<T>) =>
    inTransactionAs(app, systemViewer, 'upkeep', ({ db }) => read(db));
  // biome-ignore lint/suspicious/noExplicitAny: runs use cases of every input
  const run = (viewer: Viewer, useCase: UseCase<any, any, any>, input: object = {}) =>
    runUseCase(app, viewer, useCase, input);
  const withdraw = (viewer = load.person, consentId = first) =>
    run(viewer, consents.withdrawConsent, { consentId, clientId: aino });
  const undo = (viewer = load.person) => run(viewer, consents.undoWithdrawal, { clientId: aino });
  const state = async () =>
    unwrap(await runUseCase(app, load.person, introductions.ofClient, { clientId: aino })).introductions[0];
  const lanes = async () =>
    unwrap(await runUseCase(app, load.person, clients.myPath, {}))
      .path.filter(({ lane, kind: what }) => lane === 'employer' || what.startsWith('consent'))
      .map(({ kind: what, state: how }) => [what, how]);
  const told = async () => {
    const rows = await looking((db) =>
      db.selectFrom('outbox.message').select('payload').orderBy('id').execute(),
    );
    await looking((db) => db.deleteFrom('outbox.message').execute());
    const names = new Map(
      (['maija', 'business', 'employer', 'person'] as const).map((key) => [load[key].accountId, key]),
    );
    return rows
      .map(({ payload }) => payload as { accountId: string; kind: string; params: object })
      .map(({ accountId, kind: what }) => `${names.get(accountId)}: ${what}`)
      .sort();
  };
  const asItWas = [
    ['consent-business', 'done'],
    ['consent-employer', 'done'],
    ['interview', 'waiting'],
  ];

  beforeAll(async () => {
    app = await openTestApp(kind);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.clock.moveTo('2026-11-20T10:00:00Z');
    load = await settleCaseload(app, [{ given: 'Aino', family: 'Esimerkki' }]);
    aino = load.clientIds[0]!;
    const vacancyId = await addNeed(app, load);
    first = await giveShare(app, load, aino, 1, { fields: ['name', 'skills'] });
    await giveShare(app, load, aino, 2, { under: first, fields: ['name', 'skills'] });
    ({ introductionId } = unwrap(
      await runUseCase(app, load.business, introductions.introduce, { clientId: aino, vacancyId }),
    ));
    unwrap(
      await run(load.employer, introductions.answer, {
        introductionId,
        answer: 'interview',
        interviewOn: '2026-12-04',
        note: 'Tule klo 9',
      }),
    );
    await told();
  });

  it('to the employer, both advisers and nobody twice, in the same instant; the lanes are no longer done', async () => {
    expect(await lanes()).toEqual(asItWas);
    app.clock.moveTo('2026-11-20T10:05:00Z');
    unwrap(await withdraw());
    expect(await told()).toEqual([
      'business: services-interview-ended',
      'employer: employer-interview-ended',
      'maija: client-withdrew-consent',
      'maija: services-interview-ended',
    ]);
    expect(await state()).toMatchObject({ state: 'withdrawn', reason: 'consent-withdrawn', interviewOn: '2026-12-04', interviewAhead: false }); // biome-ignore format: one line
    expect(await lanes()).toEqual([
      ['consent-business', 'ended'],
      ['consent-employer', 'ended'],
      ['consent-withdrawn', 'ended'],
      ['introduction-withdrawn', 'ended'],
    ]);
  });

  it('says nothing of the person to the employer but what ended', async () => {
    unwrap(await withdraw());
    const rows = await looking((db) => db.selectFrom('outbox.message').select('payload').execute());
    const toEmployer = rows
      .map(({ payload }) => payload as { accountId: string; params: object })
      .filter(({ accountId }) => accountId === load.employer.accountId);
    expect(toEmployer.map(({ params }) => Object.keys(params).sort())).toEqual([
      ['company', 'day', 'vacancy'],
    ]);
    expect(JSON.stringify(toEmployer)).not.toContain('Aino');
  });

  it('tells the person too when the adviser withdrew with the person', async () => {
    unwrap(await withdraw(load.maija));
    expect(await told()).toEqual([
      'business: services-interview-ended',
      'employer: employer-interview-ended',
      'person: consent-withdrawn-for-you',
      'person: own-interview-ended',
    ]);
  });

  it('is undone within ten minutes: consents and interview as they were, everybody told, the trace stays', async () => {
    app.clock.moveTo('2026-11-20T10:05:00Z');
    unwrap(await withdraw());
    await told();
    app.clock.moveTo('2026-11-20T10:14:00Z');
    const page = unwrap(await runUseCase(app, load.person, consents.myConsents, {}));
    expect(page.undo).toMatchObject({ until: '2026-11-20T10:15:00.000Z' });
    expect(page.undo!.receivers).toHaveLength(2);
    expect(unwrap(await undo())).toEqual({ consents: 2, restored: 1 });
    expect(await told()).toEqual([
      'business: services-interview-back',
      'employer: employer-interview-back',
      'maija: services-interview-back',
    ]);
    expect(await state()).toMatchObject({ state: 'interview', interviewOn: '2026-12-04', answerNote: 'Tule klo 9', interviewAhead: true }); // biome-ignore format: one line
    const rows = await looking((db) =>
      db.selectFrom('consents.consent').select(['step', 'fields', 'valid_to', 'withdrawn_at', 'restores_id']).orderBy('given_at').orderBy('step').execute(),
    ); // biome-ignore format: one line
    expect(rows.map((row) => [row.step, row.fields, row.valid_to, row.withdrawn_at !== null, row.restores_id !== null])).toEqual([
      [1, ['name', 'skills'], '2027-06-30T00:00:00.000Z', true, false],
      [2, ['name', 'skills'], '2027-06-30T00:00:00.000Z', false, false],
      [1, ['name', 'skills'], '2027-06-30T00:00:00.000Z', false, true],
      [2, ['name', 'skills'], '2027-06-30T00:00:00.000Z', false, true],
    ]); // biome-ignore format: one line
    const steps = await looking((db) => db.selectFrom('introductions.step').select('state').where('introduction_id', '=', introductionId).orderBy('at').execute()); // biome-ignore format: one line
    expect(steps.map((step) => step.state)).toEqual(['waiting', 'interview', 'withdrawn', 'interview']);
    expect(unwrap(await runUseCase(app, load.employer, introductions.openIntroduction, { introductionId })).name).toBe('Aino Esimerkki');
    expect(await undo()).toMatchObject(refused('nothing-to-restore'));
  }); // biome-ignore format: long lines of expectations

  it('cannot be undone after ten minutes, by another, or once given anew; the page does not offer it', async () => {
    unwrap(await withdraw());
    expect(await undo(load.maija)).toMatchObject(refused('nothing-to-restore'));
    app.clock.moveTo('2026-11-20T10:03:00Z');
    await giveShare(app, load, aino, 1, { fields: ['skills'] });
    expect(await undo()).toMatchObject(refused('nothing-to-restore'));
    expect(unwrap(await runUseCase(app, load.person, consents.myConsents, {})).undo).toBeUndefined();
    app.clock.moveTo('2026-11-20T10:10:00Z');
    await looking((db) => db.deleteFrom('consents.consent').where('given_at', '>', '2026-11-20T10:01:00Z').execute()).catch(() => undefined); // biome-ignore format: one line
    expect(await undo()).toMatchObject(refused('nothing-to-restore'));
  });

  it('is told of a consent that ended by itself too, and nobody is reminded after it', async () => {
    app.clock.moveTo('2027-06-30T00:01:00Z');
    expect(unwrap(await runUseCase(app, systemViewer, introductions.remindSilent, {}))).toEqual({ reminded: 0, clientIds: [] }); // biome-ignore format: one line
    expect(unwrap(await runUseCase(app, systemViewer, introductions.endExpired, {}))).toEqual({
      clientIds: [aino],
    });
    expect(await told()).toEqual([
      'business: services-interview-ended',
      'employer: employer-interview-ended',
      'maija: services-interview-ended',
      'person: own-interview-ended',
    ]);
  });
});
