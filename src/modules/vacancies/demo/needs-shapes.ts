import type { Day } from '#kernel/days.ts';
import type { Id } from '#kernel/ids.ts';
import type { Language, LocalisedText } from '#kernel/localised.ts';
import type { MunicipalityCode } from '#modules/areas/domain/municipalities.ts';
import type { CefrLevel, Instant, WorkingTime } from '#modules/clients/demo/people-shapes.ts';

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
