import { addDays, type Day } from '#kernel/days.ts';
import type { RoleState } from './codes.ts';

/** An account that nobody has signed in to for this long is told of. Days. */
export const inactiveDays = 90;

/** A role's period: both days belong to it, and an open end is none. */
export interface Period {
  readonly from: Day;
  readonly to: Day | undefined;
}

/** How a period stands on a day. */
export function stateOn({ from, to }: Period, day: Day): RoleState {
  if (to !== undefined && to < day) return 'ended';
  return from > day ? 'coming' : 'in-force';
}

/** Do the periods have a day in common? A period whose end is before its beginning has no days. */
export function overlap(a: Period, b: Period): boolean {
  const empty = ({ from, to }: Period) => to !== undefined && to < from;
  if (empty(a) || empty(b)) return false;
  return (a.to === undefined || b.from <= a.to) && (b.to === undefined || a.from <= b.to);
}

/** The last whole day of a role that ends at once: the next request finds it ended. */
export const endedNow = (today: Day): Day => addDays(today, -1);
