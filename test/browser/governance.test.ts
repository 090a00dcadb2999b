import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languagesWalked } from '#test/fixtures/sampled.ts';
import { type TestServer, testServer } from '../fixtures/server.ts';
import { inWords } from '../fixtures/words.ts';
import { openBrowser } from './chromium.ts';
import { walk } from './walk.ts';

/**
 * A secretary takes an item from draft to a decision that has been read; a bulletin goes out by somebody else than its
 * writer; a visitor's question is answered in time, another is late.
 */
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const names = {
  secretary: 'Saija Pöytäniemi',
  manager: 'Marja-Leena Koskivaara',
  councillor: 'Antero Ylätalo',
  comms: 'Reetta Ruutulampi',
  expert: 'Tuija Tyynelä',
};

describe.each(languagesWalked('governance', ['fi', 'en'] as const))(
  'decisions and communication in %s',
  (language) => {
    const say = inWords(language);
    let server: TestServer;
    const { as, go, sound, unfold, send, refused, close, wrong } = walk({
      browser: () => browser,
      server: () => server,
      language,
      names,
      pictures: 'gov',
    });
    beforeAll(async () => {
      server = await testServer({ demonstration: true, at: '2026-11-20T09:00:00Z' });
    });
    afterAll(async () => {
      await close();
      await server?.stop();
    });
    let item = '';

    test('the secretary plans a meeting and writes an item', async () => {
      const page = await as('secretary');
      await go(page, '/bodies');
      await sound(page, 'bodies');
      await page.locator('#bodies tbody a').first().click();
      await page.waitForURL(/\/bodies\/[0-9a-f-]{36}/);
      await sound(page, 'body');
      // To end a membership is seldom wanted: a quiet question in each row, never a red button.
      expect(await page.locator('#seats summary.button--quiet').count()).toBeGreaterThan(1);
      expect(await page.locator('#seats .button--danger-quiet').count()).toBe(0);
      await page.setViewportSize({ width: 360, height: 800 });
      await sound(page, 'body-phone');
      await page.setViewportSize({ width: 1280, height: 900 });
      await unfold(page, 'meeting');
      await page.locator('#meeting-heldOn').fill('2026-11-20');
      await page.locator('#meeting-beginsAt').fill('klo yhdeksän');
      await page.locator('#meeting-place').fill('Mikkeli');
      await page.locator('#meeting button[type=submit]').click();
      await page.locator('#meeting .error-summary').waitFor();
      expect(await page.locator('#meeting-place').inputValue()).toBe('Mikkeli');
      await sound(page, 'body-wrong');
      await page.locator('#meeting-beginsAt').fill('9.00');
      await page.locator('#meeting button[type=submit]').click();
      await page.waitForURL(/\/meetings\//);
      await sound(page, 'meeting-empty');
      await page.locator('#item-heading').fill('TE2024 E-Savo -hanke');
      await page.locator('#item-mandateRole').selectOption('joint-service-board');
      await page.locator('#item button[type=submit]').click();
      await page.waitForURL(/\/items\/.*\/edit/);
      await page.locator('#item-registerNumbers').fill('KNGDno-2022-414');
      await page.locator('#item-preparers').fill('hallintojohtaja');
      await page
        .locator('#item-background')
        .fill('Hankkeen tavoitteet:\n\n• Organisoida ryhmät.\n• Tiedottaa.');
      await page.locator('#item-presenter').fill('kunnanjohtaja');
      await page.locator('[id="item-proposals.0.text"]').fill('Merkitään hakemukset tiedoksi.');
      await page.locator('[id="item-proposals.1.text"]').fill('Kunta on mukana hankkeessa.');
      await sound(page, 'item-edit');
      await page.locator('#item .actions button[type=submit]').click();
      await page.waitForURL(/\/items\/[0-9a-f-]{36}$/);
      item = new URL(page.url()).pathname;
      await sound(page, 'item-draft');
      const councillor = await as('councillor');
      expect((await go(councillor, item))?.status()).toBe(200);
      const expert = await as('expert');
      expect((await go(expert, item))?.status()).toBe(404);
      await send(page, 'propose');
      expect((await go(expert, item))?.status()).toBe(200);
    });

    test('the meeting is called and held, the item decided, the decision made known', async () => {
      const page = await as('secretary');
      await go(page, item);
      const meeting = await page.locator('.breadcrumbs a[href^="/meetings/"]').getAttribute('href');
      await go(page, meeting!);
      await send(page, 'call');
      await sound(page, 'meeting-called');
      await send(page, 'attendance');
      // Two correct the attendance: what the other has noted stands in words beside one's own.
      const other = await page.context().newPage();
      await go(other, meeting!);
      const presence = (of: typeof page, value: string, at: number) =>
        of.locator(`#attendance input[value=${value}]`).nth(at).check();
      await unfold(page, 'attendance');
      await presence(page, 'absent', 0);
      await send(page, 'attendance');
      await unfold(other, 'attendance');
      await presence(other, 'absent', 1);
      await refused(other, 'attendance');
      expect(await other.locator('#attendance .meanwhile-text').innerText()).toContain(
        `: ${say('governance:presence.absent')}`,
      );
      await other.close();
      await unfold(page, 'attendance');
      await presence(page, 'present', 0);
      await send(page, 'attendance');
      await sound(page, 'meeting-held');
      expect(await page.locator('#present').innerText()).toContain(
        say('governance:quorate', { present: 6, needed: 4 }),
      );
      await go(page, item);
      await sound(page, 'item-deciding');
      await send(page, 'decide');
      for (const [position, account] of [
        ['kunnanvaltuutettu', names.councillor],
        ['työnsuunnittelija', undefined],
      ] as const) {
        await unfold(page, 'receiver');
        await page.locator('#receiver-position').fill(position);
        if (account) {
          await page.locator('[id="receiver-accountId.text"]').fill(account.split(' ')[1]!);
          const found = page.locator('#receiver .suggestion', { hasText: account });
          expect(await found.innerText()).toContain(say('roles:decision-maker'));
          await found.click();
        }
        await send(page, 'receiver');
      }
      await send(page, 'send');
      await sound(page, 'item-notified');
      await page.setViewportSize({ width: 360, height: 800 });
      await sound(page, 'item-phone');
      expect(await page.locator('#receivers').innerText()).toContain(say('governance:unread'));
      const printed = await page.locator('.minutes h3').allInnerTexts();
      // In the item's own language, which here is the secretary's; the order is that of document 001.
      expect(printed).toEqual(
        ['preparer', 'background', 'proposal', 'presenter', 'decision', 'distribution'].map((part) =>
          say(`governance:part.${part}`),
        ),
      );
      const pdf = await page.request.get(`${server.url}${item}/print.pdf`);
      expect(pdf.headers()['content-type']).toBe('application/pdf');
      expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
      expect(await (await page.request.get(`${server.url}${item}/print.pdf`)).body()).toEqual(
        await pdf.body(),
      );
      const word = await page.request.get(`${server.url}${item}/print.docx`);
      expect((await word.body()).subarray(0, 2).toString()).toBe('PK');
    });

    test('the receiver reads it and marks it, and the secretary sees the mark', async () => {
      const councillor = await as('councillor', 360);
      await go(councillor, '/');
      await sound(councillor, 'desk-councillor');
      const row = councillor.locator('.need', { hasText: 'TE2024 E-Savo' });
      await row.locator('button').click();
      await councillor.locator('.notice').first().waitFor();
      const page = await as('secretary');
      await go(page, item);
      expect(await page.locator('#receivers tbody tr').first().innerText()).toContain(
        say('governance:read-by.receiver'),
      );
    });

    test('a bulletin waits for somebody else than its writer', async () => {
      const writer = await as('comms');
      await go(writer, '/bulletins/new');
      await sound(writer, 'bulletin-new');
      await writer.locator('[id="bulletin-titles.fi"]').fill('Hanke alkaa');
      await writer.locator('#bulletin button[type=submit]').last().click();
      await writer.locator('#bulletin .error-summary').waitFor();
      expect(await writer.locator('[id="bulletin-titles.fi"]').inputValue()).toBe('Hanke alkaa');
      await writer
        .locator('[id="bulletin-texts.fi"]')
        .fill('Hanke alkaa tammikuussa. Kysy: neuvonta@polku.example');
      await writer.locator('[id="bulletin-audiences.open-public"]').check();
      await writer.locator('#bulletin button[type=submit]').last().click();
      await writer.waitForURL(/\/bulletins\/[0-9a-f-]{36}$/);
      await sound(writer, 'bulletin-draft');
      const path = new URL(writer.url()).pathname;
      await send(writer, 'ask');
      expect(await writer.locator('#approve').count()).toBe(0);
      const visitor = await as('visitor');
      expect((await go(visitor, path))?.status()).toBe(404);
      const manager = await as('manager');
      await go(manager, '/');
      expect(await manager.locator('#needs').innerText()).toContain('Hanke alkaa');
      await go(manager, path);
      await sound(manager, 'bulletin-approving');
      await manager.locator('#approve button').click();
      await manager.locator('#approve .error-summary').waitFor();
      await manager.locator('#approve-confirmed').check();
      await send(manager, 'approve');
      expect((await go(visitor, path))?.status()).toBe(200);
      await sound(visitor, 'bulletin-public');
      expect(await visitor.content()).not.toContain(names.comms);
      await go(visitor, '/public/bulletins');
      await sound(visitor, 'public-bulletins');
    });

    test('a visitor asks without a name, is answered in time; one answer is late', async () => {
      const visitor = await as('visitor', 360);
      await go(visitor, '/public/questions');
      await sound(visitor, 'public-questions');
      await visitor.locator('#ask-text').fill('Hei?');
      await visitor.locator('#ask button').click();
      await visitor.locator('#ask .error-summary').waitFor();
      expect(await visitor.locator('#ask-text').inputValue()).toBe('Hei?');
      await visitor.locator('#ask-text').fill('Tunnukseni on 150397-9005. Missä hakemukseni on?');
      expect(await refused(visitor, 'ask')).toContain(say('refusals:identity-code-in-text'));
      expect(await visitor.evaluate(() => JSON.stringify(window.sessionStorage))).not.toContain('150397');
      await visitor.locator('#ask-text').fill('Mihin asti vastaanotto on avoinna torstaisin?');
      await visitor.locator('#ask button').click();
      await visitor.waitForURL(/\/public\/questions\/[\w-]{20,}/);
      await sound(visitor, 'own-question');
      const own = new URL(visitor.url()).pathname;
      const comms = await as('comms');
      await go(comms, '/questions');
      await sound(comms, 'questions');
      expect(await comms.locator('#questions').innerText()).toContain(
        say('outreach:late-since', { day: '' }).trim().slice(0, 8),
      );
      await comms.getByRole('link', { name: /Mihin asti vastaanotto/ }).click();
      await comms.waitForURL(/\/questions\/[0-9a-f-]{36}/);
      const value = await comms
        .locator('#give-ownerId option', { hasText: names.expert })
        .getAttribute('value');
      await comms.locator('#give-ownerId').selectOption(value);
      await send(comms, 'give');
      const expert = await as('expert');
      await go(expert, new URL(comms.url()).pathname);
      await expert.locator('#answer-answer').fill('Kello 18 asti.');
      await sound(expert, 'question-answering');
      await send(expert, 'answer');
      await sound(expert, 'question-answered');
      await expert.locator('[id="publish-questions.fi"]').fill('Milloin vastaanotto on avoinna?');
      await send(expert, 'publish');
      await go(visitor, own);
      expect(await visitor.locator('main').innerText()).toContain('Kello 18 asti.');
      await go(comms, new URL(expert.url()).pathname);
      await sound(comms, 'question-approving');
      await send(comms, 'approve');
      await go(visitor, '/public/questions');
      expect(await visitor.locator('#answers').innerText()).toContain('Milloin vastaanotto on avoinna?');
      expect(await visitor.content()).not.toContain('Mihin asti');
    });

    test('the communication plan shows effect and cost beside the planned', async () => {
      const comms = await as('comms');
      await go(comms, '/communication-plan');
      await sound(comms, 'plan');
      await go(comms, '/communication-plan/new');
      await comms.locator('#action-aim').fill('Hanke tunnetaan');
      await comms.locator('#action-audience').fill('kuntalaiset');
      await comms.locator('#action-owner').fill('viestintä');
      await comms.locator('#action-plannedOn').fill('2026-12-01');
      await comms.locator('#action-costPlanned').fill('paljon');
      await comms.locator('#action button[type=submit]').click();
      await comms.locator('#action .error-summary').waitFor();
      await sound(comms, 'plan-wrong');
      await comms.locator('#action-costPlanned').fill('1 752,00');
      await comms.locator('#action button[type=submit]').click();
      await comms.waitForURL(/\/communication-plan$/);
      await comms.setViewportSize({ width: 360, height: 800 });
      await sound(comms, 'plan-phone');
      expect(await comms.locator('#plan').innerText()).toContain('Hanke tunnetaan');
      expect(wrong).toEqual([]);
    });
  },
);
