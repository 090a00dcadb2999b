import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrowserJar } from '#test/fixtures/browser-jar.ts';
import { type Cluster, openCluster, postgresPrograms } from '#test/fixtures/cluster.ts';
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
  'an operator who follows docs/running.md (needs PostgreSQL)',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'polku-operator-'));
    let cluster: Cluster;
    let provider: Server;
    let environment: Record<string, string>;
    let address: string;

    beforeAll(async () => {
      cluster = await openCluster();
      const port = await freePort();
      address = `http://localhost:${port}`;
      const issuer = await openProvider(`${address}/sign-in/return`);
      provider = issuer.server;
      environment = {
        PATH: `${postgresPrograms}:${process.env.PATH}`,
        HOME: folder,
        PGHOST: '127.0.0.1',
        PGPORT: String(cluster.port),
        SUPERUSER_PASSWORD: cluster.password,
        POLKU_OWNER_PASSWORD: 'omistajan-salasana',
        POLKU_APP_PASSWORD: 'palvelun-salasana',
        POLKU_REPORTS_PASSWORD: 'lukijan-salasana',
        POLKU_SECRET: 'asennuksen-oma-salaisuus-0123456789',
        POLKU_DATA: join(folder, 'data'),
        PORT: String(port),
        PUBLIC_URL: address,
        OIDC_ISSUER: issuer.url,
        OIDC_CLIENT_ID: 'polku',
        OIDC_CLIENT_SECRET: 'tunnistuksen-oma-salaisuus',
        ADMIN_SUBJECT: 'hallitsija-1',
        ADMIN_NAME: 'Aino Esimerkki',
      };
    });
    afterAll(async () => {
      provider?.close();
      cluster?.remove();
      rmSync(folder, { recursive: true, force: true });
    });

    /** Runs lines in a shell that stops at the first fault, in the project's folder. */
    function lines(text: string) {
      const child = spawn(
        'bash',
        ['-euo', 'pipefail', '-c', text.replaceAll('polku.dump', join(folder, 'polku.dump'))],
        {
          cwd: root,
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
      await done('npm run db:logins');
      await done('npm run db:migrate');
      await done('npm run admin:first');
      const again = lines(box('npm run admin:first'));
      expect(await again.ended).toBe(1);
      expect(again.said()).toContain('There is an access administrator already');

      const service = lines(box('npm start'));
      await expect.poll(() => service.said()).toMatch(/Polku answers at|refuse|Error/);
      expect(service.said()).toContain(`Polku answers at ${address}`);
      try {
        await expect.poll(async () => (await fetch(`${address}/ready`)).status).toBe(200);
        expect((await new BrowserJar(address).open('/sign-in')).text).toContain('Aino Esimerkki');
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

/** An OpenID provider over HTTP, which knows one person and asks nothing. */
async function openProvider(returnTo: string): Promise<{ url: string; server: Server }> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const provider = new Provider(url, {
    clients: [
      {
        client_id: 'polku',
        client_secret: 'tunnistuksen-oma-salaisuus',
        redirect_uris: [returnTo],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    pkce: { required: () => true },
    ttl: { AccessToken: 60, IdToken: 60, Interaction: 60, Session: 60, Grant: 60 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/person/${uid}` },
    findAccount: (_context, subject) => ({ accountId: subject, claims: () => ({ sub: subject }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        accountId: oidc.session!.accountId!,
        clientId: oidc.client!.clientId,
      });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  const server = createServer((request, reply) => {
    if (!request.url?.startsWith('/person/')) return answer(request, reply);
    return provider.interactionFinished(request, reply, { login: { accountId: 'hallitsija-1' } });
  });
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve));
  return { url, server };
}
