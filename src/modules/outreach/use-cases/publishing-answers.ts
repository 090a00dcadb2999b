import { z } from 'zod';
import { anybody } from '#access';
import { Id } from '#kernel/ids.ts';
import { personalDataIn } from '#kernel/personal-data.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { accountsInRoles } from '../db/bulletins.db.ts';
import { findQuestion, listPublished, setPublishing, settlePublishing } from '../db/questions.db.ts';
import { outreachApprovers, topics } from '../domain/codes.ts';
import { readabilityIn } from '../domain/readability.ts';
import { answersOut, approvesOut, sharesOut } from '../policies.ts';
import { allWords, maybe, texts } from './inputs.ts';
import { why } from './question-parts.ts';

/** Questions and answers that have been published, for anybody. */
export const publicAnswers = defineUseCase({
  name: 'outreach.public-answers',
  purpose: 'public-information',
  input: z.object({ words: maybe(100), topic: z.enum(topics).optional() }).default({ words: undefined }),
  policy: anybody,
  audit: { kind: 'none', why: 'public information' },
  refusals: [],
  async run(handle, input) {
    const found = await listPublished(handle, { out: true, words: input.words, topic: input.topic });
    return ok({
      answers: found.map(({ questionId, topic, questions, answers, publishedAt }) => ({
        questionId,
        topic,
        questions,
        answers,
        publishedAt,
        readability: readabilityIn(answers),
      })),
    });
  },
});

/**
 * Offers a question and its answer for publishing, in words of their own. An identity code is refused; a phone number or an
 * address of e-mail is told, and a person confirms that it is an office's and not somebody's.
 */
export const offerAnswer = defineUseCase({
  name: 'outreach.offer-answer',
  purpose: 'public-information',
  input: z.object({
    questionId: Id,
    questions: texts(2_000),
    answers: texts(8_000),
    confirmed: z.boolean().default(false),
  }),
  policy: answersOut,
  audit: { kind: 'none', why },
  refusals: [
    'not-found',
    'not-answered',
    'published-already',
    'not-the-owner',
    'identity-code-in-text',
    'personal-data-unconfirmed',
  ],
  async run(handle, { questionId, questions: asked, answers, confirmed }) {
    const question = await findQuestion(handle, questionId);
    if (!question) return err({ code: 'not-found' });
    if (question.state !== 'answered') return err({ code: 'not-answered' });
    if (question.ownerId !== handle.viewer.accountId && !sharesOut(handle.viewer.role))
      return err({ code: 'not-the-owner' });
    const [before] = await listPublished(handle, { questionId });
    if (before?.publishedAt) return err({ code: 'published-already' });
    const found = personalDataIn(allWords(asked, answers));
    if (found.some((one) => one.kind === 'identity-code'))
      return err({ code: 'identity-code-in-text', field: 'answers' });
    if (found.length > 0 && !confirmed)
      return err({
        code: 'personal-data-unconfirmed',
        field: 'confirmed',
        details: { found: found.map((one) => one.text).join(', ') },
      });
    await setPublishing(handle, {
      questionId,
      topic: question.topic,
      questions: asked,
      answers,
      confirmed: found.map((one) => one.text),
    });
    const approvers = await accountsInRoles(handle, outreachApprovers);
    await notify(
      handle,
      ...approvers
        .filter((one) => one.accountId !== handle.viewer.accountId)
        .map((one) => ({
          accountId: one.accountId,
          kind: 'answer-to-approve',
          params: {},
          link: `/questions/${questionId}`,
        })),
    );
    return ok();
  },
});

/** Approves an answer for all to read, or gives it back with the reason. Nobody approves own words. */
export const settleAnswer = defineUseCase({
  name: 'outreach.settle-answer',
  purpose: 'public-information',
  input: z.object({ questionId: Id, publish: z.boolean(), why: maybe(1_000) }),
  policy: approvesOut,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'published-already', 'own-words', 'reason-needed'],
  async run(handle, { questionId, publish, why: reason }) {
    const [offered] = await listPublished(handle, { questionId });
    if (!offered) return err({ code: 'not-found' });
    if (offered.publishedAt) return err({ code: 'published-already' });
    if (offered.authorId === handle.viewer.accountId) return err({ code: 'own-words' });
    if (!publish && reason === undefined) return err({ code: 'reason-needed', field: 'why' });
    await settlePublishing(handle, questionId, publish ? { publish: true } : { returnedWhy: reason! });
    if (!publish)
      await notify(handle, {
        accountId: offered.authorId,
        kind: 'answer-returned',
        params: { why: reason! },
        link: `/questions/${questionId}`,
      });
    return ok();
  },
});
