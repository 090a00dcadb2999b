import { z } from 'zod';
import { actingAsSystem, every, type ViewerContext } from '#access';
import { accountOf, closeTasks, recordOutcomeOf, responsibleOf, workersWith } from '#clients';
import { companyNames } from '#companies';
import { addYears, Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { fillPlace, vacancyBriefs } from '#vacancies';
import { findIntroduction, type Introduction, moveIntroduction } from '../db/introductions.db.ts';
import { employerReasons, mayMove } from '../domain/introduction.ts';
import { actsForCompany, personTriedFor, stillShared } from '../policies.ts';

const Answer = z.discriminatedUnion('answer', [
  z.object({
    introductionId: Id,
    answer: z.literal('interview'),
    interviewOn: Day,
    note: z.string().trim().max(1_000).optional(),
  }),
  z.object({
    introductionId: Id,
    answer: z.literal('hired'),
    hiredOn: Day,
    note: z.string().trim().max(1_000).optional(),
  }),
  z.object({
    introductionId: Id,
    answer: z.literal('not-chosen'),
    reason: z.enum(employerReasons),
    note: z.string().trim().max(1_000).optional(),
  }),
]);

const dayFields = { interview: 'interviewOn', hired: 'hiredOn', 'not-chosen': undefined } as const;

/** The employer answers: an interview on a day, hired from a day, or not chosen with a reason. */
export const answer = defineUseCase({
  name: 'introductions.answer',
  purpose: 'recruitment',
  input: Answer,
  policy: every(actsForCompany, stillShared),
  audit: {
    kind: 'changes',
    subjects: (input, output: { clientId: string } | undefined) =>
      output ? [output.clientId] : personTriedFor(input),
    details: ({ answer: given }) => ({ answer: given }),
  },
  refusals: ['introduction-not-found', 'answered-already', 'note-needed', 'day-not-possible'],
  async run(context, input) {
    const found = await findIntroduction(context, input.introductionId);
    if (!found) return err({ code: 'introduction-not-found' });
    if (!mayMove(found.state, input.answer)) return err({ code: 'answered-already' });
    if (input.answer === 'not-chosen' && input.reason === 'other' && !input.note)
      return err({ code: 'note-needed', field: 'note' });
    const field = dayFields[input.answer];
    const day =
      input.answer === 'interview' ? input.interviewOn : input.answer === 'hired' ? input.hiredOn : undefined;
    if (field && day && (day < found.introducedOn || day > addYears(context.today, 1)))
      return err({ code: 'day-not-possible', field });
    const moved = await moveIntroduction(context, found, {
      state: input.answer,
      note: input.note || undefined,
      reason: input.answer === 'not-chosen' ? input.reason : undefined,
      interviewOn: input.answer === 'interview' ? input.interviewOn : undefined,
      hiredOn: input.answer === 'hired' ? input.hiredOn : undefined,
    });
    if (!moved) return err({ code: 'answered-already' });
    const hiredOn = input.answer === 'hired' ? input.hiredOn : undefined;
    await actingAsSystem(
      context,
      "an answer ends the adviser's waiting and a hire is the person's outcome",
      async (system) => {
        await closeTasks(system, 'employer-silent', found.introductionId);
        if (hiredOn) await recordHire(system, found, hiredOn);
      },
    );
    await tellOfAnswer(context, found, input.answer);
    return ok({ clientId: found.clientId });
  },
});

/** The hire as an outcome with its date and its source, once (requirements PATH-17), and a place of the need filled. */
export async function recordHire(system: ViewerContext, of: Introduction, hiredOn: Day): Promise<void> {
  await recordOutcomeOf(system, {
    clientId: of.clientId,
    kind: 'employed',
    happenedOn: hiredOn,
    source: 'employer',
    companyId: of.companyId,
    vacancyId: of.vacancyId,
    introductionId: of.introductionId,
  });
  await fillPlace(system, { ...of, filledOn: hiredOn });
}

async function tellOfAnswer(context: ViewerContext, of: Introduction, state: string): Promise<void> {
  const told = await actingAsSystem(context, 'who is to be told', async (system) => ({
    company: (await companyNames(system, [of.companyId])).get(of.companyId) ?? '',
    vacancy: (await vacancyBriefs(system, [of.vacancyId])).get(of.vacancyId)?.title ?? '',
    person: await accountOf(system, of.clientId),
    workers: workersWith((await responsibleOf(system, [of.clientId])).get(of.clientId)),
  }));
  const params = { company: told.company, vacancy: told.vacancy };
  const advisers = new Set([of.introducedBy, ...told.workers]);
  await notify(
    context,
    ...(told.person
      ? [{ accountId: told.person, kind: `introduction-${state}`, params, link: '/my/introductions' }]
      : []),
    ...[...advisers].map((accountId) => ({
      accountId,
      kind: `clients-introduction-${state}`,
      params,
      link: accountId === of.introducedBy ? '/introductions' : `/clients/${of.clientId}`,
    })),
  );
}
