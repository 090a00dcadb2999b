import { expect, test } from 'vitest';
import { governanceReaders } from '#codes/governance';
import { outreachStaff, planReaders } from '#codes/outreach';
import { roles } from '#kernel/viewer.ts';
import fi from './i18n/fi/navigation.json' with { type: 'json' };
import { moreOf, morePlace, placesByRole, placesOf } from './navigation.ts';
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

test.each(roles)('what %s may read of decisions and communication is one or two presses away', (role) => {
  const more = moreOf(role).flatMap(({ places }) => places);
  const known = addresses(routes as readonly Entry[]);
  expect([morePlace, ...more].filter(({ to }) => !known.includes(to)).map(({ to }) => to)).toEqual([]);
  expect([morePlace, ...more].filter(({ key }) => !(key in fi)).map(({ key }) => key)).toEqual([]);
  expect(more.filter(({ key }) => !(key in fi['about-place'])).map(({ key }) => key)).toEqual([]);
  expect(placesOf(role).map(({ letter }) => letter)).not.toContain(morePlace.letter);
  const reached = new Set([...placesOf(role), ...more].map(({ to }) => to));
  const reads = (list: readonly string[]) => list.includes(role);
  expect({
    bodies: reached.has('/bodies'),
    questions: reached.has('/questions'),
    plan: reached.has('/communication-plan'),
  }).toEqual({
    bodies: reads(governanceReaders),
    questions: reads(outreachStaff),
    plan: reads(planReaders),
  });
  for (const to of ['/bulletins', '/to-read', '/public/questions', '/public/minutes'])
    expect(reached).toContain(to);
});
