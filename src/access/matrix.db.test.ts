import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { type Role, roles, systemViewer, type Viewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestHouse, type TestHouse } from '#test/fixtures/house.ts';
import { type DataClass, forms, matrix, rolesNotOpenYet, type Tie } from './matrix.ts';
import { withHandle } from './viewer-handle.ts';

const groups = { basics: 'B', tasks: 'L', notes: 'N', 'sensitive-notes': 'S', profile: 'K' } as const;
const byCase: readonly Tie[] = ['case', 'team', 'author'];
const opens = (role: Role, data: DataClass, act: 'reads' | 'writes') =>
  byCase.includes(forms[matrix[role][data]][act]) && !rolesNotOpenYet.includes(role);
const viewer = (role: Role, more: Partial<Viewer> = {}): Viewer => ({
  accountId: newId(),
  name: '',
  role,
  language: 'fi',
  ...more,
});

describe.each(databaseKinds)('the matrix in the %s database', (kind) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse(kind);
  });
  afterAll(() => house.close());

  it('opens to a case by role what the table says, and hidden jobs to whom it says', async () => {
    for (const role of roles) {
      const said = await withHandle(house, viewer(role), 'supervision', async ({ db }) => {
        const reads: Record<string, boolean> = {};
        const keeps: Record<string, boolean> = {};
        for (const group of Object.keys(groups)) {
          const { rows } = await sql<{ reads: boolean; keeps: boolean }>`
            select access.case_reads(${group}) as reads, access.case_keeps(${group}) as keeps`.execute(db);
          reads[group] = rows[0]!.reads;
          keeps[group] = rows[0]!.keeps;
        }
        const { rows } = await sql<{ hidden: boolean }>`select vacancies.sees_hidden() as hidden`.execute(db);
        return { role, reads, keeps, hidden: rows[0]!.hidden };
      });
      const expected = (act: 'reads' | 'writes') =>
        Object.fromEntries(Object.entries(groups).map(([group, data]) => [group, opens(role, data, act)]));
      expect(said).toEqual({
        role,
        reads: expected('reads'),
        keeps: expected('writes'),
        hidden: forms[matrix[role].H].reads === 'always',
      });
    }
  });

  it('shows the names of jobseekers’ accounts to nobody but themselves and the house', async () => {
    const [official, jobseeker, organisationId, clientId] = [newId(), newId(), newId(), newId()];
    await withHandle(house, systemViewer, 'upkeep', async ({ db }) => {
      await db
        .insertInto('networks.organisation')
        .values({ id: organisationId, kind: 'business-services', names: '{"fi":"Palvelu"}' })
        .execute();
      await db
        .insertInto('access.account')
        .values([official, jobseeker].map((id) => ({ id, subject: id, name: 'Testi Testinen' })))
        .execute();
      await db
        .insertInto('access.role_assignment')
        .values([
          {
            id: newId(),
            account_id: official,
            role: 'expert',
            organisation_id: organisationId,
            valid_from: '2026-01-01',
          },
          {
            id: newId(),
            account_id: jobseeker,
            role: 'client',
            client_id: clientId,
            valid_from: '2026-01-01',
          },
        ])
        .execute();
    });
    const seen = (who: Viewer) =>
      withHandle(house, who, 'supervision', async ({ db }) => ({
        accounts: (await db.selectFrom('access.account').select('id').execute()).map((row) => row.id).sort(),
        roles: (await db.selectFrom('access.role_assignment').select('account_id').execute())
          .map((row) => row.account_id)
          .sort(),
      }));
    for (const role of ['comms', 'business', 'controller', 'expert'] as const)
      expect(await seen(viewer(role))).toEqual({ accounts: [official], roles: [official] });
    expect(await seen(viewer('client', { accountId: jobseeker, clientId }))).toEqual({
      accounts: [jobseeker],
      roles: [jobseeker],
    });
    expect(await seen(viewer('employer'))).toEqual({ accounts: [], roles: [] });
  });
});
