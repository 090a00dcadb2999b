import type { Browser, Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languagesWalked } from '#test/fixtures/sampled.ts';
import { type TestServer, testServer } from '../fixtures/server.ts';
import { inWords } from '../fixtures/words.ts';
import { openBrowser } from './chromium.ts';
import { follow, overflow, visit } from './pages.ts';
import { walk } from './walk.ts';

/**
 * Three lists as people use them: everything is found and nothing is cut unsaid, on a phone and without JavaScript
 * too; search forgives; filters are words in the address; the file and the print hold the whole result.
 */
let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  browser = await openBrowser();
  server = await testServer({ demonstration: true, at: '2026-11-20T09:00:00Z' });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const lists = [
  { path: '/clients', id: 'clients', who: 'expert', sort: 'name' },
  { path: '/companies', id: 'companies', who: 'adviser', sort: 'name' },
  { path: '/needs?sort=title', id: 'needs', who: 'adviser', sort: 'title' },
] as const;

/** The other lists, each with one who reads it and how many rows it has at the least. */
const others = [
  { path: '/projects', id: 'projects', who: 'controller', least: 5 },
  { path: '/programmes', id: 'programmes', who: 'controller', least: 1 },
  { path: '/decisions', id: 'decisions', who: 'board', least: 1 },
  { path: '/bulletins', id: 'bulletins', who: 'comms', least: 0 },
  { path: '/questions', id: 'questions', who: 'comms', least: 0 },
  { path: '/communication-plan', id: 'plan', who: 'comms', least: 0 },
  { path: '/intake', id: 'documents', who: 'controller', least: 0 },
  { path: '/log', id: 'log', who: 'officer', least: 20 },
  { path: '/my/log', id: 'looks', who: 'client', least: 1 },
  { path: '/public/minutes', id: 'minutes', who: 'visitor', least: 0 },
  { path: '/public/bulletins', id: 'public-bulletins', who: 'visitor', least: 0 },
  { path: '/public/questions', id: 'answers', who: 'visitor', least: 0 },
  { path: '/public/reports', id: 'reports', who: 'visitor', least: 0 },
] as const;

describe.each(languagesWalked('lists', ['fi', 'en'] as const))('lists in %s', (language) => {
  const say = inWords(language);
  const { as, go, sound, close, wrong } = walk({
    browser: () => browser,
    server: () => server,
    language,
    names: {
      adviser: 'Ilona Lehtovaara',
      expert: 'Tuija Tyynelä',
      board: 'Helmi Saarivirta',
      controller: 'Merja Tasala',
      comms: 'Reetta Ruutulampi',
      officer: 'Eeva Suojanen',
      client: 'Aino Esimerkki',
    },
    pictures: 'lists',
  });
  afterAll(() => close());

  const rows = (page: Page, id: string) => page.locator(`#${id} tbody tr`);
  const names = (page: Page, id: string) => page.locator(`#${id} tbody th a`).allInnerTexts();
  const count = async (page: Page, id: string) => {
    const words = await page.locator(`#${id}-count`).innerText();
    const [, first, last, total] = /(\d+)–(\d+) \/ (\d+)/.exec(words) ?? [];
    return { first: Number(first), last: Number(last), total: Number(total) };
  };

  test.each(lists)(
    '$id: a word longer than a line stays in its row on a phone',
    async ({ path, id, who }) => {
      const page = await as(who, 360);
      await go(page, path);
      await rows(page, id)
        .first()
        .locator('th a')
        .first()
        .evaluate((link) => {
          link.textContent = 'x'.repeat(110);
        });
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    },
  );

  test.each(lists)(
    '$id: every row is reached page by page, and each page says its part of the whole',
    async ({ path, id, who, sort }) => {
      const page = await as(who);
      await go(page, path.includes('?') ? path : `${path}?sort=${sort}`);
      await sound(page, id);
      const { total } = await count(page, id);
      expect(total).toBeGreaterThan(60);
      const seen: string[] = [];
      for (;;) {
        const shown = await rows(page, id).count();
        seen.push(...(await page.locator(`#${id} tbody tr`).allInnerTexts()));
        expect(await count(page, id)).toEqual({ first: seen.length - shown + 1, last: seen.length, total });
        const next = page.locator('.paging a.button', {
          hasText: say('lists:next_other', { count: '' }).trim(),
        });
        if ((await next.count()) === 0) break;
        await go(page, (await next.getAttribute('href'))!);
      }
      expect(seen.length).toBe(total);
      await go(page, (await page.locator('.paging a.button').first().getAttribute('href'))!);
      expect((await count(page, id)).last).toBeLessThan(total);
    },
  );

  test.each([
    ['expert', '/clients?search=tarkiasen', 'clients', /Tarkiainen/],
    ['adviser', '/companies?search=Virran', 'companies', /Konepaja Virta/],
    ['adviser', '/needs?search=hitsaajia', 'needs', /Hitsaaja/],
    ['adviser', '/needs?search=konepaja+virran', 'needs', /./],
  ] as const)('%s finds by %s', async (who, path, id, wanted) => {
    const page = await as(who);
    await go(page, path);
    expect((await names(page, id))[0]).toMatch(wanted);
  });

  test('filters are words of the address, taken away one by one; nothing found says what to do', async () => {
    const page = await as('adviser');
    await go(page, '/companies?contact=helped&search=oy');
    const helped = await rows(page, 'companies').count();
    expect(helped).toBeGreaterThan(0);
    await page.locator('.words a', { hasText: '”oy”' }).click();
    await page.waitForURL((url) => !url.search.includes('search='));
    expect(page.url()).toContain('contact=helped');
    await go(page, '/companies?search=eiolemitaan+tallaista');
    await sound(page, 'nothing');
    await page.locator('#companies a.button').click();
    await page.waitForURL((url) => url.search === '');
    await expect.poll(() => rows(page, 'companies').count()).toBe(20);
    await go(page, '/companies?contact=gone-long-ago');
    expect(await page.locator('.list-ignored').innerText()).toContain('gone-long-ago');
    expect(await rows(page, 'companies').count()).toBe(20);
  });

  test('an address of before leads to the same list; a place that is no more leads to the start', async () => {
    const page = await as('expert');
    await go(page, '/clients?haku=tarkiainen&jarjestys=-nimi&rajaus=no-plan&kohdasta=abc');
    expect(new URL(page.url()).search).toBe('?search=tarkiainen&sort=-name&only=no-plan');
    await go(page, '/clients?from=abc');
    expect(new URL(page.url()).search).toBe('');
    expect(await page.locator('.notice').innerText()).toContain(say('lists:from-start').slice(0, 20));
    // What every object has is no name of before.
    const strange = await page.request.get(`${server.url}/clients?constructor=1&__proto__=2&sort=toString`);
    expect(strange.status()).toBe(200);
  });

  test('the files hold the whole result, with numbers and days as such', async () => {
    const page = await as('adviser');
    await go(page, '/companies?sort=-actions');
    const { total } = await count(page, 'companies');
    const fetched = async (kind: string) => {
      const answer = await page.request.get(`${server.url}/companies?sort=-actions&file=${kind}`);
      expect(answer.headers()['content-disposition']).toContain(`.${kind}`);
      return answer.body();
    };
    const sheet = await readSheet(await fetched('xlsx'));
    expect(sheet.length).toBe(total + 1);
    expect(typeof sheet[1]![4]).toBe('number');
    expect(sheet.slice(1).some((row) => row[3] instanceof Date)).toBe(true);
    const csv = (await fetched('csv')).toString('utf8');
    expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(csv.trim().split('\r\n').length).toBe(total + 1);
    expect(csv).toMatch(/;\d{4}-\d\d-\d\d;\d+\r\n/);
  });

  test('the print holds the whole result, with the day and who printed', async () => {
    const page = await as('expert');
    await page.addInitScript(() => {
      window.print = () => {};
    });
    await go(page, '/clients?only=no-plan');
    const whole = await page.locator('.list-outputs a', { hasText: /\d/ }).getAttribute('href');
    await go(page, whole!);
    const total = Number(/\d+/.exec(await page.locator('#clients-count').innerText())?.[0]);
    expect(await rows(page, 'clients').count()).toBe(total);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.print-footer').innerText()).toContain('Tuija Tyynelä');
    await page.emulateMedia({ media: 'screen' });
  });

  test.each(lists)(
    '$id on a phone: cards of a few lines, no wider than the window',
    async ({ path, id, who }) => {
      const page = await as(who, 360);
      await go(page, path);
      await sound(page, `${id}-phone`);
      const heights = await rows(page, id).evaluateAll((cards) => cards.map((card) => card.clientHeight));
      expect(Math.max(...heights)).toBeLessThan(260);
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(7_000);
    },
  );

  test.each(others)(
    '$path: sound wide and on a phone, found and not found, printed and taken along whole',
    async ({ path, id, who, least }) => {
      for (const width of [1280, 360]) {
        const page = await as(who, width);
        await go(page, path);
        await sound(page, `${id}-${width}`);
      }
      const page = await as(who);
      const total = await page.locator(`#${id}-count`).count();
      if (total === 0) expect(least, 'an empty list').toBe(0);
      const search = page.locator(`#${id}-search input[type=search]`);
      if ((await search.count()) > 0) {
        await go(page, `${path}?search=qqxzzyw`);
        await page.getByText(say('lists:nothing-found')).waitFor();
      }
      if (total === 0) return;
      await go(page, `${path}?print=all`);
      const printed = await rows(page, id).count();
      expect(printed).toBeGreaterThanOrEqual(least);
      const csv = await (await page.request.get(`${server.url}${path}?file=csv`)).text();
      expect(csv.startsWith('\uFEFF')).toBe(true);
      expect(csv.trimEnd().split('\r\n').length).toBeGreaterThanOrEqual(Math.min(printed, 21));
      const excel = await page.request.get(`${server.url}${path}?file=xlsx`);
      expect((await excel.body()).subarray(0, 2).toString()).toBe('PK');
      for (const link of await page.locator(`#${id} thead a`).all())
        expect(
          (await page.request.get(new URL((await link.getAttribute('href'))!, page.url()).href)).status(),
        ).toBe(200);
    },
  );

  test('without JavaScript one searches, turns the page, and marks the chosen as done', async () => {
    const { context, page } = await visit(browser, server, {
      language,
      javaScriptEnabled: false,
      viewer: 'Tuija Tyynelä',
    });
    await page.goto(`${server.url}/clients?only=overdue`);
    const before = await rows(page, 'clients').count();
    expect(before).toBeGreaterThan(2);
    // A client may have another late duty: the rows of these two duties are what goes.
    const first = (await rows(page, 'clients').allInnerTexts()).slice(0, 2);
    for (const at of [0, 1]) await rows(page, 'clients').nth(at).locator('input[type=checkbox]').check();
    await follow(page, page.locator('.list-bulk button[value=complete]'));
    expect(new URL(page.url()).search).toBe('?only=overdue');
    expect(await page.locator('.notice').first().innerText()).toContain('2');
    const left = await rows(page, 'clients').allInnerTexts();
    for (const row of first) expect(left).not.toContain(row);
    await page.goto(`${server.url}/clients?sort=name`);
    await follow(page, page.locator('.paging a.button'));
    expect(await page.locator('#clients-count').innerText()).toContain('21–40');
    await page.locator('#clients-search input[type=search]').fill('Tarkiaisen');
    await follow(page, page.locator('#clients-search button').first());
    expect((await names(page, 'clients'))[0]).toMatch(/Tarkiainen/);
    await context.close();
  });

  test('nothing was complained of', () => {
    expect(wrong).toEqual([]);
  });
});
