import { addDays, type Day, daysBetween } from '#kernel/days.ts';

export const states = ['found', 'confirmed', 'offered', 'filled', 'lapsed', 'published'] as const;
export type State = (typeof states)[number];
export const certainties = ['talk', 'needed', 'now'] as const;
export type Certainty = (typeof certainties)[number];
export const workingTimes = [
  'full-time',
  'part-time',
  'day',
  'evening',
  'night',
  'weekend',
  'shift',
  'remote',
] as const;
export const cefrLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;

/** A talk that nobody has confirmed in so many days needs the adviser. */
export const daysUntilStale = 14;

const moves: Readonly<Record<State, readonly State[]>> = {
  found: ['confirmed', 'filled', 'lapsed'],
  confirmed: ['confirmed', 'offered', 'published', 'filled', 'lapsed'],
  offered: ['confirmed', 'published', 'filled', 'lapsed'],
  published: ['published', 'filled', 'lapsed'],
  filled: ['confirmed'],
  lapsed: ['confirmed'],
};

/** The states that a need can move to; to the same one means that it was verified again. */
export function movesFrom(state: State): readonly State[] {
  return moves[state];
}

/** Neither filled nor lapsed. */
export function isLive(state: string): boolean {
  return state !== 'filled' && state !== 'lapsed';
}

/** Until when a need is believed unless somebody says otherwise: 90 days, or 30 days from its first day. */
export function validUntil(today: Day, startsOn: Day | undefined): Day {
  const usual = addDays(today, 90);
  const fromStart = startsOn ? addDays(startsOn, 30) : usual;
  return daysBetween(usual, fromStart) > 0 ? fromStart : usual;
}

export type Attention = 'expired' | 'read-from-words' | 'talk-unconfirmed' | 'to-verify' | undefined;

/** Why a need waits for the adviser on a day, if it does. */
export function attentionOf(
  need: { state: string; certainty: string; verifiedOn: Day; validTo: Day; readFromWords: boolean },
  today: Day,
): Attention {
  if (!isLive(need.state)) return undefined;
  if (need.validTo < today) return 'expired';
  if (need.readFromWords) return 'read-from-words';
  if (need.state === 'found' && need.verifiedOn <= addDays(today, -daysUntilStale)) return 'talk-unconfirmed';
  if (need.verifiedOn <= addDays(today, -60)) return 'to-verify';
  return undefined;
}
