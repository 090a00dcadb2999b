import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestServer, testServer } from '../fixtures/server.ts';
import { openBrowser } from './chromium.ts';
import { visit } from './pages.ts';
import { walk } from './walk.ts';

let server: TestServer;
let browser: Browser;

const at = '2026-11-30T09:00:00+02:00';
const names = {
  expert: 'Tuija Tyynelä',
  leader: 'Antero Ylätalo',
  manager: 'Tomi Haapasaari',
  dpo: 'Eeva Suojanen',
};
const { as, go, sound, close, wrong } = walk({
  browser: () => browser,
  server: () => server,
  language: 'fi',
  names,
  pictures: 'frame',
});

beforeAll(async () => {
  server = await testServer({ demonstration: true, at });
  browser = await openBrowser();
});

afterAll(async () => {
  await close();
  await browser?.close();
  await server?.stop();
});

describe('the frame', () => {
  test('on a phone the header is one row, and everything else is in its menu', async () => {
    const page = await as('expert', 360);
    await go(page, '/');
    expect((await page.locator('.header-row').boundingBox())!.height).toBeLessThanOrEqual(64);
    expect((await page.locator('.demonstration').boundingBox())!.height).toBeLessThanOrEqual(28);
    const clients = page.getByRole('link', { name: 'Asiakkaat', exact: true });
    expect(await clients.count()).toBe(0);
    await page.getByRole('button', { name: 'Valikko' }).click();
    await page.getByRole('button', { name: 'Kirjaudu ulos' }).waitFor();
    expect(await page.getByRole('link', { name: 'Svenska' }).isVisible()).toBe(true);
    await sound(page, 'menu-phone');
    await clients.click();
    await page.waitForURL(/\/clients$/);
    await page.locator('#menu:not(:popover-open)').waitFor({ state: 'hidden' });
  });

  test('without JavaScript the menu opens and closes too', async () => {
    const { context, page, go } = await visit(browser, server, { width: 360, javaScriptEnabled: false });
    await go('/');
    expect(await page.getByRole('link', { name: 'Svenska' }).isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Valikko' }).click();
    await page.getByRole('link', { name: 'Svenska' }).waitFor();
    await page.getByRole('button', { name: 'Sulje' }).click();
    await page.getByRole('link', { name: 'Svenska' }).waitFor({ state: 'hidden' });
    await context.close();
  });

  test('the face of the pages comes with them, also for names of other languages', async () => {
    const page = await as('expert');
    await go(page, '/');
    const drawn = await page.evaluate(async () => {
      await Promise.all(
        ['400', '600'].map((weight) =>
          document.fonts.load(`${weight} 18px "Source Sans 3"`, 'Çelik Bērziņš Ștefănescu Łukasz Nguyễn'),
        ),
      );
      return [...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.weight);
    });
    expect(new Set(drawn)).toEqual(new Set(['400', '600']));
    expect(drawn.length).toBeGreaterThanOrEqual(6);
    const signIn = await (
      await fetch(`${server.url}/no/such/page.of-server`, { headers: { accept: 'text/html' } })
    ).text();
    expect(signIn).not.toContain('@fontsource');
  });

  test('a heading of the page is never weaker than those under it', async () => {
    const page = await as('expert');
    await go(page, '/style-guide');
    const sizes = await page.evaluate(() =>
      ['h1', 'h2', 'h3'].map((tag) => {
        const style = getComputedStyle(document.querySelector(`main ${tag}`)!);
        return { size: Number.parseFloat(style.fontSize), weight: Number(style.fontWeight) };
      }),
    );
    expect(sizes[0]!.size).toBeGreaterThan(sizes[1]!.size);
    expect(sizes[1]!.size).toBeGreaterThan(sizes[2]!.size);
    expect(sizes.every(({ weight }) => weight === 600)).toBe(true);
  });

  test('former addresses lead on', async () => {
    for (const [before, now] of [
      ['/saavutettavuus', '/accessibility'],
      ['/more', '/'],
      ['/kieli?valitse=fi&takaisin=/privacy', '/privacy'],
    ] as const) {
      const page = await as('expert');
      await page.goto(server.url + before);
      expect(new URL(page.url()).pathname).toBe(now);
    }
    expect(wrong).toEqual([]);
  });

  test('the first page is a tool: counts that open, rows with their act in place, nothing cut in silence', async () => {
    const page = await as('expert');
    await go(page, '/');
    const late = page.locator('.count--late').first();
    const count = Number(/\d+/.exec(await late.innerText())?.[0]);
    const rows = await page.locator('.need').count();
    expect(count).toBeGreaterThan(rows);
    expect(await page.locator('.rests a').first().innerText()).toMatch(/\d+ muuta/);
    const first = page.locator('.need').first();
    const title = await first.locator('.need-title').innerText();
    await first.getByRole('button', { name: /Merkitse tehdyksi/ }).click();
    await page.locator('.notice').first().waitFor();
    await page.locator('.need-title', { hasText: title }).waitFor({ state: 'detached' });
    await late.click();
    await page.waitForURL(/only=overdue/);
    expect(await page.locator('main').innerText()).toContain(String(count - 1));
    const leader = await as('leader');
    await go(leader, '/');
    expect(await leader.locator('.home-figures dt').count()).toBeGreaterThanOrEqual(3);
    await sound(leader, 'home-leader');
  });

  test('every page of a person says whose it is', async () => {
    const page = await as('expert');
    await go(page, '/clients');
    const link = page.locator('#clients tbody a[href^="/clients/"]').first();
    const to = (await link.getAttribute('href'))!;
    const family = (await link.innerText()).split(' ')[0]!;
    for (const side of [
      '/skills',
      '/consents',
      '/consents/new',
      '/jobs',
      '/introductions',
      '/notes',
      '/task',
      '/log',
    ]) {
      await go(page, to + side);
      expect(await page.locator('.banner-name').innerText(), side).toContain(family);
    }
  });

  test('no page shows a number that only its makers know', async () => {
    const inside = [
      /\b0\d\d:\d{2,3}\b/,
      /\b(SKI|PATH|COM|PJ|PLT|WRN|GOV|EVT|VAC|MAT|CON|NET|HOR|PRO)-\d{2}\b/,
      /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
    ];
    for (const [who, paths] of [
      ['manager', ['/', '/pilot', '/projects', '/how-polku-counts', '/bodies']],
      ['expert', ['/', '/services', '/services/gaps', '/programmes']],
      ['dpo', ['/log', '/how-polku-counts']],
    ] as const) {
      const page = await as(who);
      for (const path of paths) {
        await go(page, path);
        const said = (await page.locator('main').textContent()) ?? '';
        expect(
          inside.flatMap((exp) => exp.exec(said)?.[0] ?? []),
          path,
        ).toEqual([]);
      }
    }
    expect(wrong).toEqual([]);
  });
});
