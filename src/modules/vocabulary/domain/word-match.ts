import { withoutDots } from '#kernel/letters.ts';
import { firstNotBefore, type WordList } from './search-index.ts';
import { stemsOf } from './text.ts';

/** How well a query word meets a word of a name, from 0 to 1; the order of these is the order of the results. */
export const quality = {
  exact: 1,
  inflected: 0.93,
  exactWithoutDots: 0.9,
  inflectedWithoutDots: 0.86,
  prefix: 0.8,
  prefixWithoutDots: 0.75,
  lastPart: 0.72,
  relative: 0.6,
  firstPart: 0.58,
  oneSlip: 0.62,
  partPrefix: 0.52,
  twoSlips: 0.46,
  unknownFirstPart: 0.45,
} as const;

/** The words of a list that a query word meets; their qualities stand in `list.quality` until `release`. */
export type WordMatches = {
  readonly places: readonly number[];
  readonly best: number;
  readonly rarity: number;
};

export type MatchOptions = {
  /** The word may be unfinished: it is being typed. */
  readonly asPrefix: boolean;
  /** Bear slips of the pen. Slower, so only when nothing else is found. */
  readonly slips: boolean;
};

/** Finds the words that `word` (folded) may mean. Call `release` with the answer before the next one. */
export function matchWord(list: WordList, word: string, options: MatchOptions): WordMatches {
  const places: number[] = [];
  let best = 0;
  const meet = (place: number, value: number): void => {
    const before = list.quality[place]!;
    if (before === 0) places.push(place);
    if (value > before) list.quality[place] = value;
    if (value > best) best = value;
  };

  meetAsWritten(list, word, options.asPrefix, meet);
  if (word.length > 2) {
    meetStems(list, word, meet);
    meetParts(list, word, options.asPrefix, meet);
  }
  if (options.slips && best < quality.prefix) {
    meetSlips(list, word, options.asPrefix, meet);
    if (places.length === 0) meetLastPart(list, word, meet);
  }
  return { places, best, rarity: rarityOfBest(list, places, best) };
}

/** Clears the working space of a match. */
export function release(list: WordList, matches: WordMatches): void {
  for (const place of matches.places) list.quality[place] = 0;
}

type Meet = (place: number, value: number) => void;

function meetAsWritten(list: WordList, word: string, asPrefix: boolean, meet: Meet): void {
  for (let place = firstNotBefore(list.words, word); place < list.words.length; place += 1) {
    const found = list.words[place]!;
    if (found === word) meet(place, quality.exact);
    else if (asPrefix && found.startsWith(word)) {
      meet(place, quality.prefix + (0.12 * word.length) / found.length);
    } else break;
  }
  const ascii = withoutDots(word);
  for (let at = firstNotBefore(list.asciiWords, ascii); at < list.asciiWords.length; at += 1) {
    const found = list.asciiWords[at]!;
    if (found === ascii) meet(list.asciiPlaces[at]!, quality.exactWithoutDots);
    else if (asPrefix && word.length > 1 && found.startsWith(ascii)) {
      meet(list.asciiPlaces[at]!, quality.prefixWithoutDots + (0.1 * word.length) / found.length);
    } else break;
  }
}

function meetStems(list: WordList, word: string, meet: Meet): void {
  const stems = stemsOf(word, list.language);
  for (const [order, stem] of stems.forms.entries()) {
    for (const place of list.forms.get(stem) ?? [])
      meet(place, likeness(quality.inflected - 0.01 * order, word, list.words[place]!));
    for (const place of list.roots.get(stem) ?? []) meet(place, quality.relative);
  }
  for (const stem of stems.roots) {
    for (const place of list.forms.get(stem) ?? []) meet(place, quality.relative);
    for (const place of list.roots.get(stem) ?? []) meet(place, quality.relative - 0.03);
  }
  const ascii = withoutDots(word);
  if (ascii !== word || list.language === 'en' || !/[aou]/.test(word) || word.length < 6) return;
  // written without dots and inflected: the stem is a beginning of a word without dots
  const stem = stems.forms.find((form) => form.length >= 5 && ascii.startsWith(form));
  if (stem === undefined) return;
  for (let at = firstNotBefore(list.asciiWords, stem); at < list.asciiWords.length; at += 1) {
    const found = list.asciiWords[at]!;
    if (!found.startsWith(stem)) break;
    if (found.length <= stem.length + 3) meet(list.asciiPlaces[at]!, quality.inflectedWithoutDots);
  }
}

/** A shared stem is surer the more letters the words share from their beginning. */
function likeness(value: number, word: string, found: string): number {
  const most = Math.min(word.length, found.length);
  let common = 0;
  while (common < most && word.charCodeAt(common) === found.charCodeAt(common)) common += 1;
  return common >= Math.max(word.length, found.length) - 6 && common >= 3 ? value : value - 0.2;
}

function meetParts(list: WordList, word: string, asPrefix: boolean, meet: Meet): void {
  const { parts, places, isLast, stems } = list.partList;
  if (word.length >= 4 && asPrefix) {
    for (let at = firstNotBefore(parts, word); at < parts.length && parts[at]!.startsWith(word); at += 1) {
      meet(places[at]!, parts[at] === word ? partQuality(isLast[at]) : quality.partPrefix);
    }
  }
  for (const stem of stemsOf(word, list.language).forms.slice(0, 3)) {
    if (stem.length < 3) continue;
    for (const at of stems.get(stem) ?? []) meet(places[at]!, partQuality(isLast[at]) - 0.02);
  }
}

function partQuality(isLast: number | undefined): number {
  return isLast === 1 ? quality.lastPart : quality.firstPart;
}

function meetSlips(list: WordList, word: string, asPrefix: boolean, meet: Meet): void {
  const limit = maxEdits(word.length);
  if (limit === 0) return;
  const value = (slips: number): number => (slips <= 1 ? quality.oneSlip : quality.twoSlips);
  list.slips.near(word, limit, asPrefix, (place, slips) => {
    const extra = Math.max(0, list.words[place]!.length - word.length);
    meet(place, value(slips) - Math.min(0.1, 0.01 * extra));
  });
  // a slip in an inflected word: its stem with one slip may begin the word, little is left over
  const stem = stemsOf(word, list.language).forms.find(
    (form) => form.length >= 6 && form.length < word.length,
  );
  if (stem === undefined) return;
  list.slips.near(stem, 1, true, (place) => {
    if (Math.abs(list.words[place]!.length - stem.length) <= 3) meet(place, quality.oneSlip - 0.08);
  });
}

/** A compound whose first part nobody knows: its end may still be a word of a name (…mestari, …kuljettajat). */
function meetLastPart(list: WordList, word: string, meet: Meet): void {
  if (list.language === 'en') return;
  for (let at = 3; at <= word.length - 5; at += 1) {
    for (const stem of stemsOf(word.slice(at), list.language).forms) {
      const found = stem.length < 5 ? undefined : list.forms.get(stem);
      if (found === undefined) continue;
      for (const place of found) meet(place, quality.unknownFirstPart);
      return;
    }
  }
}

function rarityOfBest(list: WordList, places: readonly number[], best: number): number {
  let rarity = 0;
  for (const place of places) {
    if (list.quality[place]! >= best - 0.05 && list.rarity[place]! > rarity) rarity = list.rarity[place]!;
  }
  return rarity;
}

/** How many slips are borne in a word of this length. */
function maxEdits(length: number): 0 | 1 | 2 {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}
