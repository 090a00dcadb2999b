import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withHandle } from '#access';
import { sealEntries, verifyChain, writeEntry } from '#audit';
import { type Database, openDatabase } from '#db/open.ts';
import { systemClock } from '#kernel/clock.ts';
import { newId } from '#kernel/ids.ts';
import { systemViewer } from '#kernel/viewer.ts';
import { readSettings } from '#server/config.ts';
import { bringToForm } from '#server/house.ts';
import { startJobs } from '#server/jobs.ts';
import { loginNames, loginStatements } from '#server/logins.ts';
import { refusedLogin } from '#server/start-checks.ts';

const server = process.env.TEST_DATABASE_URL;
const passwords = { owner: 'omistajan-salasana', app: "palvelun-'salasana", reports: 'lukijan-salasana' };

describe.skipIf(!server)('the three logins of a server', () => {
  const name = `polku_logins_${process.pid}`;
  const at = (login?: keyof typeof passwords) => {
    const url = new URL(server!);
    url.pathname = `/${name}`;
    if (login) {
      url.username = loginNames[login];
      url.password = encodeURIComponent(passwords[login]);
    }
    return url.href;
  };
  let app: Database;
  let reports: Database;

  beforeAll(async () => {
    await administer(`create database ${name} template template0`);
    const superuser = await openDatabase({ url: at(), connections: 1 });
    await superuser.script(loginStatements(name, passwords));
    await superuser.script(loginStatements(name, passwords));
    await superuser.close();
    const owner = await openDatabase({ url: at('owner'), connections: 2 });
    await bringToForm(owner);
    await owner.close();
    app = await openDatabase({ url: at('app'), connections: 4 });
    reports = await openDatabase({ url: at('reports'), connections: 1 });
  });
  afterAll(async () => {
    await app?.close();
    await reports?.close();
    await administer(`drop database if exists ${name} with (force)`);
  });

  async function administer(statement: string): Promise<void> {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement);
    await client.end();
  }

  it('are accepted for the service in production; the owner and the superuser are not', async () => {
    expect(await refusedLogin(app)).toEqual([]);
    for (const [url, code] of [
      [at('owner'), 'login-owns'],
      [at(), 'login-superuser'],
    ] as const) {
      const other = await openDatabase({ url, connections: 1 });
      expect((await refusedLogin(other)).map((refusal) => refusal.code)).toContain(code);
      await other.close();
    }
  });

  it('let the service work under row-level security, log and seal', async () => {
    const house = { database: app, clock: systemClock };
    await withHandle(house, systemViewer, 'administration', async (handle) => {
      await handle.db
        .insertInto('access.account')
        .values({ id: newId(), subject: 'koe', name: 'Koe Henkilö' })
        .execute();
      await writeEntry(handle, { action: 'test', subjects: [], outcome: 'permitted', write: true });
    });
    await sealEntries(house);
    expect(await verifyChain(house, [])).toMatchObject({ links: 1, findings: [] });
  });

  it.each([
    'select from clients.client',
    'select from clients.name',
    'select from consents.consent',
    'select from access.account',
    'select from access.session',
    'select from audit.entry',
  ])('show the service no row without a viewer: %s', async (statement) => {
    expect((await app.pool.query(statement)).rowCount).toBe(0);
  });

  it.each([
    'alter table access.account disable row level security',
    'alter table access.account add column x text',
    'drop table clients.note',
    'drop policy reading on access.account',
    'create policy all_open on access.account using (true)',
    'create table clients.copy (id uuid)',
    'create schema own',
    'truncate access.session',
    "update audit.entry set role = 'x'",
    'delete from audit.chain',
    'create role friend superuser',
    `alter role ${loginNames.app} bypassrls`,
    `set role ${loginNames.owner}`,
    'set session_replication_role = replica',
    'drop trigger only_added on audit.entry',
    "select access.protect('access.account', 'x')",
  ])('do not let the service change the rules: %s', async (statement) => {
    await expect(app.pool.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('let the reader see published facts and nothing else, and change nothing', async () => {
    const { rows } = await reports.pool.query<{ schema: string; name: string; invoker: boolean }>(`
      select n.nspname as schema, c.relname as name, 'security_invoker=true' = any (c.reloptions) is true as invoker from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'v', 'm', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_%'
         and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')`);
    expect([...new Set(rows.map((row) => row.schema))].filter((schema) => schema !== 'insight')).toEqual([]);
    // Facts of single persons are read with the reader's own eyes, and this reader has none for persons.
    expect(rows.some((row) => !row.invoker)).toBe(true);
    for (const row of rows) {
      const reading = reports.pool.query(`select * from ${row.schema}.${row.name} limit 1`);
      if (row.invoker) await expect(reading).rejects.toMatchObject({ code: '42501' });
      else await reading;
    }
    for (const statement of [
      'select from access.account',
      'select from audit.entry',
      'select from clients.client',
    ])
      await expect(reports.pool.query(statement)).rejects.toMatchObject({ code: '42501' });
    await expect(reports.pool.query('create table insight.own (a int)')).rejects.toMatchObject({
      code: expect.stringMatching(/42501|25006/),
    });
    await expect(reports.pool.query('set role polku_app')).rejects.toMatchObject({ code: '42501' });
  });

  it('let background work run as the service', async () => {
    const faults: unknown[] = [];
    const log = { debug() {}, info() {}, warn() {}, error: (fault: unknown) => faults.push(fault) };
    const house = { database: app, clock: systemClock };
    const runner = await startJobs({
      house,
      settings: readSettings({ POLKU_DATA: '/tmp/polku-logins-test' }),
      mail: { send: async () => {} },
      publicUrl: () => 'http://localhost',
      log: log as never,
    });
    await withHandle(house, systemViewer, 'upkeep', ({ db }) => sql`select 1`.execute(db));
    await runner.pulse();
    expect(await runner.isReady()).toBe(true);
    for (const job of ['clean-sessions', 'prune-matching-changes', 'clean-outbox', 'deliver-again'])
      await runner.runNow(job);
    await runner.stop();
    expect(faults).toEqual([]);
  });
});
