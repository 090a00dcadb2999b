import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransactionAs } from '#access';
import { systemViewer } from '#kernel/viewer.ts';
import { matcherFor } from '#matching';
import { languagesWalked } from '#test/fixtures/sampled.ts';
import { type TestServer, testServer } from '../fixtures/server.ts';
import { inWords } from '../fixtures/words.ts';
import { openBrowser } from './chromium.ts';
import { sound, visit } from './pages.ts';

let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  browser = await openBrowser();
  server = await testServer({
    demonstration: true,
    at: '2026-11-20T09:00:00Z',
    environment: { POLKU_AREA_NAME: 'Mikkelin seutu' },
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe.each(languagesWalked('service', ['fi', 'sv', 'en'] as const))(
  'the state of the service in %s',
  (language) => {
    test.each([1280, 360])('is told to the access administrator, %i wide', async (width) => {
      const say = inWords(language);
      const { context, page, go } = await visit(browser, server, {
        width,
        language,
        viewer: 'Kalle Avainlahti',
      });
      await go('/service');
      await page.getByRole('heading', { level: 1, name: say('service:title') }).waitFor();
      await inTransactionAs(server.app, systemViewer, 'upkeep', matcherFor);
      await page.getByRole('link', { name: say('service:again') }).click();
      const state = page.getByText(say('service:state-of.ready'));
      await state.waitFor();
      expect(await page.getByText('Mikkelin seutu').count()).toBeGreaterThan(0);
      await sound(page, `service-${language}-${width}`);
      await context.close();
    });
  },
);

test('nobody else is told, and /ready tells no numbers of people', async () => {
  const expert = await server.sessionFor(await server.accountNamed('Tuija Tyynelä'));
  expect((await fetch(`${server.url}/service`, { headers: { cookie: expert.header } })).status).toBe(403);
  const ready = (await (await fetch(`${server.url}/ready`)).json()) as { matching: Record<string, unknown> };
  expect(ready.matching).toMatchObject({
    area: 'Mikkelin seutu',
    kernel: 'quick',
    state: 'ready',
    deaths: 0,
  });
  expect(ready.matching.memoryMb).toBeGreaterThan(1);
  expect(Object.keys(ready.matching)).not.toContain('people');
});
