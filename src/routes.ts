import { index, layout, type RouteConfig, type RouteConfigEntry, route } from '@react-router/dev/routes';
import { moved } from '../web/moved.ts';
import accounts from './modules/accounts/pages/routes.ts';
import clients from './modules/clients/pages/routes.ts';
import companies from './modules/companies/pages/routes.ts';
import consents from './modules/consents/pages/routes.ts';
import events from './modules/events/pages/routes.ts';
import governance from './modules/governance/pages/routes.ts';
import intake from './modules/intake/pages/routes.ts';
import introductions from './modules/introductions/pages/routes.ts';
import matching from './modules/matching/pages/routes.ts';
import networks from './modules/networks/pages/routes.ts';
import openings from './modules/openings/pages/routes.ts';
import outreach from './modules/outreach/pages/routes.ts';
import pilots from './modules/pilots/pages/routes.ts';
import privacy from './modules/privacy/pages/routes.ts';
import programmes from './modules/programmes/pages/routes.ts';
import projects from './modules/projects/pages/routes.ts';
import skills from './modules/skills/pages/routes.ts';
import vacancies from './modules/vacancies/pages/routes.ts';
import vocabulary from './modules/vocabulary/pages/routes.ts';

const rooms: readonly RouteConfigEntry[] = [
  ...clients,
  ...skills,
  ...consents,
  ...vocabulary,
  ...companies,
  ...vacancies,
  ...matching,
  ...events,
  ...introductions,
  ...networks,
  ...openings,
  ...pilots,
  ...governance,
  ...projects,
  ...privacy,
  ...programmes,
  ...outreach,
  ...intake,
  ...accounts,
];

/** A page of one person, whichever room it is in: it has the banner that says whose it is. */
const isOfPerson = ({ path }: RouteConfigEntry) => path?.startsWith('clients/:clientId') === true;

/** Every page of Polku: each room lists its own; here are the pages that belong to no room. `*` stays last. */
export default [
  index('pages/home.tsx'),
  route('help', 'pages/help.tsx'),
  route('help/:guide', 'pages/guides/guide.tsx'),
  route('api', 'pages/api-docs.tsx'),
  route('language', 'pages/language.ts'),
  route('style-guide', 'pages/style-guide.tsx'),
  route('style-guide/suggestions', 'pages/style-guide-suggestions.ts'),
  route('how-polku-counts', 'pages/how-counted.tsx'),
  ...rooms.filter((page) => !isOfPerson(page)),
  layout('modules/clients/pages/person-layout.tsx', rooms.filter(isOfPerson)),
  ...Object.keys(moved).map((before) =>
    route(before.slice(1), 'pages/moved.ts', { id: `moved from ${before}` }),
  ),
  route('*', 'pages/not-found.tsx'),
] satisfies RouteConfig;
