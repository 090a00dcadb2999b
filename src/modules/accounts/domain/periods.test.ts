import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, type Day } from '#kernel/days.ts';
import { endedNow, overlap, type Period, stateOn } from './periods.ts';

const start = '2026-01-01' as Day;
const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays(start, days));
const period: fc.Arbitrary<Period> = fc.record({ from: day, to: fc.option(day, { nil: undefined }) });
const days = Array.from({ length: 80 }, (_, at) => addDays(start, at));

describe('a role’s period', () => {
  test.each([
    ['2026-11-20', undefined, 'in-force'],
    ['2026-11-20', '2026-11-20', 'in-force'],
    ['2026-11-21', undefined, 'coming'],
    ['2026-01-01', '2026-11-19', 'ended'],
    ['2026-11-20', endedNow('2026-11-20' as Day), 'ended'],
  ] as const)('from %s to %s stands on 20.11. as %s', (from, to, state) => {
    expect(stateOn({ from: from as Day, to: to as Day | undefined }, '2026-11-20' as Day)).toBe(state);
  });

  it('overlaps another exactly when there is a day on which both are in force', () => {
    fc.assert(
      fc.property(period, period, (a, b) => {
        const common = days.some((one) => stateOn(a, one) === 'in-force' && stateOn(b, one) === 'in-force');
        return overlap(a, b) === common;
      }),
    );
  });
});
