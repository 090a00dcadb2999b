import { z } from 'zod';
import { conditionOf, readsPerson } from '#access';
import { namesOf } from '#clients';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { needsForMatching, vacancyBriefs } from '#vacancies';
import { changeViews, chosenChanges } from '../change-views.ts';
import { circumstancesOf } from '../db/approaches.db.ts';
import { fairnessTerms } from '../domain/fairness.ts';
import { pairChanges, peopleChange } from '../domain/steps.ts';
import { weightsOn } from '../domain/weights.ts';
import { listBehind } from '../list-behind.ts';
import { matcherFor } from '../matcher.ts';
import { explainFor, readAsViewer } from '../own-reading.ts';
import { matchViews } from '../views.ts';
import { ChangeKeys } from './inputs.ts';

/** Why a person and a need stand where they stand, as the viewer may read both; also when something stops the pair. */
export const explain = defineUseCase({
  name: 'matching.explain',
  purpose: 'employment-service',
  input: z.object({ clientId: Id, vacancyId: Id, changes: ChangeKeys }),
  policy: readsPerson('skills'),
  audit: {
    kind: 'reads',
    subjects: ({ clientId }) => [clientId],
    details: ({ vacancyId }) => ({ vacancyId }),
  },
  refusals: ['vacancy-not-found', 'profile-not-found', 'not-own-need'],
  async run(context, { clientId, vacancyId, changes }) {
    const [need] = await needsForMatching(context, [vacancyId]);
    const brief = (await vacancyBriefs(context, [vacancyId])).get(vacancyId);
    if (!need || !brief) return err({ code: 'vacancy-not-found' });
    const by = conditionOf(context.viewer.role, 'person.skills:read');
    if (by === 'consent-2' && brief.companyId !== context.viewer.companyId)
      return err({ code: 'not-own-need' });
    // Those who receive a share profile see the pair and people's counts, and not the person's other jobs.
    const receivesOnly = by === 'consent-1' || by === 'consent-2';
    const matcher = await matcherFor(context);
    const reading = (await readAsViewer(context, [clientId])).get(clientId);
    if (!reading) return err({ code: 'profile-not-found' });
    const weights = weightsOn(context.today);
    const now = explainFor(reading, need, context, matcher.facts);
    const chosen = chosenChanges(changes);
    const ownOrganisation = listBehind(context)?.organisationId;
    const among = ownOrganisation && ({ kind: 'receivers', organisationId: ownOrganisation } as const);
    const imagined =
      chosen.length > 0
        ? await matcher.whatIf({
            changes: chosen,
            clientId: receivesOnly ? undefined : clientId,
            counted: among ? { need, among } : undefined,
            pair: { profile: reading.profile, fields: reading.fields, need },
          })
        : undefined;
    const circumstances = (await circumstancesOf(context, [vacancyId], clientId)).get(vacancyId);
    const terms =
      receivesOnly || !circumstances || now.standing === 'stopped'
        ? []
        : fairnessTerms(circumstances, weights);
    const after = imagined?.pair?.after;
    const [match, changed] = await matchViews(context, [now, ...(after ? [after] : [])], { terms: [terms] });
    const { createdBy: _createdBy, ...vacancy } = brief;
    return ok({
      vacancy,
      person: (await namesOf(context, [clientId])).get(clientId)?.full,
      match: match!,
      choices: await changeViews(context, pairChanges(now, reading.profile)),
      /** The pair and the counts with what was chosen: jobs for the person's side, people for the need's. */
      whatIf: imagined && {
        changes: await changeViews(context, chosen),
        match: changed!,
        jobs: imagined.jobs,
        people:
          imagined.people && peopleChange(imagined.people.before.fitting, imagined.people.after.fitting),
      },
    });
  },
});
