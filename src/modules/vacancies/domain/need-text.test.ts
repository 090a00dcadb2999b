import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNeedTexts } from './need-text.ts';

const today = '2026-11-20';
const only = (text: string) => {
  const read = readNeedTexts(text, today);
  expect(read).toHaveLength(1);
  return read[0]!;
};

describe('the words of a need', () => {
  it.each([
    ['2 hitsaajaa tammikuussa', 2, '2027-01-01', [], 'hitsaajaa'],
    ['pari lähihoitajaa yövuoroon heti', 2, '2026-11-20', ['night'], 'lähihoitajaa'],
    ['tarvitaan kokki', 1, undefined, [], 'kokki'],
    ['3 siivoojaa osa-aikaisesti ensi viikolla', 3, '2026-11-23', ['part-time'], 'siivoojaa'],
    [
      'yhdistelmäajoneuvon kuljettaja kolmivuorotyöhön',
      1,
      undefined,
      ['shift'],
      'yhdistelmäajoneuvon kuljettaja',
    ],
    ['kesäksi 12 marjanpoimijaa', 12, '2027-06-01', [], 'marjanpoimijaa'],
    ['siivooja 20 h viikossa', 1, undefined, [], 'siivooja'],
    ['två svetsare i januari', 2, '2027-01-01', [], 'svetsare'],
    ['four cooks in march, evenings', 4, '2027-03-01', ['evening'], 'cooks'],
    ['marraskuussa 1 kirjanpitäjä', 1, '2026-11-20', [], 'kirjanpitäjä'],
    ['Hitsaaja 15.1. alkaen', 1, '2027-01-15', [], 'Hitsaaja'],
    ['Hitsaaja 15.1.2027 alkaen', 1, '2027-01-15', [], 'Hitsaaja'],
    ['2 hitsaajaa 15.1.2027 alkaen, 13 €/h', 2, '2027-01-15', [], 'hitsaajaa'],
    ['Siivooja 20 h/vko, 15.1.2027 alkaen', 1, '2027-01-15', [], 'Siivooja'],
    ['Myyjä 4 h/pv la', 1, undefined, ['weekend'], 'Myyjä'],
    ['Kesätyö 1.6.–31.8.2027, 4 myyjää', 4, '2027-06-01', [], 'myyjää'],
    ['pari hitsaria', 2, undefined, [], 'hitsaria'],
    [
      '10 hoiva-avustajaa, lähihoitajaa tai sairaanhoitajaa',
      10,
      undefined,
      [],
      'hoiva-avustajaa lähihoitajaa sairaanhoitajaa',
    ],
  ])('%s', (text, places, startsOn, workingTimes, words) => {
    expect(only(text)).toMatchObject({ places, startsOn, workingTimes, words });
  });

  it.each([
    'Siivooja 20 h/vko',
    'Siivooja 20h/vko',
    'Siivooja, 13 €/h',
    'Siivooja 13,50 e/t',
    'Siivooja 2 500 €/kk',
    'Siivooja 2500–3000 euroa kuussa',
    'Siivooja 37,5 h/vk',
    'Siivooja, 2 pv/vko',
    'Siivooja 3 kk',
    'Siivooja 6 kuukaudeksi',
    'Siivooja 2–3 viikkoa',
    'Siivooja klo 8–16',
    'Siivooja 7.00–15.30',
    'Siivooja 24/7',
    'Siivooja 80 %',
    'Siivooja 80% työaika',
    'Siivooja, puh. 040 123 4567',
    'Siivooja 5 vuoden kokemus',
    'Siivooja 30 tuntia viikossa',
    'Siivooja 2 päivänä viikossa',
    'Siivooja 15 euroa tunti',
    'Siivooja 50 km keskustasta',
    'Siivooja vuodelle 2027',
    'Städare 20 tim/vecka',
    'Cleaner 20 hours a week',
    'Cleaner €13 an hour',
  ])('a measure is not a count of people: %s', (text) => {
    expect(only(text)).toMatchObject({ places: 1, placesSaid: false });
  });

  it('of a range the smaller is taken, and the larger is told', () => {
    for (const text of ['2–3 hitsaajaa', '2-3 hitsaajaa', 'Tarvitaan 2—3 hitsaajaa'])
      expect(only(text)).toMatchObject({ places: 2, placesSaid: true, placesAtMost: 3, words: 'hitsaajaa' });
  });

  it.each([
    [
      '3 hitsaajaa ja 2 koneistajaa',
      [
        [3, 'hitsaajaa'],
        [2, 'koneistajaa'],
      ],
    ],
    [
      '2 kokkia, 1 tarjoilija heti',
      [
        [2, 'kokkia'],
        [1, 'tarjoilija'],
      ],
    ],
    [
      '3 hitsaajaa + pari koneistajaa 15.1. alkaen',
      [
        [3, 'hitsaajaa'],
        [2, 'koneistajaa'],
      ],
    ],
    [
      'två svetsare och en kock',
      [
        [2, 'svetsare'],
        [1, 'kock'],
      ],
    ],
    [
      '3 hitsaajaa 20 h/vko ja 2 koneistajaa 13 €/h',
      [
        [3, 'hitsaajaa'],
        [2, 'koneistajaa'],
      ],
    ],
  ])('two needs of one note are two: %s', (text, expected) => {
    expect(readNeedTexts(text, today).map(({ places, words }) => [places, words])).toEqual(expected);
  });

  it('whatever is written, there is a need, and its places are between 1 and 500', () => {
    const piece = fc.constantFrom(
      '2',
      '15.1.',
      '13 €/h',
      'ja',
      'hitsaajaa',
      'klo',
      '0',
      '999',
      ',',
      '–',
      '20 h/vko',
      'pari',
      '/',
      '5/2',
      '31.2.',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const read = readNeedTexts(pieces.join(' '), today);
        expect(read.length).toBeGreaterThan(0);
        for (const { places } of read) {
          expect(places).toBeGreaterThanOrEqual(1);
          expect(places).toBeLessThanOrEqual(500);
        }
      }),
    );
  });
});
