import { room } from '#web/room-routes.ts';

const page = room('accounts');

/** The addresses of this room's pages. */
export default [
  page('accounts', 'accounts.tsx'),
  page('accounts/new', 'account-new.tsx'),
  page('accounts/proposals', 'proposals.tsx'),
  page('accounts/groups', 'groups.tsx'),
  page('accounts/credentials', 'credentials.tsx'),
  page('accounts/import', 'import.tsx'),
  page('accounts/import/template.csv', 'template.ts'),
  page('accounts/companies', 'companies.ts', { id: 'companies-of-roles' }),
  page('accounts/:accountId', 'account.tsx'),
  page('accounts/:accountId/edit', 'account-edit.tsx'),
];
