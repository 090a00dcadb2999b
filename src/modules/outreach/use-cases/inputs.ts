import { z } from 'zod';
import { optionalText } from '#kernel/inputs.ts';
import { LocalisedText } from '#kernel/localised.ts';

/** A text in one to three languages, as three fields of a form. */
export const texts = (most: number) =>
  z
    .object({ fi: optionalText(most), sv: optionalText(most), en: optionalText(most) })
    .transform((given) => Object.fromEntries(Object.entries(given).filter(([, text]) => text !== undefined)))
    .pipe(LocalisedText);

/** All words of texts in several languages, for looking them over. */
export const allWords = (...given: readonly LocalisedText[]): string =>
  given.flatMap((text) => Object.values(text)).join('\n');
