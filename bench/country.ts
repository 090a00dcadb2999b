import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { municipalitiesOn, neighboursOn } from '#areas';
import { createRandom, type Random } from '#kernel/random.ts';
import {
  everyField,
  type Need,
  type OccupationFacts,
  type Profile,
} from '../src/modules/matching/domain/profile.ts';

/** An invented country: people and needs made one by one from a seed, so that any of them can be made again. */
export interface Country {
  readonly facts: OccupationFacts;
  person(index: number): Profile;
  need(index: number): Need & { id: string };
  readonly today: string;
  readonly at: number;
}

interface Occupation {
  readonly uri: string;
  readonly isco: string;
  readonly essential: readonly string[];
  readonly optional: readonly string[];
}

const today = '2026-11-20';
const at = Date.parse('2026-11-20T12:00:00Z');

/** Where ESCO's compact tables are: beside the project, or where POLKU_REAL_DATA says; undefined when they are nowhere. */
export function realData(): string | undefined {
  const folder = process.env.POLKU_REAL_DATA ?? join(import.meta.dirname, '../../shared/data');
  return existsSync(join(folder, 'esco-1.1.1/occupations.tsv.gz')) ? folder : undefined;
}

/**
 * The country of a seed: people live where people live (population of the 308 municipalities), go to about eight
 * municipalities round their home, and have done one to three real occupations, of whose skills each has a part, with a
 * few from elsewhere; needs are made in the same way, where people live. The skills' groups are made from the real
 * relations too: the ISCO groups of three and two digits where a skill is asked for the most.
 */
export function makeCountry(folder: string, seed = 2026): Country {
  const occupations = readOccupations(join(folder, 'esco-1.1.1'));
  const byUri = new Map(occupations.map((row) => [row.uri, row]));
  const groups = groupsOfSkills(occupations);
  const facts: OccupationFacts = {
    isco: (uri) => byUri.get(uri)?.isco,
    essentialOf: (uri) => byUri.get(uri)?.essential ?? [],
    groupsOf: (uri) => groups.get(uri) ?? [],
  };
  const root = createRandom(seed);
  const shuffled = root.fork('popularity').shuffle(occupations);
  const popular = table(shuffled.map((row, rank) => [row, 1 / (rank + 30) ** 0.7] as const));
  const places = municipalitiesOn(today);
  const homes = table(places.map((place) => [place.code, place.population ?? 0] as const));
  const near = new Map(places.map(({ code }) => [code, ring(code)]));
  const skills = [...groups.keys()].sort();
  const neighbours = neighbourOccupations(occupations);

  return {
    facts,
    today,
    at,
    person(index) {
      const random = createRandom(`${seed} person ${index}`);
      const first = popular(random.next());
      const own = [first];
      if (random.chance(0.5)) own.push(random.pick(neighbours.get(first.isco.slice(0, 3))!));
      if (random.chance(0.2)) own.push(popular(random.next()));
      const known = new Map<string, 1 | 2 | 3>();
      const learn = (uri: string) => known.set(uri, random.pick([1, 2, 2, 3, 3] as const));
      for (const [at, occupation] of own.entries()) {
        for (const uri of occupation.essential) if (random.chance(at === 0 ? 0.6 : 0.3)) learn(uri);
        for (const uri of occupation.optional) if (random.chance(at === 0 ? 0.25 : 0.1)) learn(uri);
      }
      for (let extra = random.int(0, 5); extra > 0; extra -= 1) learn(random.pick(skills));
      const home = homes(random.next());
      const hiddenToo = random.chance(0.6);
      return {
        id: idOf('person', index),
        skills: [...known].map(([uri, level]) => ({ uri, level })),
        occupations: own.map(({ uri }) => ({ uri, years: random.pick([0.5, 1, 2, 4, 9, 15]) })),
        languages: languagesOf(random),
        licences: licencesOf(random).map((code) => ({ code })),
        wishOccupations: random.chance(0.7)
          ? [random.chance(0.7) ? first.uri : popular(random.next()).uri]
          : [],
        workingTimes: random.chance(0.5)
          ? ['full-time', 'day', ...(random.chance(0.4) ? ['evening', 'shift'] : [])]
          : [],
        travelArea: [home, ...random.sample(near.get(home)!, random.int(5, 9))],
        sharings: hiddenToo
          ? [{ step: 1, organisationId: 'area', fields: everyField, until: at + 1e10 }]
          : [],
      };
    },
    need(index) {
      const random = createRandom(`${seed} need ${index}`);
      const occupation = popular(random.next());
      const essential = occupation.essential.filter(() => random.chance(0.75));
      const optional = occupation.optional.filter(() => random.chance(0.45));
      for (let extra = random.int(0, 4); extra > 0; extra -= 1) optional.push(random.pick(skills));
      return {
        id: idOf('need', index),
        occupationUri: occupation.uri,
        essential: essential.length > 0 ? essential : occupation.essential.slice(0, 1),
        optional: [...new Set(optional)].filter((uri) => !essential.includes(uri)),
        languages: [
          { language: 'fi', cefr: random.pick(['A2', 'B1', 'B1', 'B2', 'C1']) },
          ...(random.chance(0.15) ? [{ language: 'sv', cefr: random.pick(['A2', 'B1', 'B2']) }] : []),
          ...(random.chance(0.3) ? [{ language: 'en', cefr: random.pick(['A2', 'B1', 'B2']) }] : []),
        ],
        licences: random.chance(0.35) ? [random.pick(askedLicences)] : [],
        workingTimes: random.chance(0.7)
          ? [
              random.chance(0.8) ? 'full-time' : 'part-time',
              random.chance(0.6) ? 'day' : random.pick(['shift', 'evening', 'night']),
            ]
          : [],
        municipalityCode: homes(random.next()),
        hidden: random.chance(0.3),
        live: true,
      };
    },
  };

  /** The municipality's neighbours, then theirs, until there are twelve. */
  function ring(home: string): string[] {
    const found = [home];
    for (let at = 0; at < found.length && found.length < 13; at += 1) {
      for (const { code } of neighboursOn(found[at]!, today))
        if (found.length < 13 && !found.includes(code)) found.push(code);
    }
    return found.slice(1);
  }
}

const askedLicences = [
  'hygiene-passport',
  'hot-work-card',
  'driving-b',
  'driving-b',
  'driving-c',
  'driving-ce',
  'forklift',
  'occupational-safety-card',
];

function idOf(kind: string, index: number): string {
  return `${kind}-${String(index).padStart(7, '0')}`;
}

function languagesOf(random: Random): Profile['languages'] {
  const languages: { language: string; cefr: string; native: boolean }[] = [];
  if (random.chance(0.85)) languages.push({ language: 'fi', cefr: 'C2', native: true });
  else languages.push({ language: 'fi', cefr: random.pick(['A1', 'A2', 'A2', 'B1', 'B2']), native: false });
  if (random.chance(0.5))
    languages.push({ language: 'sv', cefr: random.pick(['A1', 'A2', 'B1', 'B2']), native: false });
  if (random.chance(0.8))
    languages.push({ language: 'en', cefr: random.pick(['A2', 'B1', 'B2', 'C1']), native: false });
  return languages;
}

function licencesOf(random: Random): string[] {
  return [
    ...(random.chance(0.7) ? ['driving-b'] : []),
    ...(random.chance(0.08) ? ['driving-ce'] : []),
    ...['hygiene-passport', 'hot-work-card', 'forklift', 'occupational-safety-card'].filter(() =>
      random.chance(0.25),
    ),
  ];
}

/** One of the items by weight, for a number from 0 up to 1. */
function table<T>(items: readonly (readonly [T, number])[]): (draw: number) => T {
  const sums = new Float64Array(items.length);
  let sum = 0;
  for (const [at, [, weight]] of items.entries()) {
    sum += weight;
    sums[at] = sum;
  }
  return (draw) => {
    let low = 0;
    let high = items.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! > draw * sum) high = middle;
      else low = middle + 1;
    }
    return items[low]![0];
  };
}

function readOccupations(folder: string): Occupation[] {
  const rows = (name: string) =>
    gunzipSync(readFileSync(join(folder, `${name}.tsv.gz`)))
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'));
  const skill = rows('skills').map((row) => row[1]!);
  const named = (indexes: string | undefined) =>
    indexes ? indexes.split(' ').map((index) => skill[Number(index)]!) : [];
  const relations = new Map(
    rows('occupation_skills').map(([occupation, essential, optional]) => [
      occupation,
      { essential: named(essential), optional: named(optional) },
    ]),
  );
  return rows('occupations').map(([index, uuid, , isco]) => ({
    uri: uuid!,
    isco: isco!.padStart(4, '0'),
    essential: relations.get(index!)?.essential ?? [],
    optional: relations.get(index!)?.optional ?? [],
  }));
}

function neighbourOccupations(occupations: readonly Occupation[]): Map<string, Occupation[]> {
  return Map.groupBy(occupations, ({ isco }) => isco.slice(0, 3));
}

/** The ISCO groups of three and two digits where each skill is asked for the most. */
function groupsOfSkills(occupations: readonly Occupation[]): Map<string, string[]> {
  const counts = new Map<string, Map<string, number>>();
  for (const { isco, essential, optional } of occupations) {
    for (const uri of [...essential, ...optional]) {
      const of = counts.get(uri) ?? new Map<string, number>();
      counts.set(uri, of);
      of.set(isco.slice(0, 3), (of.get(isco.slice(0, 3)) ?? 0) + 1);
    }
  }
  const most = (of: Map<string, number>) =>
    [...of].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0];
  return new Map(
    [...counts].map(([uri, of]) => [uri, [`group-${most(of)}`, `group-${most(of).slice(0, 2)}`]]),
  );
}
