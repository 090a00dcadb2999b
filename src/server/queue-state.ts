import type { App } from '#access';

export const schema = 'pgboss';

/** What is in the queue, by name and state; what has failed for good stays an hour. */
export async function stateOfQueue({
  database,
}: App): Promise<{ name: string; state: string; count: number }[]> {
  const { rows } = await database.pool.query<{ name: string; state: string; count: number }>(
    `select name, state::text, count(*)::int as count from ${schema}.job
      where state in ('created', 'retry', 'active', 'failed') group by 1, 2`,
  );
  return rows;
}
