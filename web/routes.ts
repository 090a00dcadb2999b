import { index, type RouteConfig, route } from '@react-router/dev/routes';

/**
 * Every page of Polku, by hand and in one list: address, then file. Add a feature's pages under a line with its name.
 * Addresses are in Finnish, as the users read them. `*` stays last.
 */
export default [
  index('routes/home.tsx'),

  // People and their paths
  route('clients', 'routes/clients.tsx'),
  route('clients/:clientId', 'routes/clients-client.tsx'),
  route('clients/:clientId/notes', 'routes/clients-notes.tsx'),
  route('clients/:clientId/task', 'routes/clients-task.tsx'),
  route('clients/:clientId/plan', 'routes/clients-plan.tsx'),
  route('clients/:clientId/outcome', 'routes/clients-outcome.tsx'),
  route('clients/:clientId/hand-over', 'routes/clients-hand-over.tsx'),
  route('my', 'routes/my-path.tsx'),

  // About the service
  route('saavutettavuus', 'routes/accessibility.tsx'),
  route('tietosuoja', 'routes/privacy.tsx'),
  route('nappaimet', 'routes/keyboard.tsx'),
  route('kieli', 'routes/language.ts'),
  route('tyyli', 'routes/style-guide.tsx'),
  route('tyyli/ehdotukset', 'routes/style-guide-suggestions.ts'),

  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
