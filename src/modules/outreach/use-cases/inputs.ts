import { z } from 'zod';
import { LocalisedText } from '#kernel/localised.ts';

/** A line or more that must be there. */
export const words = (most: number) => z.string().trim().min(1, { error: 'required' }).max(most);
/** A line or more that may be left empty; '' becomes absent. */
export const maybe = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .optional()
    .transform((text) => (text === '' ? undefined : text));

/** A text in one to three languages, as three fields of a form. */
export const texts = (most: number) =>
  z
    .object({ fi: maybe(most), sv: maybe(most), en: maybe(most) })
    .transform((given) => Object.fromEntries(Object.entries(given).filter(([, text]) => text !== undefined)))
    .pipe(LocalisedText);

/** All words of texts in several languages, for looking them over. */
export const allWords = (...given: readonly LocalisedText[]): string =>
  given.flatMap((text) => Object.values(text)).join('\n');
