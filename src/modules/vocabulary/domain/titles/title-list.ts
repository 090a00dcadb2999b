import type { Language } from '#kernel/localised.ts';
import type { Splitter } from '../compounds.ts';
import type { Analyser } from '../text.ts';
import type { Postings } from './postings.ts';
import type { SkillWords } from './skill-words.ts';
import type { Terms } from './terms.ts';

/** The names of one language and what their terms tell. */
export type TitleList = {
  readonly language: Language;
  readonly terms: Terms;
  /** Names by term; the weight is how rare the term is. */
  readonly names: Postings;
  /** Concepts by term: the share of a concept's names that have it, as a vector of length one. */
  readonly concepts: Postings;
  readonly skills: SkillWords;
  readonly analyser: Analyser;
};

/** How the words of each language are stemmed and parted. */
export type TitleWords = Readonly<Record<Language, { analyser: Analyser; splitter: Splitter }>>;
