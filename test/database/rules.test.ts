import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rightsScript } from '#access';
import { roles } from '#kernel/viewer.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';

/** Schemas that are not ours to guard, each with why. */
const otherSchemas: Readonly<Record<string, string>> = {
  pgboss: 'the queue of background work: names of jobs and their times; our jobs carry no data',
  migration: 'names and checksums of migrations; the service may only read them',
};

/** What may ask the viewer's role by name, each with why. Everything else asks for a right. */
const asksTheRole: Readonly<Record<string, string>> = {
  'access.held_under(text)': 'looks the role up among the rights',
  'access.is_system()': 'the house itself is no role of the declaration',
  'access.own_openings()': 'compares with the role in which a file was opened, whatever it is',
  'audit.entry adding': 'compares with what is written, whatever it is',
};

describe.each(databaseKinds)('the rules in force in the %s database', (kind) => {
  let app: TestApp;
  let rules: { name: string; text: string }[];
  const query = async <Row extends object>(text: string) => (await app.database.pool.query<Row>(text)).rows;

  beforeAll(async () => {
    app = await openTestApp(kind);
    const system = `('pg_catalog', 'information_schema', 'public', 'pgboss')`;
    rules = await query(`
      select p.oid::regprocedure::text as name, coalesce(pg_get_function_sqlbody(p.oid), p.prosrc) as text
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname not in ${system}
      union all select schemaname || '.' || tablename || ' ' || policyname, coalesce(qual, '') || ' | ' || coalesce(with_check, '')
        from pg_policies where schemaname not in ${system}
      union all select schemaname || '.' || viewname, definition from pg_views where schemaname not in ${system}`);
  });
  afterAll(() => app.close());

  it('stand on every table, also against its owner', async () => {
    const bare = await query<{ name: string; schema: string }>(`
      select c.oid::regclass::text as name, n.nspname as schema from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
         and not (c.relrowsecurity and c.relforcerowsecurity)`);
    expect(bare.filter((table) => !(table.schema in otherSchemas)).map((table) => table.name)).toEqual([]);
  });

  it('let nobody but the owner change what they read: rights, the key, the seal', async () => {
    const open = await query(`
      select c.oid::regclass::text as name from pg_class c where c.oid in ('access.role_right'::regclass, 'access.viewer_key'::regclass)
        and has_table_privilege('polku_app', c.oid, 'insert, update, delete, truncate')
      union all select 'seal' where has_sequence_privilege('polku_app', 'access.viewer_seal', 'usage, update')`);
    expect(open).toEqual([]);
  });

  it('ask for rights and name no role: a role is added in the declaration alone', () => {
    expect(rules.length).toBeGreaterThan(400);
    const asking = rules.filter(({ text }) => /\bviewer_role\(\)/.test(text)).map(({ name }) => name);
    expect(asking.sort()).toEqual(Object.keys(asksTheRole).sort());
    const codes = roles.join('|');
    const list = new RegExp(`'(${codes})'(::text)?\\s*,\\s*'(${codes})'`);
    expect(rules.filter(({ text }) => list.test(text)).map(({ name }) => name)).toEqual([]);
  });

  it('are asked once a query where they are the same for every row', () => {
    const once =
      /(?<!SELECT )\b[a-z]+\.[a-z_]+\(\)|(?<!SELECT )\baccess\.(holds|held_under|case_reads|case_keeps|by_consent)\('/;
    const policies = rules.filter(({ name }) => name.includes(' '));
    expect(policies.length).toBeGreaterThan(200);
    expect(policies.filter(({ text }) => once.test(text)).map(({ name }) => name)).toEqual([]);
  });

  it('decide with the owner’s eyes only where names cannot be put in between', async () => {
    const loose = await query(`
      select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss')
         and not coalesce(p.proconfig @> array['search_path=""'], false)`);
    expect(loose).toEqual([]);
  });

  it('read the rights as they are declared', async () => {
    const file = new URL('../../src/db/views/access_rights.sql', import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(rightsScript());
    const [count] = await query<{ rights: number }>('select count(*) as rights from access.role_right');
    expect(count!.rights).toBeGreaterThan(500);
  });
});
