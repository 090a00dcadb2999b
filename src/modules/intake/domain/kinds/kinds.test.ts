import { describe, expect, test } from 'vitest';
import { saidOf } from '#test/fixtures/intake/strangers.ts';
import { readDocument } from '../read-document.ts';

describe('a programme', () => {
  const text = `KESKI-SEUDUN TYÖLLISYYSOHJELMA 2024–2027

Sisällys
1. Johdanto
2. Teemat, tavoitteet ja toimenpiteet
3. Seuranta

1. Johdanto
Johtoryhmän jäsenet: Keskilän kaupunki, Kela, Keskilän Yrittäjät.

2. Teemat, tavoitteet ja toimenpiteet
Toteutumisesta raportoidaan johtoryhmälle puolivuosittain.

2.1 Osaava työvoima

Tavoite 1: Työvoiman ja työpaikkojen kohtaanto paranee
Toimenpiteet:
1. Osaamiskartoitus kaikille työnhakijoille
2. Yhteinen yrityskäyntien kalenteri
Mittari: kohtaantoaste, lähtötaso 54 %, tavoite vähintään 60 % vuonna 2027
Vastuutaho: Keskilän kaupunki, Gradia

2.2 Kukaan ei jää ulos

Tavoite 2: Pitkäaikaistyöttömyys vähenee
Toimenpiteet:
• Monialainen tiimi jokaiseen kuntaan
Vastuutaho: hyvinvointialue

3. Seuranta
Ohjelma tarkistetaan vuonna 2026.
`;
  test('its themes may be numbered in the body only, and an indicator say its numbers in a line', () => {
    const says = {
      'themes.*.number': ['2.1', '2.2'],
      'themes.*.title': ['Osaava työvoima', 'Kukaan ei jää ulos'],
      'goals.*.theme': ['2.1', '2.2'],
      'goals.1.measures.*.title': [
        'Osaamiskartoitus kaikille työnhakijoille',
        'Yhteinen yrityskäyntien kalenteri',
      ],
      'goals.1.indicators.*.name': ['kohtaantoaste'],
      'goals.1.indicators.*.baseline': [54],
      'goals.1.indicators.*.target': [60],
      'goals.1.indicators.*.targetYear': [2027],
      'board.name': 'Johtoryhmä',
      'board.members.*': ['Keskilän kaupunki', 'Kela', 'Keskilän Yrittäjät'],
      'reporting.rhythm': 'half-year',
    };
    const document = readDocument(text, 'programme');
    expect(saidOf(document, says)).toEqual(says);
    expect(document.unread).toEqual([]);
  });
});

test('points of a decision stand under their common verb', () => {
  const says = {
    'outcomes.*.kind': ['decide', 'decide', 'note'],
    'outcomes.*.text': [
      'Kunnanhallitus päättää ilmoittaa, että kunta osallistuu valmisteluun',
      'Kunnanhallitus päättää nimetä edustajaksi kunnanjohtajan',
      'Kunnanhallitus päättää merkitä tiedoksi valmistelun aikataulun.',
    ],
  };
  const document = readDocument(
    `Kunnanhallitus, kokous 12.6.2023

§ 161 Osallistuminen valmisteluun

Ehdotus

Esittelijä

  • Kaisa Kunta, kunnanjohtaja

Kunnanhallitus päättää

  1. ilmoittaa, että kunta osallistuu valmisteluun,
  2. nimetä edustajaksi kunnanjohtajan ja
  3. merkitä tiedoksi valmistelun aikataulun.

Päätös

Hyväksyttiin.
`,
    'board-item',
  );
  expect(saidOf(document, says)).toEqual(says);
});
