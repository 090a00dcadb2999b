import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { starterVocabulary } from '../starter/starter.ts';
import { buildIndex } from './search.ts';
import { suggest } from './suggest.ts';

const index = buildIndex(starterVocabulary());

function names(text: string): (string | undefined)[] {
  return suggest(index, text).map((suggestion) => suggestion.concept.names.fi);
}

describe('suggestions from a pasted text', () => {
  it('finds occupations and skills in Finnish, with the words that caused them', () => {
    const text =
      'Olen hitsaaja Mikkelistä. Tein konepajalla TIG-hitsausta ja osaan ajaa trukkia.\nKaadan puita moottorisahalla.';
    const suggestions = suggest(index, text);
    const byName = new Map(
      suggestions.map((suggestion) => [suggestion.concept.names.fi, suggestion.cause.text]),
    );
    expect(byName.get('hitsaaja')).toBe('hitsaaja');
    expect(byName.get('suorittaa TIG-hitsausta')).toBe('TIG-hitsausta');
    expect(byName.get('käyttää haarukkatrukkia')).toBe('ajaa trukkia');
    expect(byName.get('kaataa puita')).toBe('Kaadan puita');
  });

  it.each([
    ['Jag har arbetat som närvårdare och kan köra truck.', ['lähihoitaja', 'käyttää haarukkatrukkia']],
    ['I worked as a waiter and I write JavaScript and SQL.', ['JavaScript', 'SQL', 'tarjoilija']],
    ['Siivosin toimistoja ja tein kassatyötä.', ['siivota', 'käyttää kassakonetta']],
    ['hitsaus, Excel, asiakaspalvelu', ['asiakaspalvelu', 'käyttää taulukkolaskentaohjelmistoja']],
  ])('%s', (text, expected) => expect(names(text)).toEqual(expect.arrayContaining(expected)));

  it.each([
    'En osaa hitsata.',
    'Minulla ei ole kokemusta hitsauksesta.',
    'I have no experience of welding.',
    'Jag kan inte svetsa.',
    'Hei! Haen kesätöitä, olen reipas ja tykkään olla ihmisten kanssa viime vuosien tapaan.',
  ])('says nothing to: %s', (text) => expect(names(text)).toEqual([]));

  it('what is denied does not deny what follows a comma', () => {
    expect(names('En osaa hitsata, mutta ajan trukkia.')).toEqual(['käyttää haarukkatrukkia']);
  });

  it('gives at most thirty, each concept once, and cites the text truly', () => {
    const words = starterVocabulary().concepts.map((concept) => concept.names.fi ?? '');
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words, 'ja', 'olen', '.', ',', '\n'), { maxLength: 60 }),
        (parts) => {
          const text = parts.join(' ');
          const suggestions = suggest(index, text);
          expect(suggestions.length).toBeLessThanOrEqual(30);
          expect(new Set(suggestions.map((suggestion) => suggestion.uri)).size).toBe(suggestions.length);
          for (const { cause } of suggestions) expect(text.slice(cause.start, cause.end)).toBe(cause.text);
        },
      ),
      { numRuns: 50 },
    );
  });
});
