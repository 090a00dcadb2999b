import type { RouterContextProvider } from 'react-router';
import type { FormFace } from '#server/services.ts';
import type { InputField } from '#use-case';
import { translatorOf } from '../i18n/server.ts';
import type { Language } from '../language.ts';
import { page } from '../page.ts';
import { type FieldOptions, kebab, type UseCaseForm, type Words } from './define.ts';
import type { FormField } from './values.server.ts';

// biome-ignore lint/suspicious/noExplicitAny: forms of every use case pass here; their types are checked where they are declared
export type AnyForm = UseCaseForm<any>;

/** A use case bound to the viewer, found by the form's name for it. */
export type Bound = ((
  input: unknown,
  sending?: unknown,
) => Promise<{ readonly ok: boolean } & Record<string, unknown>>) & {
  readonly form: FormFace;
};

export function boundOf(context: Readonly<RouterContextProvider>, form: AnyForm): Bound {
  const rooms = page(context).services as unknown as Record<string, Record<string, Bound>>;
  return rooms[form.room]![form.key]!;
}

/** What a field holds; a kind told of a record is that of what stands under its keys. */
function kindOf({ kind }: InputField, options: FieldOptions): InputField['kind'] {
  if (kind === 'record') return kind;
  return options.kind ?? (options.as === 'ticks' && kind === 'list' ? 'choices' : kind);
}

/** The fields of a form: first those that are filled in, then what the page hands on. */
export function formFields(form: AnyForm, face: Pick<FormFace, 'fields'>): FormField[] {
  const known = new Map(face.fields(form.given).map((field) => [field.name, field]));
  const joined = (name: string, options: FieldOptions, given = known.get(name)): FormField => {
    const field: InputField = given ?? { name, kind: 'other', needed: false };
    return {
      ...field,
      kind: kindOf(field, options),
      options,
      inner: field.rows?.map((inner) => joined(inner.name, options.row?.[inner.name] ?? {}, inner)),
    };
  };
  return [
    ...Object.entries(form.fields).map(([name, options]) => joined(name, options)),
    ...form.hidden.map((name) => joined(name, { as: 'hidden' })),
  ];
}

/** The texts of a form in a language. */
export function wordsOf(form: AnyForm, language: Language): Words {
  const translator = translatorOf(language);
  return {
    find: (key, places = {}) => {
      const full = key.includes(':') ? key : `${form.texts}:${key}`;
      return translator.has(full) ? translator.t(full, places) : undefined;
    },
  };
}

/** The key of a field's label: as declared, else by its name. */
export function labelKey(form: AnyForm, name: string, options: FieldOptions, words: Words): string {
  if (options.label !== undefined) return options.label;
  const own = kebab(name);
  const last = name.split('.').at(-1) ?? name;
  const short = kebab(last);
  const keys = [`${form.id}.${own}`, `${form.id}.${short}`, `field.${last}`, own, short];
  return keys.find((key) => words.find(key) !== undefined) ?? own;
}
