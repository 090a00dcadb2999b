import { doorOf } from '#use-case';
import * as useCases from './use-cases/index.ts';

/** The door of the room: bodies, their meetings and members, what they decide and who has been told. */
export const governance = doorOf(useCases);

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
