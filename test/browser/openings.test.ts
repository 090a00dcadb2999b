import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransactionAs } from '#access';
import { newId } from '#kernel/ids.ts';
import { type Role, systemViewer, type Viewer } from '#kernel/viewer.ts';
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
let officer: Viewer;

async function user(role: Role, name: string): Promise<Viewer> {
  const accountId = newId();
  await inTransactionAs(app, systemViewer, 'upkeep', async ({ db }) => {
    await db.insertInto('access.account').values({ id: accountId, subject: accountId, name }).execute();
    await db
      .insertInto('access.role_assignment')
      .values({ id: newId(), account_id: accountId, role, organisation_id: load.offices.employment, valid_from: '2026-01-01' })
      .execute(); // biome-ignore format: one line
  });
  return { ...load.maija, accountId, role, name };
}

beforeAll(async () => {
  app = await openTestApp('embedded', '2026-11-18T10:00:00Z');
  server = await testServer({ app });
  load = await settleCaseload(app, [
    { given: 'Aino', family: 'Esimerkki', due: '2026-11-20', searchStartedOn: '2026-09-01' },
    { given: 'Bo', family: 'Åberg' },
    { given: 'Paula', family: 'Piilossa', nonDisclosure: true },
  ]);
  manager = await user('area-manager', 'Päivi Päällikkö');
  officer = await user('dpo', 'Eeva Suojanen');
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await app?.close();
});

const openAs = (viewer: Viewer, options: VisitOptions = {}) => visit(browser, server, { viewer, ...options });

describe.each([
  ['fi', 1280, 0],
  ['en', 360, 1],
] as const)('a file opened in an emergency, in %s at %i', (language, width, at) => {
  const say = <X>(fi: X, en: X): X => (language === 'fi' ? fi : en);
  const words = say('Asiakas odottaa neuvonnassa', 'The client waits at the desk');

  test('the adviser opens it with a reason, the person reads it in the log, the officer looks at it', async () => {
    const clientId = load.clientIds[at]!;
    const { page, go, wrong, context } = await openAs(load.olli, { language, width });
    await go(`/clients/${clientId}`);
    await sound(page, `client-not-open-${language}`);
    await page.getByRole('link', { name: say('Avaa tiedot syyllä', 'Open the file with a reason') }).click();
    await page.waitForURL(/open-file\/./);
    await sound(page, `open-file-${language}`);
    await page.locator('#open button[type=submit]').last().click();
    expect(await page.locator('.error-summary li').count()).toBe(2);
    await sound(page, `open-file-refused-${language}`);
    await page.locator('#open input[value=worker-away]').check();
    await page.fill('#open-words', words);
    await page.locator('#open button[type=submit]').last().click();
    await page.waitForURL(/clients\/[0-9a-f-]{36}$/);
    // Ten o'clock by UTC is noon in Finland, and an hour was asked.
    const banner = say('Avattu hätätilanteessa klo 13.00 asti', 'Opened in an emergency until 13:00');
    expect(await page.locator('.banner').innerText()).toContain(banner);
    await sound(page, `client-opened-${language}`);
    expect(await page.locator('#notes').count()).toBe(0);
    await page.getByRole('link', { name: say('Syy ja sulkeminen', 'Reason and closing') }).click();
    await page.waitForURL(/openings\/./);
    const opening = new URL(page.url()).pathname;
    await sound(page, `opening-own-${language}`);
    await go('/open-file');
    await sound(page, `find-person-${language}`);
    await go(opening);

    if (at === 0) {
      const person = await openAs(load.person, { language, width });
      await person.go('/my/log');
      expect(await person.page.locator('#looks').innerText()).toContain(words);
      expect(await person.page.locator('main').innerText()).not.toContain('Olli Ohjaaja');
      await sound(person.page, `my-log-opened-${language}`);
      await person.context.close();
    }

    const eeva = await openAs(officer, { language, width });
    await eeva.go('/');
    await eeva.page.getByRole('link', { name: say(/katsomatta/, /to look at/) }).click();
    await eeva.page.waitForURL(/review=unseen/);
    await sound(eeva.page, `openings-${language}`);
    await eeva.page.locator('#exceptions a[href^="/openings/"]').first().click();
    await eeva.page.waitForURL(/openings\/[0-9a-f-]{36}/);
    await eeva.page.locator('#review input[value=asked]').check();
    await eeva.page.locator('#review button[type=submit]').last().click();
    await eeva.page.locator('.error-summary').waitFor();
    await sound(eeva.page, `opening-review-refused-${language}`);
    await eeva.page.fill('#review-note', say('Miksi ei sijainen?', 'Why not the substitute?'));
    await eeva.page.locator('#review button[type=submit]').last().click();
    await expect.poll(() => eeva.page.locator('#reviews ol li').count()).toBe(1);
    await sound(eeva.page, `opening-reviewed-${language}`);

    await page.reload();
    await page.fill('#answer-note', say('Sijaista ei ollut.', 'There was none.'));
    await page.locator('#answer button[type=submit]').last().click();
    await expect.poll(() => page.locator('#reviews ol li').count()).toBe(2);
    await page.getByText(say('Sulje tiedot', 'Close the file'), { exact: true }).click();
    await page.getByRole('button', { name: say('Sulje nyt', 'Close now') }).click();
    await expect.poll(() => page.locator('main').innerText()).toContain(say('Suljettu', 'Closed on'));
    await go(`/clients/${clientId}`);
    expect(await page.locator('h1').innerText()).not.toContain('Esimerkki');

    await eeva.page.reload();
    await eeva.page.locator('#review input[value=right]').check();
    await eeva.page.locator('#review button[type=submit]').last().click();
    await expect.poll(() => eeva.page.locator('#reviews ol li').count()).toBe(3);
    expect([...wrong, ...eeva.wrong]).toEqual([]);
    await eeva.context.close();
    await context.close();
  });
});

test('the manager reads a colleague’s client with a reason, and the colleague is told', async () => {
  const boss = await openAs(manager, { language: 'fi' });
  await boss.go('/teams');
  await boss.page.getByRole('link', { name: 'Maija Neuvoja' }).click();
  await boss.page.waitForURL(/teams\/./);
  await boss.page.locator('a[href^="/open-file/"]').first().click();
  await boss.page.waitForURL(/open-file\/./);
  expect(await boss.page.locator('h1').innerText()).toContain('Avaa esihenkilönä');
  await boss.page.locator('#open input[value=complaint]').check();
  await boss.page.fill('#open-words', 'Muistutus palvelusta');
  await boss.page.locator('#open button[type=submit]').last().click();
  await boss.page.waitForURL(/clients\/[0-9a-f-]{36}$/);
  expect(await boss.page.locator('main').innerText()).toContain('Suunnitelmaa ja tehtäviä ei näytetä');
  await sound(boss.page, 'client-opened-by-manager');
  const maija = await openAs(load.maija, { language: 'fi' });
  await maija.go('/openings');
  await expect.poll(() => maija.page.locator('#exceptions').innerText()).toContain('Muistutus palvelusta');
  await sound(maija.page, 'openings-of-own-clients');
  expect([...boss.wrong, ...maija.wrong]).toEqual([]);
  await maija.context.close();
  await boss.context.close();
});

test('a grant for a protected address is asked, given by another, and taken back', async () => {
  const maija = await openAs(load.maija, { language: 'en', width: 360 });
  await maija.go(`/clients/${load.clientIds[2]}`);
  await maija.page.getByRole('link', { name: 'Who sees the contact details' }).click();
  await maija.page.waitForURL(/protected$/);
  await sound(maija.page, 'protected-en');
  await maija.page.fill('#ask-grant-reason', 'A letter has to be sent');
  await maija.page.locator('#ask-grant button[type=submit]').last().click();
  await expect.poll(() => maija.page.locator('#grants').innerText()).toContain('Waits for a decision');
  const boss = await openAs(manager, { language: 'fi' });
  await boss.go('/');
  await boss.page.getByRole('link', { name: /Päätä/ }).click();
  await boss.page.waitForURL(/protected\/./);
  await sound(boss.page, 'protected-decide');
  await boss.page.locator('#decide input[value=given]').check();
  await boss.page.locator('#decide button[type=submit]').last().click();
  await expect.poll(() => boss.page.locator('main').innerText()).toContain('Annettu: Päivi Päällikkö');
  await maija.go(`/clients/${load.clientIds[2]}/protected`);
  await sound(maija.page, 'protected-granted-en');
  await maija.page.getByRole('button', { name: /Take it back now/ }).click();
  await expect.poll(() => maija.page.locator('#grants').innerText()).toContain('ended on');
  expect([...boss.wrong, ...maija.wrong]).toEqual([]);
  await boss.context.close();
  await maija.context.close();
});

test('works without scripts: finding the person, opening the file', async () => {
  const { page, go, context } = await openAs(load.olli, { language: 'sv', width: 360, javaScriptEnabled: false });
  await go('/open-file');
  await sound(page, 'find-person');
  await page.locator('#find input[value=by-birth-date]').check();
  await page.fill('#find-givenName', 'Aino');
  await page.fill('#find-familyName', 'Esimerkki');
  await page.fill('#find-birthDate', '14.3.1992');
  await page.locator('#find button[type=submit]').last().click();
  await page.getByText('Aino Esimerkki', { exact: true }).waitFor();
  await sound(page, 'find-person-found');
  await page.getByRole('link', { name: /Öppna uppgifterna med en orsak/ }).click();
  await page.locator('#open input[value=danger]').check();
  await page.fill('#open-words', 'Ringde och bad om hjälp');
  await page.locator('#open button[type=submit]').last().click();
  await page.getByText('Öppnad i en nödsituation till kl. 13.00').waitFor();
  await context.close();
}); // biome-ignore format: long lines
