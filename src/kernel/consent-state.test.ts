import { describe, expect, it } from 'vitest';
import { type ConsentInstants, endsAt, isInForce, stateOf } from './consent-state.ts';

const consent = (more: Partial<ConsentInstants> = {}): ConsentInstants => ({
  step: 1,
  givenAt: '2026-11-01T10:00:00Z',
  validTo: '2026-12-01T22:00:00Z',
  withdrawnAt: null,
  base: null,
  eventClosesAt: null,
  ...more,
});
const base = { givenAt: '2026-10-01T10:00:00Z', validTo: '2026-11-20T22:00:00Z', withdrawnAt: null };
const second = (more: Partial<ConsentInstants> = {}) => consent({ step: 2, base, ...more });
const at = (instant: string, of: ConsentInstants) => stateOf(of, new Date(instant));

describe('where a consent stands', () => {
  it.each<[string, string, ConsentInstants, string]>([
    ['just before it is given', '2026-11-01T09:59:59.999Z', consent(), 'not-begun'],
    ['at the instant of giving', '2026-11-01T10:00:00Z', consent(), 'in-force'],
    ['just before its end', '2026-12-01T21:59:59.999Z', consent(), 'in-force'],
    ['at its end', '2026-12-01T22:00:00Z', consent(), 'ended'],
    ['withdrawn', '2026-11-02T10:00:00Z', consent({ withdrawnAt: '2026-11-02T10:00:00Z' }), 'withdrawn'],
    [
      'withdrawn, also when it has ended since',
      '2027-01-01T10:00:00Z',
      consent({ withdrawnAt: '2026-11-02T10:00:00Z' }),
      'withdrawn',
    ],
    ['a first step needs no other', '2026-11-21T10:00:00Z', consent({ base }), 'in-force'],
    ['a second step on a first one', '2026-11-20T21:59:59.999Z', second(), 'in-force'],
    ['a second step whose first has ended by time', '2026-11-20T22:00:00Z', second(), 'fallen'],
    [
      'a second step whose first was withdrawn',
      '2026-11-02T10:00:00Z',
      second({ base: { ...base, withdrawnAt: '2026-11-02T09:00:00Z' } }),
      'fallen',
    ],
    [
      'a second step whose first begins at this instant',
      '2026-11-02T10:00:00Z',
      second({ base: { ...base, givenAt: '2026-11-02T10:00:00Z' } }),
      'in-force',
    ],
    [
      'a second step whose first has not begun',
      '2026-11-02T10:00:00Z',
      second({ base: { ...base, givenAt: '2026-11-02T10:00:01Z' } }),
      'fallen',
    ],
    ['a second step on nothing', '2026-11-02T10:00:00Z', second({ base: null }), 'fallen'],
    [
      'just before the event closes',
      '2026-11-10T15:59:59.999Z',
      second({ eventClosesAt: '2026-11-10T16:00:00Z' }),
      'in-force',
    ],
    [
      'when the event closes, also before the time it was given until',
      '2026-11-10T16:00:00Z',
      second({ eventClosesAt: '2026-11-10T16:00:00Z' }),
      'event-closed',
    ],
  ])('%s', (_what, instant, of, state) => {
    expect(at(instant, of)).toBe(state);
    expect(isInForce(of, new Date(instant))).toBe(state === 'in-force');
  });

  it('ends by itself at the first of its own end, its first step’s and the event’s', () => {
    expect(endsAt(consent())).toBe('2026-12-01T22:00:00Z');
    expect(endsAt(second())).toBe(base.validTo);
    expect(endsAt(second({ validTo: '2026-11-10T22:00:00Z' }))).toBe('2026-11-10T22:00:00Z');
    expect(endsAt(second({ eventClosesAt: '2026-11-09T16:00:00Z' }))).toBe('2026-11-09T16:00:00Z');
    expect(endsAt(second({ eventClosesAt: '2026-12-09T16:00:00Z' }))).toBe(base.validTo);
  });
});
