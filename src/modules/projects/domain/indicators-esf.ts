import { addDays, addMonths, type Day } from '#kernel/days.ts';

/**
 * The common indicators of the ESF+ (Annex I of Regulation (EU) 2021/1057). The numbers of the codes are to be checked
 * before official use; the page and the export say so.
 */
export interface CommonIndicator {
  readonly code: string;
  readonly kind: 'output' | 'result-immediate' | 'result-longer-term';
  readonly unit: 'persons' | 'entities';
  readonly names: { readonly fi: string; readonly sv: string; readonly en: string };
}

const of =
  (kind: CommonIndicator['kind'], unit: CommonIndicator['unit'] = 'persons') =>
  (code: string, fi: string, sv: string, en: string): CommonIndicator => ({
    code,
    kind,
    unit,
    names: { fi, sv, en },
  });
const output = of('output');
const entities = of('output', 'entities');
const atEnd = of('result-immediate');
const later = of('result-longer-term');

// biome-ignore format: a table
export const commonIndicators: readonly CommonIndicator[] = [
  output('EECO01', 'Osallistujia yhteensä', 'Deltagare totalt', 'Total number of participants'),
  output('EECO02', 'Työttömiä, pitkäaikaistyöttömät mukaan lukien', 'Arbetslösa, även långtidsarbetslösa', 'Unemployed, including long-term unemployed'),
  output('EECO03', 'Pitkäaikaistyöttömiä', 'Långtidsarbetslösa', 'Long-term unemployed'),
  output('EECO04', 'Työvoiman ulkopuolella olevia', 'Personer utanför arbetskraften', 'Inactive'),
  output('EECO05', 'Työllisiä, itsensätyöllistäjät mukaan lukien', 'Sysselsatta, även egenföretagare', 'Employed, including self-employed'),
  output('EECO06', 'Alle 18-vuotiaita', 'Under 18 år', 'Children below 18 years of age'),
  output('EECO07', '18–29-vuotiaita', '18–29 år', 'Young people aged 18–29'),
  output('EECO08', '55 vuotta täyttäneitä', '55 år fyllda', 'Participants 55 years of age and above'),
  output('EECO09', 'Enintään perusasteen suorittaneita (ISCED 0–2)', 'Högst grundnivå (ISCED 0–2)', 'Lower secondary education or less (ISCED 0–2)'),
  output('EECO10', 'Toisen asteen tai sen jälkeisen koulutuksen suorittaneita (ISCED 3–4)', 'Andra stadiet eller därefter (ISCED 3–4)', 'Upper secondary or post-secondary education (ISCED 3–4)'),
  output('EECO11', 'Korkea-asteen suorittaneita (ISCED 5–8)', 'Högre nivå (ISCED 5–8)', 'Tertiary education (ISCED 5–8)'),
  output('EECO12', 'Vammaisia henkilöitä', 'Personer med funktionsnedsättning', 'Participants with disabilities'),
  output('EECO13', 'EU:n ulkopuolisten maiden kansalaisia', 'Medborgare i länder utanför EU', 'Third-country nationals'),
  output('EECO14', 'Ulkomaalaistaustaisia', 'Personer med utländsk bakgrund', 'Participants with a foreign background'),
  output('EECO15', 'Vähemmistöihin kuuluvia', 'Personer som hör till minoriteter', 'Minorities'),
  output('EECO16', 'Asunnottomia tai asunnottomuuden uhkaamia', 'Bostadslösa eller utestängda från bostadsmarknaden', 'Homeless or affected by housing exclusion'),
  output('EECO17', 'Maaseudulta tulevia', 'Personer från landsbygden', 'Participants from rural areas'),
  entities('EECO18', 'Tuettuja julkishallintoja tai julkisia palveluja', 'Stödda offentliga förvaltningar eller tjänster', 'Supported public administrations or services'),
  entities('EECO19', 'Tuettuja mikro-, pieniä ja keskisuuria yrityksiä', 'Stödda mikroföretag samt små och medelstora företag', 'Supported micro, small and medium-sized enterprises'),
  atEnd('EECR01', 'Työnhaussa heti päättymisen jälkeen', 'Söker arbete genast efter avslutad åtgärd', 'Engaged in job searching upon leaving'),
  atEnd('EECR02', 'Koulutuksessa heti päättymisen jälkeen', 'I utbildning genast efter avslutad åtgärd', 'In education or training upon leaving'),
  atEnd('EECR03', 'Saanut tutkinnon tai ammattipätevyyden', 'Fått en kvalifikation', 'Gaining a qualification upon leaving'),
  atEnd('EECR04', 'Työllisiä heti päättymisen jälkeen', 'Sysselsatta genast efter avslutad åtgärd', 'In employment upon leaving'),
  later('EECR05', 'Työllisiä kuuden kuukauden kuluttua', 'Sysselsatta sex månader efter avslutad åtgärd', 'In employment six months after leaving'),
  later('EECR06', 'Työmarkkinatilanne parantunut kuuden kuukauden kuluttua', 'Bättre ställning på arbetsmarknaden efter sex månader', 'Improved labour market situation six months after leaving'),
];

/** Where the list was read. */
export const commonIndicatorSource = 'Regulation (EU) 2021/1057, Annex I';

/**
 * One participant as the facts of Polku know it, without a name. What Polku does not ask (special categories) is not here:
 * participants tell it to EURA themselves (rules.md: special-category data is not asked).
 */
export interface ParticipantFact {
  readonly joinedOn: Day;
  readonly leftOn?: Day | undefined;
  readonly birthDate: Day;
  readonly searchStartedOn?: Day | undefined;
  readonly searchEndedOn?: Day | undefined;
  readonly education:
    | 'basic'
    | 'upper-secondary'
    | 'post-secondary'
    | 'lower-tertiary'
    | 'upper-tertiary'
    | 'unknown';
  readonly outcomes: readonly { readonly kind: string; readonly on: Day }[];
}

export type Status = 'long-term-unemployed' | 'unemployed' | 'not-searching';

/** The state on the day of joining: the search must have lasted twelve months to be long (statistics, rules.md). */
export function statusOnJoining({ joinedOn, searchStartedOn, searchEndedOn }: ParticipantFact): Status {
  if (searchStartedOn === undefined || searchStartedOn > joinedOn) return 'not-searching';
  if (searchEndedOn !== undefined && searchEndedOn <= joinedOn) return 'not-searching';
  return addMonths(searchStartedOn, 12) <= joinedOn ? 'long-term-unemployed' : 'unemployed';
}

const ageOn = (birthDate: Day, day: Day) => {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
};

const ageBands = [
  ['EECO06', (age: number) => age < 18],
  ['EECO07', (age: number) => age >= 18 && age <= 29],
  ['', (age: number) => age >= 30 && age < 55],
  ['EECO08', (age: number) => age >= 55],
] as const;
const educationBands = [
  ['EECO09', ['basic']],
  ['EECO10', ['upper-secondary', 'post-secondary']],
  ['EECO11', ['lower-tertiary', 'upper-tertiary']],
  ['', ['unknown']],
] as const;

/** What a participant was doing within four weeks of leaving, by the latest outcome. */
function isAfterLeaving(fact: ParticipantFact, kinds: readonly string[], until: Day): boolean {
  return (
    fact.leftOn !== undefined &&
    fact.outcomes.some(({ kind, on }) => kinds.includes(kind) && on >= fact.joinedOn && on <= until)
  );
}

/** Codes that are counted from the participants; the others are entered with evidence. */
export const countedCodes = [
  'EECO01',
  'EECO02',
  'EECO03',
  'EECO06',
  'EECO07',
  'EECO08',
  'EECO09',
  'EECO10',
  'EECO11',
  'EECR02',
  'EECR04',
  'EECR05',
] as const;

/** Wholes of the counts and their parts, as the regulation defines them; small names are parts that have no code. */
export const commonSums: readonly (readonly [total: string, parts: readonly string[]])[] = [
  ['EECO01', ['EECO02', 'not-searching']],
  ['EECO02', ['EECO03', 'short-term']],
  ['EECO01', ['EECO06', 'EECO07', 'aged-30-54', 'EECO08']],
  ['EECO01', ['EECO09', 'EECO10', 'EECO11', 'education-unknown']],
];

/** Parts that are never more than the whole. */
export const commonParts: readonly (readonly [part: string, whole: string])[] = [
  ['left', 'EECO01'],
  ['EECR02', 'left'],
  ['EECR04', 'left'],
  ['EECR05', 'left'],
];

/**
 * The counts that the facts can give, each participant once, by code, with the parts that have no code: not yet safe to
 * show. `today` bounds what can be known of the time after leaving.
 */
export function countCommon(facts: readonly ParticipantFact[], today: Day): Map<string, number> {
  const count = (holds: (fact: ParticipantFact) => boolean) => facts.filter(holds).length;
  const status = (wanted: Status) => count((fact) => statusOnJoining(fact) === wanted);
  const left = facts.filter(({ leftOn }) => leftOn !== undefined);
  const upon = (kinds: readonly string[]) =>
    left.filter((fact) => isAfterLeaving(fact, kinds, addDays(fact.leftOn!, 28))).length;
  const work = ['employed', 'entrepreneur'];
  const counts = new Map<string, number>([
    ['EECO01', facts.length],
    ['EECO02', status('long-term-unemployed') + status('unemployed')],
    ['EECO03', status('long-term-unemployed')],
    ['short-term', status('unemployed')],
    ['not-searching', status('not-searching')],
    ['left', left.length],
    ['EECR02', upon(['study'])],
    ['EECR04', upon(work)],
    [
      'EECR05',
      left.filter(
        (fact) =>
          addMonths(fact.leftOn!, 6) <= today && isAfterLeaving(fact, work, addMonths(fact.leftOn!, 6)),
      ).length,
    ],
  ]);
  for (const [code, fits] of ageBands)
    counts.set(
      code || 'aged-30-54',
      count((fact) => fits(ageOn(fact.birthDate, fact.joinedOn))),
    );
  for (const [code, levels] of educationBands)
    counts.set(
      code || 'education-unknown',
      count(({ education }) => (levels as readonly string[]).includes(education)),
    );
  return counts;
}
