import { room } from '#web/room-routes.ts';

const page = room('vocabulary');

/** The addresses of this room's pages. */
export default [page('vocabulary/search', 'search.ts')];
