import type { Day } from '#kernel/days.ts';

/**
 * The weights by which a person and a need are compared, as data. A change is a new version with its day; old ones stay,
 * so that an old list can be explained. The page that a leadership group reads is this room's README.
 */
export interface Weights {
  readonly version: number;
  readonly from: Day;
  /** How strongly a person has a skill, of ten: by the level of the mapping, or presumed from a held occupation. */
  readonly strength: {
    readonly 1: number;
    readonly 2: number;
    readonly 3: number;
    readonly presumed: number;
  };
  /** Years in an occupation that make it fully counted; below them it counts half and presumes no skills. */
  readonly fullYears: number;
  /** Parts of the whole, of a thousand. A part that a need lacks is shared out among the others in proportion. */
  readonly shares: {
    readonly essential: number;
    readonly optional: number;
    readonly occupation: number;
    readonly wish: number;
  };
  /** Of the part for the occupation, of ten: the same one, and the same ISCO-08 group by its digits. */
  readonly nearness: {
    readonly same: number;
    readonly four: number;
    readonly three: number;
    readonly two: number;
  };
  /** Of the part for the wish, of ten: the occupation itself, and the same three-digit group. */
  readonly wish: { readonly same: number; readonly three: number };
  /**
   * Of the part for one skill, of a hundred: the skill itself, another of the group right above it, and of the group above
   * that. A skill in no group gives all of its part by itself.
   */
  readonly cover: { readonly same: number; readonly group: number; readonly above: number };
  /** What moves a job down a person's list, in whole points of a hundred; the score itself stays as it is (ADR 0017). */
  readonly fairness: Fairness;
}

/** Terms that keep everybody from being sent to the same few jobs. All zeros: the list is in the order of the score. */
export interface Fairness {
  /** So many of the person's best jobs are looked at together. */
  readonly among: number;
  /** Only for a person who has at least so many other jobs where nothing is missing. */
  readonly otherChoices: number;
  /** Points for each person, from the `from`th for a place, who has been introduced or is interested; `most` in all. */
  readonly congestion: { readonly from: number; readonly points: number; readonly most: number };
  /** Points for an employer that has left an introduction without an answer past the dated limit. */
  readonly silence: { readonly points: number };
}

export const weightsVersions: readonly Weights[] = [
  {
    version: 1,
    from: '2026-11-01',
    strength: { 1: 6, 2: 8, 3: 10, presumed: 5 },
    fullYears: 1,
    shares: { essential: 600, optional: 100, occupation: 250, wish: 50 },
    nearness: { same: 4, four: 3, three: 2, two: 1 },
    wish: { same: 6, three: 4 },
    cover: { same: 100, group: 0, above: 0 },
    fairness: {
      among: 40,
      otherChoices: 3,
      congestion: { from: 5, points: 0, most: 0 },
      silence: { points: 0 },
    },
  },
  {
    version: 2,
    from: '2026-11-25',
    strength: { 1: 6, 2: 8, 3: 10, presumed: 5 },
    fullYears: 1,
    shares: { essential: 600, optional: 100, occupation: 250, wish: 50 },
    nearness: { same: 4, four: 3, three: 2, two: 1 },
    wish: { same: 6, three: 4 },
    cover: { same: 80, group: 15, above: 5 },
    fairness: {
      among: 40,
      otherChoices: 3,
      congestion: { from: 5, points: 2, most: 12 },
      silence: { points: 6 },
    },
  },
];

/** The newest weights, in force or about to be. */
export const weights: Weights = weightsVersions.at(-1)!;

/** The weights in force on a day; before the first version there is nothing else than it. */
export function weightsOn(day: Day): Weights {
  return weightsVersions.findLast(({ from }) => from <= day) ?? weightsVersions[0]!;
}

/** A version by its number, also a past one; undefined when there has been none. */
export function findWeights(version: number): Weights | undefined {
  return weightsVersions.find((weights) => weights.version === version);
}

/** The score of somebody who has everything: all sums are whole numbers from 0 to this, so that one fits in sixteen bits. */
export const fullScore = 60_000;

/** A point of a hundred, in the units of the score. */
export const scoreOfPoint = fullScore / 100;

/** Licences that a short course or a test gives: when missing, the way to the job is one step, not a wall. */
export const oneStepLicences: ReadonlySet<string> = new Set([
  'hygiene-passport',
  'alcohol-passport',
  'allergen-passport',
  'occupational-safety-card',
  'hot-work-card',
  'roofing-hot-work-card',
  'road-safety-card-1',
  'road-safety-card-2',
  'water-work-card',
  'emergency-first-aid',
  'first-aid-1',
  'first-aid-2',
  'first-aid-electricity',
  'electrical-work-safety',
  'forklift',
  'aerial-platform',
  'slinger',
  'driver-card',
  'medication-permit',
  'vaccination-permit',
]);

/** A wider licence holds the narrower ones. */
export const widerLicences: Readonly<Record<string, readonly string[]>> = {
  'driving-ce': ['driving-c', 'driving-c1', 'driving-be', 'driving-b'],
  'driving-c': ['driving-c1', 'driving-b'],
  'driving-c1': ['driving-b'],
  'driving-d': ['driving-d1', 'driving-b'],
  'driving-d1': ['driving-b'],
  'driving-be': ['driving-b'],
  'first-aid-2': ['first-aid-1', 'emergency-first-aid'],
  'first-aid-1': ['emergency-first-aid'],
  'road-safety-card-2': ['road-safety-card-1'],
  'electrical-s1': ['electrical-s2', 'electrical-s3'],
  'electrical-s2': ['electrical-s3'],
  'nurse-registration': ['practical-nurse-registration'],
};
