import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { actingAsSystem, anySignedIn, inTransactionAs, may, type ViewerContext } from '#access';
import { newId } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { systemViewer, type Viewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { runUseCase, type UseCase } from '#use-case';

const input = z.object({});
type Toy = UseCase<typeof input, unknown, 'full'>;

const toy = (run: Toy['run'], more: Partial<Toy> = {}): Toy => ({
  name: 'test.toy',
  input,
  purpose: 'administration',
  policy: anySignedIn,
  audit: { kind: 'changes', subjects: () => [] },
  refusals: ['full'],
  run,
  ...more,
});

describe.each(databaseKinds)('a use case on the %s database', (kind) => {
  let app: TestApp;
  const viewer: Viewer = { accountId: newId(), name: '', role: 'client', clientId: newId(), language: 'fi' };
  const stranger = newId();

  beforeAll(async () => {
    app = await openTestApp(kind);
    await inTransactionAs(app, systemViewer, 'upkeep', async ({ db, now }) => {
      for (const id of [viewer.accountId!, newId()])
        await db.insertInto('access.account').values({ id, subject: id, name: 'Testi Testinen' }).execute();
      for (const id of [viewer.clientId!, stranger])
        await db
          .insertInto('clients.client')
          .values({ id, contact_language: 'fi', native_language: 'fi', created_at: now.toISOString() })
          .execute();
    });
  });
  afterAll(() => app.close());

  const entries = async () => {
    const { rows } = await app.database.pool.query<{ outcome: string; reason: string; details: object }>(
      'select outcome, reason, details from audit.entry order by id',
    );
    return rows;
  };
  const clients = async ({ db }: ViewerContext) =>
    (await sql<{ id: string }>`select id from clients.client`.execute(db)).rows.map((row) => row.id);
  const rename = ({ db }: ViewerContext) =>
    sql`insert into clients.contact (client_id, phone) values (${viewer.clientId}, '+358 40 000 0000')`.execute(
      db,
    );

  it('leaves nothing of what it wrote before it refused, and the refusal is in the log', async () => {
    const refused = toy(async (context) => {
      await rename(context);
      return err({ code: 'full' as const });
    });
    expect(await runUseCase(app, viewer, refused, {})).toEqual(err({ code: 'full' }));
    expect((await app.database.pool.query('select from clients.contact')).rowCount).toBe(0);
    expect((await entries()).at(-1)).toEqual({ outcome: 'refused', reason: 'full', details: {} });
  });

  it('is in the log when it was denied, also one that touches nobody’s data', async () => {
    const quiet = toy(async () => ok(undefined), {
      policy: may('caseload:read', { case: 'rows', team: 'rows' }),
      audit: { kind: 'none', why: 'nothing is touched' },
    });
    const before = (await entries()).length;
    await runUseCase(app, viewer, quiet, {});
    expect((await entries()).slice(before)).toEqual([
      { outcome: 'denied', reason: 'role-may-not', details: {} },
    ]);
  });

  it('has the viewer’s eyes again after a step with the house’s own, and says in the log why there was one', async () => {
    const counting = toy(async (context) => {
      const own = await clients(context);
      const all = await actingAsSystem(context, 'counting over everybody', clients);
      return ok({ own, all, after: await clients(context) });
    });
    const outcome = await runUseCase(app, viewer, counting, {});
    expect(outcome).toEqual(
      ok({ own: [viewer.clientId], all: expect.arrayContaining([stranger]), after: [viewer.clientId] }),
    );
    expect((await entries()).at(-1)).toMatchObject({ details: { asSystem: ['counting over everybody'] } });
  });

  it('has the viewer’s eyes again also when that step throws and is caught', async () => {
    const stumbling = toy(async (context) => {
      await actingAsSystem(context, 'a step that fails', async () => {
        throw new Error('no');
      }).catch(() => {});
      return ok(await clients(context));
    });
    expect(await runUseCase(app, viewer, stumbling, {})).toEqual(ok([viewer.clientId]));
  });

  it('tells the fault of the step itself when the database has ended the transaction', async () => {
    const failing = toy(async (context) =>
      actingAsSystem(context, 'a step that fails', async ({ db }) => {
        await sql`select 1 / 0`.execute(db);
        return ok(undefined);
      }),
    );
    await expect(runUseCase(app, viewer, failing, {})).rejects.toMatchObject({ code: '22012' });
  });
});
