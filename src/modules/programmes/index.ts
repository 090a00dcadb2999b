import { doorOf } from '#use-case';
import * as useCases from './use-cases/index.ts';

/** The door of the room: what was promised together, who answers for it, and what each half-year tells. */
export const programmes = doorOf(useCases);

export type { BoardCell, BoardRow } from './domain/board.ts';
export type { BoardReportData, ReportedGoal } from './domain/board-report.ts';
export type { PartChange } from './domain/changes.ts';
export { checkProgramme, type ProgrammeFinding } from './domain/check.ts';
export { countParts, type PartCounts, type ProgrammeContent } from './domain/content.ts';
export { ProgrammeDraft, type ProgrammeDraftInput } from './domain/draft.ts';
export type { ProgrammeChange } from './domain/editing.ts';
export { type MeasureState, measureStates, type ReportedFigure } from './domain/goal-report.ts';
export { coordinatorNames, withCoordinators } from './domain/identity.ts';
export { reportDocument } from './report-document.ts';
export {
  type ImportedProgramme,
  type ImportOptions,
  importProgrammeDraft,
} from './use-cases/import-programme.ts';
export type { ProgrammeBoard } from './use-cases/programme-board.ts';
