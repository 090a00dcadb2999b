import { isDay } from '#kernel/days.ts';
import { formatDay } from '#kernel/finnish-days.ts';
import { type Language, languages } from '#kernel/localised.ts';
import { readTexts } from './files.ts';
import { makeTranslator, type Translator } from './translator.ts';

const translators = new Map<Language, Translator>();

/** The translator of a language with every text of the house, read once from the files. */
export function translatorOf(language: Language): Translator {
  if (translators.size === 0) {
    const texts = readTexts();
    for (const each of languages) translators.set(each, makeTranslator(each, texts[each]));
  }
  return translators.get(language)!;
}

/**
 * A text by `namespace:key` for what is written outside the pages (mail, the interface), or undefined when there is
 * none. Plain text, nothing escaped; a day among the places is written as the language writes it.
 */
export function findText(
  language: Language,
  key: string,
  places: Readonly<Record<string, unknown>> = {},
): string | undefined {
  const translator = translatorOf(language);
  const written = Object.fromEntries(
    Object.entries(places).map(([name, value]) => [
      name,
      typeof value === 'string' && isDay(value) ? formatDay(value, language) : value,
    ]),
  );
  return translator.has(key) ? translator.t(key, written) : undefined;
}

/** A role in words; its code when there is no word. */
export const roleInWords = (language: Language, role: string): string =>
  findText(language, `roles:${role}`) ?? role;
