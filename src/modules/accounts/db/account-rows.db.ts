import { sql } from 'kysely';
import type { ViewerContext } from '#access';
import { addRow, setRows } from '#db/table-rows.ts';
import type { Language } from '#kernel/localised.ts';

/** What is written of an account. */
export interface AccountColumns {
  readonly name: string;
  readonly email?: string | undefined;
  readonly language: Language;
  readonly subject?: string | undefined;
  readonly signInEmail?: string | undefined;
}

/** Opens an account in the viewer's name. */
export function insertAccount(context: ViewerContext, account: AccountColumns): Promise<string> {
  return addRow(context.db, 'access.account', {
    ...columnsOf(account),
    opened_at: context.now.toISOString(),
    opened_by: context.viewer.accountId ?? null,
  });
}

/** Writes what an account is now. */
export function updateAccount(
  context: ViewerContext,
  accountId: string,
  account: AccountColumns,
): Promise<boolean> {
  return setRows(context.db, 'access.account', accountId, columnsOf(account));
}

const columnsOf = (account: AccountColumns) => ({
  name: account.name,
  email: account.email ?? account.signInEmail ?? null,
  language: account.language,
  subject: account.subject ?? null,
  sign_in_email: account.signInEmail ?? null,
});

/** Closes accounts that are open, or opens those that are closed; the ids of those that it changed. */
export async function setClosed(
  { db, now, viewer }: ViewerContext,
  accountIds: readonly string[],
  closed: boolean,
  reason: string | undefined,
): Promise<string[]> {
  const rows = await db
    .updateTable('access.account')
    .set({
      disabled_at: closed ? now.toISOString() : null,
      closed_by: closed ? (viewer.accountId ?? null) : null,
      closed_because: closed ? (reason ?? null) : null,
    })
    .where('id', 'in', [...accountIds])
    .where('disabled_at', closed ? 'is' : 'is not', null)
    .where(sql<boolean>`id <> ${viewer.accountId ?? null}`)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}
