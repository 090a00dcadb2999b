import { z } from 'zod';
import { every, isSelf, may, readsPerson } from '#access';
import { distanceInKilometres, findMunicipality } from '#areas';
import { homesOf } from '#clients';
import { Id } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { needsForMatching, vacancyBriefs } from '#vacancies';
import { changeViews, chosenChanges, stepViews } from '../change-views.ts';
import { answersOf } from '../db/answers.db.ts';
import { circumstancesOf } from '../db/approaches.db.ts';
import { fairList } from '../domain/fairness.ts';
import { weightsOn } from '../domain/weights.ts';
import { matcherFor } from '../matcher.ts';
import { explainFor, readAsViewer } from '../own-reading.ts';
import { matchViews } from '../views.ts';
import { ChangeKeys } from './inputs.ts';

/** How many jobs are shown that only a condition stops. */
const nearlyShown = 3;
/** Steps told, of those counted; the others can be tried. */
const stepsCounted = 12;

/**
 * The jobs that suit a person best, each with the reasons: for the person, and for the own worker. Hidden jobs come only
 * while the person lets business services know. A suggestion has no legal effect; nothing follows from not answering (SKI-08).
 */
export const bestForPerson = defineUseCase({
  name: 'matching.best-for-person',
  purpose: 'employment-service',
  input: z.object({ clientId: Id, limit: z.int().min(1).max(50).default(20), changes: ChangeKeys }),
  policy: every<{ clientId: string }>(may('jobs-of-person:read', { case: 'rows' }), readsPerson('skills')),
  audit: { kind: 'reads', subjects: ({ clientId }) => [clientId] },
  refusals: [],
  async run(context, { clientId, limit, changes }) {
    const weights = weightsOn(context.today);
    const matcher = await matcherFor(context);
    const best = await matcher.bestForPerson(clientId, { limit: Math.max(limit, weights.fairness.among) });
    const near = await matcher.bestForPerson(clientId, { limit: nearlyShown, stopped: true });
    const reading = (await readAsViewer(context, [clientId])).get(clientId);
    const found = [...best, ...near].map(({ id }) => id);
    const needs = new Map((await needsForMatching(context, found)).map((need) => [need.id, need]));
    const seen = best.filter(({ id }) => needs.has(id));
    const circumstances = await circumstancesOf(
      context,
      seen.map(({ id }) => id),
      clientId,
    );
    const listed = fairList(seen, circumstances, weights).slice(0, limit);
    const terms = new Map(listed.map((pair) => [pair.id, pair.terms]));
    const ids = [...listed, ...near].map(({ id }) => id);
    const briefs = await vacancyBriefs(context, ids);
    const steps = reading ? await matcher.stepsForPerson(clientId, stepsCounted) : [];
    const opens = new Map(
      steps.flatMap(({ change, fitting }) => (change.kind === 'licence' ? [[change.code, fitting]] : [])),
    );
    const chosen = chosenChanges(changes).filter(({ side }) => side === 'person');
    const imagined = chosen.length > 0 ? await matcher.whatIf({ clientId, changes: chosen }) : undefined;
    const shown = reading ? ids.filter((id) => needs.has(id) && briefs.has(id)) : [];
    const explanations = shown.map((id) => explainFor(reading!, needs.get(id)!, context, matcher.facts));
    const views = await matchViews(context, explanations, {
      opens,
      terms: shown.map((id) => terms.get(id) ?? []),
    });
    const answers = new Map(
      (await answersOf(context, { clientIds: [clientId], vacancyIds: shown })).map((answer) => [
        answer.vacancyId,
        answer,
      ]),
    );
    const home = (await homesOf(context, [clientId])).get(clientId);
    const distance = (code: string) =>
      home && findMunicipality(home) && findMunicipality(code)
        ? Math.round(distanceInKilometres(home, code))
        : undefined;
    const stopped = new Set(near.map(({ id }) => id));
    const rows = shown.map((id, at) => {
      const { createdBy: _createdBy, ...vacancy } = briefs.get(id)!;
      return {
        vacancy,
        kilometres: distance(vacancy.municipalityCode),
        match: views[at]!,
        answer: answers.get(id),
      };
    });
    return ok({
      mapped: reading !== undefined,
      jobs: rows.filter(({ vacancy }) => !stopped.has(vacancy.id)),
      /** Near, but a condition stops them: so that the person sees which one, and what to do about it. */
      stopped: rows.filter(({ vacancy }) => stopped.has(vacancy.id)),
      /** What one step would open, best first; the numbers are of the person's own jobs. */
      steps: await stepViews(context, steps),
      /** Counts with the changes that were chosen. */
      whatIf: imagined?.jobs && { changes: await changeViews(context, chosen), ...imagined.jobs },
      actions: { answer: isSelf(context.viewer) && context.viewer.clientId === clientId },
    });
  },
});
