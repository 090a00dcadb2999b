import type { ViewerContext } from '#access';
import { newId } from '#kernel/ids.ts';

/** Something to be told to a user, on the own page and by mail, once the transaction has been committed. */
export interface Notice {
  accountId: string;
  /** Key of the text under `notices.<kind>`. */
  kind: string;
  /** Fills the text's places; no more of anybody's data than the receiver may see. */
  params: Record<string, string | number>;
  link?: string;
}

/** Puts notices into the outbox in the transaction of the handle; background work delivers them. */
export async function notify(context: ViewerContext, ...notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return;
  await context.db
    .insertInto('outbox.message')
    .values(
      notices.map((notice) => ({
        id: newId(),
        created_at: context.now.toISOString(),
        kind: 'notify',
        payload: JSON.stringify(notice),
      })),
    )
    .execute();
}
