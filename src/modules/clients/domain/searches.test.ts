import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#kernel/days.ts';
import { goesOn, whyNotStart } from './searches.ts';

const today = '2026-11-18';

describe('a period of job search', () => {
  it.each([
    [{}, false],
    [{ searchStartedOn: '2026-11-18' }, true],
    [{ searchStartedOn: '2026-11-19' }, false],
    [{ searchStartedOn: '2026-09-01', searchEndedOn: '2026-11-18' }, false],
    [{ searchStartedOn: '2026-09-01', searchEndedOn: '2026-11-19' }, true],
  ])('%o goes on: %s', (period, expected) => {
    expect(goesOn(period, today)).toBe(expected);
  });

  it.each([
    [{}, today, undefined],
    [{}, '2026-11-19', 'search-in-future'],
    [{ searchStartedOn: '2026-09-01' }, today, 'search-goes-on'],
    [{ searchStartedOn: '2026-09-01', searchEndedOn: '2026-12-01' }, today, 'search-goes-on'],
    [{ searchStartedOn: '2026-09-01', searchEndedOn: '2026-11-10' }, '2026-11-09', 'search-overlaps'],
    [{ searchStartedOn: '2026-09-01', searchEndedOn: '2026-11-10' }, '2025-12-29', 'search-overlaps'],
    [{ searchStartedOn: '2026-09-01', searchEndedOn: '2026-11-10' }, '2026-11-10', undefined],
  ])('after %o a new one from %s: %s', (last, startedOn, expected) => {
    expect(whyNotStart(last, startedOn, today)).toBe(expected);
  });

  it('one that may begin never shares a day with the last', () => {
    const day = fc.integer({ min: -600, max: 60 }).map((days) => addDays(today, days));
    fc.assert(
      fc.property(day, day, day, (one, other, startedOn) => {
        const [searchStartedOn, searchEndedOn] = [one, other].sort();
        if (whyNotStart({ searchStartedOn, searchEndedOn }, startedOn, today) !== undefined) return;
        expect(goesOn({ searchStartedOn, searchEndedOn }, startedOn)).toBe(false);
        expect(goesOn({ searchStartedOn, searchEndedOn }, today)).toBe(false);
      }),
    );
  });
});
