import {
  approveBulletin,
  askApproval,
  askExpert,
  bulletins,
  openBulletin,
  publicBulletins,
  remarkBulletin,
  removeBulletinDraft,
  returnBulletin,
  saveBulletin,
} from './use-cases/bulletins.ts';
import { communicationPlan, saveAction } from './use-cases/plan.ts';
import {
  answerQuestion,
  ask,
  closeQuestion,
  giveQuestion,
  myQuestions,
  offerAnswer,
  openQuestion,
  ownQuestion,
  publicAnswers,
  questions,
  remindLate,
  settleAnswer,
} from './use-cases/questions.ts';

/** The door of the room: what the area tells, and what it is asked. */
export const outreach = {
  answerQuestion,
  approveBulletin,
  ask,
  askApproval,
  askExpert,
  bulletins,
  closeQuestion,
  communicationPlan,
  giveQuestion,
  myQuestions,
  offerAnswer,
  openBulletin,
  openQuestion,
  ownQuestion,
  publicAnswers,
  publicBulletins,
  questions,
  remarkBulletin,
  remindLate,
  removeBulletinDraft,
  returnBulletin,
  saveAction,
  saveBulletin,
  settleAnswer,
};

export { audienceRoles, channels, topics } from './domain/kinds.ts';
export { personalDataIn } from './domain/personal-data.ts';
