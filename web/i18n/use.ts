import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { knownLanguage, type Language } from '../language.ts';
import { type Format, formatOf } from './format.ts';

export type Places = Readonly<Record<string, unknown>>;

/** Gives the text of a key: `t('title')`, `t('common:save')`, `t('rows', { count })`. */
export interface T {
  (key: string, places?: Places): string;
  /** Is there such a text? For keys made of data (codes); a literal key is checked by a test. */
  readonly has: (key: string) => boolean;
}

/** The texts of a namespace in the language of the page. */
export function useT(namespace = 'common'): T {
  const { t, i18n } = useTranslation(namespace);
  return useMemo(() => {
    const text = (key: string, places?: Places) => String(t(key, { ...places }));
    const has = (key: string) => i18n.exists(key, { ns: namespace });
    return Object.assign(text, { has });
  }, [t, i18n, namespace]);
}

/** The language of the page. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return knownLanguage(i18n.language) ?? 'fi';
}

/** Days, instants, numbers and money as the language of the page writes them. */
export function useFormat(): Format {
  return formatOf(useLanguage());
}
