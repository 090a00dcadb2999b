import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { HydratedRouter } from 'react-router/dom';
import { translator } from './i18n/instance.ts';
import type { Texts } from './i18n/types.ts';
import { knownLanguage, type Language } from './language.ts';

/** Only the language of the page is fetched; another language is another page load. */
const texts: Record<Language, () => Promise<{ default: Texts }>> = {
  fi: () => import('./i18n/texts-fi.ts'),
  sv: () => import('./i18n/texts-sv.ts'),
  en: () => import('./i18n/texts-en.ts'),
};

const language = knownLanguage(document.documentElement.lang) ?? 'fi';
const { default: spoken } = await texts[language]();

startTransition(() => {
  hydrateRoot(
    document,
    <I18nextProvider i18n={translator(language, spoken)}>
      <HydratedRouter />
    </I18nextProvider>,
  );
});
