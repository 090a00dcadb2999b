import type { Day } from '#kernel/days.ts';
import type { Id } from '#kernel/ids.ts';
import type { Language, LocalisedText } from '#kernel/localised.ts';
import type { Role } from '#kernel/viewer.ts';
import type { MunicipalityCode } from '#modules/areas/domain/municipalities.ts';

/** An ISO string in UTC. */
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

export type RoleCode = Role;

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
    readonly what?: string;
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
