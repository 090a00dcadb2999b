import { z } from 'zod';

/** Finnish first, then Swedish and English: this order is also the order of fallback. */
export const languages = ['fi', 'sv', 'en'] as const;

export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

/** A text in one to three languages; the languages it lacks are absent, not empty. */
export const LocalisedText = z
  .object({ fi: z.string().optional(), sv: z.string().optional(), en: z.string().optional() })
  .refine((text) => languages.some((language) => (text[language] ?? '').trim() !== ''), {
    error: 'no-language',
  });
export type LocalisedText = { fi?: string | undefined; sv?: string | undefined; en?: string | undefined };

/** A text together with the language it really is in: the page marks it (`lang`) and says when it is not the wanted one. */
export type TextInLanguage = { readonly text: string; readonly language: Language };

/**
 * The text in the wanted language or, honestly, in another one: content may lack a language but says so
 * (requirements.md PLT-01). Falls back fi → sv → en; an entirely empty text gives '' in the wanted language.
 */
export function inLanguage(text: LocalisedText, wanted: Language): TextInLanguage {
  for (const language of [wanted, ...languages]) {
    const found = text[language];
    if (found !== undefined && found.trim() !== '') return { text: found, language };
  }
  return { text: '', language: wanted };
}

/** The languages a text lacks, in the order fi, sv, en. */
export function missingLanguages(text: LocalisedText): Language[] {
  return languages.filter((language) => (text[language] ?? '').trim() === '');
}

/** Is this text the code of a language of ours? */
export function isLanguage(text: unknown): text is Language {
  return typeof text === 'string' && (languages as readonly string[]).includes(text);
}

const collators = new Map<Language, Intl.Collator>();

/** The order of letters of a language, for sorting: in Finnish and Swedish …Z Å Ä Ö; numbers by their size. */
export function compareTexts(language: Language): (a: string, b: string) => number {
  let collator = collators.get(language);
  if (!collator) {
    collator = new Intl.Collator(language, { numeric: true });
    collators.set(language, collator);
  }
  return collator.compare;
}
