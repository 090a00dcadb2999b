import type { Day } from '#kernel/days.ts';
import type { Cell } from '#kernel/small-numbers.ts';

/** The figures by which a pilot is followed, in the order in which people pass them. */
export const personFigures = [
  'invited',
  'joined',
  'mapped',
  'consented',
  'introduced',
  'interviewed',
  'employed',
] as const;
export type PersonFigure = (typeof personFigures)[number];
export const figures = [...personFigures, 'companies-helped'] as const;
export type Figure = (typeof figures)[number];

/** Where a figure comes from: key of its words under `insight:formula.<figure>`, and the facts it counts. */
export const factOf: Record<Figure, string> = {
  invited: 'pilots.member.invited_on',
  joined: 'pilots.member.joined_on',
  mapped: 'skills.mapping.completed_on',
  consented: 'consents.consent (step 1, in force)',
  introduced: 'introductions.introduction',
  interviewed: 'introductions.step (interview, hired)',
  employed: 'clients.outcome (employed)',
  'companies-helped': 'companies.action',
};

/** The features by which people are broken down, and companies. */
export const personBreakdowns = ['age_band', 'language_group', 'municipality_code'] as const;
export type PersonBreakdown = (typeof personBreakdowns)[number];

/** One breakdown of a figure as it was told, with the day of the release; no rows when it has not been told. */
export interface Breakdown {
  by: PersonBreakdown | 'kind' | 'size_class';
  day: Day | undefined;
  rows: { key: string; cell: Cell }[];
}

/**
 * What was promised against what is, in per cent of the target: 23 of 40 is 57.5. Undefined without a target.
 */
export function shareOfTarget(actual: number, target: number | undefined): number | undefined {
  return target === undefined || target === 0 ? undefined : Math.round((actual * 1_000) / target) / 10;
}

/** Median of days; undefined of nothing. Even numbers of days give the mean of the middle two. */
export function median(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
