import { z } from 'zod';
import { optionalText, requiredText } from '#kernel/inputs.ts';
import { LocalisedText } from '#kernel/localised.ts';
import { hasIdentityCode } from '#kernel/personal-data.ts';

/** Words that somebody else will read: an identity code in them is refused. */
export const wordsWithoutCodes = (most: number) =>
  requiredText(most).refine((text) => !hasIdentityCode(text), { error: 'identity-code-in-text' });

/** A text in one to three languages, as three fields of a form. */
export const texts = (most: number) =>
  z
    .object({ fi: optionalText(most), sv: optionalText(most), en: optionalText(most) })
    .transform((given) => Object.fromEntries(Object.entries(given).filter(([, text]) => text !== undefined)))
    .pipe(LocalisedText);

/** All words of texts in several languages, for looking them over. */
export const allWords = (...given: readonly LocalisedText[]): string =>
  given.flatMap((text) => Object.values(text)).join('\n');
