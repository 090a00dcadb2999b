import { z } from 'zod';

/**
 * A finding is an inconsistency shown to a user, never silently repaired (requirements.md A0.2). The printed value
 * stays; the computed one stands beside it.
 */
export const FindingGrade = z.enum([
  /** A printed figure does not follow from the other printed figures. */
  'error',
  /** Allowed, but somebody must look: a ceiling passed, a rounding that hides something. */
  'warning',
  /** The prose says otherwise than the table; the table binds (F-03). */
  'text-differs-from-table',
  /** Something that must be there is not. */
  'missing',
  /** Good to know, nothing to do. */
  'notice',
]);
export type FindingGrade = z.infer<typeof FindingGrade>;

/** A value with its unit, so that a page can print it in any language. */
export const FindingValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cents'), value: z.int() }),
  z.object({ kind: z.literal('number'), value: z.number() }),
  /** 1 = the whole. */
  z.object({ kind: z.literal('share'), value: z.number() }),
  z.object({ kind: z.literal('day'), value: z.string() }),
  z.object({ kind: z.literal('text'), value: z.string() }),
]);
export type FindingValue = z.infer<typeof FindingValue>;

export const Finding = z.object({
  /** From the closed set of the check; its text is under the i18n key `findings.<code>`. */
  code: z.string(),
  grade: FindingGrade,
  /** As it stands in the source. */
  printed: FindingValue.optional(),
  /** As it should be by the rule. */
  computed: FindingValue.optional(),
  /** printed − computed. */
  difference: FindingValue.optional(),
  /** Where it was read: document and line ('003:184-185'), file and row, field. */
  source: z.string().optional(),
  /** What could be meant or offered; its text is under `findings.hints.<code>`. Never applied by itself. */
  hint: z.object({ code: z.string(), values: z.record(z.string(), FindingValue).optional() }).optional(),
});
export type Finding = z.infer<typeof Finding>;

export const inCents = (value: number): FindingValue => ({ kind: 'cents', value });
export const inNumber = (value: number): FindingValue => ({ kind: 'number', value });
export const inShare = (value: number): FindingValue => ({ kind: 'share', value });
