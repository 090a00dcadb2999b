import { index, type RouteConfig, route } from '@react-router/dev/routes';

/**
 * Every page of Polku, by hand and in one list: address, then file. Add a feature's pages under a line with its name.
 * Addresses are in Finnish, as the users read them. `*` stays last.
 */
export default [
  index('routes/home.tsx'),

  // About the service
  route('saavutettavuus', 'routes/accessibility.tsx'),
  route('tietosuoja', 'routes/privacy.tsx'),
  route('nappaimet', 'routes/keyboard.tsx'),
  route('kieli', 'routes/language.ts'),
  route('tyyli', 'routes/style-guide.tsx'),
  route('tyyli/ehdotukset', 'routes/style-guide-suggestions.ts'),

  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
