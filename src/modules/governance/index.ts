import { importBoardItem } from './use-cases/import-board-item.ts';

/** The door of the room: bodies, their meetings and members, what they decide and who has been told. */
export const governance = { importBoardItem };

export {
  type DecisionBrief,
  decisionOf,
  findDecisions,
  noteSettles,
} from './db/items.db.ts';
export { BoardItemDraft, CommitmentDraft, ItemPart, OfficeHolder } from './domain/draft.ts';
