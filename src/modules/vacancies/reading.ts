import type { ViewerContext } from '#access';
import type { Day } from '#kernel/days.ts';
import { letters } from '#kernel/letters.ts';
import { inLanguage, type Language, type LocalisedText, languages } from '#kernel/localised.ts';
import {
  conceptNames,
  matchTitle,
  requirementsOf,
  type SearchIndex,
  search,
  type TitleHit,
  vocabularyIndex,
} from '#vocabulary';
import { commonnessOf, type Requirements } from './db/vacancies.db.ts';
import { type NeedReading, readNeedTexts } from './domain/need-text.ts';

/** A need read from its words: the guesses, and the occupations that the words may mean, best first. */
export interface NeedReadingOut {
  places: number;
  placesSaid: boolean;
  /** The larger number of “2–3”. */
  placesAtMost?: number | undefined;
  /** The words of this need alone. */
  text: string;
  startsOn?: Day | undefined;
  workingTimes: readonly string[];
  occupation?: { uri: string; name: string } | undefined;
  /** The occupation's name in the language in which it was said. */
  said?: { name: string; language: Language } | undefined;
  others: { uri: string; name: string }[];
}

/** A hit under this is not taken for the occupation by itself; it is only offered (100 is a whole name). */
const sureEnough = 55;
/** From this on the words are read as a whole title; under it they may be unfinished, and search as you type leads. */
const surelyTitle = 60;
const mostOffered = 6;

/**
 * Reads the words of a note: the need, and those after it when the note tells of many. A chosen occupation is the first
 * one's and stays chosen. The same words give the same answer.
 */
export async function needsFromText(
  context: ViewerContext,
  text: string,
  chosen?: string,
): Promise<readonly [NeedReadingOut, ...NeedReadingOut[]]> {
  const index = await vocabularyIndex(context);
  const [first, ...rest] = readNeedTexts(text, context.today);
  return [
    await needOfReading(context, index, first!, chosen),
    ...(await Promise.all(rest.map((read) => needOfReading(context, index, read, undefined)))),
  ];
}

async function needOfReading(
  context: ViewerContext,
  index: SearchIndex,
  read: NeedReading,
  chosen: string | undefined,
): Promise<NeedReadingOut> {
  const { language } = context.viewer;
  const hits = read.words === '' ? [] : occupationsIn(index, read.words, language);
  const found = hits.map((hit) => ({ uri: hit.uri, name: inLanguage(hit.concept.names, language).text }));
  const isSure = hits[0] !== undefined && hits[0].score >= sureEnough;
  const names = chosen
    ? (await conceptNames(context, [chosen])).get(chosen)
    : isSure
      ? hits[0]!.concept.names
      : undefined;
  const uri = chosen ?? hits[0]?.uri;
  const occupation = names && uri ? { uri, name: inLanguage(names, language).text } : undefined;
  return {
    places: read.places,
    placesSaid: read.placesSaid,
    placesAtMost: read.placesAtMost,
    text: read.text,
    startsOn: read.startsOn,
    workingTimes: read.workingTimes,
    occupation,
    said: names && saidIn(names, read.words, language),
    others: found.filter(({ uri }) => uri !== occupation?.uri),
  };
}

/** The name that begins most like what was said; the viewer's own language when none does. */
function saidIn(
  names: LocalisedText,
  words: string,
  language: Language,
): { name: string; language: Language } {
  const said = letters(words).split(' ');
  const likeness = (name: string) =>
    Math.max(
      ...letters(name)
        .split(' ')
        .flatMap((own) => said.map((word) => sameBeginning(own, word))),
    );
  const [best] = languages
    .flatMap((own) => (names[own] === undefined ? [] : [{ name: names[own], language: own }]))
    .toSorted(
      (left, right) =>
        likeness(right.name) - likeness(left.name) ||
        Number(right.language === language) - Number(left.language === language),
    );
  return best ?? { name: words, language };
}

function sameBeginning(left: string, right: string): number {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at++;
  return at;
}

/** The occupations that the words may mean: as a whole title if they are one, else as they are being typed. */
function occupationsIn(
  index: SearchIndex,
  words: string,
  language: Language,
): Pick<TitleHit, 'uri' | 'concept' | 'score'>[] {
  const titles = matchTitle(index, words, { language, limit: mostOffered });
  const typed = search(index, words, { kinds: ['occupation'], language, limit: mostOffered });
  const [first, second] = (titles[0]?.score ?? 0) >= surelyTitle ? [titles, typed] : [typed, titles];
  const found = new Set(first.map(({ uri }) => uri));
  return [...first, ...second.filter(({ uri }) => !found.has(uri))].slice(0, mostOffered);
}

/** How many of an occupation's essential skills are taken as essential of a need at first. */
const tellingSkills = 8;

/**
 * The first filling of a need's requirements by the vocabulary. ESCO calls some thirty skills of an occupation essential,
 * which no employer asks for: the most telling ones (essential in the fewest occupations) are taken, the rest help.
 */
export async function usualRequirements(
  context: ViewerContext,
  occupationUri: string | undefined,
): Promise<Requirements> {
  const usual = occupationUri
    ? await requirementsOf(context, occupationUri)
    : { essential: [], optional: [] };
  const common = await commonnessOf(context, usual.essential);
  const telling = [...usual.essential].sort(
    (a, b) => (common.get(a) ?? 0) - (common.get(b) ?? 0) || (a < b ? -1 : 1),
  );
  return {
    essential: telling.slice(0, tellingSkills),
    optional: [...telling.slice(tellingSkills), ...usual.optional],
    languages: [],
    licences: [],
  };
}
