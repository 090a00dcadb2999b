import { promiseUseCases } from './promises-door.ts';
import { importProject } from './use-cases/import-project.ts';

/** The door of the room: projects and their money. */
export const projects = { importProject, ...promiseUseCases };

export { projectNames } from './db/names.db.ts';
export { type DocumentKind, ProjectDraft, type SourceLine, sourceText } from './domain/draft.ts';
export { type Imported, takeDraft } from './use-cases/import-project.ts';
