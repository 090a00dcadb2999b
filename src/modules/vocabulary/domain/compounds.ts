import type { Language } from '#kernel/localised.ts';
import { longestWord, stemsOf } from './text.ts';

/** The parts of a compound in order, as they stand in the word (the first parts may be in the genitive). */
export type Split = readonly string[];

/** Splits compounds with the words that a vocabulary itself uses. */
export type Splitter = {
  /** The parts (two or more), or undefined when the word is not seen to be a compound. */
  split(word: string): Split | undefined;
};

const shortestFirst = 3;
const shortestLast = 4;
const mostParts = 4;

/** Ends of words that look like words but are endings; they never stand as the last part. */
const notLast = new Set([
  'asti',
  'ista',
  'alla',
  'alle',
  'asta',
  'assa',
  'ille',
  'illa',
  'inen',
  'ista',
  'isen',
  'taja',
  'tava',
  'linen',
  'tiivi',
  'tama',
  'minen',
  'ning',
  'heten',
  'ande',
  'aren',
  'erna',
  'arna',
]);

/**
 * A splitter over the words of one language. `known` are the words that stand alone in names; a first part must be
 * one of them as written (`sairaan`, `sähkö`, `ajoneuvo`), the last part must share a stem with one of them.
 * English writes its compounds apart, so its splitter never splits.
 */
export function buildSplitter(known: Iterable<string>, language: Language): Splitter {
  if (language === 'en') return { split: () => undefined };
  const words = new Set<string>();
  const stems = new Set<string>();
  for (const word of known) {
    if (word.length >= shortestFirst && !/\p{N}/u.test(word)) words.add(word);
    if (word.length >= shortestLast)
      for (const stem of stemsOf(word, language).forms.slice(0, 2)) stems.add(stem);
  }
  const cache = new Map<string, Split | undefined>();

  function isLast(part: string): boolean {
    if (part.length < shortestLast || notLast.has(part)) return false;
    if (words.has(part)) return true;
    return (
      part.length > shortestLast &&
      stemsOf(part, language).forms.some((stem) => stem.length > 3 && stems.has(stem))
    );
  }

  function isFirst(part: string): boolean {
    if (words.has(part)) return true;
    if (language === 'sv') return part.length > 4 && part.endsWith('s') && words.has(part.slice(0, -1));
    if (part.length < 5 || !part.endsWith('n')) return false;
    return (
      words.has(part.slice(0, -1)) ||
      stemsOf(part, language).forms.some((stem) => stem.length > 3 && stems.has(stem))
    );
  }

  /** The best way to write `word` as a compound: fewest parts, then the longest last part. */
  function best(word: string, partsLeft: number): Split | undefined {
    let found: Split | undefined;
    for (let at = shortestFirst; at <= word.length - shortestLast; at += 1) {
      const first = word.slice(0, at);
      if (!isFirst(first)) continue;
      const rest = word.slice(at);
      const end = isLast(rest) ? [rest] : partsLeft > 2 ? best(rest, partsLeft - 1) : undefined;
      if (end !== undefined && (found === undefined || end.length + 1 < found.length))
        found = [first, ...end];
    }
    return found;
  }

  /** A known last part after something unknown: haarukka + trukkia. */
  function lastOnly(word: string): Split | undefined {
    for (let at = shortestFirst; at <= word.length - 6; at += 1) {
      const rest = word.slice(at);
      if (isLast(rest)) return [word.slice(0, at), rest];
    }
    return undefined;
  }

  return {
    split(word) {
      if (word.length < shortestFirst + shortestLast || word.length > longestWord) return undefined;
      if (!cache.has(word)) {
        if (cache.size > 50_000) cache.clear();
        cache.set(word, best(word, mostParts) ?? lastOnly(word));
      }
      return cache.get(word);
    },
  };
}
