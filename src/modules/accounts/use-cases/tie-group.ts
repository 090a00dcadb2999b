import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { requiredText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import type { Role } from '#kernel/viewer.ts';
import { organisationsOfAllTimes } from '#networks';
import { defineUseCase } from '#use-case';
import { addGroupRole, groupRoles } from '../db/groups.db.ts';
import { administers, rolesByGroup } from '../policies.ts';

/**
 * Ties a group of the provider's directory to a role: whoever belongs to the group holds the role from the next sign-in.
 * A role that two have to agree on is not given so, nor does a group give a role to whoever tied it.
 */
export const tieGroup = defineUseCase({
  name: 'accounts.tie-group',
  purpose: 'administration',
  input: z.object({
    group: requiredText(300),
    role: z.enum(rolesByGroup as readonly Role[] as [Role, ...Role[]]),
    organisationId: Id,
  }),
  policy: administers,
  audit: { kind: 'changes', subjects: () => [], details: ({ role, group }) => ({ fields: [role], group }) },
  refusals: ['organisation-not-found', 'group-tied-already'],
  async run(context, given) {
    const organisation = (await organisationsOfAllTimes(context)).find(
      ({ id }) => id === given.organisationId,
    );
    if (!organisation || (organisation.validTo !== undefined && organisation.validTo < context.today))
      return err({ code: 'organisation-not-found', field: 'organisationId' });
    const there = (await groupRoles(context)).some(
      ({ group, role, organisationId }) =>
        group === given.group && role === given.role && organisationId === given.organisationId,
    );
    if (there) return err({ code: 'group-tied-already', field: 'group' });
    return ok({ groupRoleId: await addGroupRole(context, given) });
  },
});
