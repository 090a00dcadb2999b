import { doorOf } from '#use-case';
import * as useCases from './use-cases/index.ts';

/** The door of the room: people and their paths. */
export const clients = doorOf(useCases);

export { bindByInvitation, bindPerson } from './accounts.ts';
export { type CandidateFacts, candidateFacts } from './db/candidates.db.ts';
export type { OutcomeDraft } from './db/outcomes.db.ts';
export {
  accountOf,
  birthYearsOf,
  type Education,
  educationOf,
  homesOf,
  namesOf,
  type PersonName,
} from './db/people.db.ts';
export { type KnownPerson, peopleNear, personOfCode } from './db/registering.db.ts';
export { type Responsible, responsibleOf, workersWith } from './db/responsibility.db.ts';
export { closeTasks, openTask, reopenTasks } from './db/tasks.db.ts';
export { type DutyDraft, initialInterview, nextMeeting } from './domain/duties.ts';
export { outcomeKinds, outcomeSources, taskKinds } from './domain/kinds.ts';
export { recordOutcomeOf, undoOutcomeOf } from './outcomes.ts';
