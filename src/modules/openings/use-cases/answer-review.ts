import { z } from 'zod';
import { actingAsSystem, rolesWith } from '#access';
import { Id } from '#kernel/ids.ts';
import { requiredText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { usersInRoles } from '#networks';
import { defineUseCase, notify } from '#use-case';
import { addReview, exceptionOf } from '../db/exceptions.db.ts';
import { ownException } from '../policies.ts';

/** Whoever opened the file answers what the officer has asked; the officer is told and looks again. */
export const answerReview = defineUseCase({
  name: 'openings.answer-review',
  purpose: 'employment-service',
  input: z.object({ exceptionId: Id, note: requiredText(1_000) }),
  policy: ownException,
  refusals: ['nothing-asked'],
  async run(context, { exceptionId, note }) {
    const of = await exceptionOf(context, exceptionId);
    if (of?.review !== 'asked') return err({ code: 'nothing-asked' });
    await addReview(context, { of, finding: 'answer', note });
    const officers = await actingAsSystem(context, 'whom to tell of an answer', (system) =>
      usersInRoles(system, rolesWith('openings:review')),
    );
    await notify(
      context,
      ...officers.map(({ accountId }) => ({
        accountId,
        kind: 'opening-answered',
        params: { name: context.viewer.name },
        link: `/openings/${exceptionId}`,
      })),
    );
    return ok({ clientId: of.clientId });
  },
  // After run, so that its answer is known.
  audit: { kind: 'changes', subjects: (_input, output) => (output ? [output.clientId] : []) },
});
