import { addTask } from './use-cases/add-task.ts';
import { agreePlan } from './use-cases/agree-plan.ts';
import { changeContact } from './use-cases/change-contact.ts';
import { colleagues } from './use-cases/colleagues.ts';
import { completeTask } from './use-cases/complete-task.ts';
import { handOver } from './use-cases/hand-over.ts';
import { myPath } from './use-cases/my-path.ts';
import { noteCase } from './use-cases/note-case.ts';
import { notes } from './use-cases/notes.ts';
import { openClient } from './use-cases/open-client.ts';
import { recordOutcome } from './use-cases/record-outcome.ts';
import { startSearch } from './use-cases/start-search.ts';
import { undoTask } from './use-cases/undo-task.ts';
import { worklist } from './use-cases/worklist.ts';

/** The door of the room: people and their paths. */
export const clients = {
  addTask,
  agreePlan,
  changeContact,
  colleagues,
  completeTask,
  handOver,
  myPath,
  noteCase,
  notes,
  openClient,
  recordOutcome,
  startSearch,
  undoTask,
  worklist,
};

export { type CandidateFacts, candidateFacts } from './db/candidates.db.ts';
export type { OutcomeDraft } from './db/outcomes.db.ts';
export {
  accountOf,
  type Education,
  educationOf,
  homesOf,
  namesOf,
  type PersonName,
} from './db/people.db.ts';
export { type Responsible, responsibleOf } from './db/responsibility.db.ts';
export { closeTasks, openTask } from './db/tasks.db.ts';
export { type DutyDraft, initialInterview, nextMeeting } from './domain/duties.ts';
export { outcomeKinds, outcomeSources, taskKinds } from './domain/kinds.ts';
export { recordOutcomeOf } from './outcomes.ts';
