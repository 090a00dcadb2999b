import { z } from 'zod';
import { parseBusinessId } from '#kernel/business-id.ts';

export const sizeClasses = ['1-4', '5-9', '10-19', '20-49', '50-249', '250+', 'unknown'] as const;
/** What work done with a company is called; only such work makes it "helped" (requirements JOB-16, JOB-17). */
export const actionKinds = [
  'recruitment-help',
  'job-description',
  'training-plan',
  'international-recruitment',
  'location',
  'growth',
  'other',
] as const;
export const visitChannels = ['on-site', 'phone', 'remote'] as const;

/** An optional text of a form: an empty field is no text. */
export const optionalText = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .transform((text) => (text === '' ? undefined : text))
    .optional();

export const Hours = z
  .union([
    z.number(),
    z
      .string()
      .trim()
      .min(1, 'required')
      .transform((text) => Number(text.replace(',', '.'))),
  ])
  .refine((hours) => Number.isFinite(hours) && hours > 0 && hours <= 200, { error: 'hours-not-fitting' });

/** What a search is for: a Y-tunnus written in any of its forms, or words. */
export function readQuery(text: string): { businessId?: string; words: string } {
  const words = text.trim().replace(/\s+/g, ' ').toLocaleLowerCase('fi');
  const parsed = parseBusinessId(text);
  return parsed.ok ? { businessId: parsed.value, words } : { words };
}
