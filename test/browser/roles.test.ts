import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestServer, testServer } from '../fixtures/server.ts';
import { openBrowser } from './chromium.ts';
import { walk } from './walk.ts';

/** Roles that used to have no way to what they may do: a persona each, a first page, and a menu of which every place opens. */
const names = {
  youth: 'Aleksi Saukkola',
  'immigrant-adviser': 'Leyla Koskikari',
  'joint-emp': 'Riikka Palokorpi',
  'joint-sote': 'Marko Sillanranta',
  'joint-kela': 'Sirpa Vakkala',
  provider: 'Jouni Tuohisalo',
  school: 'Virpi Oppila',
  analyst: 'Antti Lukujärvi',
  agency: 'Nina Revonpää',
  operator: 'Teemu Konehuone',
  adviser: 'Soile Kaipainen',
  manager: 'Tomi Haapasaari',
  secretary: 'Saija Pöytäniemi',
} as const;

/** What the menu of each has to lead to, said here by hand. */
const has: Readonly<Partial<Record<keyof typeof names, readonly string[]>>> = {
  youth: ['/clients', '/needs', '/introductions'],
  'immigrant-adviser': ['/clients', '/services'],
  'joint-emp': ['/clients', '/companies', '/needs'],
  provider: ['/services', '/programmes'],
  school: ['/programmes', '/supply-and-demand'],
  analyst: ['/projects', '/supply-and-demand'],
};

let browser: Browser;
let server: TestServer;
const { as, go, sound, close, wrong } = walk({
  browser: () => browser,
  server: () => server,
  language: 'fi',
  names,
  pictures: 'roles',
});
beforeAll(async () => {
  browser = await openBrowser();
  server = await testServer({ demonstration: true, at: '2026-11-20T09:00:00Z' });
});
afterAll(async () => {
  await close();
  await server?.stop();
  await browser?.close();
});

const withMenu = Object.keys(names).slice(0, 10) as (keyof typeof names)[];

describe.each(withMenu)('%s', (who) => {
  test('has a first page, and a menu whose every place opens', async () => {
    const page = await as(who);
    await go(page, '/');
    await sound(page, who);
    // where nothing waits, the page leads on to the own work
    for (const nothing of await page.locator('main .empty').all())
      expect(await nothing.locator('a').count()).toBeGreaterThan(1);
    const places = await page
      .locator('header nav a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    for (const to of has[who] ?? []) expect(places).toContain(to);
    expect(places.length).toBeGreaterThan(2);
    for (const to of places)
      expect([to, (await page.request.get(server.url + to, { timeout: 180_000 })).status()]).toEqual([
        to,
        200,
      ]);
    expect(wrong).toEqual([]);
  });
});

test('no link of a person, a need or a goal leads to what the viewer may not open', async () => {
  const dead = new Set<string>();
  for (const who of [
    'youth',
    'immigrant-adviser',
    'joint-emp',
    'joint-sote',
    'joint-kela',
    'provider',
  ] as const) {
    const page = await as(who);
    const linksOf = async (path: string) => {
      await go(page, path);
      return page
        .locator('main a[href^="/"]')
        .evaluateAll((links) =>
          links.map((link) => (link as HTMLAnchorElement).pathname + (link as HTMLAnchorElement).search),
        );
    };
    const starts: string[] = [];
    for (const path of ['/clients', '/needs', '/programmes']) {
      if ((await page.request.get(server.url + path)).status() !== 200) continue;
      starts.push(path);
      const first = (await linksOf(path)).find((to) =>
        /^\/(clients|vacancies|programmes)\/0[0-9a-f-]{35}$/.test(to),
      );
      if (first !== undefined) starts.push(first);
      if (first?.startsWith('/programmes/') !== true) continue;
      starts.push(...(await linksOf(first)).filter((to) => to.includes('/goals/')).slice(0, 12));
    }
    const seen = new Set<string>();
    for (const start of starts)
      for (const to of await linksOf(start)) {
        const kind = to.replaceAll(/[0-9a-f-]{36}/g, ':id').replace(/\?.*/, '');
        if (seen.has(kind)) continue;
        seen.add(kind);
        const status = (await page.request.get(server.url + to, { timeout: 180_000 })).status();
        if (status !== 200) dead.add(`${who} ${start} → ${kind}: ${status}`);
      }
  }
  expect([...dead]).toEqual([]);
});

test('a worker of each kind finds own clients on the work list', async () => {
  for (const who of ['youth', 'immigrant-adviser', 'joint-emp'] as const) {
    const page = await as(who);
    await go(page, '/clients');
    expect(await page.locator('main a[href^="/clients/"]').count(), who).toBeGreaterThan(3);
  }
});

test('a provider words its own service, and is not shown the form of another’s', async () => {
  const page = await as('provider');
  await go(page, '/services');
  const all = await page
    .locator('#services tbody a[href^="/services/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const own: string[] = [];
  for (const to of new Set(all)) {
    const shown = await (await page.request.get(`${server.url}${to}/edit`)).text();
    if (shown.includes('id="edit"')) own.push(to);
  }
  expect(own.length).toBeGreaterThan(0);
  expect(own.length).toBeLessThan(Math.min(6, new Set(all).size));
});

test('an adviser of another unit sees the record of a company and not its relation', async () => {
  const page = await as('adviser');
  await go(page, '/companies?search=Virta');
  await page.locator('main tbody a[href^="/companies/"]').first().click();
  await page.waitForURL(/companies\/[0-9a-f-]{36}/);
  const text = await page.locator('main').innerText();
  expect(text).toContain('Mikkelin kehitysyhtiö Miksei Oy');
  expect(await page.locator('#contacts, #visits, #notes, #actions').count()).toBe(0);
  await sound(page, 'company-of-another-unit');
});
