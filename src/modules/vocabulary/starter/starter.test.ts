import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findLicence, licenceKinds, licences } from './licences.ts';
import { everydayNames, everydaySkillNames, starterVocabulary } from './starter.ts';

const vocabulary = starterVocabulary();
const uris = new Set(vocabulary.concepts.map((concept) => concept.uri));

describe('the starter vocabulary', () => {
  it('has the occupations and skills of an employment area, each once, with three names', () => {
    const kinds = Object.groupBy(vocabulary.concepts, (concept) => concept.kind);
    expect(kinds.occupation?.length).toBeGreaterThanOrEqual(220);
    expect(kinds.skill?.length).toBeGreaterThanOrEqual(900);
    expect(uris.size).toBe(vocabulary.concepts.length);
    for (const { names, uri } of vocabulary.concepts) {
      expect([uri, names.fi, names.sv, names.en].every((name) => name !== undefined && name !== '')).toBe(
        true,
      );
    }
  });

  it('relates only what it has, and gives every occupation essential skills', () => {
    const withSkills = new Set<string>();
    for (const { occupationUri, skillUri, relation } of vocabulary.occupationSkills) {
      expect(uris.has(occupationUri) && uris.has(skillUri)).toBe(true);
      if (relation === 'essential') withSkills.add(occupationUri);
    }
    const bare = vocabulary.concepts.filter((row) => row.kind === 'occupation' && !withSkills.has(row.uri));
    expect(bare.map((row) => row.names.fi)).toEqual([]);
  });

  it('puts every concept under a group that is there', () => {
    for (const concept of vocabulary.concepts)
      for (const uri of concept.broader) expect(uris.has(uri)).toBe(true);
  });

  it('knows the concepts of all everyday names', () => {
    for (const uri of [...everydayNames().keys(), ...everydaySkillNames().keys()])
      expect(uris.has(uri)).toBe(true);
  });

  it('stays small', () => {
    const bytes = [
      'occupations.tsv',
      'skills.tsv',
      'isco-groups.tsv',
      'everyday-names.tsv',
      'everyday-skills.tsv',
    ].reduce((sum, name) => sum + statSync(new URL(name, import.meta.url)).size, 0);
    expect(bytes).toBeLessThan(500_000);
  });
});

describe('licences', () => {
  it('have unique codes, known kinds and three names', () => {
    expect(new Set(licences.map((licence) => licence.code)).size).toBe(licences.length);
    for (const { code, kind, names } of licences) {
      expect(code).toMatch(/^[a-z0-9-]+$/);
      expect(licenceKinds).toContain(kind);
      expect(names.fi && names.sv && names.en).toBeTruthy();
    }
  });

  it.each([
    'hygiene-passport',
    'hot-work-card',
    'occupational-safety-card',
    'road-safety-card-1',
    'forklift',
    'alcohol-passport',
    'security-steward',
    'medication-permit',
    'driving-b',
    'driving-be',
    'driving-c',
    'driving-ce',
    'driving-d',
    'driving-t',
    'professional-driver-goods',
    'electrical-s1',
    'electrical-s2',
    'electrical-s3',
    'welding-qualification',
  ])('has %s', (code) => expect(findLicence(code)?.code).toBe(code));
});
