import { z } from 'zod';
import { system } from '#access';
import { Id } from '#kernel/ids.ts';
import { personalDataIn } from '#kernel/personal-data.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { accountsInRoles, namesOfAccounts } from '../db/bulletins.db.ts';
import {
  changeQuestion,
  findQuestion,
  listPublished,
  listQuestions,
  takeReminder,
} from '../db/questions.db.ts';
import { questionStates, topics } from '../domain/codes.ts';
import { answersOut, isApprover, sharesOut } from '../policies.ts';
import { maybe, words } from './inputs.ts';
import { clockOf, dayInWords, staffRoles, why } from './question-parts.ts';

/** The question box as staff see it: whose, how long left, what waits for an approver. */
export const questions = defineUseCase({
  name: 'outreach.questions',
  purpose: 'public-information',
  input: z
    .object({
      words: maybe(100),
      state: z.enum(questionStates).optional(),
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
