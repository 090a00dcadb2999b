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

/**
 * What a need is worth, concept by concept, so that somebody who has everything at ten scores `fullScore` or a little
 * under it (weights are rounded down). Parts that the need lacks are shared out among the others.
 */
export function needVector(need: Need, facts: OccupationFacts, weights: Weights): Vector {
  const vector = new Map<string, number>();
  const { shares, nearness, wish } = weights;
  const essential = [...new Set(need.essential)];
  const optional = [...new Set(need.optional)].filter((uri) => !essential.includes(uri));
  const present =
    (essential.length > 0 ? shares.essential : 0) +
    (optional.length > 0 ? shares.optional : 0) +
    (need.occupationUri ? shares.occupation + shares.wish : 0);
  if (present === 0) return vector;
  const part = (share: number, of: number, by: number) =>
    Math.floor((fullScore * share * of) / (10 * present * by));
  const add = (key: string, weight: number) => vector.set(key, (vector.get(key) ?? 0) + weight);
  const addSkill = (uri: string, share: number, among: number) => {
    const groups = groupsAbove(uri, facts, weights);
    const above = groups.reduce((sum, group) => sum + group.cover, 0);
    add(`s:${uri}`, part(share, 100 - above, among * 100));
    for (const group of groups) add(`g:${group.uri}`, part(share, group.cover, among * 100));
  };
  for (const uri of essential) addSkill(uri, shares.essential, essential.length);
  for (const uri of optional) addSkill(uri, shares.optional, optional.length);
  if (need.occupationUri) {
    const isco = facts.isco(need.occupationUri);
    vector.set(`o:${need.occupationUri}`, part(shares.occupation, nearness.same, 10));
    vector.set(`w:${need.occupationUri}`, part(shares.wish, wish.same, 10));
    if (isco) {
      vector.set(groupKey(isco, 4), part(shares.occupation, nearness.four, 10));
      vector.set(groupKey(isco, 3), part(shares.occupation, nearness.three, 10));
      vector.set(groupKey(isco, 2), part(shares.occupation, nearness.two, 10));
      vector.set(`w3:${isco.slice(0, 3)}`, part(shares.wish, wish.three, 10));
    }
  }
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
function groupsAbove(
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
