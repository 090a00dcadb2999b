import { z } from 'zod';
import { may } from '#access';
import { smallNumberLimitOn } from '#kernel/deadlines.ts';
import { Id } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { suppressCount } from '#kernel/small-numbers.ts';
import { defineUseCase } from '#use-case';
import { needsForMatching } from '#vacancies';
import { matcherFor } from '../matcher.ts';

/** For the adviser's pipeline: how many people, who share with the own organisation, fit each of these needs. */
export const needsWithPeople = defineUseCase({
  name: 'matching.needs-with-people',
  purpose: 'business-service',
  input: z.object({ vacancyIds: z.array(Id).max(200) }),
  policy: may('people-for-need:count', { 'consent-1': 'rows' }),
  audit: { kind: 'none', why: 'Numbers of five or more; nobody can be told apart.' },
  refusals: [],
  async run(context, { vacancyIds }) {
    const { organisationId } = context.viewer;
    if (!organisationId) return ok({ needs: [] });
    const matcher = await matcherFor(context);
    const limit = smallNumberLimitOn(context.today);
    const needs = [];
    for (const need of await needsForMatching(context, vacancyIds)) {
      const counted = await matcher.countFor(need, { receiverOrganisationId: organisationId });
      needs.push({
        vacancyId: need.id,
        fitting: suppressCount(counted.fitting, { limit }),
        oneMissing: suppressCount(counted.oneMissing, { limit }),
      });
    }
    return ok({ needs });
  },
});
