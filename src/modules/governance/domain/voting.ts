import type { BallotChoice, CounterKind, ItemResult } from './codes.ts';
import { results } from './codes.ts';

export interface Tally {
  readonly for: number;
  readonly against: number;
  readonly blank: number;
  readonly absent: number;
}

/** How one seat voted. */
export interface Ballot {
  readonly memberId: string;
  readonly choice: BallotChoice;
}

/** A vote on a matter: the proposal (jaa) against one counter-proposal (ei). */
export interface Vote extends Tally {
  readonly voteId: string;
  readonly proposal: string;
  readonly counter: string;
  readonly counterKind: CounterKind;
  /** What the chair voted, needed on a tie only. */
  readonly chairChoice?: 'for' | 'against';
  /** By seat; empty when only the numbers are known. */
  readonly ballots: readonly Ballot[];
}

export interface VoteOutcome {
  readonly won: 'for' | 'against';
  /** The votes were even, and the chair's decided. */
  readonly byChair: boolean;
}

/**
 * Which side won: most votes, and on a tie the side that the chair voted for (Municipalities Act 410/2015, 104 §).
 * Undefined on a tie without the chair's vote. Elections are decided by lot and are not counted here.
 */
export function outcomeOf(vote: Pick<Vote, 'for' | 'against' | 'chairChoice'>): VoteOutcome | undefined {
  if (vote.for !== vote.against) return { won: vote.for > vote.against ? 'for' : 'against', byChair: false };
  return vote.chairChoice && { won: vote.chairChoice, byChair: true };
}

/** Counts ballots by choice. */
export function tallyOf(ballots: readonly Ballot[]): Tally {
  const count = (choice: BallotChoice) => ballots.filter((ballot) => ballot.choice === choice).length;
  return {
    for: count('for'),
    against: count('against'),
    blank: count('blank'),
    absent: count('absent'),
  };
}

const resultOf: Readonly<Record<CounterKind, ItemResult>> = {
  'other-words': 'accepted-changed',
  reject: 'rejected',
  table: 'tabled',
  return: 'returned',
};

/**
 * What may be noted as the result after the votes: when the last one went against the proposal, what its counter-proposal
 * stands for; else anything but a rejection, tabling or return that lost. Without votes everything.
 */
export function resultsAfter(votes: readonly Vote[]): readonly ItemResult[] {
  const last = votes.at(-1);
  const outcome = last && outcomeOf(last);
  if (!last || !outcome) return results;
  if (outcome.won === 'against') return [resultOf[last.counterKind]];
  return last.counterKind === 'other-words'
    ? results
    : results.filter((result) => result !== resultOf[last.counterKind]);
}

/** Did a seat vote for the side that lost in any of the votes? It may then record a dissenting opinion (106 §). */
export function lostWith(votes: readonly Vote[], memberId: string): boolean {
  return votes.some((vote) => {
    const choice = vote.ballots.find((ballot) => ballot.memberId === memberId)?.choice;
    const outcome = outcomeOf(vote);
    return (choice === 'for' || choice === 'against') && outcome !== undefined && choice !== outcome.won;
  });
}
