import type { Insertable, Kysely, Selectable, SelectType, sql, Updateable } from 'kysely';
import { newId } from '#kernel/ids.ts';
import type { Row } from '#kernel/parts.ts';
import { those } from './part-rows.ts';
import type { Tables } from './tables.ts';

/** The plainest questions and changes of a table, for rows that are known by what stands in their columns. */

type Database = Kysely<Tables>;
type Table = keyof Tables;
type Given<R> = { readonly [C in keyof R]: R[C] | ReturnType<typeof sql<R[C]>> };
/** Which rows: that of an id, or columns and what they hold. */
type Of<T extends Table> = string | { readonly [C in keyof Tables[T]]?: SelectType<Tables[T][C]> | null };
type RowOf<T extends Table, C> = Pick<Selectable<Tables[T]>, C & keyof Selectable<Tables[T]>>;

/** Tables by names that only the caller knows. */
const loose = (db: Database) => db as unknown as Kysely<Record<string, Record<string, unknown>>>;

const where = (of: string | object) => those(typeof of === 'object' ? (of as Row) : { id: of });

/** Adds rows; of none nothing is asked. */
export async function addRows<T extends Table>(
  db: Database,
  table: T,
  rows: Given<Insertable<Tables[T]>> | readonly Given<Insertable<Tables[T]>>[],
): Promise<void> {
  const values = (Array.isArray(rows) ? rows : [rows]) as Record<string, unknown>[];
  if (values.length > 0)
    await loose(db)
      .insertInto(table as string)
      .values(values)
      .execute();
}

/** Adds a row under an id of its own, and gives the id. */
export async function addRow<T extends Table>(
  db: Database,
  table: T,
  row: Given<Omit<Insertable<Tables[T]>, 'id'>>,
): Promise<string> {
  const id = newId();
  await loose(db)
    .insertInto(table as string)
    .values({ id, ...row })
    .execute();
  return id;
}

/** Changes those rows; says whether there were any. */
export async function setRows<T extends Table>(
  db: Database,
  table: T,
  of: Of<T>,
  changes: Given<Updateable<Tables[T]>>,
): Promise<boolean> {
  const { numUpdatedRows } = await loose(db)
    .updateTable(table as string)
    .set(changes as Record<string, unknown>)
    .where(where(of))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Takes those rows away; says whether there were any. */
export async function dropRows<T extends Table>(db: Database, table: T, of: Of<T>): Promise<boolean> {
  const { numDeletedRows } = await loose(db)
    .deleteFrom(table as string)
    .where(where(of))
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Those rows with all their columns or some, in the order of some. */
export async function findRows<T extends Table, C extends keyof Tables[T]>(
  db: Database,
  table: T,
  of: Of<T>,
  columns: readonly C[] | 'all',
  order: readonly (keyof Tables[T])[] = [],
): Promise<RowOf<T, C>[]> {
  const asked = loose(db)
    .selectFrom(table as string)
    .where(where(of));
  let rows = columns === 'all' ? asked.selectAll() : asked.select(columns as readonly string[]);
  for (const column of order as readonly string[]) rows = rows.orderBy(column);
  return (await rows.execute()) as unknown as RowOf<T, C>[];
}

/** That row with all its columns or some, if it is there. */
export const findRow = async <T extends Table, C extends keyof Tables[T]>(
  db: Database,
  table: T,
  of: Of<T>,
  columns: readonly C[] | 'all',
): Promise<RowOf<T, C> | undefined> => (await findRows(db, table, of, columns))[0];
