import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findAccount } from '../db/accounts.db.ts';
import { endSessions } from '../db/sessions.db.ts';
import { aboutAccount, administers } from '../policies.ts';

/** Ends one sign-in of an account, or all of them. */
export const endAccountSessions = defineUseCase({
  name: 'accounts.end-sessions',
  purpose: 'administration',
  input: z.object({ accountId: Id, sessionId: Id.optional() }),
  policy: administers,
  audit: { kind: 'changes', subjects: aboutAccount },
  refusals: ['account-not-found', 'session-ended'],
  async run(context, { accountId, sessionId }) {
    if (!(await findAccount(context, accountId))) return err({ code: 'account-not-found' });
    const ended = await endSessions(context, { accountIds: [accountId], sessionId });
    return ended === 0 ? err({ code: 'session-ended' }) : ok({ accountId, ended });
  },
});
