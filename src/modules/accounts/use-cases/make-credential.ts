import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { requiredText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findAccount } from '../db/accounts.db.ts';
import { insertCredential } from '../db/credentials.db.ts';
import { rolesOf } from '../db/roles.db.ts';
import { stateOn } from '../domain/periods.ts';
import { administers } from '../policies.ts';
import { rolesOfScope, scopes } from '../scopes.ts';
import { hashSecret, newSecret } from '../secrets.ts';

/** A credential with its secret, which is shown this once. */
export interface ShownSecret {
  readonly id: string;
  readonly secret: string;
  readonly name: string;
  readonly accountId: string;
  readonly expiresAt: string;
}

/**
 * Makes a credential by which another system acts as an account in one role. The secret is in the answer, and kept
 * nowhere. Nobody makes one that acts as the own account.
 */
export const makeCredential = defineUseCase({
  name: 'accounts.make-credential',
  purpose: 'administration',
  input: z.object({
    accountId: Id,
    name: requiredText(200),
    scopes: z.array(z.enum(scopes)).min(1),
    days: z.int().min(1).max(730),
  }),
  policy: administers,
  audit: {
    kind: 'changes',
    subjects: ({ accountId }) => [accountId],
    details: ({ scopes }, made: ShownSecret | undefined) => ({
      fields: scopes,
      ...(made ? { made: made.id } : {}),
    }),
  },
  refusals: ['account-not-found', 'account-closed', 'own-rights', 'scope-not-of-role'],
  async run(context, { accountId, name, scopes: wanted, days }) {
    if (accountId === context.viewer.accountId) return err({ code: 'own-rights', field: 'accountId' });
    const account = await findAccount(context, accountId);
    if (!account) return err({ code: 'account-not-found', field: 'accountId' });
    if (account.closedAt !== null) return err({ code: 'account-closed', field: 'accountId' });
    const fitting = (await rolesOf(context, [accountId])).find(
      ({ role, from, to }) =>
        stateOn({ from, to: to ?? undefined }, context.today) === 'in-force' &&
        wanted.every((scope) => rolesOfScope[scope].includes(role)),
    );
    if (!fitting) return err({ code: 'scope-not-of-role', field: 'scopes' });
    const secret = newSecret();
    const made = await insertCredential(context, {
      name,
      accountId,
      assignmentId: fitting.assignmentId,
      secretHash: await hashSecret(secret),
      scopes: wanted,
      days,
    });
    return ok<ShownSecret>({ ...made, secret, name, accountId });
  },
});
