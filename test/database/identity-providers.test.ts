import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { newId } from '#kernel/ids.ts';
import { systemViewer } from '#kernel/viewer.ts';
import { namelessSubject } from '#server/tokens.ts';
import { addAccount, type TestAccount } from '#test/fixtures/accounts.ts';
import { BrowserJar } from '#test/fixtures/browser-jar.ts';
import {
  clientSecret,
  openProvider,
  type ProviderOptions,
  type TestProvider,
} from '#test/fixtures/identity-provider.ts';
import { freePort } from '#test/fixtures/process.ts';
import { type TestServer, testServer } from '#test/fixtures/server.ts';

const oid = '0f7c1d3e-aa55-4d0b-9a21-6d3f0c9b1e10';
const advisers = '5e1f3c22-1d6b-4a7e-8c1e-2a53cc0d9f41';

/** Polku over a provider of its own, as an installation has it. */
async function house(
  options: Omit<ProviderOptions, 'polku'>,
  environment: Readonly<Record<string, string>>,
): Promise<{ server: TestServer; provider: TestProvider; stop: () => Promise<void> }> {
  const port = await freePort();
  const provider = await openProvider({ ...options, polku: `http://localhost:${port}` });
  const server = await testServer({
    withWeb: false,
    environment: {
      PORT: String(port),
      OIDC_ISSUER: provider.url,
      OIDC_CLIENT_ID: 'polku',
      OIDC_CLIENT_SECRET: clientSecret,
      ...environment,
    },
  });
  return {
    server,
    provider,
    stop: async () => {
      await server.stop();
      provider.close();
    },
  };
}

const isIn = async (jar: BrowserJar) => (await jar.open('/session')).response.status === 204;
const csrfOf = async (jar: BrowserJar) =>
  /name="_csrf" value="([^"]+)"/.exec((await jar.open('/role')).text)?.[1] ?? '';

/** The provider asks whether to sign out there too, and the person says yes. */
async function sayYes(jar: BrowserJar, page: { text: string }) {
  const [, action = ''] = /action="([^"]+)"/.exec(page.text) ?? [];
  const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(page.text) ?? [];
  return await jar.post(action, { xsrf, logout: 'yes' });
}

async function reasons(server: TestServer, action: string) {
  return await inTransactionAs(server.app, systemViewer, 'supervision', async ({ db }) => {
    const { rows } = await sql<{ reason: string | null }>`
      select reason from audit.entry where action = ${action} and outcome = 'denied' order by id`.execute(db);
    return rows.map(({ reason }) => reason);
  });
}

describe('signing in as with Entra ID: a pairwise subject, an address not said to be checked, groups by ids', () => {
  let entra: Awaited<ReturnType<typeof house>>;
  let home: TestAccount;

  beforeAll(async () => {
    entra = await house(
      {
        person: {
          subject: 'pairwise-1',
          claims: { oid, tid: newId(), email: 'Aino.Virta@kunta.example', groups: [advisers, newId()] },
        },
        scopes: { email: ['email'] },
        inTokenOnly: ['groups', 'oid', 'tid'],
        offline: true,
      },
      { OIDC_SCOPES: 'email offline_access', OIDC_TRUSTS_EMAIL: 'yes' },
    );
    const { app } = entra.server;
    home = await addAccount(app, { name: 'Hilkka Hallinto', role: 'access-admin' });
    await inTransactionAs(app, systemViewer, 'administration', async ({ db, now }) => {
      await db
        .insertInto('access.account')
        .values({
          id: newId(),
          name: 'Aino Virta',
          language: 'fi',
          sign_in_email: 'aino.virta@kunta.example',
        })
        .execute();
      await db
        .insertInto('access.group_role')
        .values({
          id: newId(),
          group_name: advisers,
          role: 'expert',
          organisation_id: home.organisationId,
          added_by: home.accountId,
          added_at: now.toISOString(),
        })
        .execute();
    });
  });
  afterAll(() => entra?.stop());

  const at = (instant: string) => entra.server.app.clock.moveTo!(instant);

  it('a group gives the role at sign-in; its loss ends the session within a minute', async () => {
    at('2026-11-20T08:00:00Z');
    const jar = new BrowserJar(entra.server.url);
    await jar.open('/sign-in?back=/role');
    expect(await isIn(jar)).toBe(true);
    at('2026-11-20T08:00:59Z');
    expect(await isIn(jar)).toBe(true);
    entra.provider.person.claims.groups = [newId()];
    at('2026-11-20T08:01:59Z');
    expect(await isIn(jar)).toBe(false);
    // And there is no way in again without the group.
    const again = await new BrowserJar(entra.server.url).open('/sign-in');
    expect(again.response.status).toBe(403);
    expect(again.text).toContain('roolia');
    entra.provider.person.claims.groups = [advisers];
  });

  it('a person whom the directory knows no more is out within a minute', async () => {
    at('2026-11-20T09:00:00Z');
    const jar = new BrowserJar(entra.server.url);
    await jar.open('/sign-in?back=/role');
    expect(await isIn(jar)).toBe(true);
    entra.provider.person.gone = true;
    at('2026-11-20T09:01:00Z');
    expect(await isIn(jar)).toBe(false);
    entra.provider.person.gone = false;
  });

  it('groups that the provider leaves out because they are too many give no role', async () => {
    at('2026-11-20T09:30:00Z');
    const { claims } = entra.provider.person;
    entra.provider.person.claims = { ...claims, groups: undefined, _claim_names: { groups: 'src1' } };
    expect((await new BrowserJar(entra.server.url).open('/sign-in')).response.status).toBe(403);
    entra.provider.person.claims = claims;
  });

  it('signing out here signs out at the provider; signing out there signs out here', async () => {
    at('2026-11-20T10:00:00Z');
    const { url } = entra.server;
    const jar = new BrowserJar(url);
    await jar.open('/sign-in?back=/role');
    const asked = await jar.post('/sign-out', { _csrf: await csrfOf(jar) });
    expect(asked.url.origin).toBe(entra.provider.url);
    const out = await sayYes(jar, asked);
    expect(out.url.href).toBe(`${url}/signed-out`);
    expect(entra.provider.ended).toHaveLength(1);

    const other = new BrowserJar(url);
    const third = new BrowserJar(url);
    await other.open('/sign-in?back=/role');
    await third.open('/sign-in?back=/role');
    expect([await isIn(other), await isIn(third)]).toEqual([true, true]);
    await sayYes(other, await other.open(`${entra.provider.url}/session/end`));
    await expect.poll(() => isIn(other)).toBe(false);
    expect(await isIn(third)).toBe(true); // another browser, another session there
  });

  it('a word of an ending that is not the provider’s ends nothing', async () => {
    const jar = new BrowserJar(entra.server.url);
    await jar.open('/sign-in?back=/role');
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const forged = {
      iss: entra.provider.url,
      aud: 'polku',
      iat: Math.floor(Date.now() / 1_000),
      jti: newId(),
      sub: 'pairwise-1',
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    };
    for (const token of [
      '',
      'x.y.z',
      `${part({ alg: 'none' })}.${part(forged)}.`,
      `${part({ alg: 'HS256' })}.${part(forged)}.AAAA`,
    ]) {
      const body = new URLSearchParams({ logout_token: token });
      const answer = await fetch(`${entra.server.url}/sign-out/by-provider`, { method: 'POST', body });
      expect(answer.status, token).toBe(400);
    }
    expect(await isIn(jar)).toBe(true);
  });
});

describe('signing in as with Suomi.fi: a subject of the moment, an identity code, a level of identification', () => {
  const code = '150397-9005';
  const key = 'avain-jolla-henkilo-tunnetaan-0123456789';
  const strong = 'http://ftn.ficora.fi/2017/loa2';
  let suomi: Awaited<ReturnType<typeof house>>;

  beforeAll(async () => {
    suomi = await house(
      {
        person: { subject: newId(), claims: { 'urn:oid:1.2.246.21': code, 'urn:oid:2.5.4.4': 'Virta' } },
        inTokenOnly: ['urn:oid:1.2.246.21', 'urn:oid:2.5.4.4'],
        acrValues: ['http://ftn.ficora.fi/2017/loa1', strong],
      },
      {
        OIDC_SCOPES: 'openid',
        OIDC_ACR: `${strong} http://ftn.ficora.fi/2017/loa3`,
        OIDC_SUBJECT_CLAIM: 'urn:oid:1.2.246.21',
        OIDC_SUBJECT_KEY: key,
      },
    );
    const { accountId } = await addAccount(suomi.server.app, { name: 'Aino Virta', role: 'expert' });
    await inTransactionAs(suomi.server.app, systemViewer, 'administration', async ({ db }) => {
      await db
        .updateTable('access.account')
        .set({ subject: namelessSubject(key, code) })
        .where('id', '=', accountId)
        .execute();
    });
  });
  afterAll(() => suomi?.stop());

  it('refuses a level that was not asked for, and a provider that says none, in words', async () => {
    for (const acr of [undefined, 'http://ftn.ficora.fi/2017/loa1']) {
      suomi.provider.person.acr = acr;
      const refused = await new BrowserJar(suomi.server.url).open('/sign-in');
      expect(refused.response.status).toBe(403);
      expect(refused.text).toContain('vahvempi tunnistustapa');
    }
    expect(await reasons(suomi.server, 'access.sign-in')).toEqual(['assurance-too-low', 'assurance-too-low']);
  });

  it('knows the person again by the code, which is kept nowhere', async () => {
    suomi.provider.person.acr = strong;
    for (const subject of [newId(), newId()]) {
      suomi.provider.person.subject = subject;
      const jar = new BrowserJar(suomi.server.url);
      await jar.open('/sign-in?back=/role');
      expect(await isIn(jar)).toBe(true);
    }
    const { rows } = await suomi.server.app.database.pool.query<{ subject: string }>(
      'select subject from access.account',
    );
    expect(rows).toEqual([{ subject: namelessSubject(key, code) }]);
    expect(JSON.stringify(rows)).not.toContain(code);
    suomi.provider.person.claims['urn:oid:1.2.246.21'] = '010101A901S';
    expect((await new BrowserJar(suomi.server.url).open('/sign-in')).response.status).toBe(403);
    suomi.provider.person.claims['urn:oid:1.2.246.21'] = code;
  });

  it('is signed out with the provider’s session', async () => {
    const jar = new BrowserJar(suomi.server.url);
    await jar.open('/sign-in?back=/role');
    await sayYes(jar, await jar.open(`${suomi.provider.url}/session/end`));
    await expect.poll(() => isIn(jar)).toBe(false);
  });
});
