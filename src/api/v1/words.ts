import { readdirSync, readFileSync } from 'node:fs';
import { createInstance, type i18n } from 'i18next';
import { type Language, languages } from '#kernel/localised.ts';

const folder = new URL('../../../web/i18n/', import.meta.url);
let instance: i18n | undefined;

/** The words of problems and refusals, from the same files as the pages'. */
function words(): i18n {
  if (instance) return instance;
  instance = createInstance();
  void instance.init({
    resources: Object.fromEntries(
      languages.map((language) => [
        language,
        { api: read(language, 'api'), refusals: read(language, 'refusals') },
      ]),
    ),
    lng: 'fi',
    fallbackLng: false,
    ns: ['api', 'refusals'],
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return instance;
}

/** A namespace may stand in several files: `refusals.json`, `refusals.consents.json`. */
function read(language: Language, namespace: string): Record<string, unknown> {
  const place = new URL(`${language}/`, folder);
  const files = readdirSync(place).filter(
    (name) => name.startsWith(`${namespace}.`) && name.endsWith('.json'),
  );
  return Object.assign({}, ...files.map((file) => JSON.parse(readFileSync(new URL(file, place), 'utf8'))));
}

/** A text, or undefined when there is none. */
export function findWords(
  language: Language,
  key: string,
  params: Readonly<Record<string, unknown>> = {},
): string | undefined {
  const options = { lng: language, ...params };
  return words().exists(key, options) ? String(words().t(key, options)) : undefined;
}

/** The language of ours that the header likes best; undefined when it names none. */
export function wantedLanguage(header: string | undefined): Language | undefined {
  const choices = (header ?? '').split(',').map((part) => {
    const [tag = '', ...rest] = part.trim().split(';');
    const weight = /q=([\d.]+)/.exec(rest.join(';'))?.[1];
    return { tag: tag.slice(0, 2).toLowerCase(), weight: weight === undefined ? 1 : Number(weight) };
  });
  for (const { tag, weight } of choices.toSorted((a, b) => b.weight - a.weight)) {
    const known = languages.find((language) => language === tag);
    if (known && weight > 0) return known;
  }
  return undefined;
}
