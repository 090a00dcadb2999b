import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languagesWalked } from '#test/fixtures/sampled.ts';
import { type TestServer, testServer } from '../fixtures/server.ts';
import { inWords } from '../fixtures/words.ts';
import { openBrowser } from './chromium.ts';
import { overflow, sound as soundPage, visit } from './pages.ts';

/**
 * The life of a project by its pages: an unfinished application is not sent in silence, what was sent stays as a version, the
 * use of money is planned, closing says what is open; and a funder reads its own projects and nothing else.
 */
let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  browser = await openBrowser();
  server = await testServer({ demonstration: true, at: '2026-11-20T09:00:00Z' });
});
afterAll(async () => {
  await server?.stop();
  await browser?.close();
});

const bare = (text: string) => text.replaceAll(/[\s\u00a0\u202f,]/g, '');

async function signedIn(name: string, language: 'fi' | 'sv' | 'en'): Promise<[BrowserContext, Page]> {
  const { context, page } = await visit(browser, server, { language, viewer: name });
  return [context, page];
}
const go = (page: Page, path: string) => page.goto(server.url + path);
/** Nothing is wider than the window, wide and narrow, and axe finds nothing under WCAG 2.2 AA. */
async function sound(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 360, height: 900 });
  expect(await overflow(page), `${name} is wider than a phone`).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 900 });
  await soundPage(page, `projects-life-${name}`);
}
const pathOf = async (page: Page, search: string) => {
  await go(page, `/projects?search=${encodeURIComponent(search)}`);
  return (await page.locator('#projects tbody th a').first().getAttribute('href'))!;
};

describe.each(languagesWalked('projects-life', ['fi', 'sv', 'en'] as const))(
  'the life of a project in %s',
  (language) => {
    const say = inWords(language);
    let context: BrowserContext;
    let page: Page;
    let project = '';
    beforeAll(async () => {
      [context, page] = await signedIn('Merja Tasala', language);
    });
    afterAll(() => context?.close());

    test('an unfinished application is refused with the reasons, and goes out with a reason that stays', async () => {
      await go(page, '/projects/new');
      await page.locator('input[name=name]').fill(`Keskeneräinen hanke ${language}`);
      await page.locator('main form button[type=submit], main form button.button').last().click();
      await page.waitForURL(/\/projects\/[0-9a-f-]{36}/);
      project = new URL(page.url()).pathname.split('/').slice(0, 3).join('/');
      await go(page, project);
      await page.locator('#ready-note').waitFor();
      await go(page, `${project}/edit/move`);
      await sound(page, 'move');
      await page.locator('#edit-move button[type=submit], #edit-move button.button').first().click();
      await page.locator('.error-summary').waitFor();
      await page.locator('textarea[name=unreadyWhy]').fill('Haku sulkeutuu tänään.');
      await page.locator('#edit-move button[type=submit], #edit-move button.button').first().click();
      await page.waitForURL((url) => url.pathname === `${project}/reports`);
      await go(page, project);
      expect(await page.locator('#ready-note').innerText()).toContain('Haku sulkeutuu tänään.');
      await go(page, `${project}/reports`);
      expect(await page.locator('#life').innerText()).toContain('Haku sulkeutuu tänään.');
      expect(await page.locator('#versions').innerText()).toContain(say('projects:version.occasion.applied'));
    });

    test('what was sent opens whole, and a later change stands beside it from what to what', async () => {
      await go(page, `${project}/edit/staff`);
      await page.locator('#edit-staff [name="change.title"]').fill('Projektipäällikkö');
      await page.locator('#edit-staff button.button').first().click();
      await page.waitForURL((url) => url.pathname === `${project}/details`);
      await go(page, `${project}/edit/version`);
      await page.locator('#edit-version-why').fill('Henkilöstö lisätty');
      await page.locator('#edit-version button.button').first().click();
      await page.waitForURL((url) => url.pathname === `${project}/reports`);
      await go(page, `${project}/versions/2`);
      expect(await page.locator('#differences').innerText()).toContain('Projektipäällikkö');
      await sound(page, 'version');
      await go(page, `${project}/versions/1`);
      await page.getByText(say('projects:version.first'), { exact: true }).waitFor();
      expect(await page.locator('main').innerText()).not.toContain('Projektipäällikkö');
      expect((await page.goto(`${server.url}${project}/versions/77`))?.status()).toBe(404);
    });

    test('the use of money is told by half-year; the rest is spread, and the page says so', async () => {
      const running = await pathOf(page, '410330');
      await go(page, `${running}/edit/spending`);
      await sound(page, 'spending');
      const first = page.locator('input[name^="change.told."]').first();
      await first.fill('1.5');
      await page.locator('#edit-spending button.button').first().click();
      await page.locator('.error-summary').waitFor();
      expect(await first.inputValue()).toBe('1.5');
      await first.fill('12 000');
      await page.locator('#edit-spending button.button').first().click();
      await page.waitForURL((url) => url.pathname === `${running}/money`);
      await go(page, `${running}/money`);
      const use = page.locator('#planned-use');
      expect(await use.innerText()).toContain(say('projects:months.partly-told'));
      await use.locator('summary').click();
      // March to June of 2026 make the half-year's sum, the whole makes the grant.
      expect(bare(await page.locator('#money-by-month tbody tr').nth(3).innerText())).toContain('12000');
      expect(bare(await page.locator('#money-by-month tbody tr').last().innerText())).toContain('252907');
      await sound(page, 'months');
    });

    test('closing says what is open, and is refused', async () => {
      const ended = await pathOf(page, 'S21576');
      await go(page, `${ended}/edit/move`);
      expect(bare(await page.locator('#open-ends').innerText())).toContain('90241');
      await page.locator('select[name=to]').selectOption('closed');
      await page.locator('#edit-move button.button').first().click();
      await page.locator('.error-summary').waitFor();
      await sound(page, 'closing');
    });

    test('instruments say what was read and what was not; the portfolio finds unused money', async () => {
      await go(page, '/projects/instruments');
      expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe('/how-polku-counts#funding');
      const text = await page.locator('#funding').textContent();
      for (const words of ['866/2021', say('projects:rule-mark.?'), say('projects:instruments.not-read')])
        expect(text).toContain(words);
      await sound(page, 'instruments');
      await go(page, '/projects?only=unused');
      expect(bare(await page.locator('#projects tbody').innerText())).toContain('90241');
      expect(await page.locator('#projects tbody tr').count()).toBe(1);
    });

    test('a funder reads its own projects on one page, prints it, and meets nothing else', async () => {
      const [own, reader] = await signedIn('Outi Rantakangas', language);
      await go(reader, '/projects');
      expect(await reader.locator('#projects tbody tr').count()).toBe(2);
      await sound(reader, 'funder');
      const rejected = await pathOf(reader, '202205');
      await go(reader, `${rejected}/rejection`);
      await reader.locator('.criticism').getByText(say('promises:rejection.is-open')).first().waitFor();
      await go(reader, `${rejected}/plan`);
      expect(await reader.locator('#trace svg').count()).toBe(1);
      await go(reader, `${rejected}/one-page`);
      expect(new URL(reader.url()).pathname).toBe(rejected);
      expect(await reader.locator('#finding-list tbody tr, #told-list tbody tr').count()).toBeGreaterThan(10);
      await sound(reader, 'project');
      await go(reader, `${rejected}/money`);
      await reader.emulateMedia({ media: 'print' });
      expect(await reader.locator('.page-head .button').first().isVisible()).toBe(false);
      expect(await reader.locator('#cost-lines').isVisible()).toBe(true);
      await reader.emulateMedia({ media: null });
      // No way to change, and nothing of a project of somebody else.
      expect(await reader.locator('#cost-lines a').count()).toBe(0);
      const other = await pathOf(page, 'S21576');
      expect((await reader.goto(server.url + other))?.status()).toBe(404);
      expect((await reader.goto(`${server.url}${other}/money`))?.status()).toBe(404);
      expect((await reader.goto(`${server.url}/clients`))?.status()).toBe(403);
      await own.close();
    });
  },
);
