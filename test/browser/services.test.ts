import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languagesWalked } from '#test/fixtures/sampled.ts';
import { type TestServer, testServer } from '../fixtures/server.ts';
import { inWords } from '../fixtures/words.ts';
import { openBrowser } from './chromium.ts';
import { settled } from './pages.ts';
import { walk } from './walk.ts';

/**
 * The catalogue of services, in Finnish and in English: found by "alle 30", its gaps, a service added and ended, and a
 * measure of a project compared with a service in one press.
 */
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

describe.each(languagesWalked('services', ['fi', 'en'] as const))('services in %s', (language) => {
  const say = inWords(language);
  let server: TestServer;
  const { as, go, sound, close, wrong } = walk({
    browser: () => browser,
    server: () => server,
    language,
    names: { adviser: 'Ilona Lehtovaara', manager: 'Tomi Haapasaari' },
    pictures: 'services',
  });
  beforeAll(async () => {
    server = await testServer({ demonstration: true, at: '2026-11-20T09:00:00Z' });
  });
  afterAll(async () => {
    await close();
    await server?.stop();
  });

  const rows = (page: Page, id: string) => page.locator(`#${id} tbody tr`);

  test('anybody finds Ohjaamo by "alle 30" (NET-10), and sees the gaps (NET-13)', async () => {
    const visitor = await as('visitor');
    await go(visitor, '/services');
    await sound(visitor, 'list');
    expect(await rows(visitor, 'services').count()).toBe(20);
    await go(visitor, '/services?search=alle+30');
    expect(await visitor.locator('#services').innerText()).toContain('Ohjaamo');
    expect(await rows(visitor, 'services').count()).toBeLessThan(8);
    await go(visitor, '/services?group=youth&place=507');
    await sound(visitor, 'filtered');
    expect(await visitor.locator('#services').innerText()).toContain('Ohjaamo');
    await visitor
      .locator('#services')
      .getByRole('link', { name: /Ohjaamo/ })
      .click();
    await visitor.waitForURL(/services\/[0-9a-f-]{36}/);
    await visitor.waitForSelector('#place-list');
    await sound(visitor, 'ohjaamo');
    expect(await rows(visitor, 'place-list').count()).toBe(6);
    await go(visitor, '/services/gaps?group=youth');
    await sound(visitor, 'gaps');
    const gaps = await visitor.locator('#gaps').innerText();
    expect(gaps).toContain('Mäntyharju');
    expect(gaps).toContain('Ohjaamo');
    await visitor.goto(`${server.url}/services/new`);
    expect(visitor.url()).toMatch(/sign-in|demonstration-identity/);
  });

  test('every kind of provider gives a service (NET-16)', async () => {
    const { rows: kinds } = await server.app.database.pool.query<{ kind: string }>(
      'select distinct o.kind from networks.service_role r join networks.organisation o on o.id = r.organisation_id',
    );
    // TE, ELY (the development centre after it), municipalities, the wellbeing area (Kymsote then), Kela, schools, third sector.
    for (const kind of [
      'employment-services',
      'state',
      'municipality',
      'wellbeing-area',
      'kela',
      'education',
      'third-sector',
    ])
      expect(kinds.map((row) => row.kind)).toContain(kind);
  });

  test('a business adviser adds a service, says where it is given and by whom, and ends it, on a phone', async () => {
    const adviser = await as('adviser', 360);
    await go(adviser, '/services/new');
    await adviser.locator('#service button').first().click();
    await adviser.waitForSelector('.error-summary, [role=alert]');
    await sound(adviser, 'new-wrong');
    await adviser.locator('#service-names\\.fi, [name="names.fi"]').first().fill('Keikkatyön neuvonta');
    await adviser.locator('input[name=groups][value=business]').check();
    await adviser.locator('input[name=targetGroups][value=companies]').check();
    await adviser.getByRole('button', { name: say('common:save') }).click();
    await adviser.waitForURL(/\?open=places#places$/);
    await sound(adviser, 'places');
    await adviser.locator('input[name="places.on-site"][value="491"]').check();
    await adviser.locator('input[name="places.remote"][value="623"]').check();
    await adviser.getByRole('button', { name: say('common:save') }).click();
    await adviser.waitForURL(/services\/[0-9a-f-]{36}#places$/);
    await settled(adviser);
    await sound(adviser, 'added');
    expect(await adviser.locator('main').innerText()).toContain(say('services:nobody-answers-for'));
    await adviser.locator('summary', { hasText: say('services:change-providers') }).click();
    await adviser.locator('#add-provider select[name=organisationId]').selectOption({ index: 1 });
    await adviser.locator('#add-provider button').first().click();
    await adviser.waitForSelector('form[id^="end-role~"]', { state: 'attached' });
    // The address of before leads to the same fold.
    await go(adviser, `${new URL(adviser.url()).pathname}/providers`);
    expect(await adviser.locator('form[id^="end-role~"]').count()).toBe(1);
    expect(await adviser.locator('#add-provider').isVisible()).toBe(true);
    await sound(adviser, 'providers');
    expect(await adviser.locator('main').innerText()).not.toContain(say('services:nobody-answers-for'));
    await adviser.getByText(say('services:end'), { exact: false }).first().click();
    await adviser.locator('#end button').first().click();
    await adviser.waitForSelector(`text=${say('services:ended-now')}`);
    expect(await adviser.locator('#history').innerText()).toContain('Ilona Lehtovaara');
  });

  test('a project manager compares a measure with a service of the catalogue in one press (FND-01)', async () => {
    const manager = await as('manager');
    const { rows: found } = await server.app.database.pool.query<{ id: string }>(
      `select id from projects.project where name = 'Palvelupolut 3.0'`,
    );
    await go(manager, `/projects/${found[0]!.id}/plan`);
    await sound(manager, 'plan');
    const section = manager.locator('#new');
    await section.locator('summary', { hasText: say('promises:services-there.title') }).click();
    await section.locator('a[href*="&service="]').first().click();
    await manager.waitForURL(/comparison\/new/);
    const name = await manager.locator('#thing input[name=name]').inputValue();
    expect(name.length).toBeGreaterThan(3);
    await sound(manager, 'compare');
    await manager
      .locator('#thing textarea[name=difference]')
      .fill('Uutta on yhteinen suunnitelma yrityksen kanssa.');
    await manager.locator('#thing button').first().click();
    await manager.waitForURL(/\/plan$/);
    await manager.waitForSelector('#new');
    expect(await manager.locator('#new').textContent()).toContain(name);
  });

  test('nothing went wrong in any of the browsers', () => {
    expect(wrong).toEqual([]);
  });
});
