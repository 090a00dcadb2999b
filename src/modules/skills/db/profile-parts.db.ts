import { sql } from 'kysely';
import type { ViewerContext } from '#access';
import type { LanguageState, SkillState } from '../domain/parts.ts';
import type { ProfileParts } from '../domain/profile-parts.ts';
import { wishState } from './parts.db.ts';

/**
 * What people can and wish, by person: one query, however many people. Row-level security decides what comes, field
 * by field; a person of whom nothing is open is absent. Without `clientIds` everybody is read, in batches.
 */
export async function profilePartsOf(
  context: ViewerContext,
  clientIds?: readonly string[],
): Promise<Map<string, ProfileParts>> {
  if (clientIds !== undefined) return readBatch(context, [...new Set(clientIds)]);
  const all = new Map<string, ProfileParts>();
  for await (const batch of profilePartsInBatches(context))
    for (const [id, parts] of batch) all.set(id, parts);
  return all;
}

/** The same for everybody who has a mapping open to the viewer, some thousand people at a time, by id. */
export async function* profilePartsInBatches(
  context: ViewerContext,
  size = 2000,
): AsyncGenerator<Map<string, ProfileParts>> {
  let after = '00000000-0000-0000-0000-000000000000';
  while (true) {
    const rows = await context.db
      .selectFrom('skills.mapping')
      .select('client_id')
      .where('client_id', '>', after)
      .orderBy('client_id')
      .limit(size)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.client_id;
    yield await readBatch(
      context,
      rows.map((row) => row.client_id),
    );
    if (rows.length < size) return;
  }
}

/** One row a person, with the rows of each table as lists: making an object of every row would take most of the time. */
interface PartsRow {
  client_id: string;
  skills: [string, string | null, string | null, SkillState['level'], SkillState['evidence']][] | null;
  occupations: [string, number][] | null;
  languages: [string, LanguageState['cefr'], boolean][] | null;
  licences: [string, string | null][] | null;
  wish: Parameters<typeof wishState>[0] | null;
  travel_area: string[] | null;
}

async function readBatch({ db }: ViewerContext, ids: readonly string[]): Promise<Map<string, ProfileParts>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<PartsRow>`select p.client_id,
      (select json_agg(json_build_array(s.id, s.concept_uri, s.own_words, s.level, s.evidence) order by s.level desc, s.id)
        from skills.skill s where s.client_id = p.client_id) as skills,
      (select json_agg(json_build_array(o.concept_uri, o.years) order by o.years desc, o.concept_uri)
        from skills.occupation o where o.client_id = p.client_id) as occupations,
      (select json_agg(json_build_array(l.language, l.cefr, l.native) order by l.native desc, l.cefr desc, l.language)
        from skills.language l where l.client_id = p.client_id) as languages,
      (select json_agg(json_build_array(l.code, l.valid_to) order by l.code)
        from skills.licence l where l.client_id = p.client_id) as licences,
      (select to_json(w) from skills.wish w where w.client_id = p.client_id) as wish,
      (select json_agg(a.municipality_code order by a.municipality_code)
        from skills.travel_area a where a.client_id = p.client_id) as travel_area
    from unnest(${[...ids]}::uuid[]) as p(client_id)`.execute(db);
  const found = new Map<string, ProfileParts>();
  for (const row of rows) {
    const { skills, occupations, languages, licences, wish, travel_area } = row;
    if (!skills && !occupations && !languages && !licences && !wish && !travel_area) continue;
    found.set(row.client_id, {
      skills: (skills ?? []).map(([id, uri, ownWords, level, evidence]) => ({
        id,
        ...(uri === null ? {} : { uri }),
        ...(ownWords === null ? {} : { ownWords }),
        level,
        evidence,
      })),
      occupations: (occupations ?? []).map(([uri, years]) => ({ uri, years })),
      languages: (languages ?? []).map(([language, cefr, native]) => ({ language, cefr, native })),
      licences: (licences ?? []).map(([code, validTo]) => ({
        code,
        ...(validTo === null ? {} : { validTo }),
      })),
      ...(wish ? { wish: wishState(wish) as NonNullable<ProfileParts['wish']> } : {}),
      travelArea: travel_area ?? [],
    });
  }
  return found;
}

/** Where a mapping stands: begun on a day, completed on a day. */
export interface MappingState {
  startedOn: string;
  completedOn?: string;
}

/** Where the mappings of these people stand; one who has none is absent, and cannot be profiled (SKI-01). */
export async function mappingStatesOf(
  { db }: ViewerContext,
  clientIds: readonly string[],
): Promise<Map<string, MappingState>> {
  if (clientIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('skills.mapping')
    .selectAll()
    .where(sql<boolean>`client_id = any(${[...new Set(clientIds)]}::uuid[])`)
    .execute();
  return new Map(
    rows.map((row) => [
      row.client_id,
      { startedOn: row.started_on, ...(row.completed_on === null ? {} : { completedOn: row.completed_on }) },
    ]),
  );
}

/** How many skills people have in their mappings; a person without any is absent. */
export async function skillCounts(
  { db }: ViewerContext,
  clientIds?: readonly string[],
): Promise<Map<string, number>> {
  let query = db
    .selectFrom('skills.skill')
    .select(['client_id', sql<number>`count(*)`.as('count')])
    .groupBy('client_id');
  if (clientIds !== undefined)
    query = query.where(sql<boolean>`client_id = any(${[...new Set(clientIds)]}::uuid[])`);
  return new Map((await query.execute()).map((row) => [row.client_id, row.count]));
}
