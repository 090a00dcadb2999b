import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#kernel/canonical-json.ts';
import { facts, needOf, profileOf, today } from '#test/fixtures/matching-worlds.ts';
import { explain } from './explanation.ts';
import { everyField, type Need, type Profile } from './profile.ts';
import { reproduced, storedResult } from './reproduction.ts';
import { findWeights, weightsOn, weightsVersions } from './weights.ts';

const profile: Profile = {
  id: 'p',
  skills: [
    { uri: 's1', level: 2 },
    { uri: 's5', level: 3 },
  ],
  occupations: [{ uri: 'o1', years: 3 }],
  languages: [{ language: 'fi', cefr: 'B1', native: false }],
  licences: [{ code: 'driving-c', validTo: '2027-01-01' }],
  wishOccupations: ['o0'],
  workingTimes: ['day'],
  travelArea: ['491'],
  sharings: [],
};
const need: Need = {
  id: 'n',
  occupationUri: 'o0',
  essential: ['s0', 's1', 's2'],
  optional: ['s9'],
  languages: [{ language: 'fi', cefr: 'B1' }],
  licences: ['hot-work-card'],
  workingTimes: ['day'],
  municipalityCode: '491',
  hidden: true,
  live: true,
};

describe('the weights of a day', () => {
  it.each([
    ['2026-01-01', 1],
    ['2026-11-01', 1],
    ['2026-11-24', 1],
    ['2026-11-25', 2],
    ['2030-01-01', 2],
  ])('on %s are version %i', (day, version) => {
    expect(weightsOn(day).version).toBe(version);
  });

  it('are numbered and dated in order', () => {
    const days = weightsVersions.map(({ from }) => from);
    expect(days).toEqual(days.toSorted());
    expect(weightsVersions.map(({ version }) => version)).toEqual(weightsVersions.map((_, at) => at + 1));
    expect(findWeights(99)).toBeUndefined();
  });
});

describe('a kept result', () => {
  /** When one of these changes, results that were kept before are not reproduced any more: make a new version instead. */
  it.each([
    [1, 'fda5c5d2c5a060ec3acf368b303d7e1b63d81f62685832e333f0fea066e1ffb2'],
    [2, 'eab883b1975c28be9b4e299050e0e55cf07def5654b5118302ff225a8d3148b1'],
  ])('by version %i is the same bytes as ever', (version, hash) => {
    const kept = storedResult({ profile, need, today, fields: everyField }, facts, findWeights(version)!);
    expect(reproduced(kept)).toBe(kept.result);
    expect(createHash('sha256').update(`${kept.inputs}\n${kept.result}`).digest('hex')).toBe(hash);
  });

  it('is counted again from what was kept alone, whatever the vocabulary says now', () => {
    fc.assert(
      fc.property(
        profileOf('p'),
        needOf('n'),
        fc.constantFrom(...weightsVersions),
        fc.integer({ min: 0, max: everyField }),
        (person, asked, weights, fields) => {
          const kept = storedResult({ profile: person, need: asked, today, fields }, facts, weights);
          expect(kept.result).toBe(canonicalJson(explain(person, asked, today, fields, facts, weights)));
          expect(reproduced(JSON.parse(JSON.stringify(kept)))).toBe(kept.result);
          expect(kept.inputs).not.toContain('organisationId');
        },
      ),
    );
  });

  it('of weights that nobody knows cannot be', () => {
    const kept = storedResult({ profile, need, today, fields: everyField }, facts, findWeights(1)!);
    expect(reproduced({ ...kept, weightsVersion: 99 })).toBeUndefined();
  });
});

describe('the parts of a score', () => {
  it('are its sum, each at most what it is worth', () => {
    fc.assert(
      fc.property(
        profileOf('p'),
        needOf('n'),
        fc.constantFrom(...weightsVersions),
        (person, asked, weights) => {
          const { score, parts } = explain(person, asked, today, everyField, facts, weights);
          expect(parts.reduce((sum, { got }) => sum + got, 0)).toBe(score);
          for (const { got, of } of parts) expect(got).toBeLessThanOrEqual(of);
        },
      ),
    );
  });
});

describe('a near skill', () => {
  it('is told with the own skill that stands for it, the strongest first', () => {
    const of = explain(profile, need, today, everyField, facts, findWeights(2)!);
    // s0 and s9 share g0 with s1 (level 2) and s5 (level 3); nobody of g1, where s2 is, is there.
    expect(of.near).toEqual([
      { uri: 's0', by: 's5', essential: true, group: 'same' },
      { uri: 's9', by: 's5', essential: false, group: 'same' },
    ]);
  });

  it('is not spoken of by weights that give nothing for it', () => {
    expect(explain(profile, need, today, everyField, facts, findWeights(1)!).near).toEqual([]);
  });
});

describe('canonical JSON', () => {
  it('is the same for the same value, whatever the order of its keys', () => {
    expect(canonicalJson({ b: [2, { d: 1, c: undefined }], a: 'ä' })).toBe('{"a":"ä","b":[2,{"d":1}]}');
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
      }),
    );
  });
});
