import { doorOf } from '#use-case';
import * as useCases from './use-cases/index.ts';

/** The door of the room: a person is introduced to an employer, and what became of it. */
export const introductions = doorOf(useCases);

export { introductionCounts } from './db/introductions.db.ts';
export {
  employerReasons,
  type IntroductionState,
  type Reason,
  states as introductionStates,
  type Turn,
} from './domain/introduction.ts';
