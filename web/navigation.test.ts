import { expect, test } from 'vitest';
import fi from './i18n/fi/navigation.json' with { type: 'json' };
import { placesByRole, placesOf } from './navigation.ts';
import routes from './routes.ts';

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

test.each(Object.keys(placesByRole))(
  'the main places of %s have a page, a word and a letter of their own',
  (role) => {
    const places = placesOf(role);
    const known = addresses(routes as readonly Entry[]);
    expect(places.filter(({ to }) => !known.includes(to)).map(({ to }) => to)).toEqual([]);
    expect(places.filter(({ key }) => !(key in fi)).map(({ key }) => key)).toEqual([]);
    expect(new Set(places.map(({ letter }) => letter)).size).toBe(places.length);
    expect(places.length).toBeLessThanOrEqual(8);
  },
);
