import { room } from '#web/room-routes.ts';

const page = room('networks');

/** The addresses of this room's pages. */
export default [
  page('services', 'services.tsx'),
  page('services/new', 'service-new.tsx'),
  page('services/gaps', 'service-gaps.tsx'),
  page('services/:serviceId', 'service.tsx'),
];
