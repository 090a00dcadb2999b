import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unwrap } from '#kernel/result.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { servicesFor } from '#server/services.ts';
import { openTestApp, type TestApp } from '../fixtures/app.ts';
import { type Caseload, settleCaseload } from '../fixtures/caseload.ts';
import { type TestServer, testServer } from '../fixtures/server.ts';
import { addNeed, giveShare, withdrawShare } from '../fixtures/sharing.ts';
import { openBrowser } from './chromium.ts';
import { follow, sound as soundPage, type VisitOptions, visit } from './pages.ts';

let app: TestApp;
let server: TestServer;
let browser: Browser;
let load: Caseload;
let need: string;
const consents: string[] = [];

beforeAll(async () => {
  app = await openTestApp('embedded', '2026-11-20T08:00:00Z');
  server = await testServer({ app });
  load = await settleCaseload(app, [
    { given: 'Aino', family: 'Esimerkki' },
    { given: 'Onni', family: 'Malli' },
  ]);
  need = await addNeed(app, load);
  for (const clientId of load.clientIds) {
    const under = await giveShare(app, load, clientId, 1);
    consents.push(await giveShare(app, load, clientId, 2, { under }));
  }
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await app?.close();
});

const openAs = (viewer: Viewer, options: VisitOptions = {}) => visit(browser, server, { viewer, ...options });
const sound = (page: Page, name: string) => soundPage(page, `introductions-${name}`);

const introductionOf = async (clientId: string) => {
  const { rows: introductions } = unwrap(
    await servicesFor(app, load.business).introductions.ofOrganisation({}),
  );
  return introductions.find((introduction) => introduction.clientId === clientId)!;
};

test('a person is introduced on a phone and without scripts; the person sees whose turn it is', async () => {
  const { context, page } = await openAs(load.business, { width: 360, javaScriptEnabled: false });
  await page.goto(`${server.url}/vacancies/${need}/introduce?client=${load.clientIds[0]}`);
  expect(await page.locator('main').innerText()).toContain('Konepaja Virta Oy näkee: nimi');
  await page.locator('textarea[name=message]').fill('Kokenut hitsaaja');
  await page.getByRole('button', { name: 'Esittele työnantajalle' }).click();
  expect(new URL(page.url()).pathname).toBe('/introductions');
  expect(await page.locator('main').innerText()).toContain('Konepaja Virta Oy: vastausta odotetaan – tänään');
  await page.goto(`${server.url}/vacancies/${need}/introduce?client=${load.clientIds[0]}`);
  expect(await page.locator('main').innerText()).toContain('Henkilö on jo esitelty tähän työpaikkaan.');
  await context.close();

  const mine = await openAs(load.person, { width: 360 });
  await mine.page.goto(`${server.url}/my/introductions`);
  const text = await mine.page.locator('main').innerText();
  expect(text).toContain('Konepaja Virta Oy: odottaa vastausta – tänään');
  expect(text).toContain('Työnantajaa muistutetaan 24.11.2026.');
  await sound(mine.page, 'my');
  await mine.context.close();
});

test('an answer without its day or reason comes back with what was typed; then it is sent', async () => {
  const { context, page } = await openAs(load.employer);
  await page.goto(`${server.url}/employer`);
  await page.getByRole('link', { name: /Avaa ja vastaa/ }).click();
  await page.getByText('En valitse', { exact: true }).click();
  const form = page.locator('form#not-chosen');
  await form.locator('select[name=reason]').selectOption('other');
  await form.getByRole('button', { name: 'Lähetä vastaus' }).click();
  await form.getByRole('alert').waitFor();
  expect(await form.locator('select[name=reason]').inputValue()).toBe('other');
  await sound(page, 'employer-note-needed');
  await page.getByText('Haluan haastatella', { exact: true }).click();
  await page.locator('form#interview textarea[name=note]').fill('Klo 9 portilla');
  await page.getByRole('button', { name: 'Kutsu haastatteluun' }).click();
  await page.locator('form#interview').getByRole('alert').waitFor();
  expect(await page.locator('form#interview textarea[name=note]').inputValue()).toBe('Klo 9 portilla');
  await page.locator('form#interview input[name=interviewOn]').fill('2026-11-25');
  await page.getByRole('button', { name: 'Kutsu haastatteluun' }).click();
  await page.waitForURL(/\/employer$/);
  await page.locator('#interviews').waitFor();
  expect(await page.locator('#interviews').innerText()).toMatch(/25\.11\.2026: Aino Esimerkki/);
  await sound(page, 'employer');
  await context.close();
  expect(await introductionOf(load.clientIds[0]!)).toMatchObject({
    state: 'interview',
    answerNote: 'Klo 9 portilla',
  });
});

test('a silent employer comes to the top on the sixth working day', async () => {
  unwrap(
    await servicesFor(app, load.business).introductions.introduce({
      clientId: load.clientIds[1]!,
      vacancyId: need,
    }),
  );
  app.clock.moveTo('2026-11-30T08:00:00Z');
  const { context, page } = await openAs(load.business);
  await page.goto(`${server.url}/introductions`);
  expect(await page.locator('#introductions tbody tr').first().innerText()).toContain(
    'ei ole vastannut, vuoro on sinun',
  );
  await sound(page, 'silent');
  await page.goto(server.url);
  expect(await page.locator('#needs').innerText()).toContain('Konepaja Virta Oy ei ole vastannut');
  await context.close();
  const adviser = await openAs(load.maija);
  await adviser.page.goto(`${server.url}/clients/${load.clientIds[1]}/introductions`);
  expect(await adviser.page.locator('main').innerText()).toContain('ei ole vastannut');
  await sound(adviser.page, 'client');
  await adviser.context.close();
});

test('when the person withdraws, the open tab and the link say it is gone (410) and an answer changes nothing', async () => {
  const { introductionId } = await introductionOf(load.clientIds[1]!);
  const open: { context: BrowserContext; page: Page } = await openAs(load.employer, {
    javaScriptEnabled: false,
  });
  const address = `${server.url}/employer/introductions/${introductionId}`;
  expect((await open.page.goto(address))?.status()).toBe(200);
  await withdrawShare(app, consents[1]!);
  await open.page.getByText('Palkkaan', { exact: true }).click();
  await open.page.locator('form#hired input[name=hiredOn]').fill('2026-12-01');
  await follow(open.page, open.page.getByRole('button', { name: 'Ilmoita palkkauksesta' }));
  expect(await open.page.locator('main').innerText()).not.toContain('Onni');
  const answer = await open.page.goto(address);
  expect(answer?.status()).toBe(410);
  expect(answer?.headers()['cache-control']).toBe('no-store');
  const text = await open.page.locator('body').innerText();
  expect(text).toContain('Tätä esittelyä ei enää näytetä');
  expect(text).not.toContain('Onni');
  await open.page.goto(`${server.url}/employer`);
  expect(await open.page.locator('main').innerText()).not.toContain('Onni');
  await open.context.close();
  const tab = await openAs(load.employer);
  await tab.page.goto(address);
  await sound(tab.page, 'gone');
  await tab.context.close();
});
