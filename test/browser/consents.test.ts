import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '#kernel/viewer.ts';
import { type People, settlePeople } from '#test/fixtures/consents.ts';
import { openTestApp, type TestApp } from '../fixtures/app.ts';
import { type TestServer, testServer } from '../fixtures/server.ts';
import { openBrowser } from './chromium.ts';
import { follow, picture, settled, sound as soundPage, type VisitOptions, visit } from './pages.ts';

let app: TestApp;
let server: TestServer;
let browser: Browser;
let people: People;

beforeAll(async () => {
  app = await openTestApp('embedded', '2026-11-20');
  server = await testServer({ app });
  people = await settlePeople(app);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await app?.close();
});

const openAs = (viewer: Viewer, options: VisitOptions = {}) => visit(browser, server, { viewer, ...options });
const sound = (page: Page, name: string) => soundPage(page, `consents-${name}`);

describe('consent in a browser', () => {
  test('a person gives, a receiver sees, the person withdraws, and it is gone everywhere', async () => {
    // The person, on a phone and without JavaScript.
    const client = await openAs(people.client, { width: 360, javaScriptEnabled: false });
    const me = client.page;
    await client.go('/my/consents');
    expect(await me.locator('main').innerText()).toContain(
      'Yksikään yritys tai yritysneuvoja ei näe tietojasi.',
    );
    await follow(me, me.getByRole('link', { name: 'Anna suostumus yrityspalveluille' }));
    expect(await me.locator('#second').innerText()).toContain('Tämä vaihe avautuu');
    await follow(me, me.getByRole('link', { name: /^Valitse.*Mikkelin yrityspalvelut/ }));
    expect(await me.locator('input:checked').count()).toBe(0);
    await follow(me, me.getByRole('button', { name: 'Anna suostumus' }));
    expect(await me.locator('.error-summary').innerText()).toContain('Valitse ainakin yksi');
    await me.getByLabel('Osaamisesi').check();
    await me.getByLabel('Kielitaitosi').check();
    await me.getByLabel(/^3 kuukautta/).check();
    await follow(me, me.getByRole('button', { name: 'Näytä, mitä he näkisivät' }));
    const preview = await me.locator('#preview').innerText();
    expect(preview).toContain('Nimetön profiili');
    expect(preview).toContain('TIG-hitsaus');
    expect(preview).not.toContain('Aino');
    expect(await me.getByLabel('Kielitaitosi').isChecked()).toBe(true);
    await follow(me, me.getByRole('button', { name: 'Anna suostumus' }));
    expect(await me.locator('h1').innerText()).toBe('Mikkelin yrityspalvelut: mitä näkyy');
    await picture(me, 'consents-given-phone');
    await follow(me, me.getByRole('link', { name: 'Kuitti' }));
    expect(await me.locator('main').innerText()).toContain('suostumus, tietosuoja-asetus 6(1)(a)');
    const receipt = await me.request.get(`${me.url()}.json`);
    expect((await receipt.json()).schema_version).toBe('ISO/IEC TS 27560:2023');

    // The business adviser finds, opens, and asks leave to tell an employer.
    const adviser = await openAs(people.adviser);
    await adviser.go('/people');
    await adviser.page.getByLabel('Hae', { exact: true }).fill('hitsaaja');
    await adviser.page.keyboard.press('Enter');
    await adviser.page.waitForURL(/search=hitsaaja/);
    await sound(adviser.page, 'people');
    await adviser.page.getByRole('link', { name: /Nimetön profiili/ }).click();
    await adviser.page.waitForURL(/people\/0/);
    expect(await adviser.page.content()).not.toContain('Esimerkki');
    await sound(adviser.page, 'person');
    await adviser.page.locator('#ask-company').fill('Konepaja');
    await adviser.page.getByRole('option', { name: /Konepaja Virta Oy/ }).click();
    await adviser.page.getByLabel(/Miksi tämä työpaikka/).fill('TIG-hitsaaja tammikuussa');
    await adviser.page.getByRole('button', { name: 'Kysy', exact: true }).click();
    await adviser.page.getByText('odottaa vastausta').waitFor();

    // The person answers by giving, with the name.
    await client.go('/my/consents');
    expect(await me.locator('#asked').innerText()).toContain('TIG-hitsaaja tammikuussa');
    await follow(me, me.getByRole('link', { name: /Katso ja anna/ }));
    await me.getByLabel('Nimesi').check();
    await me.getByLabel('Osaamisesi').check();
    await me.getByLabel(/^1 kuukausi/).check();
    await follow(me, me.getByRole('button', { name: 'Anna suostumus' }));

    // The employer opens the profile and prints the booklet.
    const employer = await openAs(people.employer);
    await employer.go('/employer/people');
    await employer.page.getByRole('link', { name: 'Aino Esimerkki' }).click();
    await employer.page.waitForURL(/people\/0/);
    await sound(employer.page, 'employer');
    const profile = `/people/${people.ids.client}`;
    const booklet = `${server.url}${profile}/booklet.pdf`;
    const printed = await employer.page.request.get(booklet);
    expect(printed.headers()).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'no-store',
    });
    const pdf = (await printed.body()).toString('latin1');
    for (const mark of ['/MarkInfo', '/StructTreeRoot', '/Lang (fi)', '/DisplayDocTitle true'])
      expect(pdf).toContain(mark);

    // With JavaScript the same page is sound to the ear and the eye; then one press.
    const desk = await openAs(people.client);
    await desk.go('/my/consents');
    expect(await desk.page.locator('#now').innerText()).toContain('Näkyvissä: nimesi ja osaamisesi.');
    await sound(desk.page, 'mine');
    await desk.page.getByRole('button', { name: /^Peru.*Konepaja Virta Oy/ }).click();
    await desk.page.getByText('haltijaa on pyydetty hävittämään').waitFor();
    await sound(desk.page, 'mine-after');

    // Nothing of the person is left to the employer: open tab, old link, list, search, booklet.
    const again = await employer.page.reload();
    expect(again?.status()).toBe(410);
    expect(again?.headers()['cache-control']).toBe('no-store');
    expect(await employer.page.content()).not.toMatch(/Aino|Esimerkki|TIG/);
    await sound(employer.page, 'gone');
    const reprinted = await employer.page.request.get(booklet);
    expect(reprinted.status()).toBe(410);
    expect(await reprinted.text()).not.toMatch(/Aino|Esimerkki|TIG/);
    await employer.go('/employer/people?search=hitsaaja');
    expect(await employer.page.content()).not.toMatch(/Aino|Esimerkki|TIG/);
    await employer.go('/people');
    await sound(employer.page, 'destroy');
    await employer.page.getByRole('button', { name: /Olen hävittänyt sen/ }).click();
    await employer.page.getByText('Vihkon hävittäminen on kirjattu').waitFor();

    // The tries are in the person's own log, and the person asks about one.
    await desk.go('/my/log');
    expect(await desk.page.locator('#looks').innerText()).toMatch(
      /Työnantaja, Konepaja Virta Oy[\s\S]*Tulostettiin profiilivihko/,
    );
    await sound(desk.page, 'log');
    await desk.page.getByRole('link', { name: /Näytä.*estetty/ }).click();
    await desk.page.waitForURL(/outcome=denied/);
    await desk.page
      .locator('#looks tbody tr', { hasText: 'Konepaja Virta Oy' })
      .first()
      .getByRole('link', { name: /Kysy tästä/ })
      .click();
    await sound(desk.page, 'log-question');
    await desk.page.getByRole('button', { name: 'Lähetä kysymys' }).click();
    await desk.page.getByText('Kysymys on lähetetty').waitFor();
    for (const visit of [adviser, employer, desk]) expect(visit.wrong).toEqual([]);
    for (const visit of [client, adviser, employer, desk]) await visit.context.close();
  });

  test('the adviser gives with the person, the data protection officer reads the log', async () => {
    const expert = await openAs(people.expert);
    const { page } = expert;
    const base = `/clients/${people.ids.client}/consents`;
    await expert.go(base);
    await sound(page, 'client');
    await expert.go(`${base}/give/organisation/${people.ids.otherBusiness}`);
    await settled(page);
    await page.getByLabel('Työtoiveet').check();
    await page.getByLabel(/^1 kuukausi/).check();
    await page.getByRole('button', { name: 'Anna suostumus' }).click();
    await page.locator('.error-summary').waitFor();
    await settled(page);
    await sound(page, 'give-refused');
    await page.getByLabel(/Henkilö on tässä läsnä/).check();
    await page.getByRole('button', { name: 'Anna suostumus' }).click();
    await page.waitForURL(/consents\/0/);
    await sound(page, 'client-given');
    await expert.go(`/clients/${people.ids.client}/log`);
    await sound(page, 'client-log');
    const dpo = await openAs(people.dpo, { language: 'sv' });
    await dpo.go('/log?outcome=denied');
    expect(await dpo.page.locator('#log').innerText()).toContain(people.ids.client.slice(-4).toUpperCase());
    await sound(dpo.page, 'dpo-log');
    await dpo.page.locator('#log tbody a[href^="/log/person"]').first().click();
    await dpo.page.waitForURL(/log\/person/);
    await sound(dpo.page, 'dpo-person');
    expect([...expert.wrong, ...dpo.wrong]).toEqual([]);
    await expert.context.close();
    await dpo.context.close();
  });

  test('others are refused in plain words', async () => {
    for (const [viewer, path] of [
      [people.employer, '/my/consents'],
      [people.adviser, `/clients/${people.ids.client}/consents`],
      [people.client, '/people'],
      [people.expert, '/log'],
      [people.client, `/log/person/${people.ids.neighbour}`],
    ] as const) {
      const visit = await openAs(viewer);
      const answer = await visit.go(path);
      if (path.startsWith('/log/person')) expect(await visit.page.content()).not.toContain('Eino');
      expect(answer?.status(), path).toBe(403);
      await visit.context.close();
    }
  });
});
