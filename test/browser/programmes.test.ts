import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransactionAs } from '#access';
import { systemViewer } from '#kernel/viewer.ts';
import { languagesWalked } from '#test/fixtures/sampled.ts';
import { openTestApp, type TestApp } from '../fixtures/app.ts';
import { settleProgramme } from '../fixtures/programmes.ts';
import { type TestServer, testServer } from '../fixtures/server.ts';
import { inWords } from '../fixtures/words.ts';
import { openBrowser } from './chromium.ts';
import { sound as soundPage, visit } from './pages.ts';

/**
 * A year of document 004: eight goal reports in two half-years (N-17); in the second two coordinators are late, they
 * are missing from the day after, reminded, and send late; the report is approved and becomes public.
 */
/** After a report is sent: the first page. */
const home = (url: URL) => url.pathname === '/';
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

describe.each(languagesWalked('programmes', ['fi', 'en'] as const))(
  'the half-years of a programme in %s',
  (language) => {
    const say = inWords(language);
    let app: TestApp;
    let server: TestServer;
    let world: Awaited<ReturnType<typeof settleProgramme>>;
    const contexts: BrowserContext[] = [];
    const wrong: string[] = [];
    beforeAll(async () => {
      app = await openTestApp('embedded', '2026-02-02');
      server = await testServer({ app });
      world = await settleProgramme(app);
    });
    afterAll(async () => {
      for (const context of contexts) await context.close();
      await server?.stop();
      await app?.close();
    });

    /** A browser of its own, signed in anew: the clock has moved since the last. */
    async function as(
      who: keyof (typeof world)['accounts'] | undefined,
      width = 1280,
      javaScriptEnabled = true,
    ) {
      const mine = await visit(browser, server, {
        width,
        language,
        javaScriptEnabled,
        viewer: who && { accountId: world.accounts[who] },
        wrong,
      });
      contexts.push(mine.context);
      return mine.page;
    }
    const go = (page: Page, path: string) => page.goto(server.url + path);
    const sound = (page: Page, name: string) => soundPage(page, `programmes-${language}-${name}`);
    const press = (page: Page, key: string) =>
      page
        .getByRole('button', { name: say(key) })
        .first()
        .click();
    const board = () => `/programmes/${world.programmeId}`;
    const reportOf = (period: string, at: number) =>
      `${board()}/reports/${period}/${world.content.goals[at]!.id}`;

    /** Writes the report of a goal: every measure on track, with the words given for those that are not. */
    async function tell(
      page: Page,
      period: string,
      at: number,
      others: Record<number, [string, string]> = {},
    ) {
      await go(page, reportOf(period, at));
      await page.locator('[id="report-content.summary"]').fill(`Tavoite ${at + 1} etenee (${period}).`);
      for (const [nth, { id }] of world.content.goals[at]!.measures.entries()) {
        const [state, text] = others[nth] ?? ['on-track', ''];
        await page.locator(`[id="report-content.measures.${id}.state"]`).selectOption(state);
        if (text) await page.locator(`[id="report-content.measures.${id}.text"]`).fill(text);
      }
      await press(page, 'programmes:report.send');
    }

    test('the board before anything: what the document lacks, and how it is loaded again unchanged', async () => {
      app.clock.moveTo('2026-02-02T10:00:00Z');
      const page = await as('secretary');
      await go(page, '/programmes');
      await sound(page, 'list');
      await page.getByRole('link', { name: 'Kymenlaakson työllisyysohjelma' }).click();
      await page.waitForURL(/programmes\/[0-9a-f-]{36}$/);
      await sound(page, 'board-new');
      const words = await page.locator('#findings').innerText();
      expect(words).toContain('18');
      expect(words).toContain(say('programmes:finding.review-day-missing'));
      expect(await page.locator('table.board tbody tr').count()).toBe(4);
    });

    test('the first half-year: four reports in time, approved', async () => {
      app.clock.moveTo('2026-06-20T10:00:00Z');
      const secretary = await as('secretary');
      await tell(secretary, '2026-1', 0);
      await secretary.waitForURL((url) => url.pathname === board());
      const ely = await as('ely');
      await go(ely, '/programmes/my-reports');
      await ely.waitForURL(home);
      await sound(ely, 'home-coordinator');
      await tell(ely, '2026-1', 1);
      await ely.waitForURL(home);
      await tell(ely, '2026-1', 2);
      await ely.waitForURL(home);
      const multi = await as('multi', 360);
      await go(multi, reportOf('2026-1', 3));
      await sound(multi, 'goal-report-phone');
      // Sending without a state or a reason: everything typed stays, each fault is named.
      await multi.locator('[id="report-content.summary"]').fill('Polku on koekäytössä.');
      await press(multi, 'programmes:report.send');
      await multi.locator('.error-summary').waitFor();
      await sound(multi, 'goal-report-faults');
      expect(await multi.locator('[id="report-content.summary"]').inputValue()).toBe('Polku on koekäytössä.');
      await tell(multi, '2026-1', 3, { 2: ['late', 'Hankinta viivästyi.'] });
      await multi.waitForURL(home);

      app.clock.moveTo('2026-08-20T10:00:00Z');
      const again = await as('secretary');
      await go(again, `${board()}/reports/2026-1`);
      await sound(again, 'board-report');
      await approve(again, '2026-08-19');
    });

    async function approve(page: Page, day: string) {
      await page.locator('#approval summary').click();
      await page.locator('#approve-decidedOn').fill(day);
      await page.locator('#approve-reference').fill('§ 12');
      await page
        .locator('#approve')
        .getByRole('button', { name: say('programmes:board-report.approve') })
        .click();
      await page.locator('#approval').waitFor({ state: 'detached' });
    }

    test('the draft keeps itself while it is typed, and shows what was said last time', async () => {
      app.clock.moveTo('2026-12-20T10:00:00Z');
      const te = await as('te');
      await go(te, reportOf('2026-2', 3));
      await te.locator('[id="report-content.summary"]').fill('Kesken jäänyt');
      await te.locator('.save-state', { hasText: 'Koe te' }).waitFor();
      expect(await te.locator('main').innerText()).toContain('Hankinta viivästyi.');
      await sound(te, 'goal-report');
      const other = await as('multi');
      await go(other, reportOf('2026-2', 3));
      expect(await other.locator('[id="report-content.summary"]').inputValue()).toBe('Kesken jäänyt');
    });

    test('the second half-year: two coordinators late on the board from the day after, reminded; both send late', async () => {
      app.clock.moveTo('2026-12-21T10:00:00Z');
      await tell(await as('secretary'), '2026-2', 0);
      const early = await as('ely');
      await tell(early, '2026-2', 1);
      await early.waitForURL(home);
      // On the last day nothing is missing yet; on the day after, both are.
      app.clock.moveTo('2026-12-31T10:00:00Z');
      const lastDay = await as('secretary');
      await go(lastDay, board());
      expect(await lastDay.locator('#late').count()).toBe(0);
      app.clock.moveTo('2027-01-01T10:00:00Z');
      const dayAfter = await as('secretary');
      await go(dayAfter, board());
      expect(await dayAfter.locator('#late .card').count()).toBe(2);
      app.clock.moveTo('2027-01-04T10:00:00Z');
      const secretary = await as('secretary');
      await go(secretary, '/');
      await sound(secretary, 'home');
      await go(secretary, board());
      await sound(secretary, 'board-late');
      const late = await secretary.locator('#late').innerText();
      expect(late).toContain('Kaakkois-Suomen ELY-keskus');
      expect(late).toContain('Kymenlaakson Monialainen työelämäpalvelu');
      const card = secretary.locator('#late .card', { hasText: 'Haavoittuvassa' });
      await card.getByRole('button', { name: say('programmes:remind') }).click();
      await secretary.getByText('Koe multi').first().waitFor();
      await secretary
        .locator('#late .card', { hasText: 'Osaavan' })
        .getByRole('button', { name: say('programmes:remind') })
        .click();
      await secretary.getByText('Koe ely').first().waitFor();
      const te = await as('te');
      await tell(te, '2026-2', 3, { 2: ['done', 'Hankinta valmistui.'] });
      await te.waitForURL(home);
      await go(secretary, board());
      expect(await secretary.locator('#late .card').count()).toBe(1);
      app.clock.moveTo('2027-01-12T10:00:00Z');
      const ely = await as('ely');
      await tell(ely, '2026-2', 2, { 1: ['late', 'Palvelumalli odottaa rahoitusta.'] });
      await ely.waitForURL(home);
      const later = await as('secretary');
      await go(later, board());
      expect(await later.locator('#late').count()).toBe(0);
      const told = await inTransactionAs(app, systemViewer, 'upkeep', ({ db }) =>
        db.selectFrom('programmes.goal_report').select(['goal_id', 'period']).execute(),
      );
      expect(new Set(told.map((row) => `${row.goal_id} ${row.period}`)).size).toBe(8);
    });

    test('draft, what changed and why, approval; PDF, Word and the public page only after it', async () => {
      app.clock.moveTo('2027-02-10T10:00:00Z');
      const secretary = await as('secretary');
      await go(secretary, `${board()}/reports/2026-2`);
      const main = await secretary.locator('main').innerText();
      expect(main).toContain('Hankinta valmistui.');
      expect(main).toContain('Palvelumalli odottaa rahoitusta.');
      expect(main).not.toContain(say('programmes:finding.goal-without-coordinator'));
      await secretary.locator('#foreword-foreword').fill('Kaikki kahdeksan raporttia on saatu.');
      await press(secretary, 'common:save');
      await secretary.getByText(say('programmes:board-report.foreword-saved')).first().waitFor();
      const visitor = await as(undefined);
      await go(visitor, '/public/reports');
      expect(await visitor.locator('#reports tbody tr').count()).toBe(1);
      await press(secretary, 'programmes:board-report.make');
      await secretary.waitForFunction(() => document.querySelectorAll('#made-files li').length === 6);
      await approve(secretary, '2027-02-09');
      await secretary.waitForFunction(() => document.querySelectorAll('#made-files li').length === 6);
      await sound(secretary, 'board-report-approved');
      await go(visitor, '/public/reports');
      await sound(visitor, 'public-list');
      await visitor.locator('#reports tbody a').first().click();
      await visitor.waitForURL(/public\/reports\/[0-9a-f-]{36}/);
      await sound(visitor, 'public-report');
      expect(await visitor.locator('main').innerText()).toContain('Kaikki kahdeksan raporttia on saatu.');
      const url = visitor.url();
      for (const [file, begins] of [
        [`${language}.pdf`, '%PDF-'],
        ['sv.docx', 'PK'],
      ] as const) {
        const answer = await visitor.request.get(`${url}/${file}`);
        expect(answer.status()).toBe(200);
        const bytes = await answer.body();
        expect(bytes.subarray(0, begins.length).toString()).toBe(begins);
        expect((await (await visitor.request.get(`${url}/${file}`)).body()).equals(bytes)).toBe(true);
      }
      expect((await visitor.request.get(`${server.url}${board()}`)).url()).not.toContain('/programmes/');
      const phone = await as(undefined, 360);
      await go(phone, new URL(url).pathname);
      await sound(phone, 'public-report-phone');
    });

    test('a proposal from a member, a decision with its reason, a version with an indicator', async () => {
      const member = await as('member');
      await go(member, `${board()}/proposals`);
      await member.locator('summary', { hasText: say('programmes:proposal.new') }).click();
      await member.locator('#propose-title').fill('Yhteinen rekrypäivä');
      await member.locator('#propose-text').fill('Kerran kuussa, vuorotellen kaikissa kunnissa.');
      await press(member, 'programmes:proposal.send');
      await member.getByText(say('programmes:proposal.sent')).first().waitFor();
      await sound(member, 'proposals-member');
      const secretary = await as('secretary');
      await go(secretary, `${board()}/proposals`);
      await secretary.locator('#proposals details summary').first().click();
      const decide = secretary.locator('#proposals form').first();
      await decide.locator('input[value=accept]').check();
      await decide.locator('select').selectOption(world.content.goals[0]!.id);
      await decide.locator('textarea').fill('Sopii tavoitteeseen.');
      await sound(secretary, 'proposals-decide');
      await decide.getByRole('button').click();
      await secretary.getByText(say('programmes:proposal.accepted-done')).first().waitFor();
      await go(secretary, `${board()}/edit`);
      await sound(secretary, 'edit');
      await secretary
        .locator('#goals a', { hasText: say('programmes:edit.add-indicator') })
        .first()
        .click();
      await secretary.waitForURL(/edit\/indicator/);
      await secretary.locator('#part [name="change.indicator.name"]').fill('Yhteiset tapaamiset');
      await secretary.locator('#part [name="change.indicator.target"]').fill('noin');
      await press(secretary, 'programmes:edit.keep');
      await secretary.locator('.error-summary').waitFor();
      await sound(secretary, 'edit-indicator-faults');
      await secretary.locator('#part [name="change.indicator.target"]').fill('12');
      await press(secretary, 'programmes:edit.keep');
      await secretary.waitForURL(/edit$/);
      await go(secretary, `${board()}/edit/basics`);
      await secretary.locator('#part [name="change.reviewOn"]').fill('2028-12-31');
      await press(secretary, 'programmes:edit.keep');
      await secretary.waitForURL(/edit$/);
      // Chapters, milestones, members: typed text stays on an error; order by keyboard; one step back.
      await go(secretary, `${board()}/edit/milestone`);
      await secretary.locator('#part [name="change.milestone.title"]').fill('Laki voimaan');
      await press(secretary, 'programmes:edit.keep');
      await secretary.locator('.error-summary').waitFor();
      expect(await secretary.locator('#part [name="change.milestone.title"]').inputValue()).toBe(
        'Laki voimaan',
      );
      await sound(secretary, 'edit-milestone-faults');
      await secretary.locator('#part [name="change.milestone.on"]').fill('2027-03-01');
      await press(secretary, 'programmes:edit.keep');
      await secretary.waitForURL(/edit$/);
      const first = secretary.locator('#chapters .row').first();
      const before = await first.innerText();
      await first.getByRole('button', { name: say('programmes:edit.down') }).focus();
      await secretary.keyboard.press('Enter');
      await secretary.waitForFunction(
        (text) => (document.querySelector('#chapters .row') as HTMLElement).innerText !== text,
        before,
      );
      await press(secretary, 'programmes:edit.undo');
      await secretary.waitForFunction(
        (text) => (document.querySelector('#chapters .row') as HTMLElement).innerText === text,
        before,
      );
      for (const part of ['board', 'approval', 'member', 'chapter']) {
        await go(secretary, `${board()}/edit/${part}`);
        await sound(secretary, `edit-${part}`);
      }
      await go(secretary, `${board()}/edit`);
      await sound(secretary, 'edit-frame');
      await secretary.locator('#force-reason').fill('Mittarit puuttuivat.');
      await press(secretary, 'programmes:edit.force');
      await secretary.waitForURL(/versions/);
      await sound(secretary, 'versions');
      for (const path of ['years', 'coordinators']) {
        // Their addresses of before lead to where they stand now.
        await go(secretary, `${board()}/${path}`);
        await sound(secretary, path);
        const { pathname } = new URL(secretary.url());
        expect(pathname).toBe(path === 'years' ? board() : `${board()}/management`);
      }
      await go(secretary, `${board()}/goals/${world.content.goals[3]!.id}`);
      await sound(secretary, 'goal');
      await go(secretary, `${board()}?on=2026-08-01`);
      await sound(secretary, 'board-as-of');
      const phone = await as('secretary', 360);
      for (const path of ['', '/edit', '/reports/2026-2']) {
        await go(phone, board() + path);
        await sound(phone, `phone${path.replaceAll('/', '-')}`);
      }
      await go(phone, '/programmes/new');
      await sound(phone, 'phone-new');
    });

    test('writing works without scripts too', async () => {
      app.clock.moveTo('2027-06-10T10:00:00Z');
      const te = await as('te', 1280, false);
      await te.goto(server.url + reportOf('2027-1', 3));
      await te.locator('[id="report-content.summary"]').fill('Ilman skriptejä.');
      await te.locator('#report button[value=save]').click();
      await te.getByText(say('programmes:report.saved')).first().waitFor();
      expect(await te.locator('[id="report-content.summary"]').inputValue()).toBe('Ilman skriptejä.');
    });

    test('nothing went wrong in any of the browsers', () => {
      expect(wrong).toEqual([]);
    });
  },
);
