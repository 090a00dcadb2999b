import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { revokeCredential } from '#api/credentials/credentials.db.ts';
import { CredentialRefused, makeCredential } from '#api/credentials/make.ts';
import { specificationAlone } from '#api/v1/alone.ts';
import type { Specification } from '#api/v1/specification.ts';
import { consents } from '#consents';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import { systemViewer } from '#kernel/viewer.ts';
import { type ApiWorld, addCompany, addOpenJob, settleApiWorld } from '#test/fixtures/api-world.ts';
import { databaseKinds, type TestApp } from '#test/fixtures/app.ts';
import { type TestServer, testServer } from '#test/fixtures/server.ts';
import { giveShare, withdrawShare } from '#test/fixtures/sharing.ts';
import { operationsOf, responseOf, wrongWith } from '#test/fixtures/specification.ts';
import { runUseCase } from '#use-case';
import { ensureVocabulary } from '#vocabulary';

interface Got {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: the specification says what it is, and is asked
  body: any;
}
type Who = 'employer' | 'business' | 'board';
const scopeOf = { employer: 'employer', business: 'business', board: 'steering' } as const;

describe.each(databaseKinds)('the API on the %s database', (kind) => {
  let server: TestServer;
  let app: TestApp;
  let world: ApiWorld;
  let specification: Specification;
  const credentials = {} as Record<Who, { id: string; secret: string }>;
  const tokens = {} as Record<Who, string>;
  const called = new Set<string>();

  beforeAll(async () => {
    specification = await specificationAlone();
    server = await testServer({ kind, withWeb: false, withJobs: false, at: '2026-11-20T10:00:00Z' });
    app = server.app as TestApp;
    world = await settleApiWorld(app);
    await inTransactionAs(app, systemViewer, 'upkeep', ensureVocabulary);
    for (const who of ['employer', 'business', 'board'] as const) {
      credentials[who] = await makeCredential(app, {
        account: world.names[who],
        scopes: [scopeOf[who]],
        days: 30,
      });
      tokens[who] = await tokenOf(who);
    }
  });
  afterAll(() => server?.stop());

  async function ask(path: string, init: RequestInit & { as?: Who | string } = {}): Promise<Got> {
    const { as, ...rest } = init;
    const token = as === undefined ? undefined : (tokens[as as Who] ?? as);
    const response = await fetch(new URL(path, server.url), {
      ...rest,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(rest.headers as Record<string, string> | undefined),
      },
    });
    const text = await response.text();
    const got = {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
    check(rest.method ?? 'GET', new URL(path, server.url).pathname, got);
    return got;
  }

  /** Every answer in this file is held against the specification. */
  function check(method: string, path: string, got: Got): void {
    const found = operationsOf(specification).find(
      (item) =>
        item.method === method.toLowerCase() &&
        new RegExp(`^${item.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
    );
    if (!found) return;
    const response = responseOf(specification, found.operation, got.status);
    expect(
      response,
      `${found.operation.operationId} does not say that it answers ${got.status}`,
    ).toBeDefined();
    if (got.status === 304) return;
    const type = (got.headers.get('content-type') ?? '').split(';')[0] ?? '';
    const schema = response?.content?.[type]?.schema;
    expect(schema, `${found.operation.operationId} ${got.status} ${type}`).toBeDefined();
    expect(wrongWith(specification, schema!, got.body), found.operation.operationId).toEqual([]);
    if (got.status < 300) called.add(found.operation.operationId);
  }

  const post = (path: string, body: unknown, as?: Who, key: string | null = newId()) =>
    ask(path, {
      method: 'POST',
      ...(as ? { as } : {}),
      headers: { 'content-type': 'application/json', ...(key === null ? {} : { 'idempotency-key': key }) },
      body: JSON.stringify(body),
    });

  const askToken = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    ask('/api/v1/token', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams({ grant_type: 'client_credentials', ...fields }).toString(),
    });
  const tokenOf = async (who: Who) => {
    const { id, secret } = credentials[who];
    const got = await askToken({ client_id: id, client_secret: secret });
    expect(got.status).toBe(200);
    return got.body.access_token as string;
  };
  const entries = (action: string) =>
    inTransactionAs(app, systemViewer, 'supervision', async ({ db }) => {
      const { rows } = await sql<{
        outcome: string;
        reason: string | null;
        account_id: string | null;
        subjects: string[];
        details: Record<string, unknown>;
      }>`select outcome, reason, account_id, subjects, details from audit.entry where action = ${action} order by id`.execute(
        db,
      );
      return rows;
    });

  describe('credentials and tokens', () => {
    it('are given to an account in a role that can use them, and to no other', async () => {
      const make = (account: string, scopes: string[], days = 30) =>
        makeCredential(app, { account, scopes, days });
      await expect(make(world.names.employer, ['business'])).rejects.toThrow(CredentialRefused);
      await expect(make('Ei Ketään', ['employer'])).rejects.toThrow('No account');
      await expect(make(world.names.employer, ['employer', 'everything'])).rejects.toThrow('Scopes are');
      await expect(make(world.names.employer, ['employer'], 5_000)).rejects.toThrow('730');
    });

    it('keep no secret and no token as it is', async () => {
      const kept = await inTransactionAs(app, systemViewer, 'administration', async ({ db }) =>
        JSON.stringify([
          await db.selectFrom('access.api_credential').selectAll().execute(),
          (await db.selectFrom('access.api_token').selectAll().execute()).map((row) =>
            row.token_hash.toString(),
          ),
        ]),
      );
      expect(kept).toContain('argon2id$m=19456,t=2,p=1$');
      for (const who of ['employer', 'business', 'board'] as const) {
        expect(kept).not.toContain(credentials[who].secret);
        expect(kept).not.toContain(tokens[who]);
      }
    });

    it('are got with the header or the form, and never kept on the way', async () => {
      const { id, secret } = credentials.employer;
      const basic = `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
      const got = await askToken({}, { authorization: basic });
      expect(got.status).toBe(200);
      expect(got.headers.get('cache-control')).toBe('no-store');
      expect(got.body).toMatchObject({ token_type: 'Bearer', expires_in: 900, scope: 'employer' });
    });

    it('are refused with the reason in the log and not in the answer', async () => {
      const { id, secret } = credentials.employer;
      const before = (await entries('access.api-token')).filter((item) => item.outcome === 'denied').length;
      const wrong = await askToken({ client_id: id, client_secret: `${secret}x` });
      const unknown = await askToken({ client_id: newId(), client_secret: secret });
      const nonsense = await askToken({ client_id: "'; drop table", client_secret: '' });
      for (const got of [wrong, unknown, nonsense]) {
        expect(got.status).toBe(401);
        expect(got.body).toMatchObject({ code: 'invalid-client', error: 'invalid_client' });
        expect({ ...got.body, instance: '' }).toEqual({ ...wrong.body, instance: '' });
      }
      const denied = (await entries('access.api-token'))
        .filter((item) => item.outcome === 'denied')
        .slice(before);
      expect(denied.map((item) => item.reason)).toEqual([
        'wrong-secret',
        'unknown-credential',
        'unknown-credential',
      ]);
      expect(denied[0]?.account_id).toBe(world.load.employer.accountId);
    });

    it('have no scope that the credential lacks', async () => {
      const { id, secret } = credentials.employer;
      const got = await askToken({ client_id: id, client_secret: secret, scope: 'employer steering' });
      expect([got.status, got.body.error]).toEqual([400, 'invalid_scope']);
      const other = await askToken({ client_id: id, client_secret: secret, grant_type: 'password' });
      expect([other.status, other.body.error]).toEqual([400, 'unsupported_grant_type']);
    });

    it('live fifteen minutes', async () => {
      app.clock.moveTo('2026-11-20T10:00:00Z');
      const token = await tokenOf('employer');
      app.clock.moveTo('2026-11-20T10:14:59Z');
      expect((await ask('/api/v1/introductions', { as: token })).status).toBe(200);
      app.clock.moveTo('2026-11-20T10:15:00Z');
      const late = await ask('/api/v1/introductions', { as: token });
      expect([late.status, late.body.code]).toEqual([401, 'invalid-token']);
      expect(late.headers.get('www-authenticate')).toContain('error="invalid_token"');
      app.clock.moveTo('2026-11-20T10:00:00Z');
    });

    it('die at once with the credential, the account and the role', async () => {
      const made = await makeCredential(app, {
        account: world.names.employer,
        scopes: ['employer'],
        days: 1,
      });
      const get = async () => {
        const got = await askToken({ client_id: made.id, client_secret: made.secret });
        return got.body.access_token as string;
      };
      const token = await get();
      const status = async () => (await ask('/api/v1/introductions', { as: token })).status;
      expect(await status()).toBe(200);
      const change = (text: string) => app.database.script(text);
      const account = world.load.employer.accountId!;
      await change(`update access.account set disabled_at = now() where id = '${account}'`);
      expect(await status()).toBe(401);
      await change(`update access.account set disabled_at = null where id = '${account}'`);
      await change(
        `update access.role_assignment set valid_to = '2026-11-19' where account_id = '${account}'`,
      );
      expect(await status()).toBe(401);
      await change(`update access.role_assignment set valid_to = null where account_id = '${account}'`);
      expect(await status()).toBe(200);
      expect(await revokeCredential(app, made.id)).toBe(true);
      expect(await status()).toBe(401);
      expect((await askToken({ client_id: made.id, client_secret: made.secret })).status).toBe(401);
      expect(await revokeCredential(app, made.id)).toBe(false);
    });

    it('open nothing of another scope, and the try is in the log', async () => {
      const before = (await entries('access.api-call')).length;
      for (const [path, as] of [
        ['/api/v1/introductions', 'business'],
        ['/api/v1/companies', 'employer'],
        ['/api/v1/pilots', 'employer'],
        ['/api/v1/shared-profiles', 'board'],
      ] as const) {
        const got = await ask(path, { as });
        expect([got.status, got.body.code], path).toEqual([403, 'wrong-scope']);
      }
      const tried = (await entries('access.api-call')).slice(before);
      expect(tried.map((item) => [item.outcome, item.reason])).toEqual(
        Array(4).fill(['denied', 'wrong-scope']),
      );
      expect((await ask('/api/v1/introductions')).body.code).toBe('sign-in-needed');
      expect((await ask('/api/v1/vacancies', { as: 'not-a-token' })).status).toBe(401);
    });
  });

  describe('for anybody', () => {
    it('municipalities come in pages, and again only when they have changed', async () => {
      const codes: string[] = [];
      let next: string | undefined = '/api/v1/municipalities?limit=100';
      while (next) {
        const got: Got = await ask(next);
        expect(got.status).toBe(200);
        codes.push(...got.body.items.map((item: { code: string }) => item.code));
        expect(got.headers.get('link') ?? undefined).toBe(got.body.next && `<${got.body.next}>; rel="next"`);
        next = got.body.next;
      }
      expect(codes.length).toBe(308);
      expect(new Set(codes).size).toBe(308);
      const first = await ask('/api/v1/municipalities?limit=2');
      const etag = first.headers.get('etag')!;
      const again = await ask('/api/v1/municipalities?limit=2', { headers: { 'if-none-match': etag } });
      expect([again.status, again.body]).toEqual([304, undefined]);
      const other = await ask('/api/v1/municipalities?limit=3', { headers: { 'if-none-match': etag } });
      expect(other.status).toBe(200);
    });

    it('the vocabulary is searched in the language asked for', async () => {
      const got = await ask(
        `/api/v1/vocabulary/search?text=${encodeURIComponent('hitsaajia')}&kind=occupation`,
      );
      expect(got.body.items[0]).toMatchObject({ kind: 'occupation', language: 'fi' });
      const english = await ask('/api/v1/vocabulary/search?text=hitsaaja&kind=occupation', {
        headers: { 'accept-language': 'en-GB, fi;q=0.5' },
      });
      expect(english.headers.get('content-language')).toBe('en');
      expect(english.body.items[0].name).toMatch(/weld/i);
    });

    it('hidden jobs are never there, whoever asks', async () => {
      for (const as of [undefined, 'employer', 'business'] as const) {
        const list = await ask('/api/v1/vacancies?limit=200', as ? { as } : {});
        const ids = list.body.items.map((item: { id: string }) => item.id);
        expect(ids.sort()).toEqual([...world.openIds].sort());
        for (const id of world.hiddenIds) {
          const got = await ask(`/api/v1/vacancies/${id}`, as ? { as } : {});
          const never = await ask(`/api/v1/vacancies/${newId()}`, as ? { as } : {});
          expect(got.status).toBe(404);
          expect({ ...got.body, instance: '' }).toEqual({ ...never.body, instance: '' });
        }
      }
      const open = await ask(`/api/v1/vacancies/${world.openIds[0]}`);
      expect(open.body).toMatchObject({ title: 'Työ 0', company: { name: 'Konepaja Virta Oy' } });
      expect(JSON.stringify(open.body)).not.toMatch(/need|hitsaajaa tammikuussa|certainty|createdBy/);
      expect((await ask('/api/v1/vacancies/not-an-id')).status).toBe(404);
    });

    it('an open job is gone when it is filled or past', async () => {
      const id = await addOpenJob(app, world.load, 'Päättyvä');
      expect((await ask(`/api/v1/vacancies/${id}`)).status).toBe(200);
      await app.database.script(`update vacancies.vacancy set valid_to = '2026-11-19' where id = '${id}'`);
      expect((await ask(`/api/v1/vacancies/${id}`)).status).toBe(404);
      await app.database.script(
        `update vacancies.vacancy set valid_to = '2027-01-19', state = 'filled' where id = '${id}'`,
      );
      expect((await ask(`/api/v1/vacancies/${id}`)).status).toBe(404);
      expect((await ask('/api/v1/vacancies?search=Päättyvä')).body.items).toEqual([]);
    });
  });

  describe('problems', () => {
    it('are in the language asked for, with a pointer to each mistake', async () => {
      const got = await ask('/api/v1/vacancies?limit=0&hidden=true&municipality=Mikkeli', {
        headers: { 'accept-language': 'sv' },
      });
      expect(got.status).toBe(400);
      expect(got.headers.get('content-type')).toContain('application/problem+json');
      expect(got.headers.get('cache-control')).toBe('no-store');
      expect(got.body).toMatchObject({
        code: 'invalid-input',
        title: 'Det finns ett fel i förfrågan',
        status: 400,
      });
      expect(
        got.body.errors.map((error: { pointer: string; code: string }) => [error.pointer, error.code]).sort(),
      ).toEqual([
        ['#/hidden', 'unknown'],
        ['#/limit', 'too-small'],
        ['#/municipality', 'invalid-format'],
      ]);
      expect(got.body.instance).toBe(`urn:uuid:${got.headers.get('x-request-id')}`);
    });

    it.each([
      ['an unknown parameter', 'GET', '/api/v1/pilots?x=1', 'board', 400, 'invalid-input'],
      [
        'a cursor of another list',
        'GET',
        '/api/v1/vacancies?after=IjQ5MSI',
        undefined,
        400,
        'invalid-cursor',
      ],
      ['a cut cursor', 'GET', '/api/v1/introductions?after=%25', 'employer', 400, 'invalid-cursor'],
      ['an address that is not here', 'GET', '/api/v1/people', undefined, 404, 'not-found'],
      ['a method that is not here', 'DELETE', '/api/v1/pilots', 'board', 405, 'method-not-allowed'],
    ] as const)('say what is wrong: %s', async (_name, method, path, as, status, code) => {
      const got = await ask(path, { method, ...(as ? { as } : {}) });
      expect([got.status, got.body.code]).toEqual([status, code]);
      expect(got.body.title.length).toBeGreaterThan(3);
      expect(got.body.detail.length).toBeGreaterThan(10);
    });

    it('say what is wrong with a body', async () => {
      const path = `/api/v1/introductions/${world.introductionId}/answer`;
      const codes = async (body: unknown) => {
        const got = await post(path, body, 'employer');
        return [
          got.status,
          got.body.code,
          (got.body.errors ?? []).map((error: { pointer: string }) => error.pointer),
        ];
      };
      expect(await codes({ answer: 'interview' })).toEqual([400, 'invalid-input', ['#/interviewOn']]);
      expect(await codes({ answer: 'maybe' })).toEqual([400, 'invalid-input', ['#/answer']]);
      expect(await codes({ answer: 'hired', hiredOn: '2026-11-20', salary: 1 })).toEqual([
        400,
        'invalid-input',
        ['#/salary'],
      ]);
      expect(await codes({ answer: 'interview', interviewOn: '2020-01-01' })).toEqual([
        422,
        'day-not-possible',
        ['#/interviewOn'],
      ]);
      expect(await codes({ answer: 'not-chosen', reason: 'other' })).toEqual([
        422,
        'note-needed',
        ['#/note'],
      ]);
      const broken = await ask(path, {
        as: 'employer',
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'a' },
        body: '{"answer":',
      });
      expect([broken.status, broken.body.code]).toEqual([400, 'malformed']);
      const form = await ask(path, { as: 'employer', method: 'POST', body: new URLSearchParams({ a: 'b' }) });
      expect([form.status, form.body.code]).toEqual([415, 'unsupported-media-type']);
      const large = await post(path, { answer: 'hired', note: 'x'.repeat(1_100_000) }, 'employer');
      expect([large.status, large.body.code]).toEqual([413, 'too-large']);
    });
  });

  describe('for an employer', () => {
    it('people who agreed, what they share and nothing else, with a disclosure of its own form', async () => {
      const aino = world.load.clientIds[0]!;
      const list = await ask('/api/v1/shared-profiles', { as: 'employer' });
      expect(list.body.items.map((item: { id: string }) => item.id)).toEqual([aino]);
      expect(list.headers.get('cache-control')).toBe('no-store');
      const got = await ask(`/api/v1/shared-profiles/${aino}`, { as: 'employer' });
      expect(got.status).toBe(200);
      expect(got.headers.get('cache-control')).toBe('no-store');
      expect(got.headers.get('etag')).toBeNull();
      expect(Object.keys(got.body).sort()).toEqual(['fields', 'id', 'municipality', 'name', 'until']);
      expect(got.body).toMatchObject({
        name: { given: 'Aino', family: 'Esimerkki' },
        municipality: { code: '491' },
      });
      const disclosures = await inTransactionAs(app, systemViewer, 'upkeep', ({ db }) =>
        db.selectFrom('consents.disclosure').select(['form', 'fields', 'holder_id']).execute(),
      );
      expect(disclosures).toEqual([
        { form: 'api', fields: ['name', 'municipality'], holder_id: world.load.employer.accountId },
      ]);
      const [entry] = (await entries('consents.open-share-profile')).slice(-1);
      expect(entry).toMatchObject({ outcome: 'permitted', subjects: [aino], details: { form: 'api' } });
    });

    it('introductions with whose turn it is and the answers that are open', async () => {
      const list = await ask('/api/v1/introductions', { as: 'employer' });
      expect(list.body.items).toHaveLength(1);
      expect(list.body.items[0]).toMatchObject({
        id: world.introductionId,
        person: { name: 'Aino Esimerkki' },
        state: 'waiting',
        turn: { holder: 'employer', nextOn: '2026-11-24', nextIs: 'reminder' },
        answers: ['interview', 'hired', 'not-chosen'],
      });
      expect(JSON.stringify(list.body)).not.toContain(world.load.business.accountId!);
      const one = await ask(`/api/v1/introductions/${world.introductionId}`, { as: 'employer' });
      expect(one.body.steps).toMatchObject([{ state: 'waiting' }]);
    });

    it('an answer is done once however often it is sent', async () => {
      const path = `/api/v1/introductions/${world.introductionId}/answer`;
      const body = { answer: 'interview', interviewOn: '2026-11-26' };
      expect((await post(path, body, 'employer', null)).body.code).toBe('idempotency-key-missing');
      const results = await Promise.all([1, 2, 3].map(() => post(path, body, 'employer', 'avain-1')));
      expect(results.filter((result) => result.status === 200).length).toBeGreaterThanOrEqual(1);
      for (const one of results.filter((given) => given.status !== 200))
        expect(one.body.code).toBe('request-under-way');
      const again = await post(path, body, 'employer', 'avain-1');
      expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([200, 'true']);
      expect(again.body).toEqual({ id: world.introductionId, state: 'interview' });
      const other = await post(path, { ...body, interviewOn: '2026-11-27' }, 'employer', 'avain-1');
      expect([other.status, other.body.code]).toEqual([409, 'key-of-another-request']);
      const second = await post(path, body, 'employer', 'avain-2');
      expect([second.status, second.body.code]).toEqual([409, 'answered-already']);
      const answered = (await entries('introductions.answer')).filter((item) => item.outcome === 'permitted');
      expect(answered).toHaveLength(1);
      const now = await ask(`/api/v1/introductions/${world.introductionId}`, { as: 'employer' });
      expect(now.body).toMatchObject({
        state: 'interview',
        interviewOn: '2026-11-26',
        answers: ['hired', 'not-chosen'],
      });
    });

    it('a request that died before its answer is found again as done', async () => {
      const path = `/api/v1/introductions/${world.introductionId}/answer`;
      const body = { answer: 'interview', interviewOn: '2026-11-26' };
      await app.database.script(
        `update access.api_request set status = null, answer = null, started_at = '2026-11-20T09:00:00Z' where key = 'avain-1'`,
      );
      const got = await post(path, body, 'employer', 'avain-1');
      expect([got.status, got.body]).toEqual([200, { id: world.introductionId, state: 'interview' }]);
    });

    it('when the person ends it, all of it is gone at once, told as if it had never been, and the tries are in the log', async () => {
      const aino = world.load.clientIds[0]!;
      await withdrawShare(app, world.consents[1]);
      const deniedBefore = (await entries('consents.open-share-profile')).length;
      const profile = await ask(`/api/v1/shared-profiles/${aino}`, { as: 'employer' });
      const nobody = await ask(`/api/v1/shared-profiles/${newId()}`, { as: 'employer' });
      const stranger = await ask(`/api/v1/shared-profiles/${world.load.clientIds[1]}`, { as: 'employer' });
      for (const got of [profile, nobody, stranger]) {
        expect(got.status).toBe(404);
        expect({ ...got.body, instance: '' }).toEqual({ ...nobody.body, instance: '' });
        expect(JSON.stringify(got.body)).not.toMatch(/Aino|Esimerkki|consent|suostumus/i);
      }
      expect((await ask('/api/v1/shared-profiles', { as: 'employer' })).body.items).toEqual([]);
      expect((await ask('/api/v1/introductions', { as: 'employer' })).body.items).toEqual([]);
      const introduction = await ask(`/api/v1/introductions/${world.introductionId}`, { as: 'employer' });
      const never = await ask(`/api/v1/introductions/${newId()}`, { as: 'employer' });
      expect({ ...introduction.body, instance: '' }).toEqual({ ...never.body, instance: '' });
      const answer = await post(
        `/api/v1/introductions/${world.introductionId}/answer`,
        { answer: 'hired', hiredOn: '2026-11-20' },
        'employer',
      );
      expect(answer.status).toBe(404);
      const tries = (await entries('consents.open-share-profile')).slice(deniedBefore);
      expect(tries[0]).toMatchObject({ outcome: 'denied', reason: 'no-consent', subjects: [aino] });
      const opened = (await entries('introductions.open')).filter((item) => item.outcome === 'denied');
      // the one that never was is nobody's
      expect(opened.slice(-2)).toMatchObject([
        { reason: 'no-consent', subjects: [aino] },
        { reason: 'no-relation', subjects: [] },
      ]);
      expect((await entries('introductions.answer')).at(-1)).toMatchObject({
        outcome: 'denied',
        subjects: [aino],
      });
      await giveShare(app, world.load, aino, 2, { under: world.consents[0], fields: ['name'] });
    });

    it('what a credential has read is asked back from it and no other, until it says that it is destroyed', async () => {
      const [aino] = world.load.clientIds as [string];
      const path = '/api/v1/copies-to-destroy';
      const other = await makeCredential(app, {
        account: world.names.employer,
        scopes: ['employer'],
        days: 30,
      });
      const otherToken = (await askToken({ client_id: other.id, client_secret: other.secret })).body
        .access_token;
      for (const _ of [1, 2]) await ask(`/api/v1/shared-profiles/${aino}`, { as: 'employer' });
      expect((await ask(path, { as: 'employer' })).body.items).toEqual([]);
      expect((await ask(path, { as: 'business' })).status).toBe(403);

      unwrap(await runUseCase(app, world.load.person, consents.withdrawAll, {}));
      const due = { id: aino, askedAt: '2026-11-20T10:00:00.000Z', dueOn: '2026-12-04' };
      expect((await ask(path, { as: 'employer' })).body.items).toEqual([due]);
      expect((await ask(path, { as: otherToken })).body.items).toEqual([]);
      const mine = unwrap(await runUseCase(app, world.load.person, consents.myConsents, {}));
      expect(mine.undo?.papers).toBe(1);
      expect(mine.past.map(({ shown }) => shown.awaited)).toContain(1);
      const officer = { ...world.load.person, role: 'dpo' as const, clientId: undefined };
      const watched = async () => unwrap(await runUseCase(app, officer, consents.toWatch, {})).booklets;
      expect(await watched()).toMatchObject([{ form: 'api', clientId: aino, late: false }]);
      app.clock.moveTo('2026-12-05T10:00:00Z');
      expect(await watched()).toMatchObject([{ late: true }]);
      app.clock.moveTo('2026-11-20T10:00:00Z');
      // On the pages the holder sees the same copy once.
      const held = unwrap(await runUseCase(app, world.load.employer, consents.heldBooklets, {}));
      expect(held).toMatchObject([{ form: 'api' }]);

      // Another credential of the same account confirms nothing; nor does a page, which has none.
      const byOther = await ask(`${path}/${aino}/destroyed`, {
        method: 'POST',
        as: otherToken,
        headers: { 'content-type': 'application/json', 'idempotency-key': newId() },
        body: '{}',
      });
      expect(byOther.body).toEqual({ id: aino, confirmed: 0 });
      expect(
        await runUseCase(app, world.load.employer, consents.confirmCopiesDestroyed, { copyOf: aino }),
      ).toMatchObject({ ok: false, error: { code: 'not-permitted' } });
      expect((await ask(path, { as: 'employer' })).body.items).toEqual([due]);

      const key = newId();
      const first = await post(`${path}/${aino}/destroyed`, {}, 'employer', key);
      // The two readings above, and what was read before under a consent that was given anew.
      const { rows: copies } = await app.database.pool.query<{ count: number }>(
        "select count(*)::int as count from consents.disclosure where copy_of = $1 and form = 'api'",
        [aino],
      );
      expect(copies[0]!.count).toBeGreaterThanOrEqual(2);
      expect(first.body).toEqual({ id: aino, confirmed: copies[0]!.count });
      expect((await post(`${path}/${aino}/destroyed`, {}, 'employer', key)).body).toEqual(first.body);
      expect((await post(`${path}/${aino}/destroyed`, {}, 'employer')).body).toEqual({
        id: aino,
        confirmed: 0,
      });
      expect((await post(`${path}/${newId()}/destroyed`, {}, 'employer')).body.confirmed).toBe(0);
      expect((await ask(path, { as: 'employer' })).body.items).toEqual([]);
      expect(await watched()).toEqual([]);
      expect((await entries('consents.confirm-copies-destroyed')).at(0)).toMatchObject({ subjects: [] });
      expect(
        (await entries('consents.confirm-copies-destroyed')).filter(({ subjects }) =>
          subjects.includes(aino),
        ),
      ).toHaveLength(1);
      const under = await giveShare(app, world.load, aino, 1);
      await giveShare(app, world.load, aino, 2, { under, fields: ['name'] });
    });

    it('and stays asked, by its id alone, when the person is destroyed here meanwhile', async () => {
      const id = newId();
      await app.database.script(`insert into consents.disclosure (id, form, fields, disclosed_at, holder_id, credential_id, copy_of, destruction_asked_at)
        values ('${newId()}', 'api', '{}', '2026-11-01', '${world.load.employer.accountId}', '${credentials.employer.id}', '${id}', '2026-11-20T10:00:00Z')`);
      expect((await ask('/api/v1/copies-to-destroy', { as: 'employer' })).body.items).toMatchObject([{ id }]);
      expect((await post(`/api/v1/copies-to-destroy/${id}/destroyed`, {}, 'employer')).body.confirmed).toBe(
        1,
      );
      const { rows } = await app.database.pool.query(
        'select destruction_confirmed_at is not null as confirmed from consents.disclosure where client_id is null and copy_of is null',
      );
      expect(rows).toEqual([{ confirmed: true }]);
    });
  });

  describe('for business services', () => {
    it('companies by words, without what the register does not tell', async () => {
      const got = await ask('/api/v1/companies?search=konepaja', { as: 'business' });
      expect(got.body.items[0]).toMatchObject({ name: 'Konepaja Virta Oy', businessId: '2296962-1' });
    });

    it('a visit note becomes one hidden job, which no list of jobs shows', async () => {
      const body = { companyId: world.load.companyId, need: '2 hitsaajaa tammikuussa', certainty: 'needed' };
      const first = await post('/api/v1/visits', body, 'business', 'kaynti-1');
      expect(first.status).toBe(201);
      const again = await post('/api/v1/visits', body, 'business', 'kaynti-1');
      expect([again.status, again.body]).toEqual([201, first.body]);
      const other = await post('/api/v1/visits', body, 'business', 'kaynti-2');
      expect(other.body.vacancyId).not.toBe(first.body.vacancyId);
      for (const { body: made } of [first, other])
        expect((await ask(`/api/v1/vacancies/${made.vacancyId}`, { as: 'business' })).status).toBe(404);
      const missing = await post('/api/v1/visits', { ...body, companyId: newId() }, 'business', 'kaynti-3');
      expect([missing.status, missing.body.code]).toEqual([422, 'company-not-found']);
      const corrected = await post('/api/v1/visits', body, 'business', 'kaynti-3');
      expect(corrected.status).toBe(201);
    });

    it('a count is as it is for the one who may open the people: 0 is 0', async () => {
      const got = await ask(`/api/v1/matching/count?need=${encodeURIComponent('2 hitsaajaa tammikuussa')}`, {
        as: 'business',
      });
      expect(got.body.reading).toMatchObject({ places: 2, startsOn: '2027-01-01' });
      expect(got.body.counts.fitting).toBe(0);
    });
  });

  describe('for steering', () => {
    it('pilots and their figures; before the first release they are not known', async () => {
      const pilots = await ask('/api/v1/pilots', { as: 'board' });
      expect(pilots.body.items).toMatchObject([{ id: world.pilotId, targets: { people: 50, employed: 40 } }]);
      const figures = await ask(`/api/v1/pilots/${world.pilotId}/figures`, { as: 'board' });
      const invited = figures.body.figures.find((figure: { figure: string }) => figure.figure === 'invited');
      expect(invited).toEqual({
        figure: 'invited',
        counts: expect.any(String),
        value: { kind: 'unknown' },
        target: 50,
      });
      expect((await ask(`/api/v1/pilots/${newId()}/figures`, { as: 'board' })).status).toBe(404);
    });
  });

  describe('pages of a list', () => {
    const walk = async (path: string, as: Who | undefined, between: () => Promise<unknown>) => {
      const ids: string[] = [];
      let next: string | undefined = path;
      while (next) {
        const got: Got = await ask(next, as ? { as } : {});
        expect(got.status).toBe(200);
        ids.push(...got.body.items.map((item: { id: string }) => item.id));
        next = got.body.next;
        if (next && ids.length < 20) await between();
      }
      return ids;
    };
    const all = async (path: string, as?: Who) =>
      (await ask(path, as ? { as } : {})).body.items.map((item: { id: string }) => item.id) as string[];

    it('visit every job exactly once while jobs are added', async () => {
      const before = await all('/api/v1/vacancies?limit=200');
      let added = 0;
      const ids = await walk('/api/v1/vacancies?limit=2', undefined, async () => {
        app.clock.moveTo(`2026-11-20T10:00:${String(10 + added).padStart(2, '0')}Z`);
        await addOpenJob(app, world.load, `Uusi ${added++}`);
      });
      expect(added).toBeGreaterThan(1);
      for (const id of before) expect(ids.filter((item) => item === id)).toEqual([id]);
      expect(new Set(ids).size).toBe(ids.length);
      app.clock.moveTo('2026-11-20T10:00:00Z');
    });

    it('visit every company exactly once while companies are added, with words and without', async () => {
      let number = 2_000_000;
      for (const path of ['/api/v1/companies?', '/api/v1/companies?search=yritys&']) {
        const before = await all(`${path}limit=200`, 'business');
        expect(before.length).toBeGreaterThan(5);
        const ids = await walk(`${path}limit=2`, 'business', () =>
          addCompany(app, `Yritys ${number % 2 ? 'A' : 'Ö'}${number} Oy`, `${number++}-X`),
        );
        for (const id of before)
          expect(
            ids.filter((item) => item === id),
            path,
          ).toEqual([id]);
        expect(new Set(ids).size).toBe(ids.length);
      }
    });

    it('visit every introduction exactly once while they are added and answered', async () => {
      const aino = world.load.clientIds[0]!;
      const made: string[] = [];
      for (let at = 0; at < 5; at++) made.push(await introduceAgain(aino));
      const before = await all('/api/v1/introductions?limit=200', 'employer');
      expect(before.length).toBeGreaterThanOrEqual(5);
      let turn = 0;
      const ids = await walk('/api/v1/introductions?limit=2', 'employer', async () => {
        await introduceAgain(aino);
        const answered = await post(
          `/api/v1/introductions/${made[turn++]}/answer`,
          { answer: 'not-chosen', reason: 'filled-otherwise' },
          'employer',
        );
        expect(answered.status).toBe(200);
      });
      for (const id of before) expect(ids.filter((item) => item === id)).toEqual([id]);
    });

    async function introduceAgain(clientId: string): Promise<string> {
      const vacancy = await addOpenJob(app, world.load, 'Toinen työ');
      return inTransactionAs(app, systemViewer, 'upkeep', async ({ db, now }) => {
        const id = newId();
        const consent = await db
          .selectFrom('consents.consent')
          .select('id')
          .where('client_id', '=', clientId)
          .where('step', '=', 2)
          .where('withdrawn_at', 'is', null)
          .executeTakeFirstOrThrow();
        await db
          .insertInto('introductions.introduction')
          .values({
            id,
            client_id: clientId,
            vacancy_id: vacancy,
            company_id: world.load.companyId,
            consent_id: consent.id,
            introduced_by: world.load.business.accountId!,
            organisation_id: world.load.offices.business,
            introduced_at: now.toISOString(),
            introduced_on: app.clock.today(),
            state: 'waiting',
            state_since: now.toISOString(),
          })
          .execute();
        return id;
      });
    }
  });

  it('every operation of the specification was called and answered as it says', () => {
    const wanted = operationsOf(specification).map(({ operation }) => operation.operationId);
    expect([...called].sort()).toEqual(wanted.sort());
  });

  it('serves the specification itself', async () => {
    const got = await ask('/api/v1/openapi.json');
    expect(got.body).toEqual(specification);
    expect(got.headers.get('etag')).toBeTruthy();
  });
});

describe('the API under load of one address', () => {
  it('slows it down, guesses of secrets first', async () => {
    const server = await testServer({ withWeb: false, withJobs: false, environment: { RATE_API: '20' } });
    try {
      const guess = () =>
        fetch(`${server.url}/api/v1/token`, {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: 'grant_type=client_credentials&client_id=x&client_secret=y',
        });
      expect([(await guess()).status, (await guess()).status]).toEqual([401, 401]);
      const third = await guess();
      expect(third.status).toBe(429);
      expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(third.headers.get('content-type')).toContain('application/problem+json');
      expect(await third.json()).toMatchObject({ code: 'too-many-requests', status: 429 });
      const statuses: number[] = [];
      for (let at = 0; at < 25; at++)
        statuses.push((await fetch(`${server.url}/api/v1/municipalities?limit=1`)).status);
      expect(statuses.filter((status) => status === 200)).toHaveLength(20);
      expect(statuses.at(-1)).toBe(429);
    } finally {
      await server.stop();
    }
  });
});
