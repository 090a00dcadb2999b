/** The door of the vocabulary: occupations and skills with their names, found as people write them. */
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
  type SearchHit,
  type SearchIndex,
  type SearchOptions,
  search,
} from './domain/search.ts';
export { starterVocabulary } from './starter/starter.ts';
