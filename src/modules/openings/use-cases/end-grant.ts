import { z } from 'zod';
import { actingAsSystem } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { exceptionOf } from '../db/exceptions.db.ts';
import { endException } from '../db/openings.db.ts';
import { endsGrant } from '../policies.ts';

/** Takes a grant back at once; its holder is told. */
export const endGrant = defineUseCase({
  name: 'openings.end-grant',
  purpose: 'supervision',
  input: z.object({ exceptionId: Id }),
  policy: endsGrant,
  refusals: ['not-found', 'ended-already'],
  async run(context, { exceptionId }) {
    const grant = await exceptionOf(context, exceptionId);
    if (grant?.kind !== 'grant') return err({ code: 'not-found' });
    const by = context.viewer.accountId!;
    return actingAsSystem(context, 'grants are kept by the house alone', async (system) => {
      if (!(await endException(system, 'access.address_grant', exceptionId, by)))
        return err({ code: 'ended-already' });
      if (grant.accountId !== by)
        await notify(system, {
          accountId: grant.accountId,
          kind: 'grant-ended',
          params: {},
          link: `/openings/${exceptionId}`,
        });
      return ok({ clientId: grant.clientId });
    });
  },
  // After run, so that its answer is known.
  audit: { kind: 'changes', subjects: (_input, output) => (output ? [output.clientId] : []) },
});
