import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { roles } from '#kernel/viewer.ts';
import { listInput } from '#lists';
import { organisationsOfAllTimes } from '#networks';
import { defineUseCase } from '#use-case';
import { accountPage } from '../db/accounts.db.ts';
import { accountSorts, accountStates } from '../domain/codes.ts';
import { administers, rolesToGive } from '../policies.ts';

/** Everybody with an account, by name, subject or e-mail: roles with their periods, last sign-in and state. */
export const listAccounts = defineUseCase({
  name: 'accounts.list-accounts',
  purpose: 'administration',
  input: listInput({
    sorts: accountSorts,
    filters: { role: z.enum(roles), organisation: Id, state: z.enum(accountStates) },
  }),
  policy: administers,
  audit: { kind: 'none', why: 'names of staff and what they are in the service; no client is among them' },
  refusals: ['invalid-cursor'],
  async run(context, asked) {
    const page = await accountPage(context, asked);
    if (!page.ok) return page;
    return ok({
      ...page.value,
      roles: rolesToGive,
      organisations: (await organisationsOfAllTimes(context)).map(({ id, names }) => ({ id, names })),
    });
  },
});
