import { request } from 'node:http';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { verifyChain } from '#audit';
import { systemViewer } from '#kernel/viewer.ts';
import { addAccount, addRole, type TestAccount } from '#test/fixtures/accounts.ts';
import { databaseKinds } from '#test/fixtures/app.ts';
import { BrowserJar } from '#test/fixtures/browser-jar.ts';
import { type TestServer, testServer } from '#test/fixtures/server.ts';

describe.each(databaseKinds)('signing in on the %s database', (kind) => {
  let server: TestServer;
  let aino: TestAccount;
  const lines: string[] = [];

  beforeAll(async () => {
    server = await testServer({
      kind,
      withWeb: false,
      environment: { POLKU_LOG: 'info' },
      logLines: (line) => lines.push(line),
    });
    aino = await addAccount(server.app, {
      name: 'Aino Koetinen',
      role: 'expert',
      description: 'Kokeilee kirjautumista.',
    });
  });
  afterAll(() => server.stop());

  const at = (instant: string) => server.app.clock.moveTo!(instant);

  async function signIn(account: TestAccount, from = '/sign-in'): Promise<BrowserJar> {
    const jar = new BrowserJar(server.url);
    const choice = await jar.open(from);
    expect(choice.text).toContain(account.name);
    await jar.post(choice.url.pathname, { person: account.subject });
    return jar;
  }

  const roleOf = async (jar: BrowserJar) => {
    const { response, text } = await jar.open('/role');
    return response.status === 200 && text.includes('Missä roolissa') ? text : undefined;
  };

  const csrfIn = (text: string) => /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';

  const entries = (action: string) =>
    inTransactionAs(server.app, systemViewer, 'supervision', async ({ db }) => {
      const { rows } = await sql<{ outcome: string; reason: string | null; account_id: string | null }>`
        select outcome, reason, account_id from audit.entry where action = ${action} order by id`.execute(db);
      return rows;
    });

  it('goes through the page of personas and back to the page asked for', async () => {
    at('2026-11-20T08:00:00Z');
    const jar = await signIn(aino, '/kirjaudu?takaisin=%2Frole');
    expect(jar.visited).toContain('/demonstration-identity/auth');
    expect(jar.visited).toContain('/sign-in/return');
    expect(jar.visited.at(-1)).toBe('/role');
    expect(await roleOf(jar)).toContain('Koepalvelut');
    expect(await entries('access.sign-in')).toContainEqual({
      outcome: 'permitted',
      reason: null,
      account_id: aino.accountId,
    });
  });

  it('changes from one person to another in the same browser', async () => {
    const bo = await addAccount(server.app, { name: 'Bo Annan', role: 'expert', description: 'Toinen.' });
    const jar = await signIn(aino);
    const before = jar.cookies.get('polku-session')!;
    const choice = await jar.open('/sign-in');
    await jar.post(choice.url.pathname, { person: bo.subject });
    expect(await server.server.visits.viewerOf(requestWith(jar.cookies.get('polku-session')!))).toMatchObject(
      {
        accountId: bo.accountId,
      },
    );
    expect(await server.server.visits.viewerOf(requestWith(before))).toMatchObject({ role: 'public' });
  });

  it('keeps only the hash of the token', async () => {
    const jar = await signIn(aino);
    const token = jar.cookies.get('polku-session')!;
    expect(token).toHaveLength(43);
    const { rows } = await server.app.database.pool.query<{ all: string }>(
      `select coalesce(string_agg(to_jsonb(s)::text, ' '), '') as all from access.session s`,
    );
    expect(rows[0]!.all).not.toContain(token);
    expect(rows[0]!.all).not.toContain(Buffer.from(token).toString('hex'));
  });

  it('refuses a person without an account, a closed account and one without a role today, in words', async () => {
    const closed = await addAccount(server.app, {
      name: 'Seppo Suljettu',
      role: 'expert',
      description: 'Suljetaan kesken.',
    });
    const jar = new BrowserJar(server.url);
    const choice = await jar.open('/sign-in');
    await inTransactionAs(server.app, systemViewer, 'administration', ({ db, now }) =>
      db
        .updateTable('access.account')
        .set({ disabled_at: now.toISOString() })
        .where('id', '=', closed.accountId)
        .execute(),
    );
    const refused = await jar.post(choice.url.pathname, { person: closed.subject });
    expect(refused.response.status).toBe(403);
    expect(refused.text).toContain('Kirjautuminen ei onnistunut');
    expect(jar.cookies.has('polku-session')).toBe(false);
    expect((await entries('access.sign-in')).filter((entry) => entry.outcome === 'denied')).not.toEqual([]);

    const ended = await addAccount(server.app, {
      name: 'Elli Entinen',
      role: 'expert',
      description: 'Rooli on päättynyt.',
      validTo: '2026-06-30',
    });
    expect((await new BrowserJar(server.url).open('/sign-in')).text).not.toContain(ended.name);
  });

  it('does not take an answer that this browser did not ask for, nor the same answer twice', async () => {
    const jar = new BrowserJar(server.url);
    const answer = await jar.open('/sign-in/return?code=x&state=y');
    expect(answer.response.status).toBe(400);
    expect(answer.text).toContain('Aloita kirjautuminen alusta');

    const thief = await jar.open('/sign-in');
    const own = new BrowserJar(server.url);
    await own.open('/sign-in');
    const attempt = own.cookies.get('polku-sign-in')!;
    jar.cookies.set('polku-sign-in', attempt);
    const refused = await jar.post(thief.url.pathname, { person: aino.subject });
    expect(refused.response.status).toBe(403);
    expect(jar.cookies.has('polku-session')).toBe(false);
  });

  it('can be cancelled', async () => {
    const jar = new BrowserJar(server.url);
    const choice = await jar.open('/sign-in');
    const cancelled = await jar.post(choice.url.pathname, { person: '' });
    expect(cancelled.text).toContain('Tunnistautuminen keskeytyi');
    expect(jar.cookies.has('polku-session')).toBe(false);
  });

  it('ends after half an hour of idling, and is prolonged by use', async () => {
    at('2026-11-20T08:00:00Z');
    const jar = await signIn(aino);
    at('2026-11-20T08:29:00Z');
    expect(await roleOf(jar)).toBeDefined();
    at('2026-11-20T08:58:30Z');
    expect(await roleOf(jar)).toBeDefined();
    at('2026-11-20T09:29:00Z');
    expect(await roleOf(jar)).toBeUndefined();
  });

  it('ends after ten hours, however it is used', async () => {
    at('2026-11-20T06:00:00Z');
    const jar = await signIn(aino);
    for (let minute = 20; minute < 600; minute += 20) {
      at(new Date(Date.parse('2026-11-20T06:00:00Z') + minute * 60_000).toISOString());
      const token = jar.cookies.get('polku-session')!;
      expect(await server.server.visits.viewerOf(requestWith(token))).toMatchObject({ role: 'expert' });
    }
    at('2026-11-20T16:00:00Z');
    expect(await roleOf(jar)).toBeUndefined();
  });

  it('ends when the role ends, at midnight in Finland', async () => {
    at('2026-11-20T21:50:00Z');
    const brief = await addAccount(server.app, {
      name: 'Lauri Lyhyt',
      role: 'expert',
      description: 'Viimeinen päivä.',
      validTo: '2026-11-20',
    });
    const jar = await signIn(brief);
    expect(await roleOf(jar)).toBeDefined();
    at('2026-11-20T22:01:00Z');
    expect(await roleOf(jar)).toBeUndefined();
    at('2026-11-20T08:00:00Z');
  });

  it('signs out here, and everywhere', async () => {
    const [here, there, another] = [await signIn(aino), await signIn(aino), await signIn(aino)];
    const token = csrfIn((await roleOf(here))!);
    expect((await here.post('/sign-out', { _csrf: token })).text).toContain('Olet kirjautunut ulos');
    expect(await roleOf(here)).toBeUndefined();
    expect(await roleOf(there)).toBeDefined();

    await there.post('/sign-out-everywhere', { _csrf: csrfIn((await roleOf(there))!) });
    expect(await roleOf(there)).toBeUndefined();
    expect(await roleOf(another)).toBeUndefined();
    expect((await entries('access.sign-out-everywhere')).length).toBe(1);
  });

  it('refuses a form without the session’s own token, and one from another site', async () => {
    const jar = await signIn(aino);
    const other = csrfIn((await roleOf(await signIn(aino)))!);
    for (const token of [undefined, '', 'x', other]) {
      const fields: Record<string, string> = token === undefined ? {} : { _csrf: token };
      const refused = await jar.post('/sign-out', fields);
      expect(refused.response.status).toBe(403);
      expect(refused.text).toContain('Lomake on vanhentunut');
    }
    const token = csrfIn((await roleOf(jar))!);
    const foreignHeaders: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of foreignHeaders) {
      const foreign = await jar.post('/sign-out', { _csrf: token }, headers);
      expect(foreign.response.status).toBe(403);
    }
    expect(await roleOf(jar)).toBeDefined();
  });

  it('changes to another role of one’s own that is valid today, and to no other', async () => {
    const two = await addAccount(server.app, {
      name: 'Raija Kaksi',
      role: 'expert',
      description: 'Toimii kahdessa roolissa.',
    });
    const dpo = await addRole(server.app, two.accountId, 'dpo');
    const ended = await addRole(server.app, two.accountId, 'board', '2026-03-31');
    const jar = await signIn(two);
    const page = (await roleOf(jar))!;
    expect(page).toContain('Tietosuojavastaava');
    expect(page).not.toContain(ended);
    const token = jar.cookies.get('polku-session')!;

    await jar.post('/role', { _csrf: csrfIn(page), assignment: dpo });
    expect(await server.server.visits.viewerOf(requestWith(token))).toMatchObject({ role: 'dpo' });
    for (const assignment of [ended, aino.assignmentId]) {
      const refused = await jar.post('/role', { _csrf: csrfIn((await roleOf(jar))!), assignment });
      expect(refused.response.status).toBe(403);
    }
    expect(await server.server.visits.viewerOf(requestWith(token))).toMatchObject({ role: 'dpo' });
    expect(csrfIn((await roleOf(jar))!)).not.toBe(csrfIn(page));
  });

  it('finds the other people by name on the page of personas, in three languages', async () => {
    await addAccount(server.app, { name: 'Väinö Hakija_100%', role: 'client' });
    const jar = new BrowserJar(server.url);
    const choice = await jar.open('/sign-in');
    expect(choice.text).not.toContain('Väinö Hakija');
    expect((await jar.open(`${choice.url.pathname}?nimi=${encodeURIComponent('väinö')}`)).text).toContain(
      'Väinö Hakija',
    );
    expect((await jar.open(`${choice.url.pathname}?nimi=%25%25`)).text).toContain('ei löytynyt ketään');
    const swedish = await jar.open(`${choice.url.pathname}?kieli=sv`);
    expect(swedish.text).toContain('Vem vill du logga in som?');
    expect(swedish.text).toContain('lang="sv"');
    expect((await jar.open(`${choice.url.pathname}?kieli=en`)).text).toContain(
      'Who do you want to sign in as?',
    );
  });

  it('carries the security headers on every kind of answer, with a nonce of its own', async () => {
    const nonces = new Set<string>();
    for (const path of [
      '/health',
      '/sign-in',
      '/nowhere',
      '/demonstration-identity/.well-known/openid-configuration',
    ]) {
      const { headers } = await fetch(server.url + path, { redirect: 'manual' });
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      const policy = headers.get('content-security-policy')!;
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain('unsafe');
      nonces.add(/nonce-([^']+)/.exec(policy)![1]!);
    }
    expect(nonces.size).toBe(4);
    const page = await new BrowserJar(server.url).open('/sign-in');
    expect(page.text).toContain(
      `nonce="${/nonce-([^']+)/.exec(page.response.headers.get('content-security-policy')!)![1]}"`,
    );
    expect(page.text).not.toContain(' style="');
  });

  it('writes nothing of the person into the log of the process', async () => {
    const unfound = () => lines.filter((line) => line.includes('"status":404')).length;
    const before = unfound();
    await fetch(`${server.url}/Aino-Koetinen?nimi=Aino+Koetinen`, {
      headers: { cookie: 'polku-session=salainen' },
    });
    await expect.poll(unfound).toBeGreaterThan(before);
    const all = lines.join('');
    expect(all).toContain('"route":"/sign-in/return"');
    for (const personal of ['Aino', 'Koetinen', 'salainen', aino.subject, 'code=', '127.0.0.1:'])
      expect(all.replaceAll(/Server listening[^"]*/g, '')).not.toContain(personal);
  });

  it('leaves a whole log behind', async () => {
    await server.server.jobs!.pulse();
    const verification = await verifyChain(server.app);
    expect(verification.findings).toEqual([]);
    expect(verification.links).toBeGreaterThan(15);
  });

  /** As much of a request as `viewerOf` reads. */
  const requestWith = (token: string) =>
    ({ cookies: { 'polku-session': token }, headers: {} }) as unknown as Parameters<
      TestServer['server']['visits']['viewerOf']
    >[0];
});

describe('rates', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer({ withWeb: false, environment: { RATE_SIGN_IN: '5', RATE_PAGES: '40' } });
  });
  afterAll(() => server.stop());

  it('are stricter where one signs in, and said in words', async () => {
    const answers: number[] = [];
    for (let i = 0; i < 8; i++)
      answers.push((await fetch(`${server.url}/sign-in`, { redirect: 'manual' })).status);
    expect(answers).toEqual([302, 302, 302, 302, 302, 429, 429, 429]);
    const refused = await fetch(`${server.url}/sign-in`, {
      headers: { accept: 'text/html', 'accept-language': 'sv' },
    });
    expect(await refused.text()).toContain('För många förfrågningar');
    expect((await fetch(`${server.url}/nowhere`)).status).toBe(404);
  });

  it('count whoever is signed in by the session, and strangers by address', async () => {
    const people = await Promise.all(
      ['Yksi', 'Kaksi'].map((name) => addAccount(server.app, { name: `${name} Esimerkki`, role: 'expert' })),
    );
    const sessions = await Promise.all(people.map(({ accountId }) => server.sessionFor(accountId)));
    const ask = async (cookie: string) => {
      const answer = await fetch(`${server.url}/role`, {
        headers: { cookie, accept: 'text/html' },
        redirect: 'manual',
      });
      expect([...answer.headers.keys()].filter((name) => name.startsWith('x-ratelimit'))).toEqual([]);
      return answer.status;
    };
    // Each is known after the first answer, and has the whole of the limit.
    for (let i = 0; i < 36; i++) for (const { header } of sessions) expect(await ask(header)).toBe(200);
    let statuses: number[] = [];
    for (let i = 0; i < 45; i++) statuses.push(await ask(''));
    expect(statuses.at(-1)).toBe(429);
    expect(await ask('polku-session=guessed')).toBe(429);
    expect(await ask(sessions[0]!.header)).toBe(200);
    statuses = [];
    for (let i = 0; i < 10; i++) statuses.push(await ask(sessions[0]!.header));
    expect(statuses.at(-1)).toBe(429);
    expect(await ask(sessions[1]!.header)).toBe(200);
  });

  it('an address that cannot be one is refused', async () => {
    const { hostname, port } = new URL(server.url);
    const status = await new Promise<number | undefined>((resolve, reject) =>
      request({ hostname, port, path: '/sign-out', headers: { host: 'a b"><script>' } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end(),
    );
    expect(status).toBe(400);
  });

  it('do not count the questions of a balancer', async () => {
    for (let i = 0; i < 60; i++) expect((await fetch(`${server.url}/health`)).status).toBe(200);
    expect((await fetch(`${server.url}/ready`)).status).toBe(200);
  });
});
