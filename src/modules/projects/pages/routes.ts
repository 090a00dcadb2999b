import { room } from '#web/room-routes.ts';

const page = room('projects');

/** The addresses of this room's pages. */
export default [
  page('projects', 'projects.tsx'),
  page('projects/new', 'project-new.tsx'),
  page('projects/reports/:reportId', 'report-state.tsx'),
  page('projects/reports/:reportId/file', 'report-file.ts'),
  page('projects/:projectId', 'project.tsx'),
  page('projects/:projectId/money', 'money.tsx'),
  page('projects/:projectId/reports', 'reports.tsx'),
  page('projects/:projectId/details', 'details.tsx'),
  page('projects/:projectId/work', 'work.tsx'),
  page('projects/:projectId/versions/:number', 'version.tsx'),
  page('projects/:projectId/edit/:part', 'edit.tsx'),
  page('projects/:projectId/realised.xlsx', 'realised-sheet.ts'),
  page('projects/:projectId/files/:fileId', 'file.ts'),
  page('projects/:projectId/plan', 'plan.tsx'),
  page('projects/:projectId/plan/:thing/:thingId', 'plan-thing.tsx'),
  page('projects/:projectId/indicators', 'indicators.tsx'),
  page('projects/:projectId/indicators/:indicatorId', 'indicator.tsx'),
  page('projects/:projectId/common-indicators', 'common-indicators.tsx'),
  page('projects/:projectId/common-indicators.csv', 'common-export.ts', {
    id: 'project-common-csv',
  }),
  page('projects/:projectId/common-indicators.xlsx', 'common-export.ts', {
    id: 'project-common-xlsx',
  }),
  page('projects/:projectId/company-work', 'company-work.tsx'),
  page('projects/:projectId/horizontal', 'horizontal.tsx'),
  page('projects/:projectId/rejection', 'rejection.tsx'),
];
