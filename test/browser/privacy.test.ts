import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestServer, testServer } from '../fixtures/server.ts';
import { openBrowser } from './chromium.ts';
import { sound, visit } from './pages.ts';

let server: TestServer;
let browser: Browser;
const wrong: string[] = [];

beforeAll(async () => {
  server = await testServer({ demonstration: true, at: '2026-11-26' });
  browser = await openBrowser();
});
afterAll(async () => {
  await server?.stop();
  await browser?.close();
});

const as = (viewer: string | undefined, language: string, width = 1280, javaScriptEnabled = true) =>
  visit(browser, server, { viewer, language, width, javaScriptEnabled, wrong });

describe.each([
  ['fi', 1280],
  ['en', 360],
] as const)('a person’s own data, in %s at %i', (language, width) => {
  const say = <X>(fi: X, en: X): X => (language === 'fi' ? fi : en);

  test('is taken along, a correction is asked, answered in part with its reason, and the person reads it', async () => {
    const { page, go } = await as('Aino Esimerkki', language, width);
    await go('/my/data/all');
    const all = await page.locator('main').innerText();
    for (const words of ['Esimerkki', 'Mikkeli', say('Muistiinpanot', 'Notes'), say('Kielet', 'Languages')])
      expect(all).toContain(words);
    expect(all).not.toMatch(/undefined|null|privacy:|[a-z]+_[a-z]+/);
    await sound(page, `my-data-all-${language}`);
    const file = await page.request.get(`${server.url}/my/data/all.json`);
    const { held } = (await file.json()) as { held: Record<string, Record<string, unknown>[]> };
    expect(held['clients.name']).toMatchObject([{ family_name: 'Esimerkki' }]);
    expect(JSON.stringify(held)).not.toContain('code_hash');

    await go('/my/data');
    await sound(page, `my-data-${language}`);
    const about = say('Työhistoria', 'Work history');
    await page.locator('#ask button[type=submit]').last().click();
    expect(await page.locator('.error-summary li').count()).toBe(3);
    await sound(page, `my-data-refused-${language}`);
    await page.locator('#ask input[value=correction]').check();
    await page.fill('#ask-about', about);
    await page.fill('#ask-wish', 'Olin hitsaajana 2019–2023.');
    await page.locator('#ask button[type=submit]').last().click();
    await expect
      .poll(() => page.locator('#requests').innerText())
      .toContain(say('26.12.2026', '26 December 2026'));

    const { page: answering, go: open } = await as(say('Eeva Suojanen', 'Tuija Tyynelä'), language, width);
    await open('/data-requests');
    await sound(answering, `data-requests-${language}`);
    await row(answering, about).getByRole('link').first().click();
    await answering.waitForURL(/data-requests\/[0-9a-f-]{36}/);
    await answering.locator('#answer input[value=partly]').check();
    await answering.locator('#answer button[type=submit]').last().click();
    expect(await answering.locator('.error-summary').innerText()).toContain(
      say('Perustele', 'Give the reason'),
    );
    await sound(answering, `data-request-refused-${language}`);
    await answering.fill('#answer-note', 'Vuotta 2021 ei voitu vahvistaa.');
    await answering.locator('#answer button[type=submit]').last().click();
    await expect.poll(() => answering.locator('#answer').count()).toBe(0);

    await go('/my/data');
    const mine = await page.locator('#requests li', { hasText: about }).innerText();
    expect(mine).toContain('Vuotta 2021 ei voitu vahvistaa.');
    expect(mine).toContain('tietosuoja.fi');
  });

  test('a statement says who answers and since when; the officer changes it, and nobody else may', async () => {
    const { page: visitor, go: read } = await as(undefined, language, width);
    await read('/privacy');
    expect(await visitor.locator('main').innerText()).toContain('tietosuoja@mikkeli.example');
    await sound(visitor, `privacy-${language}`);
    await read('/accessibility');
    expect(await visitor.locator('main').innerText()).toContain(say('osittain', 'in part'));
    await sound(visitor, `accessibility-${language}`);

    const { page, go } = await as('Eeva Suojanen', language, width);
    await go('/accessibility');
    await page.locator('a[href="/accessibility/edit"]').click();
    await page.waitForURL(/accessibility\/edit/);
    await sound(page, `accessibility-edit-${language}`);
    await page.fill('#statement-checkedOn', '31.2.2026');
    await page.locator('#statement button[type=submit]').last().click();
    await page.locator('.error-summary').waitFor();
    await page.fill('#statement-checkedOn', '25.11.2026');
    await page.locator('#statement button[type=submit]').last().click();
    await page.waitForURL(/accessibility$/);
    expect(await page.locator('main').innerText()).toContain(say('25.11.2026', '25 November 2026'));
    await go('/privacy/edit');
    await sound(page, `privacy-edit-${language}`);

    const { go: adviser } = await as('Tuija Tyynelä', language, width);
    expect((await adviser('/privacy/edit'))?.status()).toBe(403);
  });
});

test('works without scripts', async () => {
  const { page, go } = await as('Aino Esimerkki', 'sv', 360, false);
  await go('/my/data');
  await page.locator('#ask input[value=copy]').check();
  await page.fill('#ask-about', 'Allt');
  await page.fill('#ask-wish', 'Jag vill ha uppgifterna på papper.');
  await page.locator('#ask button[type=submit]').last().click();
  await page.locator('#requests li', { hasText: 'Uppgifter på papper' }).waitFor();
});

test('nothing went wrong in any of the browsers', () => {
  expect(wrong).toEqual([]);
});

/** The row or card of a list that holds these words. */
const row = (page: Page, words: string) =>
  page.locator('#data-requests tr, #data-requests li', { hasText: words }).first();
