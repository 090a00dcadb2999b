import { type Language, languages } from '#kernel/localised.ts';
import type { ConceptKind } from '../concepts.ts';
import type { Bridge } from './bridges.ts';
import { rootOf } from './skill-words.ts';
import type { Terms } from './terms.ts';
import type { TitleConcept, TitleIndex } from './title-index.ts';
import type { TitleList } from './title-list.ts';
import { readTitle } from './title-text.ts';

export type TitleOptions = {
  /** The reader's language: of equally good names the one in it is told. */
  readonly language?: Language;
  /** Occupations only unless told; groups are the ISCO groups above them. */
  readonly kinds?: readonly ConceptKind[];
  /** At most this many, 10 unless told. */
  readonly limit?: number;
};

/** An occupation that a title may mean; 100 is a whole preferred name. It is a guess until a person confirms it. */
export type TitleHit = {
  readonly uri: string;
  readonly kind: ConceptKind;
  readonly concept: TitleConcept;
  readonly matchedName: string;
  readonly matchedLanguage: Language;
  readonly score: number;
};

/**
 * What each kind of evidence weighs beside the meeting of words, which weighs 1. One choice for all languages and
 * data sets; `npm run bench -- titles` checks it on halves of the queries.
 */
const weight = {
  /** Of the meeting of words: the best part of a title that names several things. */
  part: 1 / 3,
  /** How many of the concept's names have the words. */
  names: 0.2,
  /** The words stand in the names of the skills that the occupation needs. */
  skills: 0.2,
  preferred: 0.02,
  /** The title is a preferred name, whole. */
  wholePreferred: 0.1,
  ownLanguage: 0.005,
  /** A group is told only when no occupation under it is as good. */
  group: -0.06,
} as const;

/** A compound taken apart, or two words joined, is a reading less sure than the title as it is written. */
const otherReading = 0.97;

/** A language that knows less of a title than this beside another one is not asked. */
const leastTrust = 0.05;

/** Scores by name (how well its words are met) and by concept (what else speaks for it). */
export type TitleScores = { readonly names: Float64Array; readonly concepts: Float64Array };

/**
 * The occupations that a job title or a sentence of an advert may mean, in Finnish, Swedish or English, best first.
 * The same text over the same vocabulary always gives the same answer; no text is an error.
 */
export function matchTitle(index: TitleIndex, text: string, options: TitleOptions = {}): TitleHit[] {
  const kinds = new Set<ConceptKind>(options.kinds ?? ['occupation']);
  const own = options.language === undefined ? -1 : languages.indexOf(options.language);
  const scores = scoreTitle(index, text);
  const best = new Int32Array(index.concepts.length).fill(-1);
  const value = new Float64Array(index.concepts.length);
  for (let name = 0; name < scores.names.length; name += 1) {
    const met = scores.names[name]!;
    if (met === 0) continue;
    const concept = index.conceptOf[name]!;
    const score = met + (index.languageOf[name] === own ? weight.ownLanguage : 0);
    if (best[concept] === -1 || score > value[concept]!) {
      best[concept] = name;
      value[concept] = score;
    }
  }
  const found: { at: number; score: number }[] = [];
  for (const [at, { kind }] of index.concepts.entries()) {
    if (best[at] === -1 || !kinds.has(kind)) continue;
    // sums of the same numbers in another order differ in the last digits, which must not decide
    found.push({ at, score: Math.round(1e9 * (value[at]! + scores.concepts[at]!)) / 1e9 });
  }
  // concepts are in the order of their URIs, which decides between equal ones
  found.sort((a, b) => b.score - a.score || a.at - b.at);
  return found.slice(0, Math.max(1, options.limit ?? 10)).map(({ at, score }): TitleHit => {
    const concept = index.concepts[at]!;
    const name = best[at]!;
    return {
      uri: concept.uri,
      kind: concept.kind,
      concept,
      matchedName: index.texts[name]!,
      matchedLanguage: languages[index.languageOf[name]!]!,
      score: Math.round(1e4 * Math.min(1, Math.max(0, score / fullScore))) / 100,
    };
  });
}

/** From this on a name is met whole: all its words, in any inflected form. */
const wholeName = 0.985;

const fullScore = 1 + weight.wholePreferred + weight.names;

/** Scores every name and concept; what is not met at all has nothing. */
export function scoreTitle(index: TitleIndex, text: string): TitleScores {
  const { words, parts } = readTitle(text);
  const names = new Float64Array(index.texts.length);
  const concepts = new Float64Array(index.concepts.length);
  if (words.length === 0) return { names, concepts };
  const trust = trustIn(index.lists, words);
  const trusted = (list: TitleList): boolean => trust.get(list)! >= leastTrust;
  for (const list of index.lists) {
    const bridges = index.bridges.filter(({ from, to }) => to === list && trusted(from));
    const read = (row: readonly string[], best: Float64Array): void => {
      if (trusted(list)) for (const reading of readingsOf(list, row)) meet(index, reading, best);
      for (const bridge of bridges) meetAcross(index, bridge, row, best);
    };
    if (!trusted(list) && bridges.length === 0) continue;
    const whole = new Float64Array(index.texts.length);
    read(words, whole);
    const part = parts.length === 0 ? whole : new Float64Array(index.texts.length);
    for (const item of parts) read(item, part);
    for (let name = 0; name < names.length; name += 1) {
      const met = (1 - weight.part) * whole[name]! + weight.part * part[name]!;
      if (met === 0) continue;
      const bonus = met >= wholeName ? weight.wholePreferred : weight.preferred;
      names[name] = met + (index.preferred[name] === 1 ? bonus : 0);
    }
  }
  for (const list of index.lists.filter(trusted)) {
    addNames(list, words, list.terms.meet, trust.get(list)!, concepts);
    addSkills(list, words, trust.get(list)!, concepts);
  }
  for (const { from, to, meet: meetWord } of index.bridges)
    if (trusted(from)) addNames(to, apartIn(from, words), meetWord, trust.get(from)!, concepts);
  for (const [at, { kind }] of index.concepts.entries()) if (kind === 'group') concepts[at]! += weight.group;
  return { names, concepts };
}

/**
 * How far each language is to be trusted about a title: the share of its words (by rarity) that the language knows,
 * beside the language that knows the most, squared. English words that happen to be Swedish ones say little.
 */
function trustIn(lists: readonly TitleList[], words: readonly string[]): Map<TitleList, number> {
  const known = lists.map(({ terms }) =>
    words.reduce((sum, word) => sum + (terms.knows(word) ? terms.rarityOf(word) : 0), 0),
  );
  const most = Math.max(...known);
  return new Map(lists.map((list, at) => [list, most === 0 ? 1 : (known[at]! / most) ** 2]));
}

/** The words of a title as one list reads them; `factor` says how sure the reading is. */
type Reading = {
  readonly list: TitleList;
  readonly words: readonly string[];
  readonly factor: number;
  readonly meet: Terms['meet'];
  readonly rarityOf: Terms['rarityOf'];
};

/** The words as written; with compounds apart; with two words that make a known one joined. */
function readingsOf(list: TitleList, words: readonly string[]): Reading[] {
  const { meet, rarityOf, has } = list.terms;
  const readings: Reading[] = [{ list, words, factor: 1, meet, rarityOf }];
  const apart = apartIn(list, words);
  if (apart.length > words.length)
    readings.push({ list, words: apart, factor: otherReading, meet, rarityOf });
  const joined: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const both = words[at]! + (words[at + 1] ?? '');
    const join = at + 1 < words.length && has(both);
    joined.push(join ? both : words[at]!);
    if (join) at += 1;
  }
  if (joined.length < words.length)
    readings.push({ list, words: joined, factor: otherReading, meet, rarityOf });
  return readings;
}

function apartIn(list: TitleList, words: readonly string[]): string[] {
  return words.flatMap((word) => list.terms.split(word) ?? [word]);
}

/** Reads the words in another language by the translations of their parts. */
function meetAcross(index: TitleIndex, bridge: Bridge, words: readonly string[], best: Float64Array): void {
  const apart = apartIn(bridge.from, words);
  if (!apart.some((word) => bridge.meet(word).length > 0)) return;
  const { rarityOf } = bridge.from.terms;
  meet(index, { list: bridge.to, words: apart, factor: otherReading, meet: bridge.meet, rarityOf }, best);
}

/**
 * Meets every name that has some of the words: the geometric mean of how much of the title the name meets and how
 * much of the name the title covers, each word weighed by its rarity and met by its best term. Keeps the best in `best`.
 */
function meet(index: TitleIndex, reading: Reading, best: Float64Array): void {
  const { met, covered, stamp, bestMet, bestCovered } = index.work;
  const { offsets, ids, weights } = reading.list.names;
  const touched: number[] = [];
  let all = 0;
  for (const word of reading.words) {
    const rarity = reading.rarityOf(word);
    all += rarity;
    index.work.now += 1;
    const now = index.work.now;
    for (const meeting of reading.meet(word)) {
      for (let at = offsets[meeting.term]!; at < offsets[meeting.term + 1]!; at += 1) {
        const name = ids[at]!;
        const covers = weights[at]! * meeting.covers;
        if (stamp[name] !== now) {
          if (met[name] === 0) touched.push(name);
          stamp[name] = now;
          bestMet[name] = meeting.met;
          bestCovered[name] = covers;
          met[name]! += rarity * meeting.met;
          covered[name]! += covers;
          continue;
        }
        if (meeting.met > bestMet[name]!) {
          met[name]! += rarity * (meeting.met - bestMet[name]!);
          bestMet[name] = meeting.met;
        }
        if (covers > bestCovered[name]!) {
          covered[name]! += covers - bestCovered[name]!;
          bestCovered[name] = covers;
        }
      }
    }
  }
  for (const name of touched) {
    const share = Math.min(1, covered[name]! / index.weights[name]!);
    const value = reading.factor * Math.sqrt((met[name]! / all) * share);
    if (value > best[name]!) best[name] = value;
    met[name] = 0;
    covered[name] = 0;
  }
}

/** Adds what the names of a concept, taken together, say of the words. */
function addNames(
  list: TitleList,
  words: readonly string[],
  meetWord: Terms['meet'],
  trust: number,
  concepts: Float64Array,
): void {
  const terms = new Map<number, number>();
  for (const word of words)
    for (const { term, covers } of meetWord(word)) terms.set(term, Math.max(covers, terms.get(term) ?? 0));
  const query = [...terms].map(([term, covers]) => [term, covers * list.terms.rarity[term]!] as const);
  addVector(list.concepts, query, trust * weight.names, concepts);
}

/** Adds what the skills that a concept needs say of the words. */
function addSkills(list: TitleList, words: readonly string[], trust: number, concepts: Float64Array): void {
  const { stems, rarity, postings } = list.skills;
  const found = new Set(words.flatMap((word) => stems.get(rootOf(word, list.analyser)) ?? []));
  const query = [...found].map((stem) => [stem, rarity[stem]!] as const);
  addVector(postings, query, trust * weight.skills, concepts);
}

/** Adds the cosine of the query and of each concept's vector. */
function addVector(
  { offsets, ids, weights }: TitleList['concepts'],
  query: readonly (readonly [number, number])[],
  factor: number,
  concepts: Float64Array,
): void {
  const length = Math.sqrt(query.reduce((sum, [, value]) => sum + value * value, 0)) || 1;
  for (const [term, value] of query) {
    const scaled = (factor * value) / length;
    for (let at = offsets[term]!; at < offsets[term + 1]!; at += 1)
      concepts[ids[at]!]! += scaled * weights[at]!;
  }
}
