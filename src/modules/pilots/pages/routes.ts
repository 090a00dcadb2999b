import { room } from '#web/room-routes.ts';

const page = room('pilots');

/** The addresses of this room's pages. */
export default [
  page('pilot', 'pilot.tsx'),
  page('pilot/figures/:figure', 'figure.tsx'),
  page('pilot/group', 'group.tsx'),
];
