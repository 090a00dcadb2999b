import { z } from 'zod';
import { may } from '#access';
import { Id } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { needsForMatching } from '#vacancies';
import { listBehind } from '../list-behind.ts';
import { matcherFor } from '../matcher.ts';

/** For the adviser's pipeline: how many people, who share with the own organisation, fit each of these needs. */
export const needsWithPeople = defineUseCase({
  name: 'matching.needs-with-people',
  purpose: 'business-service',
  input: z.object({ vacancyIds: z.array(Id).max(200) }),
  policy: may('people-for-need:count', { 'consent-1': 'rows' }),
  audit: { kind: 'none', why: 'Numbers of people whom the reader may open; opening them is logged.' },
  refusals: [],
  async run(context, { vacancyIds }) {
    const behind = listBehind(context);
    if (!behind) return ok({ needs: [] });
    const matcher = await matcherFor(context);
    const needs = [];
    for (const need of await needsForMatching(context, vacancyIds)) {
      const { fitting, oneMissing } = await matcher.countFor(need, {
        receiverOrganisationId: behind.organisationId,
      });
      needs.push({ vacancyId: need.id, fitting, oneMissing });
    }
    return ok({ needs });
  },
});
