import { sql } from 'kysely';
import type { Handle } from '#access';
import type { LocalisedText } from '#kernel/localised.ts';
import type { ShareField } from '../domain/share-profile.ts';

export interface PeopleFilter {
  search?: string | undefined;
  occupation?: string | undefined;
  municipality?: string | undefined;
  before?: PlaceInList | undefined;
  limit: number;
}
/** Where a row stands in the list: people with a name first, by name; the nameless after them. */
export interface PlaceInList {
  nameless: boolean;
  name: string;
  id: string;
}
export interface SharedPerson extends PlaceInList {
  fields: ShareField[];
  until: string;
}

/** Patterns of the words searched for, five at the most. */
function patternsOf(search: string | undefined): string[] {
  const words = (search ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 5);
  return words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}

/** One page of the people who share with the viewer, and how many there are by this filter. */
export async function sharedPeoplePage(
  handle: Handle,
  { search, occupation, municipality, before, limit }: PeopleFilter,
): Promise<{ rows: SharedPerson[]; total: number }> {
  const after = before
    ? sql`where (l.nameless, l.name collate kernel_finnish, l.client_id) >
        (${before.nameless}, ${before.name} collate kernel_finnish, ${before.id}::uuid)`
    : sql``;
  const { rows } = await sql<{
    client_id: string;
    fields: ShareField[];
    until: string;
    nameless: boolean;
    name: string;
    total: number;
  }>`with listed as materialized (
      select * from consents.shared_people(${patternsOf(search)}::text[], ${occupation ?? null}, ${municipality ?? null})),
    counted as (select count(*) as total from listed)
    select l.*, c.total from counted c left join (select * from listed l ${after}
      order by l.nameless, l.name collate kernel_finnish, l.client_id limit ${limit}) l on true
     order by l.nameless, l.name collate kernel_finnish, l.client_id`.execute(handle.db);
  return {
    rows: rows
      .filter((row) => row.client_id !== null)
      .map((row) => ({
        id: row.client_id,
        fields: row.fields,
        until: row.until,
        nameless: row.nameless,
        name: row.name,
      })),
    total: rows[0]?.total ?? 0,
  };
}

/** All who share with the viewer. */
const shared = sql`shared as materialized (select * from consents.shared_people('{}', null, null))`;

export interface Facet {
  key: string;
  names: LocalisedText;
  count: number;
}

/** Occupations among the people who share with the viewer, commonest first. Everyone counted here has agreed to be seen. */
export async function occupationsAmong(handle: Handle): Promise<Facet[]> {
  const { rows } = await sql<Facet>`with ${shared}
    select o.concept_uri as key, c.names, count(*) as count
      from shared s join skills.occupation o on o.client_id = s.client_id join vocabulary.concept c on c.uri = o.concept_uri
     where 'skills' = any (s.fields) group by o.concept_uri, c.names order by count(*) desc, o.concept_uri limit 60`.execute(
    handle.db,
  );
  return rows;
}

/** Municipalities among the people who share theirs with the viewer. */
export async function municipalitiesAmong(handle: Handle): Promise<{ key: string; count: number }[]> {
  const { rows } = await sql<{ key: string; count: number }>`with ${shared}
    select h.municipality_code as key, count(*) as count from shared s join clients.home h on h.client_id = s.client_id
     where 'municipality' = any (s.fields) group by 1 order by 2 desc, 1`.execute(handle.db);
  return rows;
}
