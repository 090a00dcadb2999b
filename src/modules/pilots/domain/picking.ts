import { ageOn, type Day, monthsBetween } from '#kernel/days.ts';
import { createRandom } from '#kernel/random.ts';
import type { Bar } from './codes.ts';

/**
 * What is weighed when a pilot group is picked (document 003:123: young people and people of foreign background are
 * weighted, with enough education or skill, whose potential would otherwise stay hidden). Nothing of a special category
 * is read: of background only the mother tongue, as the statistics have it.
 */
export const criteria = [
  'young',
  'other-language',
  'education',
  'skills',
  'hidden-potential',
  'long-search',
] as const;
export type Criterion = (typeof criteria)[number];
export type Weights = Readonly<Record<Criterion, number>>;

/** The weights a picking starts from; whole numbers from 0 to 10, all of them changeable on the page. */
export const startingWeights: Weights = {
  young: 5,
  'other-language': 5,
  education: 3,
  skills: 3,
  'hidden-potential': 4,
  'long-search': 2,
};

export interface Candidate {
  clientId: string;
  birthDate: Day;
  nativeLanguage: string;
  educationLevel: string;
  searchStartedOn: Day;
  caseOpen: boolean;
  latestOutcome: string | null;
  skillCount: number;
  introductions: number;
  inPilot: boolean;
}

export type { Bar } from './codes.ts';

export interface Pick {
  clientId: string;
  chosen: boolean;
  /** 1 is the first; those barred come last with rank 0. */
  rank: number;
  /** Sum of weight × degree; a degree is 0 to 100. */
  points: number;
  bar?: Bar;
  /** What gave points, the most first. */
  reasons: { criterion: Criterion; degree: number; points: number }[];
}

/**
 * Picks a group: points by the weights, ties by the seed. The same candidates, weights, seed and day give the same
 * list. Every candidate is in the result, with the reasons for and the bar against.
 */
export function pickGroup(
  candidates: readonly Candidate[],
  weights: Weights,
  size: number,
  seed: number,
  today: Day,
): Pick[] {
  const random = createRandom(seed);
  const lots = candidates
    .toSorted((a, b) => (a.clientId < b.clientId ? -1 : 1))
    .map((candidate) => ({ candidate, lot: random.next() }));
  const weighed = lots.map(({ candidate, lot }) => ({ lot, ...weigh(candidate, weights, today) }));
  const able = weighed
    .filter((each) => each.bar === undefined)
    .sort((a, b) => b.points - a.points || a.lot - b.lot);
  const barred = weighed.filter((each) => each.bar !== undefined);
  return [
    ...able.map(({ lot: _lot, ...pick }, i) => ({ ...pick, rank: i + 1, chosen: i < size })),
    ...barred.map(({ lot: _lot, ...pick }) => ({ ...pick, rank: 0, chosen: false })),
  ];
}

function weigh(candidate: Candidate, weights: Weights, today: Day): Omit<Pick, 'rank' | 'chosen'> {
  const degrees = degreesOf(candidate, today);
  const reasons = criteria
    .map((criterion) => ({
      criterion,
      degree: degrees[criterion],
      points: degrees[criterion] * weights[criterion],
    }))
    .filter((reason) => reason.points > 0)
    .sort((a, b) => b.points - a.points);
  const bar = barOf(candidate, today);
  return {
    clientId: candidate.clientId,
    points: reasons.reduce((sum, reason) => sum + reason.points, 0),
    reasons,
    ...(bar ? { bar } : {}),
  };
}

function barOf(candidate: Candidate, today: Day): Bar | undefined {
  const age = ageOn(candidate.birthDate, today);
  if (candidate.inPilot) return 'in-pilot';
  if (!candidate.caseOpen) return 'no-open-case';
  if (candidate.latestOutcome && candidate.latestOutcome !== 'closer-to-work') return 'has-outcome';
  if (age < 18) return 'under-18';
  return age > 64 ? 'over-64' : undefined;
}

/** How far each criterion holds, 0 to 100. */
export function degreesOf(candidate: Candidate, today: Day): Record<Criterion, number> {
  const age = ageOn(candidate.birthDate, today);
  const months = Math.max(0, monthsBetween(candidate.searchStartedOn, today));
  const educated = educationDegrees[candidate.educationLevel] ?? 0;
  const skilled = Math.min(100, candidate.skillCount * 10);
  return {
    young: age < 25 ? 100 : age < 30 ? 80 : 0,
    'other-language': ['fi', 'sv', 'se'].includes(candidate.nativeLanguage) ? 0 : 100,
    education: educated,
    skills: skilled,
    'hidden-potential':
      candidate.introductions === 0
        ? Math.round((Math.max(educated, skilled) * Math.min(months, 12)) / 12)
        : 0,
    'long-search': Math.min(100, Math.round((months * 100) / 24)),
  };
}

const educationDegrees: Record<string, number> = {
  'upper-secondary': 70,
  'post-secondary': 80,
  'lower-tertiary': 100,
  'upper-tertiary': 100,
};
