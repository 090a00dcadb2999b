import { z } from 'zod';
import { holds, may, rolesWith } from '#access';
import { Id } from '#kernel/ids.ts';
import type { LocalisedText } from '#kernel/localised.ts';
import { hasIdentityCode, personalDataIn } from '#kernel/personal-data.ts';
import { err, ok } from '#kernel/result.ts';
import { unconfirmedPersonalData } from '#kernel/words-for-others.ts';
import { usersInRoles } from '#networks';
import { defineUseCase, notify } from '#use-case';
import { findQuestion, listPublished, setPublishing } from '../db/questions.db.ts';
import { allWords, texts } from './inputs.ts';
import { why } from './why.ts';

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
  policy: may('questions:answer'),
  audit: { kind: 'none', why: why.questions },
  refusals: [
    'not-found',
    'not-answered',
    'published-already',
    'not-the-owner',
    'identity-code-in-text',
    'personal-data-unconfirmed',
  ],
  async run(context, { questionId, questions: asked, answers, confirmed }) {
    const question = await findQuestion(context, questionId);
    if (!question) return err({ code: 'not-found' });
    if (question.state !== 'answered') return err({ code: 'not-answered' });
    if (question.ownerId !== context.viewer.accountId && !holds(context, 'questions:share'))
      return err({ code: 'not-the-owner' });
    const [before] = await listPublished(context, { questionId });
    if (before?.publishedAt) return err({ code: 'published-already' });
    const words = allWords(asked, answers);
    const coded = Object.entries({ ...inside('questions', asked), ...inside('answers', answers) }).find(
      ([, text]) => hasIdentityCode(text),
    );
    if (coded) return err({ code: 'identity-code-in-text', field: coded[0] });
    const unconfirmed = unconfirmedPersonalData(words, confirmed);
    if (unconfirmed) return err(unconfirmed);
    await setPublishing(context, {
      questionId,
      topic: question.topic,
      questions: asked,
      answers,
      confirmed: personalDataIn(words).map((finding) => finding.text),
    });
    const approvers = await usersInRoles(context, rolesWith('bulletins:approve'));
    await notify(
      context,
      ...approvers
        .filter((approver) => approver.accountId !== context.viewer.accountId)
        .map((approver) => ({
          accountId: approver.accountId,
          kind: 'answer-to-approve',
          params: {},
          link: `/questions/${questionId}`,
        })),
    );
    return ok();
  },
});

/** The texts by the names of their fields: `answers.fi`. */
const inside = (name: string, given: LocalisedText): Record<string, string> =>
  Object.fromEntries(Object.entries(given).map(([language, text]) => [`${name}.${language}`, text ?? '']));
