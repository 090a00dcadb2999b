import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { BrowserJar } from '#test/fixtures/browser-jar.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'polku-process-'));
const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Process {
  child: ChildProcess;
  said: () => string;
  ended: Promise<number | null>;
}

function run(script: string, environment: Record<string, string> = {}): Process {
  const child = spawn(process.execPath, ['scripts/run.js', `scripts/${script}.ts`], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      TMPDIR: tmpdir(),
      POLKU_DATA: folder,
      POLKU_LOG: 'error',
      POLKU_EMPTY: 'yes',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let words = '';
  child.stdout!.on('data', (chunk: Buffer) => (words += chunk.toString()));
  child.stderr!.on('data', (chunk: Buffer) => (words += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, said: () => words, ended };
}

async function started(process: Process): Promise<string> {
  for (let i = 0; i < 900; i++) {
    const address = /Polku answers at (http:\/\/\S+)/.exec(process.said())?.[1];
    if (address) return address;
    if (process.child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`It did not start: ${process.said()}`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('the process', () => {
  it('starts, is killed at once, starts again quickly, and its log is whole; stops gracefully', async () => {
    const port = String(await freePort());
    const first = run('start', { PORT: port });
    const address = await started(first);
    expect((await fetch(`${address}/ready`)).status).toBe(200);
    // Failed sign-ins are entries of the log: written before their answer leaves.
    let acknowledged = 0;
    const write = async () => {
      for (;;) {
        const { response } = await new BrowserJar(address).open('/sign-in/return?code=x');
        if (response.status === 400) acknowledged++;
      }
    };
    const writing = Promise.allSettled([write(), write(), write()]);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    first.child.kill('SIGKILL');
    await Promise.all([first.ended, writing]);
    expect(acknowledged).toBeGreaterThan(5);

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
  }, 240_000);

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
  }, 60_000);
});
