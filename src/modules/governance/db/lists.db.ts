import type { ViewerContext } from '#access';
import { addRow, addRows, dropRows } from '#db/table-rows.ts';
import { newId } from '#kernel/ids.ts';
import { inOrder } from '#lists';

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
export async function listsOf(context: ViewerContext, bodyId: string): Promise<DistributionList[]> {
  const rows = await context.db
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
    .orderBy(inOrder('list.name'))
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
  context: ViewerContext,
  draft: { bodyId: string; name: string; entries: readonly ListEntry[] },
): Promise<string> {
  const id = newId();
  await addRows(context.db, 'governance.distribution_list', { id, body_id: draft.bodyId, name: draft.name });
  for (const [at, entry] of draft.entries.entries()) await addEntry(context, id, at + 1, entry);
  return id;
}

/** Puts a receiver on a list. */
export async function addEntry(
  context: ViewerContext,
  listId: string,
  place: number,
  entry: ListEntry,
): Promise<void> {
  await addRow(context.db, 'governance.list_entry', {
    list_id: listId,
    place,
    position: entry.position,
    organisation: entry.organisation ?? null,
    account_id: entry.accountId ?? null,
  });
}

/** Takes a receiver off a list. */
export async function dropEntry(context: ViewerContext, listId: string, entryId: string): Promise<void> {
  await dropRows(context.db, 'governance.list_entry', { id: entryId, list_id: listId });
}

/** Takes a list away; what was given out by it stays as it was. */
export async function dropList(context: ViewerContext, listId: string): Promise<void> {
  await dropRows(context.db, 'governance.distribution_list', listId);
}
