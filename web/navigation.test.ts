import { describe, expect, it } from 'vitest';
import { can, type Right } from '#access';
import { type Role, roles } from '#kernel/viewer.ts';
import routes from '../src/routes.ts';
import { readTexts } from '../src/texts/files.ts';
import { moreOf, placesOf } from './navigation.ts';

type Entry = {
  readonly path?: string | undefined;
  readonly index?: boolean | undefined;
  readonly children?: readonly Entry[] | undefined;
};

function addresses(entries: readonly Entry[], above = ''): string[] {
  return entries.flatMap((entry) => {
    const here = entry.path === undefined ? above : `${above}/${entry.path}`;
    return [here === '' ? '/' : here, ...addresses(entry.children ?? [], here)];
  });
}

const fi = readTexts().fi.navigation ?? {};
const known = addresses(routes as readonly Entry[]);
const looker = (role: Role) => ({ role, may: (right: Right) => can(role, right) });

/** Said again here, so that a place that slips out of the menu is noticed: the page, and the right that its use cases ask. */
const opens: readonly (readonly [string, Right])[] = [
  ['/my', 'own-page:use'],
  ['/employer', 'own-company:use'],
  ['/clients', 'caseload:read'],
  ['/needs', 'needs:list'],
  ['/visit', 'needs:note'],
  ['/companies', 'companies:list'],
  ['/people', 'consent:ask'],
  ['/introductions', 'introductions:write'],
  ['/projects', 'projects:read'],
  ['/pilot', 'figures:read'],
  ['/supply-and-demand', 'figures:read'],
  ['/programmes', 'programmes:read'],
  ['/intake', 'intake:write'],
  ['/bodies', 'bodies:read'],
  ['/questions', 'questions:answer'],
  ['/communication-plan', 'communication-plan:read'],
  ['/log', 'log:search'],
  ['/openings', 'openings:read'],
  ['/service', 'service-state:read'],
];

describe.each(roles)('the menu of %s', (role) => {
  const main = placesOf(looker(role));
  const more = moreOf(looker(role)).flatMap(({ places }) => places);
  const reached = new Set([...main, ...more].map(({ to }) => to));

  it('leads to pages that are there, each with its word and a letter of its own', () => {
    const shown = [...main, ...more];
    expect(shown.filter(({ to }) => !known.includes(to)).map(({ to }) => to)).toEqual([]);
    expect(shown.filter(({ key }) => !(key in fi)).map(({ key }) => key)).toEqual([]);
    const letters = main.map(({ letter }) => letter);
    expect(new Set(letters).size).toBe(letters.length);
    expect(main.length).toBeLessThanOrEqual(8);
  });

  it('leads to everything that the role may do, and to nothing that it may not', () => {
    for (const [to, right] of opens)
      expect({ to, shown: reached.has(to) }).toEqual({ to, shown: can(role, right) });
  });

  it('leads everybody to what is everybody’s', () => {
    for (const to of [
      '/services',
      '/events',
      '/bulletins',
      '/public/questions',
      '/public/minutes',
      '/how-polku-counts',
    ])
      expect(reached).toContain(to);
  });
});

it('a visitor has the first page alone', () => {
  expect(placesOf(undefined).map(({ to }) => to)).toEqual(['/']);
});
