import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownSet } from '../../../../../bench/titles/sets.ts';
import { starterVocabulary } from '../../starter/starter.ts';
import { type Concept, noAlternativeNames, type OccupationSkill } from '../concepts.ts';
import { buildIndex, matchTitle } from '../search.ts';

const starter = starterVocabulary();
const index = buildIndex(starter);

/** A concept of English names, the first one preferred. */
function named(uri: string, ...names: string[]): Concept {
  return {
    uri,
    kind: 'occupation',
    names: { en: names[0]! },
    altNames: { ...noAlternativeNames(), en: names.slice(1) },
    source: 'esco',
    broader: [],
  };
}

function first(concepts: readonly Concept[], title: string, occupationSkills: OccupationSkill[] = []) {
  return matchTitle(buildIndex({ concepts: [...concepts], occupationSkills }), title)[0]?.uri;
}

describe('a title finds its occupation', () => {
  it.each([
    ['inflected', 'sähköasentajia', 'sähköasentaja'],
    ['with a slip', 'sairaanhoitja', 'sairaanhoitaja'],
    ['without dots', 'narvardare', 'lähihoitaja'],
    ['in another language', 'Truck driver', 'tavaraliikenteen kuljettaja'],
    ['inflected in Swedish', 'svetsaren', 'hitsaaja'],
    ['in the plural in English', 'Welders', 'hitsaaja'],
    ['apart', 'linja auton kuljettaja', 'linja-autonkuljettaja'],
    ['in a sentence', 'Haemme kahta hitsaajaa konepajallemme Mikkeliin', 'hitsaaja'],
    ['in a Swedish sentence', 'Vi söker två svetsare till vår verkstad', 'hitsaaja'],
    ['of two languages', 'Närvårdare / lähihoitaja', 'lähihoitaja'],
  ])('%s: %s', (_, title, name) => expect(matchTitle(index, title)[0]?.concept.names.fi).toBe(name));

  it('gives every occupation by its own Finnish name, before all but one that is called the same too', () => {
    const missed = starter.concepts.filter(({ kind, uri, names }) => {
      if (kind !== 'occupation' || names.fi === undefined) return false;
      const twins = starter.concepts
        .filter((concept) => concept.names.fi === names.fi)
        .map((concept) => concept.uri);
      return !matchTitle(index, names.fi, { limit: twins.length + 1 }).some((hit) => hit.uri === uri);
    });
    expect(missed.map(({ names }) => names.fi)).toEqual([]);
  });
});

describe('devices, each alone', () => {
  it('words that take each other’s place in names of one concept mean nearly the same', () => {
    const concepts = [
      named('urn:lawyer', 'lawyer', 'defence lawyer', 'defence attorney', 'tax lawyer', 'tax attorney'),
      named('urn:patent', 'patent lawyer'),
      named('urn:engineer', 'patent engineer'),
    ];
    expect(first(concepts, 'Patent Attorneys')).toBe('urn:patent');
  });

  it('what a title says it is not does not count', () => {
    const concepts = [named('urn:naval', 'naval architect'), named('urn:architect', 'architect')];
    expect(first(concepts, 'Architects, Except Naval')).toBe('urn:architect');
  });

  it('of several things named, each is read alone and with the common head', () => {
    const concepts = [
      named('urn:promotion', 'promotion manager'),
      named('urn:sales', 'sales manager'),
      named('urn:aa', 'advertising assistant'),
    ];
    expect(first(concepts, 'Advertising and Promotions Managers')).toBe('urn:promotion');
  });

  it('two words and one joined word meet, both ways', () => {
    const concepts = [named('urn:care', 'child care worker'), named('urn:metal', 'sheetmetal worker')];
    expect(first(concepts, 'Childcare worker')).toBe('urn:care');
    expect(first(concepts, 'Sheet metal workers')).toBe('urn:metal');
  });

  it('a concept that has the word in many of its names comes before one that has it in few', () => {
    const concepts = [
      named('urn:few', 'cutter operator', 'house painter', 'bus driver', 'tax clerk'),
      named('urn:many', 'cutter worker', 'cutter tender', 'cutter hand', 'machine cutter'),
    ];
    expect(first(concepts, 'cutter specialist')).toBe('urn:many');
  });

  it('what the occupation’s skills are called decides between equal names', () => {
    const skill: Concept = { ...named('urn:skill', 'milk cows'), kind: 'skill', skillType: 'skill' };
    const concepts = [named('urn:a', 'farm worker'), named('urn:b', 'farm worker'), skill];
    const needs: OccupationSkill[] = [
      { occupationUri: 'urn:b', skillUri: 'urn:skill', relation: 'essential' },
    ];
    expect(first(concepts, 'farm worker')).toBe('urn:a');
    expect(first(concepts, 'farm worker who milks cows', needs)).toBe('urn:b');
  });

  it('words are translated by the names that concepts have in both languages', () => {
    const both = (uri: string, fi: string, en: string, ...more: string[]): Concept => ({
      ...named(uri, en, ...more),
      names: { fi, en },
    });
    const concepts = [
      both('urn:1', 'kuorma-auton kuljettajan kouluttaja', 'truck driver instructor'),
      both('urn:2', 'kuorma-auton pesijä', 'truck washer'),
      both('urn:3', 'taksin kuljettaja', 'taxi driver'),
      both('urn:4', 'taksin pesijä', 'taxi washer'),
      both('urn:5', 'tavaraliikenteen ammattilainen', 'goods transporter', 'truck driver', 'lorry driver'),
    ];
    const hits = matchTitle(buildIndex({ concepts, occupationSkills: [] }), 'kuorma-auton kuljettaja', {
      language: 'fi',
    });
    expect(hits.find((hit) => hit.uri === 'urn:5')).toMatchObject({
      matchedName: 'truck driver',
      matchedLanguage: 'en',
    });
  });

  it('a group is told after an equal occupation, and only when asked for', () => {
    const concepts = [
      { ...named('urn:a-group', 'Sales managers'), kind: 'group' as const },
      named('urn:b-occupation', 'sales manager'),
    ];
    const both = buildIndex({ concepts, occupationSkills: [] });
    expect(matchTitle(both, 'sales managers').map((hit) => hit.uri)).toEqual(['urn:b-occupation']);
    const asked = matchTitle(both, 'sales managers', { kinds: ['occupation', 'group'] });
    expect(asked.map((hit) => hit.uri)).toEqual(['urn:b-occupation', 'urn:a-group']);
  });
});

describe('always', () => {
  const word = fc.constantFrom(
    ...starter.concepts.slice(400, 700).flatMap(({ names }) => (names.fi === undefined ? [] : [names.fi])),
    'haemme',
    'ja',
    'and',
    'söker',
    ',',
  );

  it('the same text gives the same answer, whatever was asked before', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), fc.array(word, { maxLength: 6 }), (words, others) => {
        const before = matchTitle(index, words.join(' '));
        matchTitle(index, others.join(' '));
        expect(matchTitle(index, words.join(' '))).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });

  it('no text is an error, scores are from 0 to 100 in falling order, each occupation once', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 600 }), fc.string()), (text) => {
        const hits = matchTitle(index, text, { limit: 50 });
        expect(new Set(hits.map((hit) => hit.uri)).size).toBe(hits.length);
        for (const [at, { score }] of hits.entries()) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(hits[at - 1]?.score ?? 100);
        }
      }),
      { numRuns: 80 },
    );
    expect(matchTitle(index, '')).toEqual([]);
    expect(matchTitle(index, ' ,.-')).toEqual([]);
  });

  it('the order in which the vocabulary comes does not matter', () => {
    const few = starter.concepts.filter((_, at) => at % 5 === 0);
    const titles = ownSet('fi')
      .slice(0, 40)
      .map(({ text }) => text);
    const straight = buildIndex({ concepts: few, occupationSkills: starter.occupationSkills });
    const turned = buildIndex({
      concepts: few.toReversed(),
      occupationSkills: starter.occupationSkills.toReversed(),
    });
    for (const title of titles) expect(matchTitle(turned, title)).toEqual(matchTitle(straight, title));
  });
});

describe('our labelled titles over the starter vocabulary', () => {
  const present = new Set(starter.concepts.map((concept) => concept.uri));
  it.each([
    ['fi', 0.85, 0.93],
    ['sv', 0.78, 0.95],
  ] as const)('%s: the right one is first in %d and among ten in %d', (language, row, ten) => {
    const queries = ownSet(language).filter(({ right }) => [...right].some((uri) => present.has(uri)));
    const ranks = queries.map(({ text, right }) =>
      matchTitle(index, text, { language, limit: 10 }).findIndex(({ uri }) => right.has(uri)),
    );
    expect(queries.length).toBeGreaterThan(100);
    expect(ranks.filter((rank) => rank === 0).length / ranks.length).toBeGreaterThan(row);
    expect(ranks.filter((rank) => rank >= 0).length / ranks.length).toBeGreaterThan(ten);
  });
});
