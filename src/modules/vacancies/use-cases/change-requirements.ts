import { z } from 'zod';
import { municipalityOn } from '#areas';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { emptyIsAbsent } from '#kernel/inputs.ts';
import { inLanguage } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { conceptNames } from '#vocabulary';
import { findVacancy, licenceCodes, updateVacancy, writeRequirements } from '../db/vacancies.db.ts';
import { cefrLevels, certainties, workingTimes } from '../domain/states.ts';
import { mayWriteNeed, writesNeeds } from '../policies.ts';
import { usualRequirements } from '../reading.ts';

/**
 * Corrects a need: occupation, places, first day, times, and what is required. A changed occupation fills the skills anew
 * from the vocabulary; otherwise the given ones replace the old.
 */
export const changeRequirements = defineUseCase({
  name: 'vacancies.change-requirements',
  purpose: 'business-service',
  input: z.object({
    vacancyId: Id,
    title: z.string().trim().min(1, 'required').max(200),
    occupationUri: z.preprocess(emptyIsAbsent, z.string().max(200).optional()),
    certainty: z.enum(certainties),
    places: z.number().int().min(1).max(500),
    municipalityCode: z.string().regex(/^\d{3}$/, 'required'),
    startsOn: z.preprocess(emptyIsAbsent, Day.optional()),
    validTo: Day,
    workingTimes: z.array(z.enum(workingTimes)).default([]),
    essential: z.array(z.string().max(200)).max(200).default([]),
    /** One more skill that is essential, beside those that are kept. */
    skillUri: z.preprocess(emptyIsAbsent, z.string().max(200).optional()),
    optional: z.array(z.string().max(200)).max(300).default([]),
    languages: z
      .array(z.object({ language: z.string().regex(/^[a-z]{2,3}$/), cefr: z.enum(cefrLevels) }))
      .max(20)
      .default([])
      .refine((languages) => new Set(languages.map(({ language }) => language)).size === languages.length, {
        error: 'language-twice',
      }),
    licences: z.array(z.string().max(100)).max(40).default([]),
  }),
  policy: writesNeeds,
  audit: { kind: 'none', why: 'A need of a company; no person is spoken of.' },
  refusals: [
    'vacancy-not-found',
    'not-own-need',
    'concept-not-found',
    'licence-not-found',
    'municipality-not-found',
  ],
  async run(context, input) {
    const row = await findVacancy(context, input.vacancyId);
    if (!row) return err({ code: 'vacancy-not-found' });
    if (!mayWriteNeed(context, row.companyId)) return err({ code: 'not-own-need' });
    if (!municipalityOn(input.municipalityCode, context.today))
      return err({ code: 'municipality-not-found', field: 'municipalityCode' });
    const changed = input.occupationUri !== row.occupationUri;
    const usual = changed ? await usualRequirements(context, input.occupationUri) : undefined;
    const added = input.skillUri === undefined ? [] : [input.skillUri];
    const essential = [...new Set([...(usual?.essential ?? input.essential), ...added])];
    const optional = usual?.optional ?? input.optional;
    const uris = [...essential, ...optional, ...(input.occupationUri ? [input.occupationUri] : [])];
    const names = await conceptNames(context, uris);
    if (uris.some((uri) => !names.has(uri)))
      return err({ code: 'concept-not-found', field: 'occupationUri' });
    const known = await licenceCodes(context);
    if (input.licences.some((code) => !known.has(code)))
      return err({ code: 'licence-not-found', field: 'licences' });
    const name =
      input.occupationUri && changed
        ? inLanguage(names.get(input.occupationUri) ?? {}, context.viewer.language).text
        : '';
    await updateVacancy(context, row.id, {
      title: changed && input.title === row.title && name !== '' ? name : input.title,
      ...(changed && input.title === row.title && name !== ''
        ? { title_language: context.viewer.language }
        : {}),
      occupation_uri: input.occupationUri ?? null,
      certainty: input.certainty,
      places: input.places,
      ...(input.places === row.places ? {} : { places_at_most: null }),
      read_from_words: false,
      municipality_code: input.municipalityCode,
      working_times: input.workingTimes,
      starts_on: input.startsOn ?? null,
      valid_to: input.validTo,
    });
    await writeRequirements(context, row.id, {
      essential,
      optional,
      languages: input.languages,
      licences: input.licences,
    });
    return ok({ vacancyId: row.id, refilled: changed });
  },
});
