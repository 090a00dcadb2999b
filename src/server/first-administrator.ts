import { sql } from 'kysely';
import { type App, inTransactionAs, rolesWith, type ViewerContext } from '#access';
import { writeEntry } from '#audit';
import { newId } from '#kernel/ids.ts';
import type { Language } from '#kernel/localised.ts';
import { err, ok, type Refusal, type Result } from '#kernel/result.ts';
import { systemViewer } from '#kernel/viewer.ts';

const roles = rolesWith('accounts:write');

/** Which administrator the server's keeper may make: the first, while there is none; the second, while there is one. */
export type Which = 'first' | 'second';

/**
 * Makes an access administrator, known by the identity provider's subject, from the server. The first opens all other
 * accounts; the second is the other pair of eyes, without which no third could be approved. After that administrators
 * are an administrators' business. A proposal of the same role that waits for this account lapses.
 */
export async function makeAdministrator(
  app: App,
  which: Which,
  {
    subject,
    name,
    language,
  }: { readonly subject: string; readonly name: string; readonly language: Language },
): Promise<
  Result<
    { accountId: string },
    Refusal<'administrators-are-there' | 'no-first-administrator' | 'administers-already'>
  >
> {
  return inTransactionAs(app, systemViewer, 'administration', async (context) => {
    const { db, now, today } = context;
    const present = await administratorsToday(context);
    if (present.length > (which === 'first' ? 0 : 1)) return err({ code: 'administrators-are-there' });
    if (which === 'second' && present.length === 0) return err({ code: 'no-first-administrator' });
    const { id: accountId } = await db
      .insertInto('access.account')
      .values({ id: newId(), subject, name, language, opened_at: now.toISOString() })
      .onConflict((conflict) => conflict.column('subject').doUpdateSet({ name, language, disabled_at: null }))
      .returning('id')
      .executeTakeFirstOrThrow();
    if (present.includes(accountId)) return err({ code: 'administers-already' });
    await db
      .insertInto('access.role_assignment')
      .values({
        id: newId(),
        account_id: accountId,
        role: roles[0]!,
        valid_from: today,
        granted_at: now.toISOString(),
      })
      .execute();
    await sql`update access.role_proposal set decision = 'lapsed', decided_at = ${now.toISOString()}
      where account_id = ${accountId} and role = ${roles[0]!} and decision is null`.execute(db);
    await writeEntry(context, {
      action: `access.${which}-administrator`,
      subjects: [accountId],
      outcome: 'permitted',
      write: true,
    });
    return ok({ accountId });
  });
}

/** Accounts that administer access today. */
async function administratorsToday({ db, today }: ViewerContext): Promise<string[]> {
  const rows = await db
    .selectFrom('access.role_assignment as held')
    .innerJoin('access.account as account', 'account.id', 'held.account_id')
    .select('account.id')
    .distinct()
    .where('held.role', 'in', roles)
    .where('account.disabled_at', 'is', null)
    .where('held.valid_from', '<=', today)
    .where((where) => where.or([where('held.valid_to', 'is', null), where('held.valid_to', '>=', today)]))
    .execute();
  return rows.map(({ id }) => id);
}
