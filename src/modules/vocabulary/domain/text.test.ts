import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutDots } from '#kernel/letters.ts';
import { buildSplitter } from './compounds.ts';
import { fold, stemsOf, tokenise, wordsOf } from './text.ts';

describe('fold', () => {
  it.each([
    ['Sähköasentaja', 'sähköasentaja'],
    ['ŠAKKI', 'sakki'],
    ['café', 'cafe'],
    ['A\u0308LY', 'äly'],
    ['Å', 'å'],
  ])('%s → %s', (given, folded) => expect(fold(given)).toBe(folded));

  it('is idempotent and drops dots only when asked', () => {
    fc.assert(fc.property(fc.string(), (text) => fold(fold(text)) === fold(text)));
    expect(withoutDots('närvårdare, sähkö')).toBe('narvardare, sahko');
  });
});

describe('tokenise', () => {
  it('keeps the places of words in the text as given', () => {
    const text = 'MIG/MAG-hitsaus, C++ ja Node.js. Nurse’s aide';
    expect(wordsOf(text)).toEqual(['mig', 'mag', 'hitsaus', 'c++', 'ja', 'node.js', 'nurse', 'aide']);
    for (const { word, start, end } of tokenise(text)) {
      expect(fold(text.slice(start, end)).replace(/['’]s$/, '')).toBe(word);
    }
  });
});

it('words are the words of the tokens, by the fast way too', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'Ä', 'ö', '9', ' ', ',', '-', '/', '(', '+', '.', 'js', 'é'),
    maxLength: 30,
  });
  fc.assert(
    fc.property(text, (row) => {
      expect(wordsOf(row)).toEqual(tokenise(row).map((token) => token.word));
    }),
  );
});

function meet(a: string, b: string, language: 'fi' | 'sv' | 'en'): 'form' | 'root' | 'no' {
  const [stems, two] = [stemsOf(a, language), stemsOf(b, language)];
  if (stems.forms.some((stem) => two.forms.includes(stem))) return 'form';
  const all = [...two.forms, ...two.roots];
  return [...stems.forms, ...stems.roots].some((stem) => all.includes(stem)) ? 'root' : 'no';
}

describe('Finnish words in their forms meet', () => {
  it.each([
    [
      'sähköasentaja',
      'sähköasentajia sähköasentajan sähköasentajille sähköasentajaksi sähköasentajani sähköasentajien',
    ],
    ['lähihoitaja', 'lähihoitajille lähihoitajana lähihoitajat lähihoitajaa lähihoitajista'],
    ['kokki', 'kokin kokkia kokeille kokkina kokiksi kokit kokkeja'],
    ['hitsaaja', 'hitsaajan hitsaajia hitsaajille hitsaajana'],
    ['siivooja', 'siivoojaa siivoojat siivoojille'],
    ['myyjä', 'myyjiä myyjän myyjille myyjäksi'],
    ['kauppa', 'kaupan kauppoja kaupoissa kaupassa kauppaan'],
    ['haava', 'haavoja haavan haavaa'],
    ['asiakas', 'asiakkaan asiakkaita asiakasta asiakkaille asiakkaiden'],
    ['potilas', 'potilaan potilaita potilasta potilaille'],
    ['laite', 'laitteen laitteita laitetta laitteiden laitteet'],
    ['puhelin', 'puhelimen puhelimia puhelinta'],
    ['turvallisuus', 'turvallisuuden turvallisuutta turvallisuudesta'],
    ['asennus', 'asennuksen asennuksia asennusta asennukset'],
    ['sosiaalinen', 'sosiaalisen sosiaalista sosiaaliset sosiaalisia'],
    ['kieli', 'kielen kieliä kielellä'],
    ['käsi', 'käden käsiä'],
    ['hoitaa', 'hoidan hoidin hoitavat'],
    ['huolehtia', 'huolehdin huolehtii'],
    ['trukki', 'trukin trukkia trukilla trukkien'],
  ])('%s', (word, forms) => {
    for (const form of forms.split(' ')) expect([form, meet(word, form, 'fi')]).toEqual([form, 'form']);
  });

  it.each([
    ['hitsata', 'hitsaaja hitsaus hitsaaminen hitsannut hitsasin'],
    ['siivota', 'siivooja siivous siivoaminen siivosin'],
    ['asentaa', 'asentaja asentaminen asennus asentanut'],
    ['kuljettaa', 'kuljettaja kuljetus'],
  ])('the family of %s', (word, relatives) => {
    for (const relative of relatives.split(' '))
      expect([relative, meet(word, relative, 'fi')]).not.toEqual([relative, 'no']);
  });

  it.each([
    ['kokki', 'myyjä'],
    ['viini', 'viime'],
    ['hitsaaja', 'hoitaja'],
    ['lääkäri', 'lääke'],
  ])('%s is not %s', (a, b) => expect(meet(a, b, 'fi')).toBe('no'));
});

describe('Swedish and English words in their forms meet', () => {
  it.each([
    ['sv', 'svetsare', 'svetsaren'],
    ['sv', 'svetsare', 'svetsarna'],
    ['sv', 'städare', 'städarna'],
    ['sv', 'elektriker', 'elektrikern'],
    ['sv', 'maskin', 'maskiner'],
    ['en', 'welder', 'welders'],
    ['en', 'company', 'companies'],
    ['en', 'nurse', 'nurses'],
    ['en', 'craftsman', 'craftsmen'],
  ] as const)('%s: %s, %s', (language, a, b) => expect(meet(a, b, language)).toBe('form'));

  it('relatives share a root', () => {
    expect(meet('welding', 'welder', 'en')).toBe('root');
    expect(meet('cleaning', 'cleaner', 'en')).toBe('root');
    expect(meet('svetsning', 'svetsare', 'sv')).not.toBe('no');
  });
});

describe('compounds', () => {
  const known =
    'ajoneuvo yhdistelmä kuljettaja kuljettajan trukki trukin sairaan hoitaja asentaja sähkö'.split(' ');
  it.each([
    ['ajoneuvoyhdistelmänkuljettajat', ['ajoneuvo', 'yhdistelmän', 'kuljettajat']],
    ['trukinkuljettajille', ['trukin', 'kuljettajille']],
    ['sairaanhoitajia', ['sairaan', 'hoitajia']],
    ['haarukkatrukkia', ['haarukka', 'trukkia']],
    ['sähköasentaja', ['sähkö', 'asentaja']],
    ['leipuri', undefined],
    ['asentaja', undefined],
  ])('%s', (word, parts) => expect(buildSplitter(known, 'fi').split(word)).toEqual(parts));

  it('English is not split', () =>
    expect(buildSplitter(['fork', 'lift'], 'en').split('forklift')).toBeUndefined());
});
