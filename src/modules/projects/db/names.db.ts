import { actingAsSystem, type Handle } from '#access';

/** Names of projects by id, for those who only point at them; without ids, of all that are not closed. */
export async function projectNames(handle: Handle, ids?: readonly string[]): Promise<Map<string, string>> {
  if (ids?.length === 0) return new Map();
  return actingAsSystem(handle, 'a project is named where it is pointed at', async (house) => {
    let query = house.db.selectFrom('projects.project').select(['id', 'name']);
    query = ids ? query.where('id', 'in', [...new Set(ids)]) : query.where('state', '<>', 'closed');
    const rows = await query.orderBy('name').limit(1000).execute();
    return new Map(rows.map((row) => [row.id, row.name]));
  });
}
