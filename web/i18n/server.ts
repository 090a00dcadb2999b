import texts from 'virtual:texts';
import { makeTranslator, type Translator } from '../../src/texts/translator.ts';
import type { Language } from '../language.ts';

const translators: Record<Language, Translator> = {
  fi: makeTranslator('fi', texts.fi),
  sv: makeTranslator('sv', texts.sv),
  en: makeTranslator('en', texts.en),
};

/** The translator of a language, for loaders and actions that write text themselves (a file's name, a cell). */
export function translatorOf(language: Language): Translator {
  return translators[language];
}
