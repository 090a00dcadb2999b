import { z } from 'zod';
import { may } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { wordsWithoutCodes } from '#kernel/words-for-others.ts';
import { defineUseCase, notify } from '#use-case';
import { changeQuestion, findQuestion } from '../db/questions.db.ts';
import { why } from './why.ts';

/** Answers the asker. Publishing the answer to all is another act, with other words and an approver. */
export const answerQuestion = defineUseCase({
  name: 'outreach.answer-question',
  purpose: 'public-information',
  input: z.object({ questionId: Id, answer: wordsWithoutCodes(8_000) }),
  policy: may('questions:answer'),
  audit: { kind: 'none', why: why.questions },
  refusals: ['not-found', 'answered-already', 'not-the-owner'],
  async run(context, { questionId, answer }) {
    const question = await findQuestion(context, questionId);
    if (!question) return err({ code: 'not-found' });
    if (question.state !== 'open') return err({ code: 'answered-already' });
    if (question.ownerId !== context.viewer.accountId) return err({ code: 'not-the-owner' });
    await changeQuestion(context, questionId, { answer });
    if (question.askerId)
      await notify(context, {
        accountId: question.askerId,
        kind: 'question-answered',
        params: {},
        link: '/public/questions',
      });
    return ok({ inTime: context.today <= question.dueOn });
  },
});
