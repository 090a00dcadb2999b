import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { emptyIsAbsent } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findVacancy, updateVacancy } from '../db/vacancies.db.ts';
import { validUntil } from '../domain/states.ts';
import { mayWriteNeed, writesNeeds } from '../policies.ts';

/** A person has looked at what was read from the words of a note, and set it right: from now on the need is in the figures. */
export const confirmReading = defineUseCase({
  name: 'vacancies.confirm-reading',
  purpose: 'business-service',
  input: z.object({
    vacancyId: Id,
    places: z.number().int().min(1).max(500),
    startsOn: z.preprocess(emptyIsAbsent, Day.optional()),
  }),
  policy: writesNeeds,
  audit: { kind: 'none', why: 'A need of a company; no person is spoken of.' },
  refusals: ['vacancy-not-found', 'not-own-need'],
  async run(context, { vacancyId, places, startsOn }) {
    const row = await findVacancy(context, vacancyId);
    if (!row) return err({ code: 'vacancy-not-found' });
    if (!mayWriteNeed(context, row.companyId)) return err({ code: 'not-own-need' });
    await updateVacancy(context, vacancyId, {
      places,
      ...(places === row.places ? {} : { places_at_most: null }),
      starts_on: startsOn ?? null,
      ...(startsOn === row.startsOn ? {} : { valid_to: validUntil(context.today, startsOn) }),
      read_from_words: false,
    });
    return ok({ vacancyId });
  },
});
