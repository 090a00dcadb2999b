import { z } from 'zod';
import { holds, may } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { wordsWithoutCodes } from '#kernel/words-for-others.ts';
import { defineUseCase } from '#use-case';
import { changeQuestion, findQuestion } from '../db/questions.db.ts';
import { why } from './why.ts';

/** Closes a question without an answer, with a reason that the asker reads: asked twice, not ours, no question. */
export const closeQuestion = defineUseCase({
  name: 'outreach.close-question',
  purpose: 'public-information',
  input: z.object({ questionId: Id, why: wordsWithoutCodes(500) }),
  policy: may('questions:answer'),
  audit: { kind: 'none', why: why.questions },
  refusals: ['not-found', 'answered-already', 'not-the-owner'],
  async run(context, { questionId, why: reason }) {
    const question = await findQuestion(context, questionId);
    if (!question) return err({ code: 'not-found' });
    if (question.state !== 'open') return err({ code: 'answered-already' });
    if (question.ownerId !== context.viewer.accountId && !holds(context, 'questions:share'))
      return err({ code: 'not-the-owner' });
    await changeQuestion(context, questionId, { closedWhy: reason });
    return ok();
  },
});
