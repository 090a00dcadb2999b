import type { Day } from '#kernel/days.ts';
import type { Id } from '#kernel/ids.ts';
import type { Language, LocalisedText } from '#kernel/localised.ts';
import type { MunicipalityCode } from '../modules/areas/domain/municipalities.ts';

/**
 * The rows of the demonstration area, in the words of the glossary. They know nothing of tables; the loader maps them.
 * Days are calendar days in Finland, instants are ISO strings in UTC, hours are decimal hours.
 */

export type Instant = string;

export type OrganisationKind =
  | 'municipality'
  | 'employment-services'
  | 'business-services'
  | 'development-company'
  | 'state'
  | 'wellbeing-area'
  | 'kela'
  | 'education'
  | 'third-sector'
  | 'private-agency'
  | 'entrepreneurs'
  | 'joint-service';

export type DemoOrganisation = {
  readonly id: Id;
  readonly key: string;
  readonly name: LocalisedText;
  readonly kind: OrganisationKind;
  readonly municipality?: MunicipalityCode | undefined;
  /** Absent when it is not known since when. */
  readonly validFrom?: Day | undefined;
  readonly validTo?: Day | undefined;
  /** The organisation that took the task over when this one ended. */
  readonly successorId?: Id | undefined;
  /** The municipalities that the body serves, by code as on the last day of its validity. */
  readonly serves: readonly MunicipalityCode[];
  /** Where the fact was read ('003:67', 'Act 531/2025'), or 'invented'. */
  readonly source: string;
};

export type RoleCode =
  | 'client'
  | 'expert'
  | 'business'
  | 'employer'
  | 'area-manager'
  | 'decision-maker'
  | 'board'
  | 'project'
  | 'dpo'
  | 'access-admin'
  | 'comms';

/** A user of the system; those with `persona` are offered on the sign-in page. */
export type DemoUser = {
  readonly id: Id;
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly role: RoleCode;
  readonly title: LocalisedText;
  /** Absent for an employer's user and a client: they act for their company, or for themselves. */
  readonly organisationId?: Id | undefined;
  readonly clientId?: Id | undefined;
  readonly companyId?: Id | undefined;
  readonly language: Language;
  /** What this person's day looks like, for the sign-in page. */
  readonly persona?: Required<LocalisedText> | undefined;
  readonly validFrom: Day;
};

export type EducationLevel =
  | 'basic'
  | 'upper-secondary'
  | 'post-secondary'
  | 'lower-tertiary'
  | 'upper-tertiary'
  | 'unknown';

/** Why the person is a client now, as the register would say it. */
export type EmploymentState = 'unemployed' | 'laid-off' | 'part-time' | 'in-service' | 'employed';

export type DemoClient = {
  readonly id: Id;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDay: Day;
  /** Always 900–999: never given to anybody. */
  readonly identityCode: string;
  readonly municipality: MunicipalityCode;
  readonly streetAddress: string;
  readonly postcode: string;
  /** Turvakielto: address and home municipality are shown to nobody without a named grant. */
  readonly nonDisclosure: boolean;
  /** Mother tongue, ISO 639-1. */
  readonly motherTongue: string;
  /** The language that the person wants to be written to in. */
  readonly language: Language;
  readonly phone: string;
  readonly email: string;
  readonly interpreterNeeded: boolean;
  readonly educationLevel: EducationLevel;
  /** The examination or the field in plain Finnish. */
  readonly education?: string | undefined;
  /** Occupation by ESCO that the person comes from or is trained for; absent for one without a vocation. */
  readonly occupationUri?: string | undefined;
  readonly workYears: number;
  readonly state: EmploymentState;
  readonly searchStartedOn: Day;
  readonly searchEndedOn?: Day | undefined;
  readonly responsibleUserId: Id;
  /** Which invented life the row was made from; for tests and readers, not shown to anybody. */
  readonly life: string;
};

/** A worker who is a relative of the client: has no access to the file (requirements D3). */
export type DemoKinship = { readonly clientId: Id; readonly userId: Id; readonly declaredOn: Day };

export type DemoCase = {
  readonly id: Id;
  readonly clientId: Id;
  readonly openedOn: Day;
  readonly closedOn?: Day | undefined;
};

/** Who answers for the case and when: the periods of a case follow each other without a gap. */
export type DemoResponsibility = {
  readonly caseId: Id;
  readonly clientId: Id;
  readonly userId: Id;
  readonly organisationId: Id;
  readonly from: Day;
  /** The last day; absent while it lasts. */
  readonly to?: Day | undefined;
  readonly reason?: string | undefined;
};

export type DemoNote = {
  readonly id: Id;
  readonly clientId: Id;
  readonly caseId: Id;
  readonly authorId: Id;
  readonly writtenAt: Instant;
  readonly text: string;
};

export type TaskKind =
  | 'initial-interview'
  | 'job-search-meeting'
  | 'plan-review'
  | 'skills-mapping'
  | 'consent-ending'
  | 'employer-silent'
  | 'outcome-follow-up'
  | 'other';

/** A duty with a due day: what the work list is made of. */
export type DemoTask = {
  readonly id: Id;
  readonly clientId: Id;
  readonly kind: TaskKind;
  readonly dueOn: Day;
  /** The consent, the introduction or the outcome that the duty is about. */
  readonly subjectId?: Id | undefined;
  readonly details: {
    /** Of kind `other`: what is to be done, in plain Finnish. */
    readonly title?: string;
    readonly bookedFor?: Instant;
    readonly channel?: 'on-site' | 'phone' | 'remote';
  };
  readonly createdAt: Instant;
  readonly doneOn?: Day | undefined;
  readonly doneById?: Id | undefined;
};

export type Evidence = 'own-word' | 'work' | 'education' | 'certificate' | 'assessed' | 'hobby';

export type DemoMapping = {
  readonly clientId: Id;
  readonly startedOn: Day;
  /** Absent while the mapping is unfinished. */
  readonly completedOn?: Day | undefined;
};

export type DemoSkill = {
  readonly id: Id;
  readonly clientId: Id;
  /** A concept of the vocabulary, or the person's own words, or both. */
  readonly skillUri?: string | undefined;
  readonly ownWords?: string | undefined;
  readonly level: 1 | 2 | 3;
  readonly evidence: Evidence;
  readonly evidenceNote?: string | undefined;
  readonly addedById: Id;
  readonly addedAt: Instant;
};

export type CefrLevel = 'A1' | 'A2' | 'B1' | 'B2' | 'C1' | 'C2';

export type DemoOccupation = {
  readonly clientId: Id;
  readonly occupationUri: string;
  readonly years: number;
};

export type DemoLanguageSkill = {
  readonly clientId: Id;
  readonly language: string;
  readonly level: CefrLevel;
  readonly native: boolean;
};

export type DemoLicence = {
  readonly clientId: Id;
  readonly licence: string;
  readonly validTo?: Day | undefined;
};

export type WorkingTime =
  | 'full-time'
  | 'part-time'
  | 'day'
  | 'evening'
  | 'night'
  | 'weekend'
  | 'shift'
  | 'remote';

export type DemoWishes = {
  readonly clientId: Id;
  readonly occupationUris: readonly string[];
  readonly workingTimes: readonly WorkingTime[];
  readonly earliestStart?: Day | undefined;
  readonly note?: string | undefined;
  readonly travelArea: readonly MunicipalityCode[];
};

export type DemoOutcome = {
  readonly id: Id;
  readonly clientId: Id;
  readonly kind: 'employed' | 'study' | 'entrepreneur' | 'closer-to-work' | 'other';
  readonly on: Day;
  readonly source: 'client' | 'employer' | 'register' | 'adviser';
  readonly recordedById: Id;
  readonly companyId?: Id | undefined;
  readonly vacancyId?: Id | undefined;
  readonly introductionId?: Id | undefined;
  readonly note: string;
};

export type CompanySize = '1-4' | '5-9' | '10-19' | '20-49' | '50-249' | '250+';

export type DemoCompany = {
  readonly id: Id;
  readonly businessId: string;
  readonly name: string;
  readonly municipality: MunicipalityCode;
  readonly industryCode: string;
  readonly industryVersion: 'TOL 2008';
  readonly size: CompanySize;
  readonly streetAddress: string;
  readonly web?: string | undefined;
  readonly description: string;
  readonly adviserId: Id;
};

export type DemoContact = {
  readonly id: Id;
  readonly companyId: Id;
  readonly name: string;
  readonly position: string;
  readonly phone: string;
  readonly email: string;
};

export type DemoVisit = {
  readonly id: Id;
  readonly companyId: Id;
  readonly adviserId: Id;
  readonly organisationId: Id;
  readonly on: Day;
  readonly channel: 'on-site' | 'phone' | 'remote';
  readonly note: string;
  readonly nextContactOn?: Day | undefined;
};

export type CompanyActionKind =
  | 'recruitment-help'
  | 'job-description'
  | 'training-plan'
  | 'international-recruitment'
  | 'location'
  | 'growth'
  | 'other';

/** A development action in a company: what makes it "helped" (JOB-16, JOB-17). */
export type DemoCompanyAction = {
  readonly id: Id;
  readonly companyId: Id;
  readonly adviserId: Id;
  readonly organisationId: Id;
  readonly on: Day;
  readonly kind: CompanyActionKind;
  readonly hours: number;
  readonly description: string;
  readonly result?: string | undefined;
};

export type Certainty = 'talk' | 'needed' | 'now';
export type VacancyState = 'found' | 'confirmed' | 'offered' | 'filled' | 'lapsed' | 'published';

export type DemoVacancy = {
  readonly id: Id;
  readonly companyId: Id;
  readonly hidden: boolean;
  readonly state: VacancyState;
  readonly title: string;
  readonly occupationUri: string;
  readonly certainty: Certainty;
  readonly municipality: MunicipalityCode;
  readonly places: number;
  readonly essentialSkillUris: readonly string[];
  readonly optionalSkillUris: readonly string[];
  readonly requiredLanguages: readonly { readonly language: string; readonly level: CefrLevel }[];
  readonly requiredLicences: readonly string[];
  readonly workingTimes: readonly WorkingTime[];
  readonly startsOn?: Day | undefined;
  readonly foundOn: Day;
  /** Until when the need is believed to last without being asked again. */
  readonly validTo: Day;
  readonly verifiedOn: Day;
  readonly source: 'visit' | 'employer' | 'import';
  readonly foundById?: Id | undefined;
  readonly visitId?: Id | undefined;
  /** Of a hidden job the adviser's own words from the visit, of an open one the advert. */
  readonly need: string;
};

export type DemoEvent = {
  readonly id: Id;
  readonly name: Required<LocalisedText>;
  readonly kind: 'regional' | 'occupation' | 'virtual' | 'school' | 'information' | 'forum';
  readonly heldOn: Day;
  /** The profiles shared for the event are closed at this instant. */
  readonly closesAt: Instant;
  readonly municipality: MunicipalityCode;
  readonly organiserId: Id;
  readonly companyIds: readonly Id[];
};

export type DemoPilot = {
  readonly id: Id;
  readonly name: Required<LocalisedText>;
  readonly organisationId: Id;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly targets: { readonly persons: number; readonly employed: number; readonly companies: number };
  /** The dates printed in the document that the pilot comes from (003:44-48). */
  readonly documentPeriod: { readonly from: Day; readonly to: Day; readonly source: string };
};

export type DemoPilotMember = {
  readonly pilotId: Id;
  readonly clientId: Id;
  readonly invitedOn: Day;
  readonly joinedOn?: Day | undefined;
  readonly declinedOn?: Day | undefined;
  readonly leftOn?: Day | undefined;
  readonly reason?: string | undefined;
  /** Why this person was chosen, as points by criterion (SKI-02). */
  readonly reasons: readonly { readonly criterion: PilotCriterion; readonly points: number }[];
};

export type PilotCriterion = 'young' | 'foreign-language' | 'skilled' | 'hidden-potential';

export type ShareField =
  | 'name'
  | 'contact'
  | 'municipality'
  | 'education'
  | 'skills'
  | 'languages'
  | 'licences'
  | 'wishes'
  | 'travel-area';

/** Step 1 goes to the business services of one organisation; step 2 to a named employer or to one event. */
export type DemoConsent = {
  readonly id: Id;
  readonly clientId: Id;
  readonly step: 1 | 2;
  /** Of step 2: the consent of step 1 that it stands on. */
  readonly underId?: Id | undefined;
  readonly receiverOrganisationId?: Id | undefined;
  readonly receiverCompanyId?: Id | undefined;
  readonly receiverEventId?: Id | undefined;
  readonly fields: readonly ShareField[];
  readonly noticePurpose: 'business-services' | 'named-employer' | 'event';
  readonly noticeVersion: number;
  readonly noticeLanguage: Language;
  readonly givenHow: 'own-account' | 'in-person' | 'mandate';
  readonly givenById: Id;
  readonly givenAt: Instant;
  readonly validTo: Instant;
  readonly withdrawnAt?: Instant | undefined;
  readonly withdrawnById?: Id | undefined;
};

export type IntroductionState = 'waiting' | 'interview' | 'hired' | 'not-chosen' | 'withdrawn';

export type IntroductionReason =
  | 'skills-missing'
  | 'licence-missing'
  | 'language'
  | 'working-time'
  | 'distance'
  | 'filled-otherwise'
  | 'need-ended'
  | 'other'
  | 'client-withdrew'
  | 'consent-withdrawn';

export type DemoIntroduction = {
  readonly id: Id;
  readonly clientId: Id;
  readonly companyId: Id;
  readonly vacancyId: Id;
  readonly consentId: Id;
  readonly introducedById: Id;
  readonly organisationId: Id;
  readonly introducedAt: Instant;
  readonly introducedOn: Day;
  readonly message: string;
  readonly state: IntroductionState;
  readonly stateSince: Instant;
  readonly reason?: IntroductionReason | undefined;
  readonly answerNote?: string | undefined;
  readonly interviewOn?: Day | undefined;
  readonly hiredOn?: Day | undefined;
};

/** What became of an introduction, in order; the first step is the introduction itself. */
export type DemoIntroductionStep = {
  readonly id: Id;
  readonly introductionId: Id;
  readonly clientId: Id;
  readonly at: Instant;
  readonly userId?: Id | undefined;
  readonly state: IntroductionState;
  readonly reason?: IntroductionReason | undefined;
  readonly note?: string | undefined;
};

/** A reminder that went to a silent employer on working day 2 or 5, or made the adviser's task on 6. */
export type DemoReminder = {
  readonly introductionId: Id;
  readonly workingDay: 2 | 5 | 6;
  readonly sentOn: Day;
};

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
