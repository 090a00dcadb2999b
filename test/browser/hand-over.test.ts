import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransactionAs } from '#access';
import { newId } from '#kernel/ids.ts';
import { systemViewer, type Viewer } from '#kernel/viewer.ts';
import { openTestApp, type TestApp } from '../fixtures/app.ts';
import { type Caseload, settleCaseload } from '../fixtures/caseload.ts';
import { type TestServer, testServer } from '../fixtures/server.ts';
import { openBrowser } from './chromium.ts';
import { sound, type VisitOptions, visit } from './pages.ts';

let app: TestApp;
let server: TestServer;
let browser: Browser;
let load: Caseload;
let manager: Viewer;

beforeAll(async () => {
  app = await openTestApp('embedded', '2026-11-18');
  server = await testServer({ app });
  load = await settleCaseload(app, [
    { given: 'Aino', family: 'Esimerkki', due: '2026-11-20', searchStartedOn: '2026-09-01' },
    { given: 'Bo', family: 'Åberg', due: '2026-11-16', kind: 'plan-review' },
    { given: 'Cecilia', family: 'Öhman' },
    { given: 'Olga', family: 'Toinen', worker: 'olli' },
  ]);
  const accountId = newId();
  manager = { ...load.maija, accountId, role: 'area-manager' };
  await inTransactionAs(app, systemViewer, 'upkeep', async ({ db }) => {
    await db
      .insertInto('access.account')
      .values({ id: accountId, subject: accountId, name: 'Päivi Päällikkö' })
      .execute();
    await db
      .insertInto('access.role_assignment')
      .values({
        id: newId(),
        account_id: accountId,
        role: 'area-manager',
        organisation_id: load.offices.employment,
        valid_from: '2026-01-01',
      })
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

test('many clients are handed over from the selection, told to the receiver, and taken back', async () => {
  const { page, go, wrong, context } = await openAs(load.maija);
  await go('/clients');
  await page.getByRole('checkbox', { name: 'Esimerkki Aino' }).check();
  await page.getByRole('checkbox', { name: 'Åberg Bo' }).check();
  await page.getByRole('button', { name: 'Siirrä vastuu' }).click();
  await page.waitForURL(/hand-over\?client=/);
  expect(await page.locator('h1').innerText()).toBe('Siirrä 2 asiakkaan vastuu');
  expect(await page.getByRole('listitem').allInnerTexts()).toEqual(
    expect.arrayContaining(['Aino Esimerkki', 'Bo Åberg']),
  );
  await sound(page, 'hand-over-many');
  await page.getByLabel('Kenelle').selectOption(load.olli.accountId!);
  await page.getByLabel('Miksi').fill('Piirijako');
  await page.getByRole('button', { name: 'Siirrä vastuu' }).click();
  await page.waitForURL(/hand-overs$/);
  await expect.poll(() => page.getByText('2 asiakkaan vastuu siirtyy 18.11.2026: Olli Ohjaaja').count()).toBe(1);
  await sound(page, 'hand-overs');

  const olli = await openAs(load.olli, { width: 360, language: 'en' });
  await olli.go('/');
  await olli.page.getByRole('link', { name: /You received 2 clients on 18 November 2026: Maija Neuvoja/ }).click();
  await olli.page.waitForURL(/only=received/);
  await expect.poll(() => olli.page.locator('#clients tbody tr').count()).toBe(2);
  await olli.context.close();

  await page.getByRole('button', { name: /Peru siirto/ }).click();
  await expect.poll(() => page.getByText('Siirto peruttu. Edellinen neuvoja vastaa taas 2 asiakkaasta.').count()).toBe(1);
  await go('/clients');
  await expect.poll(() => page.locator('#clients tbody tr').count()).toBe(3);
  expect(wrong).toEqual([]);
  await context.close();
}); // biome-ignore format: long lines of expectations

test('the manager sets an absence; the substitute works, the person reads who; it ends with a press', async () => {
  const boss = await openAs(manager);
  await boss.go('/teams');
  await sound(boss.page, 'teams');
  await boss.page.getByRole('link', { name: 'Maija Neuvoja' }).click();
  await boss.page.waitForURL(/teams\/./);
  expect(await boss.page.locator('#team-clients tbody tr').count()).toBe(3);
  await sound(boss.page, 'team');
  await boss.go('/absences');
  await boss.page.getByLabel('Kuka on poissa').selectOption(load.maija.accountId!);
  await boss.page.getByLabel('Viimeinen päivä').fill('20.11.2026');
  await boss.page.getByLabel('Kuka sijaistaa').selectOption(load.olli.accountId!);
  await boss.page.getByRole('button', { name: 'Merkitse poissaolo' }).click();
  await expect.poll(() => boss.page.getByText('Sijainen Olli Ohjaaja näkee 3 asiakasta 18.11.2026–20.11.2026.').count()).toBe(1);
  await sound(boss.page, 'absences');

  const olli = await openAs(load.olli, { language: 'fi' });
  await olli.go('/');
  await olli.page.getByRole('link', { name: 'Sijaistat 20.11.2026 asti: Maija Neuvoja' }).click();
  await olli.page.waitForURL(/only=covered/);
  await olli.page.getByRole('link', { name: 'Esimerkki Aino' }).click();
  await olli.page.waitForURL(/clients\/./);
  expect(await olli.page.locator('main').innerText()).toContain('sinä sijaistat 20.11.2026 asti');
  await olli.page.getByText('Pidettiin muuna päivänä tai asiakas ei tullut').click();
  await olli.page.getByLabel('Minä päivänä').fill('17.11.2026');
  await olli.page.getByRole('radio', { name: /^Ei tullut/ }).check();
  await sound(olli.page, 'client-held');
  await olli.page.locator('form[id^=held]').getByRole('button').click();
  await expect.poll(() => olli.page.getByText('Kirjattu, ettei asiakas tullut. Tapaaminen on yhä pidettävä, viimeistään 20.11.2026.').count()).toBe(1);

  const person = await openAs(load.person, { width: 360 });
  await person.go('/my');
  expect(await person.page.locator('#adviser').innerText()).toContain('Neuvojasi on poissa 20.11.2026 asti. Asiaasi hoitaa Olli Ohjaaja.');
  await sound(person.page, 'my-substitute');

  await boss.page.getByRole('button', { name: /Päätä sijaisuus nyt/ }).click();
  await expect.poll(() => boss.page.getByText('Sijaisuus on päättynyt.').count()).toBe(1);
  const closed = await olli.page.reload();
  expect(closed?.status()).toBe(403);
  for (const visitor of [boss, olli, person]) {
    expect(visitor.wrong).toEqual([]);
    await visitor.context.close();
  }
}); // biome-ignore format: long lines of expectations
