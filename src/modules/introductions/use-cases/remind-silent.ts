import { z } from 'zod';
import { system, type ViewerContext } from '#access';
import { closeTasks, openTask } from '#clients';
import { companyNames, employerAccounts } from '#companies';
import { sharingOf } from '#consents';
import { introductionReminderDays } from '#kernel/deadlines.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { vacancyBriefs } from '#vacancies';
import {
  type Introduction,
  moveIntroduction,
  takeReminder,
  waitingIntroductions,
} from '../db/introductions.db.ts';
import { remindersDue } from '../domain/introduction.ts';

/**
 * Background work, by the day: a silent employer is reminded on working days 2 and 5; on the 6th it becomes the
 * responsible adviser's task. An introduction whose person shares nothing any more is ended instead.
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
    const sharing = await sharingOf(context, [...new Set(waiting.map((each) => each.clientId))]);
    const clientIds: string[] = [];
    let reminded = 0;
    for (const each of waiting) {
      const shared = sharing.some(
        (consent) =>
          consent.clientId === each.clientId &&
          (consent.receiverCompanyId === each.companyId ||
            consent.attendingCompanyIds.includes(each.companyId)),
      );
      if (!shared) {
        await moveIntroduction(context, each, { state: 'withdrawn', reason: 'consent-withdrawn' });
        await closeTasks(context, 'employer-silent', each.introductionId);
        clientIds.push(each.clientId);
      } else if (each.state === 'waiting') {
        const due = remindersDue(each.introducedOn, context.today, each.taken);
        for (const step of due) await takeReminder(context, each.introductionId, step);
        const last = due.at(-1);
        if (last) {
          await act(context, each, last);
          clientIds.push(each.clientId);
          reminded++;
        }
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
