import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readEsco } from '../src/connectors/esco/index.ts';
import {
  type Concept,
  iscoGroupUri,
  type OccupationSkill,
  type Vocabulary,
} from '../src/modules/vocabulary/index.ts';
import { everydayNames, everydaySkillNames } from '../src/modules/vocabulary/starter/starter.ts';

/**
 * Makes the tables of the starter vocabulary anew from a folder that holds ESCO:
 *   node scripts/starter-vocabulary.ts <folder>
 * The occupations are those of starter/everyday-names.tsv. Of skills there are those of everyday-skills.tsv, the most
 * telling essential skills of each occupation, and those that most of the occupations share.
 */
const skillsInAll = 1000;
const skillsAnOccupation = 5;
const englishNames = 8;

const folder = process.argv[2];
if (folder === undefined) {
  console.error('Tell the folder of ESCO: node scripts/starter-vocabulary.ts <folder>');
  process.exit(2);
}
const reading = await readEsco(folder);
if (!reading.ok) {
  console.error(
    'ESCO could not be read:',
    JSON.stringify(reading.error.report.problems.slice(0, 10), null, 2),
  );
  process.exit(1);
}
await write(reading.value.vocabulary);

async function write(vocabulary: Vocabulary): Promise<void> {
  const byUri = new Map(vocabulary.concepts.map((concept) => [concept.uri, concept]));
  const occupations = [...everydayNames().keys()].map((uri) => get(byUri, uri));
  const chosen = new Set(occupations.map((concept) => concept.uri));
  const relations = vocabulary.occupationSkills.filter((relation) => chosen.has(relation.occupationUri));
  const skills = chooseSkills(relations, byUri);
  const place = new Map(skills.map((uri, at) => [uri, at]));

  const head = (what: string): string[] => [
    `# ${what} of the starter vocabulary: an adapted extract of ESCO 1.1.1.`,
    '# This service uses the ESCO classification of the European Commission (reuse: Decision 2011/833/EU).',
    '# Made by scripts/starter-vocabulary.ts; do not edit by hand. Everyday names are in everyday-names.tsv.',
  ];
  const places = (uri: string, wanted: OccupationSkill['relation']): string =>
    relations
      .filter((relation) => relation.occupationUri === uri && relation.relation === wanted)
      .flatMap((relation) => place.get(relation.skillUri) ?? [])
      .sort((a, b) => a - b)
      .join(' ');
  await save('occupations.tsv', [
    ...head('Occupations'),
    'uuid\tisco\tfi\tsv\ten\talt_en\tessential\toptional',
    ...occupations.map((occupation) =>
      [
        last(occupation.uri),
        occupation.isco ?? '',
        ...names(occupation),
        shortest(occupation.altNames.en).join('|'),
        places(occupation.uri, 'essential'),
        places(occupation.uri, 'optional'),
      ].join('\t'),
    ),
  ]);
  await save('skills.tsv', [
    ...head('Skills'),
    'id\ttype\tfi\tsv\ten',
    ...skills.map((uri) => {
      const skill = get(byUri, uri);
      return [last(uri), skill.skillType === 'knowledge' ? 'K' : 'S', ...names(skill)].join('\t');
    }),
  ]);
  const codes = new Set<string>();
  for (const { isco = '' } of occupations)
    for (let n = 1; n <= isco.length; n += 1) codes.add(isco.slice(0, n));
  await save('isco-groups.tsv', [
    ...head('ISCO-08 groups'),
    'code\tfi\tsv\ten',
    ...[...codes].sort().map((code) => [code, ...names(get(byUri, iscoGroupUri(code)))].join('\t')),
  ]);
  console.log(`${occupations.length} occupations, ${skills.length} skills, ${codes.size} groups`);
}

/** First the most telling essential skills of each occupation, then those that most occupations need. */
function chooseSkills(relations: readonly OccupationSkill[], byUri: ReadonlyMap<string, Concept>): string[] {
  const needs = new Map<string, number>();
  const byOccupation = new Map<string, string[]>();
  for (const { occupationUri, skillUri, relation } of relations) {
    needs.set(skillUri, (needs.get(skillUri) ?? 0) + (relation === 'essential' ? 2 : 1));
    if (relation !== 'essential') continue;
    const list = byOccupation.get(occupationUri);
    if (list === undefined) byOccupation.set(occupationUri, [skillUri]);
    else list.push(skillUri);
  }
  const length = (uri: string): number => (get(byUri, uri).names.fi ?? '').length;
  // short names are what a person recognises; being shared is worth about four letters each time
  const worth = (uri: string): number => length(uri) - 4 * Math.min(needs.get(uri) ?? 0, 8);
  const order = (a: string, b: string): number => worth(a) - worth(b) || (a < b ? -1 : 1);
  const chosen = new Set<string>(everydaySkillNames().keys());
  for (const uris of byOccupation.values()) {
    for (const uri of uris.toSorted(order).slice(0, skillsAnOccupation)) chosen.add(uri);
  }
  const rest = [...needs]
    .filter(([uri]) => !chosen.has(uri))
    .sort((a, b) => b[1] - a[1] || order(a[0], b[0]));
  for (const [uri] of rest) {
    if (chosen.size >= skillsInAll) break;
    chosen.add(uri);
  }
  return [...chosen].sort();
}

/** The shortest names: what people type. */
function shortest(all: readonly string[]): string[] {
  return all.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(0, englishNames);
}

function names(concept: Concept): string[] {
  return [concept.names.fi ?? '', concept.names.sv ?? '', concept.names.en ?? ''];
}

function last(uri: string): string {
  return uri.slice(uri.lastIndexOf('/') + 1);
}

function get<V>(map: ReadonlyMap<string, V>, key: string): V {
  const found = map.get(key);
  if (found === undefined) throw new Error(`${key} is not in this release of ESCO`);
  return found;
}

async function save(name: string, lines: readonly string[]): Promise<void> {
  const path = fileURLToPath(new URL(`../src/modules/vocabulary/starter/${name}`, import.meta.url));
  await writeFile(path, `${lines.join('\n')}\n`);
}
