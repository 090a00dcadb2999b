import { describe, expect, it } from 'vitest';
import { starterVocabulary } from '../starter/starter.ts';
import { type Concept, mergeVocabularies, noAlternativeNames } from './concepts.ts';
import { buildIndex, search } from './search.ts';

const index = buildIndex(starterVocabulary());

/** Finnish names of the first hits. */
function found(query: string, limit = 3): (string | undefined)[] {
  return search(index, query, { language: 'fi', limit }).map((hit) => hit.concept.names.fi);
}

describe('search as you type', () => {
  it.each([
    ['sähköasentaja', 'sähköasentaja'],
    ['sähköasentajia', 'sähköasentaja'],
    ['sähkö asentaja', 'sähköasentaja'],
    ['sahkoasentaja', 'sähköasentaja'],
    ['sahkoasentajia', 'sähköasentaja'],
    ['sähköasentja', 'sähköasentaja'],
    ['sähkäri', 'sähköasentaja'],
    ['lähihoitajille', 'lähihoitaja'],
    ['lähihoitja', 'lähihoitaja'],
    ['lähih', 'lähihoitaja'],
    ['närvårdare', 'lähihoitaja'],
    ['hitsaajan', 'hitsaaja'],
    ['svetsare', 'hitsaaja'],
    ['svetsaren', 'hitsaaja'],
    ['welders', 'hitsaaja'],
    ['kokeille', 'kokki'],
    ['kock', 'kokki'],
    ['siivoojaa', 'laitossiivooja'],
    ['siivoja', 'laitossiivooja'],
    ['myyjiä', 'myyjä'],
    ['ajoneuvoyhdistelmänkuljettajat', 'tavaraliikenteen kuljettaja'],
    ['rekkakuskeja', 'tavaraliikenteen kuljettaja'],
    ['truck driver', 'tavaraliikenteen kuljettaja'],
    ['trukkikuski', 'trukinkuljettaja'],
    ['varhaiskasvatuksen opettajia', 'lastentarhan opettaja'],
    ['koodari', 'ohjelmistokehittäjä'],
    ['talonmies', 'kiinteistöhuollon työntekijä'],
  ])('%s finds %s', (query, name) => expect(found(query)).toContain(name));

  it.each([
    ['kokki', 'kokki'],
    ['hitsaaja', 'hitsaaja'],
    ['kokk', 'kokki'],
    ['myyjä', 'myyjä'],
  ])('the whole name and its beginning come first: %s', (query, name) => expect(found(query)[0]).toBe(name));

  it('gives every occupation first by its own full name, in every language', () => {
    for (const concept of starterVocabulary().concepts.filter((row) => row.kind === 'occupation')) {
      for (const language of ['fi', 'sv', 'en'] as const) {
        const name = concept.names[language];
        if (name === undefined) continue;
        const hits = search(index, name, { language, limit: 3 });
        expect([name, hits.some((hit) => hit.uri === concept.uri)]).toEqual([name, true]);
      }
    }
  });

  it('tells the name and the language by which it found', () => {
    const [hit] = search(index, 'närvårdare', { language: 'fi' });
    expect(hit).toMatchObject({ kind: 'occupation', matchedName: 'närvårdare', matchedLanguage: 'sv' });
  });

  it('looks only for the kinds asked for', () => {
    expect(search(index, 'hitsa', { kinds: ['skill'] }).every((hit) => hit.kind === 'skill')).toBe(true);
    expect(search(index, 'hitsa', { kinds: ['occupation'] }).every((hit) => hit.kind === 'occupation')).toBe(
      true,
    );
    expect(search(index, 'rakennustyöntekijät', { kinds: ['group'] })[0]?.kind).toBe('group');
  });

  it('answers nothing to nothing and to nonsense', () => {
    expect(search(index, '')).toEqual([]);
    expect(search(index, ' ,.-')).toEqual([]);
    expect(search(index, 'xqzwvxqz')).toEqual([]);
  });

  it('leaves no trace: the same query gives the same answer after others', () => {
    const first = search(index, 'hoitajia', { language: 'fi' });
    for (const query of ['s', 'si', 'siivous', 'lähihoitja', 'xq zw', 'truck driver', 'työ'])
      search(index, query);
    expect(search(index, 'hoitajia', { language: 'fi' })).toEqual(first);
  });

  it('keeps to the limit', () => expect(search(index, 'k', { limit: 7 })).toHaveLength(7));
});

describe('two concepts of one name', () => {
  const twin = (uri: string): Concept => ({
    uri,
    kind: 'occupation',
    names: { fi: 'stuertti' },
    altNames: noAlternativeNames(),
    source: 'esco',
    broader: [],
  });
  it('are both found', () => {
    const twins = buildIndex({ concepts: [twin('urn:1'), twin('urn:2')], occupationSkills: [] });
    expect(search(twins, 'stuertti').map((hit) => hit.uri)).toEqual(['urn:1', 'urn:2']);
  });
});

describe('merging', () => {
  it('keeps our everyday names and takes the names and relations of the newer', () => {
    const concept = (name: string, alternative: string, source: Concept['source']): Concept => ({
      uri: 'urn:o',
      kind: 'occupation',
      names: { fi: name },
      altNames: { ...noAlternativeNames(), fi: [alternative] },
      source,
      broader: [],
    });
    const relation = (skillUri: string) => ({
      occupationUri: 'urn:o',
      skillUri,
      relation: 'essential' as const,
    });
    const merged = mergeVocabularies(
      { concepts: [concept('vanha', 'oma', 'starter')], occupationSkills: [relation('urn:a')] },
      { concepts: [concept('uusi', 'toinen', 'esco')], occupationSkills: [relation('urn:b')] },
    );
    expect(merged.concepts).toEqual([
      { ...concept('uusi', 'toinen', 'esco'), altNames: { fi: ['toinen', 'oma'], sv: [], en: [] } },
    ]);
    expect(merged.occupationSkills).toEqual([relation('urn:b')]);
  });
});
