/** Finnish first, then Swedish and English: this order is also the order of fallback. */
export const languages = ['fi', 'sv', 'en'] as const;
export type Language = (typeof languages)[number];

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
