import {
  approveReport,
  askReportFiles,
  openBoardReport,
  publicReport,
  publicReportFile,
  publicReports,
  reportFile,
  saveForeword,
} from './use-cases/board-report.ts';
import { myReports, openGoalReport, saveGoalDraft, submitGoalReport } from './use-cases/goal-report.ts';
import { importProgramme } from './use-cases/import-programme.ts';
import { carriedOutBy, linkPart, linkTargets, unlinkPart } from './use-cases/links.ts';
import { filesWaiting, makeNextFile } from './use-cases/make-files.ts';
import { nameWriter, openGoal, programmeCoordinators } from './use-cases/open-goal.ts';
import { openProgramme, programmeList } from './use-cases/open-programme.ts';
import { decideProposal, proposalBox, propose, withdrawProposal } from './use-cases/proposals.ts';
import { remind, remindMissing } from './use-cases/remind.ts';
import {
  bringIntoForce,
  changeProgramme,
  discardWorking,
  openWorking,
  programmeVersions,
  undoChange,
} from './use-cases/versions.ts';

/** The door of the room: what was promised together, who answers for it, and what each half-year tells. */
export const programmes = {
  approveReport,
  askReportFiles,
  bringIntoForce,
  carriedOutBy,
  changeProgramme,
  decideProposal,
  discardWorking,
  filesWaiting,
  importProgramme,
  linkPart,
  linkTargets,
  makeNextFile,
  myReports,
  nameWriter,
  openBoardReport,
  openGoal,
  openGoalReport,
  openProgramme,
  openWorking,
  programmeCoordinators,
  programmeList,
  programmeVersions,
  proposalBox,
  propose,
  publicReport,
  publicReportFile,
  publicReports,
  remind,
  remindMissing,
  reportFile,
  saveForeword,
  saveGoalDraft,
  submitGoalReport,
  undoChange,
  unlinkPart,
  withdrawProposal,
};

export type { BoardCell, BoardRow } from './domain/board.ts';
export type { BoardReportData, ReportedGoal } from './domain/board-report.ts';
export type { PartChange } from './domain/changes.ts';
export { checkProgramme, type ProgrammeFinding } from './domain/check.ts';
export { countParts, type PartCounts, type ProgrammeContent } from './domain/content.ts';
export { ProgrammeDraft, type ProgrammeDraftInput, programmeKinds } from './domain/draft.ts';
export type { ProgrammeChange } from './domain/editing.ts';
export { type MeasureState, measureStates, type ReportedFigure } from './domain/goal-report.ts';
export { coordinatorNames, withCoordinators } from './domain/identity.ts';
export { reportDocument } from './report-document.ts';
export {
  type ImportedProgramme,
  type ImportOptions,
  importProgrammeDraft,
} from './use-cases/import-programme.ts';
export type { ProgrammeBoard } from './use-cases/open-programme.ts';
