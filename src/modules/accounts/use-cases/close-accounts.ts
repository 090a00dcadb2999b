import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { optionalText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { setClosed } from '../db/account-rows.db.ts';
import { endSessions } from '../db/sessions.db.ts';
import { administers } from '../policies.ts';

/** Closes accounts: nobody gets in by them, and the sign-ins in force end at once. Roles stay as they are. */
export const closeAccounts = defineUseCase({
  name: 'accounts.close',
  purpose: 'administration',
  input: z.object({ accountIds: z.array(Id).min(1).max(500), reason: optionalText(500) }),
  policy: administers,
  audit: { kind: 'changes', subjects: ({ accountIds }) => accountIds },
  refusals: ['own-account', 'account-not-found'],
  async run(context, { accountIds, reason }) {
    if (accountIds.includes(context.viewer.accountId ?? '')) return err({ code: 'own-account' });
    const closed = await setClosed(context, accountIds, true, reason);
    if (closed.length === 0) return err({ code: 'account-not-found' });
    const sessions = await endSessions(context, { accountIds: closed });
    return ok({ closed, left: accountIds.length - closed.length, sessions });
  },
});
