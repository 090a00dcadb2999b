import type { DatedRule, RuleMark } from './dated-rules.ts';
import type { Day } from './days.ts';
import type { LocalisedText } from './localised.ts';

/**
 * The rule table: every legal limit and agreed parameter that the pilot needs, as dated versions with source and mark
 * (rules.md C1–C6). Code reads them by `ruleOn(rules.initialInterview.versions, dayOfTheEvent)`; the admin page lists
 * `ruleTable`, and shows those marked ? as "to be verified".
 */
export type RuleSeries<T> = {
  readonly key: string;
  readonly title: Required<LocalisedText>;
  readonly versions: readonly DatedRule<T>[];
};

/** For rules whose beginning was not read or does not matter: before anything that Polku can hold. */
const beginning: Day = '1900-01-01';

/** A series; the ids of the versions are made from the key and the first day. */
function series<T>(
  key: string,
  title: readonly [fi: string, sv: string, en: string],
  versions: readonly Version<T>[],
): RuleSeries<T> {
  const [fi, sv, en] = title;
  return {
    key,
    title: { fi, sv, en },
    versions: versions.map(([from, to, value, mark, source]) => ({
      id: `${key}@${from}`,
      from,
      ...(to === undefined ? {} : { to }),
      value,
      source,
      mark,
    })),
  };
}

/** How many years records are kept after their clock has started, and what happens then. */
export type Keeping = { readonly years: number; readonly afterwards: 'review' | 'removal' };
const keeping = (
  key: string,
  title: readonly [fi: string, sv: string, en: string],
  years: number,
  source: string,
  afterwards: Keeping['afterwards'] = 'review',
) => series<Keeping>(key, title, [[beginning, undefined, { years, afterwards }, '?', source]]);

type Version<T> = readonly [from: Day, to: Day | undefined, value: T, mark: RuleMark, source: string];

export type SupplementaryMeetings =
  | { readonly kind: 'number-in-months'; readonly meetings: number; readonly months: number }
  | { readonly kind: 'by-need' };
export type IntroductionReminders = { readonly remindOn: readonly number[]; readonly adviserTaskOn: number };
export type LabourForceThreshold = { readonly persons: number; readonly counts: 'labour-force' };
export type MultiProfessionalThresholds = {
  readonly supportDays: number;
  readonly monthsFrom25: number;
  readonly monthsUnder25: number;
};

/** Half-year reports: days from the end of the half-year to the last day, and days on which the missing are reminded. */
export type HalfYearReports = {
  readonly dueDaysAfterEnd: number;
  /** Days counted from the last day: −14 is two weeks before it. */
  readonly remindDays: readonly number[];
};

/** How large a part of a body's voting members must be there for it to decide. */
export type QuorumShare = 'more-than-half' | 'two-thirds';

export const rules = {
  /** Working days from the start of job search to the initial interview. */
  initialInterview: series<{ readonly workingDays: number }>(
    'initial-interview',
    [
      'Alkuhaastattelun määräaika',
      'Tidsfrist för den inledande intervjun',
      'Time limit of the initial interview',
    ],
    [
      [
        beginning,
        '2025-12-31',
        { workingDays: 5 },
        '✔',
        'Työmarkkinatori: alkuhaastattelu 5 arkipäivän kuluessa, voimassa 31.12.2025 asti (alkamispäivää ei luettu)',
      ],
      [
        '2026-01-01',
        undefined,
        { workingDays: 10 },
        '✔',
        'HE 108/2025; Työmarkkinatori (en); Jämsän kaupunginhallitus 16.2.2026',
      ],
    ],
  ),
  /** By which day's rule a search goes that began before and is interviewed after a change. */
  initialInterviewTransition: series<'by-start-of-search'>(
    'initial-interview-transition',
    [
      'Alkuhaastattelu muutoksen yli',
      'Inledande intervju över en lagändring',
      'Initial interview across a change of law',
    ],
    [
      [
        beginning,
        undefined,
        'by-start-of-search',
        '?',
        'Siirtymäsäännöstä ei ole luettu; oletus: työnhaun alkamispäivän sääntö',
      ],
    ],
  ),
  /** What counts as a working day in the deadlines of the law. */
  workingCalendar: series<'monday-friday-without-holidays'>(
    'working-calendar',
    ['Mitkä päivät ovat arkipäiviä', 'Vilka dagar som är vardagar', 'Which days are working days'],
    [
      [
        beginning,
        undefined,
        'monday-friday-without-holidays',
        '?',
        'Laki 150/1930, 5 § (määräajan viimeinen päivä siirtyy myös lauantailta); lauantain lukemista arkipäiväksi ei ole luettu',
      ],
    ],
  ),
  supplementaryMeetings: series<SupplementaryMeetings>(
    'supplementary-meetings',
    [
      'Täydentävät työnhakukeskustelut',
      'Kompletterande jobbsökningssamtal',
      'Supplementary job search meetings',
    ],
    [
      [
        beginning,
        '2025-12-31',
        { kind: 'number-in-months', meetings: 5, months: 3 },
        '✔',
        'Työmarkkinatori (en): viisi keskustelua kolmen ensimmäisen kuukauden aikana',
      ],
      ['2026-01-01', undefined, { kind: 'by-need' }, '✔', 'HE 108/2025; Työmarkkinatori (en)'],
    ],
  ),
  /** Months between job search meetings. */
  jobSearchMeeting: series<{ readonly months: number }>(
    'job-search-meeting',
    ['Työnhakukeskustelu', 'Jobbsökningssamtal', 'Job search meeting'],
    [
      [
        beginning,
        undefined,
        { months: 3 },
        '✔',
        'Työmarkkinatori (en); säilyi 1.1.2026 muutoksessa (HE 108/2025)',
      ],
    ],
  ),
  /** Job opportunities a month, as the main rule. */
  jobOpportunities: series<{ readonly perMonth: number }>(
    'job-opportunities',
    [
      'Työmahdollisuuksien hakeminen',
      'Skyldighet att söka arbetsmöjligheter',
      'Job opportunities to apply for',
    ],
    [
      ['2022-05-02', '2025-12-31', { perMonth: 4 }, '✔', 'Työttömyyskassojen yhteisjärjestö (TYJ)'],
      [
        '2026-01-01',
        undefined,
        { perMonth: 4 },
        '?',
        'HE 108/2025 muuttaa tarjouksia ja velvoitteita; nykyistä yksityiskohtaa ei ole luettu',
      ],
    ],
  ),
  interviewPlace: series<'at-the-authority'>(
    'interview-place',
    ['Haastattelun paikka', 'Plats för intervjun', 'Place of the interview'],
    [
      [
        beginning,
        undefined,
        'at-the-authority',
        '✔',
        'Tampere 10.12.2025: pääsääntö viranomaisen luona, muulla tavalla painavasta syystä',
      ],
    ],
  ),
  sanctions: series<'reformed'>(
    'sanctions',
    [
      'Uudistettu seuraamusjärjestelmä',
      'Det reviderade påföljdssystemet',
      'The reformed system of sanctions',
    ],
    [
      [
        '2026-03-01',
        undefined,
        'reformed',
        '✔',
        'TyVM 9/2025 (28 §, 29 §); Jämsän kaupunginhallitus 16.2.2026',
      ],
    ],
  ),
  /** The jobseeker's statutory profile in Työmarkkinatori: not consent-based, never mixed with a share profile. */
  statutoryProfile: series<'duty'>(
    'statutory-profile',
    [
      'Velvollisuus julkaista työnhakuprofiili',
      'Skyldighet att publicera jobbsökningsprofil',
      'Duty to publish a job search profile',
    ],
    [['2026-09-01', undefined, 'duty', '?', 'HE 108/2025; voimaantuloa ei ole nähty päivän jälkeen']],
  ),
  generalSupport: series<'in-force'>(
    'general-support',
    ['Yleistuki', 'Allmänt stöd', 'General support'],
    [['2026-05-01', undefined, 'in-force', '✔', 'STT 17.12.2025; hallituksen esityksen tiivistelmä']],
  ),
  multiProfessional: series<MultiProfessionalThresholds>(
    'multi-professional-need',
    [
      'Monialaisen tuen tarpeen arvioinnin rajat',
      'Gränser för bedömning av sektorsövergripande stöd',
      'Thresholds for assessing multi-professional need',
    ],
    [
      [
        beginning,
        '2024-12-31',
        { supportDays: 300, monthsFrom25: 12, monthsUnder25: 6 },
        '✔',
        'Laki 1369/2014 muutoksineen (935/2022); alle 25-vuotiaiden kuukaudet HE 183/2014',
      ],
      [
        '2025-01-01',
        undefined,
        { supportDays: 300, monthsFrom25: 12, monthsUnder25: 6 },
        '?',
        'Laki 381/2023: rajoja ei ole luettu; vanhan lain rajat oletuksena',
      ],
    ],
  ),
  /** Months without a break. */
  longTermUnemployed: series<{ readonly months: number }>(
    'long-term-unemployed',
    ['Pitkäaikaistyötön', 'Långtidsarbetslös', 'Long-term unemployed'],
    [[beginning, undefined, { months: 12 }, '◇', 'Tilastokäytäntö']],
  ),
  /** "Under" in statistics and Ohjaamo; both ends counted in ESF+. */
  youth: series<{
    readonly statisticsUnder: number;
    readonly ohjaamoUnder: number;
    readonly esfFrom: number;
    readonly esfTo: number;
  }>(
    'youth',
    ['Nuori', 'Ung', 'Young person'],
    [
      [
        beginning,
        undefined,
        { statisticsUnder: 25, ohjaamoUnder: 30, esfFrom: 18, esfTo: 29 },
        '◇',
        'Tilastokäytäntö; laki 381/2023 (alle 30); asetus (EU) 2021/1057, liite I',
      ],
    ],
  ),
  labourForceThreshold: series<LabourForceThreshold>(
    'labour-force-threshold',
    [
      'Työllisyysalueen vähimmäistyövoima',
      'Sysselsättningsområdets minsta arbetskraft',
      'Minimum labour force of an employment area',
    ],
    [
      [
        '2023-04-01',
        undefined,
        { persons: 20_000, counts: 'labour-force' },
        '✔',
        'HE 207/2022; laki 383/2023, 1 ja 3 §; minkä vuoden tilasto, ei luettu',
      ],
    ],
  ),
  areaNotice: series<{ readonly by: Day }>(
    'area-notice',
    ['Ilmoitus työllisyysalueesta', 'Anmälan om sysselsättningsområde', 'Notice of an employment area'],
    [['2023-04-01', undefined, { by: '2023-10-31' }, '✔', 'Laki 383/2023, 1 ja 3 §; 001:17-22']],
  ),
  regionalStateAuthority: series<'ely' | 'elinvoimakeskus'>(
    'regional-state-authority',
    ['Valtion alueviranomainen', 'Statens regionala myndighet', 'Regional state authority'],
    [
      [beginning, '2025-12-31', 'ely', '✔', 'Laki 531/2025'],
      ['2026-01-01', undefined, 'elinvoimakeskus', '✔', 'Laki 531/2025'],
    ],
  ),
  /** Working days after an introduction on which a silent employer is reminded, and on which it is the adviser's. */
  introductionReminders: series<IntroductionReminders>(
    'introduction-reminders',
    ['Esittelyn muistutukset', 'Påminnelser om en presentation', 'Reminders of an introduction'],
    [
      [
        beginning,
        undefined,
        { remindOn: [2, 5], adviserTaskOn: 6 },
        '✔',
        'Polun oma toimintatapa (PATH-04, SKI-12): 2. ja 5. työpäivänä muistutus, 6. työpäivänä neuvojan tehtävä',
      ],
    ],
  ),
  /** Working days to answer a question that has come to the question box; unanswered on the day after, it is late. */
  questionAnswer: series<{ readonly workingDays: number }>(
    'question-answer',
    ['Kysymykseen vastaaminen', 'Svar på en fråga', 'Answering a question'],
    [
      [
        beginning,
        undefined,
        { workingDays: 5 },
        '✔',
        'Polun oma toimintatapa (COM-02; 001:23): vastaamaton näkyy myöhässä 6. työpäivänä',
      ],
    ],
  ),
  /** A count under this is not shown as a number. */
  smallNumberLimit: series<{ readonly limit: number }>(
    'small-number-limit',
    ['Pienten lukujen raja', 'Gräns för små tal', 'Limit of small numbers'],
    [
      [
        beginning,
        undefined,
        { limit: 5 },
        '✔',
        'Polun oma raja (X-06): alle 5 salataan, myös vähennyslaskulta',
      ],
    ],
  ),
  nonDisclosureYears: series<{ readonly firstAtMost: number; readonly thenAtMost: number }>(
    'non-disclosure-years',
    ['Turvakiellon kesto', 'Spärrmarkeringens längd', 'Length of a non-disclosure order'],
    [[beginning, undefined, { firstAtMost: 5, thenAtMost: 2 }, '✔', 'vrk.fi (vanhempi sivu)']],
  ),
  /** Years after the end of the client relation; never deleted silently, listed for review. */
  retention: keeping(
    'retention',
    ['Asiakastietojen säilytys', 'Bevarande av klientuppgifter', 'Retention of client data'],
    5,
    'Muistitieto; Kansallisarkiston päätöksiä ei ole luettu',
  ),
  retentionAccounts: keeping(
    'retention-accounts',
    ['Suljetun käyttäjätilin säilytys', 'Bevarande av ett stängt konto', 'Retention of a closed account'],
    2,
    'Ehdotus; alue päättää (GDPR 5 art. 1 kohta e)',
  ),
  retentionContacts: keeping(
    'retention-contacts',
    [
      'Entisen yhteyshenkilön säilytys',
      'Bevarande av en tidigare kontaktperson',
      'Retention of a former contact person',
    ],
    1,
    'Ehdotus; alue päättää (GDPR 5 art. 1 kohta e)',
  ),
  retentionQuestions: keeping(
    'retention-questions',
    [
      'Kysymyksen ja palautteen säilytys',
      'Bevarande av frågor och respons',
      'Retention of questions and feedback',
    ],
    2,
    'Ehdotus; alue päättää (GDPR 5 art. 1 kohta e)',
  ),
  retentionNotices: keeping(
    'retention-notices',
    [
      'Käyttäjän ilmoitusten säilytys',
      'Bevarande av meddelanden till användare',
      'Retention of users’ notices',
    ],
    1,
    'Ehdotus; alue päättää (GDPR 5 art. 1 kohta e)',
    'removal',
  ),
  /** By when a receiver has destroyed what it was given, counted from the day it was asked. */
  copyDestruction: series<{ readonly days: number }>(
    'copy-destruction',
    [
      'Luovutetun tiedon hävittäminen pyynnöstä',
      'Förstöring av utlämnade uppgifter på begäran',
      'Destruction of disclosed data when asked',
    ],
    [[beginning, undefined, { days: 14 }, '?', 'Ehdotus; alue päättää (GDPR 17 art. 2 kohta, 19 art.)']],
  ),
  /** In hundredths of a per cent of accepted wages. */
  flatRate: series<{ readonly rate: number }>(
    'flat-rate',
    ['Prosenttikorvaus (flat rate)', 'Procentuell ersättning (flat rate)', 'Flat rate'],
    [['2021-01-01', undefined, { rate: 4000 }, '✔', 'rakennerahastot.fi 2021–2027; 000:88, 003:166-177']],
  ),
  /** In hundredths of a per cent of net costs; varies by call. */
  aidCeiling: series<{ readonly rate: number }>(
    'aid-ceiling',
    ['Tuen enimmäisosuus', 'Stödets högsta andel', 'Aid ceiling'],
    [['2021-01-01', undefined, { rate: 8000 }, '?', '000:88 (80 %), 003:184; vaihtelee hakuilmoituksittain']],
  ),
  unitCostHours: series<{ readonly hoursAYear: number }>(
    'unit-cost-hours',
    [
      'Palkan yksikkökustannuksen vuosityöaika',
      'Årsarbetstid för enhetskostnad för lön',
      'Yearly hours of the wage unit cost',
    ],
    [['2021-01-01', undefined, { hoursAYear: 1720 }, '✔', 'rakennerahastot.fi 2021–2027']],
  ),
  /** When a coordinator's half-year report is due, and when a missing one is reminded (PRO-06). */
  halfYearReports: series<HalfYearReports>(
    'half-year-reports',
    ['Ohjelman puolivuosiraportit', 'Programmets halvårsrapporter', 'Half-year reports of a programme'],
    [
      [
        beginning,
        undefined,
        { dueDaysAfterEnd: 0, remindDays: [-14, 1, 8] },
        '✔',
        '004:72 (puolivuosittain); Polun oma toimintatapa: määräpäivä on puolivuoden viimeinen päivä, muistutus 14 päivää ennen sekä 1 ja 8 päivää jälkeen',
      ],
    ],
  ),
  /** Days to answer accessibility feedback. */
  accessibilityFeedback: series<{ readonly days: number }>(
    'accessibility-feedback',
    [
      'Saavutettavuuspalautteeseen vastaaminen',
      'Svar på tillgänglighetsrespons',
      'Answering accessibility feedback',
    ],
    [[beginning, undefined, { days: 14 }, '✔', 'Laki 306/2019; saavutettavuusvaatimukset.fi']],
  ),
  /** When a body other than a council can decide. */
  bodyQuorum: series<{ readonly share: QuorumShare }>(
    'body-quorum',
    ['Toimielimen päätösvaltaisuus', 'Organets beslutförhet', 'Quorum of a body'],
    [
      [
        beginning,
        undefined,
        { share: 'more-than-half' },
        '✔',
        'Kuntalaki 410/2015 103 § (luettu kunnan pykälästä: hameenkyro.cloudnc.fi)',
      ],
    ],
  ),
  councilQuorum: series<{ readonly share: QuorumShare }>(
    'council-quorum',
    ['Valtuuston päätösvaltaisuus', 'Fullmäktiges beslutförhet', 'Quorum of a council'],
    [[beginning, undefined, { share: 'two-thirds' }, '?', 'Muistitieto: kuntalaki 410/2015 103 §']],
  ),
  /** Who decides when a vote on a matter is even; an election is decided by lot and is not counted here. */
  evenVote: series<{ readonly decides: 'chair' }>(
    'even-vote',
    ['Tasan mennyt äänestys', 'Lika röstetal', 'An even vote'],
    [[beginning, undefined, { decides: 'chair' }, '✔', 'Kuntalaki 410/2015 104 §; hallintoakatemia.fi']],
  ),
} as const;

/** All series, for the admin page. */
export const ruleTable: readonly RuleSeries<unknown>[] = Object.values(rules);

/** The versions that somebody still has to verify. */
export function rulesToVerify(): readonly DatedRule<unknown>[] {
  return ruleTable.flatMap((series) => series.versions.filter((version) => version.mark === '?'));
}
