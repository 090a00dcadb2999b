import type { ViewerContext } from '#access';

/** Something that the viewer has been told: the text is `notices:<kind>` with `params` in its places. */
export interface NoticeRow {
  readonly id: string;
  readonly kind: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly link: string | undefined;
  readonly at: string;
  readonly isRead: boolean;
}

/** Everything that the viewer has been told, newest first. */
export async function ownNotices(context: ViewerContext): Promise<NoticeRow[]> {
  const rows = await context.db
    .selectFrom('outbox.notification')
    .select(['id', 'kind', 'params', 'link', 'created_at', 'read_at'])
    .where('account_id', '=', context.viewer.accountId!)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ id, kind, params, link, created_at, read_at }) => ({
    id,
    kind,
    params: params as NoticeRow['params'],
    link: link ?? undefined,
    at: created_at,
    isRead: read_at !== null,
  }));
}

/** Marks the viewer's notices as read, or as unread again: those named. */
export async function markNotices(
  context: ViewerContext,
  ids: readonly string[],
  isRead: boolean,
): Promise<void> {
  await context.db
    .updateTable('outbox.notification')
    .set({ read_at: isRead ? context.now.toISOString() : null })
    .where('account_id', '=', context.viewer.accountId!)
    .where('id', 'in', [...ids])
    .execute();
}
