import type { Handle } from '#access';
import { newId } from '#kernel/ids.ts';

/** One receiver of a list: by position, with an account when it signs in here. */
export interface ListEntry {
  position: string;
  organisation?: string | undefined;
  accountId?: string | undefined;
}

/** A distribution list that a body uses again (COM-08). */
export interface DistributionList {
  listId: string;
  name: string;
  entries: (ListEntry & { entryId: string })[];
}

/** The lists of a body, by name. */
export async function listsOf(handle: Handle, bodyId: string): Promise<DistributionList[]> {
  const rows = await handle.db
    .selectFrom('governance.distribution_list as list')
    .leftJoin('governance.list_entry as entry', 'entry.list_id', 'list.id')
    .select([
      'list.id',
      'list.name',
      'entry.id as entry_id',
      'entry.position',
      'entry.organisation',
      'entry.account_id',
    ])
    .where('list.body_id', '=', bodyId)
    .orderBy('list.name')
    .orderBy('entry.place')
    .execute();
  const found = new Map<string, DistributionList>();
  for (const row of rows) {
    const list = found.get(row.id) ?? { listId: row.id, name: row.name, entries: [] };
    found.set(row.id, list);
    if (row.entry_id !== null)
      list.entries.push({
        entryId: row.entry_id,
        position: row.position!,
        organisation: row.organisation ?? undefined,
        accountId: row.account_id ?? undefined,
      });
  }
  return [...found.values()];
}

/** Begins a list, with those who are on it. */
export async function addList(
  handle: Handle,
  draft: { bodyId: string; name: string; entries: readonly ListEntry[] },
): Promise<string> {
  const id = newId();
  await handle.db
    .insertInto('governance.distribution_list')
    .values({ id, body_id: draft.bodyId, name: draft.name })
    .execute();
  for (const [at, one] of draft.entries.entries()) await addEntry(handle, id, at + 1, one);
  return id;
}

/** Puts a receiver on a list. */
export async function addEntry(
  handle: Handle,
  listId: string,
  place: number,
  entry: ListEntry,
): Promise<void> {
  await handle.db
    .insertInto('governance.list_entry')
    .values({
      id: newId(),
      list_id: listId,
      place,
      position: entry.position,
      organisation: entry.organisation ?? null,
      account_id: entry.accountId ?? null,
    })
    .execute();
}

/** Takes a receiver off a list. */
export async function dropEntry(handle: Handle, listId: string, entryId: string): Promise<void> {
  await handle.db
    .deleteFrom('governance.list_entry')
    .where('id', '=', entryId)
    .where('list_id', '=', listId)
    .execute();
}

/** Takes a list away; what was given out by it stays as it was. */
export async function dropList(handle: Handle, listId: string): Promise<void> {
  await handle.db.deleteFrom('governance.distribution_list').where('id', '=', listId).execute();
}
