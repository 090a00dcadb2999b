import { z } from 'zod';
import { rolesWith, system } from '#access';
import { ok } from '#kernel/result.ts';
import { usersInRoles } from '#networks';
import { defineUseCase, notify } from '#use-case';
import { listQuestions, takeReminder } from '../db/questions.db.ts';
import { clockOf } from './question-clock.ts';
import { why } from './why.ts';

/**
 * Background work, by the day: a question late by 1, 6, 11 … working days is reminded of, to its owner, or to those who share
 * questions out when nobody owns it. Each once.
 */
export const remindLate = defineUseCase({
  name: 'outreach.remind-late',
  purpose: 'upkeep',
  input: z.object({}).default({}),
  policy: system,
  audit: { kind: 'none', why: why.questions },
  refusals: [],
  async run(context) {
    let reminded = 0;
    const sharers = await usersInRoles(context, rolesWith('questions:receive'));
    for (const question of await listQuestions(context, { state: 'open' })) {
      const { late, workingDays } = clockOf(context, question);
      if (!late || workingDays < 1) continue;
      const step = workingDays - ((workingDays - 1) % 5);
      if (!(await takeReminder(context, question.questionId, step))) continue;
      const told = question.ownerId ? [question.ownerId] : sharers.map((sharer) => sharer.accountId);
      await notify(
        context,
        ...told.map((accountId) => ({
          accountId,
          kind: question.ownerId ? 'question-late' : 'question-late-nobodys',
          params: { day: question.dueOn },
          link: `/questions/${question.questionId}`,
        })),
      );
      reminded += 1;
    }
    return ok({ reminded });
  },
});
