import type { ViewerContext } from '#access';
import { addRow } from '#db/table-rows.ts';
import type { Day } from '#kernel/days.ts';
import type { LocalisedText } from '#kernel/localised.ts';

/** One receiver of a decision, with the marks of sending and reading (COM-08). */
export interface Receiver {
  receiverId: string;
  itemId: string;
  position: string;
  organisation?: string;
  accountId?: string;
  sentAt?: string;
  readAt?: string;
  readNotedBy?: 'receiver' | 'secretary';
}

const all = (context: ViewerContext) => context.db.selectFrom('governance.receiver').selectAll();
type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number];

const receiver = (row: Row): Receiver => ({
  receiverId: row.id,
  itemId: row.item_id,
  position: row.position,
  ...(row.organisation === null ? {} : { organisation: row.organisation }),
  ...(row.account_id === null ? {} : { accountId: row.account_id }),
  ...(row.sent_at === null ? {} : { sentAt: row.sent_at }),
  ...(row.read_at === null ? {} : { readAt: row.read_at }),
  ...(row.read_noted_by === null ? {} : { readNotedBy: row.read_noted_by as 'receiver' | 'secretary' }),
});

/** The distribution list of an item, in its order. */
export async function receiversOf(context: ViewerContext, itemId: string): Promise<Receiver[]> {
  return (await all(context).where('item_id', '=', itemId).orderBy('place').execute()).map(receiver);
}

/** One receiver that the viewer may see. */
export async function findReceiver(
  context: ViewerContext,
  receiverId: string,
): Promise<Receiver | undefined> {
  const row = await all(context).where('id', '=', receiverId).executeTakeFirst();
  return row && receiver(row);
}

/** Puts a receiver last on the list. */
export async function addReceiver(
  context: ViewerContext,
  draft: {
    itemId: string;
    position: string;
    organisation?: string | undefined;
    accountId?: string | undefined;
  },
): Promise<void> {
  const last = await context.db
    .selectFrom('governance.receiver')
    .select((by) => by.fn.max('place').as('place'))
    .where('item_id', '=', draft.itemId)
    .executeTakeFirst();
  await addRow(context.db, 'governance.receiver', {
    item_id: draft.itemId,
    place: (last?.place ?? 0) + 1,
    position: draft.position,
    organisation: draft.organisation ?? null,
    account_id: draft.accountId ?? null,
  });
}

/** Takes away a receiver who has not been sent anything yet; false when it has. */
export async function dropReceiver(context: ViewerContext, receiverId: string): Promise<boolean> {
  const { numDeletedRows } = await context.db
    .deleteFrom('governance.receiver')
    .where('id', '=', receiverId)
    .where('sent_at', 'is', null)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Marks everybody who has not been sent the decision as sent now, and gives them. */
export async function markSent(context: ViewerContext, itemId: string): Promise<Receiver[]> {
  const rows = await context.db
    .updateTable('governance.receiver')
    .set({ sent_at: context.now.toISOString() })
    .where('item_id', '=', itemId)
    .where('sent_at', 'is', null)
    .returningAll()
    .execute();
  return rows.map(receiver);
}

/** Marks a decision as read; false when it has not been sent or has been read already. */
export async function markRead(
  context: ViewerContext,
  receiverId: string,
  notedBy: 'receiver' | 'secretary',
): Promise<boolean> {
  const { numUpdatedRows } = await context.db
    .updateTable('governance.receiver')
    .set({ read_at: context.now.toISOString(), read_noted_by: notedBy })
    .where('id', '=', receiverId)
    .where('sent_at', 'is not', null)
    .where('read_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface ToRead {
  receiverId: string;
  itemId: string;
  heading: string;
  section?: number;
  body: LocalisedText;
  decidedOn: Day;
  sentAt: string;
  readAt?: string;
}

/** What the viewer has been given to read: unread first, the newest on top. Asked with the house's eyes for one account. */
export async function readingOf(context: ViewerContext, accountId: string): Promise<ToRead[]> {
  const rows = await context.db
    .selectFrom('governance.receiver as receiver')
    .innerJoin('governance.item as item', 'item.id', 'receiver.item_id')
    .innerJoin('governance.body as body', 'body.id', 'item.body_id')
    .select([
      'receiver.id',
      'receiver.item_id',
      'receiver.sent_at',
      'receiver.read_at',
      'item.heading',
      'item.section',
      'item.decided_on',
      'body.names',
    ])
    .where('receiver.account_id', '=', accountId)
    .where('receiver.sent_at', 'is not', null)
    .orderBy((by) => by.case().when('receiver.read_at', 'is', null).then(0).else(1).end())
    .orderBy('receiver.sent_at', 'desc')
    .orderBy('receiver.id')
    .execute();
  return rows.map((row) => ({
    receiverId: row.id,
    itemId: row.item_id,
    heading: row.heading,
    body: row.names,
    decidedOn: row.decided_on!,
    sentAt: row.sent_at!,
    ...(row.section === null ? {} : { section: row.section }),
    ...(row.read_at === null ? {} : { readAt: row.read_at }),
  }));
}
