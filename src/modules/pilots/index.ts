import { answerInvitation, membershipsOf, myInvitations, openPilot } from './use-cases/membership.ts';
import { inviteGroup, openPicking, proposeGroup } from './use-cases/picking.ts';

/** The door of the room: a pilot, its group, and why each was picked. */
export const pilots = {
  answerInvitation,
  inviteGroup,
  membershipsOf,
  myInvitations,
  openPicking,
  openPilot,
  proposeGroup,
};

export { findPilot, listPilots, type Pilot } from './db/pilots.db.ts';
export { type Criterion, criteria, startingWeights, type Weights } from './domain/picking.ts';
