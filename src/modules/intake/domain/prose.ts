import { numberPattern } from './values.ts';

const shortenings =
  /(?:^|[\s(])(?:mm|esim|ns|yms|ym|ml|n|s|v|vrt|ks|jne|ko|ao|em|ent|erit|krt|klo|nk|os|tms|tmv|puh|prof|t)\.$/i;

/** The sentences of a text. A full stop after a shortening, a number or a single letter ends none. */
export function sentencesIn(text: string): string[] {
  const sentences: string[] = [];
  let begin = 0;
  for (const match of text.matchAll(/[.!?](?:["”)]*)(?=\s+["”(]?\p{Lu}|\s*$)/gu)) {
    const end = match.index + match[0].length;
    const sentence = text.slice(begin, end);
    if (shortenings.test(sentence) || /(?:^|\s)\d{1,2}\.$/.test(sentence)) continue;
    sentences.push(sentence.trim());
    begin = end;
  }
  const rest = text.slice(begin).trim();
  return rest === '' ? sentences : [...sentences, rest];
}

const numerals: Readonly<Record<string, number>> = {
  yksi: 1,
  kaksi: 2,
  kolme: 3,
  neljä: 4,
  viisi: 5,
  kuusi: 6,
  seitsemän: 7,
  kahdeksan: 8,
  yhdeksän: 9,
  kymmenen: 10,
};

/** What is counted in promises: events, people, companies, materials. */
const counted =
  '(?:[\\p{Ll}-]*(?:tapahtumaa|tilaisuutta|tilaisuuksia|koulutusta|materiaalia|työpajaa|valmennusta|kokeilua|pilottia|verkostoa|mallia|opasta))|osallistujaa|työtöntä|työnhakijaa|asiakasta|henkilöä|nuorta|yritystä|yrittäjää|työpaikkaa|opiskelijaa|työnantajaa|kuntaa|organisaatiota';

/** A number of things promised in a sentence. */
export interface Promised {
  readonly amount: number;
  readonly qualifier: string | undefined;
  /** The word counted, as it stands. */
  readonly unit: string;
  readonly raw: string;
}

/** `noin 50 kunnallisten työvoimapalvelujen asiakasta`, `neljä alueellista rekrytointitapahtumaa`. */
export function promisesIn(sentence: string): Promised[] {
  const pattern = new RegExp(
    String.raw`(?:\b(noin|vähintään|enintään|yli|arviolta)\s+)?(?<![\d.,])(${numberPattern}|${Object.keys(numerals).join('|')})\s+((?:[\p{L}-]+\s+){0,4}?)(${counted})(?!\p{L})`,
    'giu',
  );
  return [...sentence.matchAll(pattern)].flatMap((match) => {
    const [raw, qualifier, number = '', between = '', unit = ''] = match;
    if (/(?:^|\s)(?:ja|tai|sekä|että|euroa|vuotta)\s/i.test(between)) return [];
    const word = numerals[number.toLowerCase()];
    const amount = word ?? Number(number.replaceAll(/[ .]/g, '').replace(',', '.'));
    return Number.isFinite(amount) ? [{ amount, qualifier: qualifier?.toLowerCase(), unit, raw }] : [];
  });
}

/** `neljä viidestä`: a share told in words, or undefined. */
export function shareInWords(sentence: string): { share: number; raw: string } | undefined {
  const parts = { kahdesta: 2, kolmesta: 3, neljästä: 4, viidestä: 5, kymmenestä: 10 };
  const match = new RegExp(
    `\\b(${Object.keys(numerals).join('|')})\\s+(${Object.keys(parts).join('|')})(?!\\p{L})`,
    'iu',
  ).exec(sentence);
  if (!match) return undefined;
  const share = numerals[match[1]!.toLowerCase()]! / parts[match[2]!.toLowerCase() as keyof typeof parts];
  return share <= 1 ? { share, raw: match[0] } : undefined;
}
