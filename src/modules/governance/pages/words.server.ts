import { translatorOf } from '#web/i18n/server.ts';
import type { Language } from '#web/language.ts';
import type { T } from './words.ts';

/** The words of the pages in a language, for what is written in the language of an item. */
export const wordsIn = (language: Language): T => {
  const translator = translatorOf(language);
  return (key, places) => String(translator.t(key, { ...places }));
};
