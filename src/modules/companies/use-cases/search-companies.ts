import { z } from 'zod';
import { cutPage, decodeCursor } from '#kernel/cursors.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { companiesLike } from '../db/companies.db.ts';
import { placeName } from '../places.ts';
import { readsRegister } from '../policies.ts';

const Place = z.object({ score: z.number(), name: z.string(), id: Id });

/** Companies by name or Y-tunnus; forgives slips and endings. Nothing typed gives all, by name. */
export const searchCompanies = defineUseCase({
  name: 'companies.search',
  purpose: 'business-service',
  input: z.object({
    text: z.string().max(100).default(''),
    cursor: z.string().max(600).optional(),
    limit: z.int().min(1).max(200).default(50),
  }),
  policy: readsRegister,
  audit: { kind: 'none', why: 'Companies are not persons; contact persons are not in the list.' },
  refusals: ['invalid-cursor'],
  async run(handle, { text, cursor, limit }) {
    const place = cursor === undefined ? undefined : decodeCursor(cursor, Place);
    if (place && !place.ok) return err({ code: 'invalid-cursor' });
    const rows = await companiesLike(handle, text, limit + 1, place?.value);
    const { items, next } = cutPage(rows, limit, ({ score, name, id }) => ({ score, name, id }));
    const companies = items.map(({ score: _score, ...row }) => ({
      ...row,
      municipality: placeName(row.municipalityCode, handle.viewer.language),
    }));
    return ok({ companies, next, actions: { register: handle.viewer.role === 'business' } });
  },
});
