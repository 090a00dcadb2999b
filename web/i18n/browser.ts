import { makeTranslator } from '../../src/texts/translator.ts';
import { knownLanguage, type Language } from '../language.ts';

type TextFile = Record<Language, () => Promise<{ default: Record<string, string> }>>;

/** The language of the page; another language is another page load. */
const language =
  (typeof document === 'undefined' ? undefined : knownLanguage(document.documentElement.lang)) ?? 'fi';

/** The translator of this page load; it learns a namespace when a page comes that asks for it. */
export const translator = makeTranslator(language);

const coming = new Map<string, Promise<void>>();

/** Fetches a namespace in the language of the page, once. */
export function bringTexts(namespace: string, files: TextFile): void {
  if (coming.has(namespace)) return;
  coming.set(
    namespace,
    files[language]().then(({ default: texts }) => {
      translator.add(namespace, texts);
    }),
  );
}

/** Resolves when everything that was asked for is here. */
export async function textsAreHere(): Promise<void> {
  await Promise.all(coming.values());
}
