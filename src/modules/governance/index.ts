import { bodies, foundBody, giveMandate, openBody } from './use-cases/bodies.ts';
import { decideItem, notePromise, searchDecisions, settlePromise } from './use-cases/deciding.ts';
import { addToList, dropFromList, noteRead, sendDecision, toRead } from './use-cases/distribution.ts';
import { importBoardItem } from './use-cases/import-board-item.ts';
import { draftItem, moveItemUp, openItem, proposeItem, removeDraft, saveItem } from './use-cases/items.ts';
import {
  callMeeting,
  changeMeetingPlan,
  checkMinutes,
  noteAttendance,
  openMeeting,
  planMeeting,
} from './use-cases/meetings.ts';
import { appointMember, endMembership } from './use-cases/members.ts';

/** The door of the room: bodies, their meetings and members, what they decide and who has been told. */
export const governance = {
  addToList,
  appointMember,
  bodies,
  callMeeting,
  changeMeetingPlan,
  checkMinutes,
  decideItem,
  draftItem,
  dropFromList,
  endMembership,
  foundBody,
  giveMandate,
  importBoardItem,
  moveItemUp,
  noteAttendance,
  notePromise,
  noteRead,
  openBody,
  openItem,
  openMeeting,
  planMeeting,
  proposeItem,
  removeDraft,
  saveItem,
  searchDecisions,
  sendDecision,
  settlePromise,
  toRead,
};

export { type DecisionBrief, decisionOf, findDecisions, noteSettles } from './db/items.db.ts';
export { BoardItemDraft, CommitmentDraft, ItemPart, OfficeHolder } from './domain/draft.ts';
export {
  type BodyKind,
  bodyKinds,
  type Capacity,
  capacities,
  commitmentChannels,
  type ItemResult,
  type MandateRole,
  mandateRoles,
  outcomeKinds,
  results,
} from './domain/kinds.ts';
export { type PrintedPart, printOf } from './domain/print.ts';
export { type BodyBrief, type BodyOnDay, bodiesToChoose, bodyAt } from './door.ts';
