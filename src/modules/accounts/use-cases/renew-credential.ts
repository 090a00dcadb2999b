import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { credentials, renewSecret } from '../db/credentials.db.ts';
import { administers } from '../policies.ts';
import { hashSecret, newSecret } from '../secrets.ts';
import type { ShownSecret } from './make-credential.ts';

/** Gives a credential another secret and another end; the old secret and its tokens stop working at once. */
export const renewCredential = defineUseCase({
  name: 'accounts.renew-credential',
  purpose: 'administration',
  input: z.object({ credentialId: Id, days: z.int().min(1).max(730) }),
  policy: administers,
  audit: {
    kind: 'changes',
    subjects: (_, renewed: ShownSecret | undefined) => (renewed ? [renewed.accountId] : []),
    details: ({ credentialId }) => ({ renewed: credentialId }),
  },
  refusals: ['credential-not-found', 'own-rights'],
  async run(context, { credentialId, days }) {
    const known = (await credentials(context)).find(({ id }) => id === credentialId);
    if (!known || known.revokedAt !== null) return err({ code: 'credential-not-found' });
    if (known.accountId === context.viewer.accountId) return err({ code: 'own-rights' });
    const secret = newSecret();
    const expiresAt = await renewSecret(context, credentialId, {
      secretHash: await hashSecret(secret),
      days,
    });
    return ok<ShownSecret>({ id: known.id, name: known.name, accountId: known.accountId, expiresAt, secret });
  },
});
