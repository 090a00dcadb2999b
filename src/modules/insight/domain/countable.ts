/**
 * Facts that an indicator can count, each once for everybody who promises it. `who` says what one of it is: persons are
 * small numbers and hidden under the limit; `cohort` counts only those who joined the pilots of the project.
 */
export const countableFacts = {
  joined: {
    names: { fi: 'Pilottiin liittyneet', sv: 'De som gått med i piloten', en: 'Joined the pilot' },
    who: 'persons',
    nature: 'attendance',
    cohort: true,
  },
  mapped: {
    names: { fi: 'Osaaminen kartoitettu', sv: 'Kompetensen kartlagd', en: 'Skills mapped' },
    who: 'persons',
    nature: 'product',
    cohort: true,
  },
  consented: {
    names: { fi: 'Suostumus voimassa', sv: 'Samtycke i kraft', en: 'Consent in force' },
    who: 'persons',
    nature: 'product',
    cohort: true,
  },
  introduced: {
    names: {
      fi: 'Esitelty työnantajalle',
      sv: 'Presenterade för arbetsgivare',
      en: 'Introduced to an employer',
    },
    who: 'persons',
    nature: 'product',
    cohort: true,
  },
  interviewed: {
    names: { fi: 'Haastatellut', sv: 'Intervjuade', en: 'Interviewed' },
    who: 'persons',
    nature: 'change',
    cohort: true,
  },
  employed: {
    names: { fi: 'Työllistyneet pilotissa', sv: 'Sysselsatta i piloten', en: 'Employed in the pilot' },
    who: 'persons',
    nature: 'change',
    cohort: true,
  },
  'introduced-in-area': {
    names: {
      fi: 'Esitelty työnantajalle koko alueella',
      sv: 'Presenterade i hela området',
      en: 'Introduced in the whole area',
    },
    who: 'persons',
    nature: 'product',
    cohort: false,
  },
  'employed-in-area': {
    names: {
      fi: 'Työllistyneet koko alueella',
      sv: 'Sysselsatta i hela området',
      en: 'Employed in the whole area',
    },
    who: 'persons',
    nature: 'change',
    cohort: false,
  },
  'companies-helped': {
    names: {
      fi: 'Yritykset, joissa kehittämisteko',
      sv: 'Företag med utvecklingsåtgärd',
      en: 'Companies with a development action',
    },
    who: 'companies',
    nature: 'product',
    cohort: false,
  },
  'companies-helped-international': {
    names: {
      fi: 'Yritykset, joissa kansainvälisen rekrytoinnin teko',
      sv: 'Företag med åtgärd för internationell rekrytering',
      en: 'Companies with an action for international recruitment',
    },
    who: 'companies',
    nature: 'product',
    cohort: false,
  },
  'company-actions': {
    names: {
      fi: 'Kehittämisteot yrityksissä',
      sv: 'Utvecklingsåtgärder i företag',
      en: 'Development actions in companies',
    },
    who: 'times',
    nature: 'product',
    cohort: false,
  },
  'company-hours': {
    names: {
      fi: 'Kehittämistekojen tunnit',
      sv: 'Utvecklingsåtgärdernas timmar',
      en: 'Hours of development actions',
    },
    who: 'hours',
    nature: 'product',
    cohort: false,
  },
  'companies-visited': {
    names: { fi: 'Yritykset, joissa käyty', sv: 'Besökta företag', en: 'Companies visited' },
    who: 'companies',
    nature: 'attendance',
    cohort: false,
  },
  'hidden-jobs-found': {
    names: { fi: 'Löydetyt piilotyöpaikat', sv: 'Hittade dolda jobb', en: 'Hidden jobs found' },
    who: 'jobs',
    nature: 'product',
    cohort: false,
  },
  'remote-visits-share': {
    names: { fi: 'Etäkäyntien osuus', sv: 'Andelen distansbesök', en: 'Share of remote visits' },
    who: 'percent',
    nature: 'change',
    cohort: false,
  },
  'events-held': {
    names: { fi: 'Pidetyt tapahtumat', sv: 'Hållna evenemang', en: 'Events held' },
    who: 'times',
    nature: 'product',
    cohort: false,
  },
  'event-companies': {
    names: {
      fi: 'Tapahtumiin osallistuneet yritykset',
      sv: 'Företag som deltagit i evenemang',
      en: 'Companies at events',
    },
    who: 'companies',
    nature: 'attendance',
    cohort: false,
  },
  'event-people': {
    names: {
      fi: 'Tapahtumiin osallistuneet asiakkaat',
      sv: 'Klienter som deltagit i evenemang',
      en: 'Clients at events',
    },
    who: 'persons',
    nature: 'attendance',
    cohort: false,
  },
  'event-visitors': {
    names: {
      fi: 'Tapahtumien kävijät',
      sv: 'Besökare vid evenemang',
      en: 'Visitors of events',
    },
    who: 'times',
    nature: 'attendance',
    cohort: false,
  },
  'company-readiness': {
    names: {
      fi: 'Yritysten valmiustestin keskiarvo työn jälkeen',
      sv: 'Medeltalet i företagens beredskapstest efter arbetet',
      en: 'Mean of the companies’ readiness test after the work',
    },
    who: 'points',
    nature: 'change',
    cohort: false,
  },
} as const satisfies Record<
  string,
  {
    names: { fi: string; sv: string; en: string };
    who: 'persons' | 'companies' | 'times' | 'hours' | 'jobs' | 'percent' | 'points';
    nature: 'attendance' | 'product' | 'change';
    cohort: boolean;
  }
>;
export type CountableFact = keyof typeof countableFacts;

/** Is this the name of a fact that can be counted? */
export function isCountable(name: string): name is CountableFact {
  return Object.hasOwn(countableFacts, name);
}
