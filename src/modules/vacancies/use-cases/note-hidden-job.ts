import { z } from 'zod';
import { municipalityOn } from '#areas';
import { companyBriefs, recordVisit } from '#companies';
import { Day } from '#kernel/days.ts';
import { Id, newId } from '#kernel/ids.ts';
import { emptyIsAbsent } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import {
  findVacancy,
  insertStep,
  insertVacancy,
  updateVacancy,
  writeRequirements,
} from '../db/vacancies.db.ts';
import { certainties, validUntil } from '../domain/states.ts';
import { notesNeeds } from '../policies.ts';
import { needFromText, usualRequirements } from '../reading.ts';

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
    need: z.string().trim().min(1, 'required').max(500),
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
  }),
  policy: notesNeeds,
  audit: { kind: 'none', why: 'A need of a company; no person is spoken of.' },
  refusals: ['company-not-found', 'municipality-not-found', 'key-used'],
  async run(context, input) {
    const before = await findVacancy(context, input.key);
    if (before) return repeated(before.createdBy, before.companyId, context.viewer.accountId, input);
    const company = (await companyBriefs(context, [input.companyId])).get(input.companyId);
    if (!company) return err({ code: 'company-not-found', field: 'companyId' });
    const municipalityCode = input.municipalityCode ?? company.municipalityCode;
    if (!municipalityOn(municipalityCode, context.today))
      return err({ code: 'municipality-not-found', field: 'municipalityCode' });
    const read = await needFromText(context, input.need, input.occupationUri);
    const startsOn = input.startsOn ?? read.startsOn;
    const made = await insertVacancy(context, {
      id: input.key,
      companyId: company.id,
      title: read.occupation?.name ?? input.need.slice(0, 80),
      occupationUri: read.occupation?.uri,
      openness: 'hidden',
      state: 'found',
      certainty: input.certainty,
      places: input.places ?? read.places,
      need: input.need,
      municipalityCode,
      workingTimes: [...read.workingTimes],
      startsOn,
      validTo: validUntil(context.today, startsOn),
      source: 'visit',
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
    await updateVacancy(context, input.key, { visit_id: visitId });
    await writeRequirements(context, input.key, await usualRequirements(context, read.occupation?.uri));
    await insertStep(context, input.key, 'found');
    return ok({ vacancyId: input.key, repeated: false });
  },
});

function repeated(
  by: string | undefined,
  companyId: string | undefined,
  viewer: string | undefined,
  input: { key: string; companyId: string },
) {
  if (by !== viewer || companyId !== input.companyId) return err({ code: 'key-used' } as const);
  return ok({ vacancyId: input.key, repeated: true });
}
