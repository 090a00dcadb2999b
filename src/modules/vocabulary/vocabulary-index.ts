import type { App, ViewerContext } from '#access';
import type { Database } from '#db/open.ts';
import { findVersion, readConcepts, readOccupationSkills } from './db/vocabulary.db.ts';
import type { Dictionary } from './domain/dictionary.ts';
import { buildIndex, type SearchIndex } from './domain/search.ts';

type Kept = { readonly version: string; readonly index: Promise<SearchIndex> };

const kept = new WeakMap<Database, Kept>();
const dictionaries = new WeakMap<Database, Dictionary>();

/** Lets the house read Finnish with a dictionary, if the machine has one; to be called at start, before any search. */
export function giveFinnishDictionary({ database }: App, dictionary: Dictionary | undefined): void {
  if (dictionary !== undefined) dictionaries.set(database, dictionary);
}

/**
 * The search index of the vocabulary in force. Made once a process and version; every call looks (one row) whether
 * another version has come into force, so all processes follow an import without being told.
 */
export async function vocabularyIndex(context: ViewerContext): Promise<SearchIndex> {
  const { database } = context.app;
  const version = (await findVersion(context.db))?.id ?? 'none';
  const before = kept.get(database);
  if (before?.version === version) return before.index;
  const index = readIndex(context);
  kept.set(database, { version, index });
  index.catch(() => kept.delete(database));
  return index;
}

async function readIndex(context: ViewerContext): Promise<SearchIndex> {
  const concepts = await readConcepts(context.db);
  const occupationSkills = await readOccupationSkills(context.db);
  return buildIndex({ concepts, occupationSkills }, { finnish: dictionaries.get(context.app.database) });
}
