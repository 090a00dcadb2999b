import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { workingTimes } from './codes.ts';

/** How well: 1 the basics, 2 works alone, 3 teaches others or does demanding work. */
export const levels = [1, 2, 3] as const;
export const Level = z.union([z.literal(1), z.literal(2), z.literal(3)], { error: 'choose-one' });
export type Level = z.infer<typeof Level>;

/** What a skill rests on. */
export const evidences = ['own-word', 'work', 'education', 'certificate', 'hobby', 'assessed'] as const;
export const Evidence = z.enum(evidences, { error: 'choose-one' });
export type Evidence = z.infer<typeof Evidence>;

/** Levels of the Common European Framework, the lowest first. */
export const cefrLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
export const Cefr = z.enum(cefrLevels, { error: 'choose-one' });
export type Cefr = z.infer<typeof Cefr>;

export const WorkingTime = z.enum(workingTimes);
export type WorkingTime = z.infer<typeof WorkingTime>;

export const Uri = z.string().min(1).max(300);
const shortText = (most: number) => z.string().trim().min(1, 'required').max(most);

/** A skill of the vocabulary, or in the person's own words, or both. */
export const SkillState = z
  .object({
    uri: Uri.optional(),
    ownWords: shortText(200).optional(),
    level: Level,
    evidence: Evidence,
    evidenceNote: shortText(500).optional(),
  })
  .refine((skill) => skill.uri !== undefined || skill.ownWords !== undefined, {
    error: 'required',
    // A form that asks for either has one field for both.
    path: ['ownWords'],
    when: () => true,
  });
export type SkillState = z.infer<typeof SkillState>;

/** Years in full and tenths: 0 to 70. */
export const Years = z
  .number({ error: 'not-a-number' })
  .min(0, 'not-years')
  .max(70, 'not-years')
  .transform((years) => Math.round(years * 10) / 10);

export const OccupationState = z.object({ uri: Uri, years: Years });
export type OccupationState = z.infer<typeof OccupationState>;

/** A language by its ISO 639 code. A native language counts as C2. */
export const LanguageState = z.object({
  language: z.string().regex(/^[a-z]{2,3}$/, 'choose-one'),
  cefr: Cefr,
  native: z.boolean(),
});
export type LanguageState = z.infer<typeof LanguageState>;

/** A licence or card; without a last day it is valid until further notice. */
export const LicenceState = z.object({ code: shortText(60), validTo: Day.optional() });
export type LicenceState = z.infer<typeof LicenceState>;

/** How many occupations one may wish for. */
export const mostWished = 10;
export const WishState = z.object({
  occupationUris: z.array(Uri).max(mostWished, 'too-many-occupations'),
  workingTimes: z.array(WorkingTime),
  earliestStart: Day.optional(),
  note: shortText(1000).optional(),
});
export type WishState = z.infer<typeof WishState>;

/** Codes of the municipalities where the person can go to work. */
export const TravelAreaState = z.object({ codes: z.array(z.string().regex(/^\d{3}$/)).max(100) });
export type TravelAreaState = z.infer<typeof TravelAreaState>;

export const CompletionState = z.object({ completedOn: Day });
export type CompletionState = z.infer<typeof CompletionState>;

/** The parts of a mapping and the form of each; `subject` says which one (a skill's id, a language's code …). */
export type PartStates = {
  skill: SkillState;
  occupation: OccupationState;
  language: LanguageState;
  licence: LicenceState;
  wish: WishState;
  'travel-area': TravelAreaState;
  mapping: CompletionState;
};
export type PartName = keyof PartStates;
export type PartState = PartStates[PartName];

/** The same state in the one form in which it is stored and compared: lists in their order, nothing empty. */
export function canonical<State extends PartState>(state: State): State {
  const entries = Object.entries(state)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([key, value]) => [
      key,
      key === 'codes' || key === 'workingTimes' ? [...new Set(value)].sort() : value,
    ])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return Object.fromEntries(entries) as State;
}

/** Are the two states the same? Both may be absent. */
export function sameState(a: PartState | undefined, b: PartState | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));
}
