import { isFunctionWord } from '../function-words.ts';
import { wordsOf } from '../text.ts';

/** A title as it is read: its telling words, and, when it names several things, the telling words of each. */
export type TitleReading = {
  readonly words: readonly string[];
  readonly parts: readonly (readonly string[])[];
};

const longestTitle = 500;
const mostWords = 30;
const mostParts = 8;

/** What a title says it is not: it goes, up to the next mark. */
const exception =
  /[,(]?\s*(?<!\p{L})(?:except(?: for)?|excluding|other than|not elsewhere classified|n\.e\.c\.|paitsi|lukuun ottamatta|pois lukien|muualla luokittelemattom\p{L}*|utom|förutom|med undantag av|exklusive|ej annanstans)(?!\p{L})[^;)/]*/giu;

/** Marks and words between things that are named side by side. */
const between = /[,;/|•–\n]|\s-\s|&|(?<!\p{L})(?:and|or|ja|sekä|tai|eli|och|eller|samt)(?!\p{L})/iu;

/** Words of adverts that speak of the search, the time or the terms, never of the work. */
const idle = new Set(
  `haemme haetaan haussa hakee haen haku etsimme etsitään etsii etsin tarvitsemme tarvitaan tarvitsee kaipaamme kaipaa olemme nyt heti
  pian alkaen seuraavaksi vailla kahta kaksi kolme kolmea pari paria yhtä yksi useita useampia lisää uutta uusi uusia reipasta reippaita
  taitavaa osaavaa kokenutta kokeneita ammattitaitoista töihin työhön työtä työ työtehtäviin tehtävä tehtäviin työsuhteeseen työsuhteisiin
  vakituinen vakituisiin vakituiseen määräaikainen määräaikaiseen osa-aikainen osa-aikaiseen osa aikaiseen kokoaikaiseen kesäksi kesälle
  kesätyö kesätyöhön kesätöihin yövuoroon iltavuoroon aamuisin iltaisin viikonloppuisin vuodeksi vuosi klo tiimiimme tiimiin meille
  tule töitä avoin paikka työpaikka sijainen sijaisia sijaista sijaisuus muu muut muita
  söker sökes behöver vill jobba arbeta genast omgående erfaren erfarna duktig heltid deltid sommar sommaren kvällar kvällarna till
  vår vårt våra tjänst jobb två tre några flera nu övriga övrig vikarie
  wanted seeking hiring looking looks need needs needed join urgent urgently full part time job jobs position vacancy experienced
  general`.split(/\s+/),
);

/**
 * Reads a title or a sentence of an advert. Words of grammar and of advertising are left out, unless nothing else
 * is left. Where several things are named ("advertising and promotions managers", "cooks, short order"), each is
 * also read alone, and with the last word of the whole or of the first as its head.
 */
export function readTitle(text: string): TitleReading {
  const shown = text.slice(0, longestTitle);
  const kept = shown.replace(exception, ' ');
  const words = telling(kept);
  if (words.length === 0) return { words: wordsOf(shown).slice(0, mostWords), parts: [] };
  const named = kept
    .split(between)
    .map(telling)
    .filter((part) => part.length > 0);
  if (named.length < 2) return { words, parts: [] };
  const head = named.at(-1)!.at(-1)!;
  const first = named[0]!.at(-1)!;
  const parts = named.flatMap((part, at) => {
    const readings = [part];
    if (at < named.length - 1 && part.at(-1) !== head) readings.push([...part, head]);
    if (at > 0 && first !== part.at(-1)) readings.push([...part, first]);
    return readings;
  });
  return { words, parts: parts.slice(0, mostParts) };
}

function telling(text: string): string[] {
  const words = wordsOf(text).filter(
    (word) =>
      !idle.has(word) &&
      !/^\d+$/.test(word) &&
      !isFunctionWord(word, 'fi') &&
      !isFunctionWord(word, 'sv') &&
      !isFunctionWord(word, 'en'),
  );
  return [...new Set(words)].slice(0, mostWords);
}
