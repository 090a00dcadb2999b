import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '#audit';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import { systemViewer } from '#kernel/viewer.ts';
import { matching } from '#matching';
import { projects } from '#projects';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import {
  attack,
  everythingReleased,
  gatherFigures,
  readersOfFigures,
  type Shown,
} from '#test/fixtures/figures-attack.ts';
import { runUseCase } from '#use-case';
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

  it('says of every project the same use and the same findings in the portfolio as on its own page', async () => {
    const viewer = { accountId: newId(), name: '', role: 'area-manager' as const, language: 'fi' as const };
    const { rows } = unwrap(await runUseCase(app, viewer, projects.portfolio, { size: 100 }));
    expect(rows.map(({ state }) => state)).toContain('running');
    for (const { projectId, name, realised, findings, behind } of rows) {
      const page = unwrap(await runUseCase(app, viewer, projects.openProject, { projectId }));
      expect([name, realised, findings]).toEqual([name, page.summary.realised, page.findings.length]);
      const planned = page.usedSoFar?.planned;
      if (behind !== undefined && planned !== undefined)
        expect([name, behind]).toEqual([name, Math.max(0, planned - (realised ?? 0))]);
    }
  });

  it('gives every open case exactly one responsible worker today', async () => {
    const { rows } = await app.database.pool.query(`
      select c.id from clients.client_case c left join clients.responsibility r on r.case_id = c.id and r.during @> date '2026-11-20'
       where c.closed_on is null group by c.id having count(r.*) <> 1`);
    expect(rows).toEqual([]);
  });

  it('shows every reader only what was released, and of every hidden count five numbers stay possible', async () => {
    unwrap(await runUseCase(app, systemViewer, matching.releaseSupply, {}));
    const released = await everythingReleased(app);
    expect([...released.keys()].map((subject) => subject.split(':')[0])).toEqual(
      expect.arrayContaining(['pilot', 'project', 'supply']),
    );
    const toldAt = ({ subject, day, key }: Shown) => {
      const release = released.get(subject)?.find((each) => each.day === day);
      const merged = key.replace(/^([a-z-]+\/[a-z_]+)\//, '$1+/');
      return release?.counts.get(key) ?? release?.counts.get(merged);
    };
    const { rows } = await app.database.pool.query(
      'select account_id, organisation_id from access.role_assignment where organisation_id is not null limit 1',
    );
    let numbers = 0;
    for (const viewer of readersOfFigures(rows[0].organisation_id, rows[0].account_id)) {
      for (const shown of await gatherFigures(app, viewer)) {
        if (shown.cell.kind !== 'number') continue;
        expect([viewer.role, shown.key, shown.day, toldAt(shown)]).toEqual([
          viewer.role,
          shown.key,
          shown.day,
          shown.cell.value,
        ]);
        numbers += 1;
      }
    }
    expect(numbers).toBeGreaterThan(50);
    const { narrow, secrets, told } = await attack(released, 5);
    expect(secrets).toBeGreaterThan(50);
    expect(told).toBeGreaterThan(30);
    expect([...narrow]).toEqual([]);
  });
});
