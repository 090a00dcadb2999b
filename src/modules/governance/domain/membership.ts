import { ruleOn } from '#kernel/dated-rules.ts';
import { type Day, isWithin } from '#kernel/days.ts';
import { rules } from '#kernel/rules.ts';
import type { BodyKind, Capacity, Presence } from './codes.ts';

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

export interface Quorum {
  readonly present: number;
  readonly needed: number;
  readonly quorate: boolean;
}

const voting: readonly Capacity[] = ['chair', 'vice-chair', 'member'];
export const isVoting = (seat: MemberRecord): boolean => voting.includes(seat.capacity);

/**
 * Who has a vote: voting members that are there, and deputies in the place of those who are not: a named deputy for the
 * own member only, a free one for anybody. Who is disqualified in an item is not there for it.
 */
export function votersOf<M extends MemberRecord>(
  seats: readonly M[],
  presence: ReadonlyMap<string, Presence>,
  disqualified: ReadonlySet<string> = new Set(),
): M[] {
  const there = (seat: MemberRecord) =>
    (presence.get(seat.memberId) ?? 'absent') !== 'absent' && !disqualified.has(seat.memberId);
  const members = seats.filter(isVoting);
  const absent = new Set(members.filter((seat) => !there(seat)).map((seat) => seat.memberId));
  const deputies = seats.filter((seat) => seat.capacity === 'deputy' && there(seat));
  const named = deputies.filter(
    (deputy) => deputy.deputyFor !== undefined && absent.delete(deputy.deputyFor),
  );
  const free = deputies.filter((deputy) => deputy.deputyFor === undefined).slice(0, absent.size);
  return [...members.filter(there), ...named, ...free];
}

/** How many voting members must be there: the body's own rule, else the share that the law asks of a body of its kind. */
export function neededOf(
  members: number,
  of: { readonly own?: number | undefined; readonly kind?: BodyKind | undefined; readonly day: Day },
): number {
  if (of.own !== undefined) return of.own;
  const rule = of.kind === 'council' ? rules.councilQuorum : rules.bodyQuorum;
  return ruleOn(rule.versions, of.day).value.share === 'two-thirds'
    ? Math.ceil((members * 2) / 3)
    : Math.floor(members / 2) + 1;
}

/** Can the body decide? `of` is the body's own rule, its kind, and the day of the meeting. */
export function quorumOf(
  seats: readonly MemberRecord[],
  presence: ReadonlyMap<string, Presence>,
  of: Parameters<typeof neededOf>[1],
  disqualified?: ReadonlySet<string>,
): Quorum {
  const members = seats.filter(isVoting).length;
  const present = votersOf(seats, presence, disqualified).length;
  const needed = neededOf(members, of);
  return { present, needed, quorate: members > 0 && present >= needed };
}
