import { z } from 'zod';
import { every, inRole, readsPerson } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { needsForMatching, vacancyBriefs } from '#vacancies';
import { matcherFor } from '../matcher.ts';
import { explainFor, readAsViewer } from '../own-reading.ts';
import { matchViews } from '../views.ts';

/** Why a person and a need stand where they stand, as the viewer may read both; also when something stops the pair. */
export const explain = defineUseCase({
  name: 'matching.explain',
  purpose: 'employment-service',
  input: z.object({ clientId: Id, vacancyId: Id }),
  policy: every<{ clientId: string }>(
    inRole('client', 'expert', 'youth', 'immigrant-adviser', 'joint-emp', 'business', 'employer'),
    readsPerson('skills'),
  ),
  audit: {
    kind: 'reads',
    subjects: ({ clientId }) => [clientId],
    details: ({ vacancyId }) => ({ vacancyId }),
  },
  refusals: ['vacancy-not-found', 'profile-not-found', 'not-own-need'],
  async run(handle, { clientId, vacancyId }) {
    const [need] = await needsForMatching(handle, [vacancyId]);
    const brief = (await vacancyBriefs(handle, [vacancyId])).get(vacancyId);
    if (!need || !brief) return err({ code: 'vacancy-not-found' });
    if (handle.viewer.role === 'employer' && brief.companyId !== handle.viewer.companyId)
      return err({ code: 'not-own-need' });
    const matcher = await matcherFor(handle);
    const reading = (await readAsViewer(handle, [clientId])).get(clientId);
    if (!reading) return err({ code: 'profile-not-found' });
    const [match] = await matchViews(handle, [explainFor(reading, need, handle, matcher.facts)]);
    return ok({ vacancy: brief, match: match! });
  },
});
