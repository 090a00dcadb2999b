import { isVoting } from '../domain/membership.ts';

/** Seats that may be disqualified in an item, or have a vote in it. */
export const hasPartIn = (seat: Parameters<typeof isVoting>[0]): boolean =>
  isVoting(seat) || seat.capacity === 'deputy';
