import { countableFacts, isCountable } from '#insight';
import type { Language } from '#kernel/localised.ts';
import type { MeasureState } from './domain/goal-report.ts';
import type { PartKind } from './domain/identity.ts';

/** The words of the report on paper, in the three languages; what people wrote stays in its own. */
export interface ReportWords {
  title: (programme: string, half: string) => string;
  half: (year: string, half: '1' | '2') => string;
  draft: string;
  approved: (body: string, day: string, reference: string) => string;
  to: (board: string) => string;
  dates: (from: string, to: string, due: string) => string;
  onlyIn: (language: Language) => string;
  foreword: string;
  overview: string;
  told: (reported: number, goals: number) => string;
  measures: string;
  measure: string;
  state: string;
  states: Record<MeasureState | 'new', string>;
  count: string;
  statesCaption: string;
  missing: string;
  missingGoal: (title: string, coordinators: string) => string;
  changes: string;
  nothingChanged: string;
  stateChanges: string;
  before: string;
  now: string;
  why: string;
  goal: string;
  figureChanges: string;
  figure: string;
  contentChanges: string;
  version: (number: number, day: string, reason: string) => string;
  part: Record<PartKind | 'programme', string>;
  change: Record<'added' | 'removed' | 'changed', string>;
  proposals: string;
  proposal: (
    state: 'accepted' | 'declined',
    title: string,
    who: string,
    day: string,
    reason: string,
  ) => string;
  links: string;
  link: (kind: 'project' | 'pilot', name: string, to: string, reason: string) => string;
  goals: string;
  theme: (theme: string) => string;
  coordinators: (names: string) => string;
  sent: (day: string) => string;
  sentLate: (day: string, days: number) => string;
  notSent: string;
  text: string;
  figures: string;
  target: string;
  baseline: string;
  value: string;
  source: string;
  hidden: string;
  unknown: string;
  carriedBy: (kind: 'project' | 'pilot', name: string, reason: string) => string;
  fact: (code: string) => string;
  untilDay: (target: string, day: string) => string;
}

const pilotFigures: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  invited: { fi: 'pilottiin kutsutut', sv: 'inbjudna till piloten', en: 'invited to the pilot' },
  joined: { fi: 'pilottiin liittyneet', sv: 'med i piloten', en: 'joined the pilot' },
  mapped: { fi: 'osaamiskartoitetut', sv: 'kartlagda', en: 'skills mapped' },
  consented: { fi: 'suostumuksen antaneet', sv: 'har gett samtycke', en: 'consented' },
  introduced: { fi: 'esitellyt', sv: 'presenterade', en: 'introduced' },
  interviewed: { fi: 'haastatellut', sv: 'intervjuade', en: 'interviewed' },
  employed: { fi: 'pilotissa työllistyneet', sv: 'sysselsatta i piloten', en: 'employed from the pilot' },
  'companies-helped': { fi: 'autetut yritykset', sv: 'företag som fått hjälp', en: 'companies helped' },
};

/** What Polku counted, by the code that a figure carries: `pilot.employed`, `area.companies-helped`. */
export function factInWords(code: string, language: Language): string {
  const [kind, name = ''] = code.split('.');
  const words = kind === 'area' && isCountable(name) ? countableFacts[name].names : pilotFigures[name];
  return words ? `${words[language]} (Polku)` : code;
}

export const reportWords: Readonly<Record<Language, ReportWords>> = {
  fi: {
    title: (programme, half) => `${programme}: puolivuosiraportti ${half}`,
    half: (year, half) => (half === '1' ? `tammi–kesäkuu ${year}` : `heinä–joulukuu ${year}`),
    draft: 'LUONNOS. Raporttia ei ole hyväksytty.',
    approved: (body, day, reference) => `Hyväksytty: ${body}, ${day}${reference ? ` (${reference})` : ''}.`,
    to: (board) => `Raportti toimielimelle: ${board}.`,
    dates: (from, to, due) =>
      `Raportti koskee aikaa ${from}–${to}. Koordinaattorien raporttien määräpäivä oli ${due}.`,
    onlyIn: (language) =>
      `Koordinaattorien tekstit ovat ${{ fi: 'suomeksi', sv: 'ruotsiksi', en: 'englanniksi' }[language]}.`,
    foreword: 'Aluksi',
    overview: 'Kokonaisuus',
    told: (reported, goals) => `Raportti on saatu ${reported}/${goals} tavoitteesta.`,
    measures: 'Toimenpiteet',
    measure: 'Toimenpide',
    state: 'Tila',
    states: {
      'not-started': 'ei aloitettu',
      'on-track': 'etenee',
      late: 'myöhässä',
      done: 'valmis',
      stopped: 'lopetettu',
      new: 'uusi',
    },
    count: 'Määrä',
    statesCaption: 'Toimenpiteet tilan mukaan',
    missing: 'Puuttuvat raportit',
    missingGoal: (title, coordinators) => `${title} (${coordinators})`,
    changes: 'Mikä on muuttunut viime kerrasta ja miksi',
    nothingChanged: 'Mitään ei ole muuttunut viime raportista.',
    stateChanges: 'Toimenpiteiden tilat',
    before: 'Viimeksi',
    now: 'Nyt',
    why: 'Miksi',
    goal: 'Tavoite',
    figureChanges: 'Luvut',
    figure: 'Mittari',
    contentChanges: 'Muutokset ohjelmaan',
    version: (number, day, reason) =>
      `Versio ${number}, voimassa ${day} alkaen${reason ? `: ${reason}` : ''}`,
    part: {
      programme: 'ohjelma',
      theme: 'teema',
      goal: 'tavoite',
      measure: 'toimenpide',
      indicator: 'mittari',
      coordinator: 'koordinaattori',
    },
    change: { added: 'lisätty', removed: 'poistettu', changed: 'muutettu' },
    proposals: 'Ratkaistut ehdotukset',
    proposal: (state, title, who, day, reason) =>
      `${title} (${who}): ${state === 'accepted' ? 'hyväksytty' : 'ei hyväksytty'} ${day}. ${reason}`,
    links: 'Uudet hankkeet ja pilotit',
    link: (kind, name, to, reason) =>
      `${kind === 'pilot' ? 'Pilotti' : 'Hanke'} ${name} toteuttaa: ${to}. ${reason}`,
    goals: 'Tavoitteittain',
    theme: (theme) => `Teema: ${theme}`,
    coordinators: (names) => `Koordinointi: ${names}`,
    sent: (day) => `Raportti saatu ${day}.`,
    sentLate: (day, days) =>
      `Raportti saatu ${day}, ${days} ${days === 1 ? 'päivä' : 'päivää'} määräpäivän jälkeen.`,
    notSent: 'Tästä tavoitteesta ei ole saatu raporttia.',
    text: 'Mitä on tehty',
    figures: 'Luvut',
    target: 'Tavoite',
    baseline: 'Lähtöarvo',
    value: 'Arvo',
    source: 'Lähde',
    hidden: 'salassa (alle 5)',
    unknown: 'ei tiedossa',
    carriedBy: (kind, name, reason) => `${kind === 'pilot' ? 'Pilotti' : 'Hanke'}: ${name}. ${reason}`,
    fact: (code) => factInWords(code, 'fi'),
    untilDay: (target, day) => `${target} (${day} mennessä)`,
  },
  sv: {
    title: (programme, half) => `${programme}: halvårsrapport ${half}`,
    half: (year, half) => (half === '1' ? `januari–juni ${year}` : `juli–december ${year}`),
    draft: 'UTKAST. Rapporten är inte godkänd.',
    approved: (body, day, reference) => `Godkänd: ${body}, ${day}${reference ? ` (${reference})` : ''}.`,
    to: (board) => `Rapport till organet: ${board}.`,
    dates: (from, to, due) =>
      `Rapporten gäller tiden ${from}–${to}. Koordinatorernas rapporter skulle lämnas senast ${due}.`,
    onlyIn: (language) =>
      `Koordinatorernas texter är på ${{ fi: 'finska', sv: 'svenska', en: 'engelska' }[language]}.`,
    foreword: 'Inledning',
    overview: 'Helheten',
    told: (reported, goals) => `Rapport har kommit om ${reported} av ${goals} mål.`,
    measures: 'Åtgärder',
    measure: 'Åtgärd',
    state: 'Läge',
    states: {
      'not-started': 'inte påbörjad',
      'on-track': 'framskrider',
      late: 'försenad',
      done: 'klar',
      stopped: 'avslutad',
      new: 'ny',
    },
    count: 'Antal',
    statesCaption: 'Åtgärder efter läge',
    missing: 'Rapporter som saknas',
    missingGoal: (title, coordinators) => `${title} (${coordinators})`,
    changes: 'Vad har ändrats sedan sist och varför',
    nothingChanged: 'Ingenting har ändrats sedan förra rapporten.',
    stateChanges: 'Åtgärdernas läge',
    before: 'Senast',
    now: 'Nu',
    why: 'Varför',
    goal: 'Mål',
    figureChanges: 'Tal',
    figure: 'Mätare',
    contentChanges: 'Ändringar i programmet',
    version: (number, day, reason) => `Version ${number}, i kraft från ${day}${reason ? `: ${reason}` : ''}`,
    part: {
      programme: 'program',
      theme: 'tema',
      goal: 'mål',
      measure: 'åtgärd',
      indicator: 'mätare',
      coordinator: 'koordinator',
    },
    change: { added: 'ny', removed: 'borttagen', changed: 'ändrad' },
    proposals: 'Avgjorda förslag',
    proposal: (state, title, who, day, reason) =>
      `${title} (${who}): ${state === 'accepted' ? 'godkänt' : 'inte godkänt'} ${day}. ${reason}`,
    links: 'Nya projekt och piloter',
    link: (kind, name, to, reason) =>
      `${kind === 'pilot' ? 'Piloten' : 'Projektet'} ${name} genomför: ${to}. ${reason}`,
    goals: 'Mål för mål',
    theme: (theme) => `Tema: ${theme}`,
    coordinators: (names) => `Koordinering: ${names}`,
    sent: (day) => `Rapporten kom ${day}.`,
    sentLate: (day, days) =>
      `Rapporten kom ${day}, ${days} ${days === 1 ? 'dag' : 'dagar'} efter sista dagen.`,
    notSent: 'Ingen rapport har kommit om detta mål.',
    text: 'Vad som har gjorts',
    figures: 'Tal',
    target: 'Mål',
    baseline: 'Utgångsvärde',
    value: 'Värde',
    source: 'Källa',
    hidden: 'dolt (under 5)',
    unknown: 'inte känt',
    carriedBy: (kind, name, reason) => `${kind === 'pilot' ? 'Pilot' : 'Projekt'}: ${name}. ${reason}`,
    fact: (code) => factInWords(code, 'sv'),
    untilDay: (target, day) => `${target} (senast ${day})`,
  },
  en: {
    title: (programme, half) => `${programme}: half-year report ${half}`,
    half: (year, half) => (half === '1' ? `January–June ${year}` : `July–December ${year}`),
    draft: 'DRAFT. This report has not been approved.',
    approved: (body, day, reference) => `Approved: ${body}, ${day}${reference ? ` (${reference})` : ''}.`,
    to: (board) => `Report to the body: ${board}.`,
    dates: (from, to, due) =>
      `The report is about ${from} – ${to}. The coordinators’ reports were due on ${due}.`,
    onlyIn: (language) =>
      `The coordinators’ texts are in ${{ fi: 'Finnish', sv: 'Swedish', en: 'English' }[language]}.`,
    foreword: 'To begin with',
    overview: 'The whole',
    told: (reported, goals) => `${reported} of ${goals} goals have been reported on.`,
    measures: 'Measures',
    measure: 'Measure',
    state: 'State',
    states: {
      'not-started': 'not started',
      'on-track': 'on track',
      late: 'late',
      done: 'done',
      stopped: 'stopped',
      new: 'new',
    },
    count: 'Number',
    statesCaption: 'Measures by state',
    missing: 'Missing reports',
    missingGoal: (title, coordinators) => `${title} (${coordinators})`,
    changes: 'What has changed since last time, and why',
    nothingChanged: 'Nothing has changed since the last report.',
    stateChanges: 'States of the measures',
    before: 'Last time',
    now: 'Now',
    why: 'Why',
    goal: 'Goal',
    figureChanges: 'Figures',
    figure: 'Indicator',
    contentChanges: 'Changes to the programme',
    version: (number, day, reason) => `Version ${number}, in force from ${day}${reason ? `: ${reason}` : ''}`,
    part: {
      programme: 'programme',
      theme: 'theme',
      goal: 'goal',
      measure: 'measure',
      indicator: 'indicator',
      coordinator: 'coordinator',
    },
    change: { added: 'added', removed: 'removed', changed: 'changed' },
    proposals: 'Proposals decided',
    proposal: (state, title, who, day, reason) => `${title} (${who}): ${state} on ${day}. ${reason}`,
    links: 'New projects and pilots',
    link: (kind, name, to, reason) => `The ${kind} ${name} carries out: ${to}. ${reason}`,
    goals: 'Goal by goal',
    theme: (theme) => `Theme: ${theme}`,
    coordinators: (names) => `Coordination: ${names}`,
    sent: (day) => `Report received on ${day}.`,
    sentLate: (day, days) =>
      `Report received on ${day}, ${days} ${days === 1 ? 'day' : 'days'} after it was due.`,
    notSent: 'No report has been received on this goal.',
    text: 'What has been done',
    figures: 'Figures',
    target: 'Target',
    baseline: 'Baseline',
    value: 'Value',
    source: 'Source',
    hidden: 'hidden (under 5)',
    unknown: 'not known',
    carriedBy: (kind, name, reason) => `${kind === 'pilot' ? 'Pilot' : 'Project'}: ${name}. ${reason}`,
    fact: (code) => factInWords(code, 'en'),
    untilDay: (target, day) => `${target} (by ${day})`,
  },
};
