import type { CsvFaultCode } from '#kernel/csv.ts';
import type { Vocabulary } from '#vocabulary';

/** Something about the files that the one who imports should know. An error stops the import, a warning does not. */
export type EscoProblem = {
  readonly severity: 'error' | 'warning';
  readonly file: string;
  /** The line of the file, counted from 1 (the heading is line 1). */
  readonly row?: number;
  readonly column?: string;
  readonly code: EscoProblemCode;
  /** What stood there, shortened. */
  readonly found?: string;
};

export type EscoProblemCode =
  | CsvFaultCode
  | 'folder-not-readable'
  | 'no-esco-files'
  | 'file-missing'
  | 'file-empty'
  | 'not-utf8'
  | 'not-gzip'
  | 'column-missing'
  | 'wrong-number-of-cells'
  | 'not-a-uri'
  | 'name-missing'
  | 'not-an-isco-code'
  | 'unknown-type'
  | 'repeated-concept'
  | 'unknown-occupation'
  | 'unknown-skill'
  | 'unknown-relation'
  | 'not-in-main-language'
  | 'not-released';

/** What was read, counted, and what was wrong. */
export type EscoReport = {
  readonly layout: 'official' | 'compact' | 'none';
  readonly languages: readonly string[];
  readonly files: readonly { readonly name: string; readonly rows: number }[];
  readonly counts: EscoCounts;
  readonly problems: readonly EscoProblem[];
  readonly errors: number;
  readonly warnings: number;
};

export type EscoCounts = {
  readonly occupations: number;
  readonly skills: number;
  readonly knowledge: number;
  readonly groups: number;
  readonly essential: number;
  readonly optional: number;
  readonly alternativeNames: number;
};

/** How far the reading is: called at least once a file, and every few thousand rows. */
export type EscoProgress = {
  readonly file: string;
  readonly rows: number;
  readonly filesDone: number;
  readonly files: number;
};

const mostKept = 500;

/** Collects problems: all are counted, the first five hundred are kept. */
export class Problems {
  readonly kept: EscoProblem[] = [];
  errors = 0;
  warnings = 0;

  add(problem: EscoProblem): void {
    if (problem.severity === 'error') this.errors += 1;
    else this.warnings += 1;
    if (this.kept.length >= mostKept) return;
    const found = problem.found;
    this.kept.push(
      found !== undefined && found.length > 80 ? { ...problem, found: `${found.slice(0, 79)}…` } : problem,
    );
  }

  error(
    file: string,
    code: EscoProblemCode,
    at: Partial<Pick<EscoProblem, 'row' | 'column' | 'found'>> = {},
  ): undefined {
    this.add({ severity: 'error', file, code, ...at });
    return undefined;
  }

  warn(
    file: string,
    code: EscoProblemCode,
    at: Partial<Pick<EscoProblem, 'row' | 'column' | 'found'>> = {},
  ): undefined {
    this.add({ severity: 'warning', file, code, ...at });
    return undefined;
  }
}

/** Counts what a vocabulary holds. */
export function countVocabulary(vocabulary: Vocabulary): EscoCounts {
  const counts = {
    occupations: 0,
    skills: 0,
    knowledge: 0,
    groups: 0,
    essential: 0,
    optional: 0,
    alternativeNames: 0,
  };
  for (const concept of vocabulary.concepts) {
    if (concept.kind === 'occupation') counts.occupations += 1;
    else if (concept.kind === 'group') counts.groups += 1;
    else if (concept.skillType === 'knowledge') counts.knowledge += 1;
    else counts.skills += 1;
    counts.alternativeNames +=
      concept.altNames.fi.length + concept.altNames.sv.length + concept.altNames.en.length;
  }
  for (const relation of vocabulary.occupationSkills) counts[relation.relation] += 1;
  return counts;
}
