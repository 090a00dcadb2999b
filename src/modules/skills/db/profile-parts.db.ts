import { sql } from 'kysely';
import type { Handle } from '#access';
import type { LanguageState, SkillState } from '../domain/parts.ts';
import { emptyProfileParts, type ProfileParts } from '../domain/profile-parts.ts';
import { wishState } from './parts.db.ts';

/**
 * What people can and wish, by person: six queries, however many people. Row-level security decides what comes, field
 * by field; a person of whom nothing is open is absent. Without `clientIds` everybody is read, in batches.
 */
export async function profilePartsOf(
  handle: Handle,
  clientIds?: readonly string[],
): Promise<Map<string, ProfileParts>> {
  if (clientIds !== undefined) return readBatch(handle, [...new Set(clientIds)]);
  const all = new Map<string, ProfileParts>();
  for await (const batch of profilePartsInBatches(handle))
    for (const [id, parts] of batch) all.set(id, parts);
  return all;
}

/** The same for everybody who has a mapping open to the viewer, some thousand people at a time, by id. */
export async function* profilePartsInBatches(
  handle: Handle,
  size = 2000,
): AsyncGenerator<Map<string, ProfileParts>> {
  let after = '00000000-0000-0000-0000-000000000000';
  while (true) {
    const rows = await handle.db
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
      handle,
      rows.map((row) => row.client_id),
    );
    if (rows.length < size) return;
  }
}

async function readBatch({ db }: Handle, ids: readonly string[]): Promise<Map<string, ProfileParts>> {
  const found = new Map<string, ProfileParts>();
  if (ids.length === 0) return found;
  const partsOf = (clientId: string): ProfileParts => {
    const parts = found.get(clientId) ?? emptyProfileParts();
    found.set(clientId, parts);
    return parts;
  };
  const among = sql<boolean>`client_id = any(${ids}::uuid[])`;

  const skills = await db
    .selectFrom('skills.skill')
    .select(['id', 'client_id', 'concept_uri', 'own_words', 'level', 'evidence'])
    .where(among)
    .orderBy('level', 'desc')
    .orderBy('id')
    .execute();
  for (const row of skills) {
    partsOf(row.client_id).skills.push({
      id: row.id,
      ...(row.concept_uri === null ? {} : { uri: row.concept_uri }),
      ...(row.own_words === null ? {} : { ownWords: row.own_words }),
      level: row.level as SkillState['level'],
      evidence: row.evidence as SkillState['evidence'],
    });
  }

  const occupations = await db
    .selectFrom('skills.occupation')
    .selectAll()
    .where(among)
    .orderBy('years', 'desc')
    .orderBy('concept_uri')
    .execute();
  for (const row of occupations) {
    partsOf(row.client_id).occupations.push({ uri: row.concept_uri, years: row.years });
  }

  const languages = await db
    .selectFrom('skills.language')
    .selectAll()
    .where(among)
    .orderBy('native', 'desc')
    .orderBy('cefr', 'desc')
    .orderBy('language')
    .execute();
  for (const { client_id, language, cefr, native } of languages) {
    partsOf(client_id).languages.push({ language, cefr: cefr as LanguageState['cefr'], native });
  }

  const licences = await db.selectFrom('skills.licence').selectAll().where(among).orderBy('code').execute();
  for (const row of licences) {
    partsOf(row.client_id).licences.push({
      code: row.code,
      ...(row.valid_to === null ? {} : { validTo: row.valid_to }),
    });
  }

  const wishes = await db.selectFrom('skills.wish').selectAll().where(among).execute();
  for (const row of wishes) partsOf(row.client_id).wish = wishState(row) as NonNullable<ProfileParts['wish']>;

  const areas = await db
    .selectFrom('skills.travel_area')
    .selectAll()
    .where(among)
    .orderBy('municipality_code')
    .execute();
  for (const row of areas) partsOf(row.client_id).travelArea.push(row.municipality_code);
  return found;
}

/** Where a mapping stands: begun on a day, completed on a day. */
export interface MappingState {
  startedOn: string;
  completedOn?: string;
}

/** Where the mappings of these people stand; one who has none is absent, and cannot be profiled (SKI-01). */
export async function mappingStatesOf(
  { db }: Handle,
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
  { db }: Handle,
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
