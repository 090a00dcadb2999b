import { actingAsSystem, type ViewerContext } from '#access';
import { insertOutcome, type OutcomeDraft, outcomeExists, outcomeOfIntroduction } from './db/outcomes.db.ts';
import { openTask } from './db/tasks.db.ts';
import { nextFollowUp } from './domain/duties.ts';
import { takeOutcomeBack } from './use-cases/undo-outcome.ts';

/** Adds an outcome and opens its first follow-up, as the house: a person's own report opens a duty of the worker's. */
export async function addOutcome(context: ViewerContext, draft: OutcomeDraft): Promise<string> {
  const outcomeId = await insertOutcome(context, draft);
  const followUp = nextFollowUp(outcomeId, draft.happenedOn);
  if (followUp) {
    await actingAsSystem(
      context,
      'the follow-up of an outcome is a duty of the responsible worker',
      (system) => openTask(system, draft.clientId, followUp),
    );
  }
  return outcomeId;
}

/**
 * For other rooms (an introduction that led to a hire): records an outcome once; a second call about the same
 * introduction changes nothing and gives undefined. Runs with the handle's eyes: an employer's answer comes as the house.
 */
export async function recordOutcomeOf(
  context: ViewerContext,
  draft: OutcomeDraft,
): Promise<string | undefined> {
  return (await outcomeExists(context, draft)) ? undefined : addOutcome(context, draft);
}

/** For other rooms, as the house: takes back what came of an introduction, with the end of search that followed. */
export async function undoOutcomeOf(
  system: ViewerContext,
  introductionId: string,
  by: string | undefined,
): Promise<void> {
  const outcome = await outcomeOfIntroduction(system, introductionId);
  if (outcome) await takeOutcomeBack(system, { ...outcome, by });
}
