import { z } from 'zod';
import {
  languages,
  type Language as WrittenLanguage,
  type LocalisedText as WrittenText,
} from './in-language.ts';

export { inLanguage, languages, type TextInLanguage } from './in-language.ts';

export const Language = z.enum(languages);
export type Language = WrittenLanguage;

/** A text in one to three languages; the languages it lacks are absent, not empty. */
export const LocalisedText = z
  .object({ fi: z.string().optional(), sv: z.string().optional(), en: z.string().optional() })
  .refine((text) => languages.some((language) => (text[language] ?? '').trim() !== ''), {
    error: 'no-language',
  });
export type LocalisedText = WrittenText;

/** The languages a text lacks, in the order fi, sv, en. */
export function missingLanguages(text: LocalisedText): Language[] {
  return languages.filter((language) => (text[language] ?? '').trim() === '');
}

/** Is this text the code of a language of ours? */
export function isLanguage(text: unknown): text is Language {
  return typeof text === 'string' && (languages as readonly string[]).includes(text);
}
