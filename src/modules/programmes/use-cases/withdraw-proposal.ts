import { z } from 'zod';
import type { ViewerContext } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { proposalsOn, settleProposal } from '../db/frame.db.ts';
import { proposesHere } from '../policies.ts';

/** The proposer takes the proposal back while it waits. */
export const withdrawProposal = defineUseCase({
  name: 'programmes.withdraw-proposal',
  purpose: 'steering',
  input: z.object({ programmeId: Id, proposalId: Id }),
  policy: proposesHere,
  audit: { kind: 'none', why: 'a proposal of a measure by an organisation, nobody’s data' },
  refusals: ['not-found', 'proposal-decided'],
  async run(context, { programmeId, proposalId }) {
    const proposal = await findOwn(context, programmeId, proposalId);
    if (!proposal) return err({ code: 'not-found' });
    return (await settleProposal(context, proposalId, { state: 'withdrawn' }))
      ? ok()
      : err({ code: 'proposal-decided' });
  },
});

async function findOwn(context: ViewerContext, programmeId: string, proposalId: string) {
  return (await proposalsOn(context, programmeId, context.today)).find(
    (proposal) => proposal.proposalId === proposalId && proposal.proposedBy === context.viewer.accountId,
  );
}
