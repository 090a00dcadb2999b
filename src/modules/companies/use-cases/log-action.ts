import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Id, newId } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findCompany, insertAction } from '../db/companies.db.ts';
import { actionKinds, Hours, optionalText } from '../domain/company.ts';
import { keepsCompanies } from '../policies.ts';

/** Logs development work done with a company; from then on the company counts as helped (JOB-16, JOB-17). Hours. */
export const logAction = defineUseCase({
  name: 'companies.log-action',
  purpose: 'business-service',
  input: z.object({
    companyId: Id,
    kind: z.enum(actionKinds),
    doneOn: Day,
    hours: Hours,
    description: z.string().trim().min(1, 'required').max(2000),
    result: optionalText(2000),
  }),
  policy: keepsCompanies,
  audit: { kind: 'none', why: 'Work with a company; no person is spoken of.' },
  refusals: ['company-not-found', 'day-in-future'],
  async run(handle, input) {
    if (input.doneOn > handle.today) return err({ code: 'day-in-future', field: 'doneOn' });
    if (!(await findCompany(handle, input.companyId))) return err({ code: 'company-not-found' });
    const actionId = newId();
    await insertAction(handle, { id: actionId, ...input });
    return ok({ actionId });
  },
});
