import { room } from '#web/room-routes.ts';

const page = room('introductions');

/** The addresses of this room's pages. */
export default [
  page('introductions', 'introductions.tsx'),
  page('vacancies/:vacancyId/introduce', 'introduce.tsx'),
  page('employer', 'employer.tsx'),
  page('employer/introductions/:introductionId', 'employer-introduction.tsx'),
  page('my/introductions', 'my-introductions.tsx'),
  page('clients/:clientId/introductions', 'client-introductions.tsx'),
];
