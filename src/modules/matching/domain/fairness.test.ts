import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { before, type Ranked } from './engine.ts';
import { type Circumstances, fairList, fairnessTerms, fairScore, gini, mostFairness } from './fairness.ts';
import { scoreOfPoint, weights, weightsVersions } from './weights.ts';

const ranked = fc
  .array(
    fc.record({
      score: fc.integer({ min: 0, max: 60_000 }),
      missing: fc.integer({ min: 0, max: 2 }),
    }),
    { maxLength: 60 },
  )
  .map((pairs) =>
    pairs
      .map(
        ({ score, missing }, at): Ranked => ({
          id: `v${String(at).padStart(3, '0')}`,
          score,
          missing,
          standing: missing === 0 ? 'fits' : 'short',
          fields: 31,
        }),
      )
      .sort(before),
  );
const circumstance = fc.record({
  places: fc.integer({ min: 1, max: 4 }),
  approaches: fc.nat(40),
  silent: fc.boolean(),
});
const around = (list: readonly Ranked[], each: readonly Omit<Circumstances, 'vacancyId'>[]) =>
  new Map(list.map(({ id }, at) => [id, { vacancyId: id, ...each[at % each.length]! }]));
const given = fc.tuple(ranked, fc.array(circumstance, { minLength: 1, maxLength: 60 }));

describe('the terms of fairness', () => {
  it.each([
    ['nobody has come', { places: 1, approaches: 0, silent: false }, []],
    ['four for one place', { places: 1, approaches: 4, silent: false }, []],
    ['the fifth for one place', { places: 1, approaches: 5, silent: false }, ['congestion 2']],
    ['nine for two places', { places: 2, approaches: 9, silent: false }, []],
    ['seven for one place', { places: 1, approaches: 7, silent: false }, ['congestion 6']],
    ['a crowd', { places: 1, approaches: 90, silent: false }, ['congestion 12']],
    ['a silent employer', { places: 1, approaches: 1, silent: true }, ['silence 6']],
    ['a crowd at a silent one', { places: 1, approaches: 90, silent: true }, ['congestion 12', 'silence 6']],
  ])('when %s', (_when, of, expected) => {
    const told = (version: (typeof weightsVersions)[number]) =>
      fairnessTerms({ vacancyId: 'v', ...of }, version).map(({ kind, points }) => `${kind} ${points}`);
    expect(told(weights)).toEqual(expected);
    expect(told(weightsVersions[0]!)).toEqual([]);
  });

  it('at nothing leave the list as it is', () => {
    fc.assert(
      fc.property(given, ([list, each]) => {
        const fair = fairList(list, around(list, each), weightsVersions[0]!);
        expect(fair.map(({ terms: _terms, ...pair }) => pair)).toEqual(list);
      }),
    );
  });

  it('lose nobody, leave scores alone, and cost the first place at most the sum of the terms', () => {
    fc.assert(
      fc.property(given, ([list, each]) => {
        const fair = fairList(list, around(list, each), weights);
        const plain = fair.map(({ terms: _terms, ...pair }) => pair);
        expect(plain.toSorted(before)).toEqual(list);
        if (list.length === 0) return;
        const lost = (list[0]!.score - fair[0]!.score) / scoreOfPoint;
        expect(lost).toBeLessThanOrEqual(mostFairness(weights));
        const head = fair.slice(0, weights.fairness.among).map(fairScore);
        expect(head).toEqual(head.toSorted((a, b) => b - a));
      }),
    );
  });

  it('never lower a job that nobody has come to, unless its employer is silent', () => {
    fc.assert(
      fc.property(given, ([list, each]) => {
        const all = around(list, each);
        const fair = fairList(list, all, weights);
        for (const { id, terms } of fair) {
          const { approaches, silent } = all.get(id)!;
          if (approaches === 0 && !silent) expect(terms).toEqual([]);
        }
        const untouched = fair.filter(({ terms }) => terms.length === 0);
        for (const pair of untouched) {
          const above = (order: readonly Ranked[]) => order.findIndex(({ id }) => id === pair.id);
          expect(above(fair)).toBeLessThanOrEqual(above(list));
        }
      }),
    );
  });

  it('touch nobody who has too few other choices', () => {
    fc.assert(
      fc.property(given, ([list, each]) => {
        const few = list.filter((pair, at) => pair.standing !== 'fits' || at < 2);
        const fitting = few.filter(({ standing }) => standing === 'fits').length;
        fc.pre(fitting <= weights.fairness.otherChoices - 1);
        expect(fairList(few, around(few, each), weights).every(({ terms }) => terms.length === 0)).toBe(true);
      }),
    );
  });
});

describe('the Gini coefficient', () => {
  it.each([
    [[], 0],
    [[0, 0], 0],
    [[3, 3, 3], 0],
    [[0, 0, 0, 8], 0.75],
    [[1, 2, 3, 4], 0.25],
  ])('of %j is %d', (amounts, expected) => {
    expect(gini(amounts)).toBeCloseTo(expected, 10);
  });
});
