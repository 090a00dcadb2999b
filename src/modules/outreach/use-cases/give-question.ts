import { z } from 'zod';
import { holds, may } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { usersInRoles } from '#networks';
import { defineUseCase, notify } from '#use-case';
import { changeQuestion, findQuestion } from '../db/questions.db.ts';
import { staffRoles } from './open-question.ts';
import { why } from './why.ts';

/** Gives a question to somebody; anybody of the staff may take one that nobody has. The new owner is told. */
export const giveQuestion = defineUseCase({
  name: 'outreach.give-question',
  purpose: 'public-information',
  input: z.object({ questionId: Id, ownerId: Id }),
  policy: may('questions:answer'),
  audit: { kind: 'none', why: why.questions },
  refusals: ['not-found', 'answered-already', 'not-yours-to-give', 'no-such-owner'],
  async run(context, { questionId, ownerId }) {
    const question = await findQuestion(context, questionId);
    if (!question) return err({ code: 'not-found' });
    if (question.state !== 'open') return err({ code: 'answered-already' });
    const { viewer } = context;
    const takes = ownerId === viewer.accountId && question.ownerId === undefined;
    if (!takes && !holds(context, 'questions:share') && question.ownerId !== viewer.accountId)
      return err({ code: 'not-yours-to-give' });
    if (!takes && !(await usersInRoles(context, staffRoles)).some((one) => one.accountId === ownerId))
      return err({ code: 'no-such-owner', field: 'ownerId' });
    await changeQuestion(context, questionId, { ownerId });
    if (ownerId !== viewer.accountId)
      await notify(context, {
        accountId: ownerId,
        kind: 'question-given',
        params: { day: question.dueOn },
        link: `/questions/${questionId}`,
      });
    return ok();
  },
});
