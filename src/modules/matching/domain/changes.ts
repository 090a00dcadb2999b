import type { Need, Profile } from './profile.ts';

/** Something imagined of a person: what one would have, go to or accept. */
export type PersonChange =
  | { readonly side: 'person'; readonly kind: 'licence'; readonly code: string }
  | { readonly side: 'person'; readonly kind: 'skill'; readonly uri: string }
  | { readonly side: 'person'; readonly kind: 'place'; readonly municipalityCode: string }
  | {
      readonly side: 'person';
      readonly kind: 'language';
      readonly language: string;
      readonly cefr: string;
    }
  | { readonly side: 'person'; readonly kind: 'time'; readonly time: string };

/** Something imagined of a need: what it would not ask, ask less of, or accept. */
export type NeedChange =
  | {
      readonly side: 'need';
      readonly kind: 'language';
      readonly language: string;
      /** The level asked instead; absent when the language is not asked. */
      readonly cefr?: string | undefined;
    }
  | { readonly side: 'need'; readonly kind: 'helpful'; readonly uri: string }
  | { readonly side: 'need'; readonly kind: 'licence'; readonly code: string }
  | { readonly side: 'need'; readonly kind: 'time'; readonly time: string };

export type Change = PersonChange | NeedChange;

export const cefrLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
/** A skill that is learnt is imagined on level 2: the person manages it alone. */
const learntLevel = 2;

/** A change as a short text, for an address and for the order of lists: `person.language.fi.B1`. */
export function changeKey(change: Change): string {
  const { side, kind } = change;
  if (kind === 'language') return `${side}.${kind}.${change.language}.${change.cefr ?? ''}`;
  if (kind === 'licence') return `${side}.${kind}.${change.code}`;
  if (kind === 'place') return `${side}.${kind}.${change.municipalityCode}`;
  if (kind === 'time') return `${side}.${kind}.${change.time}`;
  return `${side}.${kind}.${change.uri}`;
}

/** Reads what `changeKey` wrote; undefined when it is nothing of the kind. */
export function changeOf(key: string): Change | undefined {
  const match = /^(person|need)\.([a-z]+)\.(.+)$/s.exec(key);
  if (!match) return undefined;
  const [, side, kind, rest] = match as unknown as [string, 'person' | 'need', string, string];
  if (kind === 'licence') return { side, kind, code: rest };
  if (kind === 'time') return { side, kind, time: rest };
  if (kind === 'language') {
    const at = rest.lastIndexOf('.');
    const [language, cefr] = [rest.slice(0, at), rest.slice(at + 1)];
    const level = cefrLevels.find((row) => row === cefr);
    if (at < 1 || (level === undefined && (side === 'person' || cefr !== ''))) return undefined;
    return side === 'need' ? { side, kind, language, cefr: level } : { side, kind, language, cefr: level! };
  }
  if (side === 'person' && kind === 'skill') return { side, kind, uri: rest };
  if (side === 'person' && kind === 'place') return { side, kind, municipalityCode: rest };
  return side === 'need' && kind === 'helpful' ? { side, kind, uri: rest } : undefined;
}

/** The person with the changes that are of a person's side; the others are passed over. */
export function changedPerson(profile: Profile, changes: readonly Change[]): Profile {
  let next = profile;
  for (const change of changes) {
    if (change.side !== 'person') continue;
    if (change.kind === 'licence')
      next = {
        ...next,
        licences: [...next.licences.filter(({ code }) => code !== change.code), { code: change.code }],
      };
    else if (change.kind === 'skill') {
      const skills = next.skills.filter(({ uri, level }) => uri !== change.uri || level > learntLevel);
      const kept = skills.some(({ uri }) => uri === change.uri);
      next = { ...next, skills: kept ? skills : [...skills, { uri: change.uri, level: learntLevel }] };
    } else if (change.kind === 'place')
      next = { ...next, travelArea: [...new Set([...next.travelArea, change.municipalityCode])] };
    else if (change.kind === 'time')
      next = { ...next, workingTimes: [...new Set([...next.workingTimes, change.time])] };
    else
      next = {
        ...next,
        languages: [
          ...next.languages.filter(({ language }) => language !== change.language),
          { language: change.language, cefr: change.cefr, native: false },
        ],
      };
  }
  return next;
}

/** The need with the changes that are of a need's side; the others are passed over. */
export function changedNeed<N extends Need>(need: N, changes: readonly Change[]): N {
  let next = need;
  for (const change of changes) {
    if (change.side !== 'need') continue;
    if (change.kind === 'licence')
      next = { ...next, licences: next.licences.filter((code) => code !== change.code) };
    else if (change.kind === 'time')
      next = { ...next, workingTimes: [...new Set([...next.workingTimes, change.time])] };
    else if (change.kind === 'helpful') {
      if (!next.essential.includes(change.uri)) continue;
      next = {
        ...next,
        essential: next.essential.filter((uri) => uri !== change.uri),
        optional: [...next.optional.filter((uri) => uri !== change.uri), change.uri],
      };
    } else
      next = {
        ...next,
        languages: next.languages.flatMap((language) =>
          language.language !== change.language
            ? [language]
            : change.cefr === undefined
              ? []
              : [{ language: language.language, cefr: change.cefr }],
        ),
      };
  }
  return next;
}
