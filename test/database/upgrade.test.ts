import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrowserJar } from '#test/fixtures/browser-jar.ts';
import { type Cluster, openCluster, postgresPrograms } from '#test/fixtures/cluster.ts';
import { freePort, killProcesses, run, started } from '#test/fixtures/process.ts';

/** The database of 0.1.0 (of 25 November 2026) with 150 invented people in it, as `pg_dump` wrote it. */
const before = join(import.meta.dirname, '../fixtures/area-of-0.1.0.sql.br');
const logins = {
  POLKU_OWNER_PASSWORD: 'omistajan-salasana',
  POLKU_APP_PASSWORD: 'palvelun-salasana',
  POLKU_REPORTS_PASSWORD: 'lukijan-salasana',
};
const owner = { name: 'polku_owner_login', password: logins.POLKU_OWNER_PASSWORD };

describe.skipIf(postgresPrograms === undefined)('a database of an earlier version (needs PostgreSQL)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'polku-upgrade-'));
  let cluster: Cluster;

  beforeAll(async () => {
    cluster = await openCluster();
    await cluster.administer('create database polku template template0');
    const made = run('create-logins', { DATABASE_URL: cluster.url('polku'), ...logins });
    expect(await made.ended, made.said()).toBe(0);
    const file = join(folder, 'before.sql');
    writeFileSync(file, brotliDecompressSync(readFileSync(before)));
    const options = ['--quiet', '--set=ON_ERROR_STOP=1', `--dbname=${cluster.url('polku', owner)}`];
    const restored = cluster.program('psql', [...options, `--file=${file}`]);
    expect(restored.code, restored.said.slice(-2_000)).toBe(0);
  });
  afterAll(() => {
    killProcesses();
    cluster?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const count = async () =>
    (
      await cluster.administer(
        `select (select count(*) from clients.client)::int as people, (select count(*) from access.account)::int as accounts,
                  (select count(*) from consents.consent)::int as consents, (select count(*) from skills.skill)::int as skills,
                  (select count(*) from projects.project)::int as projects, (select count(*) from audit.entry)::int as entries`,
        'polku',
      )
    ).rows[0] as Record<string, number>;

  it('is not served by a newer one until it is migrated; then everything is there, and pages and log are whole', async () => {
    const held = await count();
    expect(held.people).toBe(150);
    const port = String(await freePort());
    const environment = {
      NODE_ENV: 'production',
      POLKU_ACCEPT: 'demonstration-identities',
      POLKU_SECRET: 'asennuksen-oma-salaisuus-0123456789',
      POLKU_DATA: join(folder, 'data'),
      POLKU_LOG: 'error',
      PORT: port,
      PUBLIC_URL: `http://localhost:${port}`,
      DATABASE_URL: cluster.url('polku', { name: 'polku_app_login', password: logins.POLKU_APP_PASSWORD }),
    };
    const early = run('start', environment);
    expect(await early.ended).toBe(1);
    expect(early.said()).toContain('node polku.js migrate');

    const migrated = run('migrate', { ...environment, DATABASE_OWNER_URL: cluster.url('polku', owner) });
    expect(await migrated.ended, migrated.said()).toBe(0);
    expect(await count()).toEqual(held);

    const service = run('start', environment);
    const address = await started(service);
    await expect.poll(async () => (await fetch(`${address}/ready`)).status).toBe(200);
    const jar = new BrowserJar(address);
    const choice = await jar.open('/sign-in');
    const [, adviser] = /value="([^"]+)"[^>]*>\s*<b>Tuija Tyynelä/.exec(choice.text) ?? [];
    await jar.post(choice.url.pathname, { person: adviser! });
    const clients = await jar.open('/clients');
    expect(clients.response.status).toBe(200);
    const [person] = /\/clients\/[0-9a-f-]{36}/.exec(clients.text) ?? [];
    for (const page of ['/', person!, `${person}/skills`, '/bodies'])
      expect((await jar.open(page)).response.status, page).toBe(200);
    service.child.kill('SIGTERM');
    expect(await service.ended).toBe(0);

    const verified = run('audit-verify', environment);
    expect(await verified.ended, verified.said()).toBe(0);
    expect((await count()).entries).toBeGreaterThan(held.entries!);
  });
});
