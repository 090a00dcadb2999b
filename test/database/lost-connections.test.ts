import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loginNames } from '#server/logins.ts';
import { BrowserJar } from '#test/fixtures/browser-jar.ts';
import {
  type Cluster,
  openCluster,
  openSmallDisk,
  postgresPrograms,
  type SmallDisk,
} from '#test/fixtures/cluster.ts';
import { freePort, killProcesses, type Process, run, started } from '#test/fixtures/process.ts';

describe.skipIf(postgresPrograms === undefined)(
  'a server whose connections are lost (needs PostgreSQL)',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'polku-lost-'));
    const passwords = {
      POLKU_OWNER_PASSWORD: 'omistajan-salasana',
      POLKU_APP_PASSWORD: 'palvelun-salasana',
      POLKU_REPORTS_PASSWORD: 'lukijan-salasana',
    };
    let cluster: Cluster;
    /** Full disks are tried where this process may make a small one. */
    let disk: SmallDisk | undefined;
    const processes: Process[] = [];
    const addresses: string[] = [];
    let environment: Record<string, string>;

    beforeAll(async () => {
      disk = openSmallDisk(400);
      cluster = await openCluster(disk && { within: disk.folder });
      await cluster.administer('create database polku template template0');
      const login = (name: string, password: string) => cluster.url('polku', { name, password });
      const logins = run('create-logins', { DATABASE_URL: cluster.url('polku'), ...passwords });
      expect(await logins.ended, logins.said()).toBe(0);
      environment = {
        DATABASE_URL: login(loginNames.app, passwords.POLKU_APP_PASSWORD),
        POLKU_DATA: folder,
        POLKU_LOG: 'fatal',
        POLKU_EMPTY: 'yes',
        POLKU_VOIKKO: 'no',
        POLKU_SECRET: 'asennuksen-oma-salaisuus-0123456789',
        RATE_PAGES: '1000000',
        RATE_SIGN_IN: '1000000',
      };
      const migration = run('migrate', {
        ...environment,
        DATABASE_OWNER_URL: login(loginNames.owner, passwords.POLKU_OWNER_PASSWORD),
      });
      expect(await migration.ended, migration.said()).toBe(0);
      for (const anchor of ['first', 'second']) {
        const port = String(await freePort());
        addresses.push(`http://localhost:${port}`);
        processes.push(
          run('start', {
            ...environment,
            NODE_ENV: 'production',
            PUBLIC_URL: 'https://polku.example',
            POLKU_ACCEPT: 'demonstration-identities',
            PORT: port,
            POLKU_AUDIT_ANCHOR: join(folder, anchor),
          }),
        );
      }
      for (const process of processes) await started(process);
    });
    afterAll(() => {
      killProcesses();
      cluster?.remove();
      disk?.remove();
      rmSync(folder, { recursive: true, force: true });
    });

    it('ends no process and loses nothing that was acknowledged', async () => {
      expect(addresses).toHaveLength(2);
      let acknowledged = 0;
      let away = 0;
      const other: string[] = [];
      let over = false;
      // A failed sign-in is an entry of the log, written before its answer leaves.
      const write = async (address: string) => {
        while (!over) {
          const { response, text } = await new BrowserJar(address).open('/sign-in/return?code=x');
          if (response.status === 400) acknowledged++;
          else if (response.status === 503) {
            away++;
            expect(text).toContain('Palvelu on hetken poissa');
          } else other.push(`${response.status} ${text.slice(0, 200)}`);
        }
      };
      const writers = addresses.flatMap((address) => [write(address), write(address), write(address)]);

      const others = 'from pg_stat_activity where pid <> pg_backend_pid() and usename is not null';
      for (const harm of ['busy', 'all', 'restart', 'crash', 'busy', 'long', 'all'] as const) {
        await delay(400);
        if (harm === 'busy')
          await cluster.administer(`select pg_terminate_backend(pid) ${others} and state <> 'idle' limit 2`);
        if (harm === 'all') await cluster.administer(`select pg_terminate_backend(pid) ${others}`);
        if (harm === 'restart') cluster.stop('fast');
        if (harm === 'crash' || harm === 'long') cluster.stop('immediate');
        if (harm === 'long') await delay(7_000);
        if (harm !== 'busy' && harm !== 'all') cluster.start();
      }
      if (disk) {
        disk.fill();
        const [answered, unanswered] = [acknowledged, away];
        await expect.poll(() => away, { interval: 50 }).toBeGreaterThan(unanswered + 10);
        for (const address of addresses)
          await expect.poll(async () => (await fetch(`${address}/ready`)).status).toBe(503);
        // What could still be written may have been; after that nothing is.
        expect(acknowledged - answered).toBeLessThan(5_000);
        disk.free();
        // PostgreSQL ends itself when it cannot write its log; whoever watches over it starts it again.
        if (!cluster.isUp()) cluster.start();
      }
      const before = acknowledged;
      await expect.poll(() => acknowledged, { interval: 50 }).toBeGreaterThan(before + 20);
      over = true;
      await Promise.all(writers);

      expect(other).toEqual([]);
      expect(away).toBeGreaterThan(0);
      for (const { child, said } of processes) expect(child.exitCode, said()).toBe(null);
      for (const address of addresses)
        await expect.poll(async () => (await fetch(`${address}/ready`)).status).toBe(200);
      const { rows } = await cluster.administer(
        "select count(*)::int as entries from audit.entry where action = 'access.sign-in'",
        'polku',
      );
      expect(rows[0].entries).toBeGreaterThanOrEqual(acknowledged);
      for (const { child, ended } of processes) {
        child.kill('SIGTERM');
        expect(await ended).toBe(0);
      }
      const verifier = run('audit-verify', { ...environment, POLKU_AUDIT_ANCHOR: join(folder, 'second') });
      expect(await verifier.ended, verifier.said()).toBe(0);
      expect(verifier.said()).toMatch(/waiting to be sealed: 0/);
    });
  },
);
