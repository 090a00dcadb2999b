import { sql } from 'kysely';
import type { ViewerContext } from '#access';
import { type OwnTable, technical } from './own-tables.ts';

export type OwnRow = Readonly<Record<string, unknown>>;

/** The rows of a table about the person who asks, as row-level security shows them; without secrets and technical copies. */
export async function ownRows(context: ViewerContext, { table, by }: OwnTable): Promise<OwnRow[]> {
  const { clientId, accountId } = context.viewer;
  const [schema = '', name = ''] = table.split('.');
  const of = {
    client_id: sql`where client_id = ${clientId}::uuid`,
    id: sql`where id = ${clientId}::uuid`,
    subject_id: sql`where subject_id = ${clientId}::uuid`,
    subjects: sql`where subjects @> array[${clientId}::uuid]`,
    account_id: sql`where account_id = ${accountId}::uuid`,
    account: sql`where id = ${accountId}::uuid`,
    rules: sql``,
  }[by];
  const { rows } = await sql<Record<string, unknown>>`select * from ${sql.id(schema, name)} ${of}`.execute(
    context.db,
  );
  const hidden = technical[table] ?? [];
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => !hidden.includes(key))));
}
