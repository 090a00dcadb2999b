import type { SentForm, Values } from '../page.ts';
import type { AnyForm, Bound } from './form-fields.server.ts';
import { editable, textName } from './show.server.ts';
import {
  type FormField,
  marksOf,
  put,
  readInput,
  readMarks,
  readValue,
  writeMarks,
  writeValues,
} from './values.server.ts';

/** What is edited, and how what is saved now is read. */
type Edited = {
  readonly form: AnyForm;
  readonly fixed?: object | undefined;
  readonly current?:
    | ((sent: SentForm, input: never) => Promise<object | undefined> | object | undefined)
    | undefined;
};

/**
 * What somebody else has saved since the form was shown. What only they changed is taken as they left it; where both
 * changed the same field, both are shown and the sender chooses.
 */
export async function editOf(
  bound: Bound,
  fields: readonly FormField[],
  sent: SentForm,
  { current, fixed, form }: Edited,
  input: Record<string, unknown>,
  today: string,
) {
  if (current === undefined || sent.seen === undefined) return { input };
  const subject = JSON.stringify([form.id, fixed ?? {}, form.hidden.map((name) => sent.text(name))]);
  const edits = await bound.form.edits(subject);
  const counted = { subject, edits };
  const saved = await current(sent, input as never);
  if (saved === undefined) return { input, counted };
  const seen = readMarks(sent.seen);
  const own = editable(fields).filter(({ name }) => seen[name] !== undefined);
  const unseen = editable(fields).filter(({ name }) => seen[name] === undefined);
  const written = writeValues(editable(fields), saved);
  const theirs = marksOf(own, written);
  const mine = marksOf(own, canonical(own, sent, today));
  const merged = structuredClone(input);
  const meanwhile: Record<string, [string, string[]][]> = {};
  // A field that this viewer was not shown stays as it is.
  for (const field of unseen) await take(merged, field, written, today);
  for (const field of own) {
    const { name } = field;
    if (theirs[name] === seen[name] || theirs[name] === mine[name]) continue;
    const chosen = sent.text(`_keep.${name}`);
    if (chosen === 'mine') continue;
    if (chosen === 'theirs' || mine[name] === seen[name]) {
      await take(merged, field, written, today);
      continue;
    }
    meanwhile[name] = heldIn(field, written);
  }
  if (Object.keys(meanwhile).length === 0) return { input: merged, counted };
  const kept = Object.fromEntries(
    own.map(({ name }) => [name, meanwhile[name] === undefined ? seen[name]! : theirs[name]!]),
  );
  return { input, conflict: { meanwhile, marks: writeMarks(kept) } };
}

/** The typed values written as the page writes them, so that `5.12.` and `5.12.2026` are no difference. */
function canonical(fields: readonly FormField[], sent: SentForm, today: string): Values {
  return Object.fromEntries(
    Object.entries(sent.values).map(([name, value]) => {
      const field = fields.find((candidate) => candidate.name === name);
      if (field === undefined || typeof value !== 'string') return [name, value];
      return [name, rewritten(field, value, today)];
    }),
  );
}

function rewritten(field: FormField, typed: string, today: string): string {
  const values = writeValues([field], { [field.name]: readTyped(field, typed, today) });
  return [values[field.name] ?? ''].flat().join('\n');
}

const readTyped = (field: FormField, typed: string, today: string): unknown => {
  const read = readValue(field, typed, today);
  return 'value' in read ? read.value : typed;
};

async function take(
  input: Record<string, unknown>,
  field: FormField,
  written: Values,
  today: string,
): Promise<void> {
  const sent = {
    ...readersOf(written),
    form: undefined,
    intent: '',
    key: undefined,
    seen: undefined,
    stale: false,
    files: () => [],
  };
  const read = await readInput(
    [{ ...field, options: { ...field.options, when: undefined } }],
    sent as unknown as SentForm,
    today,
  );
  const [first = ''] = field.name.split('.');
  if (read.input[first] === undefined) put(input, field.name, undefined);
  else join(input, read.input);
}

/** What a field holds, for reading: of a suggestion its words, of rows and records each input. */
function heldIn(field: FormField, written: Values): [string, string[]][] {
  const text = textName(field.name, field.options);
  const names =
    field.kind === 'rows' || field.kind === 'record'
      ? Object.keys(written).filter((name) => name.startsWith(`${field.name}.`))
      : [written[text] === undefined ? field.name : text];
  return names.map((name) => [name, [written[name] ?? []].flat()]);
}

/** What is given joins what was read; what is given wins. */
export function join(input: Record<string, unknown>, given: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const inside = input[name];
    const plain =
      typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
    if (plain && typeof inside === 'object' && inside !== null)
      join(inside as Record<string, unknown>, value as Record<string, unknown>);
    else if (plain) input[name] = structuredClone(value);
    else input[name] = value;
  }
}

/** The readers of a sent form over other values. */
export function readersOf(values: Values): Pick<SentForm, 'values' | 'text' | 'list' | 'ticked'> {
  const list = (name: string) => [values[name] ?? []].flat().filter((text) => text !== '');
  return { values, list, text: (name) => list(name)[0] ?? '', ticked: (name) => list(name).length > 0 };
}
