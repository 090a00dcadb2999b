import { importEsco } from './use-cases/import-esco.ts';
import { listLicences } from './use-cases/list-licences.ts';
import { searchVocabulary } from './use-cases/search-vocabulary.ts';

/** The door of the room: occupations, skills and licences with their names, found as people write them. */
export const vocabulary = { search: searchVocabulary, licences: listLicences, importEsco };

export {
  conceptNames,
  type OccupationNeighbour,
  occupationFacts,
  occupationNeighbours,
  readLicences,
  requirementsOf,
  skillGroups,
} from './db/queries.db.ts';
export { findVersion, type VocabularyVersion } from './db/vocabulary.db.ts';
export {
  type AlternativeNames,
  type Concept,
  type ConceptKind,
  iscoGroupUri,
  mergeVocabularies,
  noAlternativeNames,
  type OccupationSkill,
  type Vocabulary,
} from './domain/concepts.ts';
export {
  buildIndex,
  type IndexedConcept,
  matchTitle,
  type SearchHit,
  type SearchIndex,
  type SearchOptions,
  search,
} from './domain/search.ts';
export { type Cause, type Suggestion, type SuggestOptions, suggest } from './domain/suggest.ts';
export type { TitleHit, TitleOptions } from './domain/titles/match-title.ts';
export { ensureVocabulary, type VocabularyCounts } from './loading.ts';
export { findLicence, type Licence, type LicenceKind, licenceKinds, licences } from './starter/licences.ts';
export { starterVocabulary } from './starter/starter.ts';
export type { VocabularyHit } from './use-cases/search-vocabulary.ts';
export { giveFinnishDictionary, vocabularyIndex } from './vocabulary-index.ts';
export { findVoikko } from './voikko.ts';
