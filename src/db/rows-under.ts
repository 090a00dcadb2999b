import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from './tables.ts';

/*
 * What hangs on a row by the foreign keys of the database, whichever table it is in: so that one can tell whether anything has
 * been built on it since, and take it away whole when nothing has.
 */

type Database = Kysely<Tables>;

/** A row by its table and id. */
export interface Root {
  readonly table: keyof Tables;
  readonly id: string;
}

/** What the rows of each table under a root are: how many, and a mark of their content. */
export type RowMarks = Readonly<Record<string, string>>;

interface Key {
  readonly table: string;
  readonly columns: readonly string[];
  readonly parent: string;
  readonly parentColumns: readonly string[];
}

const deepest = 5;

/** The rows under a row, table by table, the deepest last. */
async function tablesUnder(db: Database, root: Root): Promise<Map<string, RawBuilder<unknown>>> {
  const keys = await keysOf(db);
  const found = new Map<string, RawBuilder<unknown>>();
  let level = new Map([[root.table as string, sql`t.id = ${root.id}::uuid` as RawBuilder<unknown>]]);
  for (let depth = 0; depth < deepest && level.size > 0; depth += 1) {
    const next = new Map<string, RawBuilder<unknown>>();
    for (const [parent, rows] of level)
      for (const { table, columns, parentColumns } of keys.filter((key) => key.parent === parent)) {
        if (table === parent || table === root.table) continue;
        const of = (names: readonly string[]) => sql.join(names.map((name) => sql.ref(`t.${name}`)));
        const under = sql`(${of(columns)}) in (select ${of(parentColumns)} from ${sql.table(parent)} as t where ${rows})`;
        const before = next.get(table);
        next.set(table, before === undefined ? under : sql`(${before} or ${under})`);
      }
    level = new Map();
    for (const [table, rows] of next) {
      const before = found.get(table);
      // Reached twice, it is where it lies deepest.
      found.delete(table);
      found.set(table, before === undefined ? rows : sql`(${before} or ${rows})`);
      if (await hasRows(db, table, rows)) level.set(table, rows);
    }
  }
  return found;
}

async function keysOf(db: Database): Promise<Key[]> {
  const names = (of: string) => sql`(select array_agg(a.attname::text order by k.at)
    from unnest(${sql.ref(`c.${of === 'conrelid' ? 'conkey' : 'confkey'}`)}) with ordinality as k(number, at)
    join pg_attribute a on a.attrelid = ${sql.ref(`c.${of}`)} and a.attnum = k.number)`;
  const { rows } = await sql<Key>`
    select n.nspname || '.' || r.relname as "table", ${names('conrelid')} as columns,
           pn.nspname || '.' || p.relname as parent, ${names('confrelid')} as "parentColumns"
      from pg_constraint c
      join pg_class r on r.oid = c.conrelid join pg_namespace n on n.oid = r.relnamespace
      join pg_class p on p.oid = c.confrelid join pg_namespace pn on pn.oid = p.relnamespace
     where c.contype = 'f'
     order by 1, c.conname`.execute(db);
  return rows;
}

async function hasRows(db: Database, table: string, rows: RawBuilder<unknown>): Promise<boolean> {
  const found = await sql`select from ${sql.table(table)} as t where ${rows} limit 1`.execute(db);
  return found.rows.length > 0;
}

/** Columns that the house keeps up by itself: who built on a row changed more than these. */
const kept = ['changed_at', 'findings', 'used', 'used_cents'];

/** What a row and the rows under it are now: a mark for each table that has rows there. */
export async function marksUnder(db: Database, root: Root): Promise<RowMarks> {
  const marks: Record<string, string> = {};
  const own = await sql<{ mark: string }>`
    select md5((to_jsonb(t) - ${sql.val(kept)}::text[])::text) as mark from ${sql.table(root.table)} as t
     where t.id = ${root.id}::uuid`.execute(db);
  if (own.rows[0]) marks[root.table] = own.rows[0].mark.slice(0, 12);
  for (const [table, rows] of await tablesUnder(db, root)) {
    const found = await sql<{ mark: string }>`
      select count(*) || ':' || md5(string_agg(md5(t::text), '' order by md5(t::text))) as mark
        from ${sql.table(table)} as t where ${rows} having count(*) > 0`.execute(db);
    if (found.rows[0]) marks[table] = found.rows[0].mark.slice(0, 16);
  }
  // Another row of its own table that names it: an application that improves this one.
  for (const { columns } of (await keysOf(db)).filter(
    ({ parent, table }) => parent === root.table && table === root.table,
  )) {
    const found = await sql<{ n: number }>`
      select count(*)::int as n from ${sql.table(root.table)} as t
       where ${sql.ref(`t.${columns[0]}`)} = ${root.id}::uuid`.execute(db);
    if (found.rows[0]!.n > 0) marks[`${root.table}.${columns[0]}`] = String(found.rows[0]!.n);
  }
  return marks;
}

/** The tables in which anything differs. */
export const marksThatDiffer = (before: RowMarks, now: RowMarks): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((table) => before[table] !== now[table]);

/** A row and all rows under it as they are: by table, in the order in which they can be written. */
export type RowsKept = readonly {
  readonly table: string;
  readonly rows: readonly Record<string, unknown>[];
}[];

/** Takes a picture of a row with all that hangs on it. */
export async function keepRows(db: Database, root: Root): Promise<RowsKept> {
  const all: { table: string; rows: Record<string, unknown>[] }[] = [];
  const tables = new Map([[root.table as string, sql`t.id = ${root.id}::uuid` as RawBuilder<unknown>]]);
  for (const [table, where] of [...tables, ...(await tablesUnder(db, root))]) {
    const { rows } = await sql<{ row: Record<string, unknown> }>`
      select to_jsonb(t) as row from ${sql.table(table)} as t where ${where}`.execute(db);
    if (rows.length > 0) all.push({ table, rows: rows.map(({ row }) => row) });
  }
  return all;
}

/** Brings a row with all that hangs on it back to a picture of it; rows that are as they were are not touched. */
export async function restoreRows(db: Database, root: Root, picture: RowsKept): Promise<void> {
  for (const [table, where] of [...(await tablesUnder(db, root))].reverse()) {
    if (!(await hasRows(db, table, where))) continue;
    const then = picture.find((part) => part.table === table)?.rows ?? [];
    const key = await keyColumns(db, table);
    const known = then.map((row) => JSON.stringify(key.map((name) => row[name])));
    await sql`delete from ${sql.table(table)} as t where ${where}
      and not (jsonb_build_array(${sql.join(key.map((name) => sql.ref(`t.${name}`)))}) = any (
        select value from jsonb_array_elements(${`[${known.join(',')}]`}::jsonb)))`.execute(db);
  }
  for (const { table, rows } of picture) {
    const key = await keyColumns(db, table);
    const columns = await writtenColumns(db, table);
    const others = columns.filter((name) => !key.includes(name));
    const names = sql.join(columns.map((name) => sql.ref(name)));
    await sql`insert into ${sql.table(table)} (${names})
      select ${sql.join(columns.map((name) => sql.ref(`r.${name}`)))}
        from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb) as r
       where not exists (select from ${sql.table(table)} as t
         where to_jsonb(t) = to_jsonb(r) and ${sql.join(
           key.map((name) => sql`${sql.ref(`t.${name}`)} = ${sql.ref(`r.${name}`)}`),
           sql` and `,
         )})
      on conflict (${sql.join(key.map((name) => sql.ref(name)))}) ${
        others.length === 0
          ? sql`do nothing`
          : sql`do update set ${sql.join(
              others.map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`),
            )}`
      }`.execute(db);
  }
}

async function keyColumns(db: Database, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select a.attname::text as name from pg_index i
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
     where i.indrelid = ${table}::regclass and i.indisprimary order by a.attnum`.execute(db);
  return rows.map(({ name }) => name);
}

async function writtenColumns(db: Database, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select attname::text as name from pg_attribute
     where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''
     order by attnum`.execute(db);
  return rows.map(({ name }) => name);
}

/** Removes a row with all that hangs on it. @throws when it is still there: a row that nobody may see away is not kept silently */
export async function removeRows(db: Database, root: Root): Promise<void> {
  for (const [table, rows] of [...(await tablesUnder(db, root))].reverse())
    if (await hasRows(db, table, rows))
      await sql`delete from ${sql.table(table)} as t where ${rows}`.execute(db);
  await sql`delete from ${sql.table(root.table)} as t where t.id = ${root.id}::uuid`.execute(db);
  if (await hasRows(db, root.table, sql`t.id = ${root.id}::uuid`))
    throw new Error(`A row that cannot be removed: ${root.table} ${root.id}`);
}
