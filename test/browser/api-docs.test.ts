import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '#test/fixtures/server.ts';
import { openBrowser } from './chromium.ts';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

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
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale });
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') wrong.push(message.text());
    });
    await page.goto(`${server.url}/api`);
    await page.waitForSelector('html[data-alive]', { state: 'attached' });
    expect(await page.locator('h1').textContent()).toBe(title);
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
    // Everything opened on a phone; closed elsewhere, as the page is found (axe takes long over sixty tables).
    await page.evaluate((all) => {
      if (!all) return;
      for (const one of document.querySelectorAll('details')) one.open = true;
    }, width === 360);
    const found = await new AxeBuilder({ page }).withTags(levels).analyze();
    expect(
      found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`)),
    ).toEqual([]);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over).toBeLessThanOrEqual(0);
    expect(wrong).toEqual([]);
    await context.close();
  });

  it('is linked from the foot of every page, and from a problem to its words', async () => {
    const context = await browser.newContext({ locale: 'en-GB', javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${server.url}/saavutettavuus`);
    await page.locator('footer a[href="/api"]').click();
    expect(new URL(page.url()).pathname).toBe('/api');
    const refused = await page.request.get(`${server.url}/api/v1/introductions`);
    const { type } = (await refused.json()) as { type: string };
    await page.goto(server.url + type);
    expect(await page.locator(new URL(page.url()).hash).textContent()).toBe('sign-in-needed');
    await context.close();
  });
});
