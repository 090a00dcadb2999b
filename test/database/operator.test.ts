import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrowserJar } from '#test/fixtures/browser-jar.ts';
import { type Cluster, openCluster, postgresPrograms } from '#test/fixtures/cluster.ts';
import { clientSecret, openProvider, type TestProvider } from '#test/fixtures/identity-provider.ts';
import { type Installation, install } from '#test/fixtures/installed.ts';
import { freePort } from '#test/fixtures/process.ts';

const root = join(import.meta.dirname, '../..');

/** The boxes of `docs/running.md` that are to be run, in their order. */
const boxes = [...readFileSync(join(root, 'docs/running.md'), 'utf8').matchAll(/^```sh\n(.*?)^```$/gms)].map(
  ([, lines]) => lines!,
);
/** The box that has this in it; with the settings of the boxes before it. */
function box(part: string): string {
  const at = boxes.findIndex((lines) => lines.includes(part));
  expect(at, `docs/running.md has a box with ${part}`).toBeGreaterThanOrEqual(0);
  const settings = boxes
    .slice(0, at)
    .flatMap((lines) => lines.split('\n').filter((line) => line.startsWith('export ')));
  return [...settings, boxes[at]!].join('\n');
}

describe.skipIf(postgresPrograms === undefined)(
  'an operator who follows docs/running.md with Node alone (needs PostgreSQL)',
  () => {
    let installed: Installation;
    let cluster: Cluster;
    let provider: TestProvider;
    let environment: Record<string, string>;
    let address: string;

    beforeAll(async () => {
      installed = await install();
      cluster = await openCluster();
      const port = await freePort();
      address = `http://localhost:${port}`;
      provider = await openProvider({ polku: address, person: { subject: 'hallitsija-1', claims: {} } });
      environment = {
        PATH: `${installed.programs}:${postgresPrograms}`,
        HOME: '/nonexistent',
        PGHOST: '127.0.0.1',
        PGPORT: String(cluster.port),
        SUPERUSER_PASSWORD: cluster.password,
        POLKU_OWNER_PASSWORD: 'omistajan-salasana',
        POLKU_APP_PASSWORD: 'palvelun-salasana',
        POLKU_REPORTS_PASSWORD: 'lukijan-salasana',
        POLKU_SECRET: 'asennuksen-oma-salaisuus-0123456789',
        POLKU_DATA: installed.data,
        PORT: String(port),
        PUBLIC_URL: address,
        OIDC_ISSUER: provider.url,
        OIDC_CLIENT_ID: 'polku',
        OIDC_CLIENT_SECRET: clientSecret,
        ADMIN_SUBJECT: 'hallitsija-1',
        ADMIN_NAME: 'Aino Esimerkki',
      };
    });
    afterAll(async () => {
      provider?.close();
      cluster?.remove();
      installed?.remove();
    });

    /** Runs lines in a shell that stops at the first fault, where Polku is installed. */
    function lines(text: string) {
      const child = spawn(
        '/bin/bash',
        ['-euo', 'pipefail', '-c', text.replaceAll('polku.dump', join(installed.data, 'polku.dump'))],
        {
          ...installed.user,
          cwd: installed.folder,
          env: environment,
          stdio: ['ignore', 'pipe', 'pipe'],
          detached: true,
        },
      );
      let said = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
      const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
      return { child, ended, said: () => said };
    }
    async function done(part: string): Promise<string> {
      const { ended, said } = lines(box(part));
      expect(await ended, said()).toBe(0);
      return said();
    }

    it('brings the service up, signs in, copies, and gets the copy back', async () => {
      await done('node polku.js logins');
      await done('node polku.js migrate');
      await done('node polku.js first-administrator');
      const again = lines(box('node polku.js first-administrator'));
      expect(await again.ended).toBe(1);
      expect(again.said()).toContain('There is an access administrator already');

      const service = lines(box('polku.js start'));
      await expect.poll(() => service.said()).toMatch(/Polku answers at|refuse|Error/);
      expect(service.said()).toContain(`Polku answers at ${address}`);
      try {
        await expect.poll(async () => (await fetch(`${address}/ready`)).status).toBe(200);
        const { matching } = (await (await fetch(`${address}/ready`)).json()) as {
          matching: { kernel: string };
        };
        expect(matching.kernel).toBe('quick');
        const { text } = await new BrowserJar(address).open('/sign-in');
        expect(text).toContain('Aino Esimerkki');
        const [script] = /\/assets\/[\w.-]+\.js/.exec(text)!;
        expect((await fetch(address + script)).status).toBe(200);
        const waiting = () => cluster.administer('select from audit.pending', 'polku');
        await expect.poll(async () => (await waiting()).rowCount).toBe(0);
        await done('pg_dump');
        await new BrowserJar(address).open('/sign-in');
      } finally {
        process.kill(-service.child.pid!, 'SIGTERM');
      }
      await service.ended;
      expect(await done('# whole')).toContain('The log is whole');

      // What was signed in after the copy is missed by the anchor outside, as the page says.
      const restored = lines(box('pg_restore'));
      expect(await restored.ended, restored.said()).toBe(1);
      expect(restored.said()).toMatch(
        /links checked: +2\n[\s\S]*FOUND 1:\n +link 3: the end of the log has been cut off/,
      );
      const copied = await cluster.administer(
        'select count(*)::int as accounts from access.account',
        'polku_restored',
      );
      expect(copied.rows).toEqual([{ accounts: 1 }]);
    });
  },
);
