import { letters, withoutDots, wordsOf } from './letters.ts';
import { englishStem, swedishStem } from './stems.ts';
import { finnishStems } from './stems-finnish.ts';

/**
 * The one search of the house. What somebody types is read once into patterns that PostgreSQL and JavaScript
 * understand alike (`src/lists` puts them into SQL, `rankOf` asks them of a text in memory), so a list finds the same
 * whichever way it is read.
 */
export type Search = { readonly words: readonly SearchWord[] };

/** One word that was typed: patterns by closeness. All but `exact` are asked of the text without å ä ö. */
export type SearchWord = {
  /** The whole word as it was typed, å ä ö too. */
  readonly exact: string;
  /** The whole word. */
  readonly whole: string;
  /** The beginning of a word. */
  readonly begins: string;
  /** Another form of the word. */
  readonly inflected: string;
  /** Inside a word. */
  readonly inside: string;
  /** A word that begins as this does but for one slip of the pen; absent when the word is too short. */
  readonly slip: string | undefined;
  /** What nearly the same words are compared with; absent when the word is too short for likeness. */
  readonly alike: string | undefined;
};

/** How near a text comes: 0 the word itself … 5 only something like it. */
export const ranks = { exact: 0, whole: 1, begins: 2, inflected: 3, inside: 4, alike: 5 } as const;

/** Words as alike as this, by the trigrams they share, are told as likenesses. */
export const alikeness = 0.45;

const mostWords = 8;
const shortestInside = 4;
const shortestAlike = 4;
const [shortestSlip, longestSlip] = [5, 20];
/** A stem this long is telling by itself; a shorter one must be followed by an ending of Finnish. */
const tellingStem = 5;

const endings = '(n|t|ssa|sta|lla|lta|lle|ksi|na|ta|tta|han|hin|hon|hun|seen|den|tten|ten|jen|nsa|ni)';

/** What may follow a short stem of the word: an e in place of a last i only before an ending (kivi, kiven). */
function tailOf(word: string, stem: string): string {
  const bare =
    stem.length >= word.length - 2 &&
    /[aeiouyäö]$/.test(word) &&
    !/(?:(?:ss|st|ll|lt)[aä]|lle|ksi)$/.test(word);
  if (!bare) return `[aeiouy]{0,3}${endings}?( |$)`;
  if (word.endsWith('i')) return `(i[aeiouy]{0,2}${endings}?|e${endings})( |$)`;
  return `[aeiouy]{1,3}${endings}?( |$)`;
}

/** Reads what was typed. Undefined when there is no word in it. */
export function readSearch(typed: string): Search | undefined {
  const words = [...new Set(wordsOf(typed))].slice(0, mostWords);
  return words.length === 0 ? undefined : { words: words.map(searchWord) };
}

function searchWord(word: string): SearchWord {
  const bareWord = withoutDots(word);
  const plain = escaped(bareWord);
  const isWord = /^\p{L}+$/u.test(word);
  const inflected = stemsOf(word).map((stem) => {
    const bare = escaped(withoutDots(stem));
    return stem.length >= tellingStem ? bare : `${bare}${tailOf(word, stem)}`;
  });
  return {
    exact: `(^| )${escaped(word)}( |$)`,
    whole: `(^| )${plain}( |$)`,
    begins: `(^| )${plain}`,
    inflected: `(^| )(${[plain, ...inflected].join('|')})`,
    inside: word.length >= shortestInside ? plain : `(^| )${plain}`,
    slip: isWord && word.length >= shortestSlip && word.length <= longestSlip ? slipOf(bareWord) : undefined,
    alike: isWord && word.length >= shortestAlike ? bareWord : undefined,
  };
}

/** The word with one letter wrong, missing, too many, or swapped with the next; the first letter is as typed. A long one may go on. */
function slipOf(word: string): string {
  const edits: string[] = [];
  for (let at = 1; at < word.length; at += 1) {
    const [before, here, next, rest] = [word.slice(0, at), word[at], word[at + 1] ?? '', word.slice(at + 1)];
    const ways = [`[^ ]${rest}`, `[^ ]${here}${rest}`, rest];
    if (next !== '') ways.push(`${next}${here}${word.slice(at + 2)}`);
    edits.push(`${before}(${ways.join('|')})`);
  }
  return `(^| )(${edits.join('|')})${word.length < 7 ? '( |$)' : ''}`;
}

const escaped = (word: string) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/**
 * Beginnings that other forms of the word share: its stems in Finnish in both grades (virran → virt, virr; asiakkaan →
 * asiak), the nominative of -nen words (luukkosen → luukkonen), and its stems in Swedish and English.
 */
function stemsOf(word: string): string[] {
  if (word.length < 4 || /\p{N}/u.test(word)) return [];
  const stems = new Set<string>();
  for (const form of [word, ...readings(word)].flatMap((reading) => finnishStems(reading).forms)) {
    stems.add(form);
    for (const [strong, weak] of grades) {
      if (strong.test(form)) stems.add(form.replace(strong, weak));
    }
    if (!word.includes('tt') && /(?<=[aäeiouyölnr])t$/.test(form)) stems.add(form.replace(/t$/, 's'));
    if (/[uoy]$/.test(form)) stems.add(`${form}k`);
    if (/[aeiouyäö]s$/.test(form)) stems.add(`${form.slice(0, -1)}nen`);
  }
  const swedish = swedishStem(word).form;
  if (swedish.length >= tellingStem - 1) stems.add(swedish);
  stems.add(englishStem(word).form);
  stems.delete(word);
  return [...stems].filter((stem) => stem.length >= 3);
}

/** Forms that the stems alone do not lead to: a k that has gone (tuen, mäellä) and the plural of consonant stems (nuorten). */
function readings(word: string): string[] {
  const gone = /^(.{0,4}[aeiouyäö])([aeiouyäö])(?:n|t|ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|ksi)$/.exec(word);
  const plural = /^(.{2,}[lnr])ten$/.exec(word);
  return [...(gone ? [`${gone[1]}k${gone[2]}`] : []), ...(plural ? [`${plural[1]}i`] : [])];
}

/** The other grades of what stems hold in one. */
const grades: readonly (readonly [RegExp, string])[] = [
  [/nk$/, 'ng'],
  [/nt$/, 'nn'],
  [/mp$/, 'mm'],
  [/lt$/, 'll'],
  [/rt$/, 'rr'],
  [/(?<=[aäeiouyöhlr])t$/, 'd'],
  [/(?<=[aäeiouyölr])p$/, 'v'],
  [/(?<=[^k])k$/, 'kk'],
  [/(?<=[^p])p$/, 'pp'],
  [/(?<=[^t])t$/, 'tt'],
];

/**
 * How near the text comes to the search: the rank of its farthest word, undefined when a word is not there at all.
 * @param text as it stands; it is folded here
 */
export function rankOf(search: Search, text: string): number | undefined {
  const own = letters(text);
  const plain = withoutDots(own);
  let farthest: number = ranks.exact;
  for (const word of search.words) {
    const rank = rankOfWord(word, own, plain);
    if (rank === undefined) return undefined;
    farthest = Math.max(farthest, rank);
  }
  return farthest;
}

function rankOfWord(word: SearchWord, own: string, plain: string): number | undefined {
  const finds = (pattern: string, text: string) => patternOf(pattern).test(text);
  if (finds(word.exact, own)) return ranks.exact;
  if (finds(word.whole, plain)) return ranks.whole;
  if (finds(word.begins, plain)) return ranks.begins;
  if (finds(word.inflected, plain)) return ranks.inflected;
  if (finds(word.inside, plain)) return ranks.inside;
  const { alike, slip } = word;
  if (slip !== undefined && finds(slip, plain)) return ranks.alike;
  if (alike !== undefined && plain.split(' ').some((there) => similarity(there, alike) >= alikeness))
    return ranks.alike;
  return undefined;
}

const patterns = new Map<string, RegExp>();

function patternOf(source: string): RegExp {
  let pattern = patterns.get(source);
  if (pattern === undefined) {
    if (patterns.size > 500) patterns.clear();
    pattern = new RegExp(source, 'u');
    patterns.set(source, pattern);
  }
  return pattern;
}

/** The share of trigrams that two words have in common, as pg_trgm counts it. */
export function similarity(a: string, b: string): number {
  const there = trigrams(a);
  const sought = trigrams(b);
  let shared = 0;
  for (const trigram of there) if (sought.has(trigram)) shared += 1;
  return Math.fround(shared / (there.size + sought.size - shared));
}

function trigrams(word: string): Set<string> {
  const padded = `  ${word} `;
  const found = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at += 1) found.add(padded.slice(at, at + 3));
  return found;
}
