import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { decide, proposalsOf } from '../db/retention.db.ts';
import { reviewsRetention } from '../policies.ts';

/** The proposer takes a proposal back before anybody has decided. */
export const withdrawProposal = defineUseCase({
  name: 'privacy.withdraw-proposal',
  purpose: 'supervision',
  input: z.object({ proposalId: Id }),
  policy: reviewsRetention,
  audit: { kind: 'changes', subjects: () => [] },
  refusals: ['not-found', 'decided-already'],
  async run(context, { proposalId }) {
    const [proposal] = await proposalsOf(context, { id: proposalId });
    if (proposal?.proposedBy !== context.viewer.accountId) return err({ code: 'not-found' });
    if (!(await decide(context, proposalId, 'withdrawn', undefined))) return err({ code: 'decided-already' });
    return ok();
  },
});
