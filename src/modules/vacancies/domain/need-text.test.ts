import { describe, expect, it } from 'vitest';
import { readNeedText } from './need-text.ts';

const today = '2026-11-20';

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
  ])('%s', (text, places, startsOn, workingTimes, words) => {
    expect(readNeedText(text, today)).toMatchObject({ places, startsOn, workingTimes, words });
  });

  it('a measure is not a count of people', () => {
    expect(readNeedText('kokemusta 5 vuotta, 10 km keskustasta', today)).toMatchObject({
      places: 1,
      placesSaid: false,
    });
  });
});
