import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { optionalText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { addReview, exceptionOf } from '../db/exceptions.db.ts';
import { findings } from '../domain/codes.ts';
import { reviews } from '../policies.ts';

/** The officer has looked: rightly done, asked about, or not right. Whoever opened the file is told of the latter two. */
export const review = defineUseCase({
  name: 'openings.review',
  purpose: 'supervision',
  input: z.object({ exceptionId: Id, finding: z.enum(findings), note: optionalText(1_000) }),
  policy: reviews,
  refusals: ['not-found', 'note-missing', 'own-exception'],
  async run(context, { exceptionId, finding, note }) {
    const of = await exceptionOf(context, exceptionId);
    if (!of) return err({ code: 'not-found' });
    if (of.accountId === context.viewer.accountId) return err({ code: 'own-exception' });
    if (finding !== 'right' && note === undefined) return err({ code: 'note-missing', field: 'note' });
    await addReview(context, { of, finding, note });
    if (finding !== 'right')
      await notify(context, {
        accountId: of.accountId,
        kind: `opening-${finding}`,
        params: {},
        link: `/openings/${exceptionId}`,
      });
    return ok({ clientId: of.clientId });
  },
  // After run, so that its answer is known.
  audit: { kind: 'changes', subjects: (_input, output) => (output ? [output.clientId] : []) },
});
