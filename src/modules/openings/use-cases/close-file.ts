import { z } from 'zod';
import { actingAsSystem } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { exceptionOf } from '../db/exceptions.db.ts';
import { endException } from '../db/openings.db.ts';
import { ownOrReviews } from '../policies.ts';

/** Closes a file before its hour: whoever opened it, or the data protection officer, of which the opener is told. */
export const closeFile = defineUseCase({
  name: 'openings.close-file',
  purpose: 'supervision',
  input: z.object({ exceptionId: Id }),
  policy: ownOrReviews,
  refusals: ['not-found', 'ended-already'],
  async run(context, { exceptionId }) {
    const opening = await exceptionOf(context, exceptionId);
    if (!opening || opening.kind === 'grant') return err({ code: 'not-found' });
    const by = context.viewer.accountId!;
    return actingAsSystem(context, 'openings are kept by the house alone', async (system) => {
      if (!(await endException(system, 'access.opening', exceptionId, by)))
        return err({ code: 'ended-already' });
      if (opening.accountId !== by)
        await notify(system, {
          accountId: opening.accountId,
          kind: 'opening-closed',
          params: {},
          link: `/openings/${exceptionId}`,
        });
      return ok({ clientId: opening.clientId });
    });
  },
  // After run, so that its answer is known.
  audit: { kind: 'changes', subjects: (_input, output) => (output ? [output.clientId] : []) },
});
