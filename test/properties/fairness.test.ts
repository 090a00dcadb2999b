import { describe, expect, it } from 'vitest';
import { simulateMonth, withoutFairness } from '../../bench/fairness-world.ts';
import { mostFairness } from '../../src/modules/matching/domain/fairness.ts';
import { weights } from '../../src/modules/matching/domain/weights.ts';

/** The effect that ADR 0017 promises, in months simulated with several seeds. */
describe('the terms of fairness, over a simulated month', () => {
  it.each(['a', 'b', 'c', 'd'])('share approaches more evenly (%s)', (seed) => {
    const world = { seed, people: 300, jobs: 100, rounds: 3 };
    const before = simulateMonth(withoutFairness(weights), world);
    const after = simulateMonth(weights, world);
    expect(before.lostAtMost).toBe(0);
    expect(after.gini).toBeLessThan(before.gini * 0.8);
    expect(after.mostForAPlace).toBeLessThan(before.mostForAPlace);
    expect(after.untouched).toBeLessThanOrEqual(before.untouched);
    expect(after.lostAtMost).toBeLessThanOrEqual(mostFairness(weights));
    expect(after.lostOnAverage).toBeLessThan(3);
  });
});
