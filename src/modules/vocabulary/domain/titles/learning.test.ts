import { describe, expect, it } from 'vitest';
import { substitutesOf } from './substitutes.ts';
import { readTitle } from './title-text.ts';
import { learnTranslations } from './translations.ts';

describe('substitutes', () => {
  it('counts the concepts in which one word takes the place of another', () => {
    // concept 0 has "1 2" and "1 3"; concept 1 has "4 2" and "4 3"; concept 2 has 2 alone
    const names = [[1, 2], [1, 3], [4, 2], [4, 3], [2]];
    const substitutes = substitutesOf(names, [0, 0, 1, 1, 2], 0.05);
    expect(substitutes.of(2)).toEqual([{ other: 3, share: 2 / 4 }]);
    expect(substitutes.of(3)).toEqual([{ other: 2, share: 2 / 3 }]);
    expect(substitutes.of(1)).toEqual([]);
  });

  it('does not care for the order of words', () => {
    const substitutes = substitutesOf(
      [
        [1, 2],
        [3, 1],
      ],
      [0, 0],
      0.05,
    );
    expect(substitutes.of(2)).toEqual([{ other: 3, share: 0.5 }]);
  });
});

describe('translations', () => {
  it('draw the likelihood to what occurs together again and again', () => {
    const from = [
      ['kuljet', 'taks'],
      ['kuljet', 'bus'],
      ['pes', 'taks'],
      ['pes', 'bus'],
    ];
    const to = [
      ['driver', 'taxi'],
      ['driver', 'bus'],
      ['washer', 'taxi'],
      ['washer', 'bus'],
    ];
    const translations = learnTranslations(from, to);
    expect(translations.of('kuljet')[0]?.stem).toBe('driver');
    expect(translations.of('pes')[0]?.stem).toBe('washer');
    expect(translations.of('kuljet')[0]!.likelihood).toBeGreaterThan(0.6);
    expect(translations.of('vieras')).toEqual([]);
  });

  it('learn nothing from what is named in one language only', () => {
    expect(learnTranslations([['a'], ['a']], [[], []]).of('a')).toEqual([]);
  });
});

describe('reading a title', () => {
  it.each([
    ['Sales Managers', ['sales', 'managers']],
    ['Haemme 2 hitsaajaa heti', ['hitsaajaa']],
    ['Architects, Except Landscape and Naval', ['architects']],
    ['Insinöörit, pois lukien rakennus', ['insinöörit']],
    ['Lärare, utom speciallärare', ['lärare']],
    ['Cooks, All Other', ['cooks']],
    // nothing but idle words: they are all there is
    ['Haemme', ['haemme']],
  ])('%s', (text, words) => expect(readTitle(text).words).toEqual(words));

  it('reads each of several things alone and with the heads of the last and the first', () => {
    expect(readTitle('Advertising and Promotions Managers').parts).toEqual([
      ['advertising'],
      ['advertising', 'managers'],
      ['promotions', 'managers'],
      ['promotions', 'managers', 'advertising'],
    ]);
    expect(readTitle('Welder').parts).toEqual([]);
  });
});
