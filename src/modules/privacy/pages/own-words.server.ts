import { type How, ownParts } from '#codes/privacy';
import { inLanguage, type Language, type LocalisedText } from '#kernel/localised.ts';
import type { privacy } from '#privacy';
import type { OutputOf } from '#use-case';
import { formatOf } from '#web/i18n/format.ts';
import { translatorOf } from '#web/i18n/server.ts';

type Own = OutputOf<(typeof privacy)['ownData']>;

/** A row in words: each value with its name. */
export type ToldRow = readonly {
  readonly term: string;
  readonly value: string;
  /** What the value is, where a press on it calls or writes. */
  readonly as: 'phone' | 'email' | undefined;
}[];

/** The data of a person in words, part by part; tables of one title together. */
export function inWords({ tables, names }: Own, language: Language) {
  const { t, has } = translatorOf(language);
  const format = formatOf(language);
  const text = (words: LocalisedText | undefined) => (words ? inLanguage(words, language).text : undefined);

  const one = (value: unknown, how: How): string | undefined => {
    const word = String(value);
    switch (how) {
      case 'text':
      case 'phone':
      case 'email':
        return word;
      case 'day':
        return format.day(word);
      case 'instant':
        return format.instant(word);
      case 'yes':
        return t(value === true ? 'common:yes' : 'common:no');
      case 'language':
        return format.language(word);
      case 'municipality':
        return text(names.municipality[word]) ?? word;
      case 'licence':
        return text(names.licence[word]) ?? word;
      case 'organisation':
        return text(names.organisation[word]);
      case 'company':
        return names.company[word];
      case 'concept':
        return text(names.concept[word]);
      default:
        return has(how + word) ? t(how + word) : undefined;
    }
  };
  const many = (value: unknown, how: How): string | undefined => {
    const words = [value].flat().flatMap((each) => one(each, how) ?? []);
    return words.length > 0 ? format.list(words) : undefined;
  };

  const row = (told: Own['tables'][number]['told'], held: Readonly<Record<string, unknown>>): ToldRow =>
    Object.entries(told).flatMap(([column, how]) => {
      const value = held[column];
      if (value === null || value === undefined || value === '') return [];
      const words = many(value, how);
      return words === undefined
        ? []
        : [
            {
              term: t(`privacy:col.${column}`),
              value: words,
              as: how === 'phone' || how === 'email' ? how : undefined,
            },
          ];
    });

  return ownParts.map((part) => {
    const titled = new Map<string, ToldRow[]>();
    for (const { table, told, rows } of tables.filter((table) => table.part === part)) {
      const words = rows.map((held) => row(told, held)).filter((items) => items.length > 0);
      if (words.length === 0) continue;
      const title = t(`privacy:table.${table}`);
      titled.set(title, [...(titled.get(title) ?? []), ...words]);
    }
    return { part, tables: [...titled].map(([title, rows]) => ({ title, rows })) };
  });
}
