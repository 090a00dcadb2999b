import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankOf, ranks, readSearch } from './search.ts';

const rank = (search: string, text: string) => rankOf(readSearch(search)!, text);

describe('a word is found', () => {
  test.each([
    ['palkkatuen', 'Palkkatuki'],
    ['hitsaajia', 'Hitsaaja'],
    ['hitsaajan', 'Hitsaaja'],
    ['Virran', 'Konepaja Virta Oy'],
    ['Ainon', 'Esimerkki Aino'],
    ['tarkiasen', 'Tarkiainen Pekka'],
    ['Tarkiaisen', 'Tarkiainen'],
    ['ohjaamoon', 'Ohjaamo Mikkeli'],
    ['kielikurssille', 'Kielikurssi'],
    ['työkokeiluun', 'Työkokeilu'],
    ['tyokokeiluun', 'Työkokeilu'],
    ['Luukkosen', 'Luukkonen'],
    ['kauppojen', 'Kauppa'],
    ['tuen', 'Tuki ry'],
    ['Mäen', 'Mäki'],
    ['käden', 'Käsi'],
    ['asiakkaan', 'Asiakas'],
    ['nuorten', 'Nuori'],
    ['lähihoitajien', 'Lähihoitaja'],
    ['Mikkelissä', 'Mikkeli'],
    ['hankkeita', 'Hanke'],
    ['virta', 'Virran varrella'],
    ['svetsarna', 'Svetsare'],
    ['welders', 'Welder'],
  ])('%s in %s, as another form of it', (search, text) => expect(rank(search, text)).toBe(ranks.inflected));

  test.each([
    ['celik', 'Çelik Elif', ranks.exact],
    ['Çelik', 'Celik Elif', ranks.exact],
    ['said', 'al-Saïd Omar', ranks.exact],
    ['al-said', 'al-Saïd Omar', ranks.exact],
    ['åberg', 'Åberg Bo', ranks.exact],
    ['aberg', 'Åberg Bo', ranks.whole],
    ['åberg', 'Aberg Bo', ranks.whole],
    ['virta', 'Virtanen', ranks.begins],
    ['tuki', 'Palkkatuki', ranks.inside],
    ['alle 30', 'Ohjaamo, alle 30-vuotiaat', ranks.exact],
    ['OHJAMO', 'Ohjaamo', ranks.alike],
    ['ohajamo', 'Ohjaamo', ranks.alike],
    ['vira', 'Virta', undefined],
    ['vitta', 'Virta', ranks.alike],
    ['alli', 'alle 30', undefined],
    ['alle 40', 'alle 30', undefined],
    ['ohjaus', 'Ohjaamo', undefined],
    ['matti', 'Matilda Matias', undefined],
    ['matti', 'Matin kioski', ranks.inflected],
  ])('%s in %s: %s', (search, text, wanted) => expect(rank(search, text)).toBe(wanted));
});

test('nothing but marks is no search', () => {
  expect(readSearch(' % – "" ')).toBeUndefined();
});

test('whatever is typed is a search that can be asked, and every word of a text is found in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (typed) => {
      const search = readSearch(typed);
      if (search !== undefined) expect(rankOf(search, typed)).toBe(ranks.exact);
    }),
  );
  const word = fc.stringMatching(/^[a-zåäö]{1,12}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) =>
      words.every((each) => rank(each, words.join(' ')) === ranks.exact),
    ),
  );
});
