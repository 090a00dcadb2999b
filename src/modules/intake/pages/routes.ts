import { room } from '#web/room-routes.ts';

const page = room('intake');

/** The addresses of this room's pages. */
export default [
  page('intake', 'intake.tsx'),
  page('intake/sheets', 'sheets.tsx'),
  page('intake/sheets/:kind.xlsx', 'template.ts'),
  page('intake/:documentId', 'document.tsx'),
  page('intake/:documentId/lines/:line', 'line.tsx'),
];
