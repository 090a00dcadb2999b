import { type RawBuilder, sql } from 'kysely';
import type { Handle } from '#access';
import type { LocalisedText } from '#kernel/localised.ts';
import type { ShareField } from '../domain/share-profile.ts';
import { receiverOf } from './sharing.db.ts';

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

/** Those who share with the viewer at this instant, each once, with all the fields that are open. */
const shared = (handle: Handle): RawBuilder<unknown> => sql`
  shared as materialized (
    select s.client_id, array_agg(distinct f.field) as fields, max(s.until) as until
      from consents.sharing(null) s, unnest(s.fields) as f (field)
     where ${handle.viewer.role === 'business' ? sql`s.step = 1` : sql`s.step = 2`}
     group by s.client_id),
  listed as (
    select s.*, n.client_id is null as nameless, coalesce(n.family_name || ' ' || n.given_name, '') as name
      from shared s left join clients.name n on n.client_id = s.client_id)`;

/** One page of the people who share with the viewer, and how many there are by this filter. Row-level security reads along. */
export async function sharedPeoplePage(
  handle: Handle,
  filter: PeopleFilter,
): Promise<{ rows: SharedPerson[]; total: number }> {
  const where = conditions(handle, filter);
  const after = filter.before
    ? sql`and (l.nameless, l.name collate kernel_finnish, l.client_id) >
        (${filter.before.nameless}, ${filter.before.name} collate kernel_finnish, ${filter.before.id}::uuid)`
    : sql``;
  const { rows } = await sql<{
    client_id: string;
    fields: ShareField[];
    until: string;
    nameless: boolean;
    name: string;
  }>`with ${shared(handle)} select l.* from listed l where ${where} ${after}
     order by l.nameless, l.name collate kernel_finnish, l.client_id limit ${filter.limit}`.execute(
    handle.db,
  );
  const count = await sql<{ total: number }>`
    with ${shared(handle)} select count(*) as total from listed l where ${where}`.execute(handle.db);
  return {
    rows: rows.map((row) => ({
      id: row.client_id,
      fields: row.fields,
      until: row.until,
      nameless: row.nameless,
      name: row.name,
    })),
    total: count.rows[0]!.total,
  };
}

function conditions(handle: Handle, filter: PeopleFilter): RawBuilder<unknown> {
  const all = [sql`true`];
  if (filter.occupation)
    all.push(sql`(exists (select from skills.occupation o where o.client_id = l.client_id and o.concept_uri = ${filter.occupation})
      or exists (select from skills.wish w where w.client_id = l.client_id and ${filter.occupation} = any (w.occupation_uris)))`);
  if (filter.municipality)
    all.push(
      sql`exists (select from clients.home h where h.client_id = l.client_id and h.municipality_code = ${filter.municipality})`,
    );
  for (const word of (filter.search ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 5)) {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    all.push(sql`(lower(l.name) like ${pattern}
      or (l.nameless and lower(consents.alias(l.client_id, ${receiverOf(handle)}::uuid)) like ${pattern})
      or exists (select from skills.skill k left join vocabulary.name v on v.concept_uri = k.concept_uri
           where k.client_id = l.client_id and (lower(v.text) like ${pattern} or lower(k.own_words) like ${pattern}))
      or exists (select from skills.occupation o join vocabulary.name v on v.concept_uri = o.concept_uri
           where o.client_id = l.client_id and lower(v.text) like ${pattern}))`);
  }
  return sql.join(all, sql` and `);
}

export interface Facet {
  key: string;
  names: LocalisedText;
  count: number;
}

/** Occupations among the people who share with the viewer, commonest first. Everyone counted here has agreed to be seen. */
export async function occupationsAmong(handle: Handle): Promise<Facet[]> {
  const { rows } = await sql<Facet>`with ${shared(handle)}
    select o.concept_uri as key, c.names, count(*) as count
      from shared s join skills.occupation o on o.client_id = s.client_id join vocabulary.concept c on c.uri = o.concept_uri
     where 'skills' = any (s.fields) group by o.concept_uri, c.names order by count(*) desc, o.concept_uri limit 60`.execute(
    handle.db,
  );
  return rows;
}

/** Municipalities among the people who share theirs with the viewer. */
export async function municipalitiesAmong(handle: Handle): Promise<{ key: string; count: number }[]> {
  const { rows } = await sql<{ key: string; count: number }>`with ${shared(handle)}
    select h.municipality_code as key, count(*) as count from shared s join clients.home h on h.client_id = s.client_id
     where 'municipality' = any (s.fields) group by 1 order by 2 desc, 1`.execute(handle.db);
  return rows;
}
