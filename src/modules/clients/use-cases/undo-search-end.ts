import { z } from 'zod';
import { actingAsSystem, writesPerson } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { addCaseStep, mayTakeEndBack } from '../db/case-steps.db.ts';
import { basicsOf } from '../db/people.db.ts';
import { takeSearchEndBack } from '../db/searches.db.ts';

/** Takes back an end of search that was recorded by mistake or a job that came to nothing: the search goes on as it was. */
export const undoSearchEnd = defineUseCase({
  name: 'clients.undo-search-end',
  purpose: 'employment-service',
  input: z.object({ clientId: Id }),
  policy: writesPerson('basics'),
  audit: { kind: 'changes', subjects: ({ clientId }) => [clientId] },
  refusals: ['no-search', 'too-late-to-undo', 'no-open-case'],
  async run(context, { clientId }) {
    const basics = await basicsOf(context, clientId);
    if (basics?.searchEndedOn === undefined || basics.searchId === undefined)
      return err({ code: 'no-search' });
    if (basics.caseId === undefined) return err({ code: 'no-open-case' });
    if (!(await mayTakeEndBack(context, clientId, basics.searchEndedOn)))
      return err({ code: 'too-late-to-undo' });
    await actingAsSystem(context, 'periods of search are kept by the house alone', async (system) => {
      await takeSearchEndBack(system, { id: basics.searchId! });
      await addCaseStep(system, {
        clientId,
        caseId: basics.caseId,
        kind: 'search-end-undone',
        onDay: context.today,
        by: context.viewer.accountId,
      });
    });
    return ok();
  },
});
