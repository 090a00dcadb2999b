import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countOf, rangesOf, tellable } from '#releases';
import type { GroupCounts, SupplyAndDemand } from '../domain/supply-demand.ts';
import { groupKey, lackKey, supplyDraft } from './supply-release.ts';

const limit = 5;
const groups = (available: Record<string, number>): SupplyAndDemand['here'] =>
  Object.entries(available).map(([code, people]): [string, GroupCounts] => [
    code,
    { available: people, fitting: 0, needs: 1, hidden: 0, places: 1, without: 0 },
  ]);
const table = (
  available: Record<string, number>,
  skills: SupplyAndDemand['skills'] = [],
): SupplyAndDemand => ({
  here: groups(available),
  everywhere: [],
  skills,
  licences: [],
});
const toldOf = async (tables: Map<string, SupplyAndDemand>) =>
  (await tellable(supplyDraft(tables, limit), [], limit)).told;

it('a place is not told where few are left of everywhere', async () => {
  const told = await toldOf(
    new Map([
      ['', table({ '': 34, 7: 20 })],
      ['491', table({ '': 31, 7: 12 })],
      ['178', table({ '': 9 })],
    ]),
  );
  // 34 everywhere and 31 in Mikkeli would tell of the three who do not go there.
  expect(told.get(groupKey('available', '491', ''))).toBeUndefined();
  expect(told.get(groupKey('available', '', ''))).toBe(34);
  expect(told.get(groupKey('available', '491', '7'))).toBe(12);
  expect(told.get(groupKey('available', '178', ''))).toBe(9);
});

it('what most often is missing is told of five people and more', async () => {
  const told = await toldOf(
    new Map([
      [
        '',
        table({ '': 34 }, [
          { key: 'first-aid', people: 6, needs: 2 },
          { key: 'tig', people: 4, needs: 1 },
        ]),
      ],
    ]),
  );
  expect(told.get(lackKey('', 'skills', 'first-aid'))).toBe(6);
  expect(told.has(lackKey('', 'skills', 'tig'))).toBe(false);
});

it('of any table every hidden count keeps five numbers, and the next release tells no small change', async () => {
  const people = fc.integer({ min: 0, max: 25 });
  const world = fc.record({ a: people, b: people, c: people, here: people });
  const of = ({ a, b, c, here }: { a: number; b: number; c: number; here: number }) =>
    new Map([
      ['', table({ '': a + b + c, 7: a + b, 71: a, 72: b, 5: c })],
      ['491', table({ '': Math.min(here, a + b + c), 7: Math.min(here, a + b) })],
    ]);
  await fc.assert(
    fc.asyncProperty(world, world, async (first, second) => {
      const draft = supplyDraft(of(first), limit);
      const { told, held } = await tellable(draft, [], limit);
      expect(held).toEqual([]);
      const hidden = [...told].filter(([, value]) => value === undefined).map(([key]) => countOf(key));
      for (const [key, { low, high }] of await rangesOf({ counts: told, relations: draft.relations }, hidden))
        expect([key, high - low + 1 >= limit]).toEqual([key, true]);
      const earlier = [{ day: '2026-11-01', counts: told, relations: draft.relations }];
      const next = await tellable(supplyDraft(of(second), limit), earlier, limit);
      for (const [key, value] of next.told) {
        const before = told.get(key);
        if (before !== undefined && value !== undefined)
          expect(Math.abs(value - before)).toBeGreaterThanOrEqual(limit);
      }
    }),
    { numRuns: 15 },
  );
});
