import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestServer, testServer } from '../fixtures/server.ts';
import { openBrowser } from './chromium.ts';
import { follow, sound, visit } from './pages.ts';

let server: TestServer;
let browser: Browser;
/** People whose time has passed, one for each walk. */
let people: string[];
const wrong: string[] = [];

beforeAll(async () => {
  server = await testServer({ demonstration: true, at: '2026-11-26' });
  browser = await openBrowser();
  const { rows } = await server.app.database.pool.query<{ id: string }>(
    `select c.id from clients.client c where exists (select from introductions.introduction i where i.client_id = c.id)
        and not exists (select from access.role_assignment r where r.client_id = c.id) order by c.id limit 3`,
  );
  people = rows.map(({ id }) => id);
});
afterAll(async () => {
  await server?.stop();
  await browser?.close();
});

/** Lets the case of a person end long ago. */
async function endLongAgo(id: string): Promise<void> {
  await server.app.database.script(`
    update clients.client_case set opened_on = '2015-01-01', closed_on = '2019-05-02' where client_id = '${id}';
    update clients.search_period set started_on = '2015-01-01', ended_on = '2019-05-02' where client_id = '${id}';
    delete from clients.responsibility r where client_id = '${id}'
       and exists (select from clients.responsibility o where o.case_id = r.case_id and o.during < r.during);
    update clients.responsibility set during = '[2015-01-01,2019-05-02)' where client_id = '${id}'`);
}
const nameOf = async (id: string) =>
  (
    await server.app.database.pool.query<{ name: string }>(
      `select given_name || ' ' || family_name as name from clients.name where client_id = $1`,
      [id],
    )
  ).rows[0]?.name;

const as = (viewer: string, language: string, width: number, javaScriptEnabled = true) =>
  visit(browser, server, { viewer, language, width, javaScriptEnabled, wrong });

describe.each([
  ['fi', 1280, 0],
  ['en', 360, 1],
] as const)('records past their time, in %s at %i', (language, width, at) => {
  const say = <X>(fi: X, en: X): X => (language === 'fi' ? fi : en);

  test('are looked over, held, proposed by one and confirmed by another; then they are gone', async () => {
    const id = people[at]!;
    await endLongAgo(id);
    const name = (await nameOf(id))!;
    const { page, go } = await as('Eeva Suojanen', language, width);
    await go('/retention');
    expect(await page.locator('main').innerText()).toContain(say('Asiakkaan tiedot', 'A client’s data'));
    await sound(page, `retention-${language}`);
    await go('/retention/client');
    await sound(page, `retention-class-${language}`);
    const sign = id.slice(-6).toUpperCase();
    expect(await page.locator('main').innerText()).not.toContain(name);
    await page.getByRole('link', { name: new RegExp(sign) }).click();
    await page.waitForURL(new RegExp(`/retention/client/${id}`));
    expect(await page.locator('#would').innerText()).toContain(
      say('Henkilö- ja yhteystiedot', 'Personal and contact details'),
    );
    await sound(page, `retention-record-${language}`);

    await page.locator('#hold input[value=other]').check();
    await page.fill('#hold-until', '31.12.2026');
    await page.locator('#hold button[type=submit]').last().click();
    expect(await page.locator('.error-summary').innerText()).toContain(say('mikä muu syy', 'other reason'));
    await sound(page, `retention-record-refused-${language}`);
    await page.locator('#hold input[value=appeal]').check();
    await page.locator('#hold button[type=submit]').last().click();
    await expect
      .poll(() => page.locator('main').innerText())
      .toContain(say('muutoksenhaku kesken', 'an appeal is going on'));
    await sound(page, `retention-record-held-${language}`);
    await page.getByRole('button', { name: say('Lopeta pidätys', 'End the hold') }).click();
    await expect.poll(() => page.locator('#hold').count()).toBe(1);

    await go('/retention/client');
    await page.locator('#propose button[type=submit]').last().click();
    expect(await page.locator('.error-summary li').count()).toBe(1);
    await page.fill('#propose-reason', say('Säilytysaika on päättynyt.', 'The time has ended.'));
    await page.locator('#propose button[type=submit]').last().click();
    await page.waitForURL(/retention\/proposals\//);
    // Who proposed does not confirm.
    expect(await page.locator('#decide').count()).toBe(0);
    expect(await page.locator('main').innerText()).toContain(
      say('Ehdotit tämän itse', 'You proposed this yourself'),
    );
    await sound(page, `retention-proposal-own-${language}`);
    const address = new URL(page.url()).pathname;

    const { page: second, go: open } = await as('Marja-Leena Koskivaara', language, width);
    await open('/');
    await second.locator(`a[href="${address}"]`).first().click();
    await second.waitForURL(/retention\/proposals\//);
    expect(await second.locator('#records').innerText()).toContain(name);
    await sound(second, `retention-proposal-${language}`);
    await second.locator('#decide input[value=refused]').check();
    await second.locator('#decide button[type=submit]').last().click();
    expect(await second.locator('.error-summary').innerText()).toContain(
      say('miksi hylkäät', 'why you refuse'),
    );
    await second.locator('#decide input[value=confirmed]').check();
    await second.locator('#decide button[type=submit]').last().click();
    await expect
      .poll(() => second.locator('main').innerText(), { timeout: 60_000 })
      .toContain(say('Tehty: 1', 'Done: 1'));
    await sound(second, `retention-proposal-done-${language}`);

    expect(await nameOf(id)).toBe(undefined);
    await open('/retention/client');
    expect(await second.locator('main').innerText()).toContain(
      say('Mikään ei ole yli aikansa', 'Nothing is past its time'),
    );
    expect((await open(`/retention/client/${id}`))?.status()).toBe(404);
    await go('/log');
    expect(await page.locator('main').innerText()).toContain(
      say('Hävitettiin tietue kahden päätöksellä', 'Destroyed a record by the decision of two'),
    );
    await sound(page, `retention-log-${language}`);
  });
});

test('works without scripts, and opens to nobody else', async () => {
  await endLongAgo(people[2]!);
  const { page, go } = await as('Marja-Leena Koskivaara', 'sv', 360, false);
  await go('/retention/client');
  await page.fill('#propose-reason', 'Tiden har gått ut.');
  await follow(page, page.locator('#propose button[type=submit]').last());
  expect(page.url()).toContain('/retention/proposals/');
  await follow(page, page.getByRole('button', { name: 'Återta förslaget' }));
  expect(await page.locator('main').innerText()).toContain('Återtaget');
  expect(await nameOf(people[2]!)).not.toBe(undefined);

  const { go: adviser } = await as('Tuija Tyynelä', 'fi', 1280);
  for (const path of ['/retention', '/retention/client', `/retention/client/${people[2]}`])
    expect((await adviser(path))?.status(), path).toBe(403);
});

test('nothing went wrong in any of the browsers', () => {
  expect(wrong).toEqual([]);
});
