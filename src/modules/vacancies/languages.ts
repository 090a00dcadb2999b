import type { Language } from '#kernel/localised.ts';

const names = new Map<Language, Intl.DisplayNames>();

/** The name of a language in another: `fi` is "suomi", "finska", "Finnish". An unknown code is told as it is. */
export function languageName(code: string, language: Language): string {
  let own = names.get(language);
  if (!own) {
    own = new Intl.DisplayNames([language === 'en' ? 'en-GB' : `${language}-FI`], { type: 'language' });
    names.set(language, own);
  }
  try {
    return own.of(code) ?? code;
  } catch {
    return code;
  }
}
