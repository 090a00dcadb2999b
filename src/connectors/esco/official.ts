import { join } from 'node:path';
import {
  type Concept,
  iscoGroupUri,
  noAlternativeNames,
  type OccupationSkill,
  type Vocabulary,
} from '#vocabulary';
import { type EscoProgress, Problems } from './report.ts';
import { progressOf, readTable, type TableRow } from './table.ts';

type Language = 'fi' | 'sv' | 'en';
type FileKind = 'occupations' | 'skills' | 'groups' | 'skill-groups' | 'relations' | 'broader';
type KnownFile = { readonly name: string; readonly kind: FileKind; readonly language?: Language };

const patterns: readonly (readonly [FileKind, RegExp])[] = [
  ['groups', /^ISCOGroups_(fi|sv|en)\.csv$/i],
  ['occupations', /^occupations_(fi|sv|en)\.csv$/i],
  ['skills', /^skills_(fi|sv|en)\.csv$/i],
  ['skill-groups', /^skillGroups_(fi|sv|en)\.csv$/i],
  ['relations', /^occupationSkillRelations(?:_(fi|sv|en))?\.csv$/i],
  ['broader', /^broaderRelations(?:Occ|Skill)Pillar(?:_(fi|sv|en))?\.csv$/i],
];
const order: readonly Language[] = ['fi', 'sv', 'en'];

/** The files of the official CSV download that are in a folder, in the order in which they are read. */
export function officialFiles(names: readonly string[]): KnownFile[] {
  const found: KnownFile[] = [];
  for (const [kind, pattern] of patterns) {
    const ofKind = names.flatMap((name): KnownFile[] => {
      const match = pattern.exec(name);
      if (match === null) return [];
      const language = match[1]?.toLowerCase() as Language | undefined;
      return [language === undefined ? { name, kind } : { name, kind, language }];
    });
    ofKind.sort((a, b) => languagePlace(a) - languagePlace(b) || (a.name < b.name ? -1 : 1));
    // relations and hierarchy are the same in every language: one of each is enough
    found.push(
      ...(kind === 'relations' ? ofKind.slice(0, 1) : kind === 'broader' ? onePillar(ofKind) : ofKind),
    );
  }
  return found;
}

function languagePlace(file: KnownFile): number {
  return file.language === undefined ? -1 : order.indexOf(file.language);
}

function onePillar(files: readonly KnownFile[]): KnownFile[] {
  const pillar = (file: KnownFile): string => (/OccPillar/i.test(file.name) ? 'occupations' : 'skills');
  return files.filter((file, at) => files.findIndex((other) => pillar(other) === pillar(file)) === at);
}

/** Reads the official CSV download of ESCO (1.0.9 to 1.2) from a folder; any of its three languages may be absent. */
export async function readOfficial(
  folder: string,
  names: readonly string[],
  onProgress?: (progress: EscoProgress) => void,
): Promise<{
  vocabulary: Vocabulary;
  problems: Problems;
  files: { name: string; rows: number }[];
  languages: Language[];
}> {
  const files = officialFiles(names);
  const problems = new Problems();
  const reader = new OfficialReader(problems);
  for (const [kind, file] of [
    ['occupations', 'occupations_fi.csv'],
    ['skills', 'skills_fi.csv'],
    ['relations', 'occupationSkillRelations_fi.csv'],
  ] as const) {
    if (!files.some((found) => found.kind === kind)) problems.error(file, 'file-missing');
  }
  const told = progressOf(
    files.map((file) => file.name),
    onProgress,
  );
  const counted: { name: string; rows: number }[] = [];
  for (const file of files) {
    told(file.name, 0);
    const rows = await readTable({
      path: join(folder, file.name),
      file: file.name,
      required: required[file.kind],
      problems,
      onRow: (row) => reader.take(file, row),
      onProgress: (count) => told(file.name, count),
    });
    counted.push({ name: file.name, rows });
  }
  const languages = order.filter((language) =>
    files.some((file) => file.language === language && file.kind === 'occupations'),
  );
  return { vocabulary: reader.vocabulary(), problems, files: counted, languages };
}

const required: Record<FileKind, readonly string[]> = {
  groups: ['conceptUri', 'code', 'preferredLabel'],
  occupations: ['conceptUri', 'iscoGroup', 'preferredLabel'],
  skills: ['conceptUri', 'skillType', 'preferredLabel'],
  'skill-groups': ['conceptUri', 'preferredLabel'],
  relations: ['occupationUri', 'relationType', 'skillUri'],
  broader: ['conceptUri', 'broaderUri'],
};

/** Builds concepts from rows: the first language read decides which concepts there are, later ones add names. */
class OfficialReader {
  readonly #problems: Problems;
  readonly #concepts = new Map<string, Concept>();
  readonly #relations = new Map<string, OccupationSkill>();
  readonly #firstFile = new Map<FileKind, string>();
  readonly #seen = new Set<string>();

  constructor(problems: Problems) {
    this.#problems = problems;
  }

  take(file: KnownFile, row: TableRow): void {
    if (file.kind === 'relations') this.#takeRelation(file.name, row);
    else if (file.kind === 'broader') this.#takeBroader(file.name, row);
    else this.#takeConcept(file, row);
  }

  vocabulary(): Vocabulary {
    return { concepts: [...this.#concepts.values()], occupationSkills: [...this.#relations.values()] };
  }

  #takeConcept(file: KnownFile, row: TableRow): undefined {
    const uri = row.get('conceptUri');
    const at = { row: row.row, column: 'conceptUri', found: uri };
    if (!/^https?:\/\/\S+$/.test(uri)) return this.#problems.error(file.name, 'not-a-uri', at);
    const status = row.get('status');
    if (status !== '' && status !== 'released') {
      return this.#problems.warn(file.name, 'not-released', {
        row: row.row,
        column: 'status',
        found: status,
      });
    }
    const key = `${file.name} ${uri}`;
    if (this.#seen.has(key)) return this.#problems.error(file.name, 'repeated-concept', at);
    this.#seen.add(key);
    const name = row.get('preferredLabel');
    if (name === '')
      return this.#problems.error(file.name, 'name-missing', { row: row.row, column: 'preferredLabel' });

    const first = this.#firstFile.get(file.kind) ?? file.name;
    this.#firstFile.set(file.kind, first);
    let concept = this.#concepts.get(uri);
    if (concept === undefined) {
      if (first !== file.name) this.#problems.warn(file.name, 'not-in-main-language', at);
      const made = this.#newConcept(file, row, uri);
      if (made === undefined) return;
      concept = made;
      this.#concepts.set(uri, concept);
    }
    const language = file.language ?? 'fi';
    concept.names[language] = name;
    concept.altNames[language] = alternatives(row, name);
  }

  #newConcept(file: KnownFile, row: TableRow, uri: string): Concept | undefined {
    const base = { uri, names: {}, altNames: noAlternativeNames(), source: 'esco' as const, broader: [] };
    if (file.kind === 'skills') {
      const type = row.get('skillType');
      if (type !== '' && type !== 'skill/competence' && type !== 'skill' && type !== 'knowledge') {
        this.#problems.error(file.name, 'unknown-type', { row: row.row, column: 'skillType', found: type });
        return undefined;
      }
      return { ...base, kind: 'skill', skillType: type === 'knowledge' ? 'knowledge' : 'skill' };
    }
    // A group of skills has no code of its own kind: what is above it is told by the broader relations.
    if (file.kind === 'skill-groups') return { ...base, kind: 'group' };
    const column = file.kind === 'groups' ? 'code' : 'iscoGroup';
    const isco = /(?:^|\/C?)(\d{1,4})$/.exec(row.get(column))?.[1];
    if (isco === undefined) {
      this.#problems.error(file.name, 'not-an-isco-code', { row: row.row, column, found: row.get(column) });
      return undefined;
    }
    const above = file.kind === 'groups' ? isco.slice(0, -1) : isco;
    return {
      ...base,
      kind: file.kind === 'groups' ? 'group' : 'occupation',
      isco,
      broader: above === '' ? [] : [iscoGroupUri(above)],
    };
  }

  #takeRelation(file: string, row: TableRow): undefined {
    const occupationUri = row.get('occupationUri');
    const skillUri = row.get('skillUri');
    const relation = row.get('relationType');
    if (this.#concepts.get(occupationUri)?.kind !== 'occupation') {
      return this.#problems.error(file, 'unknown-occupation', {
        row: row.row,
        column: 'occupationUri',
        found: occupationUri,
      });
    }
    if (this.#concepts.get(skillUri)?.kind !== 'skill') {
      return this.#problems.error(file, 'unknown-skill', {
        row: row.row,
        column: 'skillUri',
        found: skillUri,
      });
    }
    if (relation !== 'essential' && relation !== 'optional') {
      return this.#problems.error(file, 'unknown-relation', {
        row: row.row,
        column: 'relationType',
        found: relation,
      });
    }
    const key = `${occupationUri} ${skillUri}`;
    if (this.#relations.get(key)?.relation === 'essential') return;
    this.#relations.set(key, { occupationUri, skillUri, relation });
  }

  /** Relations to something that is not read are kept as they are: a URI of something broader. */
  #takeBroader(file: string, row: TableRow): undefined {
    const broader = row.get('broaderUri');
    const concept = this.#concepts.get(row.get('conceptUri'));
    if (!/^https?:\/\/\S+$/.test(broader)) {
      return this.#problems.error(file, 'not-a-uri', { row: row.row, column: 'broaderUri', found: broader });
    }
    if (concept !== undefined && !concept.broader.includes(broader)) concept.broader.push(broader);
  }
}

/** Alternative and hidden names: newline-separated in one cell; neither empty nor the preferred name again. */
function alternatives(row: TableRow, preferred: string): string[] {
  const names = [...row.get('altLabels').split(/\r?\n/), ...row.get('hiddenLabels').split(/\r?\n/)];
  return [...new Set(names.map((name) => name.trim()).filter((name) => name !== '' && name !== preferred))];
}
