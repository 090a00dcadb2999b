import { z } from 'zod';
import { actingAsSystem, every, may, writesPerson } from '#access';
import { namesOf, responsibleOf, workersWith } from '#clients';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { vacancyBriefs } from '#vacancies';
import { writeAnswer } from '../db/answers.db.ts';

export const answerReasons = [
  'distance',
  'working-time',
  'pay',
  'life-situation',
  'other-plans',
  'not-my-work',
  'other',
] as const;

/** The person says of a job: interested, or not for me and why. The own worker is told; nothing else follows. */
export const answerJob = defineUseCase({
  name: 'matching.answer-job',
  purpose: 'own-data',
  input: z.object({
    clientId: Id,
    vacancyId: Id,
    answer: z.enum(['interested', 'not-for-me']),
    reason: z.preprocess((value) => (value === '' ? undefined : value), z.enum(answerReasons).optional()),
    note: z.string().trim().max(500).optional(),
  }),
  policy: every<{ clientId: string }>(may('own-page:use'), writesPerson('wishes')),
  audit: {
    kind: 'changes',
    subjects: ({ clientId }) => [clientId],
    details: ({ vacancyId, answer }) => ({ vacancyId, answer }),
  },
  refusals: ['vacancy-not-found', 'reason-needed'],
  async run(context, input) {
    const brief = (await vacancyBriefs(context, [input.vacancyId])).get(input.vacancyId);
    if (!brief) return err({ code: 'vacancy-not-found' });
    if (input.answer === 'not-for-me' && !input.reason)
      return err({ code: 'reason-needed', field: 'reason' });
    const reason = input.answer === 'not-for-me' ? input.reason : undefined;
    await writeAnswer(context, { ...input, reason, note: input.note || undefined });
    const told = await actingAsSystem(context, 'the own worker is told of the answer', async (as) => ({
      workers: workersWith((await responsibleOf(as, [input.clientId])).get(input.clientId)),
      name: (await namesOf(as, [input.clientId])).get(input.clientId)?.full ?? '',
    }));
    await notify(
      context,
      ...told.workers.map((accountId) => ({
        accountId,
        kind: input.answer === 'interested' ? 'job-interested' : 'job-not-for-me',
        params: { name: told.name, job: brief.title, company: brief.companyName },
        link: `/clients/${input.clientId}/jobs`,
      })),
    );
    return ok({ answer: input.answer });
  },
});
