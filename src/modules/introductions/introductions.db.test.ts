import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import { systemViewer, type Viewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { type Caseload, settleCaseload } from '#test/fixtures/caseload.ts';
import { addNeed, giveShare, withdrawShare } from '#test/fixtures/sharing.ts';
import { runUseCase } from '#use-case';
import { introductions } from './index.ts';

describe.each(databaseKinds)('introductions on the %s database', (kind) => {
  let app: TestApp;
  let load: Caseload;
  let aino: string;
  let need: string;
  let first: string;
  let second: string;

  beforeAll(async () => {
    app = await openTestApp(kind);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    // A Friday: working days 2, 5 and 6 are Tuesday 24.11., Friday 27.11. and Monday 30.11.
    app.clock.moveTo('2026-11-20T10:00:00Z');
    load = await settleCaseload(app, [
      { given: 'Aino', family: 'Esimerkki' },
      { given: 'Onni', family: 'Malli', worker: 'olli' },
    ]);
    aino = load.clientIds[0]!;
    need = await addNeed(app, load);
    first = await giveShare(app, load, aino, 1, { fields: ['name', 'skills', 'languages'] });
    second = await giveShare(app, load, aino, 2, { under: first, fields: ['skills'] });
  });

  const introduce = (viewer: Viewer = load.business, more: object = {}) =>
    runUseCase(app, viewer, introductions.introduce, { clientId: aino, vacancyId: need, ...more });
  const introduced = async () => unwrap(await introduce()).introductionId;
  const answer = (introductionId: string, given: object, viewer: Viewer = load.employer) =>
    runUseCase(app, viewer, introductions.answer, { introductionId, ...given } as never);
  const remind = async () => unwrap(await runUseCase(app, systemViewer, introductions.remindSilent, {}));
  const seenByEmployer = async () =>
    unwrap(await runUseCase(app, load.employer, introductions.ofCompany, {})).introductions;
  const ofAino = async () =>
    unwrap(await runUseCase(app, load.person, introductions.ofClient, { clientId: aino })).introductions;
  const looking = <T>(read: (db: Parameters<Parameters<typeof inTransactionAs>[3]>[0]['db']) => Promise<T>) =>
    inTransactionAs(app, systemViewer, 'upkeep', ({ db }) => read(db));
  const notices = async () =>
    (
      await looking((db) => db.selectFrom('outbox.message').select('payload').orderBy('created_at').execute())
    ).map(({ payload }) => payload as { accountId: string; kind: string; params: Record<string, unknown> });
  const tasks = () =>
    looking((db) =>
      db.selectFrom('clients.task').selectAll().where('kind', '=', 'employer-silent').execute(),
    );
  const codeOf = async (outcome: Promise<{ ok: boolean; error?: unknown }>) => {
    const { error } = (await outcome) as { error?: { code: string; details?: { reason?: string } } };
    return error && (error.details?.reason ?? error.code);
  };

  describe('to introduce', () => {
    it('is open with step 2 in force to that very employer, and tells those whom it concerns', async () => {
      expect((await introduce(load.business, { message: 'Tulee heti töihin' })).ok).toBe(true);
      expect((await notices()).map(({ accountId, kind: told }) => [accountId, told]).sort()).toEqual(
        [
          [load.employer.accountId, 'introduced-to-you'],
          [load.person.accountId, 'you-were-introduced'],
          [load.maija.accountId, 'client-was-introduced'],
        ].sort(),
      );
    });

    it('is open to the own adviser, not to another adviser, the employer or the person', async () => {
      expect(await codeOf(introduce(load.olli))).toBe('no-relation');
      expect(await codeOf(introduce(load.employer))).toBe('role-may-not');
      expect(await codeOf(introduce(load.person))).toBe('role-may-not');
      expect((await introduce(load.maija)).ok).toBe(true);
    });

    it('is closed without step 2, after its withdrawal, and when step 1 has gone', async () => {
      await withdrawShare(app, second);
      expect(await codeOf(introduce())).toBe('consent-missing');
      expect(await codeOf(introduce(load.maija))).toBe('consent-missing');
      second = await giveShare(app, load, aino, 2, { under: first });
      await withdrawShare(app, first);
      expect(await codeOf(introduce())).toBe('no-consent');
      expect(await codeOf(introduce(load.maija))).toBe('consent-missing');
      expect(await codeOf(introduce(load.business, { clientId: load.clientIds[1] }))).toBe('no-consent');
    });

    it('is closed by a consent to another employer', async () => {
      const other = newId();
      await looking((db) =>
        db
          .insertInto('companies.company')
          .values({
            id: other,
            business_id: '1234567-1',
            name: 'Leipomo Oy',
            municipality_code: '491',
            size_class: 'unknown',
            created_at: '2026-01-01T00:00:00Z',
          })
          .execute(),
      );
      need = await addNeed(app, load, other);
      expect(await codeOf(introduce())).toBe('consent-missing');
      await giveShare(app, load, aino, 2, { under: first, companyId: other });
      expect((await introduce()).ok).toBe(true);
      expect(await seenByEmployer()).toEqual([]);
    });

    it('is done once for a need, whoever did it, and not to a filled need', async () => {
      await introduced();
      expect(await codeOf(introduce(load.maija))).toBe('already-introduced');
      need = await addNeed(app, load);
      await looking((db) =>
        db.updateTable('vacancies.vacancy').set({ state: 'filled' }).where('id', '=', need).execute(),
      );
      expect(await codeOf(introduce())).toBe('vacancy-not-open');
    });

    it('is prepared with what the employer will see and what stands in the way', async () => {
      const prepare = async () =>
        unwrap(
          await runUseCase(app, load.business, introductions.prepareIntroduction, {
            clientId: aino,
            vacancyId: need,
          }),
        );
      expect(await prepare()).toMatchObject({
        name: 'Aino Esimerkki',
        employerSees: { fields: ['skills'] },
        actions: { introduce: true },
      });
      await withdrawShare(app, second);
      expect(await prepare()).toMatchObject({ obstacle: 'consent-missing', actions: { introduce: false } });
    });
  });

  describe('the employer', () => {
    it('sees whom it was introduced, by what the person shares and no more', async () => {
      const id = await introduced();
      const [value] = await seenByEmployer();
      expect(value).toMatchObject({
        introductionId: id,
        company: 'Konepaja Virta Oy',
        vacancy: 'Levyseppähitsaaja',
      });
      expect(value!.name).toBeUndefined();
      expect(value!.alias).toMatch(/^[2-9A-Z]{4}$/);
      await giveShare(app, load, aino, 2, { under: first, fields: ['name'] });
      expect((await seenByEmployer())[0]!.name).toBe('Aino Esimerkki');
    });

    it('asks to an interview and then hires; the hire is one outcome, told by the employer', async () => {
      const id = await introduced();
      app.clock.moveTo('2026-11-23T10:00:00Z');
      unwrap(await answer(id, { answer: 'interview', interviewOn: '2026-11-26', note: 'Tervetuloa' }));
      expect((await ofAino())[0]).toMatchObject({
        state: 'interview',
        interviewOn: '2026-11-26',
        answerNote: 'Tervetuloa',
      });
      app.clock.moveTo('2026-11-30T10:00:00Z');
      expect((await seenByEmployer())[0]).toMatchObject({ interviewAhead: false, turn: { workingDays: 2 } });
      unwrap(await answer(id, { answer: 'hired', hiredOn: '2026-11-30' }));
      expect(await codeOf(answer(id, { answer: 'hired', hiredOn: '2026-11-30' }))).toBe('answered-already');
      const outcomes = await looking((db) => db.selectFrom('clients.outcome').selectAll().execute());
      expect(outcomes).toMatchObject([
        {
          client_id: aino,
          kind: 'employed',
          happened_on: '2026-11-30',
          source: 'employer',
          company_id: load.companyId,
          vacancy_id: need,
          introduction_id: id,
        },
      ]);
      const told = (await notices()).map(({ accountId, kind: told }) => [accountId, told]);
      expect(told).toContainEqual([load.person.accountId, 'introduction-hired']);
      expect(told).toContainEqual([load.business.accountId, 'clients-introduction-hired']);
      expect(told).toContainEqual([load.maija.accountId, 'clients-introduction-hired']);
    });

    it('gives a reason when it does not choose; "other" needs its own words', async () => {
      const id = await introduced();
      expect(await codeOf(answer(id, { answer: 'not-chosen' }))).toBe('invalid-input');
      expect(await codeOf(answer(id, { answer: 'not-chosen', reason: 'other' }))).toBe('note-needed');
      unwrap(await answer(id, { answer: 'not-chosen', reason: 'licence-missing' }));
      expect((await ofAino())[0]).toMatchObject({
        state: 'not-chosen',
        reason: 'licence-missing',
        turn: { holder: 'nobody' },
      });
      expect(await codeOf(answer(id, { answer: 'interview', interviewOn: '2026-11-26' }))).toBe(
        'answered-already',
      );
    });

    it('answers for possible days, and only for its own company', async () => {
      const id = await introduced();
      for (const day of ['2026-11-19', '2062-11-30'])
        expect(await codeOf(answer(id, { answer: 'hired', hiredOn: day }))).toBe('day-not-possible');
      expect(await codeOf(answer(id, { answer: 'hired', hiredOn: '2026-11-31' }))).toBe('invalid-input');
      const stranger = { ...load.employer, companyId: newId() };
      expect(await codeOf(answer(id, { answer: 'hired', hiredOn: '2026-11-30' }, stranger))).toBe(
        'no-relation',
      );
      expect(await codeOf(answer(id, { answer: 'hired', hiredOn: '2026-11-30' }, load.business))).toBe(
        'role-may-not',
      );
      // what never was is told in the same way
      expect(await codeOf(answer(newId(), { answer: 'hired', hiredOn: '2026-11-30' }))).toBe('no-relation');
      const opens = (introductionId: string, by: typeof load.employer) =>
        codeOf(runUseCase(app, by, introductions.openIntroduction, { introductionId }));
      expect(await opens(id, stranger)).toBe(await opens(newId(), stranger));
    });
  });

  it('a silent employer is reminded on working days 2 and 5; on 6 it is the duty of the responsible adviser', async () => {
    await introduced();
    const reminded = async () =>
      (await notices()).filter(({ kind: told }) => told === 'introduction-reminder');
    const days: [string, number, number][] = [
      ['2026-11-23', 0, 0],
      ['2026-11-24', 1, 0],
      ['2026-11-26', 1, 0],
      ['2026-11-27', 2, 0],
      ['2026-11-29', 2, 0],
      ['2026-11-30', 2, 1],
      ['2026-12-03', 2, 1],
    ];
    for (const [day, sent, open] of days) {
      app.clock.moveTo(`${day}T08:00:00Z`);
      await remind();
      await remind();
      expect([day, (await reminded()).length, (await tasks()).length]).toEqual([day, sent, open]);
    }
    expect((await reminded()).map(({ accountId, params }) => [accountId, params.workingDays])).toEqual([
      [load.employer.accountId, 2],
      [load.employer.accountId, 5],
    ]);
    expect((await tasks())[0]).toMatchObject({ client_id: aino, due_on: '2026-11-30', done_on: null });
    expect((await ofAino())[0]!.turn).toMatchObject({ holder: 'adviser', workingDays: 9 });
    unwrap(
      await answer((await seenByEmployer())[0]!.introductionId, {
        answer: 'not-chosen',
        reason: 'need-ended',
      }),
    );
    expect((await tasks())[0]!.done_on).toBe('2026-12-03');
  });

  it('reminders missed while the service was down are sent once, as the latest of them', async () => {
    await introduced();
    app.clock.moveTo('2026-11-30T08:00:00Z');
    await remind();
    expect((await notices()).filter(({ kind: told }) => told === 'introduction-reminder')).toEqual([]);
    expect(await tasks()).toHaveLength(1);
  });

  it('withdrawal makes it vanish for the employer at once, tries are in the log, background work ends it', async () => {
    const id = await introduced();
    await withdrawShare(app, second);
    expect(await seenByEmployer()).toEqual([]);
    const open = runUseCase(app, load.employer, introductions.openIntroduction, { introductionId: id });
    expect(await codeOf(open)).toBe('no-consent');
    expect(await codeOf(answer(id, { answer: 'hired', hiredOn: '2026-11-30' }))).toBe('no-consent');
    const tries = await looking((db) =>
      db.selectFrom('audit.entry').selectAll().where('outcome', '=', 'denied').execute(),
    );
    const pending = await looking((db) => db.selectFrom('audit.pending').selectAll().execute());
    expect(JSON.stringify([...tries, ...pending])).toContain('introductions.open');
    const subjects = [...tries, ...pending]
      .map((entry) => JSON.stringify(entry))
      .filter((entry) => /denied/.test(entry));
    expect(subjects).toHaveLength(2);
    for (const entry of subjects) expect(entry).toContain(aino);

    expect((await ofAino())[0]!.state).toBe('waiting');
    unwrap(await runUseCase(app, systemViewer, introductions.endExpired, {}));
    expect((await ofAino())[0]).toMatchObject({ state: 'withdrawn', reason: 'consent-withdrawn' });
    const again = await giveShare(app, load, aino, 2, { under: first });
    expect(again).toBeTruthy();
    expect((await seenByEmployer())[0]!.actions).toEqual({
      interview: false,
      hire: false,
      decline: false,
      withdraw: false,
      undoHire: false,
    });
  });

  it('the person steps back, once, and whoever introduced is told', async () => {
    const id = await introduced();
    app.clock.moveTo('2026-11-30T08:00:00Z');
    await remind();
    const cancel = (viewer: Viewer) => runUseCase(app, viewer, introductions.cancel, { introductionId: id });
    expect(await codeOf(cancel(load.business))).toBe('role-may-not');
    expect(await codeOf(cancel({ ...load.person, clientId: load.clientIds[1] }))).toBe('not-found');
    unwrap(await cancel(load.person));
    expect(await codeOf(cancel(load.person))).toBe('answered-already');
    expect((await ofAino())[0]).toMatchObject({ state: 'withdrawn', reason: 'client-withdrew' });
    expect((await tasks())[0]!.done_on).toBe('2026-11-30');
    expect((await notices()).at(-1)).toMatchObject({
      accountId: load.business.accountId,
      kind: 'introduction-cancelled',
    });
  });

  it('lists are for those whom they concern', async () => {
    const id = await introduced();
    const ofOrganisation = async (viewer: Viewer) =>
      unwrap(await runUseCase(app, viewer, introductions.ofOrganisation, {})).rows.map(
        (each) => each.introductionId,
      );
    expect(await ofOrganisation(load.business)).toEqual([id]);
    expect(await ofOrganisation(load.maija)).toEqual([id]);
    expect(await ofOrganisation(load.olli)).toEqual([]);
    const ofClient = (viewer: Viewer) => runUseCase(app, viewer, introductions.ofClient, { clientId: aino });
    expect((await ofClient(load.maija)).ok).toBe(true);
    expect(await codeOf(ofClient(load.olli))).toBe('no-relation');
    expect(await codeOf(ofClient(load.employer))).toBe('role-may-not');
  });
});
