import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { updateAccount } from '../db/account-rows.db.ts';
import { findAccount } from '../db/accounts.db.ts';
import { endSessions } from '../db/sessions.db.ts';
import { aboutAccount, administers } from '../policies.ts';
import { accountFields, keyFits, keyOf, keyTaken } from './account-keys.ts';

/**
 * Changes an account's name, key, address or language. Another key is another way in: then the sign-ins in force end.
 * What the account was known by before stands in the log.
 */
export const changeAccount = defineUseCase({
  name: 'accounts.change',
  purpose: 'administration',
  input: z.object({ accountId: Id, ...accountFields }).refine(...keyFits),
  policy: administers,
  audit: {
    kind: 'changes',
    subjects: aboutAccount,
    details: (_, changed: { fields: string[] } | undefined) => (changed ? { fields: changed.fields } : {}),
  },
  refusals: ['account-not-found', 'account-closed', 'own-account', 'key-taken'],
  async run(context, { accountId, ...input }) {
    const account = await findAccount(context, accountId);
    if (!account) return err({ code: 'account-not-found' });
    if (accountId === context.viewer.accountId) return err({ code: 'own-account' });
    if (account.closedAt !== null) return err({ code: 'account-closed' });
    const key = keyOf(input);
    if (await keyTaken(context, key, accountId)) return err({ code: 'key-taken', field: 'key' });
    const { subject, signInEmail } = { subject: undefined, signInEmail: undefined, ...key };
    // An account that came in by its address is bound to a subject; while the address stays, so does the binding.
    const bound = signInEmail !== undefined && signInEmail === account.signInEmail ? account.subject : null;
    const sameKey =
      signInEmail === (account.signInEmail ?? undefined) && (subject ?? bound) === account.subject;
    const email = input.email ?? signInEmail;
    await updateAccount(context, accountId, {
      ...input,
      email,
      ...key,
      ...(bound ? { subject: bound } : {}),
    });
    if (!sameKey) await endSessions(context, { accountIds: [accountId] });
    const fields = [
      ...(input.name === account.name ? [] : ['name']),
      ...(sameKey ? [] : ['key']),
      ...(email === (account.email ?? undefined) ? [] : ['email']),
      ...(input.language === account.language ? [] : ['language']),
    ];
    return ok({ accountId, fields });
  },
});
