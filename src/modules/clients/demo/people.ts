import {
  addressLetters,
  foundingDay,
  inventedPhone,
  type KnownTrade,
  later,
  type Making,
  weightedKey,
} from '#demo/making.ts';
import type { DemoClient, DemoKinship, DemoUser, EducationLevel, EmploymentState } from '#demo/shapes.ts';
import { type Place, places } from '#demo/words/places.ts';
import { addDays, ageOn, type Day } from '#kernel/days.ts';
import { makeTemporaryIdentityCode } from '#kernel/identity-code.ts';
import type { Id } from '#kernel/ids.ts';
import { type Background, type Life, lives } from './words/lives.ts';
import { namesFor } from './words/names.ts';

/** A client with what the rest of the making must know and no table keeps. */
export type Person = {
  readonly client: DemoClient;
  readonly life: Life;
  readonly trade: KnownTrade;
  readonly background: Background;
  readonly place: Place;
  readonly drives: boolean;
  /** Years since coming to the country, for those who came as adults. */
  readonly yearsHere?: number | undefined;
  /** Key of the persona when this is one of those that can be signed in as. */
  readonly persona?: string | undefined;
};

export type MadePeople = { readonly people: Person[]; readonly kinships: DemoKinship[] };

type Fixed = {
  readonly persona: string;
  readonly name: readonly [string, string];
  readonly life: string;
  readonly trade: string;
  readonly background: Background;
  readonly age: number;
  readonly monthsLooking: number;
  readonly expert: string;
  readonly workYears: number;
};

/** The three whose story can be walked in the browser. */
const fixed: readonly Fixed[] = [
  {
    persona: 'client-aino',
    name: ['Aino', 'Esimerkki'],
    life: 'fresh-from-vocational',
    trade: 'welder',
    background: 'fi',
    age: 22,
    monthsLooking: 5,
    expert: 'expert-mikkeli',
    workYears: 1,
  },
  {
    persona: 'client-olena',
    name: ['Olena', 'Zrazok'],
    life: 'nurse-from-abroad',
    trade: 'nurse',
    background: 'uk',
    age: 34,
    monthsLooking: 11,
    expert: 'expert-young',
    workYears: 9,
  },
  {
    persona: 'client-malin',
    name: ['Malin', 'Exempel'],
    life: 'graduate',
    trade: 'marketer',
    background: 'sv',
    age: 27,
    monthsLooking: 10,
    expert: 'expert-mikkeli',
    workYears: 0,
  },
];

/** Where school ends and work may begin. */
const startOfWork: Readonly<Record<EducationLevel, number>> = {
  basic: 17,
  'upper-secondary': 19,
  'post-secondary': 21,
  'lower-tertiary': 23,
  'upper-tertiary': 25,
  unknown: 19,
};

const contactLanguages: Readonly<Record<Background, 'fi' | 'sv' | 'en' | undefined>> = {
  fi: 'fi',
  sv: 'sv',
  en: 'en',
  et: 'fi',
  uk: undefined,
  ru: undefined,
  ar: undefined,
  fa: undefined,
  th: undefined,
};

/** About six hundred people, the personas first. */
export function makePeople(making: Making, users: readonly DemoUser[], count: number): MadePeople {
  const { random, today, id } = making;
  const experts = users.filter((user) => user.role === 'expert');
  const load = new Map<Id, number>(experts.map((expert) => [expert.id, 0]));
  const takenCodes = new Set<string>();
  const people: Person[] = [];
  const kinships: DemoKinship[] = [];
  for (let index = 0; index < count; index += 1) {
    const known = fixed[index];
    const drawn = known === undefined ? drawLife(making) : fixedLife(making, known);
    const { life, trade, background } = drawn;
    const level = life.withoutVocation ? 'basic' : trade.level;
    const youngest = Math.max(life.ages[0], level === 'lower-tertiary' ? 23 : 18);
    const age = known?.age ?? random.int(youngest, Math.max(youngest, life.ages[1]));
    const birthDay = addDays(today, -Math.floor((age + (known ? 0.4 : random.next() * 0.98)) * 365.25) - 1);
    const months = known?.monthsLooking ?? draw(making, life.monthsLooking);
    const searchStartedOn = addDays(today, -Math.round(months * 30.4) - (known ? 3 : random.int(0, 25)));
    const relative =
      known === undefined && index % 120 === 60 ? experts[(index / 60) % experts.length] : undefined;
    const name = known?.name ?? drawName(making, background, Number(birthDay.slice(0, 4)), relative);
    const place = known ? places[0] : drawPlace(making);
    if (place === undefined) throw new Error('The area has no places');
    const expert = known
      ? experts.find((row) => row.key === known.expert)
      : leastLoaded(experts, load, { place, background, age, trade }, relative);
    if (expert === undefined) throw new Error('No expert for a client');
    load.set(expert.id, (load.get(expert.id) ?? 0) + 1);
    const foreign = !['fi', 'sv'].includes(background);
    const workYears = known?.workYears ?? drawWorkYears(making, life, level, age, months);
    const state = known ? 'unemployed' : drawState(making, life, background);
    const client: DemoClient = {
      id: known ? id(foundingDay) : id(searchStartedOn),
      firstName: name[0],
      lastName: name[1],
      birthDay,
      identityCode: drawIdentityCode(making, birthDay, takenCodes),
      municipality: place.code,
      streetAddress: drawAddress(making, place),
      postcode: random.pick(place.postcodes),
      nonDisclosure: known === undefined && index % 97 === 41,
      motherTongue: background === 'en' ? random.pick(['en', 'tl', 'tl']) : background,
      language: contactLanguages[background] ?? random.pick(['fi', 'fi', 'en']),
      phone: inventedPhone(random),
      email: `${addressLetters(name.join(' '))}${known ? '' : index}@posti.example`,
      interpreterNeeded: foreign && life.key === 'learning-finnish' && random.chance(0.5),
      educationLevel: life.withoutVocation && age > 19 && random.chance(0.35) ? 'upper-secondary' : level,
      education: educationInFinnish(life, trade, background),
      occupationUri: life.withoutVocation ? undefined : trade.uri,
      workYears,
      state,
      searchStartedOn,
      responsibleUserId: expert.id,
      life: life.key,
    };
    people.push({
      client: known?.persona === 'client-olena' ? { ...client, language: 'en' } : client,
      life,
      trade,
      background,
      place,
      drives: drawDriving(making, trade, age, foreign),
      yearsHere: foreign ? random.int(1, life.key === 'learning-finnish' ? 3 : 9) : undefined,
      persona: known?.persona,
    });
    if (relative !== undefined) {
      kinships.push({
        clientId: client.id,
        userId: relative.id,
        declaredOn: later(searchStartedOn, foundingDay),
      });
    }
  }
  return { people: withSpecialists(people, users, kinships, today), kinships };
}

/**
 * Workers other than experts answer for a few of the last drawn: the youth worker for the young, the adviser of immigrants
 * for newcomers, the member of the joint service for those who have searched long.
 */
function withSpecialists(
  people: readonly Person[],
  users: readonly DemoUser[],
  kinships: readonly DemoKinship[],
  today: Day,
): Person[] {
  const suits: readonly [DemoUser['role'], (person: Person) => boolean][] = [
    ['youth', ({ client }) => client.birthDay > addDays(today, -29 * 365)],
    ['immigrant-adviser', ({ yearsHere }) => yearsHere !== undefined && yearsHere <= 3],
    ['joint-emp', ({ client }) => client.searchStartedOn < addDays(today, -400)],
  ];
  const given = new Map<Id, Id>();
  for (const [role, suit] of suits) {
    const worker = users.find((user) => user.role === role);
    if (worker === undefined) continue;
    const own = people
      .filter((person) => person.persona === undefined && suit(person) && !given.has(person.client.id))
      .filter(({ client }) => !kinships.some((kinship) => kinship.clientId === client.id))
      .slice(-12);
    for (const { client } of own) given.set(client.id, worker.id);
  }
  return people.map((person) => {
    const responsibleUserId = given.get(person.client.id);
    return responsibleUserId === undefined
      ? person
      : { ...person, client: { ...person.client, responsibleUserId } };
  });
}

function drawLife({ random, trades }: Making): { life: Life; trade: KnownTrade; background: Background } {
  for (;;) {
    const life = random.weighted(lives.map((live) => [live, live.weight] as const));
    const possible = life.trades.flatMap((key) => trades.get(key) ?? []);
    if (possible.length === 0) continue;
    return { life, trade: random.pick(possible), background: weightedKey(random, life.backgrounds) };
  }
}

function fixedLife(
  { trades }: Making,
  known: Fixed,
): { life: Life; trade: KnownTrade; background: Background } {
  const life = lives.find((live) => live.key === known.life);
  const trade = trades.get(known.trade);
  if (life === undefined || trade === undefined) throw new Error(`No life or trade for ${known.persona}`);
  return { life, trade, background: known.background };
}

/** More of the short times than of the long ones. */
function draw({ random }: Making, [from, to]: readonly [number, number]): number {
  return from + (to - from) * random.next() ** 1.5;
}

function drawName(
  { random }: Making,
  background: Background,
  year: number,
  relative: DemoUser | undefined,
): readonly [string, string] {
  const { first, last } = namesFor(background, year, random.pick(['women', 'men']));
  const surname = relative?.name.split(' ').at(-1) ?? random.pick(last);
  if (relative === undefined) return [random.pick(first), surname];
  return [random.pick(namesFor('fi', year, random.pick(['women', 'men'])).first), surname];
}

function drawPlace({ random }: Making): Place {
  return random.weighted(places.map((place) => [place, place.weight] as const));
}

function drawAddress({ random }: Making, place: Place): string {
  const street = `${random.pick(place.streets)} ${random.int(1, 48)}`;
  if (place.code !== '491' || random.chance(0.45)) return street;
  return `${street} ${random.pick(['A', 'B', 'C'])} ${random.int(1, 38)}`;
}

function drawIdentityCode({ random }: Making, birthDay: Day, taken: Set<string>): string {
  const signs = birthDay < '2000-01-01' ? ['-', '-', '-', 'Y', 'X'] : ['A', 'A', 'A', 'B', 'C'];
  for (;;) {
    const code = makeTemporaryIdentityCode(birthDay, random.int(900, 999), random.pick(signs));
    if (taken.has(code)) continue;
    taken.add(code);
    return code;
  }
}

function drawWorkYears(
  { random }: Making,
  life: Life,
  level: EducationLevel,
  age: number,
  months: number,
): number {
  const possible = Math.max(0, age - startOfWork[level] - months / 12);
  const share = {
    none: 0.15 * random.next(),
    little: 0.15 + 0.35 * random.next(),
    steady: 0.4 + 0.4 * random.next(),
    long: 0.7 + 0.25 * random.next(),
  }[life.experience];
  const years = Math.floor(possible * share);
  return life.experience === 'none' ? Math.min(years, 1) : years;
}

/** Most drive; those whose trade is driving all do. */
function drawDriving({ random }: Making, trade: KnownTrade, age: number, foreign: boolean): boolean {
  const drawn = random.chance(age < 20 ? 0.5 : foreign ? 0.45 : 0.82);
  return drawn || trade.licences.some((code) => /^driving-[cd]|taxi/.test(code));
}

function drawState({ random }: Making, life: Life, background: Background): EmploymentState {
  const state = weightedKey(random, life.states);
  return background !== 'fi' && state === 'laid-off' ? 'unemployed' : state;
}

function educationInFinnish(life: Life, trade: KnownTrade, background: Background): string | undefined {
  if (life.withoutVocation) return undefined;
  const abroad = !['fi', 'sv', 'et'].includes(background);
  if (!abroad || trade.level === 'basic' || life.key === 'graduate') return trade.education;
  if (
    life.key === 'nurse-from-abroad' ||
    life.key === 'learning-finnish' ||
    trade.level === 'lower-tertiary'
  ) {
    return `ulkomailla suoritettu ${trade.genitive} tutkinto`;
  }
  return trade.education;
}

/** Each expert has people of their own kind and in the end about as many as the others. */
function leastLoaded(
  experts: readonly DemoUser[],
  load: ReadonlyMap<Id, number>,
  person: { place: Place; background: Background; age: number; trade: KnownTrade },
  relative: DemoUser | undefined,
): DemoUser | undefined {
  const wish = (expert: DemoUser): number => {
    if (expert.key === 'expert-countryside') return person.place.code === '491' ? 40 : -40;
    if (expert.key === 'expert-young') return person.age < 26 || person.background !== 'fi' ? -40 : 20;
    if (expert.key === 'expert-companies') {
      return person.trade.industries.some((industry) =>
        ['metal', 'building', 'electrical'].includes(industry),
      )
        ? -30
        : 10;
    }
    return 0;
  };
  return experts
    .filter((expert) => expert.id !== relative?.id)
    .sort((a, b) => (load.get(a.id) ?? 0) + wish(a) - ((load.get(b.id) ?? 0) + wish(b)))[0];
}

/** Age of a person today, in whole years. */
export function ageOf(person: Person, today: Day): number {
  return ageOn(person.client.birthDay, today);
}
