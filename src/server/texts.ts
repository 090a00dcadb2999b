import { existsSync, readFileSync } from 'node:fs';
import { createInstance, type i18n, type ResourceLanguage } from 'i18next';
import { type Language, languages } from '#kernel/localised.ts';

const folder = new URL('../../web/i18n/', import.meta.url);
const namespaces = ['roles', 'notices'] as const;
type Namespace = (typeof namespaces)[number];

let instance: i18n | undefined;

function texts(): i18n {
  if (instance) return instance;
  const resources = Object.fromEntries(
    languages.map((language) => [
      language,
      Object.fromEntries(namespaces.map((namespace) => [namespace, read(language, namespace)])),
    ]),
  );
  instance = createInstance();
  void instance.init({
    resources,
    lng: 'fi',
    fallbackLng: false,
    ns: [...namespaces],
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return instance;
}

function read(language: Language, namespace: Namespace): ResourceLanguage {
  const file = new URL(`${language}/${namespace}.json`, folder);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** A text of the pages for what leaves by mail, or undefined when there is none. Plain text, nothing escaped. */
export function findText(
  language: Language,
  namespace: Namespace,
  key: string,
  params: Readonly<Record<string, string | number>> = {},
): string | undefined {
  const i18n = texts();
  const options = { lng: language, ns: namespace, ...params };
  return i18n.exists(key, options) ? String(i18n.t(key, options)) : undefined;
}

/** A role in words; its code when there is no word. */
export const roleInWords = (language: Language, role: string): string =>
  findText(language, 'roles', role) ?? role;
