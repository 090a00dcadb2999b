import { z } from 'zod';
import { may } from '#access';
import { Id } from '#kernel/ids.ts';
import { optionalText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { listPublished, settlePublishing } from '../db/questions.db.ts';
import { why } from './why.ts';

/** Approves an answer for all to read, or gives it back with the reason. Nobody approves own words. */
export const settleAnswer = defineUseCase({
  name: 'outreach.settle-answer',
  purpose: 'public-information',
  input: z.object({ questionId: Id, publish: z.boolean(), why: optionalText(1_000) }),
  policy: may('bulletins:approve'),
  audit: { kind: 'none', why: why.questions },
  refusals: ['not-found', 'published-already', 'own-words', 'reason-needed'],
  async run(context, { questionId, publish, why: reason }) {
    const [offered] = await listPublished(context, { questionId });
    if (!offered) return err({ code: 'not-found' });
    if (offered.publishedAt) return err({ code: 'published-already' });
    if (offered.authorId === context.viewer.accountId) return err({ code: 'own-words' });
    if (!publish && reason === undefined) return err({ code: 'reason-needed', field: 'why' });
    await settlePublishing(context, questionId, publish ? { publish: true } : { returnedWhy: reason! });
    if (!publish)
      await notify(context, {
        accountId: offered.authorId,
        kind: 'answer-returned',
        params: { why: reason! },
        link: `/questions/${questionId}`,
      });
    return ok();
  },
});
