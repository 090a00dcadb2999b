import { lettersInPlace } from '#kernel/letters.ts';
import type { Language } from '#kernel/localised.ts';
import { englishStem, type Stems, swedishStem } from '#kernel/stems.ts';
import { finnishStems } from '#kernel/stems-finnish.ts';

/** A word of a text with its place: `start` and `end` are offsets of UTF-16 units in the text as it was given. */
export type Token = { readonly word: string; readonly start: number; readonly end: number };

/** Gives the stems of a folded word of one language. */
export type Analyser = (word: string) => Stems;

const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’+#]*(?:\.(?:js|net)\b)?/giu;

/** A text in the form that is compared: the house's letters, marks between words as they were. */
export const fold = (text: string): string => lettersInPlace(text).replaceAll('’', "'");

/** The words of a text in order, folded. Hyphens part words (`kuorma-auto` gives two), as do other marks. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(wordPattern)) {
    const word = fold(match[0])
      .replace(/'s$|'$/, '')
      .replaceAll("'", '');
    if (word !== '') tokens.push({ word, start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}

/** The folded words of a text. `folded` is the folded text, if it is at hand. */
export function wordsOf(text: string, folded = fold(text)): string[] {
  if (plain.test(folded)) return folded.split(separators).filter((word) => word !== '');
  return tokenise(text).map((token) => token.word);
}

/** Most names hold nothing but these letters and marks; they are parted much faster. */
const plain = /^[a-zåäö0-9 ,/()-]*$/;
const separators = /[ ,/()-]+/;

/** An analyser of one language that keeps its answers: to be made for the making of an index, and let go with it. */
export function analyserOf(language: Language): Analyser {
  const known = new Map<string, Stems>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    if (known.size > mostKept) known.clear();
    const stems = stemsOf(word, language);
    known.set(word, stems);
    return stems;
  };
}

const mostKept = 60_000;

/** No word of any vocabulary is longer; to seek stems and parts in what is costs the square of its letters. */
export const longestWord = 100;

/** The stems of a folded word in one language. Numbers, words under four letters and endless ones are their own stem. */
export function stemsOf(word: string, language: Language): Stems {
  if (word.length < 4 || word.length > longestWord || /\p{N}/u.test(word))
    return { forms: [word], roots: [] };
  if (language === 'fi') return finnishStems(word);
  const stem = language === 'sv' ? swedishStem(word) : englishStem(word);
  return { forms: [stem.form], roots: stem.root === stem.form ? [] : [stem.root] };
}
