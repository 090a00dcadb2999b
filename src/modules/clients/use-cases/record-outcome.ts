import { z } from 'zod';
import { isSelf, writesPerson } from '#access';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { type OutcomeDraft, outcomeExists } from '../db/outcomes.db.ts';
import { outcomeKinds, outcomeSources } from '../domain/kinds.ts';
import { addOutcome } from '../outcomes.ts';

/** Records what came of a path, with its day and who said it (PATH-17). What the person tells has the person as source. */
export const recordOutcome = defineUseCase({
  name: 'clients.record-outcome',
  purpose: 'employment-service',
  input: z.object({
    clientId: Id,
    kind: z.enum(outcomeKinds),
    happenedOn: Day,
    source: z.enum(outcomeSources).default('client'),
    companyId: Id.optional(),
    note: z.string().trim().max(500).optional(),
  }),
  policy: writesPerson('outcomes'),
  audit: {
    kind: 'changes',
    subjects: ({ clientId }) => [clientId],
    details: ({ kind }) => ({ outcome: kind }),
  },
  refusals: ['outcome-in-future', 'outcome-recorded'],
  async run(context, input) {
    if (input.happenedOn > context.today) return err({ code: 'outcome-in-future', field: 'happenedOn' });
    const draft: OutcomeDraft = {
      ...input,
      source: isSelf(context.viewer) ? 'client' : input.source,
      note: input.note === '' ? undefined : input.note,
    };
    if (await outcomeExists(context, draft)) return err({ code: 'outcome-recorded', field: 'happenedOn' });
    return ok({ outcomeId: await addOutcome(context, draft) });
  },
});
