import { z } from 'zod';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { companiesLike } from '../db/companies.db.ts';
import { placeName } from '../places.ts';
import { readsRegister } from '../policies.ts';

/** Companies by name or Y-tunnus; forgives slips and endings. Nothing typed gives all, by name. */
export const searchCompanies = defineUseCase({
  name: 'companies.search',
  purpose: 'business-service',
  input: z.object({ text: z.string().max(100).default(''), limit: z.int().min(1).max(200).default(50) }),
  policy: readsRegister,
  audit: { kind: 'none', why: 'Companies are not persons; contact persons are not in the list.' },
  refusals: [],
  async run(handle, { text, limit }) {
    const rows = await companiesLike(handle, text, limit);
    const companies = rows.map((row) => ({ ...row, municipality: placeName(row.municipalityCode, handle.viewer.language) }));
    return ok({ companies, actions: { register: handle.viewer.role === 'business' } });
  },
});
