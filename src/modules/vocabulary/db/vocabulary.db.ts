import { type Kysely, sql } from 'kysely';
import { addRows } from '#db/table-rows.ts';
import type { Tables } from '#db/tables.ts';
import { type Language, type LocalisedText, languages } from '#kernel/localised.ts';
import {
  type Concept,
  noAlternativeNames,
  type OccupationSkill,
  type Vocabulary,
} from '../domain/concepts.ts';

type Db = Kysely<Tables>;

/** Which vocabulary is loaded: each loading adds a row, the newest is in force. */
export interface VocabularyVersion {
  id: string;
  source: string;
  release: string;
  loadedAt: string;
}

/** The version in force; undefined while nothing has been loaded. */
export async function findVersion(db: Db): Promise<VocabularyVersion | undefined> {
  const row = await db
    .selectFrom('vocabulary.version')
    .select(['id', 'source', 'release', 'loaded_at'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { id: row.id, source: row.source, release: row.release, loadedAt: row.loaded_at };
}

/** The newest loading of one source. */
export async function findReleaseOf(db: Db, source: 'starter' | 'esco'): Promise<string | undefined> {
  const row = await db
    .selectFrom('vocabulary.version')
    .select('release')
    .where('source', '=', source)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.release;
}

export async function addVersion(
  db: Db,
  version: { id: string; source: 'starter' | 'esco'; release: string; loadedAt: Date; counts: object },
): Promise<void> {
  await addRows(db, 'vocabulary.version', {
    id: version.id,
    source: version.source,
    release: version.release,
    loaded_at: version.loadedAt.toISOString(),
    counts: JSON.stringify(version.counts),
  });
}

/** All concepts in use with all their names; relations are read where they are needed. In the order of URIs. */
export async function readConcepts(db: Db): Promise<Concept[]> {
  const rows = await db
    .selectFrom('vocabulary.concept')
    .select(['uri', 'kind', 'skill_type', 'isco', 'names', 'source'])
    .where('retired', '=', false)
    .orderBy('uri')
    .execute();
  const concepts = new Map<string, Concept>();
  for (const row of rows) {
    concepts.set(row.uri, {
      uri: row.uri,
      kind: row.kind as Concept['kind'],
      ...(row.skill_type === null ? {} : { skillType: row.skill_type as 'skill' | 'knowledge' }),
      ...(row.isco === null ? {} : { isco: row.isco }),
      names: row.names as Concept['names'],
      altNames: noAlternativeNames(),
      source: row.source as Concept['source'],
      broader: [],
    });
  }
  const { rows: names } = await sql<{ uri: string; language: Language; texts: string[] }>`
    select concept_uri as uri, language, array_agg(text order by text) as texts
    from vocabulary.name where not preferred group by concept_uri, language`.execute(db);
  for (const { uri, language, texts } of names) {
    const concept = concepts.get(uri);
    if (concept !== undefined) concept.altNames[language] = texts;
  }
  return [...concepts.values()];
}

/** Which skills occupations in use need, in a stable order. */
export async function readOccupationSkills(db: Db): Promise<OccupationSkill[]> {
  const rows = await db
    .selectFrom('vocabulary.occupation_skill as r')
    .select(['r.occupation_uri', 'r.skill_uri', 'r.essential'])
    .orderBy('r.occupation_uri')
    .orderBy('r.skill_uri')
    .execute();
  return rows.map((row) => ({
    occupationUri: row.occupation_uri,
    skillUri: row.skill_uri,
    relation: row.essential ? 'essential' : 'optional',
  }));
}

/**
 * Saves a vocabulary, which replaces what was known of its concepts: names, the relations of its occupations and
 * what is above them. Concepts of ESCO that it no longer has are retired, never removed: people's skills point to
 * them. Tells of its progress as rows saved.
 */
export async function replaceConcepts(db: Db, vocabulary: Vocabulary, progress: Progress): Promise<void> {
  const uris = vocabulary.concepts.map((concept) => concept.uri);
  const steps = new Steps(vocabulary, progress);
  for (const concepts of pieces(vocabulary.concepts)) {
    await saveConcepts(db, concepts);
    await sql`delete from vocabulary.name where concept_uri = any(${concepts.map((row) => row.uri)}::text[])`.execute(
      db,
    );
    steps.done(concepts.length);
  }
  for (const concepts of pieces(vocabulary.concepts)) {
    await saveNames(db, concepts);
    steps.done(concepts.length);
  }
  const occupations = vocabulary.concepts.filter((row) => row.kind === 'occupation').map((row) => row.uri);
  await sql`delete from vocabulary.occupation_skill where occupation_uri = any(${occupations}::text[])`.execute(
    db,
  );
  await sql`delete from vocabulary.broader where narrower_uri = any(${uris}::text[])`.execute(db);
  await saveRelations(db, vocabulary, steps);
  await sql`
    update vocabulary.concept set retired = true
    where source = 'esco' and not retired and not (uri = any(${uris}::text[]))`.execute(db);
}

/** Adds what is not there yet: new concepts whole, alternative names to those that are there; changes nothing. */
export async function addMissing(db: Db, vocabulary: Vocabulary): Promise<void> {
  const { rows } = await sql<{ uri: string }>`select uri from vocabulary.concept`.execute(db);
  const known = new Set(rows.map((row) => row.uri));
  const fresh = vocabulary.concepts.filter((concept) => !known.has(concept.uri));
  const steps = new Steps(vocabulary, () => {});
  for (const concepts of pieces(fresh)) await saveConcepts(db, concepts);
  for (const concepts of pieces(vocabulary.concepts)) {
    await saveNames(
      db,
      concepts.map((item) => (known.has(item.uri) ? { ...item, names: {} } : item)),
    );
  }
  const freshUris = new Set(fresh.map((concept) => concept.uri));
  await saveRelations(
    db,
    {
      concepts: fresh,
      occupationSkills: vocabulary.occupationSkills.filter((skill) => freshUris.has(skill.occupationUri)),
    },
    steps,
  );
}

/** Saves licences; their codes are stable, so known ones get their present names and none is removed. */
export async function saveLicences(
  db: Db,
  licences: readonly { readonly code: string; readonly kind: string; readonly names: LocalisedText }[],
): Promise<void> {
  await sql`
    insert into vocabulary.licence (code, kind, names)
    select * from unnest(${licences.map((licence) => licence.code)}::text[], ${licences.map((licence) => licence.kind)}::text[],
      ${licences.map((licence) => JSON.stringify(licence.names))}::jsonb[])
    on conflict (code) do update set kind = excluded.kind, names = excluded.names`.execute(db);
}

/** How many rows of how many have been saved. */
export type Progress = (done: number, all: number) => void;

class Steps {
  #done = 0;
  readonly #all: number;
  readonly #progress: Progress;

  constructor(vocabulary: Vocabulary, progress: Progress) {
    this.#all = 2 * vocabulary.concepts.length + vocabulary.occupationSkills.length;
    this.#progress = progress;
  }

  done(rows: number): void {
    this.#done += rows;
    this.#progress(this.#done, this.#all);
  }
}

async function saveConcepts(db: Db, concepts: readonly Concept[]): Promise<void> {
  await sql`
    insert into vocabulary.concept (uri, kind, skill_type, isco, names, source)
    select * from unnest(${concepts.map((concept) => concept.uri)}::text[], ${concepts.map((concept) => concept.kind)}::text[],
      ${concepts.map((concept) => concept.skillType ?? null)}::text[], ${concepts.map((concept) => concept.isco ?? null)}::text[],
      ${concepts.map((concept) => JSON.stringify(concept.names))}::jsonb[], ${concepts.map((concept) => concept.source)}::text[])
    on conflict (uri) do update set kind = excluded.kind, skill_type = excluded.skill_type, isco = excluded.isco,
      names = excluded.names, source = excluded.source, retired = false`.execute(db);
}

async function saveNames(db: Db, concepts: readonly Concept[]): Promise<void> {
  const rows = concepts.flatMap((concept) =>
    languages.flatMap((language) => {
      const preferred = concept.names[language];
      const others = concept.altNames[language].filter((text) => text !== preferred);
      return [
        ...(preferred === undefined
          ? []
          : [{ uri: concept.uri, language, text: preferred, preferred: true }]),
        ...others.map((text) => ({ uri: concept.uri, language, text, preferred: false })),
      ];
    }),
  );
  await sql`
    insert into vocabulary.name (concept_uri, language, text, preferred)
    select * from unnest(${rows.map((row) => row.uri)}::text[], ${rows.map((row) => row.language)}::text[],
      ${rows.map((row) => row.text)}::text[], ${rows.map((row) => row.preferred)}::boolean[])
    on conflict do nothing`.execute(db);
}

async function saveRelations(db: Db, vocabulary: Vocabulary, steps: Steps): Promise<void> {
  for (const relations of pieces(vocabulary.occupationSkills)) {
    await sql`
      insert into vocabulary.occupation_skill (occupation_uri, skill_uri, essential)
      select * from unnest(${relations.map((relation) => relation.occupationUri)}::text[],
        ${relations.map((relation) => relation.skillUri)}::text[],
        ${relations.map((relation) => relation.relation === 'essential')}::boolean[])
      on conflict (occupation_uri, skill_uri) do update set essential = excluded.essential`.execute(db);
    steps.done(relations.length);
  }
  const above = vocabulary.concepts.flatMap((concept) =>
    concept.broader.map((broader) => [concept.uri, broader] as const),
  );
  await sql`
    insert into vocabulary.broader (narrower_uri, broader_uri)
    select n, b from unnest(${above.map(([uri]) => uri)}::text[], ${above.map(([, uri]) => uri)}::text[]) as t (n, b)
    where exists (select from vocabulary.concept c where c.uri = b)
    on conflict do nothing`.execute(db);
}

function* pieces<T>(all: readonly T[], size = 4000): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}
