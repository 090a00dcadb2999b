import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languagesWalked } from '#test/fixtures/sampled.ts';
import { type TestServer, testServer } from '../fixtures/server.ts';
import { inWords } from '../fixtures/words.ts';
import { openBrowser } from './chromium.ts';
import { walk } from './walk.ts';

/**
 * An event day on a phone, in Finnish and in English: an event made, a company and a client written down with one press
 * each, visitors counted, money beside what was planned, and the event counted once it was held.
 */
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

describe.each(languagesWalked('events', ['fi', 'en'] as const))('events in %s', (language) => {
  const say = inWords(language);
  let server: TestServer;
  const { as, go, sound, close, wrong } = walk({
    browser: () => browser,
    server: () => server,
    language,
    names: { manager: 'Tomi Haapasaari', adviser: 'Ilona Lehtovaara', expert: 'Tuija Tyynelä' },
    pictures: 'events',
  });
  beforeAll(async () => {
    server = await testServer({ demonstration: true, at: '2026-11-20T09:00:00Z' });
  });
  afterAll(async () => {
    await close();
    await server?.stop();
  });

  const rows = (page: Page, id: string) => page.locator(`#${id} tbody tr`);
  let address = '';

  test('the project’s events: four regional ones for 14 000 €, used beside planned (EVT-01)', async () => {
    const manager = await as('manager');
    await go(manager, '/events');
    await sound(manager, 'list');
    expect(await rows(manager, 'events').count()).toBe(8);
    await go(manager, '/events?laji=regional');
    expect(await rows(manager, 'events').count()).toBe(4);
    expect((await manager.locator('#money').innerText()).replaceAll(/\D/g, '')).toContain('14000');
    await go(manager, '/events?laji=information');
    expect((await manager.locator('#money').innerText()).replaceAll(/\D/g, '')).toContain('2000');
    await go(manager, '/events?laji=regional');
    await manager.locator('#events tbody a').first().click();
    await manager.waitForSelector('#after');
    await sound(manager, 'fourth');
    // The last of the four tells what was learned in the three before it (EVT-03).
    expect(await manager.locator('#after ol > li').count()).toBe(3);
    await go(manager, `${new URL(manager.url()).pathname}/costs`);
    await sound(manager, 'costs');
    await manager.locator('input[name="lines.0.usedCents"]').fill('kaksi tonnia');
    await manager.locator('#costs button').first().click();
    await manager.waitForSelector('.error-summary, [role=alert]');
    expect(await manager.locator('input[name="lines.0.usedCents"]').inputValue()).toBe('kaksi tonnia');
    await manager.locator('input[name="lines.0.usedCents"]').fill('2 000,50');
    await manager.locator('#costs button').first().click();
    await manager.waitForURL(/events\/[0-9a-f-]{36}#money$/);
    expect((await manager.locator('#money').innerText()).replaceAll(/\D/g, '')).toContain('200050');
  });

  test('a business adviser makes an event and writes down a company at the door, on a phone', async () => {
    const adviser = await as('adviser', 360);
    await go(adviser, '/events/new');
    await adviser.locator('select[name=kind]').selectOption('virtual');
    await adviser.locator('#event button').first().click();
    await adviser.waitForSelector('.error-summary, [role=alert]');
    await sound(adviser, 'new-wrong');
    await adviser.locator('[name="names.fi"]').fill('Konepajojen ilta');
    await adviser.locator('select[name=kind]').selectOption('occupation');
    await adviser.locator('#event button').first().click();
    await adviser.waitForURL(/events\/[0-9a-f-]{36}$/);
    address = new URL(adviser.url()).pathname;
    await go(adviser, `${address}?company=virta`);
    await sound(adviser, 'door');
    await adviser
      .getByRole('button', { name: say('events:press.add') })
      .first()
      .click();
    await adviser.waitForSelector('form[id^="company-remove~"]');
    expect(await adviser.locator('#companies').innerText()).toContain('Virta');
    await adviser.locator('#after input[name=visitors]').fill('120');
    await adviser.locator('#after button').first().click();
    await adviser.waitForSelector(`text=${say('events:done.after')}`);
    await adviser.getByRole('button', { name: say('events:was-held') }).click();
    await adviser.waitForSelector(`text=${say('events:done.move')}`);
    await sound(adviser, 'held');
    expect(await adviser.locator('#visitors-came .figure-value').innerText()).toContain('120');
  });

  test('an adviser writes down an own client with one press and takes it back, on a phone', async () => {
    const expert = await as('expert', 360);
    await go(expert, address);
    await sound(expert, 'people');
    const add = expert.locator('form[id^="person-add~"]').first();
    const name = (await add.locator('span').first().innerText()).trim();
    await add.locator('button').click();
    await expert.waitForSelector('form[id^="person-remove~"]');
    const [family, given] = [name.split(' ')[0]!, name.split(' ').at(-1)!];
    const here = await expert.locator('#people').innerText();
    expect(here).toContain(family);
    expect(here).toContain(given);
    expect(await expert.locator('#people-came').innerText()).toContain(say('common:value.hidden'));
    await expert.locator('form[id^="person-remove~"] button').first().click();
    await expert.waitForSelector('form[id^="person-remove~"]', { state: 'detached' });
    await expert.setViewportSize({ width: 1280, height: 900 });
    await expert.locator('.more-places > summary').click();
    await expert
      .locator('.more-places')
      .getByRole('link', { name: say('navigation:events') })
      .click();
    await expert.waitForURL(/\/events$/);
  });

  test('nothing went wrong in any of the browsers', () => {
    expect(wrong).toEqual([]);
  });
});
