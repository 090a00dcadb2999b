import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { layDatabase } from '#test/fixtures/app.ts';
import { BrowserJar } from '#test/fixtures/browser-jar.ts';
import { freePort, killProcesses, run as runCommand, started } from '#test/fixtures/process.ts';

const folder = mkdtempSync(join(tmpdir(), 'polku-process-'));
const run = (script: string, environment: Readonly<Record<string, string>> = {}) =>
  runCommand(script, { POLKU_DATA: folder, POLKU_LOG: 'error', POLKU_EMPTY: 'yes', ...environment });

afterEach(killProcesses);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the process', () => {
  it('starts, is killed at once, starts again quickly, and its log is whole; stops gracefully', async () => {
    await layDatabase(folder);
    const port = String(await freePort());
    const first = run('start', { PORT: port });
    const address = await started(first);
    expect((await fetch(`${address}/ready`)).status).toBe(200);
    const page = await fetch(address);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<h1')]);
    // Failed sign-ins are entries of the log: written before their answer leaves.
    let acknowledged = 0;
    const write = async () => {
      for (;;) {
        const { response } = await new BrowserJar(address).open('/sign-in/return?code=x');
        if (response.status === 400 && ++acknowledged === 20) first.child.kill('SIGKILL');
      }
    };
    await Promise.allSettled([write(), write(), write()]);
    await first.ended;
    expect(acknowledged).toBeGreaterThanOrEqual(20);

    const second = run('start', { PORT: port });
    expect(await started(second)).toBe(address);
    expect(second.said()).not.toContain('Bringing the database');

    const taken = run('start', { PORT: String(await freePort()) });
    expect(await taken.ended).toBe(1);
    expect(taken.said()).toMatch(/database folder .* is in use by process \d+/);
    const samePort = run('start', { PORT: port, POLKU_DATA: join(folder, 'other') });
    expect(await samePort.ended).toBe(1);
    expect(samePort.said()).toContain(`Another program already answers at port ${port}`);

    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);

    const verifier = run('audit-verify');
    expect(await verifier.ended).toBe(0);
    expect(verifier.said()).toContain('The log is whole');
    const links = Number(/links checked:\s+(\d+)/.exec(verifier.said())?.[1]);
    expect(links).toBeGreaterThanOrEqual(acknowledged);
    expect(verifier.said()).toMatch(/waiting to be sealed: 0/);
  });

  it('says in sentences why it does not start in production', async () => {
    const refused = run('start', { NODE_ENV: 'production' });
    expect(await refused.ended).toBe(1);
    expect(refused.said()).toContain('Polku does not start in production');
    expect(refused.said()).toContain(
      'POLKU_ACCEPT=embedded-database,demonstration-identities,default-secrets',
    );
    expect(refused.said()).not.toContain('    at ');
    const unreadable = run('start', { PORT: 'three' });
    expect(await unreadable.ended).toBe(1);
    expect(unreadable.said()).toContain('PORT:');
  });
});
