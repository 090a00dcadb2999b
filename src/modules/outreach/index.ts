import {
  answerQuestion,
  closeQuestion,
  giveQuestion,
  openQuestion,
  questions,
  remindLate,
} from './use-cases/answering.ts';
import { ask, myQuestions, ownQuestion } from './use-cases/asking.ts';
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
import { offerAnswer, publicAnswers, settleAnswer } from './use-cases/publishing-answers.ts';

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

export { personalDataIn } from '#kernel/personal-data.ts';
export { audienceRoles, channels, topics } from './domain/codes.ts';
