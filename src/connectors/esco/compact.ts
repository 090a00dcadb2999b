import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Concept, iscoGroupUri, type OccupationSkill, type Vocabulary } from '#vocabulary';
import { type EscoProgress, Problems } from './report.ts';
import { progressOf } from './table.ts';

const files = [
  'isco_groups.tsv.gz',
  'occupations.tsv.gz',
  'skills.tsv.gz',
  'occupation_skills.tsv.gz',
] as const;
type CompactFile = (typeof files)[number];

const headings: Record<CompactFile, readonly string[]> = {
  'isco_groups.tsv.gz': ['code', 'fi', 'sv', 'en'],
  'occupations.tsv.gz': ['idx', 'uuid', 'code', 'isco', 'fi', 'sv', 'en', 'alt_en'],
  'skills.tsv.gz': ['idx', 'id', 'type', 'reuse', 'fi', 'sv', 'en', 'alt_en'],
  'occupation_skills.tsv.gz': ['occ_idx', 'essential_skill_idx', 'optional_skill_idx'],
};

/** Does the folder hold the compact layout? */
export function isCompact(names: readonly string[]): boolean {
  return names.includes('occupations.tsv.gz') || names.includes('skills.tsv.gz');
}

/** Reads the compact layout: gzipped tab-separated files in UTF-8 with one heading line, related by index. */
export async function readCompact(
  folder: string,
  names: readonly string[],
  onProgress?: (progress: EscoProgress) => void,
): Promise<{
  vocabulary: Vocabulary;
  problems: Problems;
  files: { name: string; rows: number }[];
  languages: ('fi' | 'sv' | 'en')[];
}> {
  const problems = new Problems();
  const concepts: Concept[] = [];
  const relations: OccupationSkill[] = [];
  const occupations = new Map<string, string>();
  const skills = new Map<string, string>();
  const counted: { name: string; rows: number }[] = [];
  const told = progressOf(files, onProgress);

  for (const file of files) {
    if (!names.includes(file)) {
      problems.error(file, 'file-missing');
      continue;
    }
    told(file, 0);
    const rows = await readRows(join(folder, file), file, problems);
    for (const { row, cells } of rows) {
      const cell = (column: string): string => cells[headings[file].indexOf(column)] ?? '';
      if (file === 'occupation_skills.tsv.gz')
        takeRelations(file, row, cell, occupations, skills, relations, problems);
      else {
        const concept = toConcept(file, row, cell, problems);
        if (concept === undefined) continue;
        const index = concept.kind === 'occupation' ? occupations : skills;
        if (concept.kind !== 'group') {
          if (index.has(cell('idx')))
            problems.error(file, 'repeated-concept', { row, column: 'idx', found: cell('idx') });
          index.set(cell('idx'), concept.uri);
        }
        concepts.push(concept);
      }
    }
    counted.push({ name: file, rows: rows.length });
    told(file, rows.length);
  }
  return {
    vocabulary: { concepts, occupationSkills: relations },
    problems,
    files: counted,
    languages: ['fi', 'sv', 'en'],
  };
}

async function readRows(
  path: string,
  file: CompactFile,
  problems: Problems,
): Promise<{ row: number; cells: string[] }[]> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(gunzipSync(await readFile(path)));
  } catch (error) {
    problems.error(file, error instanceof TypeError ? 'not-utf8' : 'not-gzip');
    return [];
  }
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const heading = lines[0]?.split('\t') ?? [];
  const missing = headings[file].filter((column, at) => heading[at] !== column);
  for (const column of missing) problems.error(file, 'column-missing', { row: 1, column });
  if (missing.length > 0) return [];
  const rows: { row: number; cells: string[] }[] = [];
  for (const [at, line] of lines.entries()) {
    if (at === 0) continue;
    const cells = line.split('\t');
    if (cells.length === headings[file].length) rows.push({ row: at + 1, cells });
    else {
      const found = `${cells.length} ≠ ${headings[file].length}`;
      problems.error(file, 'wrong-number-of-cells', { row: at + 1, found });
    }
  }
  return rows;
}

function toConcept(
  file: Exclude<CompactFile, 'occupation_skills.tsv.gz'>,
  row: number,
  cell: (column: string) => string,
  problems: Problems,
): Concept | undefined {
  const names: Concept['names'] = {};
  for (const language of ['fi', 'sv', 'en'] as const)
    if (cell(language) !== '') names[language] = cell(language);
  if (Object.keys(names).length === 0) return problems.error(file, 'name-missing', { row, column: 'fi' });
  const en = cell('alt_en')
    .split('|')
    .filter((name) => name !== '' && name !== names.en);
  const base = { names, altNames: { fi: [], sv: [], en }, source: 'esco' as const };
  if (file === 'skills.tsv.gz') {
    const type = cell('type');
    if (type !== 'S' && type !== 'K')
      return problems.error(file, 'unknown-type', { row, column: 'type', found: type });
    if (!/^\S+$/.test(cell('id'))) return problems.error(file, 'not-a-uri', { row, column: 'id' });
    const uri = `http://data.europa.eu/esco/skill/${cell('id')}`;
    return { ...base, uri, kind: 'skill', skillType: type === 'K' ? 'knowledge' : 'skill', broader: [] };
  }
  const column = file === 'occupations.tsv.gz' ? 'isco' : 'code';
  const isco = cell(column);
  if (!/^\d{1,4}$/.test(isco)) return problems.error(file, 'not-an-isco-code', { row, column, found: isco });
  if (file === 'isco_groups.tsv.gz') {
    const broader = isco.length > 1 ? [iscoGroupUri(isco.slice(0, -1))] : [];
    return { ...base, uri: iscoGroupUri(isco), kind: 'group', isco, broader };
  }
  if (!/^\S+$/.test(cell('uuid'))) return problems.error(file, 'not-a-uri', { row, column: 'uuid' });
  const uri = `http://data.europa.eu/esco/occupation/${cell('uuid')}`;
  return { ...base, uri, kind: 'occupation', isco, broader: [iscoGroupUri(isco)] };
}

function takeRelations(
  file: string,
  row: number,
  cell: (column: string) => string,
  occupations: ReadonlyMap<string, string>,
  skills: ReadonlyMap<string, string>,
  relations: OccupationSkill[],
  problems: Problems,
): undefined {
  const occupationUri = occupations.get(cell('occ_idx'));
  if (occupationUri === undefined) {
    return problems.error(file, 'unknown-occupation', { row, column: 'occ_idx', found: cell('occ_idx') });
  }
  const stated = new Set<string>();
  for (const [relation, column] of [
    ['essential', 'essential_skill_idx'],
    ['optional', 'optional_skill_idx'],
  ] as const) {
    for (const index of cell(column).split(' ')) {
      if (index === '' || stated.has(index)) continue;
      stated.add(index);
      const skillUri = skills.get(index);
      if (skillUri === undefined) problems.error(file, 'unknown-skill', { row, column, found: index });
      else relations.push({ occupationUri, skillUri, relation });
    }
  }
}
