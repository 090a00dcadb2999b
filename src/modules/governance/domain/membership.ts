import { type Day, isWithin } from '#kernel/days.ts';
import type { Capacity } from './kinds.ts';

/** A member with what is true (days) and since when it has been known (instants). */
export interface MemberRecord {
  readonly memberId: string;
  readonly capacity: Capacity;
  readonly validFrom: Day;
  readonly recordedAt: string;
  /** The last day; absent while it goes on. */
  readonly validTo?: Day | undefined;
  readonly endRecordedAt?: string | undefined;
  /** When it was found to be a mistake; from then on it was never so. */
  readonly mistakenAt?: string | undefined;
  readonly deputyFor?: string | undefined;
}

/**
 * Who sat in a body on a day, as it was known at an instant. What is recorded later (an appointment, an end, a mistake)
 * never changes what was known before, so minutes can be read with the eyes of their own time.
 */
export function seatsOn<M extends MemberRecord>(members: readonly M[], day: Day, knownAt: Date): M[] {
  const known = (instant: string | undefined) =>
    instant !== undefined && new Date(instant).getTime() <= knownAt.getTime();
  return members.filter(
    (member) =>
      known(member.recordedAt) &&
      !known(member.mistakenAt) &&
      isWithin(day, member.validFrom, known(member.endRecordedAt) ? member.validTo : undefined),
  );
}

export type Presence = 'present' | 'absent' | 'remote';

export interface Quorum {
  readonly present: number;
  readonly needed: number;
  readonly quorate: boolean;
}

const voting: readonly Capacity[] = ['chair', 'vice-chair', 'member'];

/**
 * Can the body decide? Voting members that are there, and deputies in the place of absent ones: a named deputy for the
 * own member only. Needed are as many as the body's own rule says, else more than half of its voting members.
 */
export function quorumOf(
  seats: readonly MemberRecord[],
  presence: ReadonlyMap<string, Presence>,
  ownRule?: number,
): Quorum {
  const there = (seat: MemberRecord) => (presence.get(seat.memberId) ?? 'absent') !== 'absent';
  const members = seats.filter((seat) => voting.includes(seat.capacity));
  const absent = new Set(members.filter((seat) => !there(seat)).map((seat) => seat.memberId));
  const deputies = seats.filter((seat) => seat.capacity === 'deputy' && there(seat));
  let replaced = 0;
  for (const deputy of deputies.filter((one) => one.deputyFor !== undefined))
    if (absent.delete(deputy.deputyFor!)) replaced += 1;
  const free = deputies.filter((one) => one.deputyFor === undefined).length;
  replaced += Math.min(free, absent.size);
  const present = members.filter(there).length + replaced;
  const needed = ownRule ?? Math.floor(members.length / 2) + 1;
  return { present, needed, quorate: members.length > 0 && present >= needed };
}
