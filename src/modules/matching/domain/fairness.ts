import type { Ranked } from './engine.ts';
import { scoreOfPoint, type Weights } from './weights.ts';

/** What has already happened around a need, as counts; nobody is named. */
export interface Circumstances {
  readonly vacancyId: string;
  readonly places: number;
  /** Other people who have been introduced to the need or say that they are interested. */
  readonly approaches: number;
  /** Has the employer left an introduction without an answer past the dated limit? */
  readonly silent: boolean;
}

/** Why a job stands lower in a list than its score says, in whole points. */
export interface FairnessTerm {
  readonly kind: 'congestion' | 'silence';
  readonly points: number;
}

/** A pair in a list with what moved it; the score is untouched. */
export interface FairlyRanked extends Ranked {
  readonly terms: readonly FairnessTerm[];
}

/** The terms of one need. Congestion begins at a number of people for a place that no single person can be told from. */
export function fairnessTerms(of: Circumstances, { fairness }: Weights): FairnessTerm[] {
  const { from, points, most } = fairness.congestion;
  const perPlace = Math.floor(of.approaches / Math.max(1, of.places));
  const terms: FairnessTerm[] = [
    { kind: 'congestion', points: Math.min(most, points * Math.max(0, perPlace - from + 1)) },
    { kind: 'silence', points: of.silent ? fairness.silence.points : 0 },
  ];
  return terms.filter((term) => term.points > 0);
}

/** The most that any job can be moved down, in points. */
export function mostFairness({ fairness }: Weights): number {
  return fairness.congestion.most + fairness.silence.points;
}

/** Points that a list is ordered by: the score less the terms, in units of the score. */
export function fairScore({ score, terms }: FairlyRanked): number {
  return score - terms.reduce((sum, { points }) => sum + points, 0) * scoreOfPoint;
}

/**
 * A person's best jobs, each lowered by its terms and put in order again (ties as they stood). A job is lowered only for
 * somebody who has enough other jobs where nothing is missing. What comes in must be in the order of the score; those
 * after the first `among` are left where they are.
 */
export function fairList(
  ranked: readonly Ranked[],
  circumstances: ReadonlyMap<string, Circumstances>,
  weights: Weights,
): FairlyRanked[] {
  const { among, otherChoices } = weights.fairness;
  const fitting = ranked.filter(({ standing }) => standing === 'fits').length;
  const withTerms = ranked.map((pair, at): FairlyRanked => {
    const others = fitting - (pair.standing === 'fits' ? 1 : 0);
    const of = circumstances.get(pair.id);
    const lowered = at < among && others >= otherChoices && of !== undefined;
    return { ...pair, terms: lowered ? fairnessTerms(of, weights) : [] };
  });
  const head = withTerms.slice(0, among).sort((a, b) => fairScore(b) - fairScore(a));
  return [...head, ...withTerms.slice(among)];
}

/** How unevenly something is shared, from 0 (all have the same) towards 1 (one has it all). 0 when there is nothing. */
export function gini(amounts: readonly number[]): number {
  const sorted = amounts.toSorted((a, b) => a - b);
  const total = sorted.reduce((sum, amount) => sum + amount, 0);
  if (total === 0) return 0;
  const weighed = sorted.reduce((sum, amount, at) => sum + (at + 1) * amount, 0);
  return (2 * weighed) / (sorted.length * total) - (sorted.length + 1) / sorted.length;
}
