import { z } from 'zod';
import type { ViewerContext } from '#access';
import { municipalityOn } from '#areas';
import { companyBriefs, recordVisit } from '#companies';
import { dayInFinland } from '#kernel/clock.ts';
import { Day } from '#kernel/days.ts';
import { Id, newId } from '#kernel/ids.ts';
import { emptyIsAbsent } from '#kernel/inputs.ts';
import { letters } from '#kernel/letters.ts';
import { err, ok } from '#kernel/result.ts';
import { writeDay } from '#kernel/typed-days.ts';
import { wordsWithoutCodes } from '#kernel/words-for-others.ts';
import { defineUseCase } from '#use-case';
import {
  findVacancy,
  insertStep,
  insertVacancy,
  updateVacancy,
  vacanciesOfCompany,
  writeRequirements,
} from '../db/vacancies.db.ts';
import { certainties, isLive, validUntil } from '../domain/states.ts';
import { notesNeeds } from '../policies.ts';
import { type NeedReadingOut, needsFromText, usualRequirements } from '../reading.ts';

/**
 * Notes a hidden job after a visit: company, need in free text, certainty. The rest is guessed from the text unless it is
 * given. `key` is made with the form and becomes the job's id: sent twice, the note is made once (JOB-01, 003:125).
 */
export const noteHiddenJob = defineUseCase({
  name: 'vacancies.note-hidden-job',
  purpose: 'business-service',
  input: z.object({
    key: Id,
    companyId: z.preprocess(emptyIsAbsent, Id),
    need: wordsWithoutCodes(500),
    certainty: z.enum(certainties),
    occupationUri: z.preprocess(emptyIsAbsent, z.string().max(200).optional()),
    places: z.preprocess(emptyIsAbsent, z.coerce.number().int().min(1).max(500).optional()),
    startsOn: z.preprocess(emptyIsAbsent, Day.optional()),
    municipalityCode: z.preprocess(
      emptyIsAbsent,
      z
        .string()
        .regex(/^\d{3}$/)
        .optional(),
    ),
    channel: z.enum(['on-site', 'phone', 'remote']).default('on-site'),
    note: z.string().trim().max(2000).optional(),
    /** What was read from the words has been looked at and is right. */
    readRight: z.boolean().default(false),
    /** It is another need than the one the company has already. */
    another: z.boolean().default(false),
  }),
  policy: notesNeeds,
  audit: { kind: 'none', why: 'A need of a company; no person is spoken of.' },
  refusals: ['company-not-found', 'municipality-not-found', 'key-used', 'same-need'],
  async run(context, input) {
    const before = await findVacancy(context, input.key);
    if (before) return repeated(before.createdBy, before.companyId, context.viewer.accountId, input);
    const company = (await companyBriefs(context, [input.companyId])).get(input.companyId);
    if (!company) return err({ code: 'company-not-found', field: 'companyId' });
    const municipalityCode = input.municipalityCode ?? company.municipalityCode;
    if (!municipalityOn(municipalityCode, context.today))
      return err({ code: 'municipality-not-found', field: 'municipalityCode' });
    const needs = await needsFromText(context, input.need, input.occupationUri);
    const [read] = needs;
    if (!input.another) {
      const same = await sameNeed(context, company.id, needs);
      if (same)
        return err({
          code: 'same-need',
          field: 'another',
          details: {
            title: same.title,
            count: same.places,
            day: writeDay(dayInFinland(new Date(same.createdAt))),
          },
        });
    }
    const fields = (one: NeedReadingOut) => ({
      companyId: company.id,
      title: one.said?.name ?? firstWords(one.text),
      titleLanguage: one.said?.language ?? context.viewer.language,
      occupationUri: one.occupation?.uri,
      openness: 'hidden' as const,
      state: 'found' as const,
      certainty: input.certainty,
      places: one.places,
      placesAtMost: one.placesAtMost,
      need: one.text,
      municipalityCode,
      workingTimes: [...one.workingTimes],
      startsOn: one.startsOn,
      validTo: validUntil(context.today, one.startsOn),
      source: 'visit' as const,
      readFromWords: !input.readRight,
    });
    const startsOn = input.startsOn ?? read.startsOn;
    const made = await insertVacancy(context, {
      ...fields(read),
      id: input.key,
      ...(input.places === undefined ? {} : { places: input.places, placesAtMost: undefined }),
      startsOn,
      validTo: validUntil(context.today, startsOn),
    });
    if (!made) {
      // The same note arrived at the same moment by another connection, which has made the job meanwhile.
      const other = await findVacancy(context, input.key);
      return repeated(other?.createdBy, other?.companyId, context.viewer.accountId, input);
    }
    const visitId = newId();
    await recordVisit(context, {
      id: visitId,
      companyId: company.id,
      channel: input.channel,
      note: input.note || input.need,
    });
    for (const [at, one] of needs.entries()) {
      const id = at === 0 ? input.key : newId();
      if (at > 0) await insertVacancy(context, { ...fields(one), id });
      await updateVacancy(context, id, { visit_id: visitId });
      await writeRequirements(context, id, await usualRequirements(context, one.occupation?.uri));
      await insertStep(context, id, 'found');
    }
    return ok({ vacancyId: input.key, companyId: company.id, needs: needs.length, repeated: false });
  },
});

/** The beginning of the words as a title, whole words; all of them stand in the need. */
function firstWords(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79).replace(/\s+\S*$/, '')}…`;
}

/** A live need of the company for the same occupation; where none was read, of the same words. */
async function sameNeed(context: ViewerContext, companyId: string, needs: readonly NeedReadingOut[]) {
  const live = (await vacanciesOfCompany(context, companyId)).filter(({ state }) => isLive(state));
  return live.find((row) =>
    needs.some((need) =>
      need.occupation === undefined
        ? sameWords(row.need, need.text)
        : row.occupationUri === need.occupation.uri,
    ),
  );
}

const sameWords = (left: string, right: string) => letters(left) === letters(right);

function repeated(
  by: string | undefined,
  companyId: string | undefined,
  viewer: string | undefined,
  input: { key: string; companyId: string },
) {
  if (by !== viewer || companyId !== input.companyId) return err({ code: 'key-used' } as const);
  return ok({ vacancyId: input.key, companyId: input.companyId, needs: 1, repeated: true });
}
