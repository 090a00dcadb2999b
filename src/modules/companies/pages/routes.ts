import { room } from '#web/room-routes.ts';

const page = room('companies');

/** The addresses of this room's pages. */
export default [
  page('companies', 'companies.tsx'),
  page('companies/new', 'company-new.tsx'),
  page('companies/suggestions', 'company-suggestions.ts'),
  page('companies/:companyId', 'company.tsx'),
];
