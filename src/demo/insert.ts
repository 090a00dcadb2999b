import type { Insertable, Kysely } from 'kysely';
import type { Tables } from '#db/tables.ts';

export type Db = Kysely<Tables>;

/** Inserts rows in portions that fit the limit of parameters in one statement. */
export async function insert<T extends keyof Tables>(
  db: Db,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
): Promise<void> {
  const width = Math.max(1, ...rows.slice(0, 50).map((row) => Object.keys(row).length));
  const portion = Math.floor(20_000 / width);
  for (let from = 0; from < rows.length; from += portion) {
    await db
      .insertInto(table)
      .values(rows.slice(from, from + portion) as never)
      .execute();
  }
}

/** A value as the text of a jsonb column. */
export const json = (value: unknown) => JSON.stringify(value);
