import { z } from 'zod';
import { actingAsSystem, writesPerson } from '#access';
import { addDays } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { optionalText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, toldWithOthers } from '#use-case';
import { addCaseStep } from '../db/case-steps.db.ts';
import { basicsOf } from '../db/people.db.ts';
import { closeCaseToday, openCaseOf } from '../db/responsibility.db.ts';
import { caseEndReasons, type SearchEndReason } from '../domain/codes.ts';
import { daysOpenAfterClosing, goesOn } from '../domain/searches.ts';
import { stopSearch } from './end-search.ts';

/** What a case that closes says of a search that still goes on. */
const reasonOfSearch: Readonly<Record<(typeof caseEndReasons)[number], SearchEndReason>> = {
  employed: 'employed',
  study: 'study',
  entrepreneur: 'entrepreneur',
  'own-request': 'own-request',
  'moved-to-another-area': 'moved-away',
  'service-not-needed': 'other',
  died: 'outside-labour-force',
  other: 'other',
};

/**
 * Ends a person's case today, with the reason; a search that still goes on ends with it. The worker who answered for it can
 * open and reopen it for `daysOpenAfterClosing` days; after that the person comes back as everybody comes, by registration.
 */
export const closeCase = defineUseCase({
  name: 'clients.close-case',
  purpose: 'employment-service',
  input: z
    .object({ clientId: Id, reason: z.enum(caseEndReasons), note: optionalText(500) })
    .refine(({ reason, note }) => reason !== 'other' || (note !== undefined && note.trim() !== ''), {
      path: ['note'],
      error: 'note-needed',
      when: toldWithOthers,
    }),
  policy: writesPerson('basics'),
  audit: { kind: 'changes', subjects: ({ clientId }) => [clientId], details: ({ reason }) => ({ reason }) },
  refusals: ['no-open-case'],
  async run(context, { clientId, reason, note }) {
    const { today } = context;
    const basics = await basicsOf(context, clientId);
    const by = context.viewer.accountId;
    const closed = await actingAsSystem(context, 'cases are kept by the house alone', async (system) => {
      const open = await openCaseOf(system, clientId, true);
      if (!open) return false;
      if (basics !== undefined && goesOn(basics, today) && basics.searchEndedOn === undefined)
        await stopSearch(system, basics, {
          endedOn: today,
          reason: reasonOfSearch[reason],
          note,
          by,
        });
      await closeCaseToday(system, { caseId: open.id, reason, note });
      await addCaseStep(system, {
        clientId,
        caseId: open.id,
        kind: 'case-closed',
        onDay: today,
        reason,
        note,
        by,
      });
      return true;
    });
    return closed ? ok({ until: addDays(today, daysOpenAfterClosing) }) : err({ code: 'no-open-case' });
  },
});
