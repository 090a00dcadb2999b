import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { type Role, roles, systemViewer, type Viewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { conditionOf, type Right } from './rights.ts';
import { inTransactionAs } from './viewer-context.ts';

const groups = {
  basics: 'basics',
  tasks: 'tasks',
  notes: 'notes',
  'sensitive-notes': 'sensitive-notes',
  profile: 'skills',
} as const;
const byCase: readonly unknown[] = ['case', 'team', 'author'];
const opens = (role: Role, right: Right) => byCase.includes(conditionOf(role, right));
const viewer = (role: Role, more: Partial<Viewer> = {}): Viewer => ({
  accountId: newId(),
  name: '',
  role,
  language: 'fi',
  ...more,
});

describe.each(databaseKinds)('the matrix in the %s database', (kind) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp(kind);
  });
  afterAll(() => app.close());

  it('opens to a case by role what the table says, and hidden jobs to whom it says', async () => {
    for (const role of roles) {
      const said = await inTransactionAs(app, viewer(role), 'supervision', async ({ db }) => {
        const reads: Record<string, boolean> = {};
        const writes: Record<string, boolean> = {};
        for (const group of Object.keys(groups)) {
          const { rows } = await sql<{ reads: boolean; writes: boolean }>`
            select coalesce(access.case_reads(${group}), false) as reads,
              coalesce(access.case_keeps(${group}), false) as writes`.execute(db);
          reads[group] = rows[0]!.reads;
          writes[group] = rows[0]!.writes;
        }
        const { rows } = await sql<{
          hidden: boolean;
        }>`select coalesce(vacancies.sees_hidden(), false) as hidden`.execute(db);
        return { role, reads, writes, hidden: rows[0]!.hidden };
      });
      const expected = (act: 'read' | 'write') =>
        Object.fromEntries(
          Object.entries(groups).map(([group, part]) => [group, opens(role, `person.${part}:${act}`)]),
        );
      expect(said).toEqual({
        role,
        reads: expected('read'),
        writes: expected('write'),
        hidden: conditionOf(role, 'needs:list') === 'always',
      });
    }
  });

  it('shows the names of jobseekers’ accounts to nobody but themselves and the house', async () => {
    const [official, jobseeker, organisationId, clientId] = [newId(), newId(), newId(), newId()];
    await inTransactionAs(app, systemViewer, 'upkeep', async ({ db }) => {
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
      inTransactionAs(app, who, 'supervision', async ({ db }) => ({
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
