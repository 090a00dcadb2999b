import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findCompany } from '../db/companies.db.ts';
import { businessServicesOn, giveToUnit } from '../db/units.db.ts';
import { writesCompany } from '../policies.ts';

/** Gives the company to another organisation of business services: it handles the company from now on and sees the relation. */
export const handOverCompany = defineUseCase({
  name: 'companies.hand-over',
  purpose: 'business-service',
  input: z.object({ companyId: Id, organisationId: Id }),
  policy: writesCompany,
  audit: { kind: 'none', why: 'Who handles a company; no person is spoken of.' },
  refusals: ['company-not-found', 'organisation-not-found'],
  async run(context, { companyId, organisationId }) {
    if (!(await findCompany(context, companyId))) return err({ code: 'company-not-found' });
    if (!(await businessServicesOn(context)).some(({ id }) => id === organisationId))
      return err({ code: 'organisation-not-found', field: 'organisationId' });
    await giveToUnit(context, companyId, organisationId);
    return ok();
  },
});
