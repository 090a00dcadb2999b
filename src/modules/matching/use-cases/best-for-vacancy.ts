import { z } from 'zod';
import { may } from '#access';
import { namesOf } from '#clients';
import { signsFor } from '#consents';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { needsForMatching, type VacancyBrief, vacancyBriefs } from '#vacancies';
import { answersOf, type PersonAnswer } from '../db/answers.db.ts';
import { ownClients } from '../db/changes.db.ts';
import type { Counted } from '../domain/steps.ts';
import { easingOf, type NeedEasing } from '../easing.ts';
import { listBehind } from '../list-behind.ts';
import { matcherFor } from '../matcher.ts';
import { explainFor, readAsViewer } from '../own-reading.ts';
import { type MatchView, matchViews } from '../views.ts';
import { ChangeKeys } from './inputs.ts';

/** What a list of people for a need holds. */
export interface PeopleForVacancy {
  vacancy: VacancyBrief;
  /** Among those who share with the viewer's organisation; absent for an expert. */
  counts?: Counted | undefined;
  /** What the need could ask less of, best first, and everything that can be tried; absent for an expert. */
  easing?: NeedEasing | undefined;
  people: {
    clientId: string;
    /** Absent when the person does not share it. */
    name?: string | undefined;
    /** The sign of a nameless profile, the same every time for this receiver. */
    sign?: string | undefined;
    match: MatchView;
    answer?: PersonAnswer | undefined;
    /** Business services introduce when step 2 to the company is in force, and ask for it when it is not. */
    actions: { introduce: boolean; askConsent: boolean };
  }[];
}

/**
 * The people who suit a need best, each with the reasons. A business adviser gets those whose consent to the own
 * organisation is in force, an expert the own clients; what is shown is read under the viewer's own handle.
 */
export const bestForVacancy = defineUseCase({
  name: 'matching.best-for-vacancy',
  purpose: 'business-service',
  input: z.object({ vacancyId: Id, limit: z.int().min(1).max(50).default(20), changes: ChangeKeys }),
  policy: may('people-for-need:read'),
  audit: {
    kind: 'reads',
    subjects: (_input, output: PeopleForVacancy | undefined) =>
      output?.people.map(({ clientId }) => clientId) ?? [],
    details: ({ vacancyId }) => ({ vacancyId }),
  },
  refusals: ['vacancy-not-found'],
  async run(context, { vacancyId, limit, changes }) {
    const [need] = await needsForMatching(context, [vacancyId]);
    const brief = (await vacancyBriefs(context, [vacancyId])).get(vacancyId);
    if (!need || !brief) return err({ code: 'vacancy-not-found' });
    const matcher = await matcherFor(context);
    const receiverOrganisationId = listBehind(context)?.organisationId;
    const among = receiverOrganisationId
      ? ({ kind: 'receivers', organisationId: receiverOrganisationId } as const)
      : ({ kind: 'clients', ids: await ownClients(context) } as const);
    const ranked = (await matcher.bestForVacancy(vacancyId, { limit, among })) ?? [];
    const ids = ranked.map(({ id }) => id);
    const readings = await readAsViewer(context, ids);
    const shown = ids.filter((id) => readings.has(id));
    const explanations = shown.map((id) => explainFor(readings.get(id)!, need, context, matcher.facts));
    const views = await matchViews(context, explanations);
    const names = await namesOf(context, shown);
    const signs = receiverOrganisationId
      ? await signsFor(context, shown, receiverOrganisationId)
      : new Map<string, string>();
    const answers = new Map(
      (await answersOf(context, { clientIds: shown, vacancyIds: [vacancyId] })).map((answer) => [
        answer.clientId,
        answer,
      ]),
    );
    const counted = receiverOrganisationId
      ? await matcher.countFor(need, { receiverOrganisationId })
      : undefined;
    return ok<PeopleForVacancy>({
      vacancy: brief,
      counts: counted,
      easing: receiverOrganisationId
        ? await easingOf(context, matcher, need, { receiverOrganisationId, changes })
        : undefined,
      people: shown.map((clientId, at) => {
        const agreed = readings
          .get(clientId)!
          .sharings.some(
            (sharing) =>
              sharing.step === 2 &&
              (sharing.receiverCompanyId === brief.companyId ||
                sharing.attendingCompanyIds.includes(brief.companyId)),
          );
        return {
          clientId,
          name: names.get(clientId)?.full,
          sign: signs.get(clientId),
          match: views[at]!,
          answer: answers.get(clientId),
          actions: {
            introduce: receiverOrganisationId !== undefined && agreed,
            askConsent: receiverOrganisationId !== undefined && !agreed,
          },
        };
      }),
    });
  },
});
