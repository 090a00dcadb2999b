import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { unwrap } from '#kernel/result.ts';
import { publicViewer, systemViewer, type Viewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { allFields, settleWelders, type Welders } from '#test/fixtures/welders.ts';
import { runUseCase } from '#use-case';
import { vacancies } from '#vacancies';
import { matching } from './index.ts';
import { matcherFor } from './matcher.ts';

const count = 8;

describe.each(databaseKinds)('matching on the %s database', (kind) => {
  let app: TestApp;
  let load: Welders['load'];
  let welder: string;
  let consentIds: string[];
  let job: string;
  let consent: Welders['consent'];
  let withdraw: Welders['withdraw'];

  beforeAll(async () => {
    app = await openTestApp(kind);
    ({ load, welder, consentIds, job, consent, withdraw } = await settleWelders(app, count));
  });
  afterAll(() => app.close());

  const listed = async (viewer: Viewer = load.business) =>
    unwrap(await runUseCase(app, viewer, matching.bestForVacancy, { vacancyId: job }));
  const jobsOf = async (clientId: string, viewer: Viewer) =>
    unwrap(await runUseCase(app, viewer, matching.bestForPerson, { clientId }));
  const counted = async (text = 'hitsaaja') =>
    unwrap(await runUseCase(app, load.business, matching.countForNeed, { text, companyId: load.companyId }));

  it('lists the consented with their reasons, and nobody else', async () => {
    const { people, counts } = await listed();
    expect(people.map(({ clientId }) => clientId)).toEqual([...load.clientIds.slice(0, 6)].sort());
    expect(people[0]!.match.standing).toBe('fits');
    expect(people[0]!.match.fits[0]).toMatchObject({ kind: 'occupation', nearness: 'same', years: 3 });
    expect(people[0]!.name).toMatch(/^Nimi/);
    expect(people[0]!.actions).toEqual({ introduce: false, askConsent: true });
    expect(counts).toEqual({ fitting: 6, oneMissing: 0 });
  });

  it('leaves the list in the log as read', async () => {
    await listed();
    const rows = await app.database.pool.query(
      `select subjects from audit.entry where action = 'matching.best-for-vacancy' order by at desc, id desc limit 1`,
    );
    expect([...rows.rows[0].subjects].sort()).toEqual([...load.clientIds.slice(0, 6)].sort());
  });

  it('counts while the need is being written: the numbers of the list that opens, 0 too', async () => {
    expect((await counted()).counts).toEqual({ fitting: 6, oneMissing: 0 });
    expect((await counted()).reading.occupation?.uri).toBe(welder);
    expect((await counted('xyzzyä')).counts).toBeUndefined();
  });

  it('forgets a withdrawn person at the very next read, in lists and counts', async () => {
    await withdraw(consentIds[0]!);
    expect((await listed()).people.map(({ clientId }) => clientId)).not.toContain(load.clientIds[0]);
    expect((await counted()).counts?.fitting).toBe(5);
    await withdraw(consentIds[1]!);
    expect((await counted()).counts?.fitting).toBe(4);
    expect((await listed()).people).toHaveLength(4);
    consentIds[0] = await consent(load.clientIds[0]!, allFields);
    consentIds[1] = await consent(load.clientIds[1]!, allFields);
    expect((await listed()).people).toHaveLength(6);
  });

  it('does not read what was not consented', async () => {
    const id = load.clientIds[7]!;
    const consentId = await consent(id, ['skills']);
    const found = (await listed()).people.find(({ clientId }) => clientId === id)!;
    expect(found.name).toBeUndefined();
    expect(found.sign).toBeTruthy();
    expect(found.match.unknown).toContain('travel-area');
    expect(found.match.standing).toBe('short');
    expect(found.match.wished).toEqual([]);
    await withdraw(consentId);
  });

  it('lets introduce whom step 2 to the company opens', async () => {
    const second = await consent(load.clientIds[2]!, allFields, {
      under: consentIds[2]!,
      company: load.companyId,
    });
    const found = (await listed()).people.find(({ clientId }) => clientId === load.clientIds[2])!;
    expect(found.actions).toEqual({ introduce: true, askConsent: false });
    await withdraw(second);
  });

  it('gives the expert own clients, and another expert none', async () => {
    expect((await listed(load.maija)).people).toHaveLength(count);
    expect((await listed(load.maija)).counts).toBeUndefined();
    expect((await listed(load.olli)).people).toHaveLength(0);
  });

  it('is refused to employers, other people and the public', async () => {
    for (const viewer of [load.employer, load.person, publicViewer('fi')]) {
      const answer = await runUseCase(app, viewer, matching.bestForVacancy, { vacancyId: job });
      expect(answer).toMatchObject({ ok: false, error: { code: 'not-permitted' } });
    }
    const other = await runUseCase(app, load.person, matching.bestForPerson, {
      clientId: load.clientIds[1]!,
    });
    expect(other).toMatchObject({ ok: false, error: { code: 'not-permitted' } });
  });

  it('shows a person hidden jobs only while step 1 is in force', async () => {
    const id = load.clientIds[0]!;
    expect((await jobsOf(id, load.person)).jobs.map(({ vacancy }) => vacancy.id)).toEqual([job]);
    await withdraw(consentIds[0]!);
    expect((await jobsOf(id, load.person)).jobs).toEqual([]);
    expect((await jobsOf(id, load.maija)).jobs).toEqual([]);
    consentIds[0] = await consent(id, allFields);
    expect((await jobsOf(id, load.maija)).jobs).toHaveLength(1);
  });

  it('keeps the answer of the person and tells the own worker', async () => {
    const clientId = load.clientIds[0]!;
    const without = await runUseCase(app, load.person, matching.answerJob, {
      clientId,
      vacancyId: job,
      answer: 'not-for-me',
    });
    expect(without).toMatchObject({ ok: false, error: { code: 'reason-needed' } });
    unwrap(
      await runUseCase(app, load.person, matching.answerJob, {
        clientId,
        vacancyId: job,
        answer: 'interested',
      }),
    );
    expect((await jobsOf(clientId, load.person)).jobs[0]!.answer).toMatchObject({ answer: 'interested' });
    expect((await listed()).people.find((person) => person.clientId === clientId)!.answer).toMatchObject({
      answer: 'interested',
    });
    const told = await app.database.pool.query(
      `select payload from outbox.message where payload ->> 'kind' = 'job-interested'`,
    );
    expect(told.rows[0].payload.accountId).toBe(load.maija.accountId);
    const forAnother = await runUseCase(app, load.person, matching.answerJob, {
      clientId: load.clientIds[1]!,
      vacancyId: job,
      answer: 'interested',
    });
    expect(forAnother).toMatchObject({ ok: false, error: { code: 'not-permitted' } });
  });

  it('follows a changed skill, a moved need and a rolled back change', async () => {
    unwrap(await runUseCase(app, load.business, vacancies.moveVacancy, { vacancyId: job, to: 'filled' }));
    expect((await listed()).people).toEqual([]);
    unwrap(await runUseCase(app, load.business, vacancies.moveVacancy, { vacancyId: job, to: 'confirmed' }));
    expect((await listed()).people).toHaveLength(6);
    await inTransactionAs(app, systemViewer, 'upkeep', async (context) => {
      await context.db.deleteFrom('skills.travel_area').where('client_id', '=', load.clientIds[3]!).execute();
      await matcherFor(context);
      throw new Error('changed my mind');
    }).catch(() => {});
    expect((await counted()).counts?.fitting).toBe(6);
    await inTransactionAs(app, systemViewer, 'upkeep', async ({ db }) => {
      await db
        .updateTable('skills.travel_area')
        .set({ municipality_code: '564' })
        .where('client_id', '=', load.clientIds[3]!)
        .execute();
    });
    expect((await listed()).people).toHaveLength(5);
  });

  if (kind === 'server')
    it('sees commits in any order: one begun before a look and ended after it', async () => {
      const slow = await app.database.pool.connect();
      await slow.query('begin');
      await slow.query(`update skills.travel_area set municipality_code = '491' where client_id = $1`, [
        load.clientIds[3],
      ]);
      await inTransactionAs(app, systemViewer, 'upkeep', async ({ db }) => {
        await db
          .updateTable('skills.occupation')
          .set({ years: 4 })
          .where('client_id', '=', load.clientIds[4]!)
          .execute();
      });
      expect((await listed()).people).toHaveLength(5);
      await slow.query('commit');
      slow.release();
      expect((await listed()).people).toHaveLength(6);
    });
});
