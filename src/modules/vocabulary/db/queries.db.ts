import { sql } from 'kysely';
import type { ViewerContext } from '#access';
import type { LocalisedText } from '#kernel/localised.ts';

/** Preferred names of concepts by URI, of retired ones too; a URI that is not there is absent. */
export async function conceptNames(
  context: ViewerContext,
  uris: readonly string[],
): Promise<Map<string, LocalisedText>> {
  if (uris.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('vocabulary.concept')
    .select(['uri', 'names'])
    .where('uri', 'in', [...new Set(uris)])
    .execute();
  return new Map(rows.map((row) => [row.uri, row.names as LocalisedText]));
}

/** The skills that an occupation always or sometimes needs, by URI in a stable order. */
export async function requirementsOf(
  context: ViewerContext,
  occupationUri: string,
): Promise<{ essential: string[]; optional: string[] }> {
  const rows = await context.db
    .selectFrom('vocabulary.occupation_skill as r')
    .innerJoin('vocabulary.concept as c', 'c.uri', 'r.skill_uri')
    .select(['r.skill_uri', 'r.essential'])
    .where('r.occupation_uri', '=', occupationUri)
    .where('c.retired', '=', false)
    .orderBy('r.skill_uri')
    .execute();
  const of = (essential: boolean): string[] =>
    rows.filter((row) => row.essential === essential).map((row) => row.skill_uri);
  return { essential: of(true), optional: of(false) };
}

/** Of every occupation: its four digits of ISCO-08 while it is in use, and the skills that it always needs, in no order. */
export async function occupationFacts(
  context: ViewerContext,
): Promise<{ uri: string; isco: string | null; essential: string[] }[]> {
  const { rows } = await sql<{ uri: string; isco: string | null; essential: string[] }>`
    select o.uri, case when not o.retired then o.isco end as isco, coalesce(r.essential, '[]') as essential
    from vocabulary.concept o left join (
      select r.occupation_uri, json_agg(r.skill_uri) as essential
      from vocabulary.occupation_skill r join vocabulary.concept s on s.uri = r.skill_uri
      where r.essential and not s.retired group by r.occupation_uri) r on r.occupation_uri = o.uri
    where o.kind = 'occupation'`.execute(context.db);
  return rows;
}

/** The groups above each skill that has any, nearest first, at most two levels; in a stable order. */
export async function skillGroups(context: ViewerContext): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ skill: string; groups: string[] }>`
    select s.uri as skill, array_remove(array[min(near.broader_uri), min(above.broader_uri)], null) as groups
    from vocabulary.concept s join vocabulary.broader near on near.narrower_uri = s.uri
      left join vocabulary.broader above on above.narrower_uri = near.broader_uri
    where s.kind = 'skill' group by s.uri`.execute(context.db);
  return new Map(rows.map((row) => [row.skill, row.groups]));
}

/** An occupation near another: how many of that one's essential skills it needs too, essentially or not. */
export interface OccupationNeighbour {
  uri: string;
  shared: number;
  of: number;
}

/** The occupations that share most of an occupation's essential skills, nearest first. */
export async function occupationNeighbours(
  context: ViewerContext,
  occupationUri: string,
  limit = 10,
): Promise<OccupationNeighbour[]> {
  const { rows } = await sql<OccupationNeighbour>`
    with own as (select skill_uri from vocabulary.occupation_skill where occupation_uri = ${occupationUri} and essential)
    select r.occupation_uri as uri, count(*)::int as shared, (select count(*)::int from own) as of
    from vocabulary.occupation_skill r join own using (skill_uri)
      join vocabulary.concept c on c.uri = r.occupation_uri and not c.retired
    where r.occupation_uri <> ${occupationUri}
    group by r.occupation_uri order by count(*) desc, r.occupation_uri limit ${limit}`.execute(context.db);
  return rows;
}

/** All licences with their names, by code. */
export async function readLicences(
  context: ViewerContext,
): Promise<{ code: string; kind: string; names: LocalisedText }[]> {
  const rows = await context.db.selectFrom('vocabulary.licence').selectAll().orderBy('code').execute();
  return rows.map((row) => ({ code: row.code, kind: row.kind, names: row.names as LocalisedText }));
}
