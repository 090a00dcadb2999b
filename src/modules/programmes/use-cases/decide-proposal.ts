import { z } from 'zod';
import { Id, newId } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { proposalsOn, settleProposal } from '../db/frame.db.ts';
import { saveWorking } from '../db/working.db.ts';
import { withChange } from '../domain/editing.ts';
import { withIds } from '../domain/identity.ts';
import { writesProgramme } from '../policies.ts';
import { startingPoint } from './bring-into-force.ts';

/**
 * The decision with its reason, told to the proposer. An accepted measure goes under its goal into the working copy, and
 * comes into force with the next version.
 */
export const decideProposal = defineUseCase({
  name: 'programmes.decide-proposal',
  purpose: 'steering',
  input: z.object({
    programmeId: Id,
    proposalId: Id,
    decision: z.enum(['accept', 'decline']),
    reason: z.string().trim().min(1, { error: 'required' }).max(2000),
    body: z.string().trim().max(300).optional(),
    /** Under which goal an accepted measure goes; the proposed one when not said. */
    goalId: Id.optional(),
  }),
  policy: writesProgramme,
  audit: { kind: 'none', why: 'a proposal of a measure by an organisation, nobody’s data' },
  refusals: ['not-found', 'proposal-decided', 'goal-needed', 'written-meanwhile'],
  async run(context, { programmeId, proposalId, decision, reason, body, goalId }) {
    const proposal = (await proposalsOn(context, programmeId, context.today)).find(
      (row) => row.proposalId === proposalId,
    );
    if (!proposal) return err({ code: 'not-found' });
    if (proposal.state !== 'waiting') return err({ code: 'proposal-decided' });
    let measureId: string | undefined;
    if (decision === 'accept') {
      const goal = goalId ?? proposal.goalId;
      if (goal === undefined) return err({ code: 'goal-needed', field: 'goalId' });
      const start = await startingPoint(context, programmeId);
      measureId = newId();
      const made =
        start &&
        withChange(start.content, {
          kind: 'measure',
          goalId: goal,
          measure: {
            id: measureId,
            title: proposal.title,
            description: proposal.text,
            years: [],
            coordinators: [],
            municipalities: [],
          },
        });
      if (!start || !made || 'refusal' in made) return err({ code: 'goal-needed', field: 'goalId' });
      if (!(await saveWorking(context, programmeId, withIds(made, start.content), start)))
        return err({ code: 'written-meanwhile' });
    }
    const settled = await settleProposal(context, proposalId, {
      state: decision === 'accept' ? 'accepted' : 'declined',
      reason,
      decidingBody: body || undefined,
      measureId,
    });
    if (!settled) return err({ code: 'proposal-decided' });
    await notify(context, {
      accountId: proposal.proposedBy,
      kind: decision === 'accept' ? 'proposal-accepted' : 'proposal-declined',
      params: { title: proposal.title, reason },
      link: `/programmes/${programmeId}/management#proposals`,
    });
    return ok({ measureId });
  },
});
