import { holds } from './conditions.ts';
import type { MatchEngine, Moment } from './engine.ts';
import { fieldBits, fieldsFor, type Need, type OccupationFacts, type Profile } from './profile.ts';
import { oneStepLicences, type Weights } from './weights.ts';

/** The counts of one occupation group; its code is one to four digits of ISCO-08, and the empty code is all of them. */
export interface GroupCounts {
  /** People who have done such work or wish for it, and let the organisation know. */
  readonly available: number;
  /** People who fit at least one open need of the group. */
  readonly fitting: number;
  readonly needs: number;
  readonly hidden: number;
  readonly places: number;
  /** Needs that nobody fits. */
  readonly without: number;
}

/** Something that keeps people from needs as the only thing missing. */
export interface Lack<Key extends string> {
  readonly key: Key;
  readonly people: number;
  readonly needs: number;
}

export interface SupplyAndDemand {
  /** By the code of the group, only those with something in them; of the place, and of everywhere. */
  readonly here: readonly (readonly [code: string, counts: GroupCounts])[];
  readonly everywhere: readonly (readonly [code: string, counts: GroupCounts])[];
  /** Essential skills, and licences that a short course gives, that are most often the only thing missing. */
  readonly skills: readonly Lack<string>[];
  readonly licences: readonly Lack<string>[];
}

/** What is asked: whose consents count, the place (everywhere without it), and the group of which lacks are told. */
export interface SupplyAsked {
  readonly organisationId: string;
  readonly municipalityCode?: string | undefined;
  readonly group: string;
}

/** People short of something who are looked at for each need, the best of them. */
const shortLookedAt = 200;
/** Lacks told of each kind. */
const lacksTold = 10;

class Group {
  available = 0;
  readonly fitting = new Set<string>();
  needs = 0;
  hidden = 0;
  places = 0;
  without = 0;
}

/**
 * Supply and demand by occupation group, in a place and everywhere, with what most often is the only thing missing. Only
 * people whose consent to the organisation is in force, read by the fields they share. Not yet suppressed.
 */
export function supplyAndDemand(
  known: {
    readonly engine: MatchEngine;
    readonly facts: OccupationFacts;
    readonly weights: Weights;
    readonly moment: Moment;
  },
  asked: SupplyAsked,
): SupplyAndDemand {
  const { engine, facts, weights, moment } = known;
  const place = asked.municipalityCode;
  const everywhere = new Map<string, Group>();
  const here = place === undefined ? everywhere : new Map<string, Group>();
  const each = (codes: Iterable<string>, inPlace: boolean, take: (group: Group) => void) => {
    for (const code of codes) {
      take(orNew(everywhere, code, () => new Group()));
      if (inPlace && here !== everywhere) take(orNew(here, code, () => new Group()));
    }
  };
  for (const profile of engine.people()) {
    const fields = fieldsFor(profile, asked.organisationId, moment.at);
    if ((fields & fieldBits.skills) === 0) continue;
    const goes = place === undefined || goesTo(profile, place, fields);
    each(occupationGroups(profile, fields, facts), goes, (group) => {
      group.available += 1;
    });
  }
  const skills = new Map<string, { people: Set<string>; needs: Set<string> }>();
  const licences: typeof skills = new Map();
  const own = new Map<string, Set<string>>();
  const among = { kind: 'receivers', organisationId: asked.organisationId } as const;
  for (const need of engine.needs()) {
    if (need.isGuess === true || !need.live || (need.validTo !== undefined && need.validTo < moment.today))
      continue;
    const isco = (need.occupationUri && facts.isco(need.occupationUri)) ?? '';
    const inPlace = place === undefined || need.municipalityCode === place;
    const people = engine.bestPeople(need, { limit: engine.size.people, among, ...moment });
    const fitting = people.filter(({ standing }) => standing === 'fits');
    each(levelsOf(isco), inPlace, (group) => {
      group.needs += 1;
      group.hidden += need.hidden ? 1 : 0;
      group.places += need.places ?? 1;
      group.without += fitting.length === 0 ? 1 : 0;
      for (const { id } of fitting) group.fitting.add(id);
    });
    if (!inPlace || !isco.startsWith(asked.group)) continue;
    const short = people.filter(({ standing, missing }) => standing === 'short' && missing === 1);
    for (const { id, fields } of short.slice(0, shortLookedAt)) {
      const profile = engine.findPerson(id)!;
      const has = orNew(own, id, () => skillsOf(profile, facts, weights));
      const skill = need.essential.find((uri) => !has.has(uri));
      const licence = skill === undefined ? missingLicence(profile, need, fields, moment) : undefined;
      if (skill !== undefined) note(skills, skill, id, need.id);
      else if (licence !== undefined) note(licences, licence, id, need.id);
    }
  }
  const told = (table: ReadonlyMap<string, Group>) =>
    [...table]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, { available, fitting, ...counts }]) => {
        return [code, { ...counts, available, fitting: fitting.size }] as const;
      });
  return {
    here: told(here),
    everywhere: told(everywhere),
    skills: most(skills),
    licences: most(licences),
  };
}

function orNew<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

function goesTo(profile: Profile, place: string, fields: number): boolean {
  return (fields & fieldBits['travel-area']) !== 0 && profile.travelArea.includes(place);
}

/** Groups of every level of the work a person has done, and of the wished work when it may be read; each once. */
function occupationGroups(profile: Profile, fields: number, facts: OccupationFacts): Set<string> {
  const codes = new Set<string>();
  const add = (uri: string) => {
    const isco = facts.isco(uri);
    if (isco) for (const code of levelsOf(isco)) codes.add(code);
  };
  for (const { uri } of profile.occupations) add(uri);
  if ((fields & fieldBits.wishes) !== 0) for (const uri of profile.wishOccupations) add(uri);
  return codes;
}

/** A code and everything above it, the whole first. */
function levelsOf(isco: string): string[] {
  return Array.from({ length: isco.length + 1 }, (_, digits) => isco.slice(0, digits));
}

/** Named skills, and those that the held occupations always need. */
function skillsOf(profile: Profile, facts: OccupationFacts, weights: Weights): Set<string> {
  const has = new Set(profile.skills.map(({ uri }) => uri));
  for (const { uri, years } of profile.occupations)
    if (years >= weights.fullYears) for (const skill of facts.essentialOf(uri)) has.add(skill);
  return has;
}

function missingLicence(profile: Profile, need: Need, fields: number, { today }: Moment): string | undefined {
  if ((fields & fieldBits.licences) === 0) return undefined;
  return need.licences.find((code) => oneStepLicences.has(code) && !holds(profile, code, today));
}

function note(
  lacks: Map<string, { people: Set<string>; needs: Set<string> }>,
  key: string,
  person: string,
  need: string,
): void {
  const lack = orNew(lacks, key, () => ({ people: new Set<string>(), needs: new Set<string>() }));
  lack.people.add(person);
  lack.needs.add(need);
}

function most(lacks: ReadonlyMap<string, { people: Set<string>; needs: Set<string> }>): Lack<string>[] {
  return [...lacks]
    .map(([key, { people, needs }]) => ({ key, people: people.size, needs: needs.size }))
    .sort((a, b) => b.people - a.people || b.needs - a.needs || (a.key < b.key ? -1 : 1))
    .slice(0, lacksTold);
}
