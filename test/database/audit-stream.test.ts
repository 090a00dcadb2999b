import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { sealEntries, stateOfLog, streamLinks, streamWaits, writeEntry } from '#audit';
import { newId } from '#kernel/ids.ts';
import { systemViewer } from '#kernel/viewer.ts';
import { databaseKinds, layDatabase, openTestApp } from '#test/fixtures/app.ts';
import { BrowserJar } from '#test/fixtures/browser-jar.ts';
import { freePort, killProcesses, run, started } from '#test/fixtures/process.ts';
import { openReceiver } from '#test/fixtures/syslog-receiver.ts';
import { securityCentre } from '../../src/connectors/siem/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'polku-stream-'));
afterEach(killProcesses);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const numbers = (told: readonly { fields: Record<string, unknown> }[]) =>
  told.map(({ fields }) => Number(fields.seq));
const upTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1);

describe.each(databaseKinds)('the log told outside, on the %s database', (kind) => {
  it('goes in order, waits for a receiver that is away, and names nobody', async () => {
    const app = await openTestApp(kind, '2026-11-20T10:00:00Z');
    const receiver = await openReceiver();
    try {
      const target = `syslog+tcp://localhost:${receiver.port}`;
      const tell = securityCentre(target, 'polku.example.org');
      const deliver = (links: Parameters<Parameters<typeof streamLinks>[2]>[0]) =>
        tell(links.map((link) => ({ at: link.at, grave: link.outcome === 'denied', fields: { ...link } })));
      const account = newId();
      const subject = newId();
      const write = (count: number) =>
        inTransactionAs(app, systemViewer, 'upkeep', async (context) => {
          for (let at = 0; at < count; at++)
            await writeEntry(
              { ...context, viewer: { ...systemViewer, accountId: account } },
              {
                action: 'clients.open-client',
                subjects: [subject],
                outcome: at % 3 === 0 ? 'denied' : 'permitted',
                reason: at % 3 === 0 ? 'no-relation' : undefined,
                details: { name: 'Salla Salainen' },
                write: true,
              },
            );
        });
      expect(await streamWaits(app, target)).toBe(false);
      await write(1_200);
      await sealEntries(app);
      expect(await streamWaits(app, target)).toBe(true);
      receiver.deaf = true;
      expect(await streamLinks(app, target, deliver)).toEqual({ told: 0, failure: expect.any(String) });
      expect(await streamWaits(app, target)).toBe(false); // not at once again
      app.clock.moveTo('2026-11-20T10:00:02Z');
      expect(await streamWaits(app, target)).toBe(true);
      receiver.deaf = false;
      expect((await stateOfLog(app, target)).behind).toBe(1_200);
      expect(await streamLinks(app, target, deliver)).toEqual({ told: 1_200 });
      expect(await stateOfLog(app, target)).toMatchObject({ links: 1_200, behind: 0, pending: 0 });
      expect(numbers(receiver.received)).toEqual(upTo(1_200));
      expect(receiver.received[0]).toEqual({
        header: '<108>1 2026-11-20T10:00:00.000Z polku.example.org polku - audit -',
        fields: {
          seq: 1,
          hash: expect.stringMatching(/^[0-9a-f]{64}$/),
          at: '2026-11-20T10:00:00.000Z',
          action: 'clients.open-client',
          purpose: 'upkeep',
          role: 'system',
          outcome: 'denied',
          reason: 'no-relation',
          subjects: 1,
        },
      });
      expect(receiver.received[1]!.header).toMatch(/^<110>1 /);
      for (const person of [account, subject, 'Salla', 'Salainen'])
        expect(receiver.text().includes(person)).toBe(false);
    } finally {
      receiver.close();
      await app.close();
    }
  });
});

it('a file of lines goes on after a line that a crash left unfinished', async () => {
  const file = join(folder, 'log', 'audit.jsonl');
  const tell = securityCentre(pathToFileURL(file).href, 'here');
  const event = (seq: number) => ({ at: '2026-11-20T10:00:00.000Z', grave: false, fields: { seq } });
  await tell([event(1), event(2)]);
  appendFileSync(file, '{"seq":3,"ac');
  await tell([event(3), event(4)]);
  expect(readFileSync(file, 'utf8')).toBe('{"seq":1}\n{"seq":2}\n{"seq":3,"ac\n{"seq":3}\n{"seq":4}\n');
});

const hasOpenssl = (() => {
  try {
    execFileSync('openssl', ['version']);
    return true;
  } catch {
    return false;
  }
})();

it.skipIf(!hasOpenssl)(
  'a process that is killed while it tells loses nothing; by TLS, with a certificate of our own (needs openssl)',
  async () => {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    execFileSync(
      'openssl',
      `req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout ${key} -out ${cert}`.split(
        ' ',
      ),
      { stdio: 'ignore' },
    );
    const receiver = await openReceiver({ key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') });
    const port = String(await freePort());
    const environment = {
      PORT: port,
      POLKU_DATA: join(folder, 'data'),
      POLKU_EMPTY: 'yes',
      POLKU_LOG: 'error',
      RATE_SIGN_IN: '1000000',
      POLKU_AUDIT_STREAM: `syslog+tls://localhost:${receiver.port}`,
      NODE_EXTRA_CA_CERTS: cert,
    };
    await layDatabase(environment.POLKU_DATA);
    try {
      let written = 0;
      const killed = run('start', environment);
      const address = await started(killed);
      // Failed sign-ins are entries of the log: written before their answer leaves.
      const write = async () => {
        for (;;) {
          await new BrowserJar(address).open('/sign-in/return?code=x');
          written++;
          if (receiver.received.length > 20) killed.child.kill('SIGKILL');
        }
      };
      await Promise.allSettled([write(), write(), write()]);
      await killed.ended;
      const service = run('start', environment);
      await started(service);
      const told = () => new Set(numbers(receiver.received));
      await expect.poll(() => told().size).toBeGreaterThanOrEqual(written);
      service.child.kill('SIGTERM');
      expect(await service.ended).toBe(0);
      const last = Math.max(...told());
      expect([...told()].sort((left, right) => left - right)).toEqual(upTo(last));
      expect(last).toBeGreaterThanOrEqual(written);
    } finally {
      receiver.close();
    }
  },
);
