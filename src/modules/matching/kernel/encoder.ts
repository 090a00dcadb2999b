import type { Day } from '#kernel/days.ts';
import { cefrLevels, extents, holds, hours, reaches } from '../domain/conditions.ts';
import { fieldBits, type Need, type OccupationFacts, type Profile, seesHidden } from '../domain/profile.ts';
import { groupKey, isWish, needVector, personVector, type Vector } from '../domain/vectors.ts';
import { oneStepLicences, type Weights } from '../domain/weights.ts';
import { cellOfGroup } from './board.ts';
import { placeWords, type Row } from './rows.ts';

const everywhere = Array.from({ length: placeWords }, () => 0xffff_ffff);
const flag = { alive: 1, hidden: 2, travel: 1 << 8, languages: 1 << 9, licences: 1 << 10 } as const;
const strongest = 10;

type Condition = { readonly language: string; readonly cefr: string } | { readonly licence: string };

/**
 * Turns people and needs into rows of numbers: concepts and places get numbers, conditions get bits. Says with numbers just
 * what `vectors.ts` and `conditions.ts` say with words.
 */
export class Encoder {
  readonly #facts: OccupationFacts;
  readonly #weights: Weights;
  readonly #concepts = new Map<string, number>();
  readonly #places = new Map<string, number>();
  readonly #conditions: Condition[] = [];
  readonly #bits = new Map<string, number>();
  readonly #asked: number[] = [];
  #most: number[] = [];

  constructor(facts: OccupationFacts, weights: Weights) {
    this.#facts = facts;
    this.#weights = weights;
  }

  get concepts(): number {
    return this.#concepts.size + 1;
  }

  /** Of each concept: 1 a skill, 2 what makes work near or wished, 0 the rest. */
  kinds(length: number): Uint8Array {
    const kinds = new Uint8Array(length);
    for (const [key, concept] of this.#concepts) {
      if (concept < length) kinds[concept] = key.startsWith('s:') ? 1 : /^(i3|o|w):/.test(key) ? 2 : 0;
    }
    return kinds;
  }

  get places(): number {
    return this.#places.size + 1;
  }

  /** Words of conditions in a row. */
  get words(): number {
    return Math.max(1, Math.ceil(this.#conditions.length / 32));
  }

  /** Meets the conditions of a need, before any row is made. */
  learn(need: Need): void {
    for (const { language } of need.languages) this.#learnLanguage(language);
    for (const condition of conditionsOf(need)) this.#asked[this.#bit(condition)]! += 1;
  }

  /** Meets what a person could be asked for, so that a need imagined later finds its bits. */
  learnPerson(profile: Profile): void {
    for (const { language } of profile.languages) this.#learnLanguage(language);
    for (const { code } of profile.licences) this.#bit({ licence: code });
  }

  #learnLanguage(language: string): void {
    if (!this.#bits.has(`${language} A1`))
      for (const level of cefrLevels) this.#bit({ language, cefr: level });
  }

  #bit(condition: Condition): number {
    const key = keyOf(condition);
    let bit = this.#bits.get(key);
    if (bit === undefined) {
      bit = this.#conditions.length;
      this.#bits.set(key, bit);
      this.#conditions.push(condition);
      this.#asked.push(0);
    }
    return bit;
  }

  /** All needs have been met: the conditions asked the most part those who can hardly fit from those who can. */
  settle(): void {
    this.#most = this.#asked
      .map((count, bit) => ({ count, bit }))
      .filter(({ bit }) => !isOneStep(this.#conditions[bit]!))
      .sort((a, b) => b.count - a.count || a.bit - b.bit)
      .slice(0, 4)
      .map(({ bit }) => bit);
  }

  /** Are all conditions of a need among those that rows have bits for? */
  knows(need: Need): boolean {
    return conditionsOf(need).every((condition) => this.#bits.has(keyOf(condition)));
  }

  /** A person as seen with the given fields, for a group: 0 sees everything, others what they have been let see. */
  person(profile: Profile, fields: number, group: number, moment: { at: number; today: Day }): Row {
    const open = (name: keyof typeof fieldBits) => (fields & fieldBits[name]) !== 0;
    const knownPlaces = open('travel-area') && profile.travelArea.length > 0;
    const has = new Array<number>(this.words).fill(0);
    this.#conditions.forEach((condition, bit) => {
      if (meets(profile, condition, open, moment.today)) has[bit >> 5]! |= 1 << (bit & 31);
    });
    const places = knownPlaces ? new Array<number>(placeWords).fill(0) : everywhere;
    if (knownPlaces) {
      places[0] = 1;
      for (const code of profile.travelArea) {
        const place = this.place(code);
        places[place >> 5]! |= 1 << (place & 31);
      }
    }
    const lacking = this.#most.reduce(
      (sum, bit, at) => sum | (((has[bit >> 5]! >>> (bit & 31)) & 1) === 0 ? 8 >> at : 0),
      0,
    );
    const occupation = profile.occupations[0]?.uri ?? profile.wishOccupations[0] ?? '';
    return {
      ...this.#vector(personVector(profile, this.#facts, this.#weights), open('wishes')),
      has,
      wanted: [],
      times: open('wishes') ? timesOf(profile.workingTimes) : timesOf([]),
      places,
      flags:
        flag.alive |
        (group << 16) |
        (seesHidden(profile, moment.at) ? flag.hidden : 0) |
        (knownPlaces ? 0 : flag.travel) |
        (open('languages') ? 0 : flag.languages) |
        (open('licences') ? 0 : flag.licences),
      gate: [],
      near: 0,
      wish: 0,
      half: 0,
      cell: cellOfGroup(group, knownPlaces ? this.place(profile.travelArea[0]!) : 0),
      order: (lacking << 18) | this.#kin(occupation),
    };
  }

  /** A need; one that is no longer live, or past its day, is not to be put on the board. */
  need(need: Need): Row {
    const vector = needVector(need, this.#facts, this.#weights);
    let sum = 0;
    for (const weight of vector.values()) sum += weight * strongest;
    if (sum > 0xffff) throw new RangeError(`Weights that make more than sixteen bits: ${sum}`);
    const has = new Array<number>(this.words).fill(0);
    const wanted = new Array<number>(this.words).fill(0);
    for (const condition of conditionsOf(need)) {
      const bit = this.#bits.get(keyOf(condition));
      if (bit === undefined) throw new RangeError('A condition that was not met before');
      (isOneStep(condition) ? wanted : has)[bit >> 5]! |= 1 << (bit & 31);
    }
    const isco = need.occupationUri === undefined ? undefined : this.#facts.isco(need.occupationUri);
    const somewhere = need.municipalityCode !== undefined && !need.workingTimes.includes('remote');
    const place = somewhere ? this.place(need.municipalityCode!) : 0;
    const concept = (key: string) => this.#concept(key);
    const essential = [...new Set(need.essential)];
    const near =
      need.occupationUri === undefined
        ? undefined
        : isco === undefined
          ? `o:${need.occupationUri}`
          : groupKey(isco, 3);
    const wish = need.occupationUri === undefined ? undefined : `w:${need.occupationUri}`;
    const told = [near, wish].every((key) => key === undefined || (vector.get(key) ?? 0) > 0);
    return {
      ...this.#vector(vector, true),
      has,
      wanted,
      times: timesOf(need.workingTimes),
      places: [place],
      flags:
        flag.alive |
        (need.hidden ? flag.hidden : 0) |
        (somewhere ? flag.travel : 0) |
        (need.languages.length > 0 ? flag.languages : 0) |
        (need.licences.length > 0 ? flag.licences : 0),
      gate: essential.map((uri) => concept(`s:${uri}`)),
      near: near === undefined ? 0 : concept(near),
      wish: wish === undefined ? 0 : concept(wish),
      half: told ? halfOf(essential.map((uri) => vector.get(`s:${uri}`) ?? 0)) : 0,
      cell: place,
      order: this.#kin(need.occupationUri ?? ''),
    };
  }

  /** The number of a municipality. */
  place(code: string): number {
    return numberOf(this.#places, code);
  }

  #concept(key: string): number {
    const concept = numberOf(this.#concepts, key);
    if (concept > 0xffff) throw new RangeError('More concepts than rows have sixteen bits for');
    return concept;
  }

  #vector(vector: Vector, wishes: boolean): { concepts: Uint16Array; weights: Uint16Array } {
    const pairs: [number, number][] = [];
    for (const [key, weight] of vector)
      if (weight > 0 && (wishes || !isWish(key))) pairs.push([this.#concept(key), weight]);
    pairs.sort((a, b) => a[0] - b[0]);
    return {
      concepts: Uint16Array.from(pairs, ([concept]) => concept),
      weights: Uint16Array.from(pairs, ([, weight]) => weight),
    };
  }

  /** Eighteen bits by which like occupations stand near each other. */
  #kin(occupation: string): number {
    const isco = Number(this.#facts.isco(occupation) ?? 9_999);
    let hash = 0;
    for (let at = 0; at < occupation.length; at += 1) hash = (hash * 31 + occupation.charCodeAt(at)) >>> 0;
    return (Math.min(16_383, isco) << 4) | (hash & 15);
  }
}

/** What the lightest half of the essential skills weigh; with none, more than anything can. */
function halfOf(weights: number[]): number {
  if (weights.length === 0) return 0xffff;
  const lightest = weights.sort((a, b) => a - b).slice(0, Math.ceil(weights.length / 2));
  return lightest[0] === 0 ? 0 : lightest.reduce((sum, weight) => sum + weight, 0);
}

function numberOf(numbers: Map<string, number>, key: string): number {
  let number = numbers.get(key);
  if (number === undefined) {
    number = numbers.size + 1;
    numbers.set(key, number);
  }
  return number;
}

function conditionsOf(need: Need): Condition[] {
  return [...need.languages, ...new Set(need.licences)].map((language) =>
    typeof language === 'string' ? { licence: language } : language,
  );
}

function keyOf(condition: Condition): string {
  return 'licence' in condition ? condition.licence : `${condition.language} ${condition.cefr}`;
}

function isOneStep(condition: Condition): boolean {
  return 'licence' in condition && oneStepLicences.has(condition.licence);
}

function meets(
  profile: Profile,
  condition: Condition,
  open: (name: keyof typeof fieldBits) => boolean,
  today: Day,
): boolean {
  if ('licence' in condition) return !open('licences') || holds(profile, condition.licence, today);
  if (!open('languages')) return true;
  const own = profile.languages.find(({ language }) => language === condition.language);
  return own !== undefined && (own.native || reaches(own.cefr, condition.cefr));
}

/** Bits of the extents and the hours; where nothing is said, all of them. */
function timesOf(times: readonly string[]): number {
  const bits = (dimension: readonly string[]) => {
    const said = dimension.reduce((sum, time, at) => sum | (times.includes(time) ? 1 << at : 0), 0);
    return said || (1 << dimension.length) - 1;
  };
  return bits(extents) | (bits(hours) << extents.length);
}
