import { describe, expect, it } from 'vitest';
import type { BoardRow } from '#programmes';
import { statesTold } from './states-told.ts';

const counts = { 'on-track': 2, done: 0, late: 1, stopped: 0 };
const told = { kind: 'told', counts };
const row = (...goals: object[][]) => [{ goals: goals.map((cells) => ({ cells })) }] as unknown as BoardRow[];
const periods = [{ period: '2026-I' }, { period: '2026-II' }];

describe('the trend of a board', () => {
  it('waits for the reports that have not come instead of falling', () => {
    for (const kind of ['coming', 'missing', 'closed'])
      expect(statesTold(row([told, told], [told, { kind }]), periods)).toEqual({
        told: [[counts, counts], undefined],
        waits: [{ period: '2026-II', reports: 1 }],
      });
  });
  it('does not wait for a goal that has nothing to report', () => {
    expect(statesTold(row([told, told], [told, { kind: 'none' }]), periods).told[1]).toEqual([counts]);
  });
  it('says nothing of a half-year of which nothing was told', () => {
    expect(statesTold(row([told, { kind: 'coming' }]), periods)).toEqual({
      told: [[counts], undefined],
      waits: [],
    });
  });
});
