import { type Kysely, type SqlBool, sql } from 'kysely';
import { newId } from '#kernel/ids.ts';
import {
  emptyLists,
  fromRow,
  type ListsOf,
  type Part,
  type Row,
  toRow,
  type ValueOf,
} from '#kernel/parts.ts';
import type { Tables } from './tables.ts';

type Database = Kysely<Tables>;

/** Whose rows they are: columns and what they hold. */
type Owner = Readonly<Record<string, string>>;

/** The rows of a part, in their order. */
export async function readRows<P extends Part>(db: Database, of: P, owner: Owner): Promise<ValueOf<P>[]> {
  const { rows } = await sql<Row>`select * from ${sql.table(of.table)} where ${those(owner)}
    order by ${sql.join(of.order.map((column) => sql.ref(column)))}`.execute(db);
  return rows.map((row) => fromRow(of, row));
}

/** The rows of several parts. */
export async function readLists<D extends Readonly<Record<string, Part>>>(
  db: Database,
  of: D,
  owner: Owner,
): Promise<ListsOf<D>> {
  const all = emptyLists(of);
  for (const name of Object.keys(of) as (keyof D)[]) all[name] = await readRows(db, of[name]!, owner);
  return all;
}

/** A part that is one row, or undefined. */
export async function readRow<P extends Part>(
  db: Database,
  of: P,
  owner: Owner,
): Promise<ValueOf<P> | undefined> {
  const { rows } = await sql<Row>`select * from ${sql.table(of.table)} where ${those(owner)}`.execute(db);
  return rows[0] && fromRow(of, rows[0]);
}

/** Writes a part that is one row, whether it is there or not. */
export async function writeRow<P extends Part>(
  db: Database,
  of: P,
  owner: Owner,
  value: ValueOf<P>,
): Promise<void> {
  await insert(db, of.table, [{ ...owner, ...toRow(of, value) }], Object.keys(owner));
}

/**
 * Writes all the rows of a part. Those with an id stay the same rows or come, what is not among them goes. Gives their ids
 * in order.
 */
export async function writeRows<P extends Part>(
  db: Database,
  of: P,
  owner: Owner,
  values: readonly ValueOf<P>[],
): Promise<string[]> {
  const named = 'id' in of.columns;
  const rows = values.map((value, position) => {
    const row = toRow(of, value);
    const id = row.id ?? newId();
    return {
      ...row,
      ...(named || of.unnamed ? { id } : {}),
      ...(of.order.includes('position') ? { position } : {}),
      ...owner,
    };
  });
  const ids = rows.flatMap((row) => ('id' in row ? String(row.id) : []));
  await sql`delete from ${sql.table(of.table)} where ${those(owner)}
    ${named ? sql`and not (id = any(${ids}::uuid[]))` : sql``}`.execute(db);
  await insert(db, of.table, rows, named ? ['id'] : []);
  return ids;
}

/** Writes all the rows of several parts. */
export async function writeLists<D extends Readonly<Record<string, Part>>>(
  db: Database,
  of: D,
  owner: Owner,
  values: ListsOf<D>,
): Promise<void> {
  for (const name of Object.keys(of) as (keyof D)[]) await writeRows(db, of[name]!, owner, values[name]);
}

/** Changes a row that is there, and columns beside the part. */
export async function changeRow<P extends Part>(
  db: Database,
  of: P,
  owner: Owner,
  value: ValueOf<P>,
  beside: Row = {},
): Promise<void> {
  const columns = Object.entries({ ...toRow(of, value), ...beside });
  await sql`update ${sql.table(of.table)} set
    ${sql.join(columns.map(([column, held]) => sql`${sql.ref(column)} = ${held}`))} where ${those(owner)}`.execute(
    db,
  );
}

/**
 * Puts one row with an id: in its place when it is there, else after the last. What is given beside the part is kept of the
 * first time.
 */
export async function putRow<P extends Part>(
  db: Database,
  of: P,
  owner: Owner,
  value: ValueOf<P>,
  beside: Row = {},
): Promise<void> {
  const last = sql`(select coalesce(max(position), 0) + 1 from ${sql.table(of.table)} where ${those(owner)})`;
  const first = of.order.includes('position') ? { position: last, ...beside } : beside;
  await insert(db, of.table, [{ ...owner, ...toRow(of, value), ...first }], ['id'], Object.keys(first));
}

/** Removes the row of an id. False when it was not there. */
export async function removeRow(db: Database, of: Part, owner: Owner, id: string): Promise<boolean> {
  const { rows } =
    await sql`delete from ${sql.table(of.table)} where ${those({ ...owner, id })} returning id`.execute(db);
  return rows.length > 0;
}

/** The rows that hold this in these columns. */
export const those = (held: Row) =>
  sql<SqlBool>`${sql.join(
    Object.entries(held).map(([column, value]) => sql`${sql.ref(column)} = ${value}`),
    sql` and `,
  )}`;

/** Inserts rows of one form; with a key, those that are there are changed to what is given. */
async function insert(
  db: Database,
  table: string,
  rows: readonly Row[],
  key: readonly string[],
  kept: readonly string[] = [],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const names = Object.keys(first);
  const changes = names.filter((name) => !key.includes(name) && !kept.includes(name));
  const update = sql`on conflict (${sql.join(key.map((name) => sql.ref(name)))}) do update set
    ${sql.join(changes.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))}`;
  await sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
    values ${sql.join(rows.map((row) => sql`(${sql.join(names.map((name) => row[name]))})`))}
    ${key.length > 0 ? update : sql``}`.execute(db);
}
