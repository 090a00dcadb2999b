import { z } from 'zod';
import { actingAsSystem, writesPerson } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { addCaseStep } from '../db/case-steps.db.ts';
import { findOutcome } from '../db/outcomes.db.ts';

/** Answers that the job search goes on in spite of an outcome: part-time or short work, for one. It is not asked again. */
export const keepSearching = defineUseCase({
  name: 'clients.keep-searching',
  purpose: 'employment-service',
  input: z.object({ clientId: Id, outcomeId: Id }),
  policy: writesPerson('basics'),
  audit: { kind: 'changes', subjects: ({ clientId }) => [clientId] },
  refusals: ['outcome-not-found'],
  async run(context, { clientId, outcomeId }) {
    const outcome = await findOutcome(context, clientId, outcomeId);
    if (!outcome) return err({ code: 'outcome-not-found' });
    await actingAsSystem(context, 'the history of a case is kept by the house', (system) =>
      addCaseStep(system, {
        clientId,
        kind: 'search-goes-on',
        onDay: context.today,
        details: { outcome: outcome.kind, outcomeId },
        by: context.viewer.accountId,
      }),
    );
    return ok();
  },
});
