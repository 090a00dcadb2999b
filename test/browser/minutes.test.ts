import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestServer, testServer } from '../fixtures/server.ts';
import { inWords } from '../fixtures/words.ts';
import { openBrowser } from './chromium.ts';
import { walk } from './walk.ts';

/**
 * A meeting from its agenda to minutes that everybody reads: an attachment in two versions, a vote that the chair decides,
 * a dissenting opinion, a list of the body, an item that goes on in a later meeting.
 */
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const names = { secretary: 'Saija Pöytäniemi', expert: 'Tuija Tyynelä' };
const pdf = (name: string, words: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.7\n${words}`),
});

describe('minutes from agenda to the public, in Swedish', () => {
  const language = 'sv';
  const say = inWords(language);
  let server: TestServer;
  const { as, go, sound, unfold, send, refused, close, wrong } = walk({
    browser: () => browser,
    server: () => server,
    language,
    names,
    pictures: 'minutes',
  });
  beforeAll(async () => {
    server = await testServer({ demonstration: true, at: '2026-11-20T09:00:00Z' });
  });
  afterAll(async () => {
    await close();
    await server?.stop();
  });
  let body = '';
  let meeting = '';
  let item = '';
  let tabled = '';

  const plan = async (day: string) => {
    const page = await as('secretary');
    await go(page, body);
    await unfold(page, 'meeting');
    await page.locator('#meeting-heldOn').fill(day);
    await page.locator('#meeting button[type=submit]').click();
    await page.waitForURL(/\/meetings\//);
    return new URL(page.url()).pathname;
  };
  const propose = async (heading: string) => {
    const page = await as('secretary');
    await go(page, meeting);
    await unfold(page, 'item');
    await page.locator('#item-heading').fill(heading);
    await page.locator('#item button[type=submit]').click();
    await page.waitForURL(/\/items\/.*\/edit/);
    await page.locator('#item-preparers').fill('förvaltningsdirektör');
    await page.locator('#item-presenter').fill('kommundirektör');
    await page.locator('#item-background').fill('Projektet stöder arbetssökande i hela regionen.');
    await page.locator('[id="item-proposals.1.text"]').fill('Kommunen deltar i projektet.');
    await page.locator('#item .actions button[type=submit]').click();
    await page.waitForURL(/\/items\/[0-9a-f-]{36}$/);
    await send(page, 'propose');
    return new URL(page.url()).pathname;
  };

  test('an attachment has a file and a newer version; a wrong kind is told clearly', async () => {
    const page = await as('secretary');
    await go(page, '/bodies');
    await page.locator('#bodies tbody a').first().click();
    await page.waitForURL(/\/bodies\/[0-9a-f-]{36}/);
    body = new URL(page.url()).pathname;
    meeting = await plan('2026-11-20');
    item = await propose('Deltagande i projektet TE2024');
    await unfold(page, 'attach');
    await page.locator('#attach-name').fill('Bilaga 1: ansökan');
    await page
      .locator('#attach-file')
      .setInputFiles({ name: 'ansokan.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('x') });
    expect(await refused(page, 'attach')).toContain(say('refusals:file-kind-unknown'));
    expect(await page.locator('#attach-name').inputValue()).toBe('Bilaga 1: ansökan');
    await sound(page, 'attach-wrong');
    await page.locator('#attach-file').setInputFiles(pdf('ansokan.pdf', 'ett'));
    await page.locator('#attach-isPublic').check();
    await send(page, 'attach');
    const form = await page.locator('form[id^="file~"]').getAttribute('id');
    await unfold(page, form!);
    await page.locator(`[id="${form}-file"]`).setInputFiles(pdf('ansokan-2.pdf', 'två'));
    await send(page, form!);
    await sound(page, 'attached');
    const link = page.locator('#attachments a[download]').first();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe('ansokan-2.pdf');
  });

  test('a vote that is even is decided by the chair, and a member may disagree', async () => {
    const page = await as('secretary');
    await go(page, meeting);
    await send(page, 'attendance');
    await go(page, item);
    await unfold(page, 'disqualify');
    await page.locator('#disqualify-memberId').selectOption({ index: 3 });
    await refused(page, 'disqualify');
    await page.locator('#disqualify-why').fill('anställd hos projektets genomförare');
    await send(page, 'disqualify');
    await unfold(page, 'vote');
    await page.locator('#vote-counter').fill('Ärendet bordläggs.');
    await page.locator('#vote-counterKind-table').check();
    await page.locator('#vote-for').fill('2');
    await page.locator('#vote-against').fill('2');
    await page.locator('#vote-blank').fill('1');
    expect(await refused(page, 'vote')).toContain(say('refusals:chair-decides-tie'));
    expect(await page.locator('#vote-counter').inputValue()).toBe('Ärendet bordläggs.');
    await sound(page, 'vote-wrong');
    await page.locator('#vote-chairChoice-for').check();
    await send(page, 'vote');
    expect(await page.locator('#deciding').innerText()).toContain(say('governance:vote-by-chair'));
    await sound(page, 'voted');
    await send(page, 'decide');
    await unfold(page, 'dissent');
    await page.locator('#dissent-memberId').selectOption({ index: 1 });
    await page.locator('#dissent-reasons').fill('Kostnaderna är oklara.');
    expect(await refused(page, 'dissent')).toContain(say('refusals:dissent-without-ground'));
    await page.locator('#dissent-opposed').check();
    await send(page, 'dissent');
    expect(await page.locator('.minutes h3').allInnerTexts()).toEqual(
      [
        'preparer',
        'background',
        'attachments',
        'proposal',
        'presenter',
        'handling',
        'decision',
        'dissent',
      ].map((part) => say(`governance:part.${part}`)),
    );
    await sound(page, 'decided');
  });

  test('COM-08: receivers are kept as a list and chosen by one press', async () => {
    const page = await as('secretary');
    await go(page, item);
    for (const position of ['servicechef', 'sysselsättningskoordinator']) {
      await unfold(page, 'receiver');
      await page.locator('#receiver-position').fill(position);
      await send(page, 'receiver');
    }
    await unfold(page, 'keep-list');
    await page.locator('#keep-list-name').fill('Sysselsättning');
    await send(page, 'keep-list');
    tabled = await propose('Avtal om lokaler');
    await page.locator('form[id^="list~"] button', { hasText: 'Sysselsättning' }).click();
    await expect.poll(() => page.locator('#receivers tbody tr').count()).toBe(2);
    await go(page, body);
    await sound(page, 'body-lists');
    await page.setViewportSize({ width: 360, height: 800 });
    await sound(page, 'body-lists-phone');
  });

  test('what was tabled goes on in a later meeting, seen both ways', async () => {
    const page = await as('secretary');
    await go(page, tabled);
    await page.locator('#decide-result-tabled').check();
    await send(page, 'decide');
    await sound(page, 'tabled');
    await page.locator('#go-on button').click();
    await page.waitForURL((url) => url.pathname !== tabled && url.pathname.startsWith('/items/'));
    await page.locator(`main a[href="${tabled}"]`).waitFor();
    await sound(page, 'goes-on');
    const next = new URL(page.url()).pathname;
    await go(page, tabled);
    await page.locator(`main a[href="${next}"]`).waitFor();
  });

  test('checked minutes are let out by a person’s word, and read by anybody', async () => {
    const page = await as('secretary');
    await go(page, meeting);
    await unfold(page, 'check');
    await page.locator('#check-checkedOn').fill('2026-11-20');
    await send(page, 'check');
    expect(await refused(page, 'publish')).toContain(say('refusals:confirmation-needed'));
    await sound(page, 'publishing');
    await page.locator('#publish-confirmed').check();
    await send(page, 'publish');
    const visitor = await as('visitor', 360);
    await go(visitor, '/public/minutes');
    await sound(visitor, 'public-list-phone');
    await visitor.locator('#minutes tbody th a').first().click();
    await visitor.waitForURL(/\/public\/minutes\/[0-9a-f-]{36}/);
    await sound(visitor, 'public-phone');
    await visitor.setViewportSize({ width: 1280, height: 900 });
    await sound(visitor, 'public');
    const text = await visitor.locator('main').innerText();
    expect(text).toContain('Deltagande i projektet TE2024');
    for (const name of Object.values(names)) expect(text).not.toContain(name);
    const href = await visitor.locator('main li a[download]').getAttribute('href');
    const file = await visitor.request.get(server.url + href);
    expect(file.headers()['content-disposition']).toContain('ansokan-2.pdf');
    for (const path of [`${meeting}/minutes`, `${new URL(visitor.url()).pathname}/minutes`]) {
      const paper = await page.request.get(`${server.url}${path}.pdf`);
      expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');
      expect(
        (await (await page.request.get(`${server.url}${path}.docx`)).body()).subarray(0, 2).toString(),
      ).toBe('PK');
    }
    await go(page, meeting);
    await send(page, 'withdraw');
    expect((await visitor.request.get(server.url + href)).status()).toBe(404);
  });

  test('what does not fit into the menu is one press away', async () => {
    const page = await as('expert', 360);
    await go(page, '/');
    await page.locator('.menu-button').first().click();
    await page.locator('.more-places > summary').click();
    await sound(page, 'menu-phone');
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 1280, height: 900 });
    await sound(page, 'menu');
    for (const to of ['/bodies', '/bulletins', '/questions', '/communication-plan', '/public/minutes'])
      expect(await page.locator(`header a[href="${to}"]`).count()).toBe(1);
    await page.locator('header a[href="/bodies"]').click();
    await page.waitForURL(/\/bodies$/);
    await page.locator('.more-places:not([open])').waitFor({ state: 'attached' });
    expect(wrong).toEqual([]);
  });
});
