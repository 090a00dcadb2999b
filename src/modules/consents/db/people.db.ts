import { sql } from 'kysely';
import type { ViewerContext } from '#access';
import type { ConsentField } from '#kernel/consent-fields.ts';
import type { LocalisedText } from '#kernel/localised.ts';
import { readSearch } from '#kernel/search.ts';
import { type Asked, pageFromSql } from '#lists';

export interface SharedPerson {
  id: string;
  fields: ConsentField[];
  until: string;
}

/** One page of the people who share with the viewer: those with a name first, by name; the nameless after them. */
export function sharedPeoplePage(context: ViewerContext, asked: Asked) {
  const words = readSearch(asked.search)?.words ?? [];
  const sure = words.map((word) => `${word.inside}|${word.inflected}`);
  const loose = words.map((word, at) => (word.slip === undefined ? sure[at]! : `${sure[at]}|${word.slip}`));
  const { occupation = [], place = [] } = asked.filters;
  return pageFromSql<SharedPerson>(
    context,
    {
      name: 'people',
      with: sql`people as materialized (
        select * from consents.people_found(${sure}::text[], ${loose}::text[], ${occupation[0] ?? null}, ${place[0] ?? null}))`,
      from: sql`people l`,
      id: sql`l.client_id`,
      row: sql`l.client_id as id, l.fields, l.until`,
      sorts: {
        name: [
          { by: sql`l.nameless`, as: 'boolean' },
          { by: sql`l.name`, as: 'text' },
        ],
        until: [{ by: sql`l.until`, as: 'timestamptz' }],
      },
      sort: 'name',
      found: () => ({ rank: sql`l.rank` }),
    },
    { ...asked, filters: {} },
  );
}

/** All who share with the viewer. */
const shared = sql`shared as materialized (select * from consents.people_found('{}', '{}', null, null))`;

export interface Facet {
  key: string;
  names: LocalisedText;
  count: number;
}

/** Occupations among the people who share with the viewer, commonest first. Everyone counted here has agreed to be seen. */
export async function occupationsAmong(context: ViewerContext): Promise<Facet[]> {
  const { rows } = await sql<Facet>`with ${shared}
    select o.concept_uri as key, c.names, count(*) as count
      from shared s join skills.occupation o on o.client_id = s.client_id join vocabulary.concept c on c.uri = o.concept_uri
     where 'skills' = any (s.fields) group by o.concept_uri, c.names order by count(*) desc, o.concept_uri`.execute(
    context.db,
  );
  return rows;
}

/** Municipalities among the people who share theirs with the viewer. */
export async function municipalitiesAmong(context: ViewerContext): Promise<{ key: string; count: number }[]> {
  const { rows } = await sql<{ key: string; count: number }>`with ${shared}
    select h.municipality_code as key, count(*) as count from shared s join clients.home h on h.client_id = s.client_id
     where 'municipality' = any (s.fields) group by 1 order by 2 desc, 1`.execute(context.db);
  return rows;
}
