import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inTransactionAs } from '#access';
import { systemViewer, type Viewer } from '#kernel/viewer.ts';
import { ensureVocabulary } from '#vocabulary';
import { openTestApp, type TestApp } from '../fixtures/app.ts';
import { type Caseload, settleCaseload } from '../fixtures/caseload.ts';
import { type TestServer, testServer } from '../fixtures/server.ts';
import { openBrowser } from './chromium.ts';
import { follow, picture, sound, type VisitOptions, visit } from './pages.ts';

let app: TestApp;
let server: TestServer;
let browser: Browser;
let load: Caseload;

beforeAll(async () => {
  app = await openTestApp('embedded', '2026-11-18');
  await inTransactionAs(app, systemViewer, 'upkeep', ensureVocabulary);
  server = await testServer({ app });
  browser = await openBrowser();
});
beforeEach(async () => {
  load = await settleCaseload(app, [
    { given: 'Aino', family: 'Esimerkki', due: '2026-12-01', kind: 'skills-mapping' },
    { given: 'Vieras', family: 'Toisen', worker: 'olli' },
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await app?.close();
});

async function openAs(viewer: Viewer, { language = 'fi', ...options }: VisitOptions = {}) {
  await inTransactionAs(app, systemViewer, 'upkeep', ({ db }) =>
    db.updateTable('access.account').set({ language }).where('id', '=', viewer.accountId!).execute(),
  );
  return visit(browser, server, { viewer, ...options });
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
    await page.locator('[id="add-skill-skill.level-2"]').check();
    await page.getByRole('button', { name: 'Lisää taito' }).click();
    await page.locator('#skills .row').first().waitFor();
    expect(await page.locator('#add-skill-skill').inputValue()).toBe('');
    expect(await page.locator('#skills .row').first().textContent()).toContain('osaa itsenäisesti');

    await page.getByText('Lisää ammatti').first().click();
    await page.locator('#add-occupation-occupation').fill('hitsaaj');
    await page.getByRole('option', { name: 'hitsaaja', exact: true }).click();
    await page.locator('[id="add-occupation-occupation.years"]').fill('2,5');
    await page.getByRole('button', { name: 'Lisää ammatti' }).click();
    await page.waitForURL(/\/my\/skills\/occupation/);
    await sound(page, 'skills-occupation-360');
    expect(await page.locator('input[type=checkbox]:checked').count()).toBe(0);
    await page.locator('[id="confirm-skills.0.uri"]').check();
    await page.locator('[id="confirm-skills.2.uri"]').check();
    await page.locator('[id="confirm-skills.0.level"]').selectOption('3');
    await page.getByRole('button', { name: 'Lisää valitut' }).click();
    await page.getByText('Yksi kohta on korjattava').waitFor();
    expect(await page.locator('[id="confirm-skills.2.uri"]').isChecked()).toBe(true);
    await page.locator('[id="confirm-skills.2.level"]').selectOption('1');
    await page.getByRole('button', { name: 'Lisää valitut' }).click();
    await page.getByText('Lisättiin 2 kohtaa.').waitFor();

    await page.locator('#add-language-language').selectOption('fi');
    await page.locator('#add-language-level').selectOption('native');
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
    await picture(page, 'skills-print');
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
    await page.locator('[id="confirm-occupations.0.uri"]').check();
    await page.locator('[id="confirm-occupations.0.years"]').fill('5');
    await page.getByRole('button', { name: 'Lisää valitut' }).click();
    await page.getByText('Lisättiin yksi kohta.').waitFor();
    expect(await page.locator('#occupations .row').textContent()).toMatch(/^hitsaaja5\svuotta/);
    expect(wrong).toEqual([]);
  });

  test('does it all without JavaScript: the server asks which one was meant', async () => {
    const { page, go } = await openAs(load.person, { javaScriptEnabled: false, width: 360 });
    await go('/my/skills');
    await page.locator('#add-skill-skill').fill('hitsausta');
    await page.locator('[id="add-skill-skill.level-3"]').check();
    await page.getByRole('button', { name: 'Lisää taito' }).click();
    await page.getByText('Mitä tarkoitit?').waitFor();
    await picture(page, 'skills-which-360');
    expect(await page.locator('[id="add-skill-skill.level-3"]').isChecked()).toBe(true);
    await page.getByLabel('Tallenna omin sanoin: hitsausta').check();
    await follow(page, page.getByRole('button', { name: 'Lisää taito' }));
    expect(await page.locator('#skills .row').textContent()).toContain('hitsausta');
    await page.locator('#skills .row summary').click();
    await follow(page, page.locator('#skills .row').getByRole('button', { name: /^Poista/ }));
    await follow(page, page.getByRole('button', { name: 'Peru tämä muutos' }));
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
  test('both change a skill: each keeps what the other left alone, and of one field the two are shown', async () => {
    const person = await openAs(load.person);
    const adviser = await openAs(load.maija);
    const row = ({ page }: typeof person) => page.locator('#skills .row');
    const save = (who: typeof person) =>
      row(who)
        .getByRole('button', { name: /^Tallenna/ })
        .click();
    await person.go('/my/skills');
    await person.page.locator('#add-skill-skill').fill('Qwrtz-huolto');
    await person.page.keyboard.press('Tab');
    await person.page.locator('[id="add-skill-skill.level-1"]').check();
    await person.page.getByRole('button', { name: 'Lisää taito' }).click();
    await row(person).waitFor();
    await adviser.go(`/clients/${load.clientIds[0]}/skills`);
    for (const who of [person, adviser]) await row(who).locator('summary').click();
    await row(person).locator('select[name="skill.level"]').selectOption('2');
    await save(person);
    await person.page.getByText('Tallennettu.').waitFor();
    await row(adviser).locator('input[name="skill.evidenceNote"]').fill('Näyttö syksyllä');
    await save(adviser);
    await adviser.page.getByText('Tallennettu.').waitFor();
    expect(await row(adviser).textContent()).toMatch(/osaa itsenäisesti.*Näyttö syksyllä/);

    await row(person).locator('summary').click();
    await row(person).locator('input[name="skill.evidenceNote"]').fill('Huolsin kolme vuotta');
    await save(person);
    await row(person).getByText('Näyttö syksyllä').first().waitFor();
    expect(await person.page.getByText('Tallennettu.').count()).toBe(0);
    await person.page.getByText(/Viimeksi: Maija Neuvoja, 18\.11\.2026/).waitFor();
    expect(await row(person).locator('input[name="skill.evidenceNote"]').inputValue()).toBe(
      'Huolsin kolme vuotta',
    );
    await sound(person.page, 'skills-conflict');
    await row(person).locator('input[name="_keep.skill.evidenceNote"][value=mine]').check();
    await save(person);
    await person.page.getByText('Tallennettu.').waitFor();
    expect(await row(person).textContent()).toContain('Huolsin kolme vuotta');
    await adviser.go(`/clients/${load.clientIds[0]}/skills/history`);
    await sound(adviser.page, 'skills-history');
    expect(await adviser.page.locator('#history .row').count()).toBe(4);
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
