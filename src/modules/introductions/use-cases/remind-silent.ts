import { z } from 'zod';
import { system, type ViewerContext } from '#access';
import { openTask } from '#clients';
import { companyNames, employerAccounts } from '#companies';
import { introductionReminderDays } from '#kernel/deadlines.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { vacancyBriefs } from '#vacancies';
import { type Introduction, takeReminder, waitingIntroductions } from '../db/introductions.db.ts';
import { remindersDue } from '../domain/introduction.ts';
import { endUnshared, unsharedAmong } from './unshared.ts';

/** Background work: an introduction whose consent has ended by itself ends too, and everybody is told as of a withdrawal. */
export const endExpired = defineUseCase({
  name: 'introductions.end-expired',
  purpose: 'upkeep',
  input: z.object({}).default({}),
  policy: system,
  audit: {
    kind: 'changes',
    subjects: (_input: unknown, output: { clientIds: string[] } | undefined) => output?.clientIds ?? [],
  },
  refusals: [],
  async run(context) {
    return ok({ clientIds: await endUnshared(context, await waitingIntroductions(context), undefined) });
  },
});

/**
 * Background work, by the day: a silent employer is reminded on working days 2 and 5; on the 6th it becomes the
 * responsible adviser's task. Nobody is reminded of a person who shares nothing any more.
 */
export const remindSilent = defineUseCase({
  name: 'introductions.remind-silent',
  purpose: 'upkeep',
  input: z.object({}).default({}),
  policy: system,
  audit: {
    kind: 'changes',
    subjects: (_input: unknown, output: { clientIds: string[] } | undefined) => output?.clientIds ?? [],
  },
  refusals: [],
  async run(context) {
    const waiting = await waitingIntroductions(context);
    const unshared = new Set((await unsharedAmong(context, waiting)).map((each) => each.introductionId));
    const clientIds: string[] = [];
    let reminded = 0;
    for (const each of waiting) {
      if (each.state !== 'waiting' || unshared.has(each.introductionId)) continue;
      const due = remindersDue(each.introducedOn, context.today, each.taken);
      for (const step of due) await takeReminder(context, each.introductionId, step);
      const last = due.at(-1);
      if (last) {
        await act(context, each, last);
        clientIds.push(each.clientId);
        reminded++;
      }
    }
    return ok({ reminded, clientIds });
  },
});

async function act(context: ViewerContext, of: Introduction, step: 2 | 5 | 6): Promise<void> {
  const company = (await companyNames(context, [of.companyId])).get(of.companyId) ?? '';
  const vacancy = (await vacancyBriefs(context, [of.vacancyId])).get(of.vacancyId)?.title ?? '';
  const params = { company, vacancy, workingDays: step };
  if (step === 6) {
    const { adviserTaskOn, rule } = introductionReminderDays(of.introducedOn);
    await openTask(context, of.clientId, {
      kind: 'employer-silent',
      dueOn: adviserTaskOn,
      ruleId: rule.id,
      subjectId: of.introductionId,
      details: { company, vacancy },
    });
    await notify(context, {
      accountId: of.introducedBy,
      kind: 'employer-still-silent',
      params,
      link: '/introductions',
    });
    return;
  }
  const accounts = await employerAccounts(context, of.companyId);
  await notify(
    context,
    ...accounts.map((accountId) => ({
      accountId,
      kind: 'introduction-reminder',
      params,
      link: `/employer/introductions/${of.introductionId}`,
    })),
  );
}
