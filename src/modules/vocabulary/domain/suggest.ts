import { type Language, languages } from '#kernel/localised.ts';
import type { ConceptKind } from './concepts.ts';
import { isEmptyVerb, isFunctionWord, isNegation, languagesOf } from './function-words.ts';
import type { IndexedConcept, SearchIndex, WordList } from './search-index.ts';
import { stemsOf, type Token, tokenise } from './text.ts';

/** The piece of the text that caused a suggestion; offsets of UTF-16 units in the text as it was given. */
export type Cause = { readonly start: number; readonly end: number; readonly text: string };

/** Something that the text may tell of its writer. It is never taken as true: the person confirms each one. */
export type Suggestion = {
  readonly uri: string;
  readonly kind: ConceptKind;
  readonly concept: IndexedConcept;
  /** The name that met the text, in its language. */
  readonly matchedName: string;
  readonly matchedLanguage: Language;
  /** Only for ordering within one answer. */
  readonly score: number;
  readonly cause: Cause;
};

export type SuggestOptions = {
  readonly kinds?: readonly ConceptKind[];
  /** At most this many, 30 unless told. */
  readonly limit?: number;
};

const longestText = 20_000;
const sameCauseAtMost = 2;
const negationReach = 4;
const windowBeyondName = 2;

/** The least that must be met; found by trying on texts of job-seekers: precision before recall. */
const least = {
  occupation: 0.9,
  oneWord: 0.79,
  twoWords: 0.78,
  manyWords: 0.72,
  /** A lone noun (its general verb missing) must be this rare: about one name in 600. */
  lonelyRarity: 6.4,
  /** A one-word alternative name is loose when more names than this have its word. */
  looseNames: 8,
} as const;

/**
 * Occupations and skills that a pasted text (a CV, an application, in Finnish, Swedish or English) speaks of, the
 * surest first, each with the piece of text that caused it. A name is met when nearly all of its telling words stand
 * near each other in one sentence, in any inflected form; general verbs ("use", "manage") need not. What is denied
 * ("en osaa …") is left out. The same text over the same vocabulary always gives the same answer.
 */
export function suggest(index: SearchIndex, text: string, options: SuggestOptions = {}): Suggestion[] {
  const kinds = new Set<ConceptKind>(options.kinds ?? ['occupation', 'skill']);
  const read = readText(text.slice(0, longestText));
  const best = new Map<number, Met>();
  for (const language of languagesOf(read.tokens.map((token) => token.word))) {
    for (const met of meetNames(index, index.lists[language], read, kinds)) {
      const concept = index.names.concept[met.name]!;
      const before = best.get(concept);
      if (before === undefined || met.score > before.score) best.set(concept, met);
    }
  }
  return pick(index, [...best.values()], options.limit ?? 30).map((met) =>
    toSuggestion(index, text, read, met),
  );
}

type Text = {
  readonly tokens: readonly Token[];
  readonly sentences: readonly number[];
  /** Where each word stands, counted in words; a comma or bracket is as far as three. */
  readonly positions: readonly number[];
  readonly denied: readonly boolean[];
};

/** A met name with the places (among the text's words) of the words that met it. */
type Met = { readonly name: number; readonly score: number; readonly places: readonly number[] };

function readText(text: string): Text {
  const tokens = tokenise(text);
  const sentences: number[] = [];
  const positions: number[] = [];
  const denied: boolean[] = [];
  let sentence = 0;
  let position = 0;
  let deniedUntil = -1;
  for (const [at, token] of tokens.entries()) {
    const before = at === 0 ? '' : text.slice(tokens[at - 1]!.end, token.start);
    if (/[.!?;:\n\r•|]/.test(before)) {
      sentence += 1;
      deniedUntil = -1;
    } else if (/,/.test(before) || token.word === 'mutta' || token.word === 'men' || token.word === 'but')
      deniedUntil = -1;
    if (isNegation(token.word)) deniedUntil = at + negationReach;
    position += /[,()/]/.test(before) ? 4 : 1;
    positions.push(position);
    sentences.push(sentence);
    denied.push(at <= deniedUntil);
  }
  return { tokens, sentences, positions, denied };
}

/** Where in the text each word of the vocabulary is met, and how well. */
type Meetings = Map<number, { place: number; quality: number }[]>;

function meetWords(list: WordList, text: Text): Meetings {
  const meetings: Meetings = new Map();
  const known = new Map<string, Map<number, number>>();
  for (const [place, token] of text.tokens.entries()) {
    if (text.denied[place] || token.word.length < 2 || isFunctionWord(token.word, list.language)) continue;
    let met = known.get(token.word);
    if (met === undefined) {
      met = wordMeetings(list, token.word);
      known.set(token.word, met);
    }
    for (const [word, quality] of met) {
      const there = meetings.get(word);
      if (there === undefined) meetings.set(word, [{ place, quality }]);
      else there.push({ place, quality });
    }
  }
  return meetings;
}

function wordMeetings(list: WordList, word: string): Map<number, number> {
  const met = new Map<number, number>();
  const add = (place: number, quality: number): void => {
    if (quality > (met.get(place) ?? 0)) met.set(place, quality);
  };
  meetByStem(list, word, 1, add);
  const parts = list.splitter.split(word);
  if (parts === undefined) return met;
  for (const [at, part] of parts.entries()) {
    if (part.length >= 4) meetByStem(list, part, at === parts.length - 1 ? 0.86 : 0.8, add);
  }
  return met;
}

function meetByStem(
  list: WordList,
  word: string,
  factor: number,
  add: (place: number, quality: number) => void,
): void {
  const stems = stemsOf(word, list.language);
  for (const stem of stems.forms) {
    for (const place of list.forms.get(stem) ?? [])
      add(place, factor * sameWord(word, list.words[place]!, stem));
    if (stem.length >= 4) for (const place of list.roots.get(stem) ?? []) add(place, factor * 0.8);
  }
  for (const stem of stems.roots) {
    if (stem.length < 4) continue;
    for (const place of list.forms.get(stem) ?? []) add(place, factor * 0.8);
    for (const place of list.roots.get(stem) ?? []) add(place, factor * 0.8);
  }
}

/** How surely two words with a common stem are one word: a short stem or differing lengths make it doubtful. */
function sameWord(word: string, found: string, stem: string): number {
  if (word === found) return 1;
  if (stem.length < 4 && Math.abs(word.length - found.length) > 4) return 0.5;
  return stem.length < 4 ? 0.88 : 0.96;
}

function meetNames(index: SearchIndex, list: WordList, text: Text, kinds: ReadonlySet<ConceptKind>): Met[] {
  const meetings = meetWords(list, text);
  const weights = weightsOf(index, list);
  const { score } = index.work;
  const touched: number[] = [];
  for (const [word, places] of meetings) {
    const weight = weights.word[word]!;
    if (weight === 0) continue;
    const quality = places.reduce((most, place) => Math.max(most, place.quality), 0);
    for (let at = list.offsets[word]!; at < list.offsets[word + 1]!; at += 1) {
      const name = list.postings[at]!;
      if (score[name] === 0) touched.push(name);
      score[name]! += weight * quality;
    }
  }
  const found: Met[] = [];
  for (const name of touched) {
    // the bound costs nothing and leaves few names whose words must be looked for near each other
    const worth = score[name]! >= least.manyWords * weights.name[name]!;
    score[name] = 0;
    if (!worth || !kinds.has(index.concepts[index.names.concept[name]!]!.kind)) continue;
    const met = meetName(index, list, text, name, meetings, weights);
    if (met !== undefined) found.push(met);
  }
  return found;
}

/** Meets one name: its words near each other around its most telling word. */
function meetName(
  index: SearchIndex,
  list: WordList,
  text: Text,
  name: number,
  meetings: Meetings,
  weights: Weights,
): Met | undefined {
  const { wordOffsets, nameWords, concept } = index.names;
  const words: number[] = [];
  for (let at = wordOffsets[name]!; at < wordOffsets[name + 1]!; at += 1) {
    const word = nameWords[at]!;
    if (weights.word[word]! > 0 && !words.includes(word)) words.push(word);
  }
  let anchor = -1;
  for (const word of words) {
    if (meetings.has(word) && (anchor < 0 || weights.word[word]! > weights.word[anchor]!)) anchor = word;
  }
  if (anchor < 0) return undefined;
  const isOccupation = index.concepts[concept[name]!]!.kind === 'occupation';
  if (words.length === 1 && isLooseName(index, list, name, anchor, isOccupation)) return undefined;
  const reach = isOccupation ? words.length : words.length + windowBeyondName;
  let best: Met | undefined;
  for (const at of meetings.get(anchor)!.slice(0, 6)) {
    const met = around(text, words, meetings, weights, at.place, reach);
    const rarity = list.rarity[anchor]!;
    if (!isEnough(met, words.length, isOccupation, rarity)) continue;
    const value = met.weight * met.share * met.share + (isOccupation ? 3 : 0);
    if (best === undefined || value > best.score) best = { name, score: value, places: met.places };
  }
  return best;
}

/** An alternative name of one common word ("driver", "design") says too little of any one concept. */
function isLooseName(
  index: SearchIndex,
  list: WordList,
  name: number,
  word: number,
  isOccupation: boolean,
): boolean {
  if (index.names.preferred[name] === 1 || (!isOccupation && list.language !== 'en')) return false;
  return list.offsets[word + 1]! - list.offsets[word]! > least.looseNames;
}

type Around = { share: number; weight: number; worst: number; places: number[] };

function around(
  text: Text,
  words: readonly number[],
  meetings: Meetings,
  weights: Weights,
  centre: number,
  reach: number,
): Around {
  let all = 0;
  let weight = 0;
  let worst = 1;
  const places: number[] = [];
  for (const word of words) {
    all += weights.word[word]!;
    let nearest: { place: number; quality: number; value: number } | undefined;
    for (const row of meetings.get(word) ?? []) {
      const distance = Math.abs(text.positions[row.place]! - text.positions[centre]!);
      if (distance > reach || text.sentences[row.place] !== text.sentences[centre]) continue;
      const value = row.quality - 0.01 * distance;
      if (nearest === undefined || value > nearest.value) nearest = { ...row, value };
    }
    if (nearest === undefined) continue;
    weight += weights.word[word]! * nearest.quality;
    worst = Math.min(worst, nearest.quality);
    places.push(nearest.place);
  }
  return { share: weight / all, weight, worst, places: places.sort((a, b) => a - b) };
}

function isEnough(met: Around, words: number, isOccupation: boolean, anchorRarity: number): boolean {
  if (isOccupation) return met.places.length === words && met.share >= least.occupation && met.worst >= 0.88;
  if (words === 1) return met.share >= least.oneWord && (met.share >= 0.95 || anchorRarity >= 5);
  if (met.places.length === 1)
    return met.share >= least.twoWords && anchorRarity >= least.lonelyRarity && met.worst >= 0.95;
  return met.share >= (words === 2 ? least.twoWords : least.manyWords);
}

type Weights = { readonly word: Float32Array; readonly name: Float32Array };
const weightCache = new WeakMap<WordList, Weights>();

/** How much each word tells: its rarity; nothing for function words, a quarter for empty verbs. */
function weightsOf(index: SearchIndex, list: WordList): Weights {
  const cached = weightCache.get(list);
  if (cached !== undefined) return cached;
  const { wordOffsets, nameWords, language } = index.names;
  const number = languages.indexOf(list.language);
  const word = Float32Array.from(list.words, (text, place) => {
    if (isFunctionWord(text, list.language)) return 0;
    return list.rarity[place]! * (isEmptyVerb(text, list.language) ? 0.25 : 1);
  });
  const name = new Float32Array(language.length);
  for (let at = 0; at < language.length; at += 1) {
    if (language[at] !== number) continue;
    for (let w = wordOffsets[at]!; w < wordOffsets[at + 1]!; w += 1) name[at]! += word[nameWords[w]!]!;
  }
  const weights = { word, name };
  weightCache.set(list, weights);
  return weights;
}

/** The best, with at most two of a kind for the same words of the text. */
function pick(index: SearchIndex, met: Met[], limit: number): Met[] {
  const uri = (row: Met): string => index.concepts[index.names.concept[row.name]!]!.uri;
  met.sort((a, b) => b.score - a.score || (uri(a) < uri(b) ? -1 : 1));
  const causes = new Map<string, number>();
  const picked: Met[] = [];
  for (const item of met) {
    const kind = index.concepts[index.names.concept[item.name]!]!.kind;
    const cause = `${kind} ${item.places.at(-1)}`;
    const before = causes.get(cause) ?? 0;
    if (before >= sameCauseAtMost) continue;
    causes.set(cause, before + 1);
    picked.push(item);
    if (picked.length >= limit) break;
  }
  return picked;
}

function toSuggestion(index: SearchIndex, text: string, read: Text, met: Met): Suggestion {
  const concept = index.concepts[index.names.concept[met.name]!]!;
  const start = read.tokens[met.places[0]!]!.start;
  const end = read.tokens[met.places.at(-1)!]!.end;
  return {
    uri: concept.uri,
    kind: concept.kind,
    concept,
    matchedName: index.names.text[met.name]!,
    matchedLanguage: languages[index.names.language[met.name]!]!,
    score: Math.round(met.score * 100) / 100,
    cause: { start, end, text: text.slice(start, end) },
  };
}
