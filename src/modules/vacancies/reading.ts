import type { ViewerContext } from '#access';
import type { Day } from '#kernel/days.ts';
import { inLanguage, type Language } from '#kernel/localised.ts';
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
import { readNeedText } from './domain/need-text.ts';

/** A need read from its words: the guesses, and the occupations that the words may mean, best first. */
export interface NeedReadingOut {
  places: number;
  placesSaid: boolean;
  startsOn?: Day | undefined;
  workingTimes: readonly string[];
  occupation?: { uri: string; name: string } | undefined;
  others: { uri: string; name: string }[];
}

/** A hit under this is not taken for the occupation by itself; it is only offered (100 is a whole name). */
const sureEnough = 55;
/** From this on the words are read as a whole title; under it they may be unfinished, and search as you type leads. */
const surelyTitle = 60;
const mostOffered = 6;

/** Reads the words of a need; a chosen occupation stays chosen. The same words give the same answer. */
export async function needFromText(
  context: ViewerContext,
  text: string,
  chosen?: string,
): Promise<NeedReadingOut> {
  const { language } = context.viewer;
  const read = readNeedText(text, context.today);
  const index = await vocabularyIndex(context);
  const hits = read.words === '' ? [] : occupationsIn(index, read.words, language);
  const found = hits.map((hit) => ({ uri: hit.uri, name: inLanguage(hit.concept.names, language).text }));
  let occupation = hits[0] && hits[0].score >= sureEnough ? found[0] : undefined;
  if (chosen) {
    const names = (await conceptNames(context, [chosen])).get(chosen);
    occupation = names ? { uri: chosen, name: inLanguage(names, language).text } : undefined;
  }
  return {
    places: read.places,
    placesSaid: read.placesSaid,
    startsOn: read.startsOn,
    workingTimes: read.workingTimes,
    occupation,
    others: found.filter(({ uri }) => uri !== occupation?.uri),
  };
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
