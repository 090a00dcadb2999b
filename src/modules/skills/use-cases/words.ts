import type { ViewerContext } from '#access';
import { municipalityOn } from '#areas';
import { languageName } from '#kernel/language-names.ts';
import { inLanguage, type TextInLanguage } from '#kernel/localised.ts';
import { conceptNames, readLicences } from '#vocabulary';
import type { PartName, PartState, PartStates } from '../domain/parts.ts';

/** Gives words to codes, in the viewer's language; says the language when the word exists in another one only. */
export interface Wording {
  concept(uri: string): TextInLanguage;
  licence(code: string): TextInLanguage;
  language(code: string): string;
  municipality(code: string): string;
}

/** Reads the names of these concepts, and of licences. */
export async function wordingFor(context: ViewerContext, uris: readonly string[]): Promise<Wording> {
  const { language } = context.viewer;
  const concepts = await conceptNames(context, [...new Set(uris)]);
  const licences = new Map((await readLicences(context)).map(({ code, names }) => [code, names]));
  return {
    concept: (uri) => inLanguage(concepts.get(uri) ?? { en: uri }, language),
    licence: (code) => inLanguage(licences.get(code) ?? { en: code }, language),
    language: (code) => languageName(code, language),
    municipality: (code) => {
      const name = municipalityOn(code, context.today)?.name;
      return name === undefined ? code : language === 'sv' ? name.sv : name.fi;
    },
  };
}

/** The concepts that a state names. */
export function urisIn(part: PartName, state: PartState | undefined): string[] {
  if (state === undefined) return [];
  if (part === 'skill' || part === 'occupation') {
    const { uri } = state as PartStates['skill'];
    return uri === undefined ? [] : [uri];
  }
  return part === 'wish' ? (state as PartStates['wish']).occupationUris : [];
}

/** A state in words: a name, and the facts beside it as codes that the page has words for. */
export function describe(part: PartName, state: PartState, wording: Wording): Described {
  switch (part) {
    case 'skill': {
      const skill = state as PartStates['skill'];
      return {
        name: skill.uri === undefined ? plain(skill.ownWords ?? '') : wording.concept(skill.uri),
        ...(skill.uri !== undefined && skill.ownWords !== undefined ? { ownWords: skill.ownWords } : {}),
        level: skill.level,
        evidence: skill.evidence,
        ...(skill.evidenceNote === undefined ? {} : { note: skill.evidenceNote }),
      };
    }
    case 'occupation': {
      const { uri, years } = state as PartStates['occupation'];
      return { name: wording.concept(uri), years };
    }
    case 'language': {
      const { language, cefr, native } = state as PartStates['language'];
      return { name: plain(wording.language(language)), cefr: native ? 'native' : cefr };
    }
    case 'licence': {
      const { code, validTo } = state as PartStates['licence'];
      return { name: wording.licence(code), ...(validTo === undefined ? {} : { until: validTo }) };
    }
    case 'wish': {
      const wish = state as PartStates['wish'];
      return {
        names: wish.occupationUris.map((uri) => wording.concept(uri).text),
        workingTimes: wish.workingTimes,
        ...(wish.earliestStart === undefined ? {} : { from: wish.earliestStart }),
        ...(wish.note === undefined ? {} : { note: wish.note }),
      };
    }
    case 'travel-area':
      return { names: (state as PartStates['travel-area']).codes.map((code) => wording.municipality(code)) };
    case 'mapping':
      return { day: (state as PartStates['mapping']).completedOn };
  }
}

/** What a state says; only what belongs to its part is there. */
export interface Described {
  name?: Words;
  names?: string[];
  ownWords?: string;
  level?: number;
  evidence?: string;
  note?: string;
  years?: number;
  /** A CEFR level, or `native`. */
  cefr?: string;
  until?: string;
  from?: string;
  workingTimes?: string[];
  day?: string;
}

/** A text, with its language when it is known. */
export type Words = { readonly text: string; readonly language?: string };

const plain = (text: string): Words => ({ text });
