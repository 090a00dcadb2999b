import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { withHandle } from '#access';
import { systemViewer, type Viewer } from '#kernel/viewer.ts';
import { ensureVocabulary } from '#vocabulary';
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
  await withHandle(house, systemViewer, 'upkeep', ensureVocabulary);
  server = await testServer({ house });
  browser = await openBrowser();
});
beforeEach(async () => {
  load = await settleCaseload(house, [
    { given: 'Aino', family: 'Esimerkki', due: '2026-12-01', kind: 'skills-mapping' },
    { given: 'Vieras', family: 'Toisen', worker: 'olli' },
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await house?.close();
});

type Options = { width?: number; javaScriptEnabled?: boolean; language?: string };

async function openAs(
  viewer: Viewer,
  { width = 1280, javaScriptEnabled = true, language = 'fi' }: Options = {},
) {
  await withHandle(house, systemViewer, 'upkeep', ({ db }) =>
    db.updateTable('access.account').set({ language }).where('id', '=', viewer.accountId!).execute(),
  );
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled,
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
  const go = async (path: string) => {
    await page.goto(`${server.url}${path}`);
    if (javaScriptEnabled) await alive(page);
  };
  return { context, page, wrong, go };
}

const alive = (page: Page) => page.waitForSelector('html[data-alive]', { state: 'attached' });

async function sound(page: Page, name: string) {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${name} is wider than the window`).toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map((violation) => `${name}: ${violation.id} ${violation.nodes[0]?.html}`)).toEqual([]);
}

describe('the person', () => {
  test('fills the mapping on a phone: search as one types, what an occupation needs, complete, undo', async () => {
    const { page, go, wrong } = await openAs(load.person, { width: 360 });
    await go('/my/skills');
    await sound(page, 'skills-empty-360');
    expect(await page.locator('#standing').textContent()).toContain('kolme taitoa (nyt 0, tarvitaan 3)');

    await page.locator('#add-skill-skill').fill('hitsa');
    await page.getByRole('option').first().waitFor();
    await sound(page, 'skills-searching-360');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('#add-skill-level-2').check();
    await page.getByRole('button', { name: 'Lisää taito' }).click();
    await page.locator('#skills .row').first().waitFor();
    expect(await page.locator('#add-skill-skill').inputValue()).toBe('');
    expect(await page.locator('#skills .row').first().textContent()).toContain('osaa itsenäisesti');

    await page.getByText('Lisää ammatti').first().click();
    await page.locator('#add-occupation-occupation').fill('hitsaaj');
    await page.getByRole('option', { name: 'hitsaaja', exact: true }).click();
    await page.locator('#add-occupation-years').fill('2,5');
    await page.getByRole('button', { name: 'Lisää ammatti' }).click();
    await page.waitForURL(/\/my\/skills\/occupation/);
    await sound(page, 'skills-occupation-360');
    expect(await page.locator('input[type=checkbox]:checked').count()).toBe(0);
    await page.locator('#confirm-skill-0').check();
    await page.locator('#confirm-skill-2').check();
    await page.locator('#confirm-level-0').selectOption('3');
    await page.getByRole('button', { name: 'Lisää valitut' }).click();
    await page.getByText('Yksi kohta on korjattava').waitFor();
    expect(await page.locator('#confirm-skill-2').isChecked()).toBe(true);
    await page.locator('#confirm-level-2').selectOption('1');
    await page.getByRole('button', { name: 'Lisää valitut' }).click();
    await page.getByText('Lisättiin 2 kohtaa.').waitFor();

    await page.locator('#add-language-language').selectOption('fi');
    await page.locator('#add-language-cefr').selectOption('native');
    await page.getByRole('button', { name: 'Lisää kieli' }).click();
    await page.locator('#languages .row').waitFor();
    expect(await page.getByLabel('Mikkeli', { exact: true }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Tallenna kunnat' }).click();
    await page.getByText('Kaikki tarpeellinen on täytetty.').waitFor();
    await page.getByRole('button', { name: 'Merkitse kartoitus valmiiksi' }).click();
    await page.getByText('Kartoitus valmistui 18.11.2026.').waitFor();
    await page.getByRole('button', { name: 'Peru tämä muutos' }).click();
    await page.getByText('Muutos on peruttu.').waitFor();
    await page.getByRole('button', { name: 'Merkitse kartoitus valmiiksi' }).click();
    await page.getByText('Kartoitus valmistui 18.11.2026.').waitFor();
    await sound(page, 'skills-filled-360');
    await go('/my/skills/history');
    await sound(page, 'skills-history-360');
    await page.emulateMedia({ media: 'print' });
    await go('/my/skills');
    await page.setViewportSize({ width: 700, height: 900 });
    if (shots) await page.screenshot({ path: `${shots}/skills-print.png`, fullPage: true });
    expect(await page.locator('#add-skill').isVisible()).toBe(false);
    expect(wrong).toEqual([]);
  });

  test('pastes a text: nothing is ticked beforehand, and only what is confirmed is kept', async () => {
    const { page, go, wrong } = await openAs(load.person);
    await go('/my/skills/text');
    await page
      .locator('#paste-text')
      .fill(
        'Olen työskennellyt viisi vuotta hitsaajana Konepaja Virrassa. Osaan myös trukin ajoa ja kirjanpitoa.',
      );
    await page.getByRole('button', { name: 'Etsi taidot' }).click();
    await page.locator('#found').waitFor();
    await sound(page, 'skills-text');
    expect(await page.locator('#found').textContent()).toContain('Tekstissä: ”hitsaajana”');
    expect(await page.locator('#found input[type=checkbox]:checked').count()).toBe(0);
    await page.getByRole('button', { name: 'Lisää valitut' }).click();
    await page.getByText('Valitse ainakin yksi').first().waitFor();
    await page.locator('#confirm-occupation-0').check();
    await page.locator('#confirm-years-0').fill('5');
    await page.getByRole('button', { name: 'Lisää valitut' }).click();
    await page.getByText('Lisättiin yksi kohta.').waitFor();
    expect(await page.locator('#occupations .row').textContent()).toMatch(/^hitsaaja5\svuotta/);
    expect(wrong).toEqual([]);
  });

  test('does it all without JavaScript: the server asks which one was meant', async () => {
    const { page, go } = await openAs(load.person, { javaScriptEnabled: false, width: 360 });
    await go('/my/skills');
    await page.locator('#add-skill-skill').fill('hitsausta');
    await page.locator('#add-skill-level-3').check();
    await page.getByRole('button', { name: 'Lisää taito' }).click();
    await page.getByText('Mitä tarkoitit?').waitFor();
    if (shots) await page.screenshot({ path: `${shots}/skills-which-360.png`, fullPage: true });
    expect(await page.locator('#add-skill-level-3').isChecked()).toBe(true);
    await page.getByLabel('Tallenna omin sanoin: hitsausta').check();
    await page.getByRole('button', { name: 'Lisää taito' }).click();
    expect(await page.locator('#skills .row').textContent()).toContain('hitsausta');
    await page.locator('#skills .row summary').click();
    await page
      .locator('#skills .row')
      .getByRole('button', { name: /^Poista/ })
      .click();
    await page.getByRole('button', { name: 'Peru tämä muutos' }).click();
    expect(await page.locator('#skills .row').textContent()).toContain('hitsausta');
  });

  test('is told what was wrong, and what was typed stays', async () => {
    const { page, go } = await openAs(load.person);
    await go('/my/skills');
    await page.locator('#add-skill-skill').fill('oma erikoinen taito xyz');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Lisää taito' }).click();
    await page.locator('#add-skill .error-summary').waitFor();
    expect(await page.locator('#add-skill-skill').inputValue()).toBe('oma erikoinen taito xyz');
  });
});

describe('the adviser and the person together', () => {
  test('a conflict says who it was, keeps the text, and a second saving replaces knowingly', async () => {
    const person = await openAs(load.person);
    const adviser = await openAs(load.maija);
    await person.go('/my/skills');
    await person.page.locator('#add-skill-skill').fill('Qwrtz-huolto');
    await person.page.keyboard.press('Tab');
    await person.page.locator('#add-skill-level-1').check();
    await person.page.getByRole('button', { name: 'Lisää taito' }).click();
    await person.page.locator('#skills .row').waitFor();
    await adviser.go(`/clients/${load.clientIds[0]}/skills`);
    for (const { page } of [person, adviser]) await page.locator('#skills .row summary').click();
    await person.page.locator('#skills .row select[name=level]').selectOption('2');
    await person.page.locator('#skills .row').getByRole('button', { name: 'Tallenna' }).click();
    await person.page.getByText('Tallennettu.').waitFor();
    await adviser.page.locator('#skills .row input[name=evidenceNote]').fill('Näyttö syksyllä');
    await adviser.page.locator('#skills .row').getByRole('button', { name: 'Tallenna' }).click();
    await adviser.page
      .getByText(/Henkilö itse muutti tätä 18\.11\.2026/)
      .first()
      .waitFor();
    expect(await adviser.page.locator('#skills .row input[name=evidenceNote]').inputValue()).toBe(
      'Näyttö syksyllä',
    );
    await sound(adviser.page, 'skills-conflict');
    await adviser.page.locator('#skills .row').getByRole('button', { name: 'Tallenna' }).click();
    await adviser.page.getByText('Tallennettu.').waitFor();
    expect(await adviser.page.locator('#skills .row').textContent()).toContain('Näyttö syksyllä');
    await adviser.go(`/clients/${load.clientIds[0]}/skills/history`);
    await sound(adviser.page, 'skills-history');
    expect(await adviser.page.locator('.row').count()).toBe(3);
    expect(adviser.wrong).toEqual([]);
  });

  test('another adviser’s client is not opened', async () => {
    const { page, go } = await openAs(load.maija);
    await go(`/clients/${load.clientIds[1]}/skills`);
    expect(await page.locator('h1').textContent()).toBe('Sinulla ei ole oikeutta tähän');
  });

  test.each(['sv', 'en'])('reads as well in %s', async (language) => {
    const { page, go } = await openAs(load.maija, { language });
    for (const path of ['', '/text', '/history']) {
      await go(`/clients/${load.clientIds[0]}/skills${path}`);
      await sound(page, `skills${path.replace('/', '-')}-${language}`);
    }
  });
});
