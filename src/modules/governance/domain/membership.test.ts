import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '#kernel/days.ts';
import type { Presence } from './codes.ts';
import { type MemberRecord, quorumOf, seatsOn, votersOf } from './membership.ts';

const first: Day = '2026-01-01';
const instant = (day: number) => `${addDays(first, day)}T12:00:00.000Z`;

const seat = (memberId: string, more: Partial<MemberRecord> = {}): MemberRecord => ({
  memberId,
  capacity: 'member',
  validFrom: first,
  recordedAt: instant(0),
  ...more,
});

/** Something that a secretary does, on a day of the story. */
type Deed =
  | { what: 'appoint'; from: number }
  | { what: 'end'; whom: number; on: number }
  | { what: 'mistake'; whom: number };

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ what: fc.constant('appoint' as const), from: fc.integer({ min: -30, max: 30 }) }),
  fc.record({
    what: fc.constant('end' as const),
    whom: fc.nat(9),
    on: fc.integer({ min: -30, max: 30 }),
  }),
  fc.record({ what: fc.constant('mistake' as const), whom: fc.nat(9) }),
);

/** The records after the deeds of each day; the rules of the use case kept (one end, not before the beginning). */
function told(days: readonly (readonly Deed[])[], until: number): MemberRecord[] {
  const records: MemberRecord[] = [];
  for (let day = 0; day <= until && day < days.length; day += 1) {
    for (const deed of days[day]!) {
      if (deed.what === 'appoint') {
        const memberId = String(records.length);
        records.push(
          seat(memberId, { validFrom: addDays(first, day + deed.from), recordedAt: instant(day) }),
        );
        continue;
      }
      const at = records[deed.whom];
      if (!at || at.mistakenAt !== undefined) continue;
      if (deed.what === 'mistake') records[deed.whom] = { ...at, mistakenAt: instant(day) };
      else {
        const validTo = addDays(first, day + deed.on);
        if (at.validTo !== undefined || validTo < at.validFrom) continue;
        records[deed.whom] = { ...at, validTo, endRecordedAt: instant(day) };
      }
    }
  }
  return records;
}

describe('who sat in a body', () => {
  it('as it was known on a day, never changes by what is told later', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(deed, { maxLength: 4 }), { minLength: 1, maxLength: 12 }),
        fc.nat(11),
        fc.integer({ min: -40, max: 60 }),
        (days, knownDay, asked) => {
          const knownAt = new Date(instant(knownDay));
          const day = addDays(first, asked);
          const then = seatsOn(told(days, knownDay), day, knownAt).map((record) => record.memberId);
          const now = seatsOn(told(days, days.length), day, knownAt).map((record) => record.memberId);
          expect(now).toEqual(then);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('counts both ends of a seat', () => {
    const ended = seat('a', { validTo: '2026-03-31', endRecordedAt: instant(80) });
    const on = (day: Day) => seatsOn([ended], day, new Date(instant(200))).length;
    expect([on('2025-12-31'), on('2026-01-01'), on('2026-03-31'), on('2026-04-01')]).toEqual([0, 1, 1, 0]);
  });

  it('knew of no end before it was told', () => {
    const ended = seat('a', { validTo: '2026-01-31', endRecordedAt: instant(60) });
    expect(seatsOn([ended], '2026-02-15', new Date(instant(59)))).toHaveLength(1);
    expect(seatsOn([ended], '2026-02-15', new Date(instant(60)))).toHaveLength(0);
  });
});

describe('a quorum', () => {
  const day = '2026-11-20';
  const board = ['a', 'b', 'c', 'd', 'e'].map((name) => seat(name));
  const there = (...names: string[]) => new Map<string, Presence>(names.map((name) => [name, 'present']));

  it.each([
    [['a', 'b'], false],
    [['a', 'b', 'c'], true],
    [['a', 'b', 'c', 'd', 'e'], true],
  ] as const)('of five with %j: %s', (names, quorate) => {
    expect(quorumOf(board, there(...names), { day })).toMatchObject({ needed: 3, quorate });
  });

  it('counts a member at a distance, and not an expert or the secretary', () => {
    const seats = [...board, seat('x', { capacity: 'expert' }), seat('s', { capacity: 'secretary' })];
    const presence = new Map<string, Presence>([
      ['a', 'present'],
      ['b', 'remote'],
      ['x', 'present'],
      ['s', 'present'],
    ]);
    expect(quorumOf(seats, presence, { day })).toEqual({ present: 2, needed: 3, quorate: false });
  });

  it('takes a named deputy for the own member only, and a free one for anybody', () => {
    const seats = [
      ...board,
      seat('of-a', { capacity: 'deputy', deputyFor: 'a' }),
      seat('free', { capacity: 'deputy' }),
    ];
    expect(quorumOf(seats, there('a', 'b', 'of-a'), { day }).present).toBe(2);
    expect(quorumOf(seats, there('b', 'c', 'of-a'), { day }).present).toBe(3);
    expect(quorumOf(seats, there('b', 'c', 'of-a', 'free'), { day }).present).toBe(4);
    expect(quorumOf(seats, there('a', 'b', 'c', 'd', 'e', 'free'), { day }).present).toBe(5);
  });

  it('goes by the body’s own rule when it has one, and never without members', () => {
    expect(quorumOf(board, there('a', 'b'), { own: 2, day }).quorate).toBe(true);
    expect(quorumOf([], new Map(), { day }).quorate).toBe(false);
  });

  it('of a council is two thirds of it, of others more than half (410/2015, 103 §)', () => {
    const needed = (members: number, kind: 'council' | 'committee') =>
      quorumOf(
        Array.from({ length: members }, (_, at) => seat(`m${at}`)),
        new Map(),
        { kind, day },
      ).needed;
    expect([27, 43, 4].map((value) => needed(value, 'council'))).toEqual([18, 29, 3]);
    expect([13, 8, 1].map((value) => needed(value, 'committee'))).toEqual([7, 5, 1]);
  });

  it('leaves out who is disqualified, and takes the deputy instead', () => {
    const seats = [...board, seat('of-a', { capacity: 'deputy', deputyFor: 'a' })];
    const all = there('a', 'b', 'c', 'of-a');
    const voters = (...out: string[]) => votersOf(seats, all, new Set(out)).map((record) => record.memberId);
    expect(voters()).toEqual(['a', 'b', 'c']);
    expect(voters('a')).toEqual(['b', 'c', 'of-a']);
    expect(voters('a', 'of-a')).toEqual(['b', 'c']);
    expect(quorumOf(seats, all, { day }, new Set(['a', 'of-a'])).quorate).toBe(false);
  });

  it('is never lost when one more comes', () => {
    fc.assert(
      fc.property(
        fc.subarray(['a', 'b', 'c', 'd', 'e']),
        fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        (some, more) => {
          const before = quorumOf(board, there(...some), { day });
          const after = quorumOf(board, there(...some, more), { day });
          expect(after.present).toBeGreaterThanOrEqual(before.present);
          expect(after.present).toBeLessThanOrEqual(board.length);
        },
      ),
    );
  });
});
