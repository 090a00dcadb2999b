import type { ViewerContext } from '#access';
import type { InformingNotice } from '#use-case';

/** The viewer's own address for letters, if there is one. */
export async function ownAddress(context: ViewerContext): Promise<string | undefined> {
  const row = await context.db
    .selectFrom('access.account')
    .select('email')
    .where('id', '=', context.viewer.accountId!)
    .executeTakeFirst();
  return row?.email ?? undefined;
}

/** What the viewer does not want by mail. */
export async function unwantedLetters(context: ViewerContext): Promise<string[]> {
  const rows = await context.db
    .selectFrom('outbox.unwanted_letter')
    .select('kind')
    .where('account_id', '=', context.viewer.accountId!)
    .execute();
  return rows.map(({ kind }) => kind);
}

/** Replaces what the viewer does not want by mail. */
export async function keepUnwanted(context: ViewerContext, kinds: readonly InformingNotice[]): Promise<void> {
  const accountId = context.viewer.accountId!;
  await context.db.deleteFrom('outbox.unwanted_letter').where('account_id', '=', accountId).execute();
  if (kinds.length > 0)
    await context.db
      .insertInto('outbox.unwanted_letter')
      .values(kinds.map((kind) => ({ account_id: accountId, kind })))
      .execute();
}
