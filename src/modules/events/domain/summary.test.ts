import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { euros } from '#kernel/money.ts';
import { type CostLine, chainBefore, summaryOf, sumsOf } from './summary.ts';

const event = (
  kind: 'regional' | 'information',
  costs: CostLine[],
  state: 'planned' | 'held' | 'cancelled' = 'planned',
) => ({
  kind,
  state,
  costs,
});

describe('events against what was promised', () => {
  it('EVT-01: exactly four planned, 14 000 € (3 500 € on average), used beside planned (003:101, 003:133)', () => {
    const four = Array.from({ length: 4 }, () =>
      event('regional', [{ kind: 'venue', plannedCents: euros(3_500) }]),
    );
    expect(summaryOf(four)).toEqual({
      planned: 4,
      held: 0,
      plannedCents: euros(14_000),
      usedCents: undefined,
      leftCents: euros(14_000),
      averageCents: euros(3_500),
    });
    const row = event(
      'regional',
      [{ kind: 'venue', plannedCents: euros(3_500), usedCents: euros(3_420) }],
      'held',
    );
    expect(summaryOf([row, ...four.slice(1)])).toMatchObject({
      held: 1,
      usedCents: euros(3_420),
      leftCents: euros(10_580),
    });
  });
  it('EVT-06: four information events, 2 000 € of publicity (003:103, 003:141)', () => {
    const four = Array.from({ length: 4 }, () =>
      event('information', [{ kind: 'publicity', plannedCents: euros(500) }]),
    );
    expect(summaryOf(four)).toMatchObject({ planned: 4, plannedCents: euros(2_000) });
  });
  it('a cancelled event is no longer promised, but what it used stays used', () => {
    const lines: CostLine[] = [{ kind: 'venue', plannedCents: 1_000, usedCents: 300 }];
    expect(summaryOf([event('regional', lines), event('regional', lines, 'cancelled')])).toMatchObject({
      planned: 1,
      plannedCents: 1_000,
      usedCents: 600,
    });
  });
  it('a blank is blank: no line tells a sum, no sum', () => {
    expect(sumsOf([{ kind: 'other' }])).toEqual({ plannedCents: undefined, usedCents: undefined });
    expect(sumsOf([{ kind: 'other', usedCents: 0 }])).toEqual({ plannedCents: undefined, usedCents: 0 });
  });
});

describe('what changed from last time (EVT-03)', () => {
  const all = [1, 2, 3, 4].map((at) => ({
    eventId: `e${at}`,
    followsId: at === 1 ? undefined : `e${at - 1}`,
  }));
  it('the fourth event shows the three before it, the first of them first', () =>
    expect(chainBefore(all[3]!, all).map(({ eventId }) => eventId)).toEqual(['e1', 'e2', 'e3']));
  it('ends in any world, also in a circle', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd');
    fc.assert(
      fc.property(
        fc.array(fc.record({ eventId: id, followsId: fc.option(id, { nil: undefined }) })),
        (links) =>
          links.every((link) => {
            const chain = chainBefore(link, links).map(({ eventId }) => eventId);
            return new Set(chain).size === chain.length && !chain.includes(link.eventId);
          }),
      ),
    );
  });
});
