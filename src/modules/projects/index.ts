import { promiseUseCases } from './promises-door.ts';
import { attachFile, readFile } from './use-cases/attachments.ts';
import { importProject } from './use-cases/import-project.ts';
import {
  changePlan,
  decisionsToChoose,
  keepPlanVersion,
  moveProject,
  setReportDay,
  startProject,
} from './use-cases/keep-plan.ts';
import { openProject } from './use-cases/open-project.ts';
import { portfolio } from './use-cases/portfolio.ts';
import { importRealised, noteHours, noteRealised, removeRealisedEntry } from './use-cases/realised.ts';
import { askReport, noteReport, readReportFile, reportState } from './use-cases/report.ts';

/** The door of the room: projects and their money. */
export const projects = {
  askReport,
  attachFile,
  changePlan,
  decisionsToChoose,
  importProject,
  importRealised,
  keepPlanVersion,
  moveProject,
  noteHours,
  noteRealised,
  noteReport,
  openProject,
  portfolio,
  readFile,
  readReportFile,
  removeRealisedEntry,
  reportState,
  setReportDay,
  startProject,
  ...promiseUseCases,
};

export { seedDrafts } from './data/seed-drafts.ts';
export { projectNames } from './db/names.db.ts';
export {
  type DocumentKind,
  type InstrumentCode,
  ProjectDraft,
  type ProjectState,
  type SourceLine,
  sourceText,
} from './domain/draft.ts';
export { successorOf } from './domain/findings-time.ts';
export { type Imported, takeDraft } from './use-cases/import-project.ts';
