import { room } from '#web/room-routes.ts';

const page = room('networks');

/** The addresses of this room's pages. */
export default [
  page('services', 'services.tsx'),
  page('services/new', 'service-new.tsx'),
  page('services/gaps', 'service-gaps.tsx'),
  page('services/:serviceId', 'service.tsx'),
  page('organisations', 'organisations.tsx'),
  page('organisations/new', 'organisation-new.tsx'),
  page('organisations/:organisationId', 'organisation.tsx'),
  page('organisations/:organisationId/edit', 'organisation-edit.tsx'),
];
