import { readdir } from 'node:fs/promises';
import { err, ok, type Result } from '#kernel/result.ts';
import type { Vocabulary } from '#vocabulary';
import { isCompact, readCompact } from './compact.ts';
import { officialFiles, readOfficial } from './official.ts';
import { countVocabulary, type EscoProgress, type EscoReport, Problems } from './report.ts';

export type { EscoProblem, EscoProgress, EscoReport } from './report.ts';

/** A whole vocabulary with its report, or only a report that says why there is none. */
export type EscoReading = Result<{ vocabulary: Vocabulary; report: EscoReport }, { report: EscoReport }>;

/**
 * Reads ESCO from a folder: the official CSV download, or the compact gzipped layout, whichever is there. All or
 * nothing: with a single error in the files no vocabulary is given, and the report tells every problem with its
 * file, row and column.
 */
export async function readEsco(
  folder: string,
  options: { onProgress?: (progress: EscoProgress) => void } = {},
): Promise<EscoReading> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch {
    return err({ report: emptyReport(folder, 'folder-not-readable') });
  }
  const official = officialFiles(names).length > 0;
  if (!official && !isCompact(names)) return err({ report: emptyReport(folder, 'no-esco-files') });
  const read = official ? readOfficial : readCompact;
  const { vocabulary, problems, files, languages } = await read(folder, names, options.onProgress);
  const report: EscoReport = {
    layout: official ? 'official' : 'compact',
    languages,
    files,
    counts: countVocabulary(vocabulary),
    problems: problems.kept,
    errors: problems.errors,
    warnings: problems.warnings,
  };
  return problems.errors === 0 ? ok({ vocabulary, report }) : err({ report });
}

function emptyReport(folder: string, code: 'folder-not-readable' | 'no-esco-files'): EscoReport {
  const problems = new Problems();
  problems.error(folder, code);
  return {
    layout: 'none',
    languages: [],
    files: [],
    counts: countVocabulary({ concepts: [], occupationSkills: [] }),
    problems: problems.kept,
    errors: 1,
    warnings: 0,
  };
}
