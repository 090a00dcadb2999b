import { z } from 'zod';
import { holds } from '#access';
import { parseBusinessId } from '#kernel/business-id.ts';
import { ok } from '#kernel/result.ts';
import { listInput } from '#lists';
import { defineUseCase } from '#use-case';
import { companyPage, companyPlaces } from '../db/companies.db.ts';
import { companyContacts, companySorts } from '../domain/codes.ts';
import { placeName } from '../places.ts';
import { listsCompanies } from '../policies.ts';

/** Companies by name or Y-tunnus, which may be written in any of its forms. Nothing typed gives all, by name. */
export const searchCompanies = defineUseCase({
  name: 'companies.search',
  purpose: 'business-service',
  input: listInput({
    sorts: companySorts,
    filters: { place: z.string().regex(/^\d{3}$/), contact: z.enum(companyContacts) },
  }),
  policy: listsCompanies,
  audit: { kind: 'none', why: 'Companies are not persons; contact persons are not in the list.' },
  refusals: ['invalid-cursor'],
  async run(context, asked) {
    const businessId = parseBusinessId(asked.search);
    const page = await companyPage(context, {
      ...asked,
      search: businessId.ok ? businessId.value : asked.search,
    });
    if (!page.ok) return page;
    const nameOf = (code: string) => placeName(code, context.viewer.language);
    return ok({
      ...page.value,
      rows: page.value.rows.map((row) => ({
        ...row,
        lastVisit: row.lastVisit ?? undefined,
        municipality: nameOf(row.municipalityCode),
      })),
      places: (await companyPlaces(context)).map((place) => ({ ...place, name: nameOf(place.code) })),
      actions: { register: holds(context, 'companies:register') },
    });
  },
});
