import { createContext, useContext, useMemo } from 'react';
import type { Places, Translator } from '../../src/texts/translator.ts';
import type { Language } from '../language.ts';
import { type Format, formatOf } from './format.ts';

/** A namespace of texts: the name of a file of texts up to its first dot. */
export type Namespace = keyof TextKeys;

/** A key that is there: `title`, `state.${state}` (some key of that form), `common:save` of another namespace. */
type Known<N extends Namespace, K extends string> = string extends K
  ? K
  : K extends `${infer Other}:${infer Rest}`
    ? Other extends Namespace
      ? [Extract<TextKeys[Other], Rest>] extends [never]
        ? never
        : K
      : never
    : [Extract<TextKeys[N], K>] extends [never]
      ? never
      : K;

/** Gives the text of a key: `t('title')`, `t('common:save')`, `t('rows', { count })`. */
export interface T<N extends Namespace = never> {
  <const K extends string>(key: [N] extends [never] ? K : Known<N, K>, places?: Places): string;
  /** Is there such a text? For keys made of data (codes). */
  readonly has: (key: string) => boolean;
}

const TranslatorContext = createContext<Translator | undefined>(undefined);

/** Gives the pages below it their translator. */
export const Speaking = TranslatorContext.Provider;

function useTranslator(): Translator {
  const translator = useContext(TranslatorContext);
  if (translator === undefined) throw new Error('A page stands outside <Speaking>');
  return translator;
}

/** The texts of a namespace in the language of the page. A key that is not there does not compile. */
export function useT<N extends Namespace = 'common'>(namespace?: N): T<N> {
  const translator = useTranslator();
  const own = namespace ?? 'common';
  return useMemo(() => {
    const has = (key: string) => translator.has(key.includes(':') ? key : `${own}:${key}`);
    return Object.assign(translator.in(own), { has }) as T<N>;
  }, [translator, own]);
}

/** The language of the page. */
export function useLanguage(): Language {
  return useTranslator().language;
}

/** Days, instants, numbers and money as the language of the page writes them. */
export function useFormat(): Format {
  return formatOf(useLanguage());
}
