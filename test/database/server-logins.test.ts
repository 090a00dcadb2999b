import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { sealEntries, verifyChain, writeEntry } from '#audit';
import { type Database, openDatabase } from '#db/open.ts';
import type { Tables } from '#db/tables.ts';
import { signViewer } from '#db/viewer-key.ts';
import { systemClock } from '#kernel/clock.ts';
import { newId } from '#kernel/ids.ts';
import { systemViewer, type Viewer } from '#kernel/viewer.ts';
import { readSettings } from '#server/config.ts';
import { startJobs } from '#server/jobs.ts';
import { loginNames, loginStatements } from '#server/logins.ts';
import { bringToForm, openApp } from '#server/open-app.ts';
import { refusedLogin } from '#server/start-checks.ts';
import { aloneOnServer } from '#test/fixtures/app.ts';

const server = process.env.TEST_DATABASE_URL;
const passwords = { owner: 'omistajan-salasana', app: "palvelun-'salasana", reports: 'lukijan-salasana' };

describe.skipIf(!server)('the three logins of a server (needs TEST_DATABASE_URL)', () => {
  const name = `polku_logins_${process.pid}`;
  const secret = 'asennuksen-oma-salaisuus-0123456789';
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
    await aloneOnServer(async (admin) => {
      await admin.query(`create database ${name} template template0`);
      const superuser = await openDatabase({ url: at(), connections: 1 });
      await superuser.script(loginStatements(name, passwords));
      await superuser.script(loginStatements(name, passwords));
      await superuser.close();
    });
    const owner = await openDatabase({ url: at('owner'), connections: 2 });
    await bringToForm(owner, undefined, secret);
    await owner.close();
    app = await openDatabase({ url: at('app'), connections: 4, secret });
    reports = await openDatabase({ url: at('reports'), connections: 1 });
  });
  afterAll(async () => {
    await app?.close();
    await reports?.close();
    await aloneOnServer((admin) => admin.query(`drop database if exists ${name} with (force)`));
  });

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
    const polku = { database: app, clock: systemClock };
    await inTransactionAs(polku, systemViewer, 'administration', async (context) => {
      await context.db
        .insertInto('access.account')
        .values({ id: newId(), subject: 'koe', name: 'Koe Henkilö' })
        .execute();
      await writeEntry(context, { action: 'test', subjects: [], outcome: 'permitted', write: true });
    });
    await sealEntries(polku);
    expect(await verifyChain(polku)).toMatchObject({ links: 1, findings: [] });
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

  describe('and somebody who may run any statement with the service’s login', () => {
    const expert: Viewer = { accountId: newId(), name: '', role: 'expert', language: 'fi' };
    const admin = newId();
    const role = newId();
    const secrets = ['access.session', 'clients.client', 'clients.note', 'audit.entry'];
    const forged = (of: string) => `${of}|${new Date().toISOString()}`;
    /** Inside the transaction of an ordinary page. */
    const inPage = <T>(run: (db: Kysely<Tables>) => Promise<T>) =>
      inTransactionAs({ database: app, clock: systemClock }, expert, 'employment-service', ({ db }) =>
        run(db),
      );
    const raw = <Row>(db: Kysely<Tables>, text: string) => sql.raw<Row>(text).execute(db);
    const present = 'select access.viewer_role() as role, access.viewer_account() as account';

    beforeAll(async () => {
      await inTransactionAs(
        { database: app, clock: systemClock },
        systemViewer,
        'administration',
        async (context) => {
          const { db, now } = context;
          for (const [id, subject] of [
            [expert.accountId!, 'asiantuntija'],
            [admin, 'toinen'],
          ] as const)
            await db.insertInto('access.account').values({ id, subject, name: 'Koe' }).execute();
          await db
            .insertInto('access.role_assignment')
            .values({ id: role, account_id: admin, role: 'dpo', valid_from: '2026-01-01' })
            .execute();
          await db
            .insertInto('clients.client')
            .values({
              id: newId(),
              contact_language: 'fi',
              native_language: 'fi',
              created_at: now.toISOString(),
            })
            .execute();
          await writeEntry(context, { action: 'test', subjects: [], outcome: 'permitted', write: true });
        },
      );
    });

    it('is the page’s own viewer and nobody else', async () => {
      const { rows } = await inPage((db) => raw(db, present));
      expect(rows).toEqual([{ role: 'expert', account: expert.accountId }]);
    });

    it.each([
      ['the house', forged('|system|||')],
      ['another account', forged(`${admin}|dpo|||`)],
      ['the own account in another role', forged(`${expert.accountId}|dpo|||`)],
      ['the own viewer at another instant', `${expert.accountId}|expert||||2020-01-01T00:00:00.000Z`],
    ])('cannot name itself %s by a setting', async (_who, viewer) => {
      for (const local of [true, false]) {
        await inPage(async (db) => {
          await raw(db, `select set_config('polku.viewer', '${viewer}', ${local})`);
          for (const [name, value] of [
            ['role', 'system'],
            ['account', admin],
            ['instant', '2020-01-01'],
          ])
            await raw(db, `select set_config('polku.${name}', '${value}', ${local})`);
          expect((await raw(db, present)).rows).toEqual([{ role: null, account: null }]);
          for (const table of secrets) expect((await raw(db, `select from ${table}`)).rows).toEqual([]);
        });
        await inPage(async (db) =>
          expect((await raw(db, present)).rows).toEqual([{ role: 'expert', account: expert.accountId }]),
        );
      }
    });

    it('cannot change the viewer in the middle of a statement', async () => {
      const { rows } = await inPage((db) =>
        raw(
          db,
          `select set_config('polku.viewer', '${forged('|system|||')}', true), c.id from clients.client c`,
        ),
      );
      expect(rows).toEqual([]);
    });

    it.each([
      ['28000', `select access.enter('${forged('|system|||')}', '\\x00')`],
      ['28000', `select access.enter('${forged('|system|||')}', null)`],
      ['42501', `select setval('access.viewer_seal', access.seal_of('${forged('|system|||')}'))`],
      ['42501', `select nextval('access.viewer_seal')`],
      ['42501', 'select * from access.viewer_key'],
      ['42501', "update access.viewer_key set key = sha256('')"],
      [
        '42501',
        "create or replace function access.viewer_role() returns text language sql as $$ select 'system' $$",
      ],
      ['42501', 'create temp table viewer (id int)'],
      [
        '42501',
        `insert into access.role_assignment (id, account_id, role, valid_from) values ('${newId()}', '${expert.accountId}', 'dpo', '2026-01-01')`,
      ],
      [
        '42501',
        `insert into audit.entry (id, at, account_id, role, action, purpose, subjects, outcome) values ('${newId()}', access.instant(), '${admin}', 'dpo', 'x', 'upkeep', '{}', 'permitted')`,
      ],
      [
        '42501',
        `insert into audit.entry (id, at, role, action, purpose, subjects, outcome) values ('${newId()}', access.instant(), 'system', 'x', 'upkeep', '{}', 'permitted')`,
      ],
      [
        '42501',
        `insert into audit.entry (id, at, account_id, role, action, purpose, subjects, outcome) values ('${newId()}', '2020-01-01', '${expert.accountId}', 'expert', 'x', 'upkeep', '{}', 'permitted')`,
      ],
      ['42501', `insert into audit.chain (seq, entry_id, hash) values (99, '${newId()}', '\\x00')`],
      ['42501', `insert into audit.pending (entry_id) values ('${newId()}')`],
      ['42501', `update access.role_assignment set account_id = '${expert.accountId}' where id = '${role}'`],
    ])('is refused (%s): %s', async (code, statement) => {
      await expect(inPage((db) => raw(db, statement))).rejects.toMatchObject({ code });
    });

    it('does not reach rows of others by changing or deleting them', async () => {
      await inPage(async (db) => {
        for (const statement of ['update access.session set expires_at = now()', 'delete from audit.pending'])
          expect((await raw(db, statement)).numAffectedRows).toBe(0n);
      });
    });

    it('gains nothing by a signature of another transaction', async () => {
      const signed: [string, Buffer][] = [];
      const key = await app.viewerKey();
      await inPage(async (db) => {
        const { rows } = await raw<{ mark: string }>(db, 'select access.transaction_mark() as mark');
        const said = forged('|system|||');
        signed.push([said, signViewer(key, rows[0]!.mark, said)]);
        await sql`select access.enter(${said}, ${signed[0]![1]})`.execute(db);
        expect((await raw(db, 'select access.viewer_role() as role')).rows).toEqual([{ role: 'system' }]);
        // What was true here is tried to be kept for the next transaction of this connection.
        await raw(db, `select set_config('polku.viewer', '${said}', false)`);
      });
      for (let connection = 0; connection < 4; connection++) {
        expect((await app.pool.query(present)).rows).toEqual([{ role: null, account: null }]);
        const [said, signature] = signed[0]!;
        await expect(
          inPage((db) => sql`select access.enter(${said}, ${signature})`.execute(db)),
        ).rejects.toMatchObject({ code: '28000' });
      }
    });

    it('is told at once when the process has another secret than the database', async () => {
      const other = await openDatabase({
        url: at('app'),
        connections: 1,
        secret: 'jokin-muu-salaisuus-0123456789',
      });
      await expect(
        inTransactionAs({ database: other, clock: systemClock }, systemViewer, 'upkeep', async () => true),
      ).rejects.toMatchObject({ code: '28000' });
      await other.close();
    });
  });

  it('opens as documented: the service finds the database in its form and is believed', async () => {
    const environment = {
      NODE_ENV: 'production',
      DATABASE_URL: at('app'),
      POLKU_SECRET: secret,
      PUBLIC_URL: 'https://polku.example',
      OIDC_ISSUER: 'https://tunnistus.example',
      OIDC_CLIENT_ID: 'polku',
      OIDC_CLIENT_SECRET: 'tunnistuksen-oma-salaisuus',
      POLKU_VOIKKO: 'no',
    };
    const polku = await openApp(readSettings(environment));
    await polku.database.close();
    await expect(
      openApp(readSettings({ ...environment, POLKU_SECRET: 'jokin-muu-salaisuus-joka-on-pitkä-0123' })),
    ).rejects.toThrow(/another POLKU_SECRET/);
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
    const polku = { database: app, clock: systemClock };
    const runner = await startJobs({
      app: polku,
      settings: readSettings({ POLKU_DATA: '/tmp/polku-logins-test' }),
      mail: { send: async () => {} },
      publicUrl: () => 'http://localhost',
      log: log as never,
    });
    await inTransactionAs(polku, systemViewer, 'upkeep', ({ db }) => sql`select 1`.execute(db));
    await runner.pulse();
    expect(await runner.isReady()).toBe(true);
    for (const job of ['clean-sessions', 'prune-matching-changes', 'clean-outbox', 'deliver-again'])
      await runner.runNow(job);
    await runner.stop();
    expect(faults).toEqual([]);
  });
});
