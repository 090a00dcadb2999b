import type { Day } from '#kernel/days.ts';
import { holds, judge, type Stop, timesMeet } from './conditions.ts';
import { fieldBits, type Need, type OccupationFacts, type Profile } from './profile.ts';
import {
  groupKey,
  groupsAbove,
  isWish,
  needWeights,
  personVector,
  type ScorePart,
  scoreParts,
  type Vector,
} from './vectors.ts';
import { scoreOfPoint, type Weights } from './weights.ts';

/** How near a held occupation is to the needed one. */
export type Nearness = 'same' | 'four' | 'three' | 'two' | 'none';

/**
 * Where a pair stands: everything is there; something is missing and one could learn it; stopped by a condition; or the
 * work is so different that it is not spoken of.
 */
export type Standing = 'fits' | 'short' | 'stopped' | 'far';

export type Fit =
  | {
      readonly kind: 'skill';
      readonly uri: string;
      readonly level?: 1 | 2 | 3 | undefined;
      readonly essential: boolean;
    }
  | { readonly kind: 'occupation'; readonly uri: string; readonly nearness: Nearness; readonly years: number }
  | { readonly kind: 'language'; readonly language: string; readonly needed: string }
  | { readonly kind: 'licence'; readonly code: string };

export type Missing =
  | { readonly kind: 'skill'; readonly uri: string; readonly essential: boolean }
  | { readonly kind: 'licence'; readonly code: string };

export type Wished =
  | { readonly kind: 'occupation'; readonly met: boolean }
  | { readonly kind: 'working-time'; readonly times: readonly string[]; readonly met: boolean }
  | { readonly kind: 'start'; readonly day: Day; readonly met: boolean };

/** A skill that is missing, and a skill of the same group that the person has: a part of the points is given for it. */
export interface Near {
  readonly uri: string;
  /** The person's own skill. */
  readonly by: string;
  readonly essential: boolean;
  /** Do they share the group right above, or only the one above that? */
  readonly group: 'same' | 'above';
}

/** A part of the score: what the pair got of it, and what it is worth, in units of the score. */
export interface PartOfScore {
  readonly part: ScorePart;
  readonly got: number;
  readonly of: number;
}

/** Why a pair is where it is: the same facts for both sides. */
export interface Explanation {
  readonly standing: Standing;
  /** Whole points of a hundred. */
  readonly points: number;
  readonly score: number;
  /** The same score, part by part; a part that the need lacks is not here. */
  readonly parts: readonly PartOfScore[];
  readonly fits: readonly Fit[];
  readonly missing: readonly Missing[];
  readonly near: readonly Near[];
  readonly wished: readonly Wished[];
  readonly stops: readonly Stop[];
  readonly unknown: readonly ('travel-area' | 'languages' | 'licences' | 'wishes')[];
  readonly weightsVersion: number;
}

/** Nearness of the work that a person has done to the work that is needed, from the person's own vector. */
export function nearnessOf(person: Vector, need: Need, facts: OccupationFacts): Nearness {
  if (!need.occupationUri) return 'none';
  if (person.has(`o:${need.occupationUri}`)) return 'same';
  const isco = facts.isco(need.occupationUri);
  if (!isco) return 'none';
  if (person.has(groupKey(isco, 4))) return 'four';
  if (person.has(groupKey(isco, 3))) return 'three';
  return person.has(groupKey(isco, 2)) ? 'two' : 'none';
}

/**
 * Is the pair worth speaking of: work of the same three-digit group has been done, or at least half of the essential skills
 * are there, or the person wishes this very occupation and has at least one of them (the newly qualified). And the score must
 * be more than nothing, which only weights of nothing can bring about.
 */
export function isRelated(nearness: Nearness, had: number, essential: number, wishes: boolean): boolean {
  if (nearness === 'same' || nearness === 'four' || nearness === 'three') return true;
  return essential > 0 && (2 * had >= essential || (wishes && had > 0));
}

/** Does the person wish the very occupation of the need? Told by the wish's own concept. */
export function wishesIt(person: Vector, need: Need): boolean {
  return need.occupationUri !== undefined && person.has(`w:${need.occupationUri}`);
}

/** Where a pair stands, from its counts. What is not known keeps a pair from being called fitting. */
export function standingOf(pair: {
  stops: number;
  missing: number;
  unknown: number;
  related: boolean;
}): Standing {
  if (!pair.related) return 'far';
  if (pair.stops > 0) return 'stopped';
  return pair.missing === 0 && pair.unknown === 0 ? 'fits' : 'short';
}

/** The reasons of one pair, reading only the given fields of the person. */
export function explain(
  profile: Profile,
  need: Need,
  today: Day,
  fields: number,
  facts: OccupationFacts,
  weights: Weights,
): Explanation {
  const wishes = (fields & fieldBits.wishes) !== 0;
  const person = personVector(profile, facts, weights);
  const essential = new Set(need.essential);
  const levels = new Map(profile.skills.map((skill) => [skill.uri, skill.level]));
  const conditions = judge(profile, need, today, fields);
  const fits: Fit[] = [];
  const missing: Missing[] = [];
  const nearness = nearnessOf(person, need, facts);
  if (nearness !== 'none') fits.push(occupationFit(profile, need, nearness, facts));
  for (const uri of [...essential, ...need.optional.filter((uri) => !essential.has(uri))]) {
    const has = person.has(`s:${uri}`);
    if (has) fits.push({ kind: 'skill', uri, level: levels.get(uri), essential: essential.has(uri) });
    else missing.push({ kind: 'skill', uri, essential: essential.has(uri) });
  }
  for (const code of conditions.missingLicences) missing.push({ kind: 'licence', code });
  if ((fields & fieldBits.languages) !== 0) {
    for (const { language, cefr } of need.languages) {
      if (!conditions.stops.some((stop) => stop.kind === 'language' && stop.language === language))
        fits.push({ kind: 'language', language, needed: cefr });
    }
  }
  if ((fields & fieldBits.licences) !== 0) {
    for (const code of need.licences) if (holds(profile, code, today)) fits.push({ kind: 'licence', code });
  }
  const had = [...essential].filter((uri) => person.has(`s:${uri}`)).length;
  const essentialMissing = essential.size - had + conditions.missingLicences.length;
  const parts = partsOf(person, need, wishes, facts, weights);
  const score = parts.reduce((sum, { got }) => sum + got, 0);
  const related = score > 0 && isRelated(nearness, had, essential.size, wishes && wishesIt(person, need));
  const rank = (row: Missing) => (row.kind === 'licence' ? 1 : row.essential ? 0 : 2);
  return {
    standing: standingOf({
      stops: conditions.stops.length,
      missing: essentialMissing,
      unknown: conditions.unknown.length,
      related,
    }),
    points: Math.round(score / scoreOfPoint),
    score,
    parts,
    fits: fits.sort((a, b) => fitRank(a) - fitRank(b)),
    missing: missing.sort((a, b) => rank(a) - rank(b)),
    near: nearOf(need, person, facts, weights),
    wished: wishes ? wishedOf(profile, need, person, facts) : [],
    stops: conditions.stops,
    unknown: [...conditions.unknown, ...(wishes ? [] : (['wishes'] as const))],
    weightsVersion: weights.version,
  };
}

function partsOf(
  person: Vector,
  need: Need,
  wishes: boolean,
  facts: OccupationFacts,
  weights: Weights,
): PartOfScore[] {
  const sums = new Map<ScorePart, { got: number; of: number }>();
  for (const { part, key, weight } of needWeights(need, facts, weights)) {
    const sum = sums.get(part) ?? { got: 0, of: 0 };
    sums.set(part, sum);
    sum.of += weight * 10;
    if (wishes || !isWish(key)) sum.got += weight * (person.get(key) ?? 0);
  }
  return scoreParts.flatMap((part) => {
    const sum = sums.get(part);
    return sum ? [{ part, ...sum }] : [];
  });
}

/** The missing skills of which a part is given for another of the group, in the order of the need. */
function nearOf(need: Need, person: Vector, facts: OccupationFacts, weights: Weights): Near[] {
  const essential = new Set(need.essential);
  const wanted = [...essential, ...new Set(need.optional.filter((uri) => !essential.has(uri)))];
  const near: Near[] = [];
  let own: string[] | undefined;
  for (const uri of wanted) {
    if (person.has(`s:${uri}`)) continue;
    const group = groupsAbove(uri, facts, weights).find((row) => person.has(`g:${row.uri}`));
    if (!group) continue;
    own ??= [...person.keys()]
      .filter((key) => key.startsWith('s:'))
      .map((key) => key.slice(2))
      .sort((a, b) => person.get(`s:${b}`)! - person.get(`s:${a}`)! || (a < b ? -1 : 1));
    const by = own.find((skill) => groupsAbove(skill, facts, weights).some((row) => row.uri === group.uri));
    if (by !== undefined)
      near.push({
        uri,
        by,
        essential: essential.has(uri),
        group: group.uri === facts.groupsOf(uri)[0] ? 'same' : 'above',
      });
  }
  return near;
}

/** Essential skills by level first, then presumed ones, then the rest. */
function fitRank(fit: Fit): number {
  if (fit.kind === 'occupation') return 0;
  if (fit.kind === 'skill') return (fit.essential ? 10 : 20) - (fit.level ?? 0);
  return fit.kind === 'licence' ? 30 : 31;
}

function occupationFit(profile: Profile, need: Need, nearness: Nearness, facts: OccupationFacts): Fit {
  const digits = { same: 4, four: 4, three: 3, two: 2, none: 0 }[nearness];
  const wanted = facts.isco(need.occupationUri!)?.slice(0, digits);
  const held = profile.occupations
    .filter(({ uri }) =>
      nearness === 'same' ? uri === need.occupationUri : facts.isco(uri)?.slice(0, digits) === wanted,
    )
    .sort((a, b) => b.years - a.years || (a.uri < b.uri ? -1 : 1))[0];
  return { kind: 'occupation', uri: held?.uri ?? need.occupationUri!, nearness, years: held?.years ?? 0 };
}

function wishedOf(profile: Profile, need: Need, person: Vector, facts: OccupationFacts): Wished[] {
  const wished: Wished[] = [];
  if (profile.wishOccupations.length > 0 && need.occupationUri) {
    const isco = facts.isco(need.occupationUri);
    const met =
      person.has(`w:${need.occupationUri}`) || (isco !== undefined && person.has(`w3:${isco.slice(0, 3)}`));
    wished.push({ kind: 'occupation', met });
  }
  if (profile.workingTimes.length > 0 && need.workingTimes.length > 0) {
    const shared = profile.workingTimes.filter((time) => need.workingTimes.includes(time));
    const met = timesMeet(profile.workingTimes, need.workingTimes);
    wished.push({ kind: 'working-time', times: met ? shared : need.workingTimes, met });
  }
  if (profile.earliestStart && need.startsOn)
    wished.push({ kind: 'start', day: profile.earliestStart, met: profile.earliestStart <= need.startsOn });
  return wished;
}
