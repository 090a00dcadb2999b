import { withHandle } from '#access';
import type { Day } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import { systemViewer, type Viewer } from '#kernel/viewer.ts';
import type { Caseload } from '#test/fixtures/caseload.ts';
import type { TestHouse } from '#test/fixtures/house.ts';

/** A pilot of 50 people, 40 employed and 90 companies, and the viewers who steer it. */
export async function openTestPilot(house: TestHouse, load: Caseload, startsOn: Day = '2026-09-01') {
  const pilotId = newId();
  const accounts = { project: newId(), board: newId() };
  await withHandle(house, systemViewer, 'upkeep', async ({ db }) => {
    await db
      .insertInto('pilots.pilot')
      .values({
        id: pilotId,
        names: '{"fi":"Tehostettu palvelu"}',
        organisation_id: load.offices.employment,
        starts_on: startsOn,
        ends_on: '2027-08-31',
        size_target: 50,
        employed_target: 40,
        companies_target: 90,
        source: '003:107',
      })
      .execute();
    await db
      .insertInto('access.account')
      .values(Object.entries(accounts).map(([name, id]) => ({ id, subject: id, name: `Testi ${name}` })))
      .execute();
  });
  const viewer = (role: Viewer['role'], accountId: string): Viewer => ({
    accountId,
    name: '',
    role,
    organisationId: load.offices.employment,
    language: 'fi',
  });
  return { pilotId, project: viewer('project', accounts.project), board: viewer('board', accounts.board) };
}
