import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personalDataIn } from './personal-data.ts';

const kinds = (text: string) => personalDataIn(text).map((finding) => `${finding.kind}: ${finding.text}`);

describe('personal data in a text', () => {
  it.each([
    ['Tunnukseni on 150397-9005.', ['identity-code: 150397-9005']],
    ['290204a902e, vanha', ['identity-code: 290204a902e']],
    ['uusi merkki 010195X9044', ['identity-code: 010195X9044']],
    ['väärä tarkiste 150397-9006', ['identity-code: 150397-9006']],
    ['viiva liitettynä 150397–9005', ['identity-code: 150397–9005']],
    ['soita 044 123 4567 tai +358 44 1234567', ['phone: 044 123 4567', 'phone: +358 44 1234567']],
    ['puh. 015-194 1', ['phone: 015-194 1']],
    ['aino.esimerkki@polku.example', ['email: aino.esimerkki@polku.example']],
    ['aino.esimerkki(at)polku.example', ['email: aino.esimerkki(at)polku.example']],
    [
      'Kysy lisää: +372 5123 4567 tai +46 70 123 45 67. Maksu tilille FI2112345600000785. Kirjoita maija.meikalainen (a) posti.example.',
      [
        'phone: +372 5123 4567',
        'phone: +46 70 123 45 67',
        'account-number: FI2112345600000785',
        'email: maija.meikalainen (a) posti.example',
      ],
    ],
    ['Tili FI21 1234 5600 0007 85', ['account-number: FI21 1234 5600 0007 85']],
    ['tili DE89 3704 0044 0532 0130 00', ['account-number: DE89 3704 0044 0532 0130 00']],
    ['tili fi21-1234-5600-0007-85.', ['account-number: fi21-1234-5600-0007-85']],
    ['GB82WEST12345698765432', ['account-number: GB82WEST12345698765432']],
    ['maija [at] posti [piste] example', ['email: maija [at] posti [piste] example']],
    ['maija at posti piste fi', ['email: maija at posti piste fi']],
    ['maija miukumauku posti.fi', ['email: maija miukumauku posti.fi']],
    ['maija @ posti.fi', ['email: maija @ posti.fi']],
    [
      '010190-123M ja diagnoosi masennus',
      ['identity-code: 010190-123M', 'health: diagnoosi', 'health: masennus'],
    ],
    ['131052 – 308T', ['identity-code: 131052 – 308T']],
    ['01.01.1990-123M', ['identity-code: 01.01.1990-123M']],
    ['15 03 97-9005', ['identity-code: 15 03 97-9005']],
    ['１５０３９７-9005', ['identity-code: １５０３９７-9005']],
    ['290204 905J', ['identity-code: 290204 905J']],
    ['syntynyt 5.3.1981 Mikkelissä', ['birth-date: syntynyt 5.3.1981']],
    ['född 1981-03-05', ['birth-date: född 1981-03-05']],
    ['born on 5.3.1981', ['birth-date: born on 5.3.1981']],
    ['Soita 00 123 4567.', ['phone: 00 123 4567']],
    ['+1 (212) 555-0123', ['phone: +1 (212) 555-0123']],
    ['0044 20 7946 0958', ['phone: 0044 20 7946 0958']],
    ['asuu osoitteessa Raatihuoneenkatu 12 B 3', ['street-address: Raatihuoneenkatu 12 B 3']],
    ['bor på Storgatan 5', ['street-address: Storgatan 5']],
    ['Hän on sairauslomalla, lääkärinlausunto on.', ['health: sairauslomalla', 'health: lääkärinlausunto']],
  ])('is found in “%s”', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it.each([
    'Kuntamme osuus on 1752,00 euroa, kokonaiskustannukset 872 188,00 euroa.',
    'Päätös 7.11.2022 § 252, KNGDno-2022-414.',
    'EURA 2021/202205/09 02 01 01/2023/ESAELY',
    'Hanke 1.9.2023–31.12.2025, Y-tunnus 2296962-1.',
    'Avoinna ma–pe 9.00–15.00, 20 000 työvoimaan kuuluvaa.',
    '2296962-1',
    '30.11.2026',
    'Budjetti 0,00 € 040 000',
    'Budjetti 0,00 € 090 000 €',
    'Avoinna 08.00-16.00, 5.1.2027 alkaen',
    'Haetaan diabeteshoitajaa, sairaanhoitajaa ja Syöpäyhdistyksen tekijää.',
    'Palvelupolut 2.0, Palvelupolku 3 ja Työtie 2.0',
    'Meet us at Mikkeli. Tule messuille at 9.00.',
    'Y-tunnus FI22969621, s. 12 ja s. 31.12.',
    '131052/308T',
    'Laskutettu 012 345,60 € vuonna 2026',
    'Tapahtuma-aika 1.2.2027–28.2.2027 klo 9–15',
    '',
  ])('is not seen in “%s”', (text) => {
    expect(kinds(text)).toEqual([]);
  });

  it.each(['ä', '1', 'a.', '0 ', 'FI21 ', '@', 'a@', 'synt. ', '(', 'Katu'])(
    'takes no longer by the square in a long text of “%s”',
    (piece) => {
      expect(personalDataIn(piece.repeat(20_000))).toEqual([]);
    },
  );

  it('is found wherever the code stands, and is told as it was written', () => {
    const codes = ['150397-9005', '010101A901S', '290204A902E', '311299Y903B', '010195X9044', '290204B905J'];
    const words = fc.array(fc.constantFrom('Hei', 'kysyn', 'asiasta', 'jossa', 'maksu oli 20 €', '§ 12'));
    fc.assert(
      fc.property(words, fc.constantFrom(...codes), words, (before, code, after) => {
        const text = [...before, code, ...after].join(' ');
        const found = personalDataIn(text);
        expect(found.map((finding) => finding.text)).toEqual([code]);
        expect(text.slice(found[0]!.at)).toMatch(new RegExp(`^${code.replace('+', '\\+')}`));
      }),
    );
  });
});
