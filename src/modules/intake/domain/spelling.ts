import { editDistance } from '#kernel/edit-distance.ts';

/** Beginnings of words of this trade as they are rightly written; a family is the forms that one word can begin with. */
const families: readonly (readonly string[])[] = [
  ['hanke', 'hankkee', 'hankkei', 'hankki', 'hankin', 'hankit', 'hanki'],
  ['segregaatio', 'segregoi'],
  ['organisaatio', 'organisoi'],
  ['innovaatio', 'innovatiivi', 'innovoi'],
  ['yritysasiakkuu', 'yritysasiakka', 'yritysasiakas', 'yritysasiakai'],
  ['terveyspalvelu'],
  ['sosiaalipalvelu'],
  ['lakimuuto', 'lakimuutt'],
  ['rekrytoi'],
  ['maahanmuut'],
  ['kansainväli'],
  ['indikaattor'],
  ['yhdenvertai'],
  ['toimintaympärist'],
  ['työllisyyspalvelu'],
  ['työvoimapalvelu'],
  ['elinkeinopalvelu'],
  ['osaamiskartoitu', 'osaamiskartoitta'],
  ['valmisteluhank'],
  ['projektipäälli'],
  ['osarahoit'],
];
const rightBeginnings = families.flat();

/** Spellings that no inflection makes: a strong grade before a closed syllable (`työpakettin`), `hankeessa`. */
const impossible =
  /\p{L}{3,}[aeiouyäö](?:tt|pp|kk)in$|kken$|nns$|hankee(?:n|ssa|sta|lla|lle|seen)$|(\p{L})\1\1/u;
/** Words that exist, but hardly as they are used: `meinaisi`, `profiloitua käytetään`. */
const odd = /^(?:meinaisi|profiloitua)$/;

/** A word that is probably a slip of the pen, and what it may be meant as. The text is never changed (F-25). */
export interface Slip {
  readonly word: string;
  readonly like?: string;
}

/** Probable slips in a line of text. */
export function misspellingsIn(text: string): Slip[] {
  const found: Slip[] = [];
  for (const match of text.matchAll(/\p{L}{8,}s ti(?=[\s.,;]|$)|\p{L}{5,} pohjais\p{L}+|\p{L}{5,}/gu)) {
    const word = match[0];
    const small = word.toLowerCase();
    if (small.includes(' ')) {
      // `tieto pohjaisesti` is two words of one; after a genitive (`alueen pohjaisesti`) it may be right.
      if (/ ti$/.test(small) || !/n pohjais/.test(small)) found.push({ word, like: word.replace(' ', '') });
      continue;
    }
    if (impossible.test(small) || odd.test(small)) {
      found.push({ word });
      continue;
    }
    const like = nearBeginning(small);
    if (like !== undefined) found.push({ word, like });
  }
  return found;
}

/** The right beginning that this word misses by a slip, if it begins with none rightly. */
function nearBeginning(word: string): string | undefined {
  if (rightBeginnings.some((right) => word.startsWith(right))) return undefined;
  return rightBeginnings.find((right) => {
    if (right.length < 7 || word.slice(0, 2) !== right.slice(0, 2)) return false;
    const limit = right.length >= 14 ? 2 : 1;
    return [right.length - 1, right.length, right.length + 1].some((length) => {
      const start = word.slice(0, length);
      // A short word may only lack a letter; its ending may be anything.
      const ending = word.length - right.length < 4 && sameButEnd(start, right);
      return start.length >= right.length - 1 && editDistance(start, right, limit) <= limit && !ending;
    });
  });
}

/** Do they differ only in the last letters? Then it is another form of a word, not a slip. */
function sameButEnd(start: string, right: string): boolean {
  const length = Math.min(start.length, right.length) - 1;
  return start.slice(0, length) === right.slice(0, length);
}
