import { doorOf } from '#use-case';
import * as useCases from './use-cases/index.ts';

/** The door of the room: projects and their money. */
export const projects = doorOf(useCases);

export { funderMarks, projectNames } from './db/names.db.ts';
export {
  type DocumentKind,
  type InstrumentCode,
  ProjectDraft,
  type ProjectState,
  type SourceLine,
  sourceText,
} from './domain/draft.ts';
export { successorOf } from './domain/findings-time.ts';
export { mayWriteProject, readsProjects, writesProject } from './policies.ts';
export { recountProject } from './save-plan.ts';
export { type Imported, takeDraft } from './use-cases/import-project.ts';
export type { RealisedTold } from './use-cases/import-realised.ts';
