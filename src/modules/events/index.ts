import {
  moveEvent,
  noteAftermath,
  noteCompany,
  notePerson,
  saveCosts,
  saveEvent,
} from './use-cases/keep-events.ts';
import { listOfEvents, openEvent } from './use-cases/read-events.ts';

/** The door of the room: events, who came, what they cost, and what was learned. */
export const events = {
  listOfEvents,
  moveEvent,
  noteAftermath,
  noteCompany,
  notePerson,
  openEvent,
  saveCosts,
  saveEvent,
};

export type { CostKind, EventKind, EventState } from './domain/codes.ts';
