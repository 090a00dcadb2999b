import { sql } from 'kysely';
import type { ViewerContext } from '#access';
import { pageFromSql } from '#lists';

/** Companies of the register by name or business ID; eight are enough to choose from, and the rest are counted. */
export function companiesLike(context: ViewerContext, words: string) {
  return pageFromSql<{ id: string; name: string; businessId: string; municipalityCode: string }>(
    context,
    {
      name: 'companies-of-roles',
      from: sql`companies.company c`,
      id: sql`c.id`,
      row: sql`c.id, c.name, c.business_id as "businessId", c.municipality_code as "municipalityCode"`,
      sorts: { name: [{ by: sql`c.search`, as: 'letters' }] },
      sort: 'name',
      search: sql`c.search`,
    },
    { search: words, filters: {}, limit: 8 },
  );
}
