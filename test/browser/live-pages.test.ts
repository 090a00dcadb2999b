import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import { visit } from './pages.ts';

/** `npm run dev` is used all day and by nothing else in the tests: its pages must come, wake and complain of nothing. */
let browser: Browser;
let server: ChildProcess;
let url: string;
const folder = mkdtempSync(join(tmpdir(), 'polku-live-'));

beforeAll(async () => {
  browser = await openBrowser();
  server = spawn(process.execPath, ['scripts/run.js', 'scripts/dev.ts'], {
    env: { ...process.env, NODE_ENV: 'development', PORT: '0', POLKU_DATA: folder, POLKU_EMPTY: 'yes' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let told = '';
  url = await new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      told += chunk.toString();
      const found = /Polku answers at (\S+)/.exec(told);
      if (found) resolve(found[1]!);
    };
    server.stdout!.on('data', read);
    server.stderr!.on('data', read);
    server.once('exit', () => reject(new Error(told)));
  });
});

afterAll(async () => {
  await browser?.close();
  if (server.exitCode === null) {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

test('pages come straight from their sources, wake, and break no security rule', async () => {
  const { page, wrong, go } = await visit(browser, { url });
  const answer = await go('/');
  expect(answer?.status()).toBe(200);
  expect(answer?.headers()['content-security-policy']).toContain("script-src 'self' 'nonce-");
  const fetched = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  );
  expect(fetched).toContain('/src/root.tsx');
  expect(fetched.filter((path) => path.startsWith('/assets/'))).toEqual([]);
  expect(await page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
});
