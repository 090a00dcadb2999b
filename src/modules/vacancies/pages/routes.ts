import { room } from '#web/room-routes.ts';

const page = room('vacancies');

/** The addresses of this room's pages. */
export default [
  page('needs', 'needs.tsx'),
  page('visit', 'visit.tsx'),
  page('visit/count', 'visit-count.ts'),
  page('vacancies/:vacancyId', 'vacancy.tsx'),
  page('vacancies/:vacancyId/requirements', 'requirements.tsx'),
  page('jobs', 'jobs.tsx'),
];
