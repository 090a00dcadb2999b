import { doorOf } from '#use-case';
import * as useCases from './use-cases/index.ts';

/** The door of the room: events, who came, what they cost, and what was learned. */
export const events = doorOf(useCases);

export type { CostKind, EventKind, EventState } from './domain/codes.ts';
