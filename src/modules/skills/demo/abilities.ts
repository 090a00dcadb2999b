import { earlier, inOfficeHours, type KnownTrade, lastWorkingDay, later, type Making } from '#demo/making.ts';
import type {
  CefrLevel,
  DemoLanguageSkill,
  DemoLicence,
  DemoMapping,
  DemoOccupation,
  DemoSkill,
  DemoWishes,
  Evidence,
  WorkingTime,
} from '#demo/shapes.ts';
import { addDays, addWorkingDays, type Day } from '#kernel/days.ts';
import type { Id } from '#kernel/ids.ts';
import { travelArea } from '#modules/areas/domain/municipalities.ts';
import { ageOf, type Person } from '#modules/clients/demo/people.ts';
import { relatedTo } from '#modules/vacancies/demo/words/trades.ts';
import { ownWordSkills } from './words/own-word-skills.ts';

export type Abilities = {
  readonly mappings: DemoMapping[];
  readonly occupations: DemoOccupation[];
  readonly skills: DemoSkill[];
  readonly languageSkills: DemoLanguageSkill[];
  readonly licences: DemoLicence[];
  readonly wishes: DemoWishes[];
};

export type KnownMapping = { readonly state: 'completed' | 'started' | 'none'; readonly startedOn: Day };

/** What people can and wish. @param known the mapping of a person as told elsewhere; drawn when it says nothing */
export function makeAbilities(
  making: Making,
  people: readonly Person[],
  known: (person: Person) => KnownMapping | undefined,
): Abilities {
  const made: Abilities = {
    mappings: [],
    occupations: [],
    skills: [],
    languageSkills: [],
    licences: [],
    wishes: [],
  };
  for (const person of people) {
    const told = known(person);
    const state = told?.state ?? drawState(making, person);
    if (state === 'none') continue;
    const startedOn = told?.startedOn ?? startOfMapping(making, person);
    const completed = state === 'completed';
    made.mappings.push({
      clientId: person.client.id,
      startedOn,
      completedOn: completed ? startedOn : undefined,
    });
    addLanguages(making, made, person);
    addLicences(making, made, person);
    if (!completed) continue;
    addOccupations(making, made, person);
    addSkills(making, made, person, startedOn);
    addWishes(making, made, person);
  }
  return made;
}

function drawState({ random, today }: Making, { client }: Person): KnownMapping['state'] {
  if (client.searchStartedOn > addDays(today, -25)) return 'none';
  return random.weighted([
    ['completed', 80],
    ['started', 8],
    ['none', 12],
  ]);
}

function startOfMapping({ random, today }: Making, { client }: Person): Day {
  const earliest = addWorkingDays(later(client.searchStartedOn, '2025-01-01'), 10);
  const latest = addDays(today, -2);
  const day = addDays(earliest, random.int(0, 60));
  return lastWorkingDay(day < latest ? day : earlier(earliest, latest));
}

function addLanguages({ random, today }: Making, made: Abilities, person: Person): void {
  const clientId = person.client.id;
  const age = ageOf(person, today);
  const educated = ['lower-tertiary', 'upper-tertiary'].includes(person.client.educationLevel);
  const add = (language: string, level: CefrLevel, native = false): void => {
    made.languageSkills.push({ clientId, language, level, native });
  };
  const native = person.client.motherTongue;
  add(native, 'C2', true);
  if (native === 'fi') {
    const english: readonly CefrLevel[] = educated
      ? ['B2', 'B2', 'C1']
      : age < 35
        ? ['B1', 'B1', 'B2']
        : ['A1', 'A2', 'A2', 'B1'];
    add('en', random.pick(english));
    if (educated || random.chance(0.45)) add('sv', random.pick(educated ? ['A2', 'B1', 'B1'] : ['A1', 'A2']));
    if (random.chance(0.05)) add(random.pick(['de', 'ru', 'es']), random.pick(['A1', 'A2']));
    return;
  }
  if (native === 'sv') {
    add('fi', random.pick(['B2', 'C1']));
    add('en', random.pick(['B2', 'C1']));
    return;
  }
  const years = person.yearsHere ?? 1;
  const finnish: readonly CefrLevel[] =
    years <= 1
      ? ['A1', 'A2']
      : years <= 3
        ? ['A2', 'A2', 'B1']
        : years <= 6
          ? ['B1', 'B1', 'B2']
          : ['B1', 'B2', 'C1'];
  if (native === 'et') add('fi', random.pick(['B1', 'B2', 'C1']));
  else add('fi', person.persona === 'client-olena' ? 'B1' : random.pick(finnish));
  if (native !== 'en') {
    add(
      'en',
      person.client.language === 'en' ? random.pick(['B1', 'B2', 'C1']) : random.pick(['A1', 'A2', 'B1']),
    );
  }
  if (native === 'uk' && random.chance(0.6)) add('ru', random.pick(['B2', 'C1', 'C2']));
}

function addLicences(making: Making, made: Abilities, person: Person): void {
  const { random, today } = making;
  const clientId = person.client.id;
  const heavy = person.trade.licences.some((code) => /^driving-[cd]/.test(code));
  const driver = person.drives;
  const owned = new Set<string>(driver ? ['driving-b'] : []);
  const novice = person.life.withoutVocation || person.client.workYears === 0;
  for (const code of person.trade.licences) {
    if (code.startsWith('driving-') && !driver) continue;
    if (random.chance(novice ? 0.45 : heavy && /^driving|^professional/.test(code) ? 0.96 : 0.78))
      owned.add(code);
  }
  if (owned.has('driving-ce')) owned.add('driving-c');
  if (random.chance(0.12)) owned.add('hygiene-passport');
  if (random.chance(0.08)) owned.add('first-aid-1');
  const expiring = [
    'occupational-safety-card',
    'hot-work-card',
    'road-safety-card-1',
    'electrical-work-safety',
    'first-aid-1',
    'medication-permit',
    'professional-driver-goods',
    'professional-driver-passengers',
    'guard',
  ];
  for (const licence of owned) {
    if (!making.licences.has(licence)) continue;
    made.licences.push({
      clientId,
      licence,
      validTo: expiring.includes(licence) ? addDays(today, random.int(-40, 1500)) : undefined,
    });
  }
}

function addOccupations({ random, trades }: Making, made: Abilities, person: Person): void {
  const { client, trade, life } = person;
  if (client.workYears === 0 && life.withoutVocation) return;
  made.occupations.push({
    clientId: client.id,
    occupationUri: trade.uri,
    years: Math.max(client.workYears, 0.5),
  });
  if (client.workYears < 6 || !random.chance(0.3)) return;
  const other = relatedTrades(trades, trade).filter((row) => row.uri !== trade.uri);
  if (other.length === 0) return;
  made.occupations.push({
    clientId: client.id,
    occupationUri: random.pick(other).uri,
    years: random.int(1, Math.floor(client.workYears / 2)),
  });
}

/** Trades that the vocabulary knows and one of this trade could do as well. */
export function relatedTrades(trades: ReadonlyMap<string, KnownTrade>, trade: KnownTrade): KnownTrade[] {
  return relatedTo(trade).flatMap((key) => trades.get(key) ?? []);
}

function addSkills(making: Making, made: Abilities, person: Person, startedOn: Day): void {
  const { random, id } = making;
  const { client, trade, life } = person;
  const years = client.workYears;
  const fromCore = life.withoutVocation ? random.int(2, 4) : years < 2 ? random.int(4, 7) : random.int(6, 11);
  const fromOthers = life.withoutVocation
    ? random.int(0, 1)
    : years < 2
      ? random.int(0, 2)
      : random.int(1, 5);
  const uris = new Set([...random.sample(trade.core, fromCore), ...random.sample(trade.others, fromOthers)]);
  const row = (authorId: Id) => ({
    id: id(startedOn),
    clientId: client.id,
    level: drawLevel(making, years),
    evidence: drawEvidence(making, person),
    addedById: authorId,
    addedAt: inOfficeHours(random, startedOn),
  });
  for (const skillUri of uris) made.skills.push({ ...row(client.responsibleUserId), skillUri });
  const own = ownWordSkills[trade.key] ?? ownWordSkills.everybody ?? [];
  if (random.chance(0.3)) {
    made.skills.push({ ...row(client.responsibleUserId), ownWords: random.pick(own), evidence: 'own-word' });
  }
}

function drawLevel({ random }: Making, years: number): 1 | 2 | 3 {
  const [first, second, third] =
    years < 1 ? [6, 4, 0] : years < 4 ? [3, 6, 1] : years < 10 ? [1, 6, 3] : [1, 4, 5];
  return random.weighted([
    [1, first ?? 0],
    [2, second ?? 0],
    [3, third ?? 0],
  ] as const);
}

function drawEvidence({ random }: Making, { client, life }: Person): Evidence {
  const trained = life.withoutVocation ? 0 : 3;
  return random.weighted([
    ['work', Math.min(client.workYears, 6)],
    ['education', trained],
    ['own-word', 2],
    ['certificate', trained > 0 ? 0.6 : 0],
    ['hobby', 0.15],
  ] as const);
}

function addWishes(making: Making, made: Abilities, person: Person): void {
  const { random, today, trades } = making;
  const { client, trade, life } = person;
  const related = relatedTrades(trades, trade);
  const occupations = new Set([trade.uri, ...random.sample(related, random.int(0, 2)).map((row) => row.uri)]);
  if (life.key === 'career-changer') {
    for (const key of random.sample(
      ['practical-nurse', 'warehouse', 'electrician', 'it-support', 'truck-driver'],
      1,
    )) {
      const other = trades.get(key);
      if (other !== undefined) occupations.add(other.uri);
    }
  }
  const drives = made.licences.some(
    (licence) => licence.clientId === client.id && licence.licence === 'driving-b',
  );
  const around = travelArea(client.municipality, today);
  made.wishes.push({
    clientId: client.id,
    occupationUris: [...occupations],
    workingTimes: workingTimes(making, person),
    earliestStart: random.chance(0.6) ? undefined : addDays(today, random.int(3, 75)),
    travelArea: drives ? around : around.filter((code, index) => index === 0 || code === '491').slice(0, 2),
  });
}

function workingTimes({ random }: Making, { trade, life }: Person): WorkingTime[] {
  const times = new Set<WorkingTime>();
  if (life.key === 'returning-parent') {
    times.add(random.chance(0.5) ? 'part-time' : 'full-time').add('day');
    return [...times];
  }
  times.add('full-time');
  if (random.chance(0.2)) times.add('part-time');
  if (random.chance(0.85)) times.add('day');
  if (trade.rhythm !== 'day' && random.chance(0.85)) times.add(trade.rhythm);
  else if (random.chance(0.25)) times.add('shift');
  if (['restaurant', 'shop', 'care-substitute'].includes(life.key) && random.chance(0.6))
    times.add('weekend').add('evening');
  if (['developer', 'marketer', 'graphic-designer', 'bookkeeper'].includes(trade.key) && random.chance(0.7))
    times.add('remote');
  return [...times];
}
