import { z } from 'zod';
import { actingAsSystem, type ViewerContext, writesPerson } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { addCaseStep } from '../db/case-steps.db.ts';
import { findOutcome, markOutcomeUndone } from '../db/outcomes.db.ts';
import { takeSearchEndBack } from '../db/searches.db.ts';
import { dropFollowUps } from '../db/tasks.db.ts';

/**
 * Takes back an outcome that was recorded by mistake or came to nothing: it stays as a row with who took it back, a search
 * that was ended because of it goes on, and its follow-up is no longer waited for. What came of an introduction is taken
 * back there.
 */
export const undoOutcome = defineUseCase({
  name: 'clients.undo-outcome',
  purpose: 'employment-service',
  input: z.object({ clientId: Id, outcomeId: Id }),
  policy: writesPerson('tasks'),
  audit: { kind: 'changes', subjects: ({ clientId }) => [clientId] },
  refusals: ['outcome-not-found', 'outcome-of-introduction'],
  async run(context, { clientId, outcomeId }) {
    const outcome = await findOutcome(context, clientId, outcomeId);
    if (!outcome) return err({ code: 'outcome-not-found' });
    if (outcome.introductionId !== undefined) return err({ code: 'outcome-of-introduction' });
    await actingAsSystem(context, 'what an outcome led to is kept by the house', (system) =>
      takeOutcomeBack(system, { clientId, outcomeId, kind: outcome.kind, by: context.viewer.accountId }),
    );
    return ok();
  },
});

/** Takes an outcome back with all that it led to here. Kept by the house alone. */
export async function takeOutcomeBack(
  system: ViewerContext,
  of: { clientId: string; outcomeId: string; kind: string; by: string | undefined },
): Promise<void> {
  const { clientId, outcomeId, by } = of;
  await markOutcomeUndone(system, outcomeId, by);
  await dropFollowUps(system, outcomeId);
  await addCaseStep(system, {
    clientId,
    kind: 'outcome-undone',
    onDay: system.today,
    details: { outcome: of.kind },
    by,
  });
  if (await takeSearchEndBack(system, { outcome_id: outcomeId }))
    await addCaseStep(system, { clientId, kind: 'search-end-undone', onDay: system.today, by });
}
