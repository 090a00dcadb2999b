import type { Need, OccupationFacts, Profile } from './profile.ts';
import { fullScore, type Weights } from './weights.ts';

/**
 * A sparse vector of whole numbers: concept → weight. Keys: `s:` skill, `g:` group of skills, `o:` occupation, `i4:` … ISCO
 * group, `w:` wish.
 */
export type Vector = ReadonlyMap<string, number>;

/** Is the concept a wish, which only those may use to whom wishes are shared? */
export const isWish = (key: string): boolean => key.startsWith('w');

/**
 * What a person brings, each concept 0 … 10: named skills by level, held occupations with the groups above them, the
 * skills that a held occupation always needs (presumed), and wished occupations.
 */
export function personVector(profile: Profile, facts: OccupationFacts, weights: Weights): Vector {
  const vector = new Map<string, number>();
  const raise = (key: string, to: number) => {
    if (to > (vector.get(key) ?? 0)) vector.set(key, to);
  };
  const raiseSkill = (uri: string, to: number) => {
    raise(`s:${uri}`, to);
    for (const group of groupsAbove(uri, facts, weights)) raise(`g:${group.uri}`, to);
  };
  for (const skill of profile.skills) raiseSkill(skill.uri, weights.strength[skill.level]);
  for (const { uri, years } of profile.occupations) {
    const full = years >= weights.fullYears;
    const strength = full ? 10 : 5;
    raise(`o:${uri}`, strength);
    const isco = facts.isco(uri);
    if (isco) for (const digits of [4, 3, 2]) raise(groupKey(isco, digits), strength);
    if (full) for (const skill of facts.essentialOf(uri)) raiseSkill(skill, weights.strength.presumed);
  }
  for (const uri of profile.wishOccupations) {
    raise(`w:${uri}`, 10);
    const isco = facts.isco(uri);
    if (isco) raise(`w3:${isco.slice(0, 3)}`, 10);
  }
  return vector;
}

/** The parts that a score is made of. */
export const scoreParts = ['essential', 'occupation', 'optional', 'wish'] as const;
export type ScorePart = (typeof scoreParts)[number];

/** One concept of a need and its weight in one part of the score. */
export interface Weighed {
  readonly part: ScorePart;
  readonly key: string;
  readonly weight: number;
}

/**
 * What a need is worth, part by part and concept by concept, so that somebody who has everything at ten scores `fullScore`
 * or a little under it (weights are rounded down). Parts that the need lacks are shared out among the others.
 */
export function needWeights(need: Need, facts: OccupationFacts, weights: Weights): Weighed[] {
  const { shares, nearness, wish } = weights;
  const essential = [...new Set(need.essential)];
  const optional = [...new Set(need.optional)].filter((uri) => !essential.includes(uri));
  const present =
    (essential.length > 0 ? shares.essential : 0) +
    (optional.length > 0 ? shares.optional : 0) +
    (need.occupationUri ? shares.occupation + shares.wish : 0);
  if (present === 0) return [];
  const weighed: Weighed[] = [];
  const add = (part: ScorePart, key: string, of: number, by: number) => {
    weighed.push({ part, key, weight: Math.floor((fullScore * shares[part] * of) / (10 * present * by)) });
  };
  const addSkill = (part: 'essential' | 'optional', uri: string, among: number) => {
    const groups = groupsAbove(uri, facts, weights);
    const above = groups.reduce((sum, group) => sum + group.cover, 0);
    add(part, `s:${uri}`, 100 - above, among * 100);
    for (const group of groups) add(part, `g:${group.uri}`, group.cover, among * 100);
  };
  for (const uri of essential) addSkill('essential', uri, essential.length);
  for (const uri of optional) addSkill('optional', uri, optional.length);
  if (need.occupationUri) {
    const isco = facts.isco(need.occupationUri);
    add('occupation', `o:${need.occupationUri}`, nearness.same, 10);
    add('wish', `w:${need.occupationUri}`, wish.same, 10);
    if (isco) {
      add('occupation', groupKey(isco, 4), nearness.four, 10);
      add('occupation', groupKey(isco, 3), nearness.three, 10);
      add('occupation', groupKey(isco, 2), nearness.two, 10);
      add('wish', `w3:${isco.slice(0, 3)}`, wish.three, 10);
    }
  }
  return weighed;
}

/** What a need is worth, concept by concept: the weights of its parts together. */
export function needVector(need: Need, facts: OccupationFacts, weights: Weights): Vector {
  const vector = new Map<string, number>();
  for (const { key, weight } of needWeights(need, facts, weights))
    vector.set(key, (vector.get(key) ?? 0) + weight);
  return vector;
}

/** The score of a pair: the sum of the products, a whole number. Wishes only count when they may be read. */
export function scoreOf(person: Vector, need: Vector, wishes: boolean): number {
  let sum = 0;
  for (const [key, weight] of need) {
    if (wishes || !isWish(key)) sum += weight * (person.get(key) ?? 0);
  }
  return sum;
}

/** The groups above a skill that count, nearest first, with what each covers of the skill's part, of a hundred. */
export function groupsAbove(
  uri: string,
  facts: OccupationFacts,
  weights: Weights,
): { uri: string; cover: number }[] {
  const [group, above] = facts.groupsOf(uri);
  const { cover } = weights;
  const groups: { uri: string; cover: number }[] = [];
  if (group !== undefined && cover.group > 0) groups.push({ uri: group, cover: cover.group });
  if (above !== undefined && above !== group && cover.above > 0)
    groups.push({ uri: above, cover: cover.above });
  return groups;
}

/** Key of the ISCO-08 group of so many digits. */
export function groupKey(isco: string, digits: number): string {
  return `i${digits}:${isco.slice(0, digits)}`;
}
