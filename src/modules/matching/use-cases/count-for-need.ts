import { z } from 'zod';
import { may } from '#access';
import { companyBriefs } from '#companies';
import { Id } from '#kernel/ids.ts';
import { emptyIsAbsent } from '#kernel/inputs.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { type NeedReadingOut, needsFromText, usualRequirements } from '#vacancies';
import type { Need } from '../domain/profile.ts';
import type { Counted } from '../domain/steps.ts';
import { easingOf, type NeedEasing } from '../easing.ts';
import { listBehind } from '../list-behind.ts';
import { matcherFor } from '../matcher.ts';

/** What was read, and the numbers when an occupation was found and the reader may open the people behind them. */
export interface CountedNeed {
  reading: NeedReadingOut;
  /** The other needs of the same words, which are kept beside the first. */
  also: readonly NeedReadingOut[];
  counts?: Counted | undefined;
  /** What the need could ask less of; only when it was asked for. */
  easing?: NeedEasing | undefined;
}

/**
 * How many people, who share with the adviser's organisation, fit a need that is only being written, and how many are
 * short of something. No names; the numbers are as they are, since the reader may open the people (requirements SKI-09, X-06).
 */
export const countForNeed = defineUseCase({
  name: 'matching.count-for-need',
  purpose: 'business-service',
  input: z.object({
    text: z.string().max(500),
    occupationUri: z.preprocess(emptyIsAbsent, z.string().max(200).optional()),
    companyId: z.preprocess(emptyIsAbsent, Id.optional()),
    municipalityCode: z.preprocess(
      emptyIsAbsent,
      z
        .string()
        .regex(/^\d{3}$/)
        .optional(),
    ),
    easing: z.boolean().default(false),
  }),
  policy: may('people-for-need:count', { 'consent-1': 'rows' }),
  audit: { kind: 'none', why: 'Two numbers of people whom the reader may open; opening them is logged.' },
  refusals: [],
  async run(context, input) {
    const [reading, ...also] = await needsFromText(context, input.text, input.occupationUri);
    const behind = listBehind(context);
    if (!reading.occupation || !behind) return ok<CountedNeed>({ reading, also });
    const company = input.companyId
      ? (await companyBriefs(context, [input.companyId])).get(input.companyId)
      : undefined;
    const required = await usualRequirements(context, reading.occupation.uri);
    const matcher = await matcherFor(context);
    const need: Need = {
      ...required,
      occupationUri: reading.occupation.uri,
      workingTimes: reading.workingTimes,
      municipalityCode: input.municipalityCode ?? company?.municipalityCode,
      startsOn: reading.startsOn,
      hidden: true,
      live: true,
    };
    const asked = { receiverOrganisationId: behind.organisationId, changes: [] };
    const counted = await matcher.countFor(need, asked);
    return ok<CountedNeed>({
      reading,
      also,
      counts: counted,
      easing: input.easing ? await easingOf(context, matcher, need, asked) : undefined,
    });
  },
});
