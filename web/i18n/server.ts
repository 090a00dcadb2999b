import type { i18n } from 'i18next';
import type { Language } from '../language.ts';
import { translator } from './instance.ts';
import en from './texts-en.ts';
import fi from './texts-fi.ts';
import sv from './texts-sv.ts';

const translators: Record<Language, i18n> = {
  fi: translator('fi', fi),
  sv: translator('sv', sv),
  en: translator('en', en),
};

/** The translator of a language, for loaders and actions that write text themselves (mail, a file's name). */
export function translatorOf(language: Language): i18n {
  return translators[language];
}
