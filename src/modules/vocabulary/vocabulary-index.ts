import type { Handle } from '#access';
import type { Database } from '#db/open.ts';
import { findVersion, readConcepts } from './db/vocabulary.db.ts';
import { buildIndex, type SearchIndex } from './domain/search.ts';

type Kept = { readonly version: string; readonly index: Promise<SearchIndex> };

const kept = new WeakMap<Database, Kept>();

/**
 * The search index of the vocabulary in force. Made once a process and version; every call looks (one row) whether
 * another version has come into force, so all processes follow an import without being told.
 */
export async function vocabularyIndex(handle: Handle): Promise<SearchIndex> {
  const { database } = handle.house;
  const version = (await findVersion(handle.db))?.id ?? 'none';
  const before = kept.get(database);
  if (before?.version === version) return before.index;
  const index = readConcepts(handle.db).then((concepts) => buildIndex({ concepts, occupationSkills: [] }));
  kept.set(database, { version, index });
  index.catch(() => kept.delete(database));
  return index;
}
