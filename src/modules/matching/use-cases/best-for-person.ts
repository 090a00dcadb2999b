import { z } from 'zod';
import { every, inRole, readsPerson } from '#access';
import { distanceInKilometres, findMunicipality } from '#areas';
import { homesOf } from '#clients';
import { Id } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { needsForMatching, vacancyBriefs } from '#vacancies';
import { answersOf } from '../db/answers.db.ts';
import { matcherFor } from '../matcher.ts';
import { explainFor, readAsViewer } from '../own-reading.ts';
import { matchViews } from '../views.ts';

/** How many needs are looked through for what one missing licence would open. */
const allNeeds = 10_000;
/** How many jobs are shown that only a condition stops. */
const nearlyShown = 3;

/**
 * The jobs that suit a person best, each with the reasons: for the person, and for the own worker. Hidden jobs come only
 * while the person lets business services know. A suggestion has no legal effect; nothing follows from not answering (SKI-08).
 */
export const bestForPerson = defineUseCase({
  name: 'matching.best-for-person',
  purpose: 'employment-service',
  input: z.object({ clientId: Id, limit: z.int().min(1).max(50).default(20) }),
  policy: every<{ clientId: string }>(
    inRole('client', 'expert', 'youth', 'immigrant-adviser', 'joint-emp'),
    readsPerson('skills'),
  ),
  audit: { kind: 'reads', subjects: ({ clientId }) => [clientId] },
  refusals: [],
  async run(handle, { clientId, limit }) {
    const matcher = await matcherFor(handle);
    const all = await matcher.bestForPerson(clientId, { limit: allNeeds });
    const near = await matcher.bestForPerson(clientId, { limit: nearlyShown, stopped: true });
    const ids = [...all.slice(0, limit), ...near].map(({ id }) => id);
    const reading = (await readAsViewer(handle, [clientId])).get(clientId);
    const needs = new Map(
      (
        await needsForMatching(
          handle,
          [...all, ...near].map(({ id }) => id),
        )
      ).map((need) => [need.id, need]),
    );
    const briefs = await vacancyBriefs(handle, ids);
    const opens = new Map<string, number>();
    if (reading) {
      for (const { id, missing } of all) {
        const need = needs.get(id);
        if (missing !== 1 || !need || need.licences.length === 0) continue;
        const only = explainFor(reading, need, handle, matcher.facts).missing.find(
          (one) => one.kind === 'licence',
        );
        if (only?.kind === 'licence') opens.set(only.code, (opens.get(only.code) ?? 0) + 1);
      }
    }
    const shown = reading ? ids.filter((id) => needs.has(id) && briefs.has(id)) : [];
    const explanations = shown.map((id) => explainFor(reading!, needs.get(id)!, handle, matcher.facts));
    const views = await matchViews(handle, explanations, opens);
    const answers = new Map(
      (await answersOf(handle, { clientIds: [clientId], vacancyIds: shown })).map((one) => [
        one.vacancyId,
        one,
      ]),
    );
    const home = (await homesOf(handle, [clientId])).get(clientId);
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
      actions: { answer: handle.viewer.role === 'client' && handle.viewer.clientId === clientId },
    });
  },
});
