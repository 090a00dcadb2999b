import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Hours } from '#kernel/field-kinds.ts';
import { Id, newId } from '#kernel/ids.ts';
import { optionalText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { ofAPrivatePerson, unconfirmedPersonalData, wordsWithoutCodes } from '#kernel/words-for-others.ts';
import { defineUseCase } from '#use-case';
import { findCompany, insertAction } from '../db/companies.db.ts';
import { takeIntoUnit } from '../db/units.db.ts';
import { actionKinds } from '../domain/company.ts';
import { writesCompany } from '../policies.ts';

/** Logs development work done with a company; from then on the company counts as helped (JOB-16, JOB-17). Hours. */
export const logAction = defineUseCase({
  name: 'companies.log-action',
  purpose: 'business-service',
  input: z.object({
    companyId: Id,
    kind: z.enum(actionKinds),
    doneOn: Day,
    hours: Hours.gt(0, 'hours-not-fitting').max(200, 'hours-not-fitting'),
    description: wordsWithoutCodes(2000),
    result: optionalText(2000),
    confirmed: z.boolean().default(false),
  }),
  policy: writesCompany,
  audit: { kind: 'none', why: 'Work with a company; no person is spoken of.' },
  refusals: ['company-not-found', 'day-in-future', 'personal-data-unconfirmed'],
  async run(context, { confirmed, ...input }) {
    if (input.doneOn > context.today) return err({ code: 'day-in-future', field: 'doneOn' });
    if (!(await findCompany(context, input.companyId))) return err({ code: 'company-not-found' });
    const unconfirmed = unconfirmedPersonalData(
      `${input.description}\n${input.result ?? ''}`,
      confirmed,
      ofAPrivatePerson,
    );
    if (unconfirmed) return err(unconfirmed);
    const actionId = newId();
    await takeIntoUnit(context, input.companyId);
    await insertAction(context, { id: actionId, ...input });
    return ok({ actionId });
  },
});
