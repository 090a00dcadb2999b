import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransactionAs } from '#access';
import { newId } from '#kernel/ids.ts';
import { systemViewer, type Viewer } from '#kernel/viewer.ts';
import { openTestApp, type TestApp } from '../fixtures/app.ts';
import { type Caseload, settleCaseload } from '../fixtures/caseload.ts';
import { type TestServer, testServer } from '../fixtures/server.ts';
import { openBrowser } from './chromium.ts';
import { follow, sound, type VisitOptions, visit } from './pages.ts';

let app: TestApp;
let server: TestServer;
let browser: Browser;
let load: Caseload;

beforeAll(async () => {
  app = await openTestApp('embedded', '2026-11-18');
  server = await testServer({ app });
  const meeting = 'job-search-meeting@1900-01-01';
  load = await settleCaseload(app, [
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
  await inTransactionAs(app, systemViewer, 'upkeep', async ({ db }) => {
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
  await app?.close();
});

const openAs = (viewer: Viewer, options: VisitOptions = {}) => visit(browser, server, { viewer, ...options });

describe('the adviser', () => {
  test('reads the work list: reasons, search, removable filters, pages', async () => {
    const { page, go, wrong, context } = await openAs(load.maija);
    await go('/clients');
    const rows = page.locator('#clients tbody tr');
    await expect.poll(() => rows.count()).toBe(20);
    expect(await rows.first().innerText()).toContain('Åberg Bo');
    expect(await rows.first().innerText()).toContain('10 työpäivää työnhaun alusta, laki 380/2023');
    expect(await rows.nth(2).innerText()).toMatch(
      /Työnhakukeskustelu viimeistään 14\.12\.2026.*26 päivän päästä[\s\S]*3 kk edellisestä täyttyy, laki 380\/2023/,
    );
    await sound(page, 'worklist');
    await page.getByRole('link', { name: 'Seuraavat 14' }).click();
    await page.waitForURL(/from=/);
    await expect.poll(() => rows.count()).toBe(14);
    expect(await page.locator('#clients-count').innerText()).toContain('21–34 / 34');
    await page.getByLabel('Hae nimellä').fill('hamalainen');
    await page.keyboard.press('Enter');
    await page.waitForURL(/search=hamalainen/);
    await expect.poll(() => rows.count()).toBe(1);
    expect(await rows.first().innerText()).toContain('Hämäläinen Daavid');
    await page.getByRole('link', { name: /Poista rajaus/ }).click();
    await page.waitForURL((url) => !url.search.includes('search='));
    await expect.poll(() => rows.count()).toBe(20);
    await page.getByLabel(/myöhässä/).check();
    await page.getByRole('button', { name: 'Rajaa' }).click();
    await page.waitForURL(/only=overdue/);
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
    await follow(page, page.getByRole('button', { name: 'Siirrä vastuu' }));
    expect(await page.locator('.error-summary').count()).toBe(1);
    await page
      .getByLabel('Kenelle')
      .selectOption({ label: 'Olli Ohjaaja, Mikkelin työllisyyspalvelut (1 asiakas)' });
    await page.getByLabel('Miksi').fill('Siirto');
    await follow(page, page.getByRole('button', { name: 'Siirrä vastuu' }));
    expect(await page.locator('main').innerText()).toContain('Vastuun siirrot');
    expect(await page.content()).toContain('Vastuu siirtyy 18.11.2026: Olli Ohjaaja');
    expect((await go(path))?.status()).toBe(403);
    await context.close();
  });

  test.each(['fi', 'sv', 'en'])('reads the pages on a phone in %s', async (language) => {
    const { page, go, wrong, context } = await openAs(load.maija, { width: 360 });
    await go(`/language?choose=${language}&back=/clients`);
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
    expect(await page.locator('#needs').innerText()).toContain('Åberg Bo');
    await sound(page, 'home-adviser');
    await context.close();
  });
});
