import { room } from '#web/room-routes.ts';

const page = room('events');

/** The addresses of this room's pages. */
export default [
  page('events', 'events.tsx'),
  page('events/new', 'event-edit.tsx', { id: 'events-new' }),
  page('events/:eventId', 'event.tsx'),
  page('events/:eventId/edit', 'event-edit.tsx'),
  page('events/:eventId/costs', 'event-costs.tsx'),
];
