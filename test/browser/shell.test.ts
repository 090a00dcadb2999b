import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languageOfRequest, mountWeb } from '#server/web.ts';
import type { PageInput } from '#web/context.ts';
import { ensureWebBuilt } from '../../scripts/build-web.ts';
import { openBrowser } from './chromium.ts';

let server: FastifyInstance;
let browser: Browser;
let base: string;

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const pages = ['/', '/tyyli', '/nappaimet', '/saavutettavuus', '/tietosuoja', '/ei-ole'];

beforeAll(async () => {
  await ensureWebBuilt();
  server = Fastify();
  await mountWeb(server, {
    contextFor: (request, reply): PageInput => {
      const nonce = randomBytes(16).toString('base64');
      const from = `'self' 'nonce-${nonce}'`;
      reply.header('content-security-policy', `default-src 'self'; style-src ${from}; script-src ${from}`);
      return {
        services: {} as PageInput['services'],
        language: languageOfRequest(request),
        csrf: 'token-of-the-test',
        nonce,
        demonstration: true,
        reference: 'request-1',
        areaName: 'Mikkelin seutu',
      };
    },
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  base = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens a page that counts what goes wrong in it. */
async function open(width: number, javaScriptEnabled = true): Promise<{ page: Page; wrong: string[] }> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: 'fi-FI',
    javaScriptEnabled,
  });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => {
    const expected = /status of (404|422)/.test(message.text());
    if ((message.type() === 'error' || message.type() === 'warning') && !expected) wrong.push(message.text());
  });
  return { page, wrong };
}

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).withTags(levels).analyze();
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** Waits until the page has come to life. */
const settled = (page: Page) => page.waitForSelector('html[data-alive]', { state: 'attached' });

describe.each([360, 1280])('at %i pixels', (width) => {
  test('every page is accessible, fits the width, and breaks no security rule', async () => {
    const { page, wrong } = await open(width);
    for (const path of pages) {
      await page.goto(base + path);
      await settled(page);
      expect(await violations(page), path).toEqual([]);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(over, `${path} is wider than the screen`).toBeLessThanOrEqual(0);
    }
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  test.each([true, false])(
    'a form keeps what was typed and says what is wrong; JavaScript: %s',
    async (script) => {
      const { page, wrong } = await open(width, script);
      await page.goto(`${base}/tyyli`);
      if (script) await settled(page);
      await page.fill('#visit-need', '2 hitsaajaa tammikuussa');
      await page.check('#visit-fields-languages');
      await page.click('#visit button[type=submit]');
      await page.waitForSelector('.error-summary');
      expect(await page.locator('.error-summary a').allInnerTexts()).toEqual([
        'Yritys: Täytä tämä kohta.',
        'Varmuus: Valitse yksi vaihtoehdoista.',
      ]);
      expect(await page.inputValue('#visit-need')).toBe('2 hitsaajaa tammikuussa');
      expect(await page.isChecked('#visit-fields-languages')).toBe(true);
      if (script) {
        expect(await page.evaluate(() => document.activeElement?.className)).toBe('error-summary');
        expect(await violations(page)).toEqual([]);
      }
      await page.fill('#visit-company', 'Konepaja Virta Oy');
      await page.check('#visit-certainty-needed');
      await page.click('#visit button[type=submit]');
      await page.waitForSelector('.notices .notice');
      expect(await page.locator('.notices').innerText()).toContain(
        'Käynti tallennettiin: Konepaja Virta Oy.',
      );
      await page.reload();
      expect(await page.locator('.notices .notice').count()).toBe(0);
      expect(wrong).toEqual([]);
      await page.context().close();
    },
  );
});

test('the suggestions are found, chosen with the keys, and accessible while open', async () => {
  const { page } = await open(1280);
  await page.goto(`${base}/tyyli`);
  await settled(page);
  await page.fill('#visit-skill', 'hits');
  await page.waitForSelector('.suggestion');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await page.inputValue('#visit-skill')).toBe('hitsaajan pätevyys');
  expect(await page.inputValue('#visit-skillId')).toBe('hitsaajan pätevyys');
  await page.fill('#visit-skill', 'muuta');
  expect(await page.inputValue('#visit-skillId')).toBe('');
  await page.context().close();
});

test('the keys work, and can be turned off', async () => {
  const { page } = await open(1280);
  await page.goto(`${base}/tyyli`);
  await settled(page);
  await page.keyboard.press('/');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('filter-haku');
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('?');
  await page.waitForURL('**/nappaimet');
  await page.click('main form button');
  await page.waitForFunction(() =>
    document.querySelector('#setting p')?.textContent?.includes('pois päältä'),
  );
  await page.goto(`${base}/tyyli`);
  await settled(page);
  await page.keyboard.press('/');
  expect(await page.evaluate(() => document.activeElement?.id)).not.toBe('filter-haku');
  await page.context().close();
});

test.each([
  ['Svenska', 'sv', 'Tillgänglighetsutlåtande'],
  ['English', 'en', 'Accessibility statement'],
])('the page comes whole in %s and only its language is fetched', async (name, language, title) => {
  const { page, wrong } = await open(1280);
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto(`${base}/saavutettavuus`);
  await settled(page);
  fetched.length = 0;
  await page.click(`text=${name}`);
  await page.waitForSelector(`html[lang=${language}][data-alive]`, { state: 'attached' });
  expect(page.url()).toBe(`${base}/saavutettavuus`);
  expect(await page.locator('h1').innerText()).toBe(title);
  expect(await page.locator('html').getAttribute('lang')).toBe(language);
  const texts = fetched.flatMap((url) => /texts-(\w\w)-/.exec(url)?.[1] ?? []);
  expect(texts).toEqual([language]);
  expect(wrong).toEqual([]);
  await page.context().close();
});

test('a form without its token does nothing, and nothing of the server shows', async () => {
  const answer = await fetch(`${base}/tyyli`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'company=X&_form=visit',
  });
  expect(answer.status).toBe(403);
  expect(await answer.text()).toContain('Lomake on vanhentunut');
});

test('a form of another site does nothing', async () => {
  const answer = await fetch(`${base}/tyyli`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' },
    body: '_csrf=token-of-the-test&company=X&_form=visit',
  });
  expect(answer.status).toBe(400);
});

test('files are kept for ever, pages never', async () => {
  const page = await fetch(base);
  expect(page.headers.get('cache-control')).toBe('no-store');
  const asset = /\/assets\/[\w.-]+\.css/.exec(await page.text())?.[0];
  const file = await fetch(base + asset, { headers: { 'accept-encoding': 'br' } });
  expect(file.headers.get('cache-control')).toContain('immutable');
  expect(file.headers.get('content-encoding')).toBe('br');
});

test('a body over the limit is refused', async () => {
  const answer = await fetch(`${base}/tyyli`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'x'.repeat(11 * 1024 * 1024),
  });
  expect(answer.status).toBe(413);
});
