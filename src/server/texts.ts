import { readdirSync, readFileSync } from 'node:fs';
import { createInstance, type i18n, type ResourceLanguage } from 'i18next';
import { isDay } from '#kernel/days.ts';
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

/** A namespace is one file or several: `notices.consents.json` is a part of `notices`. */
function read(language: Language, namespace: Namespace): ResourceLanguage {
  const own = new URL(`${language}/`, folder);
  const files = readdirSync(own).filter((name) => name.split('.')[0] === namespace && name.endsWith('.json'));
  return Object.assign({}, ...files.map((name) => JSON.parse(readFileSync(new URL(name, own), 'utf8'))));
}

/** A text of the pages for what leaves by mail, or undefined when there is none. Plain text, nothing escaped. */
export function findText(
  language: Language,
  namespace: Namespace,
  key: string,
  params: Readonly<Record<string, string | number>> = {},
): string | undefined {
  const i18n = texts();
  const written = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, isDay(value) ? dayInWords(language, value) : value]),
  );
  const options = { lng: language, ns: namespace, ...written };
  return i18n.exists(key, options) ? String(i18n.t(key, options)) : undefined;
}

const locales = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const;

/** 1.3.2027 · 1 March 2027 in English. */
function dayInWords(language: Language, day: string): string {
  return new Intl.DateTimeFormat(locales[language], {
    timeZone: 'UTC',
    ...(language === 'en' ? { dateStyle: 'long' } : { day: 'numeric', month: 'numeric', year: 'numeric' }),
  }).format(new Date(`${day}T00:00:00Z`));
}

/** A role in words; its code when there is no word. */
export const roleInWords = (language: Language, role: string): string =>
  findText(language, 'roles', role) ?? role;
