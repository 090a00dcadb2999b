import { room } from '#web/room-routes.ts';

const page = room('governance');

/** The addresses of this room's pages. */
export default [
  page('bodies', 'bodies.tsx'),
  page('bodies/new', 'body-new.tsx'),
  page('bodies/officials', 'officials.ts'),
  page('bodies/:bodyId', 'body.tsx'),
  page('meetings/:meetingId', 'meeting.tsx'),
  page('meetings/:meetingId/minutes.pdf', 'minutes-print.ts', { id: 'minutes-pdf' }),
  page('meetings/:meetingId/minutes.docx', 'minutes-print.ts', { id: 'minutes-word' }),
  page('items/:itemId', 'item.tsx'),
  page('items/:itemId/edit', 'item-edit.tsx'),
  page('items/:itemId/print.pdf', 'item-print.ts', { id: 'item-pdf' }),
  page('items/:itemId/print.docx', 'item-print.ts', { id: 'item-word' }),
  page('items/:itemId/files/:fileId', 'item-file.ts', { id: 'item-file' }),
  page('decisions', 'decisions.tsx'),
  page('public/minutes', 'public-minutes-list.tsx'),
  page('public/minutes/:meetingId', 'public-minutes.tsx'),
  page('public/minutes/:meetingId/minutes.pdf', 'minutes-print.ts', { id: 'public-minutes-pdf' }),
  page('public/minutes/:meetingId/minutes.docx', 'minutes-print.ts', {
    id: 'public-minutes-word',
  }),
  page('public/minutes/:meetingId/files/:fileId', 'item-file.ts', { id: 'public-file' }),
];
