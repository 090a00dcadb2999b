import type { Day } from '#kernel/days.ts';

/** Fields of a consent that matching reads, as bits. */
export const fieldBits = { skills: 1, languages: 2, licences: 4, wishes: 8, 'travel-area': 16 } as const;
export const everyField = 31;

/** A consent in force, as matching needs it; a protected address has already closed its places. */
export interface Sharing {
  readonly step: 1 | 2;
  readonly organisationId?: string | undefined;
  readonly fields: number;
  /** Ends at this instant (milliseconds of Unix time). */
  readonly until: number;
}

/** A person as matching sees one: the mapping and the consents, nothing else. */
export interface Profile {
  readonly id: string;
  readonly skills: readonly { readonly uri: string; readonly level: 1 | 2 | 3 }[];
  readonly occupations: readonly { readonly uri: string; readonly years: number }[];
  readonly languages: readonly {
    readonly language: string;
    readonly cefr: string;
    readonly native: boolean;
  }[];
  readonly licences: readonly { readonly code: string; readonly validTo?: Day | undefined }[];
  readonly wishOccupations: readonly string[];
  readonly workingTimes: readonly string[];
  readonly earliestStart?: Day | undefined;
  readonly travelArea: readonly string[];
  readonly sharings: readonly Sharing[];
}

/** An employer's need as matching sees it. A need that is only being written has no id yet. */
export interface Need {
  readonly id?: string | undefined;
  readonly companyId?: string | undefined;
  readonly occupationUri?: string | undefined;
  readonly essential: readonly string[];
  readonly optional: readonly string[];
  readonly languages: readonly { readonly language: string; readonly cefr: string }[];
  readonly licences: readonly string[];
  readonly workingTimes: readonly string[];
  readonly municipalityCode?: string | undefined;
  readonly startsOn?: Day | undefined;
  readonly validTo?: Day | undefined;
  readonly hidden: boolean;
  /** How many people are needed; one when it is not said. */
  readonly places?: number | undefined;
  /** Read from the words of a note and not confirmed by anybody: it is matched, and counted in no figure. */
  readonly isGuess?: boolean | undefined;
  /** Neither filled nor lapsed. */
  readonly live: boolean;
}

/** What the vocabulary says of occupations and skills. */
export interface OccupationFacts {
  /** Four digits of ISCO-08, when the occupation is known. */
  isco(occupationUri: string): string | undefined;
  /** Skills that the occupation always needs. */
  essentialOf(occupationUri: string): readonly string[];
  /** The groups above a skill, nearest first; none when the vocabulary has no groups for it. */
  groupsOf(skillUri: string): readonly string[];
}

/** The fields that an organisation's business services may read of a person at an instant; 0 is nothing. */
export function fieldsFor(profile: Profile, organisationId: string, at: number): number {
  let fields = 0;
  for (const sharing of profile.sharings) {
    if (sharing.step === 1 && sharing.organisationId === organisationId && at < sharing.until)
      fields |= sharing.fields;
  }
  return fields;
}

/** Has the person let business services know anything, so that hidden jobs may be shown to the person? */
export function seesHidden(profile: Profile, at: number): boolean {
  return profile.sharings.some((sharing) => sharing.step === 1 && at < sharing.until);
}
