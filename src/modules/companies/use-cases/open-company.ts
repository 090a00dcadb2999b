import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { actionsOf, contactsOf, findCompany, notesOf, visitsOf } from '../db/companies.db.ts';
import { placeName } from '../places.ts';
import { keepsCompanies, readsCompany, writesLocalKnowledge } from '../policies.ts';

/** One company: record, sites, contact persons; for the services also visits, actions and local knowledge. */
export const openCompany = defineUseCase({
  name: 'companies.open',
  purpose: 'business-service',
  input: z.object({ companyId: Id }),
  policy: readsCompany,
  audit: { kind: 'none', why: 'A company is not a person; contact persons stand in it in their office.' },
  refusals: ['company-not-found'],
  async run(handle, { companyId }) {
    const company = await findCompany(handle, companyId);
    if (!company) return err({ code: 'company-not-found' });
    const services = handle.viewer.role !== 'employer';
    const actions = await actionsOf(handle, companyId);
    const keeps = await keepsCompanies(handle, undefined);
    const writes = await writesLocalKnowledge(handle, undefined);
    return ok({
      company: {
        id: company.id,
        name: company.name,
        businessId: company.business_id,
        municipalityCode: company.municipality_code,
        municipality: placeName(company.municipality_code, handle.viewer.language),
        industryCode: company.industry_code ?? undefined,
        sizeClass: company.size_class,
        web: company.web ?? undefined,
        sites: company.sites.map((site) => ({
          ...site,
          municipality: placeName(site.municipalityCode, handle.viewer.language),
        })),
      },
      contacts: await contactsOf(handle, companyId),
      visits: services ? await visitsOf(handle, companyId) : [],
      developmentActions: actions,
      notes: services ? await notesOf(handle, companyId) : [],
      /** Helped: at least one logged action with hours (requirements JOB-17). */
      helped: actions.length > 0,
      actions: { logAction: keeps.permit, addContact: keeps.permit, addNote: writes.permit },
    });
  },
});
