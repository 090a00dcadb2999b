import { z } from 'zod';
import { actingAsSystem, rolesWith } from '#access';
import { requiredText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { usersInRoles } from '#networks';
import { defineUseCase, notify } from '#use-case';
import { addProposal, recordsBefore } from '../db/retention.db.ts';
import { reviewsRetention } from '../policies.ts';
import { beforeOn, isFree, OfClass } from './retention-parts.ts';

/** Proposes that records past their time go, the oldest first; whoever may confirm is told. What is held or own stays out. */
export const proposeEnd = defineUseCase({
  name: 'privacy.propose-end',
  purpose: 'supervision',
  input: OfClass.extend({ most: z.coerce.number().int().min(1).max(500), reason: requiredText(1_000) }),
  policy: reviewsRetention,
  refusals: ['nothing-past-time'],
  async run(context, { of, most, reason }) {
    const before = beforeOn(of, context.today);
    const records = (await recordsBefore(context, of, before)).filter(isFree).slice(0, most);
    if (records.length === 0) return err({ code: 'nothing-past-time' });
    const proposalId = await addProposal(context, { of, before, reason, records });
    const others = await actingAsSystem(context, 'whom to tell that a second person is needed', (system) =>
      usersInRoles(system, rolesWith('retention:review')),
    );
    await notify(
      context,
      ...others
        .filter(({ accountId }) => accountId !== context.viewer.accountId)
        .map(({ accountId }) => ({
          accountId,
          kind: 'retention-proposed',
          params: { count: records.length },
          link: `/retention/proposals/${proposalId}`,
        })),
    );
    return ok({ proposalId, records: records.length });
  },
  // After run, so that its answer is known. A number, and nobody's id: the entry stays when the people are gone.
  audit: {
    kind: 'changes',
    subjects: () => [],
    details: ({ of }, output) => ({ class: of, records: output?.records ?? 0 }),
  },
});
