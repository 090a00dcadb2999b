import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { readAnchors, verifyChain } from '#audit';
import { systemViewer } from '#kernel/viewer.ts';
import { jobs } from '#server/jobs.ts';
import { addAccount, type TestAccount } from '#test/fixtures/accounts.ts';
import { databaseKinds } from '#test/fixtures/app.ts';
import { type TestServer, testServer } from '#test/fixtures/server.ts';
import { notify } from '#use-case';

describe.each(databaseKinds)('background work on the %s database', (kind) => {
  let server: TestServer;
  let leena: TestAccount;
  let without: TestAccount;
  beforeAll(async () => {
    server = await testServer({ kind, withWeb: false });
    leena = await addAccount(server.app, {
      name: 'Leena Länsisyrjä-Ångström',
      role: 'client',
      language: 'sv',
      email: 'leena@esimerkki.invalid',
    });
    without = await addAccount(server.app, { name: 'Ei Postia', role: 'client' });
  });
  afterAll(() => server.stop());

  const inApp = <T>(run: Parameters<typeof inTransactionAs<T>>[3]) =>
    inTransactionAs<T>(server.app, systemViewer, 'upkeep', run);
  const letters = () => {
    const folder = server.settings.mailFolder;
    return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.eml')) : [];
  };
  const told = (account: TestAccount) =>
    inApp(async ({ db }) => {
      const { rows } = await sql<{ kind: string }>`
        select kind from outbox.notification where account_id = ${account.accountId} order by created_at`.execute(
        db,
      );
      return rows.map((row) => row.kind);
    });

  it('delivers a notice by itself: on the own page, and by mail in the receiver’s language', async () => {
    await inApp((context) =>
      notify(
        context,
        {
          accountId: leena.accountId,
          kind: 'consent-ending',
          params: { day: '2027-03-01' },
          link: '/my/consents',
        },
        { accountId: without.accountId, kind: 'koe', params: {} },
      ),
    );
    await expect.poll(() => told(leena)).toHaveLength(1);
    await expect.poll(() => told(without)).toHaveLength(1);
    await expect.poll(letters).toHaveLength(1);
    const letter = readFileSync(join(server.settings.mailFolder, letters()[0]!), 'utf8');
    expect(letter).toContain('<leena@esimerkki.invalid>');
    expect(letter).toContain('Content-Language: sv');
    const body = Buffer.from(letter.split('\r\n\r\n').slice(1).join(''), 'base64').toString();
    expect(body).toContain('Ditt samtycke upphör 1.3.2027. Du kan ge det på nytt.');
    expect(body).toContain(`${server.url}/my/consents`);
  });

  it('does not deliver what was rolled back', async () => {
    const before = await told(leena);
    await expect(
      inApp(async (context) => {
        await notify(context, { accountId: leena.accountId, kind: 'never', params: {} });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    await server.server.jobs!.runNow('deliver-outbox');
    expect(await told(leena)).toEqual(before);
  });

  it('tries again what failed, keeps the reason, and lets the others pass', async () => {
    await inApp(async (context) => {
      await sql`insert into outbox.message (id, created_at, kind, payload)
        values ('01900000-0000-7000-8000-000000000001', '2020-01-01', 'notify', '{"broken": true}')`.execute(
        context.db,
      );
      await notify(context, { accountId: without.accountId, kind: 'after-the-broken', params: {} });
    });
    await server.server.jobs!.runNow('deliver-outbox');
    await expect.poll(() => told(without)).toContain('after-the-broken');
    // The second's own work may have the broken one in hand, and notes its failure after the others have passed.
    const broken = async () => {
      const { rows } = await server.app.database.pool.query<{
        attempts: number;
        last_error: string | null;
        done_at: string | null;
      }>(
        `select attempts, last_error, done_at from outbox.message where id = '01900000-0000-7000-8000-000000000001'`,
      );
      return rows[0]!;
    };
    await expect.poll(async () => (await broken()).attempts).toBeGreaterThan(0);
    expect(await broken()).toMatchObject({ last_error: expect.stringContaining('accountId'), done_at: null });
    await inApp(({ db }) =>
      sql`update outbox.message set payload = ${JSON.stringify({ accountId: without.accountId, kind: 'mended', params: {} })}::jsonb
        where id = '01900000-0000-7000-8000-000000000001'`.execute(db),
    );
    await server.server.jobs!.runNow('deliver-again');
    await expect.poll(() => told(without)).toContain('mended');
  });

  it('seals the log by itself and anchors the head outside', async () => {
    await server.sessionFor(leena.accountId);
    const sealed = async () => {
      const { pending, links, anchoredTo, findings } = await verifyChain(
        server.app,
        readAnchors(server.settings.anchorFile),
      );
      return { pending, anchored: links > 0 && links === anchoredTo, findings };
    };
    await expect.poll(sealed).toEqual({ pending: 0, anchored: true, findings: [] });
  });

  it('removes old sessions, attempts and changes, and nothing newer', async () => {
    await inApp(async ({ db }) => {
      await sql`insert into matching.change (kind, subject, changed_at) values
        ('client', 'old', '2026-11-01'), ('client', 'new', '2026-11-20T11:00:00Z')`.execute(db);
      await sql`update access.session set created_at = '2026-09-01', expires_at = '2026-09-01T10:00Z'`.execute(
        db,
      );
    });
    await server.sessionFor(leena.accountId);
    for (const job of ['clean-sessions', 'prune-matching-changes', 'clean-outbox'])
      await server.server.jobs!.runNow(job);
    const left = await inApp(async ({ db }) => {
      const { rows } = await sql<{ sessions: number; old: number; new: number }>`
        select (select count(*) from access.session) as sessions,
               (select count(*) from matching.change where subject = 'old') as old,
               (select count(*) from matching.change where subject = 'new') as new`.execute(db);
      return rows[0];
    });
    expect(left).toEqual({ sessions: 1, old: 0, new: 1 });
  });

  it.each(jobs.map((job) => job.name))(
    'can do every kind of work when there is nothing to do: %s',
    async (name) => {
      await server.server.jobs!.runNow(name);
    },
  );

  it('keeps the newest seven copies of the embedded database, each of which opens', async () => {
    const folder = join(server.settings.folder, 'backups');
    if (kind === 'server') {
      expect(existsSync(folder)).toBe(false);
      return;
    }
    for (let day = 1; day <= 9; day++) writeFileSync(join(folder, `polku-2026-10-0${day}.tar`), '');
    await server.server.jobs!.runNow('back-up-embedded');
    const kept = readdirSync(folder);
    expect(kept).toHaveLength(7);
    expect(kept).toContain('polku-2026-11-20.tar');
  });

  it('is seen at /ready, and is finished when the server stops', async () => {
    const ready = await fetch(`${server.url}/ready`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({
      status: 'ready',
      checks: { queue: true, migrations: true, writing: true },
      matching: { deaths: 0 },
    });
    const outside = await fetch(`${server.url}/ready`, { headers: { 'x-forwarded-for': '192.0.2.1' } });
    expect(Object.keys((await outside.json()) as object).sort()).toEqual(['checks', 'status']);
    const { pool } = server.app.database;
    const ask = pool.query.bind(pool);
    await ask('set default_transaction_read_only = on');
    if (kind === 'embedded') {
      const full = await fetch(`${server.url}/ready`);
      expect([full.status, ((await full.json()) as { checks: object }).checks]).toMatchObject([
        503,
        { database: true, writing: false },
      ]);
    }
    await ask('set default_transaction_read_only = off');
    await server.sessionFor(leena.accountId);
    await server.server.stop();
    await server.server.stop();
    const verification = await verifyChain(server.app, readAnchors(server.settings.anchorFile));
    expect(verification).toMatchObject({ pending: 0, findings: [] });
    await expect(fetch(`${server.url}/health`)).rejects.toThrow();
  });
});
