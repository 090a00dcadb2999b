import { z } from 'zod';
import { actingAsSystem, writesPerson } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { addCaseStep } from '../db/case-steps.db.ts';
import { withdrawInvitations } from '../db/invitations.db.ts';

/** Withdraws an invitation that nobody has used: its code opens nothing any more. */
export const withdrawInvitation = defineUseCase({
  name: 'clients.withdraw-invitation',
  purpose: 'employment-service',
  input: z.object({ clientId: Id }),
  policy: writesPerson('basics'),
  audit: { kind: 'changes', subjects: ({ clientId }) => [clientId] },
  refusals: ['no-invitation'],
  async run(context, { clientId }) {
    const by = context.viewer.accountId!;
    const withdrawn = await actingAsSystem(
      context,
      'invitations are kept by the house alone',
      async (system) => {
        if (!(await withdrawInvitations(system, clientId, by))) return false;
        await addCaseStep(system, { clientId, kind: 'invitation-withdrawn', onDay: context.today, by });
        return true;
      },
    );
    return withdrawn ? ok() : err({ code: 'no-invitation' });
  },
});
