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
  ])('is found in “%s”', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it.each([
    'Kuntamme osuus on 1752,00 euroa, kokonaiskustannukset 872 188,00 euroa.',
    'Päätös 7.11.2022 § 252, KNGDno-2022-414.',
    'EURA 2021/202205/09 02 01 01/2023/ESAELY',
    'Hanke 1.9.2023–31.12.2025, Y-tunnus 2296962-1.',
    'Avoinna ma–pe 9.00–15.00, 20 000 työvoimaan kuuluvaa.',
    '',
  ])('is not seen in “%s”', (text) => {
    expect(kinds(text)).toEqual([]);
  });

  it('takes no longer by the square in a long text without a space', () => {
    expect(personalDataIn('ä'.repeat(300_000))).toEqual([]);
  });

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
