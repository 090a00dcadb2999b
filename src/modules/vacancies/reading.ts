import type { Handle } from '#access';
import type { Day } from '#kernel/days.ts';
import { inLanguage } from '#kernel/localised.ts';
import { conceptNames, requirementsOf, search, vocabularyIndex } from '#vocabulary';
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

/** Reads the words of a need; a chosen occupation stays chosen. The same words give the same answer. */
export async function needFromText(handle: Handle, text: string, chosen?: string): Promise<NeedReadingOut> {
  const { language } = handle.viewer;
  const read = readNeedText(text, handle.today);
  const index = await vocabularyIndex(handle);
  const hits =
    read.words === '' ? [] : search(index, read.words, { kinds: ['occupation'], language, limit: 6 });
  const found = hits.map((hit) => ({ uri: hit.uri, name: inLanguage(hit.concept.names, language).text }));
  let occupation = hits[0] && hits[0].score >= sureEnough ? found[0] : undefined;
  if (chosen) {
    const names = (await conceptNames(handle, [chosen])).get(chosen);
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

/** How many of an occupation's essential skills are taken as essential of a need at first. */
const tellingSkills = 8;

/**
 * The first filling of a need's requirements by the vocabulary. ESCO calls some thirty skills of an occupation essential,
 * which no employer asks for: the most telling ones (essential in the fewest occupations) are taken, the rest help.
 */
export async function usualRequirements(
  handle: Handle,
  occupationUri: string | undefined,
): Promise<Requirements> {
  const usual = occupationUri ? await requirementsOf(handle, occupationUri) : { essential: [], optional: [] };
  const common = await commonnessOf(handle, usual.essential);
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
