import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '#test/fixtures/server.ts';
import { openBrowser } from './chromium.ts';
import { sound, visit } from './pages.ts';

describe('the page of the API', () => {
  let server: TestServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await testServer({ withJobs: false });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it.each([
    ['fi-FI', 360, 'Rajapinta toisille järjestelmille'],
    ['sv-SE', 1280, 'Gränssnitt för andra system'],
    ['en-GB', 1280, 'Interface for other systems'],
  ])('tells every operation in the frame of %s at %i pixels', async (locale, width, title) => {
    const { context, page, wrong, go } = await visit(browser, server, { width, language: locale });
    await go('/api');
    expect(await page.locator('h1').textContent()).toBe(title);
    const high = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(high, 'one finds on it').toBeLessThan(6_000);
    const response = await page.request.get(`${server.url}/api/v1/openapi.json`);
    const { paths } = (await response.json()) as {
      paths: Record<string, Record<string, { operationId: string }>>;
    };
    for (const [path, methods] of Object.entries(paths)) {
      for (const [method, { operationId }] of Object.entries(methods))
        expect(await page.locator(`#${operationId}`).textContent()).toContain(
          `${method.toUpperCase()} ${path}`,
        );
    }
    // What is folded is found by the contents, and stands open then.
    const [link] = await page.locator('.contents ul ul a').all();
    const id = (await link!.getAttribute('href'))!.slice(1);
    expect(await page.locator(`#${id}`).isVisible()).toBe(false);
    await link!.click();
    expect(await page.locator(`#${id}`).isVisible()).toBe(true);
    // Everything opened on a phone; closed elsewhere, as the page is found (axe takes long over sixty tables).
    await page.evaluate((all) => {
      if (!all) return;
      for (const element of document.querySelectorAll('details')) element.open = true;
    }, width === 360);
    await sound(page, `api-${locale}`);
    expect(wrong).toEqual([]);
    await context.close();
  });

  it('is linked from the foot of every page, and from a problem to its words', async () => {
    const { context, page } = await visit(browser, server, {
      language: 'en-GB',
      javaScriptEnabled: false,
    });
    await page.goto(`${server.url}/accessibility`);
    await page.locator('footer a[href="/api"]').click();
    expect(new URL(page.url()).pathname).toBe('/api');
    const refused = await page.request.get(`${server.url}/api/v1/introductions`);
    const { type } = (await refused.json()) as { type: string };
    await page.goto(server.url + type);
    expect(await page.locator(new URL(page.url()).hash).textContent()).toBe('sign-in-needed');
    await context.close();
  });
});
