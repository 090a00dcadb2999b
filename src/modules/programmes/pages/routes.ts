import { room } from '#web/room-routes.ts';

const page = room('programmes');

/** The addresses of this room's pages. */
export default [
  page('programmes', 'programmes.tsx'),
  page('programmes/new', 'new.tsx'),
  page('programmes/:programmeId', 'board.tsx'),
  page('programmes/:programmeId/goals/:goalId', 'goal.tsx'),
  page('programmes/:programmeId/management', 'management.tsx'),
  page('programmes/:programmeId/edit', 'edit.tsx'),
  page('programmes/:programmeId/edit/:part', 'edit-part.tsx'),
  page('programmes/:programmeId/reports/:period', 'report.tsx'),
  page('programmes/:programmeId/reports/:period/:goalId', 'goal-report.tsx'),
  page('programmes/:programmeId/reports/:period/files/:reportId/:file', 'report-file.ts'),
  page('public/reports', 'public-reports.tsx'),
  page('public/reports/:reportId', 'public-report.tsx'),
  page('public/reports/:reportId/:file', 'public-report-file.ts'),
];
