import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransactionAs } from '#access';
import { systemViewer } from '#kernel/viewer.ts';
import { languagesWalked } from '#test/fixtures/sampled.ts';
import { type TestServer, testServer } from '../fixtures/server.ts';
import { openBrowser } from './chromium.ts';
import { follow, overflow, picture, settled, visit } from './pages.ts';
import { walk } from './walk.ts';

/**
 * What every form has, tried on forms of three rooms: typed text survives, errors are told all at once and stay, what is
 * sent twice is kept once, what somebody else saved is shown, nothing is cut, and people's own ways of writing are read.
 */
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

describe.each(languagesWalked('forms', ['fi', 'en'] as const))('forms in %s', (language) => {
  const say = <X>(fi: X, en: X): X => (language === 'fi' ? fi : en);
  const { as, go, sound, close, wrong } = walk({
    browser: () => browser,
    server: () => server,
    language,
    names: { expert: 'Tuija Tyynelä', business: 'Ilona Lehtovaara', project: 'Tomi Haapasaari' },
    pictures: 'forms',
  });
  afterAll(close);

  const summary = (page: Page) => page.locator('.error-summary li');
  const sendForm = (page: Page, form: string) =>
    page.locator(`[id="${form}"] .actions button[type=submit]`).first().click();
  const kept = (page: Page) =>
    page.evaluate(() => Object.keys(sessionStorage).filter((name) => name.startsWith('polku.form ')).length);

  let client = '';

  test('errors: all at once, each with its field and what to do; a line of the summary keeps them all', async () => {
    const page = await as('expert', 360);
    await go(page, '/clients');
    client = await page
      .locator('a[href^="/clients/0"]')
      .first()
      .evaluate((link) => (link as HTMLAnchorElement).pathname);
    await go(page, `${client}/task`);
    await sound(page, 'task');
    await page.locator('#task-dueOn').fill('31.4.2027');
    await sendForm(page, 'task');
    await page.waitForSelector('.error-summary');
    expect(await summary(page).count()).toBe(2);
    expect(await page.title()).toMatch(say(/^Virhe: /, /^Error: /));
    expect(await page.locator('#task-dueOn-error').innerText()).toMatch(
      say(/kalenterissa/, /in the calendar/),
    );
    expect(await page.locator('body').innerText()).not.toMatch(/Tarkista tämä kohta|Check this\./);
    await page.locator('.error-summary a').first().click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('task-what');
    expect(await summary(page).count()).toBe(2);
    expect(await page.locator('.field-error').count()).toBe(2);
    expect(await page.locator('#task-dueOn').inputValue()).toBe('31.4.2027');
    await sound(page, 'task-errors');
  });

  test('nothing is cut: the whole text stands and is refused with how much is too long', async () => {
    const page = await as('expert');
    await go(page, `${client}/task`);
    const long = 'ä'.repeat(230);
    await page.locator('#task-what').fill(long);
    await page.locator('#task-dueOn').fill('5.12.');
    expect(await page.locator('#task-what-left').innerText()).toContain('30');
    expect(await page.locator('#task').innerText()).toMatch(
      say(/lauantaina 5\.12\.2026/, /Saturday,? 5 December 2026/),
    );
    await sendForm(page, 'task');
    await page.waitForSelector('.error-summary');
    expect(await summary(page).innerText()).toContain('30');
    expect(await page.locator('#task-what').inputValue()).toBe(long);
    await page.locator('#task-what').fill(`Soitto ${language}`);
    await sendForm(page, 'task');
    await page.waitForURL(`**${client}`);
    await expect.poll(() => page.locator('main').innerText()).toContain(`Soitto ${language}`);
    await expect.poll(() => kept(page)).toBe(0);
  });

  test('typed text survives a lost session, sign-in again, reload, back and a change of language', async () => {
    const page = await as('expert');
    const text = `Kesken jäänyt teksti\nkahdella rivillä ${language}`;
    await go(page, `${client}/notes`);
    await page.locator('#note-text').fill(text);
    await expect.poll(() => kept(page)).toBe(1);
    // the session is gone; the note is sent
    await page.context().clearCookies();
    await sendForm(page, 'note');
    await page
      .getByRole('button', { name: /^\s*Tuija Tyynelä/ })
      .first()
      .click();
    await page.waitForURL(`**${client}/notes`);
    await page.waitForSelector('html[data-alive]', { state: 'attached' });
    await expect.poll(() => page.locator('#note-text').inputValue()).toBe(text);
    await sound(page, 'restored');
    // another language and back
    await page.goto(`${server.url}/kieli?valitse=sv&takaisin=${client}/notes`);
    await page.waitForSelector('html[lang=sv][data-alive]', { state: 'attached' });
    await expect.poll(() => page.locator('#note-text').inputValue()).toBe(text);
    await page.goto(`${server.url}/kieli?valitse=${language}&takaisin=${client}/notes`);
    await page.waitForSelector(`html[lang=${language}][data-alive]`, { state: 'attached' });
    await expect.poll(() => page.locator('#note-text').inputValue()).toBe(text);
    // a link asks first; away and back
    await page.locator('nav a[href="/clients"]').first().click();
    await page.locator('dialog[open]').waitFor();
    expect(page.url()).toContain('/notes');
    await sound(page, 'leaving');
    await page.locator('dialog[open] .button--secondary').click();
    await page.waitForURL(/\/clients$/);
    await page.goBack();
    await expect.poll(() => page.locator('#note-text').inputValue()).toBe(text);
    await sendForm(page, 'note');
    await page.locator('.notice--success').waitFor();
    await expect.poll(() => page.locator('#note-text').inputValue()).toBe('');
    expect(await page.locator('#written li').first().innerText()).toContain(`kahdella rivillä ${language}`);
    expect(await kept(page)).toBe(0);
  });

  test('what somebody else saved meanwhile is shown beside one’s own, and what only they changed stays', async () => {
    const mine = await as('business');
    await go(mine, '/events/new');
    await mine.locator('[id="event-names.fi"]').fill(`Tapahtuma ${language}`);
    await mine.locator('#event-heldOn').fill('5/12/2026');
    await mine.locator('#event-startsAt').fill(say('klo 9–15', '9 am – 3 pm'));
    await mine.locator('#event-place').fill('Kirjasto');
    await sendForm(mine, 'event');
    await mine.waitForURL(/\/events\/0[^/]+$/);
    const address = `${new URL(mine.url()).pathname}/edit`;
    await go(mine, address);
    expect(await mine.locator('#event-heldOn').inputValue()).toBe('5.12.2026');
    expect(await mine.locator('#event-startsAt').inputValue()).toBe('9.00');
    expect(await mine.locator('#event-endsAt').inputValue()).toBe('15.00');
    const theirs = await mine.context().newPage();
    await go(theirs, address);
    await theirs.locator('#event-place').fill('Tori');
    await theirs.locator('#event-accessNote').fill('Hissi takana');
    await sendForm(theirs, 'event');
    await theirs.waitForURL(/\/events\/0[^/]+$/);
    await theirs.close();
    await mine.locator('#event-place').fill('Koulu');
    await sendForm(mine, 'event');
    await mine.locator('.meanwhile').waitFor();
    expect(await mine.locator('.meanwhile').count()).toBe(1);
    expect(await mine.locator('.meanwhile').innerText()).toContain('Tori');
    expect(await mine.locator('#event-place').inputValue()).toBe('Koulu');
    await sound(mine, 'meanwhile');
    await mine.locator('.meanwhile input[value=mine]').check();
    await sendForm(mine, 'event');
    await mine.waitForURL(/\/events\/0[^/]+$/);
    await go(mine, address);
    expect(await mine.locator('#event-place').inputValue()).toBe('Koulu');
    expect(await mine.locator('#event-accessNote').inputValue()).toBe('Hissi takana');
  });

  test('without JavaScript: errors keep what was typed, and what is sent twice is kept once', async () => {
    const signedIn = await as('expert');
    const { context: plain, page } = await visit(browser, server, {
      javaScriptEnabled: false,
      language,
      width: 360,
    });
    await plain.addCookies(await signedIn.context().cookies());
    await page.goto(`${server.url}${client}/task`);
    await page.locator('#task-what').fill(`Kahdesti ${language}`);
    await sendForm(page, 'task');
    expect(await summary(page).count()).toBe(1);
    expect(await page.locator('#task-what').inputValue()).toBe(`Kahdesti ${language}`);
    await page.locator('#task-dueOn').fill('6.12.2026');
    const form: [string, string][] = [];
    for (const field of await page.locator('#task input:not([type=radio]), #task input:checked').all())
      form.push([(await field.getAttribute('name')) ?? '', await field.inputValue()]);
    const send = () =>
      plain.request.post(`${server.url}${client}/task`, {
        headers: { origin: server.url, 'content-type': 'application/x-www-form-urlencoded' },
        data: new URLSearchParams(form).toString(),
        maxRedirects: 0,
      });
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map((answer) => answer.status())).toEqual([303, 303, 303]);
    expect(new Set(answers.map((answer) => answer.headers().location)).size).toBe(1);
    const made = await inTransactionAs(server.app, systemViewer, 'upkeep', ({ db }) =>
      db.selectFrom('clients.task').select('details').execute(),
    );
    expect(
      made.filter(({ details }) => JSON.stringify(details).includes(`Kahdesti ${language}`)).length,
    ).toBe(1);
    // gone back and written anew under the same key: a sending of its own, never dropped
    for (const field of form) if (field[0] === 'what') field[1] = `Toisin ${language}`;
    expect((await send()).status()).toBe(303);
    await page.goto(`${server.url}${client}`);
    expect(await page.locator('main').innerText()).toContain(`Toisin ${language}`);
    await plain.close();
  });

  /** The same person in a browser that runs no scripts. */
  const plainly = async (who: 'expert' | 'project') => {
    const signedIn = await (await as(who)).context().cookies();
    const { context, page } = await visit(browser, server, {
      javaScriptEnabled: false,
      language,
      width: 360,
    });
    await context.addCookies(signedIn);
    return { context, signedIn, page };
  };

  test('a skill in the mapping talk: errors with their fields, own words, and a session lost without JavaScript', async () => {
    const page = await as('expert', 360);
    await go(page, `${client}/skills`);
    const skill = `Qwrtz-huolto${language}`;
    await page.locator('.adding summary').first().click();
    await page.locator('#add-skill-skill').fill(skill);
    await page.locator('[id="add-skill-skill.evidenceNote"]').fill('ä'.repeat(510));
    await sendForm(page, 'add-skill');
    await page.locator('#add-skill .error-summary').waitFor();
    expect(await summary(page).count()).toBe(2);
    expect(await page.locator('#add-skill .error-summary').innerText()).toMatch(
      say(/Miten hyvin[\s\S]*Tarkennus[\s\S]*10/, /How well[\s\S]*Detail[\s\S]*10/),
    );
    expect(await page.locator('#add-skill-skill').inputValue()).toBe(skill);
    await sound(page, 'skill-errors');
    await page.locator('#add-skill-skill').fill('ä'.repeat(207));
    await sendForm(page, 'add-skill');
    await expect.poll(() => summary(page).first().innerText()).toMatch(say(/^”Taito”.* 7 /, /^“Skill”.* 7 /));
    expect(await page.locator('#add-skill .error-summary a').count()).toBe(await summary(page).count());
    await page.locator('#add-skill-skill').fill(skill);
    await page.locator('[id="add-skill-skill.evidenceNote"]').fill('Kotona');
    await page.locator('[id="add-skill-skill.level-2"]').check();
    // Pressed from the field whose suggestions have just said that there are none: the button does not move away.
    await page.locator('#add-skill-skill').fill(`${skill} `);
    await page.locator('#add-skill .combobox [role=status].help').waitFor();
    await sendForm(page, 'add-skill');
    await page.locator('#skills .row', { hasText: skill }).waitFor();
    await expect.poll(() => kept(page)).toBe(0);

    const plain = await plainly('expert');
    await plain.page.goto(`${server.url}${client}/skills`);
    await plain.page.locator('.adding summary').first().click();
    await plain.page.locator('#add-skill-skill').fill(`${skill}2`);
    await plain.page.locator('[id="add-skill-skill.level-3"]').check();
    await plain.page.locator('[id="add-skill-skill.evidenceNote"]').fill('Työssä "kolme" vuotta <2020>');
    await plain.context.clearCookies();
    await sendForm(plain.page, 'add-skill');
    await plain.page
      .getByRole('link', {
        name: say('Kirjaudu sisään (avautuu uuteen välilehteen)', 'Sign in (opens in a new tab)'),
      })
      .waitFor();
    await picture(plain.page, `forms-${language}-carried-360`);
    expect(await overflow(plain.page)).toBeLessThanOrEqual(0);
    await plain.context.addCookies(plain.signedIn);
    await follow(plain.page, plain.page.locator('main button'));
    expect(await plain.page.locator('#add-skill-skill').inputValue()).toBe(`${skill}2`);
    expect(await plain.page.locator('[id="add-skill-skill.evidenceNote"]').inputValue()).toBe(
      'Työssä "kolme" vuotta <2020>',
    );
    await sendForm(plain.page, 'add-skill');
    await plain.page.locator('#skills .row', { hasText: `${skill}2` }).waitFor();
    await plain.context.close();
  });

  test('a need: nothing is guessed, licences stand folded, others’ choices are shown in words', async () => {
    const mine = await as('business', 360);
    await go(mine, '/needs');
    const address = await mine
      .locator('a[href^="/vacancies/"]')
      .nth(language === 'fi' ? 0 : 1)
      .evaluate((link) => `${(link as HTMLAnchorElement).pathname}/requirements`);
    await go(mine, address);
    await sound(mine, 'need');
    expect(await mine.locator('#need-licences').isVisible()).toBe(false);
    const certainty = say(
      { talk: 'puhetta', needed: 'tarvitaan', now: 'heti' },
      { talk: 'talk', needed: 'needed', now: 'now' },
    );
    const first = await mine.locator('#need [name=certainty]:checked').inputValue();
    const [their, own] = Object.keys(certainty).filter((one) => one !== first) as (keyof typeof certainty)[];
    const theirs = await mine.context().newPage();
    await go(theirs, address);
    await theirs.locator(`#need-certainty-${their}`).check();
    await theirs.locator('#need-places').fill('7');
    await sendForm(theirs, 'need');
    await theirs.waitForURL(/\/vacancies\/[^/]+$/);
    await mine.locator('#need-places').fill('monta');
    await sendForm(mine, 'need');
    await mine.locator('.error-summary').waitFor();
    expect(await summary(mine).count()).toBe(1);
    expect(await mine.locator('#need-places').inputValue()).toBe('monta');
    await mine.locator('#need-places').fill('7');
    await mine.locator(`#need-certainty-${own}`).check();
    await mine.locator('#need-title').fill(`Hitsaaja ${language}`);
    await sendForm(mine, 'need');
    await mine.locator('.meanwhile').waitFor();
    expect(await mine.locator('.meanwhile-text').allInnerTexts()).toEqual([certainty[their!]]);
    await sound(mine, 'need-meanwhile');
    await mine.locator('.meanwhile input[value=mine]').check();
    await sendForm(mine, 'need');
    await mine.waitForURL(/\/vacancies\/[^/]+$/);
    await go(mine, address);
    expect(await mine.locator(`#need-certainty-${own}`).isChecked()).toBe(true);
    expect(await mine.locator('#need-places').inputValue()).toBe('7');
    expect(await mine.locator('#need-title').inputValue()).toBe(`Hitsaaja ${language}`);
    await theirs.close();
  });

  test('a document: without JavaScript the text stays, and it is brought in once', async () => {
    const { page, context } = await plainly('project');
    await page.goto(`${server.url}/intake`);
    await sendForm(page, 'document');
    expect(await summary(page).count()).toBe(1);
    expect(await page.locator('.error-summary a').getAttribute('href')).toBe('#document-bytes');
    await page.locator('#document-fileName').fill('ä'.repeat(205));
    await page.locator('#document-text').fill(`Pannukakku ${language}\n\nVatkaa munat.`);
    await sendForm(page, 'document');
    expect(await summary(page).innerText()).toContain('5');
    expect(await page.locator('#document-text').inputValue()).toBe(`Pannukakku ${language}\n\nVatkaa munat.`);
    await page.locator('#document-fileName').fill(`Resepti ${language}`);
    await sendForm(page, 'document');
    await page.waitForURL(/\/intake\/0/);
    await page.goto(`${server.url}/intake`);
    expect(await page.locator('#documents tbody tr', { hasText: `Resepti ${language}` }).count()).toBe(1);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await context.close();
    const live = await as('project', 360);
    await go(live, '/intake');
    await sound(live, 'intake');
  });

  test('a form that somebody’s doing has taken away meanwhile: what was typed is given back, with why', async () => {
    const live = await (await as('expert')).context().newPage();
    await go(live, '/questions');
    const addresses = await live
      .locator('main a[href^="/questions/0"]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
    const plain = await plainly('expert');
    let address = '';
    for (const candidate of addresses) {
      await plain.page.goto(server.url + candidate);
      if ((await plain.page.locator('#answer').count()) > 0) address = candidate;
      if (address !== '') break;
    }
    expect(address).not.toBe('');
    await go(live, address);
    await settled(live);
    const other = await live.context().newPage();
    await go(other, address);
    await settled(other);
    await other.locator('#answer-answer').fill('Ehdin ensin.');
    await sendForm(other, 'answer');
    await other.locator('.notice--success').waitFor();
    await other.close();
    const text = `Oma vastaukseni ${language}\ntoisella rivillä`;
    for (const page of [live, plain.page]) {
      await page.locator('#answer-answer').fill(text);
      await sendForm(page, 'answer');
      await page.locator('.error-summary').waitFor();
      expect(await page.title()).toMatch(say(/^Virhe: /, /^Error: /));
    }
    expect(await live.locator('#answer-answer').inputValue()).toBe(text);
    // without scripts the page is made anew, and has the form no more
    expect(await plain.page.locator('#answer').count()).toBe(0);
    expect(
      await plain.page.locator('.error-summary', { hasText: text.split('\n')[0]! }).innerText(),
    ).toContain(text);
    await sound(plain.page, 'gone');
    await plain.context.close();
    await live.close();
  });

  test('the end of the session is announced, and one press goes on; typing counts as use', async () => {
    const page = await (await as('expert')).context().newPage();
    await page.clock.install();
    await go(page, `${client}/notes`);
    await settled(page);
    const heard = async () => {
      const answer = await page.waitForResponse((got) => new URL(got.url()).pathname === '/session');
      expect(answer.status()).toBe(204);
      await answer.finished();
    };
    await page.clock.fastForward('04:30');
    await Promise.all([heard(), page.locator('#note-text').fill('a')]);
    await page.clock.fastForward('26:30');
    await page.locator('dialog[open] #session-title').waitFor();
    await sound(page, 'session');
    await Promise.all([heard(), page.locator('dialog[open] button').click()]);
    await expect.poll(() => page.locator('dialog[open]').count()).toBe(0);
    await page.clock.fastForward('31:00');
    await expect.poll(() => page.locator('dialog[open]').innerText()).toMatch(say(/päättynyt/, /has ended/));
    await page.close();
  });

  test('signing out forgets what was typed; a NUL is no error', async () => {
    const page = await as('expert');
    await go(page, `${client}/notes`);
    await page.locator('#note-text').fill('vain minulle');
    await expect.poll(() => kept(page)).toBe(1);
    expect((await page.request.get(`${server.url}/public/questions?search=a%00b`)).status()).toBe(200);
    const signOut = page.locator('form[action*="sign-out"] button').first();
    await signOut.click();
    const asking = page.locator('dialog[open]', { hasText: say('kirjaudut ulos', 'Signing out') });
    await asking.waitFor();
    await sound(page, 'sign-out');
    await asking.getByRole('button', { name: say('Jatka kirjoittamista', 'Go on writing') }).click();
    expect(await page.locator('#note-text').inputValue()).toBe('vain minulle');
    await signOut.click();
    await asking.getByRole('button', { name: say('tallentamatta', 'without saving') }).click();
    await page.waitForURL(/signed-out|session\/end/);
    await page.goto(`${server.url}/`);
    expect(await kept(page)).toBe(0);
  });

  test('nothing went wrong in any of the browsers', () => {
    expect(wrong).toEqual([]);
  });
});
