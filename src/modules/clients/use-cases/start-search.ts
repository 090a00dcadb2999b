import { z } from 'zod';
import { writesPerson } from '#access';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { basicsOf, startSearchOn } from '../db/people.db.ts';
import { hasOpenTask, openTask } from '../db/tasks.db.ts';
import { initialInterview } from '../domain/duties.ts';

/** Records the day on which a job search began, and opens the initial interview by the rule of that day (PATH-19). */
export const startSearch = defineUseCase({
  name: 'clients.start-search',
  purpose: 'employment-service',
  input: z.object({ clientId: Id, startedOn: Day }),
  policy: writesPerson('basics'),
  audit: { kind: 'changes', subjects: ({ clientId }) => [clientId] },
  refusals: ['search-in-future', 'search-goes-on'],
  async run(context, { clientId, startedOn }) {
    if (startedOn > context.today) return err({ code: 'search-in-future', field: 'startedOn' });
    const basics = await basicsOf(context, clientId);
    if (basics?.searchStartedOn !== undefined && basics.searchEndedOn === undefined) {
      return err({ code: 'search-goes-on', field: 'startedOn' });
    }
    await startSearchOn(context, clientId, startedOn);
    const duty = initialInterview(startedOn);
    if (!(await hasOpenTask(context, clientId, ['initial-interview'])))
      await openTask(context, clientId, duty);
    return ok({ dueOn: duty.dueOn });
  },
});
