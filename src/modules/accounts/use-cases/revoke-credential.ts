import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { credentials, revoke } from '../db/credentials.db.ts';
import { administers } from '../policies.ts';

/** Revokes a credential, with every token of it, at once. */
export const revokeCredential = defineUseCase({
  name: 'accounts.revoke-credential',
  purpose: 'administration',
  input: z.object({ credentialId: Id }),
  policy: administers,
  audit: {
    kind: 'changes',
    subjects: (_, revoked: { accountId: string } | undefined) => (revoked ? [revoked.accountId] : []),
    details: ({ credentialId }) => ({ revoked: credentialId }),
  },
  refusals: ['credential-not-found'],
  async run(context, { credentialId }) {
    const known = (await credentials(context)).find(({ id }) => id === credentialId);
    if (!known || !(await revoke(context, credentialId))) return err({ code: 'credential-not-found' });
    return ok({ accountId: known.accountId });
  },
});
