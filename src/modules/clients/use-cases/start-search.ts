import { z } from 'zod';
import { actingAsSystem, type ViewerContext, writesPerson } from '#access';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { addCaseStep } from '../db/case-steps.db.ts';
import { basicsOf } from '../db/people.db.ts';
import { addSearch } from '../db/searches.db.ts';
import { hasOpenTask, openTask } from '../db/tasks.db.ts';
import { initialInterview } from '../domain/duties.ts';
import { whyNotStart } from '../domain/searches.ts';

/**
 * Records the day on which a job search began, as a period of its own, and opens the initial interview by the rule of that
 * day (PATH-19). Periods before stay as they were.
 */
export const startSearch = defineUseCase({
  name: 'clients.start-search',
  purpose: 'employment-service',
  input: z.object({ clientId: Id, startedOn: Day }),
  policy: writesPerson('basics'),
  audit: { kind: 'changes', subjects: ({ clientId }) => [clientId] },
  refusals: ['search-in-future', 'search-goes-on', 'search-overlaps', 'no-open-case'],
  async run(context, { clientId, startedOn }) {
    const basics = await basicsOf(context, clientId);
    if (basics?.caseId === undefined) return err({ code: 'no-open-case' });
    const hindrance = whyNotStart(basics, startedOn, context.today);
    if (hindrance !== undefined) return err({ code: hindrance, field: 'startedOn' });
    const dueOn = await actingAsSystem(context, 'periods of search are kept by the house alone', (system) =>
      beginSearch(system, { clientId, caseId: basics.caseId!, startedOn, by: context.viewer.accountId }),
    );
    return ok({ dueOn });
  },
});

/** Begins a search and its first duty; gives the day of the initial interview. */
export async function beginSearch(
  system: ViewerContext,
  of: { clientId: string; caseId: string; startedOn: Day; by: string | undefined },
): Promise<Day> {
  const { clientId, startedOn } = of;
  await addSearch(system, clientId, startedOn, of.by);
  await addCaseStep(system, { ...of, kind: 'search-started', onDay: startedOn });
  const duty = initialInterview(startedOn);
  if (!(await hasOpenTask(system, clientId, ['initial-interview']))) await openTask(system, clientId, duty);
  return duty.dueOn;
}
