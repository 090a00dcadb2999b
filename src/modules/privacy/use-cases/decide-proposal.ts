import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { optionalText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { decide, itemsOf, proposalsOf, recordsBefore } from '../db/retention.db.ts';
import { reviewsRetention } from '../policies.ts';

/**
 * Another than the proposer confirms that the records go, or refuses with a reason. Nobody decides about a record of the own
 * or of a declared relative. What was confirmed is done in the background and cannot be undone.
 */
export const decideProposal = defineUseCase({
  name: 'privacy.decide-proposal',
  purpose: 'supervision',
  input: z.object({
    proposalId: Id,
    decision: z.enum(['confirmed', 'refused']),
    because: optionalText(1_000),
  }),
  policy: reviewsRetention,
  refusals: ['not-found', 'decided-already', 'another-decides', 'own-record', 'refusal-reason-missing'],
  async run(context, { proposalId, decision, because }) {
    const [proposal] = await proposalsOf(context, { id: proposalId });
    if (!proposal) return err({ code: 'not-found' });
    if (proposal.decision !== null) return err({ code: 'decided-already' });
    if (proposal.proposedBy === context.viewer.accountId) return err({ code: 'another-decides' });
    const items = await itemsOf(context, proposalId);
    const records = await recordsBefore(
      context,
      proposal.of,
      proposal.before,
      items.map(({ id }) => id),
    );
    if (records.some(({ own }) => own)) return err({ code: 'own-record' });
    if (decision === 'refused' && because === undefined)
      return err({ code: 'refusal-reason-missing', field: 'because' });
    if (!(await decide(context, proposalId, decision, because))) return err({ code: 'decided-already' });
    await notify(context, {
      accountId: proposal.proposedBy,
      kind: `retention-${decision}`,
      params: { count: items.length },
      link: `/retention/proposals/${proposalId}`,
    });
    return ok({ of: proposal.of, records: items.length });
  },
  // After run, so that its answer is known.
  audit: {
    kind: 'changes',
    subjects: () => [],
    details: ({ decision }, output) => ({ decision, class: output?.of, records: output?.records }),
  },
});
