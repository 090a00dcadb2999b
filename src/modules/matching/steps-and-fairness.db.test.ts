import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { introductions } from '#introductions';
import { unwrap } from '#kernel/result.ts';
import { publicViewer, systemViewer, type Viewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { type Caseload, settleCaseload } from '#test/fixtures/caseload.ts';
import { addNeed, giveShare, withdrawShare } from '#test/fixtures/sharing.ts';
import { runUseCase } from '#use-case';
import { ensureVocabulary, search, vocabularyIndex } from '#vocabulary';
import { matching } from './index.ts';

const people = 14;
const fields = ['name', 'skills', 'languages', 'licences', 'wishes', 'travel-area'];

/**
 * Fourteen welders share with business services; all go to Mikkeli (491), nobody to Juva (178). Six speak Finnish on level
 * A2, the others on B2. Nobody has a hot work card.
 */
describe.each(databaseKinds)('steps, fairness and tables on the %s database', (kind) => {
  let app: TestApp;
  let load: Caseload;
  let welder: string;
  let aino: string;
  let shares: string[];
  const needs: Record<string, string> = {};

  beforeAll(async () => {
    app = await openTestApp(kind, '2026-11-26');
    load = await settleCaseload(
      app,
      Array.from({ length: people }, (_, at) => ({ given: `Nimi${at}`, family: 'Koe' })),
    );
    aino = load.clientIds[0]!;
    await inTransactionAs(app, systemViewer, 'upkeep', async (context) => {
      await ensureVocabulary(context);
      welder = search(await vocabularyIndex(context), 'hitsaaja', {
        kinds: ['occupation'],
        language: 'fi',
      })[0]!.uri;
      for (const [at, id] of load.clientIds.entries()) {
        const { db } = context;
        await db.insertInto('skills.mapping').values({ client_id: id, started_on: '2026-10-01' }).execute();
        await db
          .insertInto('skills.occupation')
          .values({ client_id: id, concept_uri: welder, years: 3 })
          .execute();
        await db
          .insertInto('skills.language')
          .values({ client_id: id, language: 'fi', cefr: at < 6 ? 'A2' : 'B2', native: false })
          .execute();
        await db
          .insertInto('skills.travel_area')
          .values({ client_id: id, municipality_code: '491' })
          .execute();
      }
    });
    shares = [];
    for (const id of load.clientIds) shares.push(await giveShare(app, load, id, 1, { fields }));
    needs.plain = await need({});
    needs.second = await need({});
    needs.third = await need({});
    needs.fourth = await need({});
    needs.finnish = await need({ cefr: 'B2' });
    needs.card = await need({ licence: 'hot-work-card' });
    needs.juva = await need({ place: '178' });
    needs.juva2 = await need({ place: '178', places: 3 });
  });
  afterAll(() => app.close());

  async function need(own: { cefr?: string; licence?: string; place?: string; places?: number }) {
    const id = await addNeed(app, load);
    await inTransactionAs(app, systemViewer, 'upkeep', async ({ db }) => {
      await db
        .updateTable('vacancies.vacancy')
        .set({ occupation_uri: welder, municipality_code: own.place ?? '491', places: own.places ?? 1 })
        .where('id', '=', id)
        .execute();
      if (own.cefr)
        await db
          .insertInto('vacancies.required_language')
          .values({ vacancy_id: id, language: 'fi', cefr: own.cefr })
          .execute();
      if (own.licence)
        await db
          .insertInto('vacancies.required_licence')
          .values({ vacancy_id: id, code: own.licence })
          .execute();
    });
    return id;
  }
  const jobs = async (viewer: Viewer = load.person, changes: string[] = []) =>
    unwrap(await runUseCase(app, viewer, matching.bestForPerson, { clientId: aino, changes }));
  const listed = async (vacancyId: string, changes: string[] = []) =>
    unwrap(await runUseCase(app, load.business, matching.bestForVacancy, { vacancyId, changes }));
  const pair = (viewer: Viewer, vacancyId: string, changes: string[] = [], clientId = aino) =>
    runUseCase(app, viewer, matching.explain, { clientId, vacancyId, changes });
  const table = async (viewer: Viewer, input: object = {}) =>
    unwrap(await runUseCase(app, viewer, matching.supplyAndDemand, input));
  const inRole = (role: Viewer['role']): Viewer => ({ ...load.business, role, organisationId: undefined });

  describe('steps', () => {
    it('of a person are counted from the own jobs, and tried in one call', async () => {
      const found = await jobs();
      expect(found.steps.map(({ key, fitting }) => `${key} ${fitting}`)).toEqual([
        'person.place.178 2',
        'person.language.fi.B2 1',
        'person.licence.hot-work-card 1',
      ]);
      expect(found.steps[0]).toMatchObject({ side: 'person', kind: 'place', name: 'Juva' });
      expect(found.whatIf).toBeUndefined();
      const { whatIf } = await jobs(load.maija, [
        'person.place.178',
        'person.licence.hot-work-card',
        'need.time.remote',
        'nonsense',
      ]);
      expect(whatIf).toMatchObject({ before: { fitting: 4 }, after: { fitting: 7 } });
      expect(whatIf!.changes.map(({ key }) => key)).toEqual([
        'person.place.178',
        'person.licence.hot-work-card',
      ]);
    });

    it('of a person do not count hidden jobs without a consent', async () => {
      await withdrawShare(app, shares[0]!);
      expect((await jobs()).steps).toEqual([]);
      shares[0] = await giveShare(app, load, aino, 1, { fields });
      expect((await jobs()).steps).toHaveLength(3);
    });

    it('of a need tell how many more would fit', async () => {
      const { easing } = await listed(needs.finnish!);
      expect(easing!.steps).toEqual([
        expect.objectContaining({
          key: 'need.language.fi.A2',
          before: 8,
          after: 14,
          gain: 6,
        }),
      ]);
      expect(easing!.choices.map(({ key }) => key)).toContain('need.time.remote');
      const tried = await listed(needs.finnish!, ['need.language.fi.', 'person.place.178']);
      expect(tried.easing!.whatIf).toMatchObject({ gain: 6 });
      expect(tried.easing!.whatIf!.changes).toHaveLength(1);
    });

    it('of a need tell a small difference to the one who may open the people', async () => {
      await withdrawShare(app, shares[1]!);
      await withdrawShare(app, shares[2]!);
      const { easing } = await listed(needs.finnish!, ['need.language.fi.A2']);
      expect(easing!.steps).toMatchObject([{ gain: 4 }]);
      expect(easing!.whatIf).toMatchObject({ before: 8, after: 12, gain: 4 });
      for (const at of [1, 2]) shares[at] = await giveShare(app, load, load.clientIds[at]!, 1, { fields });
    });

    it('stand under the count of a need that is being written, when asked for', async () => {
      const asked = { text: 'hitsaaja', companyId: load.companyId };
      const count = async (more: object) =>
        unwrap(await runUseCase(app, load.business, matching.countForNeed, { ...asked, ...more }));
      expect((await count({})).easing).toBeUndefined();
      expect((await count({ easing: true })).easing).toMatchObject({ choices: expect.any(Array) });
    });
  });

  describe('one pair', () => {
    it('is tried from both sides by the person and the own worker, with the own jobs counted', async () => {
      for (const viewer of [load.person, load.maija]) {
        const { match, choices, whatIf } = unwrap(
          await pair(viewer, needs.card!, ['person.licence.hot-work-card']),
        );
        expect(match.standing).toBe('short');
        expect(choices.map(({ key }) => key)).toEqual([
          'person.licence.hot-work-card',
          'need.licence.hot-work-card',
        ]);
        expect(whatIf!.match.standing).toBe('fits');
        expect(whatIf!.jobs).toMatchObject({ before: { fitting: 4 }, after: { fitting: 5 } });
        expect(whatIf!.people).toBeUndefined();
      }
    });

    it('is tried by business services with people counted, and without the person’s other jobs', async () => {
      const { whatIf } = unwrap(await pair(load.business, needs.card!, ['need.licence.hot-work-card']));
      expect(whatIf!.match.standing).toBe('fits');
      expect(whatIf!.jobs).toBeUndefined();
      expect(whatIf!.people).toMatchObject({
        before: 0,
        after: 14,
      });
    });

    it('is closed to an employer without step 2, and tells nothing of others with it', async () => {
      expect(await pair(load.employer, needs.card!)).toMatchObject({ error: { code: 'not-permitted' } });
      const second = await giveShare(app, load, aino, 2, {
        under: shares[0]!,
        fields: ['skills', 'licences'],
      });
      const { whatIf, match, person } = unwrap(
        await pair(load.employer, needs.card!, ['need.licence.hot-work-card']),
      );
      expect([whatIf!.jobs, whatIf!.people, match.terms, person]).toEqual([
        undefined,
        undefined,
        [],
        undefined,
      ]);
      await withdrawShare(app, second);
      expect(await pair(load.olli, needs.card!)).toMatchObject({ error: { code: 'not-permitted' } });
    });
  });

  describe('fairness', () => {
    const approach = (vacancyId: string, clientIds: readonly string[]) =>
      inTransactionAs(app, systemViewer, 'upkeep', async ({ db, now }) => {
        for (const id of clientIds)
          await db
            .insertInto('matching.person_answer')
            .values({
              client_id: id,
              vacancy_id: vacancyId,
              answer: 'interested',
              answered_at: now.toISOString(),
            })
            .execute();
      });
    const places = async () => (await jobs()).jobs.map(({ vacancy }) => vacancy.id);
    const termsOf = async (id: string) =>
      (await jobs()).jobs.find(({ vacancy }) => vacancy.id === id)!.match.terms;

    it('moves a job that many have come to under the others, with the reason on it and the points as they were', async () => {
      const [first] = await places();
      const before = (await jobs()).jobs.find(({ vacancy }) => vacancy.id === first)!.match;
      await approach(first!, load.clientIds.slice(1, 5));
      expect((await places())[0]).toBe(first);
      await approach(first!, load.clientIds.slice(5, 8));
      expect(await termsOf(first!)).toEqual([{ kind: 'congestion', points: 6 }]);
      expect((await places())[0]).not.toBe(first);
      expect((await jobs()).jobs.find(({ vacancy }) => vacancy.id === first)!.match.points).toBe(
        before.points,
      );
    });

    it('does not count the person’s own interest', async () => {
      const [first] = await places();
      await approach(first!, [aino, ...load.clientIds.slice(1, 5)]);
      expect(await termsOf(first!)).toEqual([]);
    });

    it('is nothing by the weights of an earlier day', async () => {
      app.clock.moveTo('2026-11-24');
      const { jobs: all } = await jobs();
      expect(all.every(({ match }) => match.terms.length === 0 && match.weightsVersion === 1)).toBe(true);
      app.clock.moveTo('2026-11-26');
      expect((await jobs()).jobs[0]!.match.weightsVersion).toBe(2);
    });
  });

  describe('what an introduction was based on', () => {
    let introductionId: string;

    it('is kept, and counted again to the same bytes when everything has changed', async () => {
      const other = load.clientIds[9]!;
      await giveShare(app, load, other, 2, { under: shares[9]!, fields: ['skills'] });
      ({ introductionId } = unwrap(
        await runUseCase(app, load.business, introductions.introduce, {
          clientId: other,
          vacancyId: needs.plain!,
        }),
      ));
      await inTransactionAs(app, systemViewer, 'upkeep', ({ db }) =>
        db.updateTable('skills.occupation').set({ years: 9 }).where('client_id', '=', other).execute(),
      );
      const { results } = unwrap(
        await runUseCase(app, load.maija, matching.storedResults, { clientId: other }),
      );
      expect(results).toHaveLength(1);
      expect(results[0]).toMatchObject({ introductionId, weightsVersion: 2, same: true });
      expect(results[0]!.match.fits[0]).toMatchObject({ kind: 'occupation', years: 3 });
    });

    it('is seen by the person and the own worker alone', async () => {
      const of = { clientId: load.clientIds[9]! };
      for (const viewer of [load.business, load.employer, load.olli, load.person, publicViewer('fi')])
        expect(await runUseCase(app, viewer, matching.storedResults, of)).toMatchObject({
          ok: false,
          error: { code: 'not-permitted' },
        });
      await inTransactionAs(app, load.business, 'recruitment', async ({ db }) => {
        expect(await db.selectFrom('matching.kept_result').selectAll().execute()).toEqual([]);
      });
    });

    it('is told to differ when somebody has touched it', async () => {
      const before = await app.database.pool.query('select inputs, result from matching.kept_result');
      await app.database.pool.query(
        `update matching.kept_result set inputs = replace(inputs, '"years":3', '"years":4')`,
      );
      const { results } = unwrap(
        await runUseCase(app, load.maija, matching.storedResults, { clientId: load.clientIds[9]! }),
      );
      expect(before.rows[0].inputs).toContain('"years":3');
      expect(results[0]!.same).toBe(false);
    });

    it('makes the employer silent after the dated limit, and moves its jobs', async () => {
      expect((await jobs()).jobs[0]!.match.terms).toEqual([]);
      app.clock.moveTo('2026-12-04T10:00:00Z');
      const { jobs: all } = await jobs();
      expect(all[0]!.match.terms).toContainEqual({ kind: 'silence', points: 6 });
      app.clock.moveTo('2026-11-26');
    });
  });

  describe('supply and demand', () => {
    const numbers = (cells: Record<string, { kind: string; value?: number }>) =>
      Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, cell.value ?? cell.kind]));

    it('by occupation group: people, those who fit, needs, places, needs that nobody fits', async () => {
      const { rows, total, day } = await table(load.business);
      expect(rows.map(({ code }) => code)).toEqual(['7']);
      expect(rows[0]!.name).toMatch(/työntekijät|Rakennus/);
      expect(numbers(rows[0]!.cells)).toEqual({
        available: 14,
        fitting: 14,
        needs: 8,
        hidden: 8,
        places: 10,
        without: 3,
      });
      expect(numbers(total)).toEqual(numbers(rows[0]!.cells));
      expect(day).toBe('2026-11-26');
      const opened = await table(load.business, { group: '72', digits: 4 });
      expect(opened.rows.map(({ code }) => code)).toEqual(['7212']);
      expect(opened.group).toMatchObject({ code: '72' });
      expect(opened.licences).toEqual([
        expect.objectContaining({
          people: { kind: 'number', value: 14 },
          needs: { kind: 'number', value: 1 },
        }),
      ]);
    });

    it('in a place: those who travel there', async () => {
      const juva = await table(load.business, { municipalityCode: '178' });
      expect(numbers(juva.rows[0]!.cells)).toMatchObject({
        available: 0,
        fitting: 0,
        needs: 2,
        places: 4,
        without: 2,
      });
    });

    it('is nothing before the first release for those who may not open the people', async () => {
      const board = await table(inRole('board'));
      expect([board.from, board.rows]).toEqual(['nothing', []]);
    });

    it('is released for them, with needs hidden too from those who may not read hidden jobs', async () => {
      await inTransactionAs(app, systemViewer, 'upkeep', ({ db }) =>
        db
          .updateTable('networks.organisation')
          .set({ municipality_code: '491' })
          .where('id', '=', load.offices.business)
          .execute(),
      );
      expect(unwrap(await runUseCase(app, systemViewer, matching.releaseSupply, {})).released).toBe(1);
      expect(unwrap(await runUseCase(app, systemViewer, matching.releaseSupply, {})).released).toBe(0);
      const board = await table(inRole('board'));
      expect(numbers(board.rows[0]!.cells)).toMatchObject({ available: 14, needs: 8, without: 'hidden' });
      const juva = await table(inRole('board'), { municipalityCode: '178' });
      expect(numbers(juva.rows[0]!.cells)).toMatchObject({ needs: 'hidden', places: 'hidden' });
      const mikkeli = await table(inRole('board'), { municipalityCode: '491' });
      expect(numbers(mikkeli.rows[0]!.cells)).toMatchObject({ needs: 'hidden', available: 'hidden' });
    });

    it('follows a withdrawal at the next read for those who may open the people, and stays as released for others', async () => {
      for (const share of shares.slice(0, 9)) await withdrawShare(app, share);
      const five = await table(load.business);
      expect(numbers(five.rows[0]!.cells)).toMatchObject({ available: 5 });
      await withdrawShare(app, shares[10]!);
      const four = await table(load.business);
      expect(numbers(four.rows[0]!.cells)).toMatchObject({ available: 4, fitting: 4 });
      expect(numbers(four.total)).toMatchObject({ available: 4 });
      const board = await table(inRole('board'));
      expect([board.from, board.day]).toEqual(['release', '2026-11-01']);
      expect(numbers(board.rows[0]!.cells)).toMatchObject({ available: 14 });
    });

    it('is closed to employers, people and the public', async () => {
      for (const viewer of [load.employer, load.person, publicViewer('fi')])
        expect(await runUseCase(app, viewer, matching.supplyAndDemand, {})).toMatchObject({
          ok: false,
          error: { code: 'not-permitted' },
        });
    });
  });

  it('the rule is open to everybody', async () => {
    for (const viewer of [load.person, load.employer, inRole('board'), publicViewer('fi')]) {
      const told = unwrap(await runUseCase(app, viewer, matching.rule, {}));
      expect(told.weights.version).toBe(2);
    }
  });
});
