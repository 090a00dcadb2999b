import type { Place, Reading } from './reading.ts';

/** An official as a document names one: in an office, with a contact; any part may be missing. */
export interface NamedOfficial {
  readonly name?: string;
  readonly position?: string;
  readonly email?: string;
  readonly phone?: string;
}

const positionWord =
  /(?:johtaja|päällikkö|sihteeri|koordinaattori|asiantuntija|suunnittelija|pormestari|lakimies|controller|neuvoja|neuvos|puheenjohtaja|jäsen|esittelijä|tarkastaja|assistentti|vastaava|ohjaaja|insinööri|esihenkilö|esimies|konsultti|direktör|chef)$/iu;

/** Is it the word of an office (`hallintojohtaja`, `palvelupäällikkö/kokeilujohtaja`)? */
export const isPosition = (text: string): boolean =>
  positionWord.test(
    text
      .trim()
      .split(/\s+/)
      .at(-1)!
      .replace(/[.,;]$/, ''),
  );

const nameWords = /^\p{Lu}[\p{L}’'-]+(?: \p{Lu}\.?[\p{L}’'-]*){1,3}$/u;

/** An office that is no known word stands in small letters before a name: `rakennusmestari Maija Mallikas`. */
const officeAndName = /^((?:\p{Ll}[\p{L}.-]*\s){1,3})(\p{Lu}[\p{L}’'-]+(?: \p{Lu}\.?[\p{L}’'-]*){1,3})$/u;

/** `Maija Mallikas, hallintojohtaja, maija@kunta.example` · `kunnanjohtaja Maija Mallikas, puh. 040 123` */
export function officialIn(text: string): NamedOfficial | undefined {
  const found: { name?: string; position?: string; email?: string; phone?: string } = {};
  const email = /[\w.+-]+(?:@|\s?\(at\)\s?)[\w-]+(?:\.[\w-]+)+/i.exec(text)?.[0];
  const phone = /(?:puh(?:elin)?\.?|tel\.?|gsm)?:?\s*(\+?\d[\d\s-]{6,16}\d)/i.exec(
    email ? text.replace(email, '') : text,
  );
  if (email) found.email = email;
  if (phone) found.phone = phone[1]!.trim();
  const rest = text.replace(email ?? '\u0000', '').replace(phone?.[0] ?? '\u0000', '');
  for (const part of rest
    .split(/[,;|]/)
    .map((row) => row.trim())
    .filter((row) => row !== '')) {
    const words = part.split(/\s+/);
    const at = words.findIndex((word) => isPosition(word));
    if (at === -1) {
      const [, office, name] = officeAndName.exec(part) ?? [];
      if (found.name === undefined && nameWords.test(part)) found.name = part;
      else if (found.name === undefined && office && name) {
        found.position ??= office.trim();
        found.name = name;
      } else if (found.position === undefined && found.name !== undefined) found.position = part;
      continue;
    }
    found.position ??= words.slice(0, at + 1).join(' ');
    const after = words.slice(at + 1).join(' ');
    if (found.name === undefined && nameWords.test(after)) found.name = after;
  }
  return found.name || found.position ? found : undefined;
}

/** Two officials of one line: `hallintojohtaja A B ja työllisyyspäällikkö C D`. */
const officialsIn = (text: string): string[] =>
  text.split(/;\s*|\s+(?:ja|sekä|och)\s+(?=(?:\p{Ll}[\p{L}.-]*\s+){1,3}\p{Lu}|\p{Lu}[\p{L}-]+\s+\p{Lu})/u);

/**
 * Keeps the officials of a line: the one who presents, and those who prepared under `preparers.<n>`; one named again gets
 * what was not told of him before. False when the text names none.
 */
export function keepOfficials(
  reading: Reading,
  kind: 'presenter' | 'preparer',
  text: string,
  place: Place,
): boolean {
  let found = false;
  for (const row of officialsIn(text)) {
    const official = officialIn(row);
    if (!official) continue;
    found = true;
    const path =
      kind === 'presenter' && !isPresented(reading)
        ? 'presenter'
        : placeOf(reading, `${kind}s`, official.name);
    for (const [part, value] of Object.entries(official))
      if (reading.valueOf(`${path}.${part}`) === undefined)
        reading.text(`${path}.${part}`, value, { lines: place.lines, raw: value });
  }
  if (found) reading.take(place.lines);
  return found;
}

const isPresented = (reading: Reading): boolean =>
  reading.fields.some(({ path }) => path.startsWith('presenter.'));

function placeOf(reading: Reading, list: string, name: string | undefined): string {
  const count = reading.countOf(list);
  for (let at = 1; at <= count; at += 1)
    if (name !== undefined && reading.valueOf(`${list}.${at}.name`) === name) return `${list}.${at}`;
  return `${list}.${count + 1}`;
}
