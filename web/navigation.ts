import type { Right } from '#access';
import type { Role } from '#kernel/viewer.ts';

/** A place of the menu: its address, its key in the namespace `navigation`, and the letter pressed after `g`. */
export type Place = { readonly to: string; readonly key: string; readonly letter: string };

/** A place with the right that opens it, and the group it stands in among the rest. */
type Offered = Place & { readonly right: Right | 'anybody'; readonly group: Group };
const groups = ['working', 'deciding', 'telling', 'public'] as const;
type Group = (typeof groups)[number];

const working = 'working';
/** Every place of the menu, in the order of the work. Whoever holds the right has the place; nobody else. */
const places: readonly Offered[] = [
  { to: '/my', key: 'my-path', letter: 'p', right: 'own-page:use', group: working },
  { to: '/my/skills', key: 'my-skills', letter: 'o', right: 'own-page:use', group: working },
  { to: '/my/jobs', key: 'my-jobs', letter: 't', right: 'own-page:use', group: working },
  { to: '/my/introductions', key: 'introductions', letter: 'i', right: 'own-page:use', group: working },
  { to: '/my/consents', key: 'my-consents', letter: 's', right: 'own-page:use', group: working },
  { to: '/my/log', key: 'my-log', letter: 'l', right: 'own-page:use', group: working },
  { to: '/my/data', key: 'my-data', letter: 'd', right: 'own-page:use', group: working },
  { to: '/employer', key: 'employer', letter: 'o', right: 'own-company:use', group: working },
  { to: '/employer/people', key: 'people', letter: 'i', right: 'introductions:answer', group: working },
  { to: '/clients', key: 'clients', letter: 'a', right: 'caseload:read', group: working },
  { to: '/teams', key: 'teams', letter: 'a', right: 'caseload:manage', group: working },
  { to: '/needs', key: 'needs', letter: 't', right: 'needs:list', group: working },
  { to: '/visit', key: 'visit', letter: 'k', right: 'needs:note', group: working },
  { to: '/companies', key: 'companies', letter: 'y', right: 'companies:list', group: working },
  { to: '/people', key: 'people', letter: 'i', right: 'consent:ask', group: working },
  { to: '/introductions', key: 'introductions', letter: 'o', right: 'introductions:write', group: working },
  { to: '/projects', key: 'projects', letter: 'h', right: 'projects:read', group: 'deciding' },
  { to: '/pilot', key: 'pilot', letter: 'l', right: 'figures:read', group: 'deciding' },
  { to: '/services', key: 'services', letter: 'v', right: 'services:read', group: working },
  { to: '/programmes', key: 'programmes', letter: 'm', right: 'programmes:read', group: 'deciding' },
  { to: '/supply-and-demand', key: 'supply', letter: 's', right: 'figures:read', group: working },
  { to: '/intake', key: 'intake', letter: 'd', right: 'intake:write', group: 'deciding' },
  { to: '/events', key: 'events', letter: 'f', right: 'events:read', group: working },
  { to: '/bodies', key: 'bodies', letter: 'p', right: 'bodies:read', group: 'deciding' },
  { to: '/bulletins', key: 'bulletins', letter: 'b', right: 'bulletins:read', group: 'telling' },
  { to: '/questions', key: 'questions', letter: 'j', right: 'questions:answer', group: 'telling' },
  {
    to: '/communication-plan',
    key: 'communication-plan',
    letter: 'c',
    right: 'communication-plan:read',
    group: 'telling',
  },
  { to: '/accounts', key: 'accounts', letter: 'u', right: 'accounts:write', group: working },
  { to: '/organisations', key: 'organisations', letter: 'q', right: 'colleagues:read', group: 'deciding' },
  { to: '/log', key: 'log', letter: 'r', right: 'log:search', group: working },
  { to: '/data-requests', key: 'data-requests', letter: 'z', right: 'data-requests:answer', group: working },
  { to: '/openings', key: 'openings', letter: 'x', right: 'openings:read', group: working },
  { to: '/retention', key: 'retention', letter: 'g', right: 'retention:review', group: working },
  { to: '/service', key: 'service', letter: 'w', right: 'service-state:read', group: working },
  { to: '/how-polku-counts', key: 'how-counted', letter: 'n', right: 'anybody', group: 'deciding' },
  { to: '/public/minutes', key: 'public-minutes', letter: '', right: 'anybody', group: 'public' },
  { to: '/public/bulletins', key: 'public-bulletins', letter: '', right: 'anybody', group: 'public' },
  { to: '/public/questions', key: 'public-questions', letter: '', right: 'anybody', group: 'public' },
  { to: '/public/reports', key: 'public-reports', letter: '', right: 'anybody', group: 'public' },
];

/** What stands first for those whose own work is not first in the order above. It opens nothing. */
const firstFor: Readonly<Partial<Record<Role, readonly string[]>>> = {
  'area-manager': ['projects', 'pilot', 'programmes', 'teams', 'needs', 'supply', 'intake', 'bodies'],
  'decision-maker': ['projects', 'pilot', 'programmes', 'supply', 'bodies', 'bulletins'],
  board: ['bodies', 'projects', 'programmes', 'supply', 'intake', 'bulletins'],
  project: ['projects', 'pilot', 'programmes', 'needs', 'companies', 'supply', 'intake'],
  comms: ['bulletins', 'questions', 'communication-plan', 'bodies', 'pilot', 'programmes'],
  dpo: ['log', 'openings', 'data-requests', 'retention', 'how-counted'],
  'access-admin': ['accounts', 'organisations', 'service', 'how-counted'],
  operator: ['service', 'how-counted'],
};

/** How many places the header shows besides the first page; the rest are folded after them. */
const mainPlaces = 7;

/** Who looks at the menu: the role for the order, and what it may for everything else. */
type Looker = { readonly role: Role; readonly may: (right: Right) => boolean };

function openTo({ role, may }: Looker): readonly Offered[] {
  const first = firstFor[role] ?? [];
  const rank = ({ key }: Offered) => (first.includes(key) ? first.indexOf(key) : first.length);
  return places
    .filter(({ right }) => right === 'anybody' || may(right))
    .toSorted((a, b) => rank(a) - rank(b));
}

/** The first page, the same for all: what needs me now? */
export const homePlace: Place = { to: '/', key: 'home', letter: 'e' };

/** The main places of a viewer; a visitor has only the first page. */
export const placesOf = (looker: Looker | undefined): readonly Place[] => [
  homePlace,
  ...(looker === undefined ? [] : openTo(looker).filter(isMain).slice(0, mainPlaces)).map(asPlace),
];

const isMain = ({ group }: Offered) => group !== 'public';
const asPlace = ({ to, key, letter }: Offered): Place => ({ to, key, letter });

/** What a viewer may open besides the main places, by group in the order of the work. */
export function moreOf(looker: Looker): readonly { group: Group; places: readonly Place[] }[] {
  const main = new Set(placesOf(looker).map(({ to }) => to));
  const open = openTo(looker).filter(({ to }) => !main.has(to));
  return groups
    .map((group) => ({ group, places: open.filter((place) => place.group === group).map(asPlace) }))
    .filter((found) => found.places.length > 0);
}
