import { z } from 'zod';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { groupRoles as readGroupRoles } from '../db/groups.db.ts';
import { administers, rolesByGroup } from '../policies.ts';

/** Groups of the provider's directory, with the role that each gives and to how many. */
export const groupRoles = defineUseCase({
  name: 'accounts.group-roles',
  purpose: 'administration',
  input: z.object({}),
  policy: administers,
  audit: { kind: 'none', why: 'names of groups and roles; nobody’s data' },
  refusals: [],
  async run(context) {
    return ok({ groups: await readGroupRoles(context), roles: rolesByGroup });
  },
});
