import { changes } from './use-cases/changes.ts';
import { completeMapping } from './use-cases/complete-mapping.ts';
import { confirmRows } from './use-cases/confirm-rows.ts';
import { essentialSkills } from './use-cases/essential-skills.ts';
import { openMapping } from './use-cases/open-mapping.ts';
import { removeLanguage, removeLicence, removeOccupation, removeSkill } from './use-cases/remove-parts.ts';
import {
  saveLanguage,
  saveLicence,
  saveOccupation,
  saveTravelArea,
  saveWish,
} from './use-cases/save-parts.ts';
import { saveSkill } from './use-cases/save-skill.ts';

import { suggestFromText } from './use-cases/suggest-from-text.ts';
import { undo } from './use-cases/undo.ts';

/** The door of the room: what people can and wish, and how it came to be known. */
export const skills = {
  changes,
  completeMapping,
  confirmRows,
  essentialSkills,
  openMapping,
  removeLanguage,
  removeLicence,
  removeOccupation,
  removeSkill,
  saveLanguage,
  saveLicence,
  saveOccupation,
  saveSkill,
  saveTravelArea,
  saveWish,

  suggestFromText,
  undo,
};

export {
  type MappingState,
  mappingStatesOf,
  profilePartsInBatches,
  profilePartsOf,
  skillCounts,
} from './db/profile-parts.db.ts';
export { languageChoices, languageName } from './domain/language-names.ts';
export { cefrLevels, evidences, levels, workingTimes } from './domain/parts.ts';
export { emptyProfileParts, type ProfileParts } from './domain/profile-parts.ts';
