import { z } from 'zod';
import { actingAsSystem, relationTo, rolesWith } from '#access';
import { namesOf } from '#clients';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { usersInRoles } from '#networks';
import { defineUseCase } from '#use-case';
import { grantsFor, requestsOf } from '../db/grants.db.ts';
import { isOpenAt } from '../domain/open-at.ts';
import { asksGrant } from '../policies.ts';

/** Who sees this person's protected address, until when and why; what has been asked, and for whom one may ask. */
export const grantsOf = defineUseCase({
  name: 'openings.grants-of',
  purpose: 'employment-service',
  input: z.object({ clientId: Id }),
  policy: asksGrant,
  audit: { kind: 'reads', subjects: ({ clientId }) => [clientId] },
  refusals: ['not-protected'],
  async run(context, { clientId }) {
    if (!(await relationTo(context, clientId)).nonDisclosure) return err({ code: 'not-protected' });
    const workers = await actingAsSystem(context, 'for whom a grant may be asked', (system) =>
      usersInRoles(system, rolesWith('protected:ask')),
    );
    const grants = await grantsFor(context, clientId);
    return ok({
      clientId,
      name: (await namesOf(context, [clientId])).get(clientId)?.full ?? '',
      grants: grants.map((grant) => ({ ...grant, open: isOpenAt(grant, context.now) })),
      requests: await requestsOf(context, { clientId }),
      workers: workers.map(({ accountId, name, roles }) => ({
        accountId,
        name,
        organisation: roles[0]?.organisation,
      })),
    });
  },
});
