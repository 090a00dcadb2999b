import { type App, inTransactionAs, rolesWith } from '#access';
import { writeEntry } from '#audit';
import { newId } from '#kernel/ids.ts';
import type { Language } from '#kernel/localised.ts';
import { err, ok, type Refusal, type Result } from '#kernel/result.ts';
import { systemViewer } from '#kernel/viewer.ts';

const administrators = rolesWith('accounts:write');

/**
 * Makes the account that opens all others: an access administrator, known by the identity provider's subject. Only while
 * nobody administers access today; after that accounts are an administrator's business.
 */
export async function makeFirstAdministrator(
  app: App,
  {
    subject,
    name,
    language,
  }: { readonly subject: string; readonly name: string; readonly language: Language },
): Promise<Result<{ accountId: string }, Refusal<'administrator-is-there'>>> {
  return inTransactionAs(app, systemViewer, 'administration', async (context) => {
    const { db, today } = context;
    const present = await db
      .selectFrom('access.role_assignment as held')
      .innerJoin('access.account as account', 'account.id', 'held.account_id')
      .select('held.id')
      .where('held.role', 'in', administrators)
      .where('account.disabled_at', 'is', null)
      .where('held.valid_from', '<=', today)
      .where((where) => where.or([where('held.valid_to', 'is', null), where('held.valid_to', '>=', today)]))
      .executeTakeFirst();
    if (present) return err({ code: 'administrator-is-there' });
    const { id: accountId } = await db
      .insertInto('access.account')
      .values({ id: newId(), subject, name, language })
      .onConflict((conflict) => conflict.column('subject').doUpdateSet({ name, language }))
      .returning('id')
      .executeTakeFirstOrThrow();
    await db
      .insertInto('access.role_assignment')
      .values({ id: newId(), account_id: accountId, role: administrators[0]!, valid_from: today })
      .execute();
    await writeEntry(context, {
      action: 'access.first-administrator',
      subjects: [accountId],
      outcome: 'permitted',
      write: true,
    });
    return ok({ accountId });
  });
}
