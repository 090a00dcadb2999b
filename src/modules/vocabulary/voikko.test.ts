import { describe, expect, it } from 'vitest';
import type { Dictionary } from './domain/dictionary.ts';
import { buildIndex, matchTitle } from './domain/search.ts';
import { starterVocabulary } from './starter/starter.ts';
import { findVoikko } from './voikko.ts';

const voikko = await findVoikko();

describe('a machine without Voikko', () => {
  it('has no dictionary, and nothing fails', async () => {
    expect(await findVoikko([])).toBeUndefined();
    expect(await findVoikko(['no-such-library.so'])).toBeUndefined();
    expect(await findVoikko([import.meta.filename])).toBeUndefined();
  });
});

describe('any dictionary', () => {
  it('joins forms that share no letters of the stem, and parts compounds', () => {
    const words: Record<string, { lemma: string; parts: string[] }> = {
      vedenkantajia: { lemma: 'vedenkantaja', parts: ['veden', 'kantajia'] },
      veden: { lemma: 'vesi', parts: ['veden'] },
    };
    const dictionary: Dictionary = { read: (word) => (words[word] ? [words[word]] : []) };
    const concept = (uri: string, fi: string) => ({
      uri,
      kind: 'occupation' as const,
      names: { fi },
      altNames: { fi: [], sv: [], en: [] },
      source: 'esco' as const,
      broader: [],
    });
    const vocabulary = {
      concepts: [concept('urn:wood', 'puun kantaja'), concept('urn:water', 'vesi kantaja')],
      occupationSkills: [],
    };
    const read = buildIndex(vocabulary, { finnish: dictionary });
    expect(matchTitle(read, 'vedenkantajia')[0]?.uri).toBe('urn:water');
  });
});

describe.skipIf(voikko === undefined)('Voikko (needs Voikko on the machine)', () => {
  it.each([
    ['sairaanhoitajille', 'sairaanhoitaja', ['sairaan', 'hoitajille']],
    ['veden', 'vesi', ['veden']],
  ])('reads %s', (word, lemma, parts) => expect(voikko?.read(word)).toContainEqual({ lemma, parts }));

  it('says nothing of what it does not know, and of odd letters', () => {
    for (const word of ['', 'xyzzyq', '\u0000', '🙂', 'a'.repeat(5_000)])
      expect(voikko?.read(word)).toEqual([]);
  });

  it('finds at least what our own stemmer finds first', () => {
    const starter = starterVocabulary();
    const plain = buildIndex(starter);
    const read = buildIndex(starter, { finnish: voikko });
    for (const title of ['sähköasentajia', 'lähihoitajille', 'linja-autonkuljettajaksi', 'kokkeja'])
      expect(matchTitle(read, title)[0]?.uri).toBe(matchTitle(plain, title)[0]?.uri);
  });
});
