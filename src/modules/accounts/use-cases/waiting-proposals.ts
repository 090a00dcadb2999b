import { z } from 'zod';
import { rolesWith } from '#access';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { proposals } from '../db/roles.db.ts';
import { peopleInRoles } from '../db/steps.db.ts';
import { administers } from '../policies.ts';

/** Proposed roles that wait for a decision, and whether there is anybody who can decide. */
export const waitingProposals = defineUseCase({
  name: 'accounts.waiting-proposals',
  purpose: 'administration',
  input: z.object({}),
  policy: administers,
  audit: { kind: 'none', why: 'names of staff and what they are proposed for; no client is among them' },
  refusals: [],
  async run(context) {
    const { accountId } = context.viewer;
    return ok({
      proposals: (await proposals(context, { waiting: true })).map((proposal) => ({
        ...proposal,
        mayDecide: proposal.proposedById !== accountId && proposal.accountId !== accountId,
        mayWithdraw: proposal.proposedById === accountId,
      })),
      administrators: await peopleInRoles(context, rolesWith('accounts:write')),
    });
  },
});
