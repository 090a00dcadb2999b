import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestServer, testServer } from '../fixtures/server.ts';
import { inWords } from '../fixtures/words.ts';
import { openBrowser } from './chromium.ts';

/** The rule, steps and what-if, one pair, supply and demand: as their readers see them, without JavaScript too. */
const shots = process.env.SCREENSHOTS;
let browser: Browser;
let server: TestServer;
let mapped: { clientId: string; adviser: string; name: string };
let vacancyId: string;

beforeAll(async () => {
  browser = await openBrowser();
  server = await testServer({ demonstration: true, at: '2026-11-26T09:00:00Z' });
  const { rows } = await server.house.database.pool.query(
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
  const found = await server.house.database.pool.query(
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

/** Nothing is wider than the window, and axe finds nothing under WCAG 2.2 AA. */
async function sound(page: Page, name: string): Promise<void> {
  if (shots) await page.screenshot({ path: `${shots}/matching-${name}.png`, fullPage: true });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${name} is wider than the window`).toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map((violation) => `${name}: ${violation.id} ${violation.nodes[0]?.html}`)).toEqual([]);
}

/** A signed-in browser. */
async function as(
  name: string,
  language: string,
  { width = 1280, javaScript = true }: { width?: number; javaScript?: boolean } = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: language,
    javaScriptEnabled: javaScript,
  });
  const { cookie } = await server.sessionFor(await server.accountNamed(name));
  await context.addCookies([cookie]);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`${server.url}/kieli?valitse=${language}&takaisin=/`);
  return page;
}

/** What a page without JavaScript shows, looked at with it: axe needs it. */
async function soundAt(page: Page, name: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addCookies(await page.context().cookies());
  const other = await context.newPage();
  await other.goto(page.url());
  await sound(other, name);
  await context.close();
}

describe.each(['fi', 'en'] as const)('matching in %s', (language) => {
  const say = inWords(language);

  test('the rule is one page, open to everybody who has signed in', async () => {
    const page = await as('Antero Ylätalo', language);
    await page.goto(`${server.url}/matching-rule`);
    const words = await page.locator('main').innerText();
    expect(words).toContain(
      say('matching:rule.in-force', {
        version: 2,
        day: language === 'fi' ? '25.11.2026' : '25 November 2026',
      }).slice(0, 12),
    );
    expect(words).toContain('60');
    await sound(page, `rule-${language}`);
    const printed = (
      await page.pdf({ format: 'A4', path: shots && `${shots}/rule-${language}.pdf` })
    ).toString('latin1');
    expect(printed.match(/\/Type\s*\/Page\b(?!s)/g)!.length, 'a sheet, both sides').toBeLessThanOrEqual(2);
    const employer = await as('Sari Virta', language, { width: 360 });
    expect((await employer.goto(`${server.url}/matching-rule`))?.status()).toBe(200);
    await sound(employer, `rule-phone-${language}`);
    const outsider = await browser.newPage();
    await outsider.goto(`${server.url}/matching-rule`);
    expect(new URL(outsider.url()).pathname).not.toBe('/matching-rule');
  });

  test('an adviser sees the steps of a client and tries others without JavaScript', async () => {
    const page = await as(mapped.adviser, language, { javaScript: false });
    await page.goto(`${server.url}/clients/${mapped.clientId}/jobs`);
    await soundAt(page, `client-jobs-${language}`);
    expect(await page.locator('#steps li').count()).toBeGreaterThan(0);
    await page.locator('#steps summary').click();
    await page.locator('#what-if input[type=checkbox]').first().check();
    await page.locator('#what-if button').click();
    await page.waitForURL(/muutos=person/);
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
      await page.waitForURL(/muutos=/);
      expect(await page.locator('#what-if-result').innerText()).toContain(say('matching:what-if.pair-then'));
      await soundAt(page, `pair-what-if-${language}`);
    }
  });

  test('a person asks of any open job whether it suits; without a mapping the way is shown', async () => {
    const { rows } = await server.house.database.pool.query<{ id: string }>(
      `select id from vacancies.vacancy where openness = 'open' and state = 'published' order by id limit 1`,
    );
    const page = await as('Aino Esimerkki', language);
    await page.goto(`${server.url}/vacancies/${rows[0]!.id}`);
    await page.getByRole('link', { name: say('matching:pair.does-it-suit') }).click();
    await page.waitForURL(/\/my\/jobs$|\/match\//);
    await sound(page, `asked-${language}`);
  });

  test('business services see what a need could ask less of, and no small numbers', async () => {
    const page = await as('Petteri Harjunpää', language, { javaScript: false });
    await page.goto(`${server.url}/vacancies/${vacancyId}`);
    await page.locator('#steps').waitFor();
    const summary = page.locator('#steps summary');
    if (!(await page.locator('#steps details').evaluate((one) => one.hasAttribute('open'))))
      await summary.click();
    await page.locator('#what-if input[type=checkbox]').first().check();
    await page.locator('#what-if button').click();
    await page.waitForURL(/muutos=need/);
    await soundAt(page, `vacancy-what-if-${language}`);
    for (const [, count] of (await page.locator('#steps strong').allInnerTexts())
      .join(' ')
      .matchAll(/(\d+)/g))
      expect(Number(count)).toBeGreaterThanOrEqual(5);
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
    await page.waitForURL(/ryhma=\d/);
    await sound(page, `supply-group-${language}`);
    await page.goto(`${server.url}/supply-and-demand?kunta=491&tarkkuus=4`);
    await sound(page, `supply-place-${language}`);
    const file = await page.request.get(`${server.url}/supply-and-demand.csv?tarkkuus=2`);
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
    expect((await expert.goto(`${server.url}/supply-and-demand`))?.status()).toBe(403);
    expect((await expert.request.get(`${server.url}/supply-and-demand.csv`)).status()).toBe(403);
  });
});
