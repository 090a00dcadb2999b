import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { groupRoles, removeGroupRole } from '../db/groups.db.ts';
import { endSessions } from '../db/sessions.db.ts';
import { endedNow } from '../domain/periods.ts';
import { administers } from '../policies.ts';

/** Unties a group from a role: the roles that it gave end at once, with the sign-ins in them. */
export const untieGroup = defineUseCase({
  name: 'accounts.untie-group',
  purpose: 'administration',
  input: z.object({ groupRoleId: Id }),
  policy: administers,
  audit: {
    kind: 'changes',
    subjects: (_, untied: { accountIds: string[] } | undefined) => untied?.accountIds ?? [],
  },
  refusals: ['group-not-found'],
  async run(context, { groupRoleId }) {
    const tied = (await groupRoles(context)).find((one) => one.groupRoleId === groupRoleId);
    if (!tied) return err({ code: 'group-not-found' });
    const lost = await removeGroupRole(context, groupRoleId, endedNow(context.today));
    for (const { accountId, assignmentId } of lost)
      await endSessions(context, { accountIds: [accountId], assignmentId });
    return ok({ accountIds: lost.map(({ accountId }) => accountId) });
  },
});
