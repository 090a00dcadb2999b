import type { Day } from '#kernel/days.ts';
import { ConceptIndex, ConceptNumbers } from './concept-index.ts';
import { type Conditions, judge } from './conditions.ts';
import { isRelated, type Nearness, nearnessOf, type Standing, standingOf, wishesIt } from './explanation.ts';
import {
  everyField,
  fieldBits,
  fieldsFor,
  type Need,
  type OccupationFacts,
  type Profile,
  seesHidden,
} from './profile.ts';
import { groupKey, isWish, needVector, personVector, type Vector } from './vectors.ts';
import type { Weights } from './weights.ts';

/** A pair in a list. `missing` counts essential skills and short-course licences. */
export interface Ranked {
  readonly id: string;
  readonly score: number;
  readonly missing: number;
  readonly standing: Standing;
  /** The fields of the person by which the pair was judged. */
  readonly fields: number;
}

/** Among whom people are looked for. */
export type Among =
  | { readonly kind: 'receivers'; readonly organisationId: string }
  | { readonly kind: 'clients'; readonly ids: readonly string[] }
  | { readonly kind: 'everybody' };

/** When the question is asked: consents are judged at the instant, licences and needs on the day. */
export interface Moment {
  readonly at: number;
  readonly today: Day;
}

export type StoredNeed = Need & { readonly id: string };

/**
 * What an engine answers, whatever is inside. The plain one below is the specification; the quick one in `kernel/` gives the
 * same answers. A profile or a need that is asked about need not be stored: it may be one imagined.
 */
export interface MatchEngine {
  readonly size: { people: number; needs: number };
  /** Bytes of memory that it shares between threads, which the JavaScript heap's own figures leave out. */
  readonly sharedBytes?: number;
  setPerson(profile: Profile): void;
  removePerson(id: string): void;
  setNeed(need: StoredNeed): void;
  removeNeed(id: string): void;
  findPerson(id: string): Profile | undefined;
  people(): IterableIterator<Profile>;
  findNeed(id: string): StoredNeed | undefined;
  needs(): IterableIterator<StoredNeed>;
  /** The best people for a need: those whom nothing stops, best first. */
  bestPeople(need: Need, options: { limit: number; among: Among } & Moment): Ranked[];
  /** How many people fit a need, and how many are short of at least one thing. */
  count(need: Need, options: { among: Among } & Moment): { fitting: number; oneMissing: number };
  /**
   * The best live needs for a person, best first; hidden ones only while the person has let business services know. With
   * `stopped`, those instead that would be in the list if a condition did not stop them.
   */
  bestNeeds(profile: Profile, options: { limit: number; stopped?: boolean | undefined } & Moment): Ranked[];
  /** How many live needs fit a person, and of how many the person is short of at least one thing. */
  countNeeds(profile: Profile, moment: Moment): { fitting: number; oneMissing: number };
}

/** The order of lists: score, then fewer missing, then the id, so that the same data always gives the same list. */
export function before(a: Ranked, b: Ranked): number {
  return b.score - a.score || a.missing - b.missing || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * People and needs in memory, each in an inverted index of weighted concepts. Exact: a list is what comparing every
 * pair would give. Sums are whole numbers, so nothing depends on the order of addition.
 */
export class Engine implements MatchEngine {
  readonly #facts: OccupationFacts;
  readonly #weights: Weights;
  readonly #people: ConceptIndex<Profile>;
  readonly #needs: ConceptIndex<StoredNeed>;
  #sums = new Int32Array(1024);
  #had = new Uint16Array(1024);

  constructor(facts: OccupationFacts, weights: Weights) {
    this.#facts = facts;
    this.#weights = weights;
    const numbers = new ConceptNumbers();
    this.#people = new ConceptIndex(numbers);
    this.#needs = new ConceptIndex(numbers);
  }

  get size(): { people: number; needs: number } {
    return { people: this.#people.size, needs: this.#needs.size };
  }

  setPerson(profile: Profile): void {
    this.#people.set(profile, personVector(profile, this.#facts, this.#weights));
  }

  removePerson(id: string): void {
    this.#people.delete(id);
  }

  setNeed(need: StoredNeed): void {
    this.#needs.set(need, needVector(need, this.#facts, this.#weights));
  }

  removeNeed(id: string): void {
    this.#needs.delete(id);
  }

  findPerson(id: string): Profile | undefined {
    return this.#people.find(id);
  }

  findNeed(id: string): StoredNeed | undefined {
    return this.#needs.find(id);
  }

  people(): IterableIterator<Profile> {
    return this.#people.values();
  }

  needs(): IterableIterator<StoredNeed> {
    return this.#needs.values();
  }

  bestPeople(need: Need, options: { limit: number; among: Among } & Moment): Ranked[] {
    const found: Ranked[] = [];
    this.#eachPerson(need, options, (pair) => {
      if (pair.standing === 'fits' || pair.standing === 'short') found.push(pair);
    });
    return found.sort(before).slice(0, options.limit);
  }

  count(need: Need, options: { among: Among } & Moment): { fitting: number; oneMissing: number } {
    let fitting = 0;
    let oneMissing = 0;
    this.#eachPerson(need, options, ({ standing }) => {
      if (standing === 'fits') fitting += 1;
      else if (standing === 'short') oneMissing += 1;
    });
    return { fitting, oneMissing };
  }

  bestNeeds(profile: Profile, options: { limit: number; stopped?: boolean | undefined } & Moment): Ranked[] {
    const { person, needs } = this.#reachedNeeds(profile, options);
    const found: Ranked[] = [];
    // A list goes by score first: what scores less than the last of a full list need not be judged.
    for (const { need, score } of needs.sort((a, b) => b.score - a.score)) {
      const last = found[options.limit - 1];
      if (last !== undefined && score < last.score) break;
      const pair = this.#judgedNeed(profile, person, need, score, options, options.stopped === true);
      if (pair) found.push(pair);
    }
    return found.sort(before).slice(0, options.limit);
  }

  countNeeds(profile: Profile, moment: Moment): { fitting: number; oneMissing: number } {
    const { person, needs } = this.#reachedNeeds(profile, moment);
    let fitting = 0;
    let oneMissing = 0;
    for (const { need, score } of needs) {
      const standing = this.#judgedNeed(profile, person, need, score, moment, false)?.standing;
      if (standing === 'fits') fitting += 1;
      else if (standing === 'short') oneMissing += 1;
    }
    return { fitting, oneMissing };
  }

  /** Every live need that shares a concept with the person and may be told of, with the sum of what they share. */
  #reachedNeeds(
    profile: Profile,
    moment: Moment,
  ): { person: Vector; needs: { need: StoredNeed; score: number }[] } {
    const person = personVector(profile, this.#facts, this.#weights);
    const hiddenToo = seesHidden(profile, moment.at);
    this.#makeRoom(this.#needs.rows);
    const touched: number[] = [];
    for (const [key, strength] of person) {
      const { rows, weights, length } = this.#needs.postings(key);
      for (let at = 0; at < length; at += 1) {
        const row = rows[at]!;
        if (this.#sums[row] === 0) touched.push(row);
        this.#sums[row]! += strength * weights[at]!;
      }
    }
    const needs: { need: StoredNeed; score: number }[] = [];
    for (const row of touched) {
      const score = this.#sums[row]!;
      this.#sums[row] = 0;
      const need = this.#needs.at(row);
      const ended = !need.live || (need.validTo !== undefined && need.validTo < moment.today);
      if (score !== 0 && !ended && (!need.hidden || hiddenToo)) needs.push({ need, score });
    }
    return { person, needs };
  }

  /**
   * The need as it stands for the person, when it is worth speaking of and is stopped, or not, as wanted. Conditions come
   * first: they cost the least, and most needs of a country are too far away.
   */
  #judgedNeed(
    profile: Profile,
    person: Vector,
    need: StoredNeed,
    score: number,
    moment: Moment,
    stopped: boolean,
  ): Ranked | undefined {
    const conditions = judge(profile, need, moment.today, everyField);
    if (conditions.stops.length > 0 !== stopped) return undefined;
    const essential = new Set(need.essential);
    let had = 0;
    for (const uri of essential) if (person.has(`s:${uri}`)) had += 1;
    const nearness = nearnessOf(person, need, this.#facts);
    if (!isRelated(nearness, had, essential.size, wishesIt(person, need))) return undefined;
    return rankedOf(need.id, conditions, everyField, score, essential.size - had);
  }

  /** Every person who shares a concept with the need and may be looked at. */
  #eachPerson(need: Need, options: { among: Among } & Moment, take: (pair: Ranked) => void): void {
    const vector = needVector(need, this.#facts, this.#weights);
    const essential = new Set(need.essential);
    this.#makeRoom(this.#people.rows);
    const touched = this.#addUp(vector, essential);
    const near = this.#nearRows(need);
    const wishSums = this.#wishSums(vector);
    const wishing = this.#wishingRows(need);
    const { among } = options;
    const chosen = among.kind === 'clients' ? new Set(among.ids) : undefined;
    for (const row of touched) {
      const sum = this.#sums[row]!;
      const had = this.#had[row]!;
      this.#sums[row] = 0;
      this.#had[row] = 0;
      const nearness = near.get(row) ?? 'none';
      if (!isRelated(nearness, had, essential.size, wishing.has(row))) continue;
      const profile = this.#people.at(row);
      if (chosen && !chosen.has(profile.id)) continue;
      const fields =
        among.kind === 'receivers' ? fieldsFor(profile, among.organisationId, options.at) : everyField;
      if ((fields & fieldBits.skills) === 0) continue;
      const wishesOpen = (fields & fieldBits.wishes) !== 0;
      if (!wishesOpen && !isRelated(nearness, had, essential.size, false)) continue;
      const score = sum - 1 + (wishesOpen ? (wishSums.get(row) ?? 0) : 0);
      if (score <= 0) continue;
      const conditions = judge(profile, need, options.today, fields);
      take(rankedOf(profile.id, conditions, fields, score, essential.size - had));
    }
  }

  /** Sums over everything but wishes; a touched row is marked by one, which the reader takes away. */
  #addUp(vector: Vector, essential: ReadonlySet<string>): number[] {
    const touched: number[] = [];
    for (const [key, weight] of vector) {
      if (isWish(key)) continue;
      const needed = key.startsWith('s:') && essential.has(key.slice(2)) ? 1 : 0;
      const { rows, weights, length } = this.#people.postings(key);
      for (let at = 0; at < length; at += 1) {
        const row = rows[at]!;
        if (this.#sums[row] === 0) {
          touched.push(row);
          this.#sums[row] = 1;
        }
        this.#sums[row]! += weight * weights[at]!;
        this.#had[row]! += needed;
      }
    }
    return touched;
  }

  #wishSums(vector: Vector): Map<number, number> {
    const sums = new Map<number, number>();
    for (const [key, weight] of vector) {
      if (!isWish(key)) continue;
      const { rows, weights, length } = this.#people.postings(key);
      for (let at = 0; at < length; at += 1)
        sums.set(rows[at]!, (sums.get(rows[at]!) ?? 0) + weight * weights[at]!);
    }
    return sums;
  }

  #wishingRows(need: Need): Set<number> {
    const { rows, length } = this.#people.postings(`w:${need.occupationUri ?? ''}`);
    return new Set(rows.subarray(0, length));
  }

  #nearRows(need: Need): Map<number, Nearness> {
    const near = new Map<number, Nearness>();
    if (!need.occupationUri) return near;
    const isco = this.#facts.isco(need.occupationUri);
    const keys: [string, Nearness][] = [[`o:${need.occupationUri}`, 'same']];
    if (isco) keys.unshift([groupKey(isco, 3), 'three'], [groupKey(isco, 4), 'four']);
    for (const [key, nearness] of keys) {
      const { rows, length } = this.#people.postings(key);
      for (let at = 0; at < length; at += 1) near.set(rows[at]!, nearness);
    }
    return near;
  }

  #makeRoom(rows: number): void {
    if (rows <= this.#sums.length) return;
    const size = 2 ** Math.ceil(Math.log2(rows));
    this.#sums = new Int32Array(size);
    this.#had = new Uint16Array(size);
  }
}

/** The pair as it stands; only related pairs come here. */
function rankedOf(
  id: string,
  conditions: Conditions,
  fields: number,
  score: number,
  missingSkills: number,
): Ranked {
  const missing = missingSkills + conditions.missingLicences.length;
  const standing = standingOf({
    stops: conditions.stops.length,
    missing,
    unknown: conditions.unknown.length,
    related: true,
  });
  return { id, score, missing, standing, fields };
}
