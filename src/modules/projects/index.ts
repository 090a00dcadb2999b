import { promiseUseCases } from './promises-door.ts';
import { attachFile, readFile } from './use-cases/attachments.ts';
import { fundersToChoose, setFunder } from './use-cases/funder.ts';
import { importProject } from './use-cases/import-project.ts';
import { openInstruments } from './use-cases/instruments.ts';
import {
  changePlan,
  decisionsToChoose,
  keepPlanVersion,
  setReportDay,
  startProject,
} from './use-cases/keep-plan.ts';
import { moveProject } from './use-cases/move-project.ts';
import { openProject } from './use-cases/open-project.ts';
import { openVersion } from './use-cases/open-version.ts';
import { portfolio } from './use-cases/portfolio.ts';
import { importRealised, noteHours, noteRealised, removeRealisedEntry } from './use-cases/realised.ts';
import { askReport, noteReport, readReportFile, reportState } from './use-cases/report.ts';

/** The door of the room: projects and their money. */
export const projects = {
  askReport,
  attachFile,
  changePlan,
  decisionsToChoose,
  fundersToChoose,
  importProject,
  importRealised,
  keepPlanVersion,
  moveProject,
  noteHours,
  noteRealised,
  noteReport,
  openInstruments,
  openProject,
  openVersion,
  portfolio,
  readFile,
  readReportFile,
  removeRealisedEntry,
  reportState,
  setFunder,
  setReportDay,
  startProject,
  ...promiseUseCases,
};

export { seedDrafts } from './data/seed-drafts.ts';
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
export { readsProjects } from './policies.ts';
export { type Imported, takeDraft } from './use-cases/import-project.ts';
