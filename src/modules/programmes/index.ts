import { importProgramme } from './use-cases/import-programme.ts';

/** The door of the room: what was promised together, who answers for it, and what each half-year tells. */
export const programmes = { importProgramme };

export { checkProgramme, type ProgrammeFinding } from './domain/check.ts';
export { countParts, type PartCounts } from './domain/content.ts';
export { ProgrammeDraft, type ProgrammeDraftInput, programmeKinds } from './domain/draft.ts';
export { coordinatorNames, withCoordinators } from './domain/identity.ts';
export {
  type ImportedProgramme,
  type ImportOptions,
  importProgrammeDraft,
} from './use-cases/import-programme.ts';
