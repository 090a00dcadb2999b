import { z } from 'zod';
import { actingAsSystem, type ViewerContext, writesPerson } from '#access';
import { addDays, Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { optionalText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, toldWithOthers } from '#use-case';
import { addCaseStep } from '../db/case-steps.db.ts';
import { latestEndingOutcome } from '../db/outcomes.db.ts';
import { type Basics, basicsOf } from '../db/people.db.ts';
import { endSearchOn } from '../db/searches.db.ts';
import { type SearchEndReason, searchEndReasons } from '../domain/codes.ts';
import { endingOutcomes } from '../domain/kinds.ts';
import { furthestEnd } from '../domain/searches.ts';

/**
 * Ends the job search from a day on, with the reason; the day may be ahead when work is agreed on. The period stays as a row,
 * and what it demanded from that day on is no longer waited for.
 */
export const endSearch = defineUseCase({
  name: 'clients.end-search',
  purpose: 'employment-service',
  input: z
    .object({
      clientId: Id,
      endedOn: Day,
      reason: z.enum(searchEndReasons),
      note: optionalText(500),
    })
    .refine(({ reason, note }) => reason !== 'other' || (note !== undefined && note.trim() !== ''), {
      path: ['note'],
      error: 'note-needed',
      when: toldWithOthers,
    }),
  policy: writesPerson('basics'),
  audit: { kind: 'changes', subjects: ({ clientId }) => [clientId], details: ({ reason }) => ({ reason }) },
  refusals: ['no-search', 'search-ended', 'ends-before-it-began', 'end-too-far'],
  async run(context, input) {
    const basics = await basicsOf(context, input.clientId);
    const hindrance = whyNotEnd(basics, input.endedOn, context.today);
    if (hindrance !== undefined)
      return err({ code: hindrance, ...(hindrance === 'no-search' ? {} : { field: 'endedOn' }) });
    const came = await latestEndingOutcome(context, input.clientId, basics!.searchStartedOn!, endingOutcomes);
    const outcomeId = came?.kind === input.reason ? came.outcomeId : undefined;
    await actingAsSystem(context, 'periods of search are kept by the house alone', (system) =>
      stopSearch(system, basics!, { ...input, outcomeId, by: context.viewer.accountId }),
    );
    return ok({ endedOn: input.endedOn });
  },
});

/** Why the latest search cannot end on a day. */
export function whyNotEnd(basics: Basics | undefined, endedOn: Day, today: Day) {
  if (basics?.searchStartedOn === undefined) return 'no-search';
  if (basics.searchEndedOn !== undefined) return 'search-ended';
  if (endedOn < basics.searchStartedOn) return 'ends-before-it-began';
  return endedOn > addDays(today, furthestEnd) ? 'end-too-far' : undefined;
}

/** Ends the latest search, with its step in the history. Kept by the house alone. */
export async function stopSearch(
  system: ViewerContext,
  basics: Basics,
  end: {
    endedOn: Day;
    reason: SearchEndReason;
    note?: string | undefined;
    outcomeId?: string | undefined;
    by: string | undefined;
  },
): Promise<void> {
  await endSearchOn(system, basics.searchId!, end);
  await addCaseStep(system, {
    clientId: basics.clientId,
    caseId: basics.caseId,
    kind: 'search-ended',
    onDay: end.endedOn,
    reason: end.reason,
    note: end.note,
    by: end.by,
  });
}
