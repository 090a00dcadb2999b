import { answer } from './use-cases/answer.ts';
import { cancel } from './use-cases/cancel.ts';
import { introduce } from './use-cases/introduce.ts';
import { ofClient, ofCompany, ofOrganisation, openIntroduction } from './use-cases/lists.ts';
import { prepareIntroduction } from './use-cases/prepare.ts';
import { remindSilent } from './use-cases/remind-silent.ts';

/** The door of the room: a person is introduced to an employer, and what became of it. */
export const introductions = {
  answer,
  cancel,
  introduce,
  ofClient,
  ofCompany,
  ofOrganisation,
  openIntroduction,
  prepareIntroduction,
  remindSilent,
};

export { introductionCounts } from './db/introductions.db.ts';
export {
  employerReasons,
  type IntroductionState,
  type Reason,
  states as introductionStates,
  type Turn,
} from './domain/introduction.ts';
