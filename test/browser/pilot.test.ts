import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCredential } from '#api/credentials/make.ts';
import { languagesWalked } from '#test/fixtures/sampled.ts';
import { type TestServer, testServer } from '../fixtures/server.ts';
import { inWords } from '../fixtures/words.ts';
import { openBrowser } from './chromium.ts';
import { sound as soundPage, type Visit, visit } from './pages.ts';

/**
 * The pilot of document 003, work package 2, walked through by its people: skills mapped, consent in two steps, a hidden
 * job from a visit, the match, an introduction, a hire, the figures; then the person withdraws and is gone.
 */
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

describe.each(languagesWalked('pilot', ['fi', 'en'] as const))('the pilot in %s', (language) => {
  const say = inWords(language);
  let server: TestServer;
  const contexts = new Map<string, Visit>();
  beforeAll(async () => {
    server = await testServer({ demonstration: true, at: '2026-11-20T09:00:00Z' });
  });
  afterAll(async () => {
    for (const { context } of contexts.values()) await context.close();
    await server?.stop();
  });

  /** Signed in once, then back in the same browser. */
  async function as(name: string, width = 1280): Promise<Page> {
    const known = contexts.get(name);
    if (known) return known.page;
    const mine = await visit(browser, server, { width, language, viewer: name });
    contexts.set(name, mine);
    await mine.go('/');
    return mine.page;
  }

  const go = (page: Page, path: string) => page.goto(server.url + path);
  const sound = (page: Page, name: string) => soundPage(page, `pilot-${language}-${name}`);

  const press = (page: Page, key: string) =>
    page
      .getByRole('button', { name: say(key) })
      .first()
      .click();
  let aino = '';
  let vacancy = '';

  test('a group is picked by visible weights, everybody with a reason', async () => {
    const manager = await as('Tomi Haapasaari');
    await go(manager, '/pilot/group');
    await sound(manager, 'group-empty');
    await press(manager, 'pilots:group.pick');
    await manager.locator('#picks').waitFor();
    await sound(manager, 'group-picked');
    const picked = await manager.locator('main').innerText();
    expect(picked).not.toMatch(/Esimerkki|Exempel|Zrazok/);
    // The list's own: narrowed by the address (the name of before too), and the whole of it as a file, names of none.
    await go(manager, '/pilot/group?who=others');
    expect(new URL(manager.url()).search).toBe('?show=others');
    await sound(manager, 'group-others');
    const file = await manager.request.get(`${server.url}/pilot/group?file=csv`);
    expect([file.status(), (await file.text()).trim().split('\n').length > 50]).toEqual([200, true]);
    expect(await file.text()).not.toMatch(/Esimerkki|Exempel|Zrazok/);
    await manager.setViewportSize({ width: 360, height: 800 });
    await go(manager, '/pilot/group');
    await sound(manager, 'group-phone');
    await manager.setViewportSize({ width: 1280, height: 900 });
  });

  test('skills are mapped: the person writes, the adviser adds, each change has its author', async () => {
    const { rows } = await server.app.database.pool.query<{ id: string; adviser: string }>(
      `select n.client_id as id, a.name as adviser from clients.name n
         join clients.responsibility r on r.client_id = n.client_id and r.during @> date '2026-11-20'
         join access.account a on a.id = r.account_id
        where n.given_name = 'Aino' and n.family_name = 'Esimerkki'`,
    );
    aino = rows[0]!.id;
    const me = await as('Aino Esimerkki', 390);
    await go(me, '/my');
    await sound(me, 'my');

    await go(me, '/my/skills/text');
    await me
      .locator('#paste-text')
      .fill(
        'Olen tehnyt hitsaajan töitä konepajalla: hitsaan TIG-menetelmällä ja luen teknisiä piirustuksia.',
      );
    await press(me, 'skills:text-act');
    await me.locator('#found').waitFor();
    expect(await me.locator('#found input[type=checkbox]:checked').count()).toBe(0);
    await sound(me, 'my-skills-found');
    await me.locator('[id="confirm-skills.0.uri"]').check();
    await me.locator('[id="confirm-skills.0.level"]').selectOption('3');
    await me.locator('#confirm button').last().click();
    await me.waitForURL(/\/my\/skills$/);

    const adviser = await as(rows[0]!.adviser);
    await go(adviser, `/clients/${aino}`);
    await sound(adviser, 'client');
    await go(adviser, `/clients/${aino}/skills`);
    await sound(adviser, 'client-skills');
    await adviser
      .locator('details', { has: adviser.locator('#add-occupation-occupation') })
      .locator('summary')
      .first()
      .click();
    await adviser.locator('#add-occupation-occupation').fill(language === 'fi' ? 'hitsaaj' : 'welder');
    await adviser
      .getByRole('option', { name: language === 'fi' ? 'hitsaaja' : 'welder', exact: true })
      .click();
    await adviser.locator('[id="add-occupation-occupation.years"]').fill('1,5');
    await adviser
      .locator('#add-occupation button[type=submit], #add-occupation button:not([type])')
      .last()
      .click();
    await adviser.waitForURL(/\/skills\/occupation/);
    await adviser.locator('[id="confirm-skills.0.uri"]').check();
    await adviser.locator('[id="confirm-skills.0.level"]').selectOption('2');
    await adviser.locator('#confirm button').last().click();
    await adviser.waitForURL(/\/skills$/);
    await go(adviser, `/clients/${aino}/skills`);
    if ((await adviser.locator('#languages .row').count()) === 0) {
      await adviser
        .locator('#languages details', { has: adviser.locator('#add-language-language') })
        .locator('summary')
        .first()
        .click();
      await adviser.locator('#add-language-language').selectOption('fi');
      await adviser.locator('#add-language-level').selectOption('native');
      await press(adviser, 'skills:add-language');
      await adviser.locator('#languages .row').first().waitFor();
    }
    if ((await adviser.locator('#complete').count()) === 0) {
      await press(adviser, 'skills:save-travel');
      await adviser.locator('#complete').waitFor();
    }
    await adviser.locator('#complete button').click();
    await adviser.locator('#complete').waitFor({ state: 'detached' });
    await go(me, '/my/skills/history');
    await sound(me, 'my-skills-history');
    expect(await me.locator('main').innerText()).toContain(rows[0]!.adviser);
  });

  /** Gives consent to the receiver on the page: the fields, the first period. */
  async function give(page: Page, fields: string[], name: string): Promise<void> {
    await sound(page, `give-${name}-empty`);
    expect(await page.locator('#consent input:checked').count()).toBe(0);
    for (const field of fields) await page.locator(`input[name=fields][value=${field}]`).check();
    await page.locator('input[name=until]').first().check();
    await press(page, 'consents:give.preview');
    await page.locator('#preview').waitFor();
    await sound(page, `give-${name}-preview`);
    await press(page, 'consents:give.give');
    await page.waitForURL(/\/my\/consents\/[0-9a-f-]{36}/);
    await sound(page, `given-${name}`);
  }

  test('step 1: consent to business services, with a receipt', async () => {
    const me = await as('Aino Esimerkki');
    await go(me, '/my/consents');
    await sound(me, 'consents-none');
    await go(me, '/my/consents/new');
    await sound(me, 'consents-new');
    await me
      .locator('a[href*="/give/organisation/"]', { hasText: /Miksei/ })
      .first()
      .click();
    await me.waitForURL(/give\/organisation/);
    await give(
      me,
      ['name', 'skills', 'languages', 'licences', 'wishes', 'travel-area', 'municipality'],
      'step1',
    );
    const receipt = await me.request.get(`${me.url()}/receipt.json`);
    expect(receipt.status()).toBe(200);
    const employer = await as('Sari Virta');
    await go(employer, '/employer/people');
    expect(await employer.locator('main').innerText()).not.toContain('Aino Esimerkki');
  });

  test('a visit note becomes a hidden job, with the live count, and the match explains itself', async () => {
    const business = await as('Petteri Harjunpää', 390);
    await go(business, '/visit');
    await business.locator('#visit-company').fill('Konepaja Vir');
    await business.getByRole('option', { name: /Konepaja Virta/ }).click();
    await business.locator('#visit-need').fill('2 hitsaajaa tammikuussa');
    await business.waitForFunction(
      (wait) => !document.querySelector('#visit-count')?.textContent?.includes(wait),
      say('vacancies:visit.wait'),
    );
    await business.locator('#visit-readRight').check();
    await sound(business, 'visit-counted');
    await business.locator('button[value=save]').click();
    await business.locator('#visit .error-summary').waitFor();
    await sound(business, 'visit-same-need');
    await business.locator('#visit-another').check();
    await business.locator('button[value=save]').click();
    await business.waitForURL(/\/vacancies\/[0-9a-f-]{36}/);
    vacancy = new URL(business.url()).pathname.split('/')[2]!;
    await sound(business, 'vacancy');
    const card = business.locator('#people .card', { hasText: 'Aino Esimerkki' });
    const words = await card.innerText();
    expect(words).toContain(say('matching:fits'));
    expect(words).toContain(say('matching:missing'));

    const { context, page: outsider } = await visit(browser, server);
    await outsider.goto(`${server.url}/jobs?search=hitsaaja`);
    expect(await outsider.content()).not.toContain(vacancy);
    expect((await outsider.goto(`${server.url}/vacancies/${vacancy}`))?.status()).toBeGreaterThanOrEqual(400);
    await context.close();

    await card.getByRole('button', { name: say('matching:ask-consent') }).click();
    await business.getByText(say('matching:asked')).first().waitFor();
  });

  test('step 2: the person sees the job and lets the named employer see', async () => {
    const me = await as('Aino Esimerkki');
    await go(me, '/my/jobs');
    await sound(me, 'my-jobs');
    expect(await me.locator('main').innerText()).toContain('Konepaja Virta');
    await go(me, '/my/consents');
    await sound(me, 'consents-asked');
    await me.locator('#asked a[href*="/give/company/"]').first().click();
    await me.waitForURL(/give\/company/);
    await give(me, ['name', 'skills', 'languages', 'licences', 'wishes'], 'step2');
  });

  test('the adviser introduces, the employer answers, the hire is recorded', async () => {
    const business = await as('Petteri Harjunpää');
    await go(business, `/vacancies/${vacancy}/introduce?client=${aino}`);
    await sound(business, 'introduce');
    await business.locator('#introduce-message').fill('Nuori hitsaaja, joka haluaa konepajalle.');
    await press(business, 'introductions:make.confirm');
    await business.waitForURL((url) => !url.pathname.endsWith('/introduce'));
    await go(business, '/introductions');
    await sound(business, 'introductions');

    const me = await as('Aino Esimerkki');
    await go(me, '/my/introductions');
    await sound(me, 'my-introductions');
    expect(await me.locator('main').innerText()).toContain('Konepaja Virta');
    await go(me, '/my/introductions/based-on');
    await sound(me, 'my-stored-results');
    expect(await me.locator('main').innerText()).toContain(say('matching:kept.same'));

    const employer = await as('Sari Virta');
    await go(employer, '/employer');
    await sound(employer, 'employer');
    await employer
      .getByRole('link', { name: /Aino Esimerkki|Open|Avaa/ })
      .first()
      .waitFor();
    const { rows } = await server.app.database.pool.query<{ id: string }>(
      'select id from introductions.introduction where client_id = $1',
      [aino],
    );
    await go(employer, `/employer/introductions/${rows[0]!.id}`);
    await sound(employer, 'employer-introduction');
    expect(await employer.locator('main').innerText()).toContain('Aino Esimerkki');
    await employer.getByText(say('introductions:employer.interview'), { exact: true }).first().click();
    await employer.locator('#interview-interviewOn').fill('2026-11-24');
    await press(employer, 'introductions:employer.interview-send');
    await employer.waitForURL(/\/employer$/);
    await go(employer, `/employer/introductions/${rows[0]!.id}`);
    await employer.getByText(say('introductions:employer.hire'), { exact: true }).first().click();
    await employer.locator('#hired-hiredOn').fill('2026-11-20');
    await press(employer, 'introductions:employer.hire-send');
    await employer.waitForURL(/\/employer$/);
    await sound(employer, 'employer-hired');
  });

  test('the leadership group sees what was released, and not the hire of this day', async () => {
    const leader = await as('Antero Ylätalo');
    await go(leader, '/pilot');
    await sound(leader, 'pilot');
    const employed = leader.locator('#employed');
    expect(await employed.locator('.figure-number').innerText()).toMatch(/^([5-9]|1[01])$/);
    expect(await employed.locator('p.source').first().innerText()).toMatch(
      /release|Julkaisusta|publiceringen/,
    );
    await go(leader, '/pilot/figures/employed');
    await sound(leader, 'pilot-employed');
    await go(leader, '/pilot/figures/companies-helped');
    await sound(leader, 'pilot-companies');
    expect((await go(leader, `/clients/${aino}`))?.status()).toBe(403);
  });

  test('the person withdraws, and is gone everywhere at once; the tries are in the log', async () => {
    const employer = await as('Sari Virta');
    const business = await as('Petteri Harjunpää');
    const profile = `/people/${aino}`;
    const booklet = `${server.url}${profile}/booklet.pdf`;
    await go(employer, profile);
    expect(await employer.locator('main').innerText()).toContain('Aino Esimerkki');
    expect((await employer.request.get(booklet)).headers()['content-type']).toBe('application/pdf');
    const api = await employerApi();
    expect((await api(`/shared-profiles/${aino}`)).status).toBe(200);
    await go(business, `/vacancies/${vacancy}`);
    expect(await business.locator('#people').innerText()).toContain('Aino Esimerkki');

    const me = await as('Aino Esimerkki');
    await go(me, '/my/consents');
    await me.locator('#withdraw-all button').click();
    await me.locator('#withdraw-all').waitFor({ state: 'detached' });
    await sound(me, 'withdrawn');

    const nothing = /Aino|Esimerkki/;
    expect((await employer.reload())?.status()).toBe(410);
    expect(await employer.content()).not.toMatch(nothing);
    await sound(employer, 'gone');
    expect((await employer.goto(server.url + profile))?.status()).toBe(410);
    const reprinted = await employer.request.get(booklet);
    expect(reprinted.status()).toBe(410);
    expect(await reprinted.text()).not.toMatch(nothing);
    for (const path of [
      '/employer',
      '/employer/people',
      '/employer/people?search=hitsaaja',
      `/vacancies/${vacancy}`,
    ]) {
      await employer.goto(server.url + path);
      expect(await employer.content(), path).not.toMatch(nothing);
    }
    for (const path of [
      '/people',
      '/people?search=hitsaaja',
      `/vacancies/${vacancy}`,
      '/introductions',
      '/needs',
    ]) {
      await business.goto(server.url + path);
      expect(await business.content(), path).not.toMatch(/Aino Esimerkki|Esimerkki Aino/);
    }
    for (const path of [`/shared-profiles/${aino}`, '/shared-profiles', '/introductions']) {
      expect(JSON.stringify(await (await api(path)).json()), path).not.toMatch(nothing);
    }
    expect((await api(`/shared-profiles/${aino}`)).status).toBeGreaterThanOrEqual(404);

    await go(me, '/my/log');
    await sound(me, 'my-log');
    const { rows } = await server.app.database.pool.query<{ role: string; tries: number }>(
      `select role, count(*)::int as tries from audit.entry where outcome = 'denied' and subjects @> array[$1::uuid] group by role`,
      [aino],
    );
    expect(rows.find((row) => row.role === 'employer')?.tries).toBeGreaterThanOrEqual(4);
    expect(await me.locator('main').innerText()).toContain('Konepaja Virta');
  });

  /** The employer's own system, with a credential of its account. */
  async function employerApi(): Promise<(path: string) => Promise<Response>> {
    const made = await makeCredential(server.app, {
      account: 'Sari Virta',
      scopes: ['employer'],
      days: 1,
    });
    const answer = await fetch(`${server.url}/api/v1/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: made.id,
        client_secret: made.secret,
      }),
    });
    const { access_token: token } = (await answer.json()) as { access_token: string };
    return (path) => fetch(`${server.url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
  }

  test('nothing went wrong in any of the browsers', () => {
    for (const [name, { wrong }] of contexts) expect(wrong, name).toEqual([]);
  });
});
