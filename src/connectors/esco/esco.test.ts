import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { type EscoReading, readEsco } from './index.ts';

const made: string[] = [];
afterAll(async () => {
  for (const folder of made) await rm(folder, { recursive: true });
});

async function read(files: Record<string, string | Uint8Array>): Promise<EscoReading> {
  const folder = await mkdtemp(join(tmpdir(), 'esco-'));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return readEsco(folder);
}

const o = (id: string): string => `http://data.europa.eu/esco/occupation/${id}`;
const s = (id: string): string => `http://data.europa.eu/esco/skill/${id}`;
const isco = (code: string): string => `http://data.europa.eu/esco/isco/C${code}`;

const occupationHeading =
  'conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,regulatedProfessionNote,scopeNote,definition,inScheme,description,code';
const skillHeading =
  'conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,definition,inScheme,description';
const occupation = (id: string, name: string, alternatives = '', code = '7126'): string =>
  `Occupation,${o(id)},${code},"${name}","${alternatives}",,released,2026-01-01,,,,x,"Tekee työtä.\nJa ""muuta"".",7126.1`;
const skill = (id: string, name: string, type = 'skill/competence'): string =>
  `KnowledgeSkillCompetence,${s(id)},${type},cross-sector,"${name}",,,released,,,,x,`;

/** A small official download of invented concepts. */
const official = {
  'occupations_fi.csv': `\ufeff${occupationHeading}\r\n${occupation('1', 'putkiasentaja', 'putkimies\nputkari')}\r\n${occupation('2', 'silmukoija')}\r\n`,
  'occupations_sv.csv': `${occupationHeading}\n${occupation('1', 'rörmontör', 'rörmokare')}\n${occupation('2', 'slingare')}\n`,
  'skills_fi.csv': `${skillHeading}\n${skill('a', 'asentaa putkia')}\n${skill('b', 'putkistot', 'knowledge')}\n`,
  'skills_sv.csv': `${skillHeading}\n${skill('a', 'installera rör')}\n${skill('b', 'rörsystem', 'knowledge')}\n`,
  'ISCOGroups_fi.csv': `conceptType,conceptUri,code,preferredLabel,status,altLabels,inScheme,description\nISCOGroup,${isco('7126')},7126,Putkiasentajat,released,,x,\n`,
  'occupationSkillRelations.csv': `occupationUri,relationType,skillType,skillUri\n${o('1')},essential,skill/competence,${s('a')}\n${o('1')},optional,knowledge,${s('b')}\n`,
  'broaderRelationsOccPillar.csv': `conceptType,conceptUri,broaderType,broaderUri\nOccupation,${o('2')},Occupation,${o('1')}\n`,
  'broaderRelationsSkillPillar.csv': `conceptType,conceptUri,broaderType,broaderUri\nKnowledgeSkillCompetence,${s('b')},KnowledgeSkillCompetence,${s('a')}\n`,
};

describe('the official CSV download', () => {
  it('gives concepts with names of all languages, relations and hierarchy', async () => {
    const reading = await read(official);
    if (!reading.ok) throw new Error(JSON.stringify(reading.error.report.problems));
    const { vocabulary, report } = reading.value;
    expect(report).toMatchObject({ layout: 'official', languages: ['fi', 'sv'], errors: 0, warnings: 0 });
    expect(report.counts).toEqual({
      occupations: 2,
      skills: 1,
      knowledge: 1,
      groups: 1,
      essential: 1,
      optional: 1,
      alternativeNames: 3,
    });
    const byUri = new Map(vocabulary.concepts.map((concept) => [concept.uri, concept]));
    expect(byUri.get(o('1'))).toEqual({
      uri: o('1'),
      kind: 'occupation',
      isco: '7126',
      names: { fi: 'putkiasentaja', sv: 'rörmontör' },
      altNames: { fi: ['putkimies', 'putkari'], sv: ['rörmokare'], en: [] },
      source: 'esco',
      broader: [isco('7126')],
    });
    expect(byUri.get(o('2'))?.broader).toEqual([isco('7126'), o('1')]);
    expect(byUri.get(s('b'))).toMatchObject({ kind: 'skill', skillType: 'knowledge', broader: [s('a')] });
    expect(byUri.get(isco('7126'))).toMatchObject({ kind: 'group', isco: '7126', broader: [isco('712')] });
  });

  it('reads groups of skills with their names, so that what is above a skill is known', async () => {
    const group = (id: string): string => `http://data.europa.eu/esco/skill/${id}`;
    const heading =
      'conceptType,conceptUri,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,inScheme,description,code';
    const reading = await read({
      ...official,
      'skillGroups_fi.csv': `${heading}\nSkillGroup,${group('S6.1')},putkityöt,putkien työt,,,,,x,,S6.1\nSkillGroup,${group('S6')},rakentaminen,,,,,,x,,S6\n`,
      'broaderRelationsSkillPillar.csv': `conceptType,conceptUri,broaderType,broaderUri\nKnowledgeSkillCompetence,${s('a')},SkillGroup,${group('S6.1')}\nSkillGroup,${group('S6.1')},SkillGroup,${group('S6')}\n`,
    });
    if (!reading.ok) throw new Error(JSON.stringify(reading.error.report.problems));
    const byUri = new Map(reading.value.vocabulary.concepts.map((concept) => [concept.uri, concept]));
    expect(byUri.get(group('S6.1'))).toEqual({
      uri: group('S6.1'),
      kind: 'group',
      names: { fi: 'putkityöt' },
      altNames: { fi: ['putkien työt'], sv: [], en: [] },
      source: 'esco',
      broader: [group('S6')],
    });
    expect(byUri.get(s('a'))?.broader).toEqual([group('S6.1')]);
    expect(reading.value.report.counts.groups).toBe(3);
  });

  it('reads file names with a language suffix (1.2) and does without languages that are absent', async () => {
    const { 'occupationSkillRelations.csv': relations, ...rest } = official;
    const reading = await read({
      'occupations_en.csv': rest['occupations_fi.csv'],
      'skills_en.csv': rest['skills_fi.csv'],
      'occupationSkillRelations_en.csv': relations,
    });
    expect(reading.ok && reading.value.report.languages).toEqual(['en']);
  });

  it.each([
    [
      'an unknown skill',
      'occupationSkillRelations.csv',
      `occupationUri,relationType,skillUri\n${o('1')},essential,${s('zz')}\n`,
      { code: 'unknown-skill', row: 2, column: 'skillUri', found: s('zz') },
    ],
    [
      'an unknown kind of relation',
      'occupationSkillRelations.csv',
      `occupationUri,relationType,skillUri\n${o('1')},maybe,${s('a')}\n`,
      { code: 'unknown-relation', row: 2, column: 'relationType' },
    ],
    [
      'a missing column',
      'skills_fi.csv',
      `conceptUri,preferredLabel\n${s('a')},x\n`,
      { code: 'column-missing', row: 1, column: 'skillType' },
    ],
    [
      'a row of a wrong width',
      'occupations_fi.csv',
      `${occupationHeading}\nOccupation,${o('1')},7126\n`,
      { code: 'wrong-number-of-cells', row: 2 },
    ],
    [
      'a nameless concept',
      'occupations_fi.csv',
      `${occupationHeading}\n${occupation('1', '')}\n`,
      { code: 'name-missing', row: 2, column: 'preferredLabel' },
    ],
    [
      'a wrong code',
      'occupations_fi.csv',
      `${occupationHeading}\n${occupation('1', 'x', '', 'abc')}\n`,
      { code: 'not-an-isco-code', row: 2, found: 'abc' },
    ],
    [
      'a repeated concept',
      'occupations_fi.csv',
      `${occupationHeading}\n${occupation('1', 'x')}\n${occupation('1', 'y')}\n`,
      { code: 'repeated-concept', row: 4 },
    ],
    [
      'an open quote',
      'skills_fi.csv',
      `${skillHeading}\n${skill('a', 'x')}\n"KnowledgeSkillCompetence,${s('b')}`,
      { code: 'quote-not-closed', row: 3, column: '1' },
    ],
    ['an empty file', 'skills_fi.csv', '', { code: 'file-empty' }],
    [
      'another alphabet',
      'skills_fi.csv',
      Buffer.from('conceptUri,preferredLabel\nx,\xe4', 'latin1'),
      { code: 'not-utf8' },
    ],
  ])('finds %s and gives nothing', async (_, file, content, problem) => {
    const reading = await read({ ...official, [file]: content });
    expect(reading.ok).toBe(false);
    if (reading.ok) return;
    expect(reading.error.report.problems).toContainEqual(
      expect.objectContaining({ severity: 'error', file, ...problem }),
    );
    expect(reading.error).not.toHaveProperty('vocabulary');
  });

  it('tells every problem at once', async () => {
    const reading = await read({
      'occupations_fi.csv': `${occupationHeading}\n${occupation('1', '')}\nOccupation,kaksi,7126,x,,,,,,,,,,\n`,
    });
    expect(reading.ok).toBe(false);
    if (reading.ok) return;
    expect(reading.error.report.problems.map((problem) => problem.code).sort()).toEqual([
      'file-missing',
      'file-missing',
      'name-missing',
      'not-a-uri',
    ]);
  });

  it('leaves out what is not released, with a warning', async () => {
    const obsolete = occupation('3', 'lennätinsähköttäjä').replace('released', 'obsolete');
    const reading = await read({
      ...official,
      'occupations_fi.csv': `${official['occupations_fi.csv']}${obsolete}\n`,
    });
    expect(reading.ok && reading.value.report.counts.occupations).toBe(2);
    expect(reading.ok && reading.value.report.problems[0]).toMatchObject({
      severity: 'warning',
      code: 'not-released',
    });
  });
});

const compact = {
  'isco_groups.tsv.gz': gzipSync('code\tfi\tsv\ten\n7126\tPutkiasentajat\tRörmontörer\tPlumbers\n'),
  'occupations.tsv.gz': gzipSync(
    'idx\tuuid\tcode\tisco\tfi\tsv\ten\talt_en\n0\t1\t7126.1\t7126\tputkiasentaja\trörmontör\tplumber\tpipe fitter|plumber\n',
  ),
  'skills.tsv.gz': gzipSync(
    'idx\tid\ttype\treuse\tfi\tsv\ten\talt_en\n0\ta\tS\tx\tasentaa putkia\tinstallera rör\tinstall pipes\t\n1\tb\tK\tx\tputkistot\trörsystem\tpiping\t\n',
  ),
  'occupation_skills.tsv.gz': gzipSync('occ_idx\tessential_skill_idx\toptional_skill_idx\n0\t0\t1\n'),
};

describe('the compact layout', () => {
  it('gives the same shape', async () => {
    const reading = await read(compact);
    if (!reading.ok) throw new Error(JSON.stringify(reading.error.report.problems));
    expect(reading.value.report.layout).toBe('compact');
    expect(reading.value.vocabulary.concepts[1]).toMatchObject({
      uri: o('1'),
      names: { fi: 'putkiasentaja', sv: 'rörmontör', en: 'plumber' },
      altNames: { en: ['pipe fitter'] },
      broader: [isco('7126')],
    });
    expect(reading.value.vocabulary.occupationSkills).toEqual([
      { occupationUri: o('1'), skillUri: s('a'), relation: 'essential' },
      { occupationUri: o('1'), skillUri: s('b'), relation: 'optional' },
    ]);
  });

  it.each([
    ['a file that is not gzip', 'skills.tsv.gz', 'idx', 'not-gzip'],
    [
      'an unknown index',
      'occupation_skills.tsv.gz',
      gzipSync('occ_idx\tessential_skill_idx\toptional_skill_idx\n0\t7\t\n'),
      'unknown-skill',
    ],
    ['a wrong heading', 'skills.tsv.gz', gzipSync('idx\tid\n'), 'column-missing'],
  ])('finds %s', async (_, file, content, code) => {
    const reading = await read({ ...compact, [file]: content });
    expect(reading.ok).toBe(false);
    expect(!reading.ok && reading.error.report.problems.map((problem) => problem.code)).toContain(code);
  });
});

describe('a folder', () => {
  it('without ESCO is told so', async () => {
    const reading = await read({ 'readme.txt': 'x' });
    expect(!reading.ok && reading.error.report.problems[0]?.code).toBe('no-esco-files');
    const missing = await readEsco(join(tmpdir(), 'esco-is-not-here'));
    expect(!missing.ok && missing.error.report.problems[0]?.code).toBe('folder-not-readable');
  });
});

const shared = process.env.POLKU_SHARED_DATA;
const folder = shared === undefined ? '' : join(shared, 'esco-1.1.1');
describe.skipIf(!existsSync(folder))(
  'all of ESCO 1.1.1 (needs POLKU_SHARED_DATA, the folder that holds esco-1.1.1)',
  () => {
    it('is read whole and without a problem', async () => {
      const reading = await readEsco(folder);
      expect(reading.ok && reading.value.report).toMatchObject({
        counts: {
          occupations: 3007,
          skills: 10_837,
          knowledge: 3059,
          groups: 619,
          essential: 64_891,
          optional: 58_897,
        },
        errors: 0,
        warnings: 0,
      });
    });
  },
);
