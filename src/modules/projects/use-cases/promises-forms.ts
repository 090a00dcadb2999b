import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { parseFinnishNumber } from '#kernel/finnish-numbers.ts';

/** A text of a form that may be empty: then it is absent. */
export const optionalText = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .transform((text) => (text === '' ? undefined : text))
    .optional();

/** A number of a form as people write it; empty is absent and never 0. What can be read in two ways is asked again. */
export const optionalNumber = z
  .unknown()
  .transform((raw, context): number | undefined => {
    if (raw === undefined || typeof raw === 'number') return raw;
    if (typeof raw === 'string' && raw.trim() === '') return undefined;
    const parsed = parseFinnishNumber(String(raw));
    if (parsed.ok) return parsed.value;
    context.addIssue({
      code: 'custom',
      message: parsed.error.code === 'ambiguous' ? 'ambiguous-number' : 'not-a-number',
    });
    return z.NEVER;
  })
  .optional();

/** A day of a form; empty is absent. */
export const optionalDay = z
  .string()
  .trim()
  .transform((text) => (text === '' ? undefined : text))
  .pipe(Day.optional())
  .optional();
