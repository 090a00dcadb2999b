export * from './answer-invitation.ts';
export * from './invite-group.ts';
export * from './my-invitations.ts';
export * from './open-picking.ts';
export * from './open-pilot.ts';
export * from './propose-group.ts';
