import { z } from 'zod';
import { holds } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { exceptionOf, reviewsOf } from '../db/exceptions.db.ts';
import { isOpenAt } from '../domain/open-at.ts';
import { seesExceptions } from '../policies.ts';

/** One opening or grant: who, whose, why, until when, and what was found of it. */
export const openException = defineUseCase({
  name: 'openings.open-exception',
  purpose: 'supervision',
  input: z.object({ exceptionId: Id }),
  policy: seesExceptions,
  refusals: ['not-found'],
  async run(context, { exceptionId }) {
    const found = await exceptionOf(context, exceptionId);
    if (!found) return err({ code: 'not-found' });
    const reviewer = holds(context, 'openings:review');
    const own = found.accountId === context.viewer.accountId;
    const open = isOpenAt(found, context.now);
    return ok({
      exception: found,
      open,
      reviewer,
      reviews: await reviewsOf(context, exceptionId),
      actions: {
        toFile: own && open && found.kind !== 'grant',
        close: open && found.kind !== 'grant' && (own || reviewer),
        endGrant: open && found.kind === 'grant',
        review: reviewer && !own,
        answer: own && found.review === 'asked',
      },
    });
  },
  // After run, so that its answer is known.
  audit: { kind: 'reads', subjects: (_input, output) => (output ? [output.exception.clientId] : []) },
});
