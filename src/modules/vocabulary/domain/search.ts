import { type Language, languages } from '#kernel/localised.ts';
import type { ConceptKind } from './concepts.ts';
import { firstNotBefore, type IndexedConcept, type SearchIndex, type WordList } from './search-index.ts';
import { fold, wordsOf } from './text.ts';
import { matchTitle as matchAmong, type TitleHit, type TitleOptions } from './titles/match-title.ts';
import { matchWord, quality, release } from './word-match.ts';

export { buildIndex, type IndexedConcept, type SearchIndex } from './search-index.ts';

export type SearchOptions = {
  /** The searcher's language: names in it come a little before equally good names in others. */
  readonly language?: Language;
  /** What to look for; occupations and skills unless told. */
  readonly kinds?: readonly ConceptKind[];
  /** At most this many hits, 20 unless told. */
  readonly limit?: number;
};

/** A found concept with the name by which it was found. A higher score is a better hit; 100 or more is a whole name. */
export type SearchHit = {
  readonly uri: string;
  readonly kind: ConceptKind;
  readonly concept: IndexedConcept;
  readonly matchedName: string;
  readonly matchedLanguage: Language;
  readonly score: number;
};

/**
 * The occupations that a whole job title or a sentence of an advert may mean, in any of the three languages, best
 * first; where `search` follows what is being typed, this weighs all the words. 100 is a whole preferred name. The
 * same text over the same vocabulary always gives the same answer, and no text is an error.
 */
export function matchTitle(index: SearchIndex, text: string, options: TitleOptions = {}): TitleHit[] {
  return matchAmong(index.titles, text, options);
}

const mostWords = 8;

/**
 * The concepts that the typed words may mean, best first: whole names and beginnings of names, then inflected forms,
 * parts of compounds, words of the same root, and, when nothing else is found, words with a slip or two. The last
 * word may be unfinished unless a space follows it. The same query over the same vocabulary always gives the same
 * answer in the same order.
 */
export function search(index: SearchIndex, query: string, options: SearchOptions = {}): SearchHit[] {
  const words = wordsOf(query.slice(0, 200)).slice(0, mostWords);
  if (words.length === 0) return [];
  const ranking = new Ranking(index, query, options);
  const only = words.length === 1 && !/\s$/.test(query) ? words[0]! : '';
  if (only !== '' && only.length < 3) {
    return remembered(index, JSON.stringify([only, options]), () => {
      offerBeginnings(index, only, ranking);
      for (const language of languages) run(index, index.lists[language], words, false, false, 1, ranking);
      return ranking.hits();
    });
  }
  for (const language of languages) runAll(index, index.lists[language], words, query, ranking, false);
  if (ranking.best < 0.6) {
    for (const language of languages) runAll(index, index.lists[language], words, query, ranking, true);
  }
  return ranking.hits();
}

const memory = new WeakMap<SearchIndex, Map<string, SearchHit[]>>();

/** The first letters of a query hold the most names and are asked the most often: their answers are kept. */
function remembered(index: SearchIndex, key: string, make: () => SearchHit[]): SearchHit[] {
  const answers = memory.get(index) ?? new Map<string, SearchHit[]>();
  memory.set(index, answers);
  const known = answers.get(key);
  if (known !== undefined) return known;
  if (answers.size > 2000) answers.clear();
  const hits = make();
  answers.set(key, hits);
  return hits;
}

/** One or two letters: the preferred names that begin with them, since most words would hold some name or other. */
function offerBeginnings(index: SearchIndex, letters: string, ranking: Ranking): void {
  const { sortedTexts, sortedNames, names } = index;
  for (let at = firstNotBefore(sortedTexts, letters); at < sortedTexts.length; at += 1) {
    const text = sortedTexts[at]!;
    if (!text.startsWith(letters)) break;
    const name = sortedNames[at]!;
    ranking.offer(name, quality.prefix, (names.weight[name]! * letters.length) / text.length, true);
  }
}

/** The words as typed; the typed words joined into compounds; and a typed compound taken apart. */
function runAll(
  index: SearchIndex,
  list: WordList,
  words: readonly string[],
  query: string,
  ranking: Ranking,
  slips: boolean,
): void {
  const unfinished = !/\s$/.test(query);
  run(index, list, words, unfinished, slips, 1, ranking);
  if (slips) return;
  if (words.length === 2 && list.language !== 'en')
    run(index, list, [words.join('')], unfinished, false, 0.97, ranking);
  const apart = words.flatMap((word) => list.splitter.split(word) ?? [word]);
  if (apart.length > words.length)
    run(index, list, apart.slice(0, mostWords), unfinished, false, 0.85, ranking);
}

/** Scores every name of the list's language that has at least one of the words, and offers it to the ranking. */
function run(
  index: SearchIndex,
  list: WordList,
  words: readonly string[],
  unfinished: boolean,
  slips: boolean,
  factor: number,
  ranking: Ranking,
): void {
  const { score, matched, best, stamp, count } = index.work;
  const touched: number[] = [];
  let weights = 0;
  for (const [at, word] of words.entries()) {
    const matches = matchWord(list, word, { asPrefix: unfinished && at === words.length - 1, slips });
    const weight = matches.best === 0 ? 8 : Math.max(1, matches.rarity);
    weights += weight;
    index.work.stampNow += 1;
    const now = index.work.stampNow;
    for (const place of matches.places) {
      const value = list.quality[place]!;
      const end = list.offsets[place + 1]!;
      for (let posting = list.offsets[place]!; posting < end; posting += 1) {
        const name = list.postings[posting]!;
        if (stamp[name] !== now) {
          if (count[name] === 0) touched.push(name);
          stamp[name] = now;
          best[name] = value;
          count[name]! += 1;
          score[name]! += weight * value;
          matched[name]! += list.rarity[place]! * value;
        } else if (value > best[name]!) {
          score[name]! += weight * (value - best[name]!);
          best[name] = value;
        }
      }
    }
    release(list, matches);
  }
  for (const name of touched) {
    ranking.offer(name, (factor * score[name]!) / weights, matched[name]!, count[name]! >= words.length);
    score[name] = 0;
    matched[name] = 0;
    count[name] = 0;
  }
}

/** Keeps the best names by concept while names are offered. */
class Ranking {
  /** The best share of the query met so far by a name that has all its words, 0 to 1. */
  best = 0;
  readonly #index: SearchIndex;
  readonly #query: string;
  readonly #kinds: ReadonlySet<ConceptKind>;
  readonly #language: number;
  readonly #limit: number;
  readonly #found: number[] = [];

  constructor(index: SearchIndex, query: string, options: SearchOptions) {
    this.#index = index;
    this.#query = fold(query).trim();
    this.#kinds = new Set(options.kinds ?? ['occupation', 'skill']);
    this.#language = options.language === undefined ? -1 : languages.indexOf(options.language);
    this.#limit = Math.max(1, options.limit ?? 20);
  }

  /** `met` is the share of the query's weight that the name meets, `matched` the weight of the name's met words. */
  offer(name: number, met: number, matched: number, all: boolean): void {
    if (met < (all ? 0.3 : 0.5)) return;
    const { names, concepts } = this.#index;
    const number = names.concept[name]!;
    const concept = concepts[number]!;
    if (!this.#kinds.has(concept.kind)) return;
    if (all && met > this.best) this.best = met;
    const folded = names.folded[name]!;
    const begins = folded.startsWith(this.#query);
    let score = met * 70 + met * 15 * Math.min(1, matched / names.weight[name]!);
    if (begins) score += folded.length === this.#query.length ? 25 : 10;
    if (!all) score -= 15;
    if (names.preferred[name] === 1) score += 3;
    if (names.language[name] === this.#language) score += 3;
    if (concept.kind === 'occupation') score += 2;
    const { conceptScore, conceptName } = this.#index.work;
    const before = conceptScore[number]!;
    if (before === 0) this.#found.push(number);
    if (score > before) {
      conceptScore[number] = score;
      conceptName[number] = name;
    }
  }

  /** The best hits in order; clears the working space, so it is called once. */
  hits(): SearchHit[] {
    const { names, concepts, work } = this.#index;
    const scores = Float32Array.from(this.#found, (number) => work.conceptScore[number]!).sort();
    const least = scores[Math.max(0, scores.length - this.#limit)] ?? 0;
    const rows: { concept: IndexedConcept; name: number; score: number }[] = [];
    for (const number of this.#found) {
      const score = work.conceptScore[number]!;
      if (score >= least) rows.push({ concept: concepts[number]!, name: work.conceptName[number]!, score });
      work.conceptScore[number] = 0;
    }
    rows.sort(
      (a, b) =>
        b.score - a.score ||
        names.text[a.name]!.length - names.text[b.name]!.length ||
        (a.concept.uri < b.concept.uri ? -1 : 1),
    );
    return rows.slice(0, this.#limit).map(({ concept, name, score }) => ({
      uri: concept.uri,
      kind: concept.kind,
      concept,
      matchedName: names.text[name]!,
      matchedLanguage: languages[names.language[name]!]!,
      score: Math.round(score * 100) / 100,
    }));
  }
}
