import type { Day } from '#kernel/days.ts';
import type { Cefr, Evidence, Level, WorkingTime } from './parts.ts';

/** What a person can and wishes, as far as it is open to the reader: consent and relation decide field by field. */
export interface ProfileParts {
  skills: { id: string; uri?: string; ownWords?: string; level: Level; evidence: Evidence }[];
  occupations: { uri: string; years: number }[];
  languages: { language: string; cefr: Cefr; native: boolean }[];
  licences: { code: string; validTo?: Day }[];
  wish?: { occupationUris: string[]; workingTimes: WorkingTime[]; earliestStart?: Day; note?: string };
  travelArea: string[];
}

/** Nothing known, or nothing open to the reader. */
export function emptyProfileParts(): ProfileParts {
  return { skills: [], occupations: [], languages: [], licences: [], travelArea: [] };
}
