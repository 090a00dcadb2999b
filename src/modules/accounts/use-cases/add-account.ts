import { z } from 'zod';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { insertAccount } from '../db/account-rows.db.ts';
import { administers } from '../policies.ts';
import { accountFields, keyFits, keyOf, keyTaken } from './account-keys.ts';

/** Opens an account. It can do nothing before a role is given. */
export const addAccount = defineUseCase({
  name: 'accounts.add',
  purpose: 'administration',
  input: z.object(accountFields).refine(...keyFits),
  policy: administers,
  audit: {
    kind: 'changes',
    subjects: (_, opened: { accountId: string } | undefined) => (opened ? [opened.accountId] : []),
  },
  refusals: ['key-taken'],
  async run(context, input) {
    if (await keyTaken(context, keyOf(input))) return err({ code: 'key-taken', field: 'key' });
    return ok({ accountId: await insertAccount(context, { ...input, ...keyOf(input) }) });
  },
});
