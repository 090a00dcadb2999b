import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '#kernel/localised.ts';
import type { Role } from '#kernel/viewer.ts';
import { guidesFor } from '#web/guides.ts';
import { type TestServer, testServer } from '../fixtures/server.ts';
import { inWords } from '../fixtures/words.ts';
import { openBrowser } from './chromium.ts';
import { follow, sound, type Visit, visit } from './pages.ts';

/** The guides in the service, and the walk that the first page of the demonstration offers, walked by its own links. */
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

describe.each(languages)('in %s', (language) => {
  const say = inWords(language);

  test.each([360, 1280])('help and two guides, at %i pixels', async (width) => {
    const { context, page, go, wrong } = await visit(browser, server, { width, language });
    await go('/help');
    await sound(page, `help-${language}-${width}`);
    expect(await page.locator('#guides-own a').getAttribute('href')).toBe('/help/visitor');
    for (const name of ['adviser', 'developer']) {
      await go('/help');
      await page.locator(`#guides a[href="/help/${name}"]`).click();
      await page.waitForURL(`**/help/${name}`);
      await page.locator('.guide-picture').first().scrollIntoViewIfNeeded();
      await page.waitForFunction(() => {
        const pictures = [...document.querySelectorAll<HTMLImageElement>('.guide-picture')];
        return pictures.every(({ complete, naturalWidth }) => complete && naturalWidth > 0);
      });
      await sound(page, `guide-${name}-${language}-${width}`);
    }
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('without scripts, from the foot of the first page to a guide and a part of it', async () => {
    const { context, page, go } = await visit(browser, server, {
      width: 360,
      language,
      javaScriptEnabled: false,
      viewer: 'Tuija Tyynelä',
    });
    await go('/');
    await follow(page, page.getByRole('link', { name: say('navigation:own-guide') }));
    expect(new URL(page.url()).pathname).toBe('/help/adviser');
    await sound(page, `guide-plain-${language}`);
    const part = page.locator('.contents a').nth(1);
    const title = await part.innerText();
    await part.click();
    expect(await page.locator(`h2${new URL(page.url()).hash}`).innerText()).toBe(title);
    await context.close();
  });
});

test('everybody finds the own guide first', async () => {
  const { rows } = await server.app.database.pool.query<{ id: string; role: Role }>(
    `select distinct on (r.role) a.id, r.role from access.account a
       join access.role_assignment r on r.account_id = a.id order by r.role, a.id`,
  );
  expect(rows.length).toBeGreaterThan(20);
  for (const { id, role } of rows) {
    const { header } = await server.sessionFor(id, role);
    const [own] = guidesFor(role);
    for (const path of ['/', '/help'])
      expect(
        await (await fetch(server.url + path, { headers: { cookie: header } })).text(),
        `${role} ${path}`,
      ).toContain(`href="/help/${own}"`);
  }
});

test('a guide that is not there is not there', async () => {
  for (const name of ['nothing', '..%2F..%2FREADME', 'README'])
    expect((await fetch(`${server.url}/help/${name}`)).status).toBe(404);
});

test('the walk leads from consent to the figure where it is counted', async () => {
  const say = inWords('fi');
  const visits = new Map<string, Visit>();
  const as = async (viewer: string) => {
    const known = visits.get(viewer) ?? (await visit(browser, server, { language: 'fi', viewer }));
    visits.set(viewer, known);
    return known;
  };
  const press = (page: Page, key: string) =>
    page
      .getByRole('button', { name: say(key) })
      .first()
      .click();

  const first = await visit(browser, server, { language: 'sv' });
  await first.go('/sign-in?kieli=sv');
  await first.page.locator('a[href*="/help/walk"]').click();
  await first.page.waitForURL('**/help/walk');
  const steps = first.page.locator('.guide ol > li');
  expect(await steps.count()).toBe(7);
  /** Opens the page that a step names, as the person whom it names. */
  const step = async (number: number, name: string) => {
    const told = steps.nth(number - 1);
    expect(await told.innerText()).toContain(name.split(' ')[0]);
    const to = (await told.locator('a').first().getAttribute('href'))!;
    const { page, go } = await as(name);
    await go(to);
    return page;
  };
  const give = async (page: Page) => {
    for (const field of ['name', 'skills', 'languages', 'licences', 'wishes'])
      await page.locator(`input[name=fields][value=${field}]`).check();
    await page.locator('input[name=until]').first().check();
    await press(page, 'consents:give.preview');
    await page.locator('#preview').waitFor();
    await press(page, 'consents:give.give');
    await page.waitForURL(/\/my\/consents\/[0-9a-f-]{36}/);
  };

  const skills = await step(1, 'Aino Esimerkki');
  await skills
    .locator('details', { has: skills.locator('#add-occupation-occupation') })
    .locator('summary')
    .first()
    .click();
  await skills.locator('#add-occupation-occupation').fill('hitsaaj');
  await skills.getByRole('option', { name: 'hitsaaja', exact: true }).click();
  await skills.locator('[id="add-occupation-occupation.years"]').fill('1');
  await skills
    .locator('#add-occupation button[type=submit], #add-occupation button:not([type])')
    .last()
    .click();
  await skills.waitForURL(/\/my\/skills\/occupation/);
  for (const row of [0, 1]) {
    await skills.locator(`[id="confirm-skills.${row}.uri"]`).check();
    await skills.locator(`[id="confirm-skills.${row}.level"]`).selectOption('2');
  }
  await skills.locator('#confirm button').last().click();
  await skills.waitForURL(/\/my\/skills$/);

  const mine = await step(2, 'Aino Esimerkki');
  await mine.locator('a[href$="/consents/new"]').first().click();
  await mine
    .locator('a[href*="/give/organisation/"]', { hasText: /Miksei/ })
    .first()
    .click();
  await give(mine);

  const visited = await step(3, 'Ilona Lehtovaara');
  await visited.locator('#visit-company').fill('Konepaja Vir');
  await visited.getByRole('option', { name: /Konepaja Virta/ }).click();
  await visited.locator('#visit-need').fill('2 hitsaajaa tammikuussa');
  await visited.waitForFunction(
    (wait) => !document.querySelector('#visit-count')?.textContent?.includes(wait),
    say('vacancies:visit.wait'),
  );
  await visited.locator('#visit-readRight').check();
  await visited.locator('button[value=save]').click();
  await visited.locator('#visit .error-summary').waitFor();
  await visited.locator('#visit-another').check();
  await visited.locator('button[value=save]').click();
  await visited.waitForURL(/\/vacancies\/[0-9a-f-]{36}/);
  const need = new URL(visited.url()).pathname;
  const card = visited.locator('#people .card', { hasText: 'Aino Esimerkki' });
  await card.getByRole('button', { name: say('matching:ask-consent') }).click();
  await visited.getByText(say('matching:asked')).first().waitFor();

  const asked = await step(4, 'Aino Esimerkki');
  await asked.locator('#asked a[href*="/give/company/"]').first().click();
  await give(asked);

  const needs = await step(5, 'Ilona Lehtovaara');
  await needs.locator(`a[href="${need}"]`).first().click();
  await needs.waitForURL(`**${need}`);
  await needs
    .locator('#people .card', { hasText: 'Aino Esimerkki' })
    .getByRole('link', { name: say('matching:introduce') })
    .click();
  await needs.locator('#introduce-message').fill('Nuori hitsaaja, joka haluaa konepajalle.');
  await press(needs, 'introductions:make.confirm');
  await needs.waitForURL((url) => !url.pathname.endsWith('/introduce'));

  const employer = await step(6, 'Sari Virta');
  await employer
    .getByRole('link', { name: /Aino Esimerkki/ })
    .first()
    .click();
  await employer.getByText(say('introductions:employer.hire'), { exact: true }).first().click();
  await employer.locator('#hired-hiredOn').fill('2026-11-20');
  await press(employer, 'introductions:employer.hire-send');
  await employer.waitForURL(/\/employer$/);

  const pilot = await step(7, 'Antero Ylätalo');
  const employed = pilot.locator('#employed');
  expect(await employed.locator('.figure-number').innerText()).toMatch(/^\d+$/);
  await employed.locator('summary').first().click();
  await employed.getByRole('link', { name: say('pilots:open-rows') }).click();
  await pilot.waitForURL(/\/pilot\/figures\/employed/);

  const { page: log, go } = await as('Aino Esimerkki');
  await go((await first.page.locator('.guide > p a').first().getAttribute('href'))!);
  expect(await log.locator('main').innerText()).toMatch(/Konepaja Virta/);
  for (const { wrong, context } of visits.values()) {
    expect(wrong).toEqual([]);
    await context.close();
  }
  await first.context.close();
});
