import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransactionAs } from '#access';
import { systemViewer } from '#kernel/viewer.ts';
import { type TestServer, testServer } from '../fixtures/server.ts';
import { openBrowser } from './chromium.ts';
import { follow, picture, visit } from './pages.ts';

/** What may not be done: forms of others, forged posts, and forms that somebody's doing has taken away meanwhile. */
let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  browser = await openBrowser();
  server = await testServer({ demonstration: true, at: '2026-11-20T09:00:00Z' });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** A viewer who sends what no page gives: addresses and fields of others. */
async function forger(name: string) {
  const { cookie } = await server.sessionFor((await server.accountNamed(name))!);
  const headers = { cookie: `${cookie.name}=${cookie.value}`, origin: server.url };
  const get = (path: string) => fetch(server.url + path, { headers, redirect: 'manual' });
  const [, token = ''] = /name="_csrf" value="([^"]+)"/.exec(await (await get('/')).text()) ?? [];
  expect(token).not.toBe('');
  const post = (path: string, form: string, fields: Readonly<Record<string, string>>) =>
    fetch(server.url + path, {
      method: 'POST',
      headers,
      redirect: 'manual',
      body: new URLSearchParams({ _csrf: token, _form: form, _key: crypto.randomUUID(), ...fields }),
    });
  return { get, post };
}

const needs = () =>
  inTransactionAs(server.app, systemViewer, 'upkeep', ({ db }) =>
    db.selectFrom('vacancies.vacancy').selectAll().orderBy('id').execute(),
  );

const need = {
  title: 'Kaapattu',
  certainty: 'now',
  places: '3',
  municipalityCode: '491',
  validTo: '1.6.2027',
};

test('an employer opens the form of its own need, and neither sees nor sends that of another company', async () => {
  const { get, post } = await forger('Sari Virta');
  const own = /\/vacancies\/([0-9a-f-]{36})/.exec(await (await get('/employer')).text())![1]!;
  const before = await needs();
  const { company_id: company } = before.find(({ id }) => id === own)!;
  const other = before.find(({ company_id: of }) => of !== company)!.id;
  expect(await (await get(`/vacancies/${own}/requirements`)).text()).toContain('id="need"');
  for (const answer of [
    await get(`/vacancies/${other}/requirements`),
    await post(`/vacancies/${other}/requirements`, 'need', need),
    // the address decides, whatever the body says
    await post(`/vacancies/${other}/requirements`, 'need', { ...need, vacancyId: own }),
    await post(`/vacancies/${other}`, 'move', { to: 'filled' }),
  ]) {
    expect([403, 404]).toContain(answer.status);
    expect(await answer.text()).not.toContain('id="need"');
  }
  expect(await needs()).toEqual(before);
});

test('a form is not taken from a role that does not have it, nor for a person who is not one’s own', async () => {
  const { get } = await forger('Tuija Tyynelä');
  const client = /\/clients\/([0-9a-f-]{36})/.exec(await (await get('/clients')).text())![1]!;
  const rows = () =>
    inTransactionAs(server.app, systemViewer, 'upkeep', async ({ db }) => [
      await db.selectFrom('clients.task').selectAll().execute(),
      await db.selectFrom('companies.company').select('id').execute(),
      await db.selectFrom('events.event').select('id').execute(),
    ]);
  const before = await rows();
  for (const name of [
    'Aino Esimerkki',
    'Sari Virta',
    'Jouni Tuohisalo',
    'Virpi Oppila',
    'Ilona Lehtovaara',
  ]) {
    const { post } = await forger(name);
    const task = { kind: 'other', what: 'Kaapattu', dueOn: '5.12.2026' };
    const answers = [await post(`/clients/${client}/task`, 'task', task)];
    if (!name.startsWith('Ilona')) {
      answers.push(await post('/companies/new', 'company', { name: 'X', businessId: '2296962-1' }));
      answers.push(await post('/events/new', 'event', { 'names.fi': 'X', heldOn: '5.12.2026' }));
    }
    expect(
      answers.map(({ status }) => status),
      name,
    ).toEqual(answers.map(() => 403));
  }
  expect(await rows()).toEqual(before);
});

test('a form that a page gives whatever its state: taken away meanwhile, it says so without scripts too', async () => {
  const { get, post } = await forger('Tuija Tyynelä');
  const ended = await inTransactionAs(server.app, systemViewer, 'upkeep', ({ db }) =>
    db
      .selectFrom('clients.search_period')
      .select('client_id as id')
      .distinct()
      .where('ended_on', 'is not', null)
      .execute(),
  );
  let address = '';
  for (const { id } of ended) {
    if (address !== '') break;
    if ((await (await get(`/clients/${id}`)).text()).includes('id="start-search"'))
      address = `/clients/${id}`;
  }
  expect(address).not.toBe('');
  const accountId = await server.accountNamed('Tuija Tyynelä');
  const open = (javaScriptEnabled: boolean) =>
    visit(browser, server, { javaScriptEnabled, width: 360, viewer: { accountId } });
  const [plain, live] = [await open(false), await open(true)];
  for (const { go, page } of [plain, live]) {
    await go(address);
    await page.locator('#start-search-startedOn').fill('16.11.2026');
  }
  expect((await post(address, 'start-search', { startedOn: '2.11.2026' })).status).toBe(303);
  const gone = '.error-summary[aria-labelledby=gone-form]';
  await follow(plain.page, plain.page.locator('#start-search button[type=submit]'));
  await live.page.locator('#start-search button[type=submit]').click();
  await plain.page.locator(gone).waitFor();
  expect(await plain.page.locator(gone).innerText()).toContain('16.11.2026');
  expect(await plain.page.locator(`${gone} li`).count()).toBe(1);
  expect(await plain.page.locator('#start-search').count()).toBe(0);
  await picture(plain.page, 'refused-gone');
  // with scripts the page stays as it is: the form holds what was typed, and says it in itself
  await live.page.locator('#start-search .error-summary').waitFor();
  expect(await live.page.locator('#start-search-startedOn').inputValue()).toBe('16.11.2026');
  expect(await live.page.locator(gone).count()).toBe(0);
  for (const { page } of [plain, live]) expect(await page.title()).toMatch(/^Virhe: /);
  expect(live.wrong).toEqual([]);
  // a form that stands says what is wrong in itself
  await plain.go(`${address}/task`);
  await follow(plain.page, plain.page.locator('#task button[type=submit]').first());
  expect(await plain.page.locator(gone).count()).toBe(0);
  expect(await plain.page.locator('#task .error-summary').count()).toBe(1);
  await plain.context.close();
  await live.context.close();
});
