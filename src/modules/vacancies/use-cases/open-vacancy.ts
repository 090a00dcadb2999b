import { z } from 'zod';
import { anybody, holds } from '#access';
import { companyNames } from '#companies';
import { Id } from '#kernel/ids.ts';
import { languageName } from '#kernel/language-names.ts';
import { inLanguage } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { conceptNames } from '#vocabulary';
import { filledPlaces } from '../db/places.db.ts';
import { findVacancy, requirementsOfVacancies, stepsOf } from '../db/vacancies.db.ts';
import { attentionOf, movesFrom } from '../domain/states.ts';
import { mayWriteNeed, readsWordsOf } from '../policies.ts';

/**
 * One need with its requirements and history. Row-level security decides whether it is there for this viewer: a hidden one
 * is not found by the public, by a jobseeker without consent to business services, or by another employer.
 */
export const openVacancy = defineUseCase({
  name: 'vacancies.open',
  purpose: 'business-service',
  input: z.object({ vacancyId: Id }),
  policy: anybody,
  audit: { kind: 'none', why: 'A need of a company; no person is spoken of.' },
  refusals: ['vacancy-not-found'],
  async run(context, { vacancyId }) {
    const row = await findVacancy(context, vacancyId);
    if (!row) return err({ code: 'vacancy-not-found' });
    const required = (await requirementsOfVacancies(context, [vacancyId])).get(vacancyId);
    const uris = [
      ...(required?.essential ?? []),
      ...(required?.optional ?? []),
      ...(row.occupationUri ? [row.occupationUri] : []),
    ];
    const names = await conceptNames(context, uris);
    const named = (uri: string) => ({
      uri,
      name: inLanguage(names.get(uri) ?? {}, context.viewer.language).text || uri,
    });
    const words = readsWordsOf(context, row.companyId);
    const { need, createdBy: _createdBy, ...rest } = row;
    const writes = mayWriteNeed(context, row.companyId);
    const companies = await companyNames(context, [row.companyId]);
    return ok({
      vacancy: { ...rest, companyName: companies.get(row.companyId) ?? '', ...(words ? { need } : {}) },
      occupation: row.occupationUri ? named(row.occupationUri) : undefined,
      requirements: {
        essential: (required?.essential ?? []).map(named),
        optional: (required?.optional ?? []).map(named),
        languages: (required?.languages ?? []).map((language) => ({
          ...language,
          name: languageName(language.language, context.viewer.language),
        })),
        licences: required?.licences ?? [],
      },
      /** How many of its places have been filled; told to those who may read the words of the need. */
      filled: words ? ((await filledPlaces(context, [vacancyId])).get(vacancyId) ?? 0) : 0,
      attention: words ? attentionOf(row, context.today) : undefined,
      history: words ? await stepsOf(context, vacancyId) : [],
      moves: writes ? movesFrom(row.state) : [],
      actions: {
        change: writes,
        move: writes,
        confirmReading: writes && row.readFromWords,
        match: holds(context, 'people-for-need:read'),
      },
    });
  },
});
