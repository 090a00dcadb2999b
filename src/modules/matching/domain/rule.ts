import type { Day } from '#kernel/days.ts';
import { explain, type PartOfScore } from './explanation.ts';
import { everyField, type Need, type OccupationFacts, type Profile } from './profile.ts';
import { type Weights, weightsOn, weightsVersions } from './weights.ts';

/** A value of the weights by its way in them: `shares.essential`. */
export interface WeightValue {
  readonly path: string;
  readonly value: number;
}

/** Every number of the weights, in their order, without version and day. */
export function weightValues({ version: _version, from: _from, ...weights }: Weights): WeightValue[] {
  const walk = (value: object, path: string): WeightValue[] =>
    Object.entries(value).flatMap(([key, inner]) => {
      const at = path === '' ? key : `${path}.${key}`;
      return typeof inner === 'number' ? [{ path: at, value: inner }] : walk(inner, at);
    });
  return walk(weights, '');
}

export interface WeightDifference {
  readonly path: string;
  readonly before: number;
  readonly after: number;
}

/** What one version changed of another. */
export function weightDifferences(before: Weights, after: Weights): WeightDifference[] {
  const old = new Map(weightValues(before).map(({ path, value }) => [path, value]));
  return weightValues(after).flatMap(({ path, value }) => {
    const was = old.get(path) ?? 0;
    return was === value ? [] : [{ path, before: was, after: value }];
  });
}

/** A version as a page tells it: since when, and what it changed of the one before it. */
export interface RuleVersion {
  readonly version: number;
  readonly from: Day;
  readonly inForce: boolean;
  readonly changed: readonly WeightDifference[];
}

/** The versions of the rule, the newest first, as they stand on a day. */
export function ruleVersions(today: Day): RuleVersion[] {
  const now = weightsOn(today);
  return weightsVersions
    .map((weights, at) => ({
      version: weights.version,
      from: weights.from,
      inForce: weights === now,
      changed: at === 0 ? [] : weightDifferences(weightsVersions[at - 1]!, weights),
    }))
    .reverse();
}

/**
 * The example of the page: somebody who has done the work of a neighbouring occupation for four years, against a need of a
 * sheet-metal welder. The names are keys of the page's texts.
 */
const exampleFacts: OccupationFacts = {
  isco: (uri) => ({ 'sheet-metal-welder': '7213', welder: '7212' })[uri],
  essentialOf: () => [],
  groupsOf: (uri) => ({ tig: ['welding', 'metal'], mig: ['welding', 'metal'] })[uri] ?? [],
};
export const exampleNeed: Need = {
  occupationUri: 'sheet-metal-welder',
  essential: ['tig', 'drawings', 'measuring'],
  optional: ['robot'],
  languages: [],
  licences: [],
  workingTimes: [],
  hidden: false,
  live: true,
};
export const exampleProfile: Profile = {
  id: 'example',
  skills: [
    { uri: 'mig', level: 3 },
    { uri: 'drawings', level: 2 },
    { uri: 'measuring', level: 3 },
  ],
  occupations: [{ uri: 'welder', years: 4 }],
  languages: [],
  licences: [],
  wishOccupations: ['sheet-metal-welder'],
  workingTimes: [],
  travelArea: [],
  sharings: [],
};

/** The worked example by these weights: the points of each part, and of the whole. */
export function workedExample(weights: Weights): { points: number; parts: readonly PartOfScore[] } {
  const { points, parts } = explain(
    exampleProfile,
    exampleNeed,
    weights.from,
    everyField,
    exampleFacts,
    weights,
  );
  return { points, parts };
}
