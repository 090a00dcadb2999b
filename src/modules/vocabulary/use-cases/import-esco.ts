import { z } from 'zod';
import { may } from '#access';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import type { Progress } from '../db/vocabulary.db.ts';
import type { Vocabulary } from '../domain/concepts.ts';
import { countsOf, loadVocabulary, type VocabularyCounts } from '../loading.ts';

/** What was, or in a dry run would be, taken into use; `version` is absent from a dry run. */
export interface ImportedEsco {
  counts: VocabularyCounts;
  version?: string;
}

const ReadVocabulary = z.custom<Vocabulary>(
  (value) =>
    typeof value === 'object' && value !== null && 'concepts' in value && 'occupationSkills' in value,
);
const Told = z.custom<Progress>((value) => typeof value === 'function');

/**
 * Takes a vocabulary that has been read from files (the readers have already refused faulty ones) into use: all of
 * it or nothing. The everyday names of the starter vocabulary stay, what is no longer in ESCO is retired. With
 * `dryRun` only counts. Every process follows at its next search.
 */
export const importEsco = defineUseCase({
  name: 'vocabulary.import-esco',
  purpose: 'upkeep',
  input: z.object({
    vocabulary: ReadVocabulary,
    /** Which release it is, as the importer says it: "1.1.1". */
    release: z.string().min(1).max(60),
    dryRun: z.boolean().default(false),
    progress: Told.optional(),
  }),
  policy: may('vocabulary:import'),
  audit: { kind: 'none', why: 'Changes the vocabulary only; no data of persons.' },
  refusals: ['vocabulary-empty'],
  async run(context, { vocabulary, release, dryRun, progress }) {
    const counts = countsOf(vocabulary);
    if (counts.occupations === 0 || counts.skills === 0) return err({ code: 'vocabulary-empty' });
    if (dryRun) return ok<ImportedEsco>({ counts });
    return ok<ImportedEsco>(await loadVocabulary(context, vocabulary, release, progress));
  },
});
