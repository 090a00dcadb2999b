import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { setClosed } from '../db/account-rows.db.ts';
import { administers } from '../policies.ts';

/** Opens closed accounts again, with the roles that are still in force. */
export const reopenAccounts = defineUseCase({
  name: 'accounts.reopen',
  purpose: 'administration',
  input: z.object({ accountIds: z.array(Id).min(1).max(500) }),
  policy: administers,
  audit: { kind: 'changes', subjects: ({ accountIds }) => accountIds },
  refusals: ['own-account', 'account-not-found'],
  async run(context, { accountIds }) {
    if (accountIds.includes(context.viewer.accountId ?? '')) return err({ code: 'own-account' });
    const opened = await setClosed(context, accountIds, false, undefined);
    if (opened.length === 0) return err({ code: 'account-not-found' });
    return ok({ opened, left: accountIds.length - opened.length });
  },
});
