import { governanceReaders } from '#codes/governance';
import { outreachStaff, planReaders } from '#codes/outreach';

/** A main place: its address, its key in the namespace `navigation`, and the letter pressed after `g`. */
export type Place = { readonly to: string; readonly key: string; readonly letter: string };

/**
 * The main places by role, at most six, in the order of the work. A place is here only when its page is in
 * `routes.ts` (a test checks it). Add yours under the roles that use it.
 */
export const placesByRole: Readonly<Record<string, readonly Place[]>> = {
  client: [
    { to: '/my', key: 'my-path', letter: 'p' },
    { to: '/my/skills', key: 'my-skills', letter: 'o' },
    { to: '/my/jobs', key: 'my-jobs', letter: 't' },
    { to: '/my/introductions', key: 'introductions', letter: 'i' },
    { to: '/my/consents', key: 'my-consents', letter: 's' },
    { to: '/my/log', key: 'my-log', letter: 'l' },
  ],
  expert: [
    { to: '/clients', key: 'clients', letter: 'a' },
    { to: '/needs', key: 'needs', letter: 't' },
    { to: '/companies', key: 'companies', letter: 'y' },
    { to: '/introductions', key: 'introductions', letter: 'o' },
    { to: '/pilot', key: 'pilot', letter: 'l' },
    { to: '/programmes', key: 'programmes', letter: 'h' },
    { to: '/services', key: 'services', letter: 'v' },
  ],
  business: [
    { to: '/needs', key: 'needs', letter: 't' },
    { to: '/visit', key: 'visit', letter: 'k' },
    { to: '/companies', key: 'companies', letter: 'y' },
    { to: '/people', key: 'people', letter: 'i' },
    { to: '/introductions', key: 'introductions', letter: 'o' },
    { to: '/pilot', key: 'pilot', letter: 'l' },
    { to: '/services', key: 'services', letter: 'v' },
  ],
  employer: [
    { to: '/employer', key: 'employer', letter: 'o' },
    { to: '/employer/people', key: 'people', letter: 'i' },
  ],
  'area-manager': [
    { to: '/projects', key: 'projects', letter: 'h' },
    { to: '/pilot', key: 'pilot', letter: 'l' },
    { to: '/programmes', key: 'programmes', letter: 'o' },
    { to: '/needs', key: 'needs', letter: 't' },
    { to: '/supply-and-demand', key: 'supply', letter: 'k' },
    { to: '/intake', key: 'intake', letter: 'd' },
    { to: '/bodies', key: 'bodies', letter: 'p' },
  ],
  provider: [{ to: '/services', key: 'services', letter: 'v' }],
  'decision-maker': [
    { to: '/projects', key: 'projects', letter: 'h' },
    { to: '/pilot', key: 'pilot', letter: 'l' },
    { to: '/programmes', key: 'programmes', letter: 'o' },
    { to: '/supply-and-demand', key: 'supply', letter: 'k' },
    { to: '/bodies', key: 'bodies', letter: 'p' },
    { to: '/to-read', key: 'to-read', letter: 'u' },
    { to: '/bulletins', key: 'bulletins', letter: 'm' },
  ],
  board: [
    { to: '/bodies', key: 'bodies', letter: 'p' },
    { to: '/to-read', key: 'to-read', letter: 'u' },
    { to: '/projects', key: 'projects', letter: 'h' },
    { to: '/programmes', key: 'programmes', letter: 'o' },
    { to: '/supply-and-demand', key: 'supply', letter: 'k' },
    { to: '/intake', key: 'intake', letter: 'd' },
    { to: '/bulletins', key: 'bulletins', letter: 'm' },
  ],
  analyst: [
    { to: '/projects', key: 'projects', letter: 'h' },
    { to: '/pilot', key: 'pilot', letter: 'l' },
    { to: '/supply-and-demand', key: 'supply', letter: 'k' },
  ],
  project: [
    { to: '/projects', key: 'projects', letter: 'h' },
    { to: '/pilot', key: 'pilot', letter: 'l' },
    { to: '/programmes', key: 'programmes', letter: 'o' },
    { to: '/needs', key: 'needs', letter: 't' },
    { to: '/companies', key: 'companies', letter: 'y' },
    { to: '/supply-and-demand', key: 'supply', letter: 'k' },
    { to: '/intake', key: 'intake', letter: 'd' },
  ],
  controller: [{ to: '/projects', key: 'projects', letter: 'h' }],
  funder: [{ to: '/projects', key: 'projects', letter: 'h' }],
  dpo: [
    { to: '/log', key: 'log', letter: 'l' },
    { to: '/rules', key: 'rules', letter: 'n' },
  ],
  'access-admin': [
    { to: '/service', key: 'service', letter: 'v' },
    { to: '/rules', key: 'rules', letter: 'n' },
  ],
  comms: [
    { to: '/bulletins', key: 'bulletins', letter: 'm' },
    { to: '/questions', key: 'questions', letter: 'j' },
    { to: '/communication-plan', key: 'communication-plan', letter: 'v' },
    { to: '/bodies', key: 'bodies', letter: 'p' },
    { to: '/pilot', key: 'pilot', letter: 'l' },
    { to: '/programmes', key: 'programmes', letter: 'o' },
  ],
};

/** The first page, the same for all: what needs me now? */
export const homePlace: Place = { to: '/', key: 'home', letter: 'e' };

/** The main places of a role; a visitor has only the first page. */
export function placesOf(role: string | undefined): readonly Place[] {
  return [homePlace, ...(role === undefined ? [] : (placesByRole[role] ?? []))];
}

/** The page of everything else that a role may read; it stands after the main places, and `g x` opens it. */
export const morePlace: Place = { to: '/more', key: 'more', letter: 'x' };

/** A place on the page of everything else, under its group; `roles` absent: everybody who has signed in. */
type MorePlace = {
  readonly to: string;
  readonly key: string;
  readonly group: 'working' | 'deciding' | 'telling' | 'public';
  readonly roles?: readonly string[];
};

const everyMore: readonly MorePlace[] = [
  { to: '/services', key: 'services', group: 'working' },
  { to: '/events', key: 'events', group: 'working' },
  { to: '/bodies', key: 'bodies', group: 'deciding', roles: governanceReaders },
  { to: '/to-read', key: 'to-read', group: 'deciding' },
  { to: '/bulletins', key: 'bulletins', group: 'telling' },
  { to: '/questions', key: 'questions', group: 'telling', roles: outreachStaff },
  { to: '/communication-plan', key: 'communication-plan', group: 'telling', roles: planReaders },
  { to: '/public/minutes', key: 'public-minutes', group: 'public' },
  { to: '/public/bulletins', key: 'public-bulletins', group: 'public' },
  { to: '/public/questions', key: 'public-questions', group: 'public' },
  { to: '/public/reports', key: 'public-reports', group: 'public' },
];

/** What the header shows: the main places, and after them the page of everything else. */
export const menuOf = (role: string | undefined): readonly Place[] =>
  role === undefined ? placesOf(role) : [...placesOf(role), morePlace];

/** What a role may read besides its main places, by group in the order of the work. */
export function moreOf(role: string): readonly { group: MorePlace['group']; places: readonly MorePlace[] }[] {
  const main = new Set(placesOf(role).map(({ to }) => to));
  const open = everyMore.filter(({ to, roles }) => !main.has(to) && (roles?.includes(role) ?? true));
  return (['working', 'deciding', 'telling', 'public'] as const)
    .map((group) => ({ group, places: open.filter((one) => one.group === group) }))
    .filter(({ places }) => places.length > 0);
}
