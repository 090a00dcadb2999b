import type { Issue } from '../page.ts';
import type { Words } from './define.ts';
import { type AnyForm, labelKey } from './form-fields.server.ts';
import type { FormField } from './values.server.ts';

/** What is wrong, in words: beside its field, and in the summary, where it also names the field. */
export type SaidIssue = Issue & { readonly text: string; readonly summary: string };

type Raw = {
  readonly path: string;
  readonly code: string;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
};

/** The field that an issue is about: by its whole name, by the end of it, or a field of a row. */
export function fieldOf(
  fields: readonly FormField[],
  path: string,
): { readonly field: FormField; readonly name: string; readonly rows?: FormField } | undefined {
  for (const field of fields) {
    if (field.name === path) return { field, name: path };
    if ((field.kind === 'rows' || field.kind === 'record') && path.startsWith(`${field.name}.`)) {
      const [, inside] = path.slice(field.name.length + 1).split(/\.(.*)/s);
      const inner = field.inner?.find(({ name }) => name === inside);
      return { field: inner ?? field, name: path, rows: field };
    }
  }
  if (path === '') return undefined;
  const inside = fields.find(({ name }) => name.startsWith(`${path}.`) || path.startsWith(`${name}.`));
  if (inside !== undefined) return { field: inside, name: inside.name };
  const alike = fields.filter(({ name }) => name.endsWith(`.${path}`));
  if (alike.length === 1) return { field: alike[0]!, name: alike[0]!.name };
  // Own words that stand in the place of a suggestion were typed into its field.
  const [, around] = /^(.+\.)[^.]+$/.exec(path) ?? [];
  const beside = fields.filter(
    ({ name, options }) => options.as === 'suggest' && around !== undefined && name.startsWith(around),
  );
  return beside.length === 1 ? { field: beside[0]!, name: beside[0]!.name } : undefined;
}

/**
 * The sentence of an issue: the field's own (`<label>-<code>`), else the refusal's (`<room>.<code>` first; the house's where
 * the check has no such code), else the one of the code and the kind of the field, which names the field. There is always one.
 */
export function sentenceOf(
  form: AnyForm,
  fields: readonly FormField[],
  words: Words,
  raw: Raw,
  labels: Readonly<Record<string, string>> = {},
): SaidIssue {
  const found = fieldOf(fields, raw.path);
  const shown = found !== undefined && found.field.options.as !== 'hidden';
  const path = shown ? found.name : '';
  const places = { ...raw.details };
  if (!shown) {
    // What is not on the form is named when it has a name; a sentence about a field never stands without one.
    const label = labels[raw.path] ?? words.find(labelKey(form, raw.path, {}, words));
    const text =
      refusal(form, words, raw.code, places) ??
      (raw.path === '' || label !== undefined
        ? words.find(`form-words:${raw.code}.any`, { ...places, label })
        : undefined) ??
      words.find('form-words:whole', { ...places, code: raw.code }) ??
      raw.code;
    return { path, code: raw.code, text, summary: text };
  }
  const { field } = found;
  const key = labelKey(form, field.name, field.options, words);
  const told = labels[path] ?? labels[field.name];
  const label = told ?? words.find(key) ?? field.name;
  const at = told === undefined ? rowNumber(path) : undefined;
  const row = at === undefined ? undefined : found.rows?.options.rowLabel?.(at);
  const month = told === undefined && found.rows?.kind === 'record' ? monthOf(path) : undefined;
  const named =
    month !== undefined
      ? `${label}: ${month}`
      : at === undefined
        ? label
        : row === undefined
          ? (words.find('form-words:row-of', { row: at + 1, label }) ?? label)
          : `${words.find(row) ?? row}: ${label}`;
  // A code of the check (`too-many` of a list) is never a refusal of the house (`too-many` attempts).
  const own =
    words.find(`${key}-${raw.code}`, places) ??
    words.find(`refusals:${form.room}.${raw.code}`, places) ??
    (words.find(`form-words:${raw.code}.any`) === undefined
      ? words.find(`refusals:${raw.code}`, places)
      : undefined);
  // A confirmation that a refusal asks for: its own words are the answer, and do not name the question.
  if (own !== undefined)
    return {
      path,
      code: raw.code,
      text: own,
      summary: field.options.asked === true ? own : `${named}: ${own}`,
    };
  const all = { ...places, label: named };
  // From a list one chooses, whatever the list holds.
  const { as } = field.options;
  const kind = as === 'select' || as === 'radios' ? 'choice' : as === 'file' ? 'file' : field.kind;
  const sentence =
    words.find(`form-words:${raw.code}.${kind}`, all) ??
    words.find(`form-words:${raw.code}.any`, all) ??
    words.find(`errors:field.${raw.code}`, all);
  const general = sentence === undefined ? undefined : oneMark(sentence);
  if (general !== undefined) {
    const summary = general.includes(named) ? general : `${named}: ${general}`;
    return { path, code: raw.code, text: general, summary };
  }
  const text = oneMark(
    words.find(`form-words:invalid.${kind}`, all) ?? words.find('form-words:invalid.any', all) ?? raw.code,
  );
  return { path, code: raw.code, text, summary: text };
}

/** “Choose: What was done?” ends with the mark of its label, and has no second one. */
const oneMark = (sentence: string): string => sentence.replace(/([?!])\.$/, '$1');

/** The sentence of a refusal: as the room says it, else as the house does. */
const refusal = (
  form: AnyForm,
  words: Words,
  code: string,
  places: Readonly<Record<string, unknown>>,
): string | undefined =>
  words.find(`refusals:${form.room}.${code}`, places) ?? words.find(`refusals:${code}`, places);

/** The month of a field that stands under a day: `7/2026` of `told.2026-07-01`. */
function monthOf(path: string): string | undefined {
  const found = /\.(\d{4})-(\d\d)-\d\d$/.exec(path);
  return found ? `${Number(found[2])}/${found[1]}` : undefined;
}

function rowNumber(path: string): number | undefined {
  const found = /\.(\d{1,3})\./.exec(path);
  return found ? Number(found[1]) : undefined;
}
