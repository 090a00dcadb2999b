import { room } from '#web/room-routes.ts';

const page = room('matching');

/** The addresses of this room's pages. */
export default [
  page('my/jobs', 'my-jobs.tsx'),
  page('clients/:clientId/jobs', 'client-jobs.tsx'),
  page('match/:vacancyId/:clientId', 'match-pair.tsx'),
  page('supply-and-demand', 'supply-and-demand.tsx'),
  page('supply-and-demand.csv', 'supply-csv.ts'),
  page('service', 'engine-state.tsx'),
];
