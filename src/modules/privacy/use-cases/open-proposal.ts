import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { itemsOf, namesOfRecords, proposalsOf, recordsBefore, wouldGo } from '../db/retention.db.ts';
import { dueOn, signOf, stateOf } from '../domain/retention.ts';
import { reviewsRetention } from '../policies.ts';
import { endOf, keepingOf } from './retention-parts.ts';

/** How many records of a proposal are listed; the rest are told as a number. */
const mostListed = 500;

/** One proposal: what would go, table by table, which records, and how far the work has come. */
export const openProposal = defineUseCase({
  name: 'privacy.open-proposal',
  purpose: 'supervision',
  input: z.object({ proposalId: Id }),
  policy: reviewsRetention,
  refusals: ['not-found'],
  async run(context, { proposalId }) {
    const [proposal] = await proposalsOf(context, { id: proposalId });
    if (!proposal) return err({ code: 'not-found' });
    const { of } = proposal;
    const items = await itemsOf(context, proposalId);
    const ids = items.map(({ id }) => id);
    const names = await namesOfRecords(context, of, ids);
    const state = stateOf(proposal);
    const mine = proposal.proposedBy === context.viewer.accountId;
    const own = (await recordsBefore(context, of, proposal.before, ids)).some((record) => record.own);
    const people = await namesOfRecords(
      context,
      'account',
      [proposal.proposedBy, proposal.decidedBy].filter((id) => id !== null),
    );
    return ok({
      proposal: { ...proposal, state },
      proposedBy: people.get(proposal.proposedBy) ?? '',
      decidedBy: proposal.decidedBy === null ? undefined : people.get(proposal.decidedBy),
      end: endOf(of),
      would: await wouldGo(context, of, ids),
      records: items.slice(0, mostListed).map(({ id, since }) => ({
        id,
        sign: signOf(id),
        name: names.get(id),
        due: dueOn(keepingOf(of), since, context.today),
      })),
      mine,
      /** It names a record about the viewer or a declared relative. */
      own,
      actions: {
        decide: state === 'waiting' && !mine && !own,
        withdraw: state === 'waiting' && mine,
      },
    });
  },
  // After run, so that its answer is known.
  audit: {
    kind: 'reads',
    subjects: (_input, output) =>
      output?.proposal.of === 'client' ? output.records.map(({ id }) => id) : [],
  },
});
