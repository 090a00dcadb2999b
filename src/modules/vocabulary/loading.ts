import { createHash } from 'node:crypto';
import type { ViewerContext } from '#access';
import { newId } from '#kernel/ids.ts';
import {
  addMissing,
  addVersion,
  findReleaseOf,
  findVersion,
  type Progress,
  replaceConcepts,
  saveLicences,
} from './db/vocabulary.db.ts';
import { mergeVocabularies, type Vocabulary } from './domain/concepts.ts';
import { licences } from './starter/licences.ts';
import { starterVocabulary } from './starter/starter.ts';

/** How many of each are in a vocabulary. */
export interface VocabularyCounts {
  occupations: number;
  skills: number;
  groups: number;
  relations: number;
}

/**
 * Sees that the database has a vocabulary: loads the starter one into an empty database, and brings what this
 * version of the project has added to it. Over an imported ESCO it only adds what is missing. Says whether it did
 * anything. To be called as the house itself, at start.
 */
export async function ensureVocabulary(context: ViewerContext): Promise<boolean> {
  const starter = starterVocabulary();
  const release = fingerprint(starter);
  if ((await findReleaseOf(context.db, 'starter')) === release) return false;
  const version = await findVersion(context.db);
  await saveLicences(context.db, licences);
  if (version === undefined) await replaceConcepts(context.db, starter, () => {});
  else await addMissing(context.db, starter);
  await addVersion(context.db, {
    id: newId(),
    source: 'starter',
    release,
    loadedAt: context.now,
    counts: countsOf(starter),
  });
  return true;
}

/** Loads an imported vocabulary over the starter one, whose everyday names stay. All or nothing, by the transaction. */
export async function loadVocabulary(
  context: ViewerContext,
  imported: Vocabulary,
  release: string,
  progress: Progress = () => {},
): Promise<{ version: string; counts: VocabularyCounts }> {
  const vocabulary = mergeVocabularies(starterVocabulary(), imported);
  await saveLicences(context.db, licences);
  await replaceConcepts(context.db, vocabulary, progress);
  const version = newId();
  const counts = countsOf(vocabulary);
  await addVersion(context.db, { id: version, source: 'esco', release, loadedAt: context.now, counts });
  return { version, counts };
}

/** Counts a vocabulary. */
export function countsOf(vocabulary: Vocabulary): VocabularyCounts {
  const of = (kind: string): number => vocabulary.concepts.filter((concept) => concept.kind === kind).length;
  return {
    occupations: of('occupation'),
    skills: of('skill'),
    groups: of('group'),
    relations: vocabulary.occupationSkills.length,
  };
}

function fingerprint(starter: Vocabulary): string {
  const text = JSON.stringify([starter, licences]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
