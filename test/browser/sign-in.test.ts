import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addAccount } from '../fixtures/accounts.ts';
import { type TestServer, testServer } from '../fixtures/server.ts';
import { openBrowser } from './chromium.ts';
import { barriers, follow, type VisitOptions, visit } from './pages.ts';

describe('signing in, in a browser', () => {
  let server: TestServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let faults: string[];

  beforeAll(async () => {
    server = await testServer();
    browser = await openBrowser();
    await addAccount(server.app, {
      name: 'Hanna (Koe) Henkilö',
      role: 'expert',
      description: 'Kokeilee kirjautumista.',
    });
    await addAccount(server.app, { name: 'Väinö Hakija', role: 'client' });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  beforeEach(() => open({}));
  afterEach(async () => {
    await context.close();
    expect(faults).toEqual([]);
  });

  /** A browser of its own that notes whatever the security policy or a script complains of. */
  async function open(options: VisitOptions): Promise<void> {
    await context?.close();
    ({ context, page, wrong: faults } = await visit(browser, server, { language: 'fi-FI', ...options }));
  }
  const violations = () => barriers(page);

  it('shows the people in three languages, whole on a phone, without a barrier', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const [language, title] of [
      ['Suomi', 'Kenenä haluat kirjautua?'],
      ['Svenska', 'Vem vill du logga in som?'],
      ['English', 'Who do you want to sign in as?'],
    ] as const) {
      if (language === 'Suomi') await page.goto(`${server.url}/kirjaudu`);
      else await follow(page, page.getByRole('link', { name: language }));
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      expect(await violations()).toEqual([]);
    }
    await page.locator('#nimi').fill('väinö');
    await Promise.all([page.waitForEvent('load'), page.locator('#nimi').press('Enter')]);
    expect(await page.getByRole('status').textContent()).toContain('Väinö Hakija');
    expect(await violations()).toEqual([]);
  });

  it.each([true, false])(
    'signs in, comes back to the page asked for, and signs out (scripts: %s)',
    async (scripts) => {
      await open({ javaScriptEnabled: scripts });
      await page.goto(`${server.url}/privacy`);
      await page.locator('header a[href^="/sign-in"]').click();
      await page.getByRole('button', { name: /Hanna \(Koe\)/ }).click();
      await page.waitForURL(`${server.url}/privacy`);
      await expect.poll(() => page.locator('header').textContent()).toContain('Hanna (Koe) Henkilö');
      if (scripts) expect(await violations()).toEqual([]);
      await follow(page, page.locator('form[action="/sign-out"] button'));
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Olet kirjautunut ulos');
      await page.goto(server.url);
      expect(await page.locator('header').textContent()).not.toContain('Hanna');
    },
  );

  it('signs in for other tests, by name and by a session of its own', async () => {
    await server.signInAs(page, 'Hanna (Koe) Henkilö');
    expect(await page.locator('header').textContent()).toContain('Hanna');
    await server.signInAs(page, 'Väinö Hakija');
    expect(await page.locator('header').textContent()).toContain('Väinö');
    const { cookie } = await server.sessionFor(await server.accountNamed('Hanna (Koe) Henkilö'));
    await context.addCookies([cookie]);
    await page.goto(server.url);
    expect(await page.locator('header').textContent()).toContain('Hanna');
  });

  it('chooses the role on a page without a barrier', async () => {
    await server.signInAs(page, 'Hanna');
    await page.goto(`${server.url}/rooli`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Missä roolissa toimit?');
    expect(await violations()).toEqual([]);
    await page.goto(`${server.url}/kirjaudu-ulos-kaikkialta`);
    expect(await violations()).toEqual([]);
    await follow(page, page.getByRole('button', { name: 'Kirjaudu ulos kaikkialta' }));
    expect(await violations()).toEqual([]);
  });
});
