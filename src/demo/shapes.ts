import type { Day } from '#kernel/days.ts';
import type { LocalisedText } from '#kernel/localised.ts';
import type {
  DemoCase,
  DemoClient,
  DemoKinship,
  DemoLanguageSkill,
  DemoLicence,
  DemoMapping,
  DemoNote,
  DemoOccupation,
  DemoOrganisation,
  DemoOutcome,
  DemoResponsibility,
  DemoSkill,
  DemoTask,
  DemoUser,
  DemoWishes,
} from '#modules/clients/demo/people-shapes.ts';
import type {
  DemoCompany,
  DemoCompanyAction,
  DemoConsent,
  DemoContact,
  DemoEvent,
  DemoIntroduction,
  DemoIntroductionStep,
  DemoPilot,
  DemoPilotMember,
  DemoReminder,
  DemoVacancy,
  DemoVisit,
} from '#modules/vacancies/demo/needs-shapes.ts';
import type { MunicipalityCode } from '../modules/areas/domain/municipalities.ts';

export type * from '#modules/clients/demo/people-shapes.ts';
export type * from '#modules/vacancies/demo/needs-shapes.ts';

/**
 * The rows of the demonstration area, in the words of the glossary. They know nothing of tables; the loader maps them.
 * Days are calendar days in Finland, instants are ISO strings in UTC, hours are decimal hours.
 */
export type DemonstrationArea = {
  readonly seed: number;
  readonly today: Day;
  readonly municipalities: readonly MunicipalityCode[];
  readonly organisations: readonly DemoOrganisation[];
  readonly users: readonly DemoUser[];
  readonly clients: readonly DemoClient[];
  readonly kinships: readonly DemoKinship[];
  readonly cases: readonly DemoCase[];
  readonly responsibilities: readonly DemoResponsibility[];
  readonly notes: readonly DemoNote[];
  readonly tasks: readonly DemoTask[];
  readonly mappings: readonly DemoMapping[];
  readonly occupations: readonly DemoOccupation[];
  readonly skills: readonly DemoSkill[];
  readonly languageSkills: readonly DemoLanguageSkill[];
  readonly licences: readonly DemoLicence[];
  readonly wishes: readonly DemoWishes[];
  readonly outcomes: readonly DemoOutcome[];
  readonly companies: readonly DemoCompany[];
  readonly contacts: readonly DemoContact[];
  readonly visits: readonly DemoVisit[];
  readonly companyActions: readonly DemoCompanyAction[];
  readonly vacancies: readonly DemoVacancy[];
  readonly events: readonly DemoEvent[];
  readonly pilot: DemoPilot;
  readonly pilotMembers: readonly DemoPilotMember[];
  readonly consents: readonly DemoConsent[];
  readonly introductions: readonly DemoIntroduction[];
  readonly introductionSteps: readonly DemoIntroductionStep[];
  readonly reminders: readonly DemoReminder[];
};

/** What the generator needs to know of the vocabulary; the starter one carries it. */
export type DemoVocabulary = {
  readonly occupations: readonly {
    readonly uri: string;
    readonly isco: string;
    readonly names: LocalisedText;
    readonly essential: readonly string[];
    readonly optional: readonly string[];
  }[];
  readonly licences: readonly { readonly code: string; readonly names: LocalisedText }[];
};
