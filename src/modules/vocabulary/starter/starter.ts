import { type Concept, iscoGroupUri, type OccupationSkill, type Vocabulary } from '../domain/concepts.ts';
import { list, type Row, table } from './table.ts';

/**
 * The vocabulary that the project carries itself, so that it works with nothing imported: occupations that matter in
 * a Finnish employment area, their skills and relations (an adapted extract of ESCO 1.1.1), with everyday names of
 * our own. "This service uses the ESCO classification of the European Commission" (Decision 2011/833/EU).
 */
export function starterVocabulary(): Vocabulary {
  const groups = table('isco-groups.tsv').map((row): Concept => {
    const isco = row('code');
    return {
      uri: iscoGroupUri(isco),
      kind: 'group',
      isco,
      ...common(row),
      broader: isco.length > 1 ? [iscoGroupUri(isco.slice(0, -1))] : [],
    };
  });
  const ownSkillNames = everydaySkillNames();
  const skills = table('skills.tsv').map((row): Concept => {
    const uri = skillUri(row('id'));
    const own = ownSkillNames.get(uri);
    return {
      uri,
      kind: 'skill',
      skillType: row('type') === 'K' ? 'knowledge' : 'skill',
      ...common(row),
      altNames: { fi: own?.fi ?? [], sv: own?.sv ?? [], en: [] },
      broader: [],
    };
  });
  const everyday = everydayNames();
  const occupationSkills: OccupationSkill[] = [];
  const occupations = table('occupations.tsv').map((row): Concept => {
    const uri = occupationUri(row('uuid'));
    for (const relation of ['essential', 'optional'] as const) {
      for (const place of list(row(relation), ' ')) {
        const skill = skills[Number(place)];
        if (skill !== undefined) occupationSkills.push({ occupationUri: uri, skillUri: skill.uri, relation });
      }
    }
    const own = everyday.get(uri);
    return {
      uri,
      kind: 'occupation',
      isco: row('isco'),
      ...common(row),
      altNames: { fi: own?.fi ?? [], sv: own?.sv ?? [], en: list(row('alt_en'), '|') },
      broader: [iscoGroupUri(row('isco'))],
    };
  });
  return { concepts: [...groups, ...occupations, ...skills], occupationSkills };
}

/** Our everyday names by the URI of the occupation; its keys are the occupations of the starter vocabulary. */
export function everydayNames(): Map<string, { fi: string[]; sv: string[] }> {
  return new Map(
    table('everyday-names.tsv').map((row) => [
      occupationUri(row('uuid')),
      { fi: list(row('fi'), '|'), sv: list(row('sv'), '|') },
    ]),
  );
}

/** Our everyday names of skills by URI; all of them are in the starter vocabulary. */
export function everydaySkillNames(): Map<string, { fi: string[]; sv: string[] }> {
  return new Map(
    table('everyday-skills.tsv').map((row) => [
      skillUri(row('id')),
      { fi: list(row('fi'), '|'), sv: list(row('sv'), '|') },
    ]),
  );
}

function common(row: Row): Pick<Concept, 'names' | 'altNames' | 'source'> {
  const names: Concept['names'] = {};
  for (const language of ['fi', 'sv', 'en'] as const) {
    if (row(language) !== '') names[language] = row(language);
  }
  return { names, altNames: { fi: [], sv: [], en: [] }, source: 'starter' };
}

function occupationUri(uuid: string): string {
  return `http://data.europa.eu/esco/occupation/${uuid}`;
}

function skillUri(id: string): string {
  return `http://data.europa.eu/esco/skill/${id}`;
}
