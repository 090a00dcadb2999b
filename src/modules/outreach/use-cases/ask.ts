import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { actingAsSystem, anybody, rolesWith } from '#access';
import { questionDeadline } from '#kernel/deadlines.ts';
import { Language } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { unconfirmedPersonalData, wordsWithoutCodes } from '#kernel/words-for-others.ts';
import { usersInRoles } from '#networks';
import { defineUseCase, notify } from '#use-case';
import { addQuestion, countVisitorsQuestions } from '../db/questions.db.ts';
import { topics } from '../domain/codes.ts';
import { hashOf } from './asking.ts';
import { why } from './why.ts';

/** A day with more visitors' questions than this is a machine's, not an area's. */
const mostOfVisitors = 200;

/** What a machine writes and a person asking does not: many links. */
const linksIn = (text: string) => text.match(/https?:\/\/|www\./gi)?.length ?? 0;

/**
 * Asks. Anybody may, without a name: a visitor gets a token with which the answer is read, and nothing else is kept of the
 * visitor. The day of the answer comes from the dated rule.
 */
export const ask = defineUseCase({
  name: 'outreach.ask',
  purpose: 'public-information',
  input: z.object({
    topic: z.enum(topics),
    text: wordsWithoutCodes(4_000).pipe(z.string().min(10, { error: 'question-too-short' })),
    language: Language,
    /** The asker has seen what in the words tells of a person, and sends it. */
    confirmed: z.boolean().default(false),
    /** A field that people do not see: what fills it is a machine. */
    trap: z.string().max(500).default(''),
  }),
  policy: anybody,
  audit: { kind: 'none', why: why.questions },
  refusals: ['looks-like-spam', 'too-many', 'personal-data-unconfirmed'],
  async run(context, { topic, text, language, trap, confirmed }) {
    if (trap !== '' || linksIn(text) > 2) return err({ code: 'looks-like-spam', field: 'text' });
    const unconfirmed = unconfirmedPersonalData(text, confirmed);
    if (unconfirmed) return err(unconfirmed);
    const due = questionDeadline(context.today, topic === 'accessibility' ? 'accessibility' : 'other');
    const { accountId } = context.viewer;
    const token = randomBytes(24).toString('base64url');
    return actingAsSystem(context, 'a visitor may ask and not read', async (system) => {
      if (accountId === undefined && (await countVisitorsQuestions(system, context.today)) >= mostOfVisitors)
        return err({ code: 'too-many' });
      const questionId = await addQuestion(system, {
        topic,
        language,
        text,
        due,
        asker: accountId === undefined ? { tokenHash: hashOf(token) } : { accountId },
      });
      const told = (await usersInRoles(system, rolesWith('questions:receive'))).filter(
        (one) => one.accountId !== accountId,
      );
      await notify(
        system,
        ...told.map((row) => ({
          accountId: row.accountId,
          kind: 'question-came',
          params: {},
          link: `/questions/${questionId}`,
        })),
      );
      return ok({ dueOn: due.due, token: accountId === undefined ? token : undefined });
    });
  },
});
