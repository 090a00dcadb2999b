import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs, mayRead, mayWrite, relationTo } from '#access';
import { newId } from '#kernel/ids.ts';
import { openTestApp, strictestKind, type TestApp } from '#test/fixtures/app.ts';
import { changed, oracle, type Tried, tables, tried, worldsOfRun } from '#test/fixtures/people-oracle.ts';
import { type Settled, settle, world } from '#test/fixtures/people-world.ts';

/** Clients whose rows of this part the viewer's own handle reads. */
async function readable(
  app: TestApp,
  settled: Settled,
  viewerIndex: number,
): Promise<Map<Tried, Set<string>>> {
  const { viewer } = settled.viewers[viewerIndex]!;
  return inTransactionAs(app, viewer, 'supervision', async ({ db }) => {
    const found = new Map<Tried, Set<string>>(tried.map((part) => [part, new Set()]));
    const reads = tried.map(
      (part) =>
        sql`select ${part} as part, ${sql.ref(part === 'basics' ? 'id' : 'client_id')} as id from ${sql.table(tables[part])}`,
    );
    const { rows } = await sql<{ part: Tried; id: string }>`${sql.join(reads, sql` union all `)}`.execute(db);
    for (const row of rows) found.get(row.part)!.add(row.id);
    return found;
  });
}

/** Clients whose rows of each part the database lets the viewer change. The change is of nothing, and rolled back. */
async function changeable(
  app: TestApp,
  settled: Settled,
  viewerIndex: number,
): Promise<Map<Tried, Set<string>>> {
  const { viewer } = settled.viewers[viewerIndex]!;
  const undo = new Error('undo');
  const found = new Map<Tried, Set<string>>(changed.map((part) => [part, new Set()]));
  await inTransactionAs(app, viewer, 'supervision', async ({ db }) => {
    const changes = changed.map((part) => {
      const key = sql.ref(part === 'basics' ? 'id' : 'client_id');
      return sql`${sql.ref(part)} as (update ${sql.table(tables[part])} set ${key} = ${key} returning ${part} as part, ${key} as id)`;
    });
    const told = changed.map((part) => sql`select part, id from ${sql.ref(part)}`);
    const { rows } = await sql<{ part: Tried; id: string }>`
      with ${sql.join(changes)} ${sql.join(told, sql` union all `)}`.execute(db);
    for (const row of rows) found.get(row.part)!.add(row.id);
    throw undo;
  }).catch((error) => {
    if (error !== undo) throw error;
  });
  return found;
}

/** Does the database let the viewer add an outcome of this client? */
async function addable(
  app: TestApp,
  settled: Settled,
  viewerIndex: number,
  clientId: string,
): Promise<boolean> {
  const { viewer } = settled.viewers[viewerIndex]!;
  return inTransactionAs(app, viewer, 'supervision', async ({ db, now }) => {
    await db
      .insertInto('clients.outcome')
      .values({
        id: newId(),
        client_id: clientId,
        kind: 'study',
        happened_on: '2026-11-02',
        source: 'client',
        recorded_at: now.toISOString(),
      })
      .execute();
    return true;
  }).catch((error) => {
    if (error.code === '42501') return false;
    throw error;
  });
}

describe.each(strictestKind)('who may see and change what, on the %s database', (kind) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp(kind, '2026-11-20T10:00:00Z');
  });
  afterAll(() => app.close());

  it('policy, row-level security and an oracle of its own agree in random worlds', async () => {
    let permitted = 0;
    let denied = 0;
    await fc.assert(
      fc.asyncProperty(world, async (drawn) => {
        const settled = await settle(app, drawn);
        for (const [v, { viewer, index }] of settled.viewers.entries()) {
          const rows = await readable(app, settled, v);
          const changes = await changeable(app, settled, v);
          const relations = await inTransactionAs(app, viewer, 'supervision', async (context) => {
            const found = [];
            for (const clientId of settled.clientIds) found.push(await relationTo(context, clientId));
            return found;
          });
          const now = app.clock.now();
          const wrong: string[] = [];
          const compare = (what: string, client: number, part: Tried, is: boolean, writing: boolean) => {
            const should = oracle(drawn, index, client, part, writing);
            if (is !== should)
              wrong.push(`${what} ${part} of client ${client}: ${is}, by the oracle ${should}`);
            if (should) permitted++;
            else denied++;
          };
          for (const [c, clientId] of settled.clientIds.entries()) {
            for (const part of tried) {
              compare('policy to read', c, part, mayRead(viewer, part, relations[c]!, now).permit, false);
              compare('rows of', c, part, rows.get(part)!.has(clientId), false);
              compare('policy to write', c, part, mayWrite(viewer, part, relations[c]!, now).permit, true);
              if (changed.includes(part))
                compare('changes to', c, part, changes.get(part)!.has(clientId), true);
            }
          }
          const value = v % settled.clientIds.length;
          compare(
            'adding',
            value,
            'outcomes',
            await addable(app, settled, v, settled.clientIds[value]!),
            true,
          );
          expect({ viewer: viewer.role, index, wrong }).toEqual({ viewer: viewer.role, index, wrong: [] });
        }
      }),
      { numRuns: worldsOfRun, ...(process.env.FC_SEED ? { seed: Number(process.env.FC_SEED) } : {}) },
    );
    expect(permitted).toBeGreaterThan(1_000);
    expect(denied).toBeGreaterThan(20_000);
  }, 600_000);

  it('every table that says it holds personal data has forced row-level security and a rule', async () => {
    const { rows } = await app.database.pool.query<{
      name: string;
      enabled: boolean;
      forced: boolean;
      policies: number;
    }>(`
      select c.oid::regclass::text as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
             (select count(*) from pg_policy p where p.polrelid = c.oid)::int as policies
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and (obj_description(c.oid) like 'personal data:%'
          or exists (select from pg_attribute a where a.attrelid = c.oid and not a.attisdropped and a.attname in ('client_id', 'given_name', 'phone', 'email', 'account_id')))`);
    expect(rows.length).toBeGreaterThan(30);
    expect(rows.filter((row) => !row.enabled || !row.forced || row.policies < 1)).toEqual([]);
  });
});
