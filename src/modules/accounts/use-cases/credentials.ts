import { z } from 'zod';
import { listInput, pageFromRows } from '#lists';
import { defineUseCase } from '#use-case';
import { credentials as readCredentials } from '../db/credentials.db.ts';
import { administers } from '../policies.ts';

/** How a credential stands at an instant. */
export type CredentialState = 'in-force' | 'expired' | 'revoked' | 'role-ended';

/** Credentials of other systems: as whom each acts, what it may ask for and until when. */
export const credentials = defineUseCase({
  name: 'accounts.credentials',
  purpose: 'administration',
  input: listInput({
    sorts: ['name', 'expires'],
    filters: { state: z.enum(['in-force', 'expired', 'revoked', 'role-ended']) },
  }),
  policy: administers,
  audit: { kind: 'none', why: 'names of systems and of those they act as; no client is among them' },
  refusals: ['invalid-cursor'],
  async run(context, asked) {
    const now = context.now.toISOString();
    const rows = (await readCredentials(context)).map((credential) => ({
      ...credential,
      state: (credential.revokedAt !== null
        ? 'revoked'
        : new Date(credential.expiresAt).toISOString() <= now
          ? 'expired'
          : credential.roleInForce
            ? 'in-force'
            : 'role-ended') as CredentialState,
    }));
    return pageFromRows(
      rows,
      {
        name: 'credentials',
        id: ({ id }) => id,
        sorts: {
          name: ({ name }) => [name],
          expires: ({ expiresAt }) => [new Date(expiresAt).toISOString()],
        },
        sort: 'name',
        search: ({ name, account }) => [name, account],
        filters: { state: ({ state }, states) => states.includes(state) },
      },
      asked,
    );
  },
});
