/** The door of the room: projects and their money. */
export { type DocumentKind, ProjectDraft, type SourceLine, sourceText } from './domain/draft.ts';
