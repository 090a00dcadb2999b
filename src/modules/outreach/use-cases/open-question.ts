import { z } from 'zod';
import { holds, may, rolesWith } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { usersInRoles } from '#networks';
import { defineUseCase } from '#use-case';
import { namesOfAccounts } from '../db/bulletins.db.ts';
import { findQuestion, listPublished } from '../db/questions.db.ts';
import { clockOf } from './question-clock.ts';
import { why } from './why.ts';

/** Roles whose people may be given a question. */
export const staffRoles = rolesWith('questions:answer');

/** One question as staff see it. */
export const openQuestion = defineUseCase({
  name: 'outreach.open-question',
  purpose: 'public-information',
  input: z.object({ questionId: Id }),
  policy: may('questions:answer'),
  audit: { kind: 'none', why: why.questions },
  refusals: ['not-found'],
  async run(context, { questionId }) {
    const question = await findQuestion(context, questionId);
    if (!question) return err({ code: 'not-found' });
    const { viewer } = context;
    const [publishing] = await listPublished(context, { questionId });
    const names = await namesOfAccounts(context, [
      question.ownerId,
      question.answeredBy,
      publishing?.authorId,
    ]);
    const mine = question.ownerId === viewer.accountId;
    const shares = holds(context, 'questions:share');
    const waits = publishing && !publishing.publishedAt && publishing.returnedWhy === undefined;
    return ok({
      question: {
        ...question,
        owner: question.ownerId && names.get(question.ownerId),
        answeredByName: question.answeredBy && names.get(question.answeredBy),
        ...clockOf(context, question),
      },
      publishing: publishing && { ...publishing, author: names.get(publishing.authorId) },
      owners: shares && question.state === 'open' ? await usersInRoles(context, staffRoles) : [],
      actions: {
        take: question.state === 'open' && question.ownerId === undefined && !shares,
        share: question.state === 'open' && shares,
        answer: question.state === 'open' && mine,
        close: question.state === 'open' && (mine || shares),
        publish: question.state === 'answered' && (mine || shares) && !publishing?.publishedAt && !waits,
        approve:
          waits === true && holds(context, 'bulletins:approve') && publishing.authorId !== viewer.accountId,
      },
    });
  },
});
