import { attachToItem, dropItemAttachment, markAttachment, readAttachment } from './use-cases/attachments.ts';
import { bodies, foundBody, giveMandate, openBody, takeBody } from './use-cases/bodies.ts';
import { continueItem } from './use-cases/continuing.ts';
import { decideItem, notePromise, searchDecisions, settlePromise } from './use-cases/deciding.ts';
import { addToList, dropFromList, noteRead, sendDecision, toRead } from './use-cases/distribution.ts';
import { importBoardItem } from './use-cases/import-board-item.ts';
import { draftItem, markSecret, moveItemUp, proposeItem, removeDraft, saveItem } from './use-cases/items.ts';
import { changeList, keepList, useList } from './use-cases/lists.ts';
import {
  callMeeting,
  changeMeetingPlan,
  checkMinutes,
  noteAttendance,
  openMeeting,
  planMeeting,
} from './use-cases/meetings.ts';
import { appointMember, endMembership } from './use-cases/members.ts';
import { openItem } from './use-cases/open-item.ts';
import {
  meetingMinutes,
  publicMinutes,
  publicMinutesList,
  publishMinutes,
  withdrawMinutes,
} from './use-cases/publishing.ts';
import { dropVote, noteDisqualified, noteDissent, noteVote, withdrawDissent } from './use-cases/voting.ts';

/** The door of the room: bodies, their meetings and members, what they decide and who has been told. */
export const governance = {
  addToList,
  appointMember,
  attachToItem,
  bodies,
  callMeeting,
  changeList,
  changeMeetingPlan,
  checkMinutes,
  continueItem,
  decideItem,
  draftItem,
  dropFromList,
  dropItemAttachment,
  dropVote,
  endMembership,
  foundBody,
  giveMandate,
  importBoardItem,
  keepList,
  markAttachment,
  markSecret,
  meetingMinutes,
  moveItemUp,
  noteAttendance,
  noteDisqualified,
  noteDissent,
  notePromise,
  noteRead,
  noteVote,
  openBody,
  openItem,
  openMeeting,
  planMeeting,
  proposeItem,
  publicMinutes,
  publicMinutesList,
  publishMinutes,
  readAttachment,
  removeDraft,
  saveItem,
  searchDecisions,
  sendDecision,
  settlePromise,
  takeBody,
  toRead,
  useList,
  withdrawDissent,
  withdrawMinutes,
};

export { type DecisionBrief, decisionOf, findDecisions, noteSettles } from './db/items.db.ts';
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
} from './domain/codes.ts';
export { BoardItemDraft, CommitmentDraft, ItemPart, OfficeHolder } from './domain/draft.ts';
export type { MinutesFinding, PublicItem, PublicMinutes } from './domain/minutes.ts';
export { type PrintedPart, printOf } from './domain/print.ts';
export { type BodyBrief, type BodyOnDay, bodiesToChoose, bodyAt } from './door.ts';
