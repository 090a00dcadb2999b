import { z } from 'zod';
import { holds, may } from '#access';
import { ok } from '#kernel/result.ts';
import { listInput, pageFromRows } from '#lists';
import { defineUseCase } from '#use-case';
import { namesOfAccounts } from '../db/bulletins.db.ts';
import { listPublished, listQuestions } from '../db/questions.db.ts';
import { questionSorts, questionStates, topics } from '../domain/codes.ts';
import { clockOf } from './question-clock.ts';
import { why } from './why.ts';

/** The question box as staff see it: whose, how long left, what waits for an approver. */
export const questions = defineUseCase({
  name: 'outreach.questions',
  purpose: 'public-information',
  input: listInput({
    sorts: questionSorts,
    filters: { state: z.enum(questionStates), topic: z.enum(topics), mine: z.enum(['yes']) },
  }),
  policy: may('questions:answer'),
  audit: { kind: 'none', why: why.questions },
  refusals: ['invalid-cursor'],
  async run(context, asked) {
    const all = await listQuestions(context);
    const names = await namesOfAccounts(
      context,
      all.map((question) => question.ownerId),
    );
    const page = pageFromRows(
      all.map((question) => ({
        ...question,
        owner: question.ownerId && names.get(question.ownerId),
        ...clockOf(context, question),
      })),
      {
        name: 'questions',
        id: ({ questionId }) => questionId,
        sorts: {
          due: ({ state, dueOn, askedAt }) =>
            state === 'open' ? [false, dueOn, -Date.parse(askedAt)] : [true, '', -Date.parse(askedAt)],
          topic: ({ topic, askedAt }) => [topic, askedAt],
          owner: ({ owner, askedAt }) => [owner, askedAt],
          asked: ({ askedAt }) => [askedAt],
        },
        sort: 'due',
        search: ({ text, answer, owner }) => [text, answer, owner],
        filters: {
          state: ({ state }, states) => states.includes(state),
          topic: ({ topic }, chosen) => chosen.includes(topic),
          mine: ({ ownerId }) => ownerId === context.viewer.accountId,
        },
      },
      asked,
    );
    if (!page.ok) return page;
    const waiting = await listPublished(context, { out: false });
    const published = new Set((await listPublished(context, { out: true })).map((row) => row.questionId));
    const waits = new Set(
      waiting.filter((answer) => answer.returnedWhy === undefined).map((answer) => answer.questionId),
    );
    return ok({
      ...page.value,
      rows: page.value.rows.map((question) => ({
        ...question,
        publishing: published.has(question.questionId)
          ? ('published' as const)
          : waits.has(question.questionId)
            ? ('waiting' as const)
            : undefined,
      })),
      /** Of all that wait for an answer, how many are late. */
      late: all.filter((question) => clockOf(context, question).late).length,
      actions: { approve: holds(context, 'bulletins:approve'), share: holds(context, 'questions:share') },
    });
  },
});
