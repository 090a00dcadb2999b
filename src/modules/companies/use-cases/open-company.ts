import { z } from 'zod';
import type { ViewerContext } from '#access';
import { Id } from '#kernel/ids.ts';
import { inLanguage } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { organisationNames } from '#networks';
import { defineUseCase } from '#use-case';
import { actionsOf, contactsOf, findCompany, notesOf, visitsOf } from '../db/companies.db.ts';
import { businessServicesOn } from '../db/units.db.ts';
import { placeName } from '../places.ts';
import { readsCompany, readsRelation, writesCompany, writesLocalKnowledge } from '../policies.ts';

/** One company: record, sites, contact persons; for the services also visits, actions and local knowledge. */
export const openCompany = defineUseCase({
  name: 'companies.open',
  purpose: 'business-service',
  input: z.object({ companyId: Id }),
  policy: readsCompany,
  audit: { kind: 'none', why: 'A company is not a person; contact persons stand in it in their office.' },
  refusals: ['company-not-found'],
  async run(context, { companyId }) {
    const company = await findCompany(context, companyId);
    if (!company) return err({ code: 'company-not-found' });
    const own = context.viewer.companyId === companyId;
    const relation = await readsRelation(context, companyId);
    const actions = relation || own ? await actionsOf(context, companyId) : [];
    const writes = await writesCompany(context, { companyId });
    const notes = await writesLocalKnowledge(context, { companyId });
    const unit = company.unit_id ?? undefined;
    return ok({
      company: {
        id: company.id,
        name: company.name,
        businessId: company.business_id,
        municipalityCode: company.municipality_code,
        municipality: placeName(company.municipality_code, context.viewer.language),
        industryCode: company.industry_code ?? undefined,
        sizeClass: company.size_class,
        web: company.web ?? undefined,
        sites: company.sites.map((site) => ({
          ...site,
          municipality: placeName(site.municipalityCode, context.viewer.language),
        })),
      },
      /** The organisation that handles the company, and whether its relation is open to the viewer (class C, “unit”). */
      unit: unit === undefined ? undefined : { organisationId: unit, name: await nameOf(context, unit) },
      relationOpen: relation || own,
      /** To whom the unit can give the company. */
      units: writes.permit
        ? (await businessServicesOn(context))
            .filter(({ id }) => id !== unit)
            .map(({ id, names }) => ({
              organisationId: id,
              name: inLanguage(names, context.viewer.language).text,
            }))
        : [],
      contacts: relation || own ? await contactsOf(context, companyId) : [],
      visits: relation ? await visitsOf(context, companyId) : [],
      developmentActions: actions,
      notes: relation ? await notesOf(context, companyId) : [],
      /** Helped: at least one logged action with hours (requirements JOB-17). */
      helped: actions.length > 0,
      actions: { logAction: writes.permit, addContact: writes.permit, addNote: notes.permit },
    });
  },
});

async function nameOf(context: ViewerContext, organisationId: string): Promise<string> {
  const names = (await organisationNames(context, [organisationId])).get(organisationId);
  return inLanguage(names ?? {}, context.viewer.language).text;
}
