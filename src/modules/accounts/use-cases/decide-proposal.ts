import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { optionalText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, toldWithOthers } from '#use-case';
import { findAccount } from '../db/accounts.db.ts';
import { proposals, settleProposal } from '../db/roles.db.ts';
import { administers } from '../policies.ts';

type Decided = { readonly accountId: string; readonly role: string };

/**
 * Approves, refuses or withdraws a proposed role. Another administrator than the proposer and the receiver decides; the
 * proposer alone withdraws.
 */
export const decideProposal = defineUseCase({
  name: 'accounts.decide-proposal',
  purpose: 'administration',
  input: z
    .object({
      proposalId: Id,
      decision: z.enum(['approved', 'refused', 'withdrawn']),
      reason: optionalText(500),
    })
    .refine(({ decision, reason }) => decision !== 'refused' || (reason ?? '') !== '', {
      path: ['reason'],
      error: 'required',
      when: toldWithOthers,
    }),
  policy: administers,
  audit: {
    kind: 'changes',
    subjects: (_, decided: Decided | undefined) => (decided ? [decided.accountId] : []),
    details: ({ decision }, decided: Decided | undefined) =>
      decided ? { fields: [decided.role, decision] } : {},
  },
  refusals: [
    'proposal-not-found',
    'decided-already',
    'own-rights',
    'own-proposal',
    'not-own-proposal',
    'account-closed',
    'proposal-too-old',
  ],
  async run(context, { proposalId, decision, reason }) {
    const [proposal] = await proposals(context, { proposalId });
    if (!proposal) return err({ code: 'proposal-not-found' });
    if (proposal.decision !== null) return err({ code: 'decided-already' });
    const { accountId } = context.viewer;
    if (proposal.accountId === accountId) return err({ code: 'own-rights' });
    const own = proposal.proposedById === accountId;
    if (decision === 'withdrawn' && !own) return err({ code: 'not-own-proposal' });
    if (decision !== 'withdrawn' && own) return err({ code: 'own-proposal' });
    if (decision === 'approved') {
      const account = await findAccount(context, proposal.accountId);
      if (account?.closedAt !== null) return err({ code: 'account-closed' });
      if (proposal.to !== null && proposal.to < context.today) return err({ code: 'proposal-too-old' });
    }
    await settleProposal(context, proposal, decision, reason);
    return ok({ accountId: proposal.accountId, role: proposal.role, decision });
  },
});
