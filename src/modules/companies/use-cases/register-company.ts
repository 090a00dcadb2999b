import { z } from 'zod';
import { municipalityOn } from '#areas';
import { BusinessId } from '#kernel/business-id.ts';
import { WebAddress } from '#kernel/field-kinds.ts';
import { newId } from '#kernel/ids.ts';
import { optional, optionalText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findByBusinessId, insertCompany } from '../db/companies.db.ts';
import { sizeClasses } from '../domain/company.ts';
import { registersCompanies } from '../policies.ts';

/** Takes a company into the register; refuses a Y-tunnus that is there already and tells whose it is (JOB-04). */
export const registerCompany = defineUseCase({
  name: 'companies.register',
  purpose: 'business-service',
  input: z.object({
    businessId: BusinessId,
    name: z.string().trim().min(1, 'required').max(200),
    municipalityCode: z.string().regex(/^\d{3}$/, 'required'),
    sizeClass: z.enum(sizeClasses).default('unknown'),
    industryCode: optionalText(10),
    web: optional(WebAddress),
  }),
  policy: registersCompanies,
  audit: { kind: 'none', why: 'A company is not a person.' },
  refusals: ['company-registered', 'municipality-not-found'],
  async run(context, input) {
    if (!municipalityOn(input.municipalityCode, context.today))
      return err({ code: 'municipality-not-found', field: 'municipalityCode' });
    const companyId = await insertCompany(context, { id: newId(), ...input });
    if (companyId) return ok({ companyId });
    const existing = await findByBusinessId(context, input.businessId);
    return err({
      code: 'company-registered',
      field: 'businessId',
      details: { companyId: existing?.id ?? '', name: existing?.name ?? '' },
    });
  },
});
