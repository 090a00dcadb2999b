import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languagesWalked } from '#test/fixtures/sampled.ts';
import { type TestServer, testServer } from '../fixtures/server.ts';
import { inWords } from '../fixtures/words.ts';
import { openBrowser } from './chromium.ts';
import { sound as soundPage, visit } from './pages.ts';

/** The rule, steps and what-if, one pair, supply and demand: as their readers see them, without JavaScript too. */
let browser: Browser;
let server: TestServer;
let mapped: { clientId: string; adviser: string; name: string };
let vacancyId: string;

beforeAll(async () => {
  browser = await openBrowser();
  server = await testServer({ demonstration: true, at: '2026-11-26T09:00:00Z' });
  const { rows } = await server.app.database.pool.query(
    `select m.client_id as "clientId", a.name as adviser, n.given_name || ' ' || n.family_name as name
       from skills.mapping m join clients.name n on n.client_id = m.client_id
       join clients.responsibility r on r.client_id = m.client_id and r.during @> date '2026-11-26'
       join access.account a on a.id = r.account_id
       join access.role_assignment t on t.account_id = a.id and t.role = 'expert'
       join consents.consent k on k.client_id = m.client_id and k.step = 1 and k.withdrawn_at is null
        and k.valid_to > '2026-12-01' and k.fields @> array['skills', 'travel-area', 'languages']
      where exists (select from skills.occupation o where o.client_id = m.client_id)
      order by exists (select from skills.language l where l.client_id = m.client_id and l.language = 'fi' and l.native) desc,
        (select count(*) from skills.skill s where s.client_id = m.client_id) desc, m.client_id limit 1`,
  );
  mapped = rows[0];
  const found = await server.app.database.pool.query(
    `select v.id from vacancies.vacancy v join vacancies.required_skill s on s.vacancy_id = v.id and s.essential
      where v.state in ('found', 'confirmed', 'offered', 'published') and v.valid_to > '2026-12-01'
      group by v.id order by count(*) desc, v.id limit 1`,
  );
  vacancyId = found.rows[0].id;
});
afterAll(async () => {
  await server?.stop();
  await browser?.close();
});

const sound = (page: Page, name: string) => soundPage(page, `matching-${name}`);

/** A signed-in browser. */
async function as(
  name: string,
  language: string,
  { width = 1280, javaScript = true }: { width?: number; javaScript?: boolean } = {},
): Promise<Page> {
  const { page } = await visit(browser, server, {
    width,
    language,
    javaScriptEnabled: javaScript,
    viewer: name,
  });
  return page;
}

/** What a page without JavaScript shows, looked at with it: axe needs it. */
async function soundAt(page: Page, name: string): Promise<void> {
  const { context, page: other } = await visit(browser, server);
  await context.addCookies(await page.context().cookies());
  await other.goto(page.url());
  await sound(other, name);
  await context.close();
}

describe.each(languagesWalked('matching', ['fi', 'en'] as const))('matching in %s', (language) => {
  const say = inWords(language);

  test('the rule is a part of one page that is open to everybody', async () => {
    const page = await as('Antero Ylätalo', language);
    await page.goto(`${server.url}/how-polku-counts#matching`);
    const words = await page.locator('#matching').innerText();
    expect(words).toContain(
      say('matching:rule.in-force', {
        version: 2,
        day: language === 'fi' ? '25.11.2026' : '25 November 2026',
      }).slice(0, 12),
    );
    expect(words).toContain('60');
    await sound(page, `rule-${language}`);
    await page.evaluate(() => {
      for (const part of document.querySelectorAll('main article > :not(#matching)')) part.remove();
    });
    const printed = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(printed.match(/\/Type\s*\/Page\b(?!s)/g)!.length, 'a sheet, both sides').toBeLessThanOrEqual(2);
    const employer = await as('Sari Virta', language, { width: 360 });
    expect((await employer.goto(`${server.url}/how-polku-counts#matching`))?.status()).toBe(200);
    await sound(employer, `rule-phone-${language}`);
    const high = await employer.evaluate(() => document.documentElement.scrollHeight);
    expect(high, 'one finds on a phone').toBeLessThan(4_000);
    expect(await employer.locator('#never').isVisible()).toBe(false);
    await employer.goto(`${server.url}/how-polku-counts#never`);
    await expect.poll(() => employer.locator('#never').isVisible()).toBe(true);
    const { page: outsider } = await visit(browser, server);
    await outsider.goto(`${server.url}/matching-rule`);
    expect(new URL(outsider.url()).pathname).toBe('/how-polku-counts');
    expect(await outsider.locator('#matching').innerText()).toContain('60');
  });

  test('an adviser sees the steps of a client and tries others without JavaScript', async () => {
    const page = await as(mapped.adviser, language, { javaScript: false });
    await page.goto(`${server.url}/clients/${mapped.clientId}/jobs`);
    await soundAt(page, `client-jobs-${language}`);
    expect(await page.locator('#steps li').count()).toBeGreaterThan(0);
    await page.locator('#steps summary').click();
    await page.locator('#what-if input[type=checkbox]').first().check();
    await page.locator('#what-if button').click();
    await page.waitForURL(/change=person/);
    const result = await page.locator('#what-if-result').innerText();
    expect(result).toMatch(/\d/);
    expect(await page.locator('#what-if input[type=checkbox]:checked').count()).toBe(1);
    await soundAt(page, `client-jobs-what-if-${language}`);

    await page.locator('.card a[href^="/match/"]').last().click();
    await page.waitForURL(/\/match\//);
    await page.locator('#parts-table').waitFor();
    await soundAt(page, `pair-${language}`);
    const boxes = page.locator('#what-if input[type=checkbox]');
    if ((await boxes.count()) > 0) {
      for (const box of await boxes.all()) await box.check();
      await page.locator('#what-if button').click();
      await page.waitForURL(/change=/);
      expect(await page.locator('#what-if-result').innerText()).toContain(say('matching:what-if.pair-then'));
      await soundAt(page, `pair-what-if-${language}`);
    }
  });

  test('a person asks of any open job whether it suits; without a mapping the way is shown', async () => {
    const { rows } = await server.app.database.pool.query<{ id: string }>(
      `select id from vacancies.vacancy where openness = 'open' and state = 'published' order by id limit 1`,
    );
    const page = await as('Aino Esimerkki', language);
    await page.goto(`${server.url}/vacancies/${rows[0]!.id}`);
    await page.getByRole('link', { name: say('matching:pair.does-it-suit') }).click();
    await page.waitForURL(/\/my\/jobs$|\/match\//);
    await sound(page, `asked-${language}`);
  });

  test('business services see what a need could ask less of; who may open the list sees the number', async () => {
    const page = await as('Petteri Harjunpää', language, { javaScript: false });
    await page.goto(`${server.url}/vacancies/${vacancyId}`);
    await page.locator('#steps').waitFor();
    const summary = page.locator('#steps summary');
    if (!(await page.locator('#steps details').evaluate((row) => row.hasAttribute('open'))))
      await summary.click();
    await page.locator('#what-if input[type=checkbox]').first().check();
    await page.locator('#what-if button').click();
    await page.waitForURL(/change=need/);
    await soundAt(page, `vacancy-what-if-${language}`);
    expect(await page.locator('#steps').innerText()).not.toMatch(/alle 5|fewer than 5/);
    await page.goto(`${server.url}/visit`);
    await page.locator('#visit-need').fill('2 hitsaajaa tammikuussa');
    await page.locator('button[value=count]').click();
    expect(await page.locator('#visit-count').innerText()).toMatch(/hitsaaja|welder/);
  });

  test('supply and demand opens group by group, by place, and as a file', async () => {
    const page = await as('Tomi Haapasaari', language);
    await page.goto(`${server.url}/supply-and-demand`);
    await sound(page, `supply-${language}`);
    await page.locator('#groups-table tbody a').first().click();
    await page.waitForURL(/group=\d/);
    await sound(page, `supply-group-${language}`);
    await page.goto(`${server.url}/supply-and-demand?place=491&digits=4`);
    await sound(page, `supply-place-${language}`);
    const file = await page.request.get(`${server.url}/supply-and-demand.csv?digits=2`);
    expect(file.headers()['content-type']).toContain('text/csv');
    const lines = (await file.text()).trim().split('\r\n');
    expect(lines.length).toBeGreaterThan(5);
    expect(new Set(lines.map((line) => line.split('";').length > 1)).size).toBe(1);
    const phone = await as('Petteri Harjunpää', language, { width: 360 });
    await phone.goto(`${server.url}/supply-and-demand`);
    await sound(phone, `supply-phone-${language}`);
    const board = await as('Antero Ylätalo', language);
    expect((await board.goto(`${server.url}/supply-and-demand`))?.status()).toBe(200);
    const expert = await as(mapped.adviser, language);
    expect((await expert.goto(`${server.url}/supply-and-demand`))?.status()).toBe(200);
    const person = await as('Aino Esimerkki', language);
    expect((await person.goto(`${server.url}/supply-and-demand`))?.status()).toBe(403);
    expect((await person.request.get(`${server.url}/supply-and-demand.csv`)).status()).toBe(403);
  });
});
