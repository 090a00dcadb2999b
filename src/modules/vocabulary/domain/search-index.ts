import { buildNearFinder, type NearFinder } from '#kernel/edit-distance.ts';
import { withoutDots } from '#kernel/letters.ts';
import { type Language, languages } from '#kernel/localised.ts';
import { buildSplitter, type Splitter } from './compounds.ts';
import type { Concept, ConceptKind, Vocabulary } from './concepts.ts';
import { type Dictionary, withLemmas, withParts } from './dictionary.ts';
import { type Analyser, analyserOf, fold, wordsOf } from './text.ts';
import { buildTitleIndex, type Name, type TitleIndex } from './titles/title-index.ts';
import type { TitleWords } from './titles/title-list.ts';

/** Words that stand as parts of compounds: `parts` sorted, each with the place of its word and whether it is the last. */
export type PartList = {
  readonly parts: readonly string[];
  readonly places: Int32Array;
  readonly isLast: Uint8Array;
  readonly stems: ReadonlyMap<string, readonly number[]>;
};

/** The words of all names of one language; a word is known by its place in `words`, which is sorted by code unit. */
export type WordList = {
  readonly language: Language;
  readonly words: readonly string[];
  /** How telling a word is: the logarithm of how few names have it. */
  readonly rarity: Float32Array;
  /** Names of the word at place p: `postings` from `offsets[p]` up to `offsets[p + 1]`. */
  readonly offsets: Int32Array;
  readonly postings: Int32Array;
  readonly forms: ReadonlyMap<string, readonly number[]>;
  readonly roots: ReadonlyMap<string, readonly number[]>;
  readonly partList: PartList;
  /** Words with å ä ö written without dots, sorted, with the place of the real word. */
  readonly asciiWords: readonly string[];
  readonly asciiPlaces: Int32Array;
  readonly slips: NearFinder;
  readonly splitter: Splitter;
  /** Working space of a search: the quality of each word for the query word at hand; all zero between searches. */
  readonly quality: Float32Array;
};

/** All names, by number. `words` of name n stand in `nameWords` from `wordOffsets[n]` up to `wordOffsets[n + 1]`. */
export type NameTable = {
  readonly text: readonly string[];
  readonly folded: readonly string[];
  readonly concept: Int32Array;
  readonly language: Uint8Array;
  readonly preferred: Uint8Array;
  readonly weight: Float32Array;
  readonly wordOffsets: Int32Array;
  readonly nameWords: Int32Array;
};

/** What is kept of a concept beside its names. */
export type IndexedConcept = {
  readonly uri: string;
  readonly kind: ConceptKind;
  readonly skillType?: 'skill' | 'knowledge';
  readonly isco?: string;
  readonly names: Concept['names'];
};

/** The searchable form of a vocabulary. Made once per process and version; searching changes only working space. */
export type SearchIndex = {
  readonly concepts: readonly IndexedConcept[];
  readonly names: NameTable;
  readonly lists: Readonly<Record<Language, WordList>>;
  /** Preferred names, sorted by their folded text: for the first two letters of a query. */
  readonly sortedNames: Int32Array;
  readonly sortedTexts: readonly string[];
  /** Titles of occupations and groups, for whole titles and sentences. Made at the first use. */
  readonly titles: TitleIndex;
  /** Working space, all zero between searches. */
  readonly work: WorkingSpace;
};

/** Numbers by name and by concept that a search fills and clears. */
export type WorkingSpace = {
  readonly score: Float32Array;
  readonly matched: Float32Array;
  readonly best: Float32Array;
  readonly stamp: Int32Array;
  readonly count: Uint8Array;
  readonly conceptScore: Float32Array;
  readonly conceptName: Int32Array;
  stampNow: number;
};

type NameRow = Name & { readonly folded: string; readonly words: string[] };

/** What the machine may have to help with. */
export type IndexOptions = { readonly finnish?: Dictionary | undefined };

/** Makes the index of a vocabulary: one to two seconds and 65 MB for the whole of ESCO in three languages. */
export function buildIndex(vocabulary: Vocabulary, options: IndexOptions = {}): SearchIndex {
  const concepts = vocabulary.concepts.map(indexed);
  const rows: NameRow[] = [];
  for (const [number, concept] of vocabulary.concepts.entries()) addNames(rows, concept, number);

  const lists = {} as Record<Language, WordList>;
  const wordOffsets = new Int32Array(rows.length + 1);
  for (const [n, row] of rows.entries()) wordOffsets[n + 1] = wordOffsets[n]! + row.words.length;
  const nameWords = new Int32Array(wordOffsets[rows.length]!);
  const weight = new Float32Array(rows.length);
  for (const [number, language] of languages.entries()) {
    lists[language] = buildWordList(language, number, rows, wordOffsets, nameWords, weight);
  }
  const folded = rows.map((row) => row.folded);
  const preferred = [...rows.keys()].filter((n) => rows[n]!.preferred);
  preferred.sort((a, b) => byCodeUnit(folded[a]!, folded[b]!) || a - b);
  const index = {
    concepts,
    names: {
      text: rows.map((row) => row.text),
      folded,
      concept: Int32Array.from(rows, (row) => row.concept),
      language: Uint8Array.from(rows, (row) => row.language),
      preferred: Uint8Array.from(rows, (row) => (row.preferred ? 1 : 0)),
      weight,
      wordOffsets,
      nameWords,
    },
    lists,
    sortedNames: Int32Array.from(preferred),
    sortedTexts: preferred.map((n) => folded[n]!),
    work: {
      conceptScore: new Float32Array(concepts.length),
      conceptName: new Int32Array(concepts.length),
      score: new Float32Array(rows.length),
      matched: new Float32Array(rows.length),
      best: new Float32Array(rows.length),
      stamp: new Int32Array(rows.length),
      count: new Uint8Array(rows.length),
      stampNow: 0,
    },
  };
  return withTitles(index, laterTitles(vocabulary, rows, lists, options));
}

/** Adds the titles, made at the first use; a function of its own, so that the making's rows are not kept. */
function withTitles(index: Omit<SearchIndex, 'titles'>, make: () => TitleIndex): SearchIndex {
  let titles: TitleIndex | (() => TitleIndex) = make;
  return Object.defineProperty(index, 'titles', {
    get() {
      if (typeof titles === 'function') titles = titles();
      return titles;
    },
  }) as SearchIndex;
}

/** Makes the title index when it is asked for; until then keeps no more than it needs. */
function laterTitles(
  vocabulary: Vocabulary,
  rows: readonly NameRow[],
  lists: SearchIndex['lists'],
  { finnish }: IndexOptions,
): () => TitleIndex {
  const needed: Name[] = rows.filter(
    (row) => row.preferred || vocabulary.concepts[row.concept]!.kind !== 'skill',
  );
  return () => {
    const tools = {} as Record<Language, TitleWords[Language]>;
    for (const language of languages)
      tools[language] = { analyser: analyserOf(language), splitter: lists[language].splitter };
    if (finnish !== undefined)
      tools.fi = {
        analyser: withLemmas(finnish, tools.fi.analyser),
        splitter: withParts(finnish, tools.fi.splitter),
      };
    return buildTitleIndex(vocabulary, needed, tools);
  };
}

function indexed(concept: Concept): IndexedConcept {
  return {
    uri: concept.uri,
    kind: concept.kind,
    ...(concept.skillType === undefined ? {} : { skillType: concept.skillType }),
    ...(concept.isco === undefined ? {} : { isco: concept.isco }),
    names: concept.names,
  };
}

function addNames(rows: NameRow[], concept: Concept, number: number): void {
  for (const [language, code] of languages.entries()) {
    const seen = new Set<string>();
    const add = (text: string, preferred: boolean): void => {
      const folded = fold(text);
      const words = wordsOf(text, folded).slice(0, 40);
      const key = words.join(' ');
      if (words.length === 0 || seen.has(key)) return;
      seen.add(key);
      rows.push({ text, folded, concept: number, language, preferred, words });
    };
    const preferred = concept.names[code];
    if (preferred !== undefined) add(preferred, true);
    for (const name of concept.altNames[code]) add(name, false);
  }
}

/** The word list of one language; fills its part of `nameWords` and of the names' weights. */
function buildWordList(
  language: Language,
  number: number,
  rows: readonly NameRow[],
  wordOffsets: Int32Array,
  nameWords: Int32Array,
  weight: Float32Array,
): WordList {
  const analyser = analyserOf(language);
  const { words, counts, names } = numberWords(number, rows, wordOffsets, nameWords);
  const offsets = new Int32Array(words.length + 1);
  const rarity = new Float32Array(words.length);
  for (const [place, count] of counts.entries()) {
    offsets[place + 1] = offsets[place]! + count;
    rarity[place] = Math.log(1 + names / count);
  }
  const postings = new Int32Array(offsets[words.length]!);
  const filled = offsets.slice();
  const last = new Int32Array(words.length).fill(-1);
  for (const [n, row] of rows.entries()) {
    if (row.language !== number) continue;
    let total = 0;
    for (let at = wordOffsets[n]!; at < wordOffsets[n + 1]!; at += 1) {
      const place = nameWords[at]!;
      if (last[place] === n) continue;
      last[place] = n;
      postings[filled[place]!] = n;
      filled[place]! += 1;
      total += rarity[place]!;
    }
    weight[n] = total;
  }
  const splitter = buildSplitter(words, language);
  return {
    language,
    words,
    rarity,
    offsets,
    postings,
    ...stemMaps(words, analyser),
    partList: buildParts(words, analyser, splitter),
    ...asciiList(words),
    slips: buildNearFinder(words),
    splitter,
    quality: new Float32Array(words.length),
  };
}

/** Sorts the words of a language, writes their places into `nameWords`, and counts the names that have each. */
function numberWords(
  number: number,
  rows: readonly NameRow[],
  wordOffsets: Int32Array,
  nameWords: Int32Array,
): { words: string[]; counts: Int32Array; names: number } {
  const first = new Map<string, number>();
  const firstCounts: number[] = [];
  const lastName: number[] = [];
  let names = 0;
  for (const [n, row] of rows.entries()) {
    if (row.language !== number) continue;
    names += 1;
    for (const [at, word] of row.words.entries()) {
      let known = first.get(word);
      if (known === undefined) {
        known = first.size;
        first.set(word, known);
        firstCounts.push(0);
        lastName.push(-1);
      }
      nameWords[wordOffsets[n]! + at] = known;
      if (lastName[known] === n) continue;
      lastName[known] = n;
      firstCounts[known]! += 1;
    }
  }
  const words = [...first.keys()].sort(byCodeUnit);
  const places = new Int32Array(words.length);
  const counts = new Int32Array(words.length);
  for (const [place, word] of words.entries()) {
    const known = first.get(word)!;
    places[known] = place;
    counts[place] = firstCounts[known]!;
  }
  for (const [n, row] of rows.entries()) {
    if (row.language !== number) continue;
    for (let at = wordOffsets[n]!; at < wordOffsets[n + 1]!; at += 1) nameWords[at] = places[nameWords[at]!]!;
  }
  return { words, counts, names };
}

function stemMaps(words: readonly string[], analyser: Analyser): Pick<WordList, 'forms' | 'roots'> {
  const forms = new Map<string, number[]>();
  const roots = new Map<string, number[]>();
  for (const [place, word] of words.entries()) {
    const stems = analyser(word);
    for (const stem of stems.forms) push(forms, stem, place);
    for (const stem of stems.roots) push(roots, stem, place);
  }
  return { forms, roots };
}

function buildParts(words: readonly string[], analyser: Analyser, splitter: Splitter): PartList {
  const entries: { part: string; place: number; last: boolean }[] = [];
  for (const [place, word] of words.entries()) {
    const parts = splitter.split(word);
    if (parts === undefined) continue;
    for (const [at, part] of parts.entries()) entries.push({ part, place, last: at === parts.length - 1 });
  }
  entries.sort((a, b) => byCodeUnit(a.part, b.part));
  const stems = new Map<string, number[]>();
  for (const [entry, { part }] of entries.entries()) {
    for (const stem of analyser(part).forms) push(stems, stem, entry);
  }
  return {
    parts: entries.map((entry) => entry.part),
    places: Int32Array.from(entries, (entry) => entry.place),
    isLast: Uint8Array.from(entries, (entry) => (entry.last ? 1 : 0)),
    stems,
  };
}

function asciiList(words: readonly string[]): Pick<WordList, 'asciiWords' | 'asciiPlaces'> {
  const entries: { word: string; place: number }[] = [];
  for (const [place, word] of words.entries()) {
    const ascii = withoutDots(word);
    if (ascii !== word) entries.push({ word: ascii, place });
  }
  entries.sort((a, b) => byCodeUnit(a.word, b.word));
  return {
    asciiWords: entries.map((entry) => entry.word),
    asciiPlaces: Int32Array.from(entries, (entry) => entry.place),
  };
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The first place in a sorted list whose word is not before `word`. */
export function firstNotBefore(sorted: readonly string[], word: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
