import type { Language } from '#kernel/localised.ts';

/** What fills the places of a text; `count` also chooses the plural. */
export type Places = Readonly<Record<string, unknown>>;

/** A translator speaks one language for ever. A key is `namespace:key`; without a namespace it is of `common`. */
export interface Translator {
  readonly language: Language;
  /** The text of a key with its places filled; the key itself when there is no text. */
  readonly t: (key: string, places?: Places) => string;
  readonly has: (key: string) => boolean;
  /** The same for the keys of one namespace. */
  readonly in: (namespace: string) => (key: string, places?: Places) => string;
  /** Learns the texts of a namespace. */
  readonly add: (namespace: string, texts: Readonly<Record<string, string>>) => void;
}

const locales = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const;

/**
 * Makes the translator of a language. A place `{{name}}` is filled from `places`; with a `count` the text is that of
 * `key_zero` (0, when there is one), `key_one` or `key_other`, as the language counts.
 */
export function makeTranslator(
  language: Language,
  texts: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
): Translator {
  const known = new Map(Object.entries(texts));
  const plurals = new Intl.PluralRules(locales[language]);

  function find(key: string, own: string, count: unknown): string | undefined {
    const colon = key.indexOf(':');
    const namespace = known.get(colon < 0 ? own : key.slice(0, colon));
    if (namespace === undefined) return undefined;
    const name = key.slice(colon + 1);
    const plural = typeof count !== 'number' ? undefined : `${name}_${plurals.select(count)}`;
    return (
      (count === 0 ? namespace[`${name}_zero`] : undefined) ??
      (plural === undefined ? undefined : namespace[plural]) ??
      namespace[name] ??
      (count === undefined ? namespace[`${name}_other`] : undefined)
    );
  }

  const inNamespace =
    (own: string) =>
    (key: string, places: Places = {}): string => {
      const text = find(key, own, places.count);
      if (text === undefined) {
        console.error(`No text ${own}:${key} in ${language}`);
        return key;
      }
      return text.replaceAll(/\{\{\s*([\w.-]+)\s*\}\}/g, (_whole, name: string) => {
        const value = places[name];
        return value === undefined || value === null ? '' : String(value);
      });
    };

  return {
    language,
    t: inNamespace('common'),
    has: (key) => find(key, 'common', undefined) !== undefined,
    in: inNamespace,
    add: (namespace, more) => known.set(namespace, { ...known.get(namespace), ...more }),
  };
}
