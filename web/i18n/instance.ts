import { createInstance, type i18n } from 'i18next';
import type { Language } from '../language.ts';
import type { Texts } from './types.ts';

/** A translator that speaks one language for ever; the server has one for each, so nothing changes between requests. */
export function translator(language: Language, texts: Texts): i18n {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'common',
    ns: Object.keys(texts),
    resources: { [language]: texts },
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
    react: { useSuspense: false },
  });
  return instance;
}
