import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outreach } from '#outreach';
import { faceOf } from '#server/services.ts';
import { languageOfRequest, mountWeb } from '#server/web.ts';
import { vacancies } from '#vacancies';
import type { PageInput } from '#web/context.ts';
import { ensureWebBuilt } from '../../scripts/build-web.ts';
import { openBrowser } from './chromium.ts';
import { barriers, settled, visit } from './pages.ts';

let server: FastifyInstance;
let browser: Browser;
let base: string;

const pages = ['/', '/style-guide', '/help', '/accessibility', '/privacy', '/ei-ole'];

beforeAll(async () => {
  await ensureWebBuilt();
  server = Fastify();
  await mountWeb(server, {
    contextFor: (request, reply): PageInput => {
      const nonce = randomBytes(16).toString('base64');
      const from = `'self' 'nonce-${nonce}'`;
      reply.header('content-security-policy', `default-src 'self'; style-src ${from}; script-src ${from}`);
      return {
        services: {
          vacancies: { noteHiddenJob: { form: faceOf(vacancies.noteHiddenJob as never) } },
          privacy: {
            statements: async () => ({
              ok: true,
              value: { kept: [{ code: 'client', end: 'destroy', years: 5 }], actions: { change: false } },
            }),
          },
          outreach: { myQuestions: { form: faceOf(outreach.myQuestions as never) } },
        } as unknown as PageInput['services'],
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
  const { page, wrong } = await visit(
    browser,
    { url: base },
    { width, language: 'fi-FI', javaScriptEnabled },
  );
  page.on('console', (message) => {
    if (message.type() === 'warning') wrong.push(message.text());
  });
  return { page, wrong };
}

describe.each([360, 1280])('at %i pixels', (width) => {
  test('every page is accessible, fits the width, and breaks no security rule', async () => {
    const { page, wrong } = await open(width);
    for (const path of pages) {
      await page.goto(base + path);
      expect(await barriers(page), path).toEqual([]);
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
      await page.goto(`${base}/style-guide`);
      await page.fill('#visit-need', '2 hitsaajaa tammikuussa');
      await page.fill('#visit-startsOn', '5.12.2026');
      await page.click('#visit button[type=submit]');
      await page.waitForSelector('.error-summary');
      expect(await page.locator('.error-summary a').allInnerTexts()).toEqual([
        'Valitse: Yritys.',
        'Valitse: Varmuus.',
      ]);
      expect(await page.inputValue('#visit-need')).toBe('2 hitsaajaa tammikuussa');
      expect(await page.inputValue('#visit-startsOn')).toBe('5.12.2026');
      if (script) {
        expect(await page.evaluate(() => document.activeElement?.className)).toBe('error-summary');
        expect(await barriers(page)).toEqual([]);
      }
      await page.fill('#visit-company', 'Konepaja Virta Oy');
      await page.keyboard.press('Tab');
      await page.check('#visit-certainty-needed');
      await page.click('#visit button[type=submit]');
      await page.waitForSelector('.notices .notice');
      expect(await page.locator('.notices').innerText()).toContain(
        'Käynti tallennettiin: 2 hitsaajaa tammikuussa.',
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
  await page.goto(`${base}/style-guide`);
  await page.fill('#parts-skill', 'hits');
  await page.waitForSelector('.suggestion');
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await page.inputValue('#parts-skill')).toBe('hitsaajan pätevyys');
  expect(await page.inputValue('#parts-skillId')).toBe('hitsaajan pätevyys');
  await page.fill('#parts-skill', 'muuta');
  expect(await page.inputValue('#parts-skillId')).toBe('');
  await page.context().close();
});

test('the keys work, and can be turned off', async () => {
  const { page } = await open(1280);
  await page.goto(`${base}/style-guide`);
  await page.keyboard.press('/');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('filter-search');
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('?');
  await page.waitForURL('**/help#keyboard');
  await page.click('main form button');
  await page.waitForFunction(() =>
    document.querySelector('#setting p')?.textContent?.includes('pois päältä'),
  );
  await page.goto(`${base}/style-guide`);
  await page.keyboard.press('/');
  expect(await page.evaluate(() => document.activeElement?.id)).not.toBe('filter-search');
  await page.context().close();
});

test.each([
  ['Svenska', 'sv', 'Tillgänglighetsutlåtande'],
  ['English', 'en', 'Accessibility statement'],
])('the page comes whole in %s and only its language is fetched', async (name, language, title) => {
  const { page, wrong } = await open(1280);
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto(`${base}/accessibility`);
  fetched.length = 0;
  await page.click(`text=${name}`);
  await page.waitForSelector(`html[lang=${language}]`, { state: 'attached' });
  await settled(page);
  expect(page.url()).toBe(`${base}/accessibility`);
  expect(await page.locator('h1').innerText()).toBe(title);
  expect(await page.locator('html').getAttribute('lang')).toBe(language);
  const texts = fetched.flatMap((url) => /\/(fi|sv|en)-[\w-]+\.js$/.exec(url)?.[1] ?? []);
  expect([...new Set(texts)]).toEqual([language]);
  expect(wrong).toEqual([]);
  await page.context().close();
});

test('a form without its token does nothing, and nothing of the server shows', async () => {
  const answer = await fetch(`${base}/help`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'intent=off&_form=shortcuts',
  });
  expect(answer.status).toBe(403);
  expect(await answer.text()).toContain('Lomake on vanhentunut');
});

test('a form of another site does nothing', async () => {
  const answer = await fetch(`${base}/style-guide`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' },
    body: '_csrf=token-of-the-test&company=X&_form=visit',
  });
  expect(answer.status).toBe(400);
});

test('no schema library reaches the browser: forms are described by the server', async () => {
  const assets = new URL('../../build/client/assets/', import.meta.url);
  const scripts = (await readdir(assets)).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(100);
  const holding: string[] = [];
  for (const name of scripts)
    if (/\$ZodType|ZodError/.test(await readFile(new URL(name, assets), 'utf8'))) holding.push(name);
  expect(holding).toEqual([]);
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
  const answer = await fetch(`${base}/style-guide`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'x'.repeat(11 * 1024 * 1024),
  });
  expect(answer.status).toBe(413);
});
