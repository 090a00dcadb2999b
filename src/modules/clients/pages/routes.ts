import { room } from '#web/room-routes.ts';

const page = room('clients');

/** The addresses of this room's pages. */
export default [
  page('clients', 'clients.tsx'),
  page('clients/new', 'client-new.tsx'),
  page('clients/:clientId', 'client.tsx'),
  page('clients/:clientId/end', 'client-end.tsx'),
  page('clients/:clientId/account', 'client-account.tsx'),
  page('invitation', 'invitation.tsx'),
  page('clients/:clientId/notes', 'notes.tsx'),
  page('clients/:clientId/task', 'task.tsx'),
  page('clients/:clientId/plan', 'plan.tsx'),
  page('clients/:clientId/outcome', 'outcome.tsx'),
  page('clients/:clientId/hand-over', 'hand-over.tsx'),
  page('hand-over', 'hand-over-many.tsx'),
  page('hand-overs', 'hand-overs.tsx'),
  page('absences', 'absences.tsx'),
  page('teams', 'teams.tsx'),
  page('teams/:accountId', 'team.tsx'),
  page('my', 'my-path.tsx'),
];
