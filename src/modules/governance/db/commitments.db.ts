import type { ViewerContext } from '#access';
import { addRow } from '#db/table-rows.ts';
import type { Day } from '#kernel/days.ts';
import type { Cents } from '#kernel/money.ts';
import type { CommitmentChannel } from '../domain/codes.ts';

/** A promise, the decision that confirmed it and what became of its condition: each with its own day (F-15, ARE-12). */
export interface Commitment {
  commitmentId: string;
  bodyId: string;
  itemId?: string;
  text: string;
  madeOn: Day;
  channel: CommitmentChannel;
  cents?: Cents;
  condition?: string;
  decisionId?: string;
  /** The day of the decision that confirmed it; absent until then. */
  decidedOn?: Day;
  settled?: 'met' | 'lapsed';
  settledOn?: Day;
  settledNote?: string;
}

/** Promises of a body or an item, the latest first. */
export async function listCommitments(
  context: ViewerContext,
  of: { bodyId: string } | { itemId: string } | { commitmentId: string },
): Promise<Commitment[]> {
  const rows = await context.db
    .selectFrom('governance.commitment as made')
    .leftJoin('governance.decision as decision', 'decision.id', 'made.decision_id')
    .leftJoin('governance.item as item', 'item.id', 'decision.item_id')
    .selectAll('made')
    .select('item.decided_on')
    .$if('bodyId' in of, (query) => query.where('made.body_id', '=', (of as { bodyId: string }).bodyId))
    .$if('itemId' in of, (query) => query.where('made.item_id', '=', (of as { itemId: string }).itemId))
    .$if('commitmentId' in of, (query) =>
      query.where('made.id', '=', (of as { commitmentId: string }).commitmentId),
    )
    .orderBy('made.made_on', 'desc')
    .orderBy('made.id')
    .execute();
  return rows.map((row) => ({
    commitmentId: row.id,
    bodyId: row.body_id,
    text: row.text,
    madeOn: row.made_on,
    channel: row.channel as CommitmentChannel,
    ...(row.item_id === null ? {} : { itemId: row.item_id }),
    ...(row.cents === null ? {} : { cents: row.cents }),
    ...(row.condition === null ? {} : { condition: row.condition }),
    ...(row.decision_id === null ? {} : { decisionId: row.decision_id }),
    ...(row.decided_on === null ? {} : { decidedOn: row.decided_on }),
    ...(row.settled === null ? {} : { settled: row.settled as 'met' | 'lapsed' }),
    ...(row.settled_on === null ? {} : { settledOn: row.settled_on }),
    ...(row.settled_note === null ? {} : { settledNote: row.settled_note }),
  }));
}

/** Notes a promise of a body. */
export async function addCommitment(
  context: ViewerContext,
  draft: {
    bodyId: string;
    itemId?: string | undefined;
    text: string;
    madeOn: Day;
    channel: CommitmentChannel;
    cents?: Cents | undefined;
    condition?: string | undefined;
  },
): Promise<string> {
  return addRow(context.db, 'governance.commitment', {
    body_id: draft.bodyId,
    item_id: draft.itemId ?? null,
    text: draft.text,
    made_on: draft.madeOn,
    channel: draft.channel,
    cents: draft.cents ?? null,
    condition: draft.condition ?? null,
  });
}

/** Notes which decision confirmed the promises of an item that have none yet. */
export async function confirmCommitments(
  context: ViewerContext,
  itemId: string,
  decisionId: string,
): Promise<void> {
  await context.db
    .updateTable('governance.commitment')
    .set({ decision_id: decisionId })
    .where('item_id', '=', itemId)
    .where('decision_id', 'is', null)
    .execute();
}

/** Notes what became of a promise's condition; false when it has been noted already or there is no condition. */
export async function settle(
  context: ViewerContext,
  commitmentId: string,
  how: { settled: 'met' | 'lapsed'; on: Day; note?: string | undefined },
): Promise<boolean> {
  const { numUpdatedRows } = await context.db
    .updateTable('governance.commitment')
    .set({ settled: how.settled, settled_on: how.on, settled_note: how.note ?? null })
    .where('id', '=', commitmentId)
    .where('condition', 'is not', null)
    .where('settled', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
