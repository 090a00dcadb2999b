import type { Handle } from '#access';

/** How many skills each person has mapped, of those whose skills are open to the viewer; others are absent. */
export async function skillCounts(handle: Handle): Promise<Map<string, number>> {
  const rows = await handle.db
    .selectFrom('skills.skill')
    .select(['client_id', (by) => by.fn.countAll<number>().as('count')])
    .groupBy('client_id')
    .execute();
  return new Map(rows.map((row) => [row.client_id, row.count]));
}
