import { z } from 'zod';
import { actingAsSystem, relationTo, rolesWith } from '#access';
import { Id } from '#kernel/ids.ts';
import { requiredText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { usersInRoles } from '#networks';
import { defineUseCase, notify } from '#use-case';
import { addRequest, hindranceOf } from '../db/grants.db.ts';
import { grantDays } from '../domain/codes.ts';
import { asksGrant } from '../policies.ts';

/** A worker of the case asks that a named worker, or oneself, may see a protected address for some days. Another decides. */
export const askGrant = defineUseCase({
  name: 'openings.ask-grant',
  purpose: 'employment-service',
  input: z.object({ clientId: Id, accountId: Id, days: z.enum(grantDays), reason: requiredText(500) }),
  policy: asksGrant,
  audit: {
    kind: 'changes',
    subjects: ({ clientId }) => [clientId],
    details: ({ days }) => ({ days: Number(days) }),
  },
  refusals: ['not-protected', 'cannot-hold-grant', 'granted-already', 'asked-already'],
  async run(context, { clientId, accountId, days, reason }) {
    if (!(await relationTo(context, clientId)).nonDisclosure) return err({ code: 'not-protected' });
    const askedBy = context.viewer.accountId!;
    return actingAsSystem(context, 'requests for grants are kept by the house alone', async (system) => {
      const possible = await usersInRoles(system, rolesWith('protected:ask'));
      const hindrance = possible.some((user) => user.accountId === accountId)
        ? await hindranceOf(system, { accountId, clientId })
        : 'cannot-hold-grant';
      if (hindrance !== undefined) return err({ code: hindrance, field: 'accountId' });
      const requestId = await addRequest(system, {
        accountId,
        clientId,
        reason,
        days: Number(days),
        askedBy,
      });
      const deciders = await usersInRoles(system, rolesWith('protected:decide'));
      await notify(
        system,
        ...deciders
          .filter((user) => user.accountId !== askedBy && user.accountId !== accountId)
          .map((user) => ({
            accountId: user.accountId,
            kind: 'grant-asked',
            params: { name: context.viewer.name },
            link: `/protected/${requestId}`,
          })),
      );
      return ok({ requestId });
    });
  },
});
