import type { Day } from '#kernel/days.ts';
import { fieldBits, type Need, type Profile } from './profile.ts';
import { oneStepLicences, widerLicences } from './weights.ts';

/** A condition that stands in the way, in facts that a sentence can be made of. */
export type Stop =
  | { readonly kind: 'travel-area'; readonly municipalityCode: string }
  | {
      readonly kind: 'language';
      readonly language: string;
      readonly needed: string;
      readonly has?: string | undefined;
    }
  | { readonly kind: 'licence'; readonly code: string }
  | { readonly kind: 'working-time'; readonly times: readonly string[] }
  | { readonly kind: 'need-ended' };

/** Conditions of one pair: what stops it, what one step would give, what cannot be known with the rights at hand. */
export interface Conditions {
  readonly stops: readonly Stop[];
  readonly missingLicences: readonly string[];
  readonly unknown: readonly ('travel-area' | 'languages' | 'licences')[];
}

export const cefrLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'];
export const extents = ['full-time', 'part-time'];
export const hours = ['day', 'evening', 'night', 'weekend', 'shift'];

/** Is the level of the Common European Framework at least the needed one? */
export function reaches(has: string, needed: string): boolean {
  return cefrLevels.indexOf(has) >= cefrLevels.indexOf(needed);
}

/** Judges the conditions of a pair on a day, reading only the given fields of the person. */
export function judge(profile: Profile, need: Need, today: Day, fields: number): Conditions {
  const stops: Stop[] = [];
  const missingLicences: string[] = [];
  const unknown: Conditions['unknown'][number][] = [];
  if (!need.live || (need.validTo !== undefined && need.validTo < today)) stops.push({ kind: 'need-ended' });
  if (need.municipalityCode !== undefined && !need.workingTimes.includes('remote')) {
    const known = (fields & fieldBits['travel-area']) !== 0 && profile.travelArea.length > 0;
    if (!known) unknown.push('travel-area');
    else if (!profile.travelArea.includes(need.municipalityCode))
      stops.push({ kind: 'travel-area', municipalityCode: need.municipalityCode });
  }
  if (need.languages.length > 0) {
    if ((fields & fieldBits.languages) === 0) unknown.push('languages');
    else for (const wanted of need.languages) judgeLanguage(profile, wanted, stops);
  }
  if (need.licences.length > 0) {
    if ((fields & fieldBits.licences) === 0) unknown.push('licences');
    else {
      for (const code of need.licences) {
        if (holds(profile, code, today)) continue;
        if (oneStepLicences.has(code)) missingLicences.push(code);
        else stops.push({ kind: 'licence', code });
      }
    }
  }
  if ((fields & fieldBits.wishes) !== 0 && !timesMeet(profile.workingTimes, need.workingTimes))
    stops.push({ kind: 'working-time', times: need.workingTimes });
  return { stops, missingLicences, unknown };
}

function judgeLanguage(profile: Profile, wanted: { language: string; cefr: string }, stops: Stop[]): void {
  const own = profile.languages.find(({ language }) => language === wanted.language);
  if (own && (own.native || reaches(own.cefr, wanted.cefr))) return;
  stops.push({ kind: 'language', language: wanted.language, needed: wanted.cefr, has: own?.cefr });
}

/** Has the person a licence that is valid on the day, or a wider one? */
export function holds(profile: Profile, code: string, today: Day): boolean {
  return profile.licences.some(
    (licence) =>
      (licence.code === code || widerLicences[licence.code]?.includes(code) === true) &&
      (licence.validTo === undefined || licence.validTo >= today),
  );
}

/** Do the working times of a job suit? Where both say something of the extent or of the hours, one must be shared. */
export function timesMeet(own: readonly string[], job: readonly string[]): boolean {
  return [extents, hours].every((dimension) => {
    const mine = own.filter((time) => dimension.includes(time));
    const theirs = job.filter((time) => dimension.includes(time));
    return mine.length === 0 || theirs.length === 0 || mine.some((time) => theirs.includes(time));
  });
}
