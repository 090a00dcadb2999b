import { type Language, languages } from '#kernel/localised.ts';

/** The texts of one namespace: key → text, in each language. */
export type Texts = Readonly<Record<Language, Readonly<Record<string, string>>>>;

/**
 * Reads a table of texts: the first row is `key fi sv en`, then a row a text, a tab between. Keys that say the same stand
 * in one row with a space between (`column.state filter.state`). Plurals are two rows, `x_one` and `x_other`.
 * @throws Error naming file and row when a language is missing or empty, a key or the same words stand twice, or the
 *   languages do not have the same places (`{{name}}`)
 */
export function parseTexts(table: string, file: string): Texts {
  const [head, ...rows] = table.split('\n');
  const columns = ['key', ...languages];
  if (head !== columns.join('\t')) throw new Error(`${file}: the first row must be ${columns.join(', ')}`);
  const texts = Object.fromEntries(languages.map((language) => [language, {}])) as Record<
    Language,
    Record<string, string>
  >;
  const said = new Map<string, string>();
  for (const [at, row] of rows.entries()) {
    if (row === '') continue;
    const where = `${file}, row ${at + 2}`;
    const [key = '', ...words] = row.split('\t');
    const keys = key.split(' ');
    if (keys.includes('') || words.length !== languages.length || words.some((text) => text.trim() === ''))
      throw new Error(`${where} (${key}): a row is a key and its text in ${languages.join(', ')}`);
    const twice = keys.find((each, index) => each in texts.fi || keys.indexOf(each) < index);
    if (twice !== undefined) throw new Error(`${where}: ${twice} stands already above`);
    const same = said.get(words.join('\t'));
    if (same !== undefined)
      throw new Error(`${where}: ${key} says what ${same} says; one row is enough for both`);
    said.set(words.join('\t'), key);
    if (new Set(words.map(placesOf)).size > 1)
      throw new Error(`${where} (${key}): the languages have different places`);
    for (const [index, language] of languages.entries())
      for (const each of keys) texts[language][each] = words[index] ?? '';
  }
  const lone = Object.keys(texts.fi).find((key) => {
    const stem = key.replace(/_(zero|one|other)$/, '');
    return stem !== key && !(`${stem}_one` in texts.fi && `${stem}_other` in texts.fi);
  });
  if (lone !== undefined) throw new Error(`${file}: a plural has the forms _one and _other (${lone})`);
  return texts;
}

function placesOf(text: string): string {
  return [...text.matchAll(/\{\{\s*([\w.-]+)/g)]
    .map((match) => match[1] ?? '')
    .sort()
    .join();
}
