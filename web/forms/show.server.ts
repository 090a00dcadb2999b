import type { RouterContextProvider } from 'react-router';
import { newId } from '#kernel/ids.ts';
import { page, type Values } from '../page.ts';
import type {
  FieldName,
  FieldOptions,
  FormChoice,
  InputFor,
  UseCaseForm,
  UseCaseName,
  Words,
} from './define.ts';
import { kebab } from './define.ts';
import { type AnyForm, boundOf, formFields, labelKey, wordsOf } from './form-fields.server.ts';
import type { ShownField, ShownForm } from './shown.ts';
import { type FormField, marksOf, underKeys, writeMarks, writeValues } from './values.server.ts';

export type Showing<N extends UseCaseName> = {
  /** What is saved now: the form changes it, and what somebody else saves meanwhile is noticed. */
  readonly values?: object | undefined;
  /** What is saved now in each of the rows that this form serves, by the name of the row. */
  readonly rows?: Readonly<Record<string, object>> | undefined;
  /** What a new thing begins with. */
  readonly initial?: object | undefined;
  /** Choices that only the loader knows, by the field; of a field in rows by both names: `lines.accountId`. */
  readonly choices?: { readonly [P in FieldName<InputFor<N>>]?: readonly FormChoice[] } & {
    readonly [rows: `${string}.${string}`]: readonly FormChoice[] | undefined;
  };
  /** Which of the choices stand there now, in which order; they keep their own words. */
  readonly only?: { readonly [P in FieldName<InputFor<N>>]?: readonly string[] };
  /** The keys of a record, each with its label: one field stands for each. */
  readonly keys?: { readonly [P in FieldName<InputFor<N>>]?: readonly FormChoice[] };
  /** Labels and helps made of data, in words. */
  readonly labels?: { readonly [P in FieldName<InputFor<N>>]?: string };
  readonly helps?: { readonly [P in FieldName<InputFor<N>>]?: string | undefined };
  /** Fields that this viewer or this state does not have. */
  readonly without?: readonly FieldName<InputFor<N>>[];
  /** Key of the button's words, when it depends. */
  readonly act?: string;
  readonly places?: Readonly<Record<string, unknown>>;
};

/** The form for its page: fields in words of the viewer's language, what they hold, and a key that is taken once. */
export function showForm<N extends UseCaseName>(
  context: Readonly<RouterContextProvider>,
  form: UseCaseForm<N>,
  showing: Showing<N> = {},
): ShownForm {
  const { language } = page(context);
  const words = wordsOf(form as AnyForm, language);
  const without = new Set<string>(showing.without ?? []);
  const fields = formFields(form as AnyForm, boundOf(context, form as AnyForm).form).filter(
    ({ name }) => !without.has(name),
  );
  const { values, initial } = showing;
  const written: Values = { ...writeValues(fields, initial), ...writeValues(fields, values) };
  const given = showing as {
    readonly choices?: Record<string, readonly FormChoice[] | undefined>;
    readonly only?: Record<string, readonly string[] | undefined>;
    readonly keys?: Record<string, readonly FormChoice[] | undefined>;
    readonly labels?: Record<string, string | undefined>;
    readonly helps?: Record<string, string | undefined>;
  };
  const shown = (field: FormField): ShownField => {
    const only = given.only?.[field.name];
    const narrowed = only === undefined ? field : { ...field, options: { ...field.options, choices: only } };
    const told = shownField(form as AnyForm, narrowed, words, given.choices);
    const keys = given.keys?.[field.name];
    if (keys !== undefined) return { ...told, keys: keyFields(form as AnyForm, field, words, keys) };
    const label = given.labels?.[field.name];
    const help = given.helps?.[field.name];
    // One of the radios is always chosen: nothing is optional about it.
    const chosen =
      told.as === 'radios' && written[field.name] !== undefined && field.options.optional === undefined;
    return {
      ...told,
      ...(chosen ? { optional: undefined } : {}),
      ...(label === undefined ? {} : { label }),
      ...(help === undefined ? {} : { help }),
    };
  };
  const rows = Object.entries(showing.rows ?? {}).map(([row, saved]) => {
    const own = writeValues(fields, saved);
    return [row, { values: own, seen: writeMarks(marksOf(editable(fields), own)) }] as const;
  });
  return {
    id: form.id,
    key: newId(),
    rows: rows.length === 0 ? undefined : Object.fromEntries(rows),
    seen:
      values === undefined ? undefined : writeMarks(marksOf(editable(fields), writeValues(fields, values))),
    fields: fields.filter(({ options }) => options.as !== 'hidden').map(shown),
    values: written,
    act: words.find(showing.act ?? form.act, showing.places) ?? showing.act ?? form.act,
  };
}

/** The fields whose saved values may have been changed by somebody else. */
export const editable = (fields: readonly FormField[]): FormField[] =>
  fields.filter(
    ({ options }) => options.as !== 'hidden' && options.as !== 'file' && options.as !== 'password',
  );

function widgetOf({ kind, most, options }: FormField): ShownField['as'] {
  if (options.as === 'hidden') return options.as;
  if (kind === 'rows' || kind === 'record') return kind;
  if (options.as !== undefined) return options.as;
  if (kind === 'tick') return 'tick';
  if (kind === 'choices') return 'ticks';
  if (kind === 'choice') return 'radios';
  if (kind === 'id') return 'select';
  if (kind === 'list') return 'area';
  return kind === 'text' && (most ?? 0) > 500 ? 'area' : 'line';
}

const narrow: Partial<Record<FormField['kind'], 's' | 'm' | 'l'>> = {
  day: 's',
  month: 's',
  time: 's',
  number: 's',
  integer: 's',
  hours: 's',
  euros: 's',
  percent: 's',
  postcode: 's',
  web: 'l',
};

const units: Partial<Record<FormField['kind'], string>> = { euros: '€', percent: '%', hours: 'h' };

function shownField(
  form: AnyForm,
  field: FormField,
  words: Words,
  found: Readonly<Record<string, readonly FormChoice[] | undefined>> = {},
  place = field.name,
): ShownField {
  const { name, kind, options, most, needed } = field;
  const as = widgetOf(field);
  const key = labelKey(form, name, options, words);
  const label = words.find(key) ?? key;
  const help =
    options.help === false
      ? undefined
      : (words.find(options.help ?? `${key}-help`) ?? words.find(`form-words:help.${kind}`));
  const optional = options.optional ?? (!needed && kind !== 'tick' && options.when === undefined);
  const choices = found[place] ?? choicesOf(field, words);
  return {
    name,
    kind,
    as,
    label,
    help,
    optional: optional || undefined,
    most,
    choices,
    empty:
      as !== 'select'
        ? undefined
        : options.empty === undefined
          ? words.find(optional ? 'form-words:no-choice' : 'form-words:choose')
          : words.find(options.empty),
    unit: options.unit === undefined ? units[kind] : (words.find(options.unit) ?? options.unit),
    width: options.width ?? narrow[kind] ?? ((most ?? 0) > 60 ? 'l' : undefined),
    rows: options.rows,
    inline: options.inline,
    autoComplete: options.autoComplete,
    when: options.when && { field: options.when.field, is: [options.when.is].flat() },
    asked: options.asked,
    source: options.source,
    accept: options.accept,
    text: as === 'suggest' ? textName(name, options) : undefined,
    secret: options.secret === true || kind === 'identity-code' || as === 'password' || undefined,
    row:
      kind === 'rows'
        ? field.inner?.map((inner) => shownField(form, inner, words, found, `${name}.${inner.name}`))
        : undefined,
    spare: options.spare,
  };
}

/** The fields of a record: the same under every key, with the key's own label. */
function keyFields(
  form: AnyForm,
  record: FormField,
  words: Words,
  keys: readonly FormChoice[],
): ShownField[] {
  const field = underKeys(record);
  const choices = choicesOf({ ...field, name: record.name }, words);
  return keys.map(({ value, label, help }) => ({
    ...shownField(
      form,
      { ...field, name: `${record.name}.${value}` },
      words,
      { [record.name]: choices },
      record.name,
    ),
    label,
    help,
  }));
}

/** The name of the typed text beside the id of a suggestion. */
export const textName = (name: string, options: FieldOptions): string => options.text ?? `${name}.text`;

function choicesOf({ name, choices, options }: FormField, words: Words): FormChoice[] | undefined {
  const all = options.choices ?? choices;
  if (all === undefined) return undefined;
  const prefix = options.words ?? `${kebab(name.split('.').at(-1) ?? name)}.`;
  return all.map((value) => {
    const key = typeof prefix === 'string' ? `${prefix}${value}` : prefix(value);
    return { value, label: words.find(key) ?? value, help: words.find(`${key}-help`) };
  });
}
