import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#kernel/days.ts';
import { mayMove, remindersDue, states, turnOf } from './introduction.ts';

describe('a silent employer', () => {
  // Introduced on Friday 20.11.2026: working day 2 is Tuesday 24th, 5 is Friday 27th, 6 is Monday 30th.
  it.each([
    ['2026-11-20', 'employer', 0, '2026-11-24', 'reminder'],
    ['2026-11-23', 'employer', 1, '2026-11-24', 'reminder'],
    ['2026-11-24', 'employer', 2, '2026-11-27', 'reminder'],
    ['2026-11-27', 'employer', 5, '2026-11-30', 'adviser-task'],
    ['2026-11-29', 'employer', 5, '2026-11-30', 'adviser-task'],
    ['2026-11-30', 'adviser', 6, undefined, undefined],
  ])('on %s the turn is with the %s after %i working days', (today, holder, workingDays, nextOn, nextIs) => {
    expect(turnOf('waiting', '2026-11-20', today)).toMatchObject({ holder, workingDays });
    expect(turnOf('waiting', '2026-11-20', today).nextOn).toBe(nextOn);
    expect(turnOf('waiting', '2026-11-20', today).nextIs).toBe(nextIs);
  });

  it.each([
    ['2026-11-23', [], []],
    ['2026-11-24', [], [2]],
    ['2026-11-25', [2], []],
    ['2026-11-27', [2], [5]],
    ['2026-11-30', [2, 5], [6]],
    ['2026-12-15', [], [2, 5, 6]],
    ['2026-12-15', [2, 5, 6], []],
  ])('on %s, with %j taken, %j is due', (today, taken, due) => {
    expect(remindersDue('2026-11-20', today, taken)).toEqual(due);
  });

  it('is reminded of each step once, whatever the days on which the work runs', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(30), { minLength: 1 }), (days) => {
        const taken: number[] = [];
        for (const day of days.toSorted((a, b) => a - b))
          taken.push(...remindersDue('2026-12-22', addDays('2026-12-22', day), taken));
        expect(new Set(taken).size).toBe(taken.length);
        expect(taken).toEqual([2, 5, 6].slice(0, taken.length));
      }),
    );
  });
});

it.each([
  ['waiting', ['interview', 'hired', 'not-chosen', 'withdrawn']],
  ['interview', ['hired', 'not-chosen', 'withdrawn']],
  ['hired', []],
  ['not-chosen', []],
  ['withdrawn', []],
] as const)('from %s it may go to %j', (from, to) => {
  expect(states.filter((state) => mayMove(from, state))).toEqual(to);
});

it.each([
  ['hired', 'nobody'],
  ['not-chosen', 'nobody'],
  ['withdrawn', 'nobody'],
  ['interview', 'employer'],
] as const)('%s has its turn with %s, and nothing happens by itself', (state, holder) => {
  expect(turnOf(state, '2026-11-20', '2026-12-20')).toEqual({
    holder,
    sinceDay: '2026-11-20',
    workingDays: 20,
  });
});
