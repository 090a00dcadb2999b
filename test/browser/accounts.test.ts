import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransactionAs } from '#access';
import { systemViewer } from '#kernel/viewer.ts';
import { directory } from '#server/demonstration/directory.ts';
import { makeAdministrator } from '#server/first-administrator.ts';
import { openTestApp } from '../fixtures/app.ts';
import { type TestServer, testServer } from '../fixtures/server.ts';
import { openBrowser } from './chromium.ts';
import { visit } from './pages.ts';
import { walk } from './walk.ts';

let browser: Browser;
let server: TestServer;
const names = { kalle: 'Kalle Avainlahti', kerttu: 'Kerttu Lukkari' } as const;
const parts = { browser: () => browser, server: () => server, names, pictures: 'accounts' };
const { as, go, sound, send, refused, unfold, close, wrong } = walk({ ...parts, language: 'fi' });
const english = walk({ ...parts, language: 'en' });

beforeAll(async () => {
  browser = await openBrowser();
  server = await testServer({ demonstration: true, at: '2026-11-20T09:00:00Z' });
});
afterAll(async () => {
  await close();
  await english.close();
  await server?.stop();
  await browser?.close();
});

const organisation = 'Mikkelin seudun työllisyysalue';
const accountAddress = /accounts\/[0-9a-f-]{36}/;

/** Opens an account on the page; its address is where the browser then is. */
async function openAccount(page: Page, name: string, email: string): Promise<string> {
  await go(page, '/accounts/new');
  await page.fill('#account-name', name);
  await page.check('#account-knownBy-email');
  await page.fill('#account-key', email);
  await Promise.all([
    page.waitForURL(accountAddress),
    page.locator('#account button[type=submit]').last().click(),
  ]);
  return new URL(page.url()).pathname;
}

async function give(page: Page, role: string, reason?: string): Promise<void> {
  await unfold(page, 'give');
  await page.selectOption('#give-role', { label: role });
  await page.selectOption('#give-organisationId', { label: organisation });
  if (reason !== undefined) await page.fill('#give-reason', reason);
}

test('an administrator opens an account and gives a role; the person signs in and is at work; the role ends, and the next request is refused', async () => {
  const page = await as('kalle');
  const account = await openAccount(page, 'Uuno Uusitalo', 'uuno.uusitalo@polku.example');
  await sound(page, 'account-without-role');
  await give(page, 'Asiantuntija');
  await send(page, 'give');
  await sound(page, 'account');

  const { page: own, context } = await visit(browser, server);
  await server.signInAs(own, 'Uuno Uusitalo');
  const places = () =>
    own.locator('header nav a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(await places()).toContain('/clients');
  await own.goto(`${server.url}/clients`);
  expect(await own.locator('h1').innerText()).toContain('asiakkaat');

  await go(page, account);
  expect(await page.locator('#sessions tbody tr').count()).toBe(1);
  await page.locator('#role-table details.confirm summary').click();
  await page.locator('#role-table form button[type=submit]').click();
  await page.locator('.notice').first().waitFor();
  expect(await page.locator('#role-table').innerText()).toContain('Päättynyt');

  await own.goto(`${server.url}/clients`);
  expect(new URL(own.url()).pathname).not.toBe('/clients');
  await context.close();
  expect(wrong).toEqual([]);
});

test('nobody grants own rights: the own page has no forms, and what is sent past it is refused', async () => {
  const page = await as('kalle');
  const own = await server.accountNamed(names.kalle);
  await go(page, `/accounts/${own}`);
  expect(await page.locator('#give, #close, #role-table form').count()).toBe(0);
  expect(await page.locator('main').innerText()).toContain('oma tunnuksesi');
  await sound(page, 'own-account');
  await go(page, await openAccount(page, 'Väli Kappale', 'vali@polku.example'));
  await give(page, 'Asiantuntija');
  await page.evaluate(
    (id) => document.getElementById('give')?.setAttribute('action', `/accounts/${id}`),
    own,
  );
  const [answer] = await Promise.all([
    page.waitForResponse((found) => found.request().method() === 'POST'),
    page.evaluate(() => (document.getElementById('give') as HTMLFormElement).submit()),
  ]);
  expect(answer.status()).toBe(409);
  expect(await page.locator('main').innerText()).toContain('Omia oikeuksia ei voi antaa');
});

test('a data protection officer is proposed by one and approved by another', async () => {
  const made = await inTransactionAs(server.app, systemViewer, 'administration', async ({ db }) =>
    db.selectFrom('access.role_assignment').select('id').where('role', '=', 'access-admin').execute(),
  );
  if (made.length === 1)
    await makeAdministrator(server.app, 'second', { subject: 'kerttu', name: names.kerttu, language: 'fi' });
  const page = await as('kalle');
  const account = await openAccount(page, 'Eila Vahtila', 'eila@polku.example');
  await give(page, 'Tietosuojavastaava');
  expect(await refused(page, 'give')).toContain('Kirjoita peruste');
  await page.fill('#give-reason', 'Valittu tehtävään 1.12.');
  await send(page, 'give');
  expect(await page.locator('#proposals').innerText()).toContain('Odottaa toisen hallinnoijan päätöstä');
  expect(await page.locator('#proposals form[id^=approve]').count()).toBe(0);

  const other = await as('kerttu');
  await go(other, '/');
  expect(await other.locator('#needs').innerText()).toContain('Eila Vahtila');
  await sound(other, 'home');
  await go(other, '/accounts/proposals');
  await sound(other, 'proposals');
  await other
    .locator('.card', { hasText: 'Eila Vahtila' })
    .locator('form[id^=approve] button[type=submit]')
    .click();
  await other.locator('.notice').first().waitFor();
  await go(other, account);
  expect(await other.locator('#role-table').innerText()).toContain('hyväksyjä Kerttu Lukkari');
  await sound(other, 'approved');
});

test('a table with a faulty row brings nothing in; the right one all', async () => {
  const page = await as('kalle');
  await go(page, '/accounts/import');
  await sound(page, 'import');
  const table = (...rows: string[]) => ({
    name: 'users.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['Nimi;Sähköposti;Rooli;Organisaatio', ...rows].join('\n')),
  });
  const row = (name: string, role = 'Yritysneuvoja') =>
    `${name};${name.toLowerCase().replace(' ', '.')}@polku.example;${role};${organisation}`;
  const bring = async (which: ReturnType<typeof table>, button: 'check' | 'bring') => {
    await page.setInputFiles('#import-bytes', which);
    await Promise.all([
      page.waitForResponse((answer) => answer.request().method() === 'POST'),
      page.locator(`#import button[value=${button}]`).click(),
    ]);
  };
  await bring(table(row('Taru Taulukko'), row('Teppo Taulukko', 'Kuningas')), 'bring');
  await page.locator('#faults').waitFor();
  expect(await page.locator('#faults tbody tr').innerText()).toMatch(
    /3[\s\S]*C[\s\S]*Roolia ei tunneta[\s\S]*Kuningas/,
  );
  await sound(page, 'import-fault');
  await bring(table(row('Taru Taulukko'), row('Teppo Taulukko')), 'check');
  await page.locator('#planned').waitFor();
  expect(await page.locator('#planned tbody tr').count()).toBe(2);
  await sound(page, 'import-tried');
  await bring(table(row('Taru Taulukko'), row('Teppo Taulukko')), 'bring');
  await page.locator('.notice--success').waitFor();
  await go(page, '/accounts?search=taulukko');
  expect(await page.locator('#accounts tbody tr').count()).toBe(2);
});

test('a group of the directory gives a role at sign-in, and takes it from a session within a minute', async () => {
  const page = await as('kalle');
  await openAccount(page, 'Ryhmä Rantanen', 'ryhma@polku.example');
  await give(page, 'Viestintä');
  await send(page, 'give');
  await go(page, '/accounts/groups');
  await unfold(page, 'tie');
  await page.fill('#tie-group', 'Polku – neuvojat');
  await page.selectOption('#tie-role', { label: 'Yritysneuvoja' });
  await page.selectOption('#tie-organisationId', { label: organisation });
  await send(page, 'tie');
  await sound(page, 'groups');
  directory.set('ryhma@polku.example', ['Polku – neuvojat']);
  const { page: own, context } = await visit(browser, server);
  await server.signInAs(own, 'Ryhmä Rantanen');
  await own.goto(`${server.url}/role`);
  expect(await own.locator('main').innerText()).toContain('Yritysneuvoja');
  await Promise.all([own.waitForEvent('load'), own.getByRole('button', { name: /Yritysneuvoja/ }).click()]);
  await own.goto(`${server.url}/companies`);
  expect(new URL(own.url()).pathname).toBe('/companies');
  directory.set('ryhma@polku.example', []);
  server.app.clock.moveTo?.('2026-11-20T09:01:00Z');
  await own.goto(`${server.url}/companies`);
  expect(new URL(own.url()).pathname).not.toBe('/companies');
  server.app.clock.moveTo?.('2026-11-20T09:00:00Z');
  await context.close();
});

test('the secret of a system is shown once', async () => {
  const page = await as('kalle');
  await go(page, '/accounts/credentials');
  await unfold(page, 'make');
  await page.fill('#make-name', 'Kunnan taloushallinto');
  await page.selectOption('#make-accountId', { index: 1 });
  const label = 'Ilona Lehtovaara';
  const value = await page
    .locator('#make-accountId option', { hasText: label })
    .first()
    .getAttribute('value');
  await page.selectOption('#make-accountId', value!);
  await page.locator('#make input[value=business]').check();
  await page.locator('#make button[type=submit]').last().click();
  const secret = await page.locator('#client-secret').innerText();
  expect(secret).toMatch(/^polku_/);
  await sound(page, 'credential-made');
  await go(page, '/accounts/credentials');
  expect(await page.content()).not.toContain(secret);
  await sound(page, 'credentials');
  // The same form sent twice makes one credential; the second answer says where the secret went.
  const sent: [string, string][] = [];
  for (const field of await page.locator('#make input[type=hidden]').all())
    sent.push([(await field.getAttribute('name')) ?? '', await field.inputValue()]);
  sent.push(['name', 'Kahdesti painettu'], ['accountId', value!], ['scopes', 'business'], ['days', '30']);
  const press = () =>
    page.request.post(`${server.url}/accounts/credentials`, {
      headers: { origin: server.url, 'content-type': 'application/x-www-form-urlencoded' },
      data: new URLSearchParams(sent).toString(),
      maxRedirects: 0,
    });
  const answers = await Promise.all([press(), press()]);
  expect(answers.map((answer) => answer.status()).toSorted()).toEqual([200, 303]);
  await go(page, '/accounts/credentials');
  expect(await page.locator('.notice').innerText()).toContain('kahdesti');
  expect(await page.locator('#credentials tbody th', { hasText: 'Kahdesti painettu' }).count()).toBe(1);
});

test('accounts are found, closed many at once and reopened; organisations have contact persons and successors', async () => {
  const page = await as('kalle');
  await go(page, '/accounts');
  await sound(page, 'accounts');
  await go(page, '/accounts?search=Revonp%C3%A4%C3%A4');
  await page.locator('#accounts tbody input[type=checkbox]').first().check();
  await page.getByRole('button', { name: 'Sulje valitut' }).click();
  await page.locator('.notice').first().waitFor();
  expect(await page.locator('#accounts tbody').innerText()).toContain('Suljettu');
  await page.locator('#accounts tbody input[type=checkbox]').first().check();
  await page.getByRole('button', { name: 'Avaa valitut uudelleen' }).click();
  await page.locator('.notice').first().waitFor();
  expect(await page.locator('#accounts tbody').innerText()).not.toContain('Suljettu');

  await go(page, '/organisations');
  await sound(page, 'organisations');
  await go(page, '/organisations/new');
  await page.fill('[id="organisation-names.fi"]', 'Koeseudun yrityspalvelut');
  await page.selectOption('#organisation-kind', 'business-services');
  await sound(page, 'organisation-new');
  await Promise.all([
    page.waitForURL(/organisations\/[0-9a-f-]{36}/),
    page.locator('#organisation button[type=submit]').last().click(),
  ]);
  await unfold(page, 'person');
  await page.fill('#person-name', 'Pirjo Puhelin');
  await page.fill('#person-phone', '015 123 4567');
  await send(page, 'person');
  await unfold(page, 'end');
  await page.selectOption('#end-successorId', { label: organisation });
  await send(page, 'end');
  await sound(page, 'organisation');
  expect(wrong).toEqual([]);
});

test('the pages stand on a phone, and in English', async () => {
  const id = await server.accountNamed('Ilona Lehtovaara');
  for (const width of [360, 1280])
    for (const path of [
      '/',
      '/accounts',
      `/accounts/${id}`,
      '/accounts/new',
      '/accounts/proposals',
      '/accounts/groups',
      '/accounts/credentials',
      '/accounts/import',
      '/organisations',
    ]) {
      const page = await english.as('kalle', width);
      await go(page, path);
      await english.sound(page, `${width}${path.replaceAll('/', '-').replace(id, 'id')}`);
    }
  expect(english.wrong).toEqual([]);
});

test('an empty installation leads its administrator step by step', async () => {
  const app = await openTestApp('embedded', '2026-11-20T09:00:00Z');
  const empty = await testServer({ app });
  const made = await makeAdministrator(app, 'first', { subject: 'a', name: 'Aatu Alku', language: 'fi' });
  const {
    page,
    context,
    go: open,
  } = await visit(browser, empty, {
    viewer: { accountId: made.ok ? made.value.accountId : '' },
  });
  await open('/');
  const rows = page.locator('#needs > li');
  expect(await rows.count()).toBe(4);
  expect(await rows.first().innerText()).toContain('Vaihe 1/4');
  await sound(page, 'empty-home');
  await open('/organisations/new');
  await page.fill('[id="organisation-names.fi"]', 'Uusi työllisyysalue');
  await page.selectOption('#organisation-kind', 'employment-services');
  await page.locator('#organisation button[type=submit]').last().click();
  await page.waitForURL(/organisations\/[0-9a-f-]{36}/);
  await open('/');
  expect(await rows.count()).toBe(3);
  await open('/accounts/proposals');
  expect(await page.locator('main').innerText()).toContain('node polku.js second-administrator');
  await sound(page, 'empty-proposals');
  await context.close();
  await empty.stop();
  await app.close();
});
