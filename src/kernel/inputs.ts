import { z } from 'zod';

/** Text that must be there; `most` characters at most. */
export const requiredText = (most: number) => z.string().trim().min(1, { error: 'required' }).max(most);

/** Text that may be left empty: then it is absent. */
export const optionalText = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .optional()
    .transform((text) => text || undefined);

/** A part of a person's name that may be left empty; spaces between its words are single ones. */
export const optionalName = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .optional()
    .transform((text) => text?.replace(/\s+/gu, ' ') || undefined);

/** A value typed as text that may be left empty: then it is absent, otherwise the schema decides. */
export const optional = (schema: z.ZodType<string>) =>
  z
    .union([z.literal(''), schema])
    .optional()
    .transform((text) => text || undefined);

/** For `z.preprocess`: an empty text of an address or a form is no value. */
export const emptyIsAbsent = (value: unknown) => (value === '' ? undefined : value);
