import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '#audit';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { loadDemonstration } from './load.ts';

describe.each(databaseKinds)('the demonstration area in the %s database', (kind) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp(kind);
    await loadDemonstration(app, { seed: 2026, today: '2026-11-20' });
  });
  afterAll(() => app.close());

  it('has the people, companies and needs that were asked for', async () => {
    const { rows } = await app.database.pool.query(`select
      (select count(*) from clients.client) as people, (select count(*) from companies.company) as companies,
      (select count(*) from vacancies.vacancy) as needs, (select count(*) from vacancies.vacancy where openness = 'hidden') as hidden,
      (select count(*) from areas.member) as municipalities,
      (select count(*) from clients.personal_code where substr(code, 8, 3)::int not between 900 and 999) as real_codes`);
    expect(rows[0]).toEqual({
      people: 600,
      companies: 140,
      needs: 90,
      hidden: 25,
      municipalities: expect.any(Number),
      real_codes: 0,
    });
  });

  it('leaves a log that verifies', async () => {
    const verification = await verifyChain(app);
    expect(verification).toMatchObject({ pending: 0, findings: [] });
    expect(verification.links).toBeGreaterThan(300);
  });

  it('gives every open case exactly one responsible worker today', async () => {
    const { rows } = await app.database.pool.query(`
      select c.id from clients.client_case c left join clients.responsibility r on r.case_id = c.id and r.during @> date '2026-11-20'
       where c.closed_on is null group by c.id having count(r.*) <> 1`);
    expect(rows).toEqual([]);
  });
});
