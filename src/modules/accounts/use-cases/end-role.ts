import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { optional, optionalText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { rolesOf, setRoleEnd } from '../db/roles.db.ts';
import { endSessions } from '../db/sessions.db.ts';
import { endedNow, stateOn } from '../domain/periods.ts';
import { aboutAccount, administers } from '../policies.ts';

/** Ends a role: at once, with the sign-ins in it, or after a last day. A role is never made longer, but given anew. */
export const endRole = defineUseCase({
  name: 'accounts.end-role',
  purpose: 'administration',
  input: z.object({ accountId: Id, assignmentId: Id, lastDay: optional(Day), reason: optionalText(500) }),
  policy: administers,
  audit: {
    kind: 'changes',
    subjects: aboutAccount,
    details: (_, ended: { role: string } | undefined) => (ended ? { fields: [ended.role] } : {}),
  },
  refusals: ['role-not-found', 'own-rights', 'role-ended', 'role-of-group', 'day-past', 'role-not-longer'],
  async run(context, { accountId, assignmentId, lastDay, reason }) {
    const held = (await rolesOf(context, [accountId])).find((role) => role.assignmentId === assignmentId);
    if (!held) return err({ code: 'role-not-found' });
    if (accountId === context.viewer.accountId) return err({ code: 'own-rights' });
    if (held.group !== null) return err({ code: 'role-of-group' });
    if (stateOn({ from: held.from, to: held.to ?? undefined }, context.today) === 'ended')
      return err({ code: 'role-ended' });
    if (lastDay !== undefined && lastDay < context.today) return err({ code: 'day-past', field: 'lastDay' });
    const to = lastDay ?? endedNow(context.today);
    if (held.to !== null && to > held.to) return err({ code: 'role-not-longer', field: 'lastDay' });
    await setRoleEnd(context, assignmentId, to, reason);
    if (lastDay === undefined) await endSessions(context, { accountIds: [accountId], assignmentId });
    return ok({ accountId, role: held.role, lastDay });
  },
});
