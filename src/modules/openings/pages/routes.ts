import { room } from '#web/room-routes.ts';

const page = room('openings');

/** The addresses of this room's pages. */
export default [
  page('openings', 'openings.tsx'),
  page('openings/:exceptionId', 'opening.tsx'),
  page('open-file', 'find-person.tsx'),
  page('open-file/:clientId', 'open-file.tsx'),
  page('clients/:clientId/protected', 'protected.tsx'),
  page('protected/:requestId', 'protected-decide.tsx'),
];
