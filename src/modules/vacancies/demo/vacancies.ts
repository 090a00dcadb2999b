import { earlier, fill, type KnownTrade, lastWorkingDay, later, type Making } from '#demo/making.ts';
import type {
  CefrLevel,
  Certainty,
  DemoCompany,
  DemoUser,
  DemoVacancy,
  DemoVisit,
  VacancyState,
  WorkingTime,
} from '#demo/shapes.ts';
import { organisationOf } from '#demo/users.ts';
import { inessiveOf } from '#demo/words/places.ts';
import { addDays, addWorkingDays, type Day } from '#kernel/days.ts';
import type { Id } from '#kernel/ids.ts';
import type { MadeCompanies } from '#modules/companies/demo/companies.ts';
import { advertClosings, advertOpenings, hiddenNotes, workSentences } from './words/work-texts.ts';

export type MadeVacancies = { readonly vacancies: DemoVacancy[]; readonly visits: DemoVisit[] };

type Wish = {
  readonly company?: string;
  readonly trade?: string;
  readonly hidden: boolean;
  readonly certainty?: Certainty;
  readonly daysAgo?: number;
};

/** The needs that the personas' stories speak of. */
const fixed: readonly Wish[] = [
  { company: 'workshop', trade: 'welder', hidden: true, certainty: 'now', daysAgo: 12 },
  { company: 'workshop', trade: 'machinist', hidden: false, daysAgo: 40 },
  { company: 'workshop', trade: 'welder', hidden: false, daysAgo: 90 },
  { company: 'care-home', trade: 'nurse', hidden: true, certainty: 'needed', daysAgo: 16 },
  { company: 'care-home', trade: 'practical-nurse', hidden: false, daysAgo: 60 },
  { company: 'software', trade: 'marketer', hidden: true, certainty: 'needed', daysAgo: 55 },
  { company: 'software', trade: 'developer', hidden: false, daysAgo: 33 },
];

/** Ninety needs, of which so many are hidden jobs noted on a visit. */
export function makeVacancies(
  making: Making,
  made: MadeCompanies,
  users: readonly DemoUser[],
  count: number,
  hiddenCount: number,
): MadeVacancies {
  const { random } = making;
  const fixedHidden = fixed.filter((wish) => wish.hidden).length;
  const hiddenLeft = hiddenCount - fixedHidden;
  const drawn = random.shuffle(
    Array.from({ length: count - fixed.length }, (_, index): Wish => ({ hidden: index < hiddenLeft })),
  );
  const result: MadeVacancies = { vacancies: [], visits: [] };
  const used = new Map<Id, number>();
  for (const wish of [...fixed, ...drawn]) {
    const company = companyFor(making, made, wish, used);
    used.set(company.id, (used.get(company.id) ?? 0) + 1);
    const trade = tradeFor(making, made, company, wish);
    addVacancy(making, result, company, trade, wish, users);
  }
  return result;
}

function companyFor(
  making: Making,
  made: MadeCompanies,
  wish: Wish,
  used: ReadonlyMap<Id, number>,
): DemoCompany {
  const { random } = making;
  if (wish.company !== undefined) {
    const known = made.companies.find((company) => company.id === made.byKey.get(wish.company ?? ''));
    if (known !== undefined) return known;
  }
  for (;;) {
    const company = random.pick(made.companies);
    const large = ['20-49', '50-249'].includes(company.size);
    if ((used.get(company.id) ?? 0) >= (large ? 2 : 1)) continue;
    if (tradesOf(making, made, company).length > 0) return company;
  }
}

function tradesOf({ trades }: Making, made: MadeCompanies, company: DemoCompany): KnownTrade[] {
  const industry = made.industryOf.get(company.id)?.key ?? '';
  return [...trades.values()].filter((trade) => trade.industries.includes(industry));
}

/** The first trades of an industry are its own; office work and sales are rarer. */
function tradeFor(making: Making, made: MadeCompanies, company: DemoCompany, wish: Wish): KnownTrade {
  const known = wish.trade === undefined ? undefined : making.trades.get(wish.trade);
  if (known !== undefined) return known;
  const industry = made.industryOf.get(company.id)?.key ?? '';
  return making.random.weighted(
    tradesOf(making, made, company).map(
      (trade) => [trade, trade.industries[0] === industry ? 5 : 1] as const,
    ),
  );
}

function addVacancy(
  making: Making,
  result: MadeVacancies,
  company: DemoCompany,
  trade: KnownTrade,
  wish: Wish,
  users: readonly DemoUser[],
): void {
  const { random, id, today } = making;
  const adviser = users.find((user) => user.id === company.adviserId);
  if (adviser === undefined) throw new Error(`No adviser for ${company.name}`);
  const foundOn = lastWorkingDay(addDays(today, -(wish.daysAgo ?? drawAge(making))));
  const certainty = wish.certainty ?? drawCertainty(making, wish.hidden);
  const state = wish.company
    ? wish.hidden
      ? 'confirmed'
      : 'published'
    : drawState(making, wish.hidden, foundOn);
  const validTo = validityOf(making, foundOn, state);
  const closed = ['filled', 'lapsed'].includes(state);
  const startsOn = certainty === 'now' ? undefined : addDays(closed ? foundOn : today, random.int(12, 70));
  const licences = requiredLicences(making, trade);
  const languages = requiredLanguages(making, trade, company);
  const workingTimes = workingTimesOf(making, trade);
  const words = {
    company: company.name,
    fi: trade.fi,
    Fi: capital(trade.fi),
    genitive: trade.genitive,
    where: inessiveOf(company.municipality),
  };
  const visit: DemoVisit | undefined = wish.hidden
    ? {
        id: id(foundOn),
        companyId: company.id,
        adviserId: adviser.id,
        organisationId: organisationOf(adviser),
        on: foundOn,
        channel: random.chance(0.85) ? 'on-site' : 'phone',
        note: fill(random.pick(hiddenNotes[certainty].filter((text) => saysSo(text, trade))), words),
        nextContactOn: certainty === 'talk' ? addWorkingDays(foundOn, 15) : undefined,
      }
    : undefined;
  if (visit) result.visits.push(visit);
  const essential = random.sample(trade.core, random.int(3, 5));
  const optional = random
    .sample([...trade.core, ...trade.others], 9)
    .filter((uri) => !essential.includes(uri));
  result.vacancies.push({
    id: id(foundOn),
    companyId: company.id,
    hidden: wish.hidden,
    state,
    title: capital(trade.fi),
    occupationUri: trade.uri,
    certainty,
    municipality: company.municipality,
    places: random.weighted([
      [1, 7],
      [2, 2],
      [3, 1],
    ] as const),
    essentialSkillUris: essential,
    optionalSkillUris: optional.slice(0, random.int(1, 3)),
    requiredLanguages: languages,
    requiredLicences: licences,
    workingTimes,
    startsOn,
    foundOn,
    validTo,
    verifiedOn: random.chance(0.4)
      ? later(lastWorkingDay(earlier(addDays(foundOn, random.int(5, 30)), addDays(today, -1))), foundOn)
      : foundOn,
    source: wish.hidden ? 'visit' : random.chance(0.6) ? 'employer' : 'visit',
    foundById: adviser.id,
    visitId: visit?.id,
    need: visit?.note ?? advert(making, trade, words, licences, languages, workingTimes),
  });
}

/** Orders and building jobs are spoken of only where there are such. */
function saysSo(text: string, trade: KnownTrade): boolean {
  if (text.includes('Urakka')) return trade.industries.some((industry) => contracting.includes(industry));
  if (!/tilau|tarjous|toista vuoroa/i.test(text)) return true;
  return trade.industries.some((industry) => [...contracting, ...producing].includes(industry));
}

const contracting: readonly string[] = [
  'building',
  'painting',
  'electrical',
  'plumbing',
  'earthworks',
  'log-houses',
];
const producing: readonly string[] = [
  'metal',
  'sawmill',
  'furniture',
  'transport',
  'bakery',
  'software',
  'forestry',
];

function drawAge({ random }: Making): number {
  return random.chance(0.45) ? random.int(2, 30) : random.int(31, 170);
}

function drawCertainty({ random }: Making, hidden: boolean): Certainty {
  if (!hidden) return random.chance(0.5) ? 'now' : 'needed';
  return random.weighted([
    ['talk', 8],
    ['needed', 10],
    ['now', 7],
  ] as const);
}

function drawState({ random, today }: Making, hidden: boolean, foundOn: Day): VacancyState {
  const old = foundOn < addDays(today, -45);
  if (hidden) {
    return random.weighted([
      ['found', old ? 2 : 6],
      ['confirmed', 5],
      ['offered', 3],
      ['filled', old ? 3 : 0],
      ['lapsed', old ? 2 : 0],
    ] as const);
  }
  return random.weighted([
    ['published', old ? 3 : 9],
    ['filled', old ? 4 : 0],
    ['lapsed', old ? 2 : 0],
  ] as const);
}

function validityOf({ random, today }: Making, foundOn: Day, state: VacancyState): Day {
  if (state === 'lapsed') return later(foundOn, addDays(today, -random.int(3, 40)));
  if (state === 'filled') return addDays(foundOn, random.int(30, 60));
  return addDays(today, random.int(10, 70));
}

function requiredLicences({ random, licences }: Making, trade: KnownTrade): string[] {
  const [first, ...rest] = trade.licences;
  const sure = first !== undefined && /^(driving-[cd]|guard|electrical|taxi|medication)/.test(first);
  const wanted = first === undefined || !(sure || random.chance(0.5)) ? [] : [first];
  const besides = rest.filter(
    (code) => code === 'driving-ce' || (code.startsWith('professional-driver') && sure),
  );
  return [...wanted, ...besides].filter((code) => licences.has(code));
}

function requiredLanguages(
  { random }: Making,
  trade: KnownTrade,
  company: DemoCompany,
): { language: string; level: CefrLevel }[] {
  if (company.name.includes('Tuulenkoura')) return [{ language: 'en', level: 'B2' }];
  const talking = [
    'care',
    'daycare',
    'grocery',
    'hardware',
    'accounting',
    'restaurant',
    'hotel',
    'hairdressing',
    'security',
  ];
  const talks = trade.industries.some((industry) => talking.includes(industry));
  const level: CefrLevel = talks ? random.pick(['B1', 'B1', 'B2']) : random.pick(['A2', 'A2', 'B1']);
  const finnish = trade.key === 'nurse' ? 'B1' : level;
  return [
    { language: 'fi', level: finnish },
    ...(trade.industries.includes('hotel') && random.chance(0.5)
      ? [{ language: 'en', level: 'B1' as const }]
      : []),
  ];
}

function workingTimesOf({ random }: Making, trade: KnownTrade): WorkingTime[] {
  const times: WorkingTime[] = [
    random.chance(trade.level === 'basic' ? 0.6 : 0.86) ? 'full-time' : 'part-time',
    trade.rhythm,
  ];
  const open = ['restaurant', 'grocery', 'care', 'hotel'].some((text) => trade.industries.includes(text));
  if (open && trade.rhythm !== 'day' && random.chance(0.5)) times.push('weekend');
  if (trade.key === 'developer') times.push('remote');
  return times;
}

function advert(
  { random, licences: names }: Making,
  trade: KnownTrade,
  words: Readonly<Record<string, string>>,
  licences: readonly string[],
  languages: readonly { language: string; level: CefrLevel }[],
  workingTimes: readonly WorkingTime[],
): string {
  const parts = [fill(random.pick(advertOpenings), words), workSentences[trade.key] ?? ''];
  parts.push(
    workingTimes.includes('part-time') ? 'Työ on osa-aikainen, tunneista sovitaan.' : 'Työ on kokoaikainen.',
  );
  if (licences.length > 0) parts.push(`Tarvitset: ${licences.map((code) => names.get(code)).join(', ')}.`);
  const finnish = languages.find((language) => language.language === 'fi')?.level;
  if (finnish === 'A2') parts.push('Vähäinenkin suomen kieli riittää alkuun.');
  if (finnish === undefined) parts.push('Työkieli on englanti.');
  parts.push(random.pick(advertClosings));
  return parts.join(' ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
