import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { actingAsSystem, anybody, anySignedIn } from '#access';
import { questionDeadline } from '#kernel/deadlines.ts';
import { Language } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { accountsInRoles } from '../db/bulletins.db.ts';
import { addQuestion, countVisitorsQuestions, findByToken, listQuestions } from '../db/questions.db.ts';
import { topics } from '../domain/codes.ts';
import { words } from './inputs.ts';
import { why } from './question-parts.ts';

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
    text: words(4_000).pipe(z.string().min(10, { error: 'question-too-short' })),
    language: Language,
    /** A field that people do not see: what fills it is a machine. */
    trap: z.string().max(500).default(''),
  }),
  policy: anybody,
  audit: { kind: 'none', why },
  refusals: ['looks-like-spam', 'too-many'],
  async run(handle, { topic, text, language, trap }) {
    if (trap !== '' || linksIn(text) > 2) return err({ code: 'looks-like-spam', field: 'text' });
    const due = questionDeadline(handle.today, topic === 'accessibility' ? 'accessibility' : 'other');
    const { accountId } = handle.viewer;
    const token = randomBytes(24).toString('base64url');
    return actingAsSystem(handle, 'a visitor may ask and not read', async (house) => {
      if (accountId === undefined && (await countVisitorsQuestions(house, handle.today)) >= mostOfVisitors)
        return err({ code: 'too-many' });
      const questionId = await addQuestion(house, {
        topic,
        language,
        text,
        due,
        asker: accountId === undefined ? { tokenHash: hashOf(token) } : { accountId },
      });
      const told = (await accountsInRoles(house, ['comms'])).filter((one) => one.accountId !== accountId);
      await notify(
        house,
        ...told.map((one) => ({
          accountId: one.accountId,
          kind: 'question-came',
          params: {},
          link: `/questions/${questionId}`,
        })),
      );
      return ok({ dueOn: due.due, token: accountId === undefined ? token : undefined });
    });
  },
});

const hashOf = (token: string) => createHash('sha256').update(token).digest();

/** A visitor's own question by its token: when the answer comes, or the answer. */
export const ownQuestion = defineUseCase({
  name: 'outreach.own-question',
  purpose: 'public-information',
  input: z.object({ token: z.string().min(20).max(100) }),
  policy: anybody,
  audit: { kind: 'none', why },
  refusals: ['not-found'],
  async run(handle, { token }) {
    const question = await actingAsSystem(handle, 'the token is the visitor’s key', (house) =>
      findByToken(house, hashOf(token)),
    );
    if (!question) return err({ code: 'not-found' });
    const { text, topic, state, answer, dueOn, askedOn, answeredOn, closedWhy, language } = question;
    return ok({ text, topic, state, answer, dueOn, askedOn, answeredOn, closedWhy, language });
  },
});

/** The viewer's own questions and their answers. */
export const myQuestions = defineUseCase({
  name: 'outreach.my-questions',
  purpose: 'own-data',
  input: z.object({}).default({}),
  policy: anySignedIn,
  audit: { kind: 'none', why: 'the viewer’s own questions' },
  refusals: [],
  async run(handle) {
    const found = await listQuestions(handle, { askerId: handle.viewer.accountId });
    return ok({ questions: found.map((one) => ({ ...one, ownerId: undefined, answeredBy: undefined })) });
  },
});
