import { doorOf } from '#use-case';
import * as useCases from './use-cases/index.ts';

/** The door of the room: a pilot, its group, and why each was picked. */
export const pilots = doorOf(useCases);

export { findPilot, listPilots, type Pilot } from './db/pilots.db.ts';
export { type Criterion, criteria, startingWeights, type Weights } from './domain/picking.ts';
