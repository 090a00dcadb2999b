import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withHandle } from '#access';
import { newId } from '#kernel/ids.ts';
import { systemViewer, type Viewer } from '#kernel/viewer.ts';
import { type Caseload, settleCaseload } from '../fixtures/caseload.ts';
import { openTestHouse, type TestHouse } from '../fixtures/house.ts';
import { type TestServer, testServer } from '../fixtures/server.ts';
import { openBrowser } from './chromium.ts';

let house: TestHouse;
let server: TestServer;
let browser: Browser;
let load: Caseload;
const shots = process.env.SCREENSHOTS;

beforeAll(async () => {
  house = await openTestHouse('embedded', '2026-11-18');
  server = await testServer({ house });
  const meeting = 'job-search-meeting@1900-01-01';
  load = await settleCaseload(house, [
    {
      given: 'Aino',
      family: 'Esimerkki',
      due: '2026-12-14',
      ruleId: meeting,
      searchStartedOn: '2026-09-01',
      plan: true,
    },
    {
      given: 'Bo',
      family: 'Åberg',
      due: '2026-11-16',
      kind: 'initial-interview',
      ruleId: 'initial-interview@2026-01-01',
      searchStartedOn: '2026-11-02',
    },
    { given: 'Cecilia', family: 'Öhman', due: '2026-11-20', kind: 'plan-review' },
    { given: 'Daavid', family: 'Hämäläinen', nonDisclosure: true },
    { given: 'Vieras', family: 'Toisen', worker: 'olli' },
    ...Array.from({ length: 30 }, (_, i) => ({
      given: `Ville-${i}`,
      family: 'Virtanen',
      due: '2027-01-11',
      ruleId: meeting,
    })),
  ]);
  const pilotId = newId();
  await withHandle(house, systemViewer, 'upkeep', async ({ db }) => {
    await db
      .insertInto('pilots.pilot')
      .values({
        id: pilotId,
        names: '{"fi":"Osaamispilotti","sv":"Kompetenspiloten","en":"Skills pilot"}',
        organisation_id: load.offices.employment,
        starts_on: '2026-09-01',
        ends_on: '2027-12-31',
        size_target: 50,
        employed_target: 40,
        companies_target: 90,
        source: '003:123',
      })
      .execute();
    await db
      .insertInto('pilots.member')
      .values({ pilot_id: pilotId, client_id: load.clientIds[0]!, invited_on: '2026-11-10' })
      .execute();
  });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await house?.close();
});

async function openAs(viewer: Viewer, options: { width?: number; javaScriptEnabled?: boolean } = {}) {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: 900 },
    javaScriptEnabled: options.javaScriptEnabled ?? true,
    locale: 'fi-FI',
  });
  const { cookie } = await server.sessionFor(viewer.accountId!, viewer.role);
  await context.addCookies([cookie]);
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4/.test(message.text())) wrong.push(message.text());
  });
  return { context, page, wrong, go: (path: string) => page.goto(`${server.url}${path}`) };
}

async function sound(page: Page, name: string, context?: BrowserContext) {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${name} is wider than the window`).toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map((violation) => `${name}: ${violation.id} ${violation.nodes[0]?.html}`)).toEqual([]);
  await context?.close();
}

describe('the adviser', () => {
  test('reads the work list: reasons, search, removable filters, pages', async () => {
    const { page, go, wrong, context } = await openAs(load.maija);
    await go('/clients');
    const rows = page.locator('#clients tbody tr');
    await expect.poll(() => rows.count()).toBe(25);
    expect(await rows.first().innerText()).toContain('Åberg Bo');
    expect(await rows.first().innerText()).toContain('10 työpäivää työnhaun alusta, laki 380/2023');
    expect(await rows.nth(2).innerText()).toMatch(
      /Työnhakukeskustelu viimeistään 14\.12\.2026.*26 päivän päästä[\s\S]*3 kk edellisestä täyttyy, laki 380\/2023/,
    );
    await sound(page, 'worklist');
    await page.getByRole('link', { name: 'Seuraavat' }).click();
    await page.waitForURL(/kohdasta=/);
    await expect.poll(() => rows.count()).toBe(9);
    await page.getByLabel('Hae nimellä').fill('hamalainen');
    await page.keyboard.press('Enter');
    await page.waitForURL(/haku=hamalainen/);
    await expect.poll(() => rows.count()).toBe(1);
    expect(await rows.first().innerText()).toContain('Hämäläinen Daavid');
    await page.getByRole('link', { name: /Poista rajaus/ }).click();
    await page.waitForURL((url) => !url.search.includes('haku='));
    await expect.poll(() => rows.count()).toBe(25);
    await page.getByLabel(/myöhässä/).check();
    await page.getByRole('button', { name: 'Rajaa' }).click();
    await page.waitForURL(/rajaus=overdue/);
    await expect.poll(() => rows.count()).toBe(1);
    await go('/clients?haku=olematon');
    await sound(page, 'worklist-empty');
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('opens a client, marks a duty done and undoes it, adds a step, agrees on a plan, records an outcome, writes a note', async () => {
    const { page, go, wrong, context } = await openAs(load.maija);
    const path = `/clients/${load.clientIds[0]}`;
    await go(path);
    expect(await page.locator('h1').innerText()).toBe('Aino Esimerkki');
    expect(await page.locator('.lead').innerText()).toBe(
      '34 vuotta · Mikkeli · vastuussa: sinä, 1.9.2026 alkaen',
    );
    await sound(page, 'client');
    await page
      .getByRole('button', { name: /Merkitse tehdyksi/ })
      .first()
      .click();
    await page.getByText('Seuraava on viimeistään 18.2.2027').waitFor();
    await page.getByRole('button', { name: /Peru merkintä/ }).click();
    await page.getByText('Tehtävä on taas auki').waitFor();

    await page.getByRole('link', { name: 'Uusi askel' }).click();
    await page.waitForURL(/task$/);
    await page.getByLabel('Mihin päivään mennessä').fill('2026-11-27');
    await page.getByRole('button', { name: 'Uusi askel' }).click();
    await page.locator('.error-summary').waitFor();
    expect(await page.locator('.error-summary').textContent()).toContain('Kerro omin sanoin');
    await sound(page, 'task-refused');
    expect(await page.getByLabel('Mihin päivään mennessä').inputValue()).toBe('2026-11-27');
    await page.getByLabel('Omin sanoin', { exact: true }).fill('CV kuntoon');
    await page.getByRole('button', { name: 'Uusi askel' }).click();
    await page.getByText('CV kuntoon viimeistään 27.11.2026').waitFor();

    await page.getByRole('link', { name: 'Uudista suunnitelma' }).click();
    await page.getByLabel('Mihin pyritään ja miten').fill('Hitsaajaksi konepajaan');
    await sound(page, 'plan');
    await page.getByRole('button', { name: 'Tallenna suunnitelma' }).click();
    await page.getByText('Hitsaajaksi konepajaan').first().waitFor();

    await page.getByRole('link', { name: 'Kirjaa tulos' }).click();
    await page.getByLabel('työllistyi').check();
    await page.getByLabel('Mistä päivästä').fill('2026-11-16');
    await page.getByLabel('työnantaja').check();
    await sound(page, 'outcome');
    await page.getByRole('button', { name: 'Tallenna tulos' }).click();
    await page.getByText('Tulos kirjattu').waitFor();
    expect(await page.locator('#outcomes').innerText()).toContain('työllistyi – 16.11.2026');

    await page.getByRole('link', { name: 'Muistiinpanot', exact: true }).click();
    await page.getByLabel('Muistiinpano', { exact: true }).fill('Sovittiin hakemuksesta.');
    await page.getByLabel('Arkaluonteinen').check();
    await page.getByRole('button', { name: 'Tallenna muistiinpano' }).click();
    await page.getByText('Muistiinpano tallennettu').waitFor();
    await sound(page, 'notes');
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('is told why another adviser’s client is closed', async () => {
    const { page, go, context } = await openAs(load.maija);
    const answer = await go(`/clients/${load.clientIds[4]}`);
    expect(answer?.status()).toBe(403);
    expect(await page.locator('main').innerText()).toContain('Sinulla ei ole asiakkuutta tähän henkilöön');
    expect(await page.content()).not.toContain('Toisen');
    await sound(page, 'denied');
    await context.close();
  });

  test('sees a protected address as protected', async () => {
    const { page, go, context } = await openAs(load.maija);
    await go(`/clients/${load.clientIds[3]}`);
    expect(await page.locator('main').innerText()).toContain('yhteystieto suojattu');
    expect(await page.content()).not.toContain('040 000 0000');
    await sound(page, 'protected');
    await context.close();
  });

  test('hands a client over without JavaScript, and no longer sees it', async () => {
    const { page, go, context } = await openAs(load.maija, { javaScriptEnabled: false });
    const path = `/clients/${load.clientIds[2]}`;
    await go(`${path}/hand-over`);
    await page.getByRole('button', { name: 'Siirrä vastuu' }).click();
    expect(await page.locator('.error-summary').count()).toBe(1);
    await page
      .getByLabel('Kenelle')
      .selectOption({ label: 'Olli Ohjaaja, Mikkelin työllisyyspalvelut (1 asiakas)' });
    await page.getByLabel('Miksi').fill('Siirto');
    await page.getByRole('button', { name: 'Siirrä vastuu' }).click();
    expect(await page.locator('main').innerText()).toContain('Omat asiakkaat');
    expect(await page.content()).toContain('Vastuu siirtyy 18.11.2026: Olli Ohjaaja');
    expect((await go(path))?.status()).toBe(403);
    await context.close();
  });

  test.each(['fi', 'sv', 'en'])('reads the pages on a phone in %s', async (language) => {
    const { page, go, wrong, context } = await openAs(load.maija, { width: 360 });
    await go(`/kieli?valitse=${language}&takaisin=/clients`);
    await go('/clients');
    await sound(page, `worklist-phone-${language}`);
    await go(`/clients/${load.clientIds[0]}`);
    await sound(page, `client-phone-${language}`);
    expect(wrong).toEqual([]);
    await context.close();
  });
});

describe('the person', () => {
  test('sees what waits, joins the pilot, changes contact details, tells an outcome', async () => {
    const { page, go, wrong, context } = await openAs(load.person, { width: 390 });
    await go('/my');
    const main = page.locator('main');
    expect(await main.innerText()).toContain('Kutsu: Osaamispilotti');
    expect(await main.innerText()).toContain('Maija Neuvoja, Mikkelin työllisyyspalvelut');
    await sound(page, 'my');
    await page.getByRole('button', { name: 'Osallistun' }).click();
    await page.getByText('Hienoa, että olet mukana').waitFor();
    expect(await main.innerText()).toContain('Osaamiskartoituksesi odottaa');
    await page.getByText('Muuta yhteystietoja').click();
    await page.getByLabel('Sähköposti').fill('väärin');
    await page.getByRole('button', { name: 'Tallenna' }).click();
    await page.locator('.error-summary').waitFor();
    expect(await page.getByLabel('Sähköposti').inputValue()).toBe('väärin');
    await page.getByLabel('Sähköposti').fill('aino@esimerkki.fi');
    await page.getByRole('button', { name: 'Tallenna' }).click();
    await page.getByText('Yhteystiedot tallennettu').waitFor();
    await go('/');
    await sound(page, 'home-person');
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('the adviser’s first page shows this week’s duties', async () => {
    const { page, go, context } = await openAs(load.maija);
    await go('/');
    expect(await page.locator('#needs').innerText()).toContain('Bo Åberg');
    await sound(page, 'home-adviser');
    await context.close();
  });
});
