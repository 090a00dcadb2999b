import type { ViewerContext } from '#access';
import type { Day } from '#kernel/days.ts';

/** A question about a look, as it was put to the viewer: its words, and the link to what was asked about. */
export interface QuestionRow {
  id: string;
  askedAt: string;
  message: string;
  /** The log of the person on that day. */
  link: string | null;
}

/** The questions that have come to the viewer since a day, newest first. */
export async function questionsTo(context: ViewerContext, since: Day): Promise<QuestionRow[]> {
  const rows = await context.db
    .selectFrom('outbox.notification')
    .select(['id', 'created_at', 'params', 'link'])
    .where('account_id', '=', context.viewer.accountId!)
    .where('kind', '=', 'log-question')
    .where('created_at', '>=', since)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ id, created_at, params, link }) => ({
    id,
    askedAt: created_at,
    message: String((params as { message?: unknown }).message ?? ''),
    link,
  }));
}
