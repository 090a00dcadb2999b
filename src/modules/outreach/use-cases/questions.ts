import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { actingAsSystem, anybody, anySignedIn, type Handle, system } from '#access';
import { workingDaysBetween } from '#kernel/days.ts';
import { questionDeadline } from '#kernel/deadlines.ts';
import { Id } from '#kernel/ids.ts';
import { Language } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { accountsInRoles, namesOfAccounts } from '../db/bulletins.db.ts';
import {
  addQuestion,
  changeQuestion,
  countVisitorsQuestions,
  findByToken,
  findQuestion,
  listPublished,
  listQuestions,
  type Question,
  setPublishing,
  settlePublishing,
  takeReminder,
} from '../db/questions.db.ts';
import { topics } from '../domain/kinds.ts';
import { personalDataIn } from '../domain/personal-data.ts';
import { answersOut, approvesOut, isApprover, sharesOut } from '../policies.ts';
import { allWords, maybe, texts, words } from './inputs.ts';

const why = 'a question in somebody’s own words, without a name; no client’s file';
const staffRoles = [
  'expert',
  'business',
  'youth',
  'immigrant-adviser',
  'area-manager',
  'board',
  'project',
  'comms',
];

/** A day with more visitors' questions than this is a machine's, not an area's. */
const mostOfVisitors = 200;
/** What a machine writes and a person asking does not: many links. */
const linksIn = (text: string) => text.match(/https?:\/\/|www\./gi)?.length ?? 0;

/** A question with its clock: working days left, or late. */
const clockOf = (handle: Handle, question: Question) => {
  const late = question.state === 'open' && handle.today > question.dueOn;
  return {
    late,
    workingDays: late
      ? workingDaysBetween(question.dueOn, handle.today)
      : workingDaysBetween(handle.today, question.dueOn),
    /** Answered by its day? Absent until answered. */
    inTime: question.answeredOn === undefined ? undefined : question.answeredOn <= question.dueOn,
  };
};

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
      })),
    });
  },
});

/** The question box as staff see it: whose, how long left, what waits for an approver. */
export const questions = defineUseCase({
  name: 'outreach.questions',
  purpose: 'public-information',
  input: z
    .object({
      words: maybe(100),
      state: z.enum(['open', 'answered', 'closed']).optional(),
      topic: z.enum(topics).optional(),
      mine: z.boolean().default(false),
    })
    .default({ words: undefined, mine: false }),
  policy: answersOut,
  audit: { kind: 'none', why },
  refusals: [],
  async run(handle, { mine, ...of }) {
    const found = await listQuestions(handle, {
      ...of,
      ...(mine ? { ownerId: handle.viewer.accountId } : {}),
    });
    const names = await namesOfAccounts(
      handle,
      found.map((one) => one.ownerId),
    );
    const waiting = await listPublished(handle, { out: false });
    const published = new Set((await listPublished(handle, { out: true })).map((one) => one.questionId));
    const waits = new Set(
      waiting.filter((one) => one.returnedWhy === undefined).map((one) => one.questionId),
    );
    return ok({
      questions: found.map((one) => ({
        ...one,
        owner: one.ownerId && names.get(one.ownerId),
        ...clockOf(handle, one),
        publishing: published.has(one.questionId)
          ? ('published' as const)
          : waits.has(one.questionId)
            ? ('waiting' as const)
            : undefined,
      })),
      actions: { approve: isApprover(handle.viewer.role), share: sharesOut(handle.viewer.role) },
    });
  },
});

/** One question as staff see it. */
export const openQuestion = defineUseCase({
  name: 'outreach.open-question',
  purpose: 'public-information',
  input: z.object({ questionId: Id }),
  policy: answersOut,
  audit: { kind: 'none', why },
  refusals: ['not-found'],
  async run(handle, { questionId }) {
    const question = await findQuestion(handle, questionId);
    if (!question) return err({ code: 'not-found' });
    const { viewer } = handle;
    const [publishing] = await listPublished(handle, { questionId });
    const names = await namesOfAccounts(handle, [
      question.ownerId,
      question.answeredBy,
      publishing?.authorId,
    ]);
    const mine = question.ownerId === viewer.accountId;
    const shares = sharesOut(viewer.role);
    const waits = publishing && !publishing.publishedAt && publishing.returnedWhy === undefined;
    return ok({
      question: {
        ...question,
        owner: question.ownerId && names.get(question.ownerId),
        answeredByName: question.answeredBy && names.get(question.answeredBy),
        ...clockOf(handle, question),
      },
      publishing: publishing && { ...publishing, author: names.get(publishing.authorId) },
      owners: shares && question.state === 'open' ? await accountsInRoles(handle, staffRoles) : [],
      actions: {
        take: question.state === 'open' && question.ownerId === undefined && !shares,
        share: question.state === 'open' && shares,
        answer: question.state === 'open' && mine,
        close: question.state === 'open' && (mine || shares),
        publish: question.state === 'answered' && (mine || shares) && !publishing?.publishedAt && !waits,
        approve: waits === true && isApprover(viewer.role) && publishing.authorId !== viewer.accountId,
      },
    });
  },
});

/** Gives a question to somebody; anybody of the staff may take one that nobody has. The new owner is told. */
export const giveQuestion = defineUseCase({
  name: 'outreach.give-question',
  purpose: 'public-information',
  input: z.object({ questionId: Id, ownerId: Id }),
  policy: answersOut,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'answered-already', 'not-yours-to-give', 'no-such-owner'],
  async run(handle, { questionId, ownerId }) {
    const question = await findQuestion(handle, questionId);
    if (!question) return err({ code: 'not-found' });
    if (question.state !== 'open') return err({ code: 'answered-already' });
    const { viewer } = handle;
    const takes = ownerId === viewer.accountId && question.ownerId === undefined;
    if (!takes && !sharesOut(viewer.role) && question.ownerId !== viewer.accountId)
      return err({ code: 'not-yours-to-give' });
    if (!takes && !(await accountsInRoles(handle, staffRoles)).some((one) => one.accountId === ownerId))
      return err({ code: 'no-such-owner', field: 'ownerId' });
    await changeQuestion(handle, questionId, { ownerId });
    if (ownerId !== viewer.accountId)
      await notify(handle, {
        accountId: ownerId,
        kind: 'question-given',
        params: { day: dayInWords(question.dueOn) },
        link: `/questions/${questionId}`,
      });
    return ok();
  },
});

const dayInWords = (day: string) => day.split('-').map(Number).reverse().join('.');

/** Answers the asker. Publishing the answer to all is another act, with other words and an approver. */
export const answerQuestion = defineUseCase({
  name: 'outreach.answer-question',
  purpose: 'public-information',
  input: z.object({ questionId: Id, answer: words(8_000) }),
  policy: answersOut,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'answered-already', 'not-the-owner', 'identity-code-in-text'],
  async run(handle, { questionId, answer }) {
    const question = await findQuestion(handle, questionId);
    if (!question) return err({ code: 'not-found' });
    if (question.state !== 'open') return err({ code: 'answered-already' });
    if (question.ownerId !== handle.viewer.accountId) return err({ code: 'not-the-owner' });
    if (personalDataIn(answer).some((one) => one.kind === 'identity-code'))
      return err({ code: 'identity-code-in-text', field: 'answer' });
    await changeQuestion(handle, questionId, { answer });
    if (question.askerId)
      await notify(handle, {
        accountId: question.askerId,
        kind: 'question-answered',
        params: {},
        link: '/public/questions',
      });
    return ok({ inTime: handle.today <= question.dueOn });
  },
});

/** Closes a question without an answer, with a reason that the asker reads: asked twice, not ours, no question. */
export const closeQuestion = defineUseCase({
  name: 'outreach.close-question',
  purpose: 'public-information',
  input: z.object({ questionId: Id, why: words(500) }),
  policy: answersOut,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'answered-already', 'not-the-owner'],
  async run(handle, { questionId, why: reason }) {
    const question = await findQuestion(handle, questionId);
    if (!question) return err({ code: 'not-found' });
    if (question.state !== 'open') return err({ code: 'answered-already' });
    if (question.ownerId !== handle.viewer.accountId && !sharesOut(handle.viewer.role))
      return err({ code: 'not-the-owner' });
    await changeQuestion(handle, questionId, { closedWhy: reason });
    return ok();
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
    const approvers = await accountsInRoles(handle, ['comms', 'area-manager', 'board']);
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

/**
 * Background work, by the day: a question late by 1, 6, 11 … working days is reminded of, to its owner, or to those who share
 * questions out when nobody owns it. Each once.
 */
export const remindLate = defineUseCase({
  name: 'outreach.remind-late',
  purpose: 'upkeep',
  input: z.object({}).default({}),
  policy: system,
  audit: { kind: 'none', why },
  refusals: [],
  async run(handle) {
    let reminded = 0;
    const sharers = await accountsInRoles(handle, ['comms']);
    for (const question of await listQuestions(handle, { state: 'open' })) {
      const { late, workingDays } = clockOf(handle, question);
      if (!late || workingDays < 1) continue;
      const step = workingDays - ((workingDays - 1) % 5);
      if (!(await takeReminder(handle, question.questionId, step))) continue;
      const told = question.ownerId ? [question.ownerId] : sharers.map((one) => one.accountId);
      await notify(
        handle,
        ...told.map((accountId) => ({
          accountId,
          kind: question.ownerId ? 'question-late' : 'question-late-nobodys',
          params: { day: dayInWords(question.dueOn) },
          link: `/questions/${question.questionId}`,
        })),
      );
      reminded += 1;
    }
    return ok({ reminded });
  },
});
