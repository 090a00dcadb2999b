import { doorOf } from '#use-case';
import * as useCases from './use-cases/index.ts';

/** The door of the room: what people can and wish, and how it came to be known. */
export const skills = doorOf(useCases);

export { languageChoices, languageName } from '#kernel/language-names.ts';
export {
  type MappingState,
  mappingStatesOf,
  profilePartsInBatches,
  profilePartsOf,
  skillCounts,
} from './db/profile-parts.db.ts';
export { workingTimes } from './domain/codes.ts';
export { cefrLevels, evidences, levels } from './domain/parts.ts';
export { emptyProfileParts, type ProfileParts } from './domain/profile-parts.ts';
