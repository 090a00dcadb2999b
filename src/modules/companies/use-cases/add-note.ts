import { z } from 'zod';
import { holds } from '#access';
import { Id, newId } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { ofAPrivatePerson, unconfirmedPersonalData, wordsWithoutCodes } from '#kernel/words-for-others.ts';
import { defineUseCase } from '#use-case';
import { findCompany, insertNote } from '../db/companies.db.ts';
import { takeIntoUnit } from '../db/units.db.ts';
import { writesLocalKnowledge } from '../policies.ts';

/** Writes local knowledge about a company or one of its jobs; both services see it at once (requirements JOB-21). */
export const addNote = defineUseCase({
  name: 'companies.add-note',
  purpose: 'business-service',
  input: z.object({
    companyId: Id,
    vacancyId: Id.optional(),
    text: wordsWithoutCodes(2000),
    confirmed: z.boolean().default(false),
  }),
  policy: writesLocalKnowledge,
  audit: { kind: 'none', why: 'Local knowledge is about companies and jobs, not about persons.' },
  refusals: ['company-not-found', 'personal-data-unconfirmed'],
  async run(context, { confirmed, ...input }) {
    const unconfirmed = unconfirmedPersonalData(input.text, confirmed, ofAPrivatePerson);
    if (unconfirmed) return err(unconfirmed);
    if (!(await findCompany(context, input.companyId))) return err({ code: 'company-not-found' });
    const noteId = newId();
    if (holds(context, 'companies:write')) await takeIntoUnit(context, input.companyId);
    await insertNote(context, { id: noteId, ...input });
    return ok({ noteId });
  },
});
