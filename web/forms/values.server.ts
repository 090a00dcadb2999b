import { createHash } from 'node:crypto';
import { parseFinnishNumber } from '#kernel/finnish-numbers.ts';
import { parseEuros } from '#kernel/money.ts';
import { readDay, readMonth, readTime, readTimeRange, writeDay, writeTime } from '#kernel/typed-days.ts';
import { readHours, readInteger, writeEuros, writeNumber } from '#kernel/typed-numbers.ts';
import type { InputField, InputKind } from '#use-case';
import type { SentForm, Values } from '../page.ts';
import type { FieldOptions } from './define.ts';

/** A field of a form: what the input says, and what the declaration adds. */
export type FormField = InputField & {
  readonly options: FieldOptions;
  readonly inner?: readonly FormField[];
};

/** The field that stands under every key of a record, with the options of the record. */
export const underKeys = (record: FormField): FormField => {
  const [inner] = record.inner ?? [];
  return { name: '', kind: 'text', needed: false, ...inner, ...kindOf(record), options: record.options };
};

/** Do many fields stand under every key of a record? */
const isMany = ({ inner = [] }: FormField) => inner.some(({ name }) => name !== '');

const kindOf = ({ options }: FormField) => (options.kind === undefined ? {} : { kind: options.kind });

/** A value as people type it. */
export function writeValue(kind: InputKind, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (value instanceof Date) return writeDay(value.toISOString().slice(0, 10));
  if (typeof value === 'boolean') return value ? 'yes' : '';
  if (typeof value === 'number') {
    if (kind === 'euros') return writeEuros(value);
    if (kind === 'percent') return writeNumber(value / 100);
    return writeNumber(value);
  }
  if (typeof value !== 'string') return '';
  if (kind === 'day' && /^\d{4}-\d\d-\d\d$/.test(value)) return writeDay(value);
  if (kind === 'time' && /^\d\d:\d\d/.test(value)) return writeTime(value.slice(0, 5));
  if (kind === 'month' && /^\d{4}-\d\d$/.test(value)) return `${Number(value.slice(5))}/${value.slice(0, 4)}`;
  return value;
}

const step = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

/** The value of `names.fi` in the values that a loader gives. */
export const valueAt = (values: unknown, name: string): unknown => {
  const direct = step(values, name);
  return direct !== undefined ? direct : name.split('.').reduce(step, values);
};

/** What the fields hold at first, by their names. Rows are `lines.0.label`. */
export function writeValues(
  fields: readonly FormField[],
  values: unknown,
): Record<string, string | string[]> {
  const written: Record<string, string | string[]> = {};
  for (const field of fields) {
    const value = valueAt(values, field.name);
    const text = field.options.text;
    if (text !== undefined && typeof step(values, text) === 'string')
      written[text] = step(values, text) as string;
    if (value === undefined || value === null) continue;
    if (field.kind === 'rows' && Array.isArray(value)) {
      for (const [at, row] of value.entries())
        for (const [name, inner] of Object.entries(writeValues(field.inner ?? [], row)))
          written[`${field.name}.${at}.${name}`] = inner;
    } else if (field.kind === 'record' && typeof value === 'object') {
      for (const [name, inner] of Object.entries(value))
        if (isMany(field))
          for (const [part, text] of Object.entries(writeValues(field.inner ?? [], inner)))
            written[`${field.name}.${name}.${part}`] = text;
        else written[`${field.name}.${name}`] = writeValue(underKeys(field).kind, inner);
    } else if (Array.isArray(value)) {
      const list = value.map((item) => writeValue('text', item));
      written[field.name] = field.kind === 'list' ? list.join('\n') : list;
    } else written[field.name] = writeValue(field.kind, value);
  }
  return written;
}

type Reading =
  | { readonly value: unknown }
  | { readonly code: string; readonly details?: Readonly<Record<string, string | number>> };

/** What a typed text means. An empty one is nothing given. */
export function readValue(field: FormField, typed: string, today: string): Reading {
  if (typed === '') return { value: undefined };
  const { kind } = field;
  const told = (
    read: { ok: true; value: unknown } | { ok: false; error: { code: string; readings?: readonly number[] } },
    code: string,
  ): Reading => {
    if (read.ok) return { value: read.value };
    if (read.error.code === 'empty') return { value: undefined };
    if (read.error.code === 'ambiguous')
      return {
        code: 'ambiguous-number',
        details: { readings: (read.error.readings ?? []).map(writeNumber).join(' / ') },
      };
    return { code: read.error.code === 'not-a-number' ? code : read.error.code };
  };
  switch (kind) {
    case 'day':
      return told(readDay(typed, today), 'not-a-day');
    case 'month':
      return told(readMonth(typed), 'not-a-month');
    case 'time':
      return told(readTime(typed), 'not-a-time');
    case 'hours':
      return told(readHours(typed), 'not-hours');
    case 'integer':
      return told(readInteger(typed), 'not-a-number');
    case 'number':
      return told(parseFinnishNumber(typed), 'not-a-number');
    case 'euros':
      return told(parseEuros(typed), 'not-euros');
    case 'percent': {
      const read = parseFinnishNumber(typed);
      return told(read.ok ? { ok: true, value: Math.round(read.value * 100) } : read, 'not-a-percent');
    }
    case 'choice':
      return { value: field.numbers === true && /^-?\d+$/.test(typed) ? Number(typed) : typed };
    default:
      return { value: typed };
  }
}

export type ReadIssue = {
  readonly path: string;
  readonly code: string;
  readonly details?: Readonly<Record<string, string | number>> | undefined;
};

/** Does a field that depends on another stand on the form now? */
export function stands(options: FieldOptions, sent: SentForm): boolean {
  const { when } = options;
  return when === undefined || sent.list(when.field).some((value) => [when.is].flat().includes(value));
}

/** What was read; `rows` tells at which place of the form each row of the input stood (empty ones are left out). */
export type ReadInput = {
  readonly input: Record<string, unknown>;
  readonly issues: ReadIssue[];
  readonly rows: Readonly<Record<string, readonly number[]>>;
};

/** The input that a sent form means, and what could not be read. */
export async function readInput(
  fields: readonly FormField[],
  sent: SentForm,
  today: string,
): Promise<ReadInput> {
  const input: Record<string, unknown> = {};
  const issues: ReadIssue[] = [];
  const rows: Record<string, readonly number[]> = {};
  for (const field of fields) {
    const value = await readField(field, field.name, sent, today, issues);
    if (value !== undefined) put(input, field.name, value);
    const { until } = field.options;
    if (field.kind === 'time' && until !== undefined && sent.text(until) === '') {
      const range = readTimeRange(sent.text(field.name));
      if (range.ok && range.value.to !== undefined) {
        put(input, field.name, range.value.from);
        put(input, until, range.value.to);
        issues.splice(0, issues.length, ...issues.filter((issue) => issue.path !== field.name));
      }
    }
  }
  for (const field of fields.filter(({ kind }) => kind === 'rows'))
    rows[field.name] = filledRows(field, field.name, sent);
  return { input, issues, rows };
}

/** The rows in which something has been typed or ticked; choices that a row begins with do not count. */
function filledRows(field: FormField, name: string, sent: SentForm): number[] {
  const inner = field.inner ?? [];
  const asked = inner.filter(({ kind, options }) => kind !== 'choice' && options.as !== 'hidden');
  return rowNumbers(name, sent.values).filter((at) =>
    (asked.length === 0 ? inner : asked).some((part) => sent.list(`${name}.${at}.${part.name}`).length > 0),
  );
}

async function readField(
  field: FormField,
  name: string,
  sent: SentForm,
  today: string,
  issues: ReadIssue[],
): Promise<unknown> {
  const { options, kind } = field;
  if (options.read !== undefined) return options.read(sent.text(name), sent);
  if (!stands(options, sent)) return undefined;
  if (options.as === 'file') {
    const [file] = sent.files(name);
    if (file === undefined) return undefined;
    const content = new Uint8Array(await file.arrayBuffer());
    return options.bytes === true ? content : { name: file.name, content };
  }
  if (kind === 'tick') return sent.ticked(name);
  if (kind === 'choices')
    return sent.list(name).map((text) => (field.numbers === true ? Number(text) : text));
  if (kind === 'list')
    return sent.list(name).flatMap((text) =>
      text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    );
  if (kind === 'record') {
    const found: Record<string, unknown> = {};
    for (const part of isMany(field) ? (field.inner ?? []) : [])
      for (const sentName of Object.keys(sent.values)) {
        const [start, end] = [`${name}.`, `.${part.name}`];
        if (!sentName.startsWith(start) || !sentName.endsWith(end)) continue;
        const key = sentName.slice(start.length, -end.length);
        found[key] ??= {};
        const value = await readField(part, sentName, sent, today, issues);
        if (value !== undefined) put(found[key] as Record<string, unknown>, part.name, value);
      }
    if (isMany(field)) return found;
    for (const key of Object.keys(sent.values)) {
      if (!key.startsWith(`${name}.`) || sent.text(key) === '') continue;
      const read = readValue(underKeys(field), sent.text(key), today);
      if ('code' in read) issues.push({ path: key, ...read });
      else found[key.slice(name.length + 1)] = read.value;
    }
    return found;
  }
  if (kind === 'rows') return rowsOf(field, name, sent, today, issues);
  const read = readValue(field, sent.text(name), today);
  if (!('code' in read))
    return read.value ?? (field.needed && (kind === 'text' || kind === 'choice') ? '' : undefined);
  issues.push({ path: name, ...read });
  return sent.text(name);
}

async function rowsOf(
  field: FormField,
  name: string,
  sent: SentForm,
  today: string,
  issues: ReadIssue[],
): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (const at of filledRows(field, name, sent)) {
    const row: Record<string, unknown> = {};
    for (const part of field.inner ?? []) {
      const value = await readField(part, `${name}.${at}.${part.name}`, sent, today, issues);
      if (value !== undefined) put(row, part.name, value);
    }
    rows.push(row);
  }
  return rows;
}

/** The numbers of the rows that were sent, in order. */
export function rowNumbers(name: string, values: Values): number[] {
  const numbers = Object.keys(values).flatMap((key) => {
    if (!key.startsWith(`${name}.`)) return [];
    const at = Number(key.slice(name.length + 1).split('.')[0]);
    return Number.isInteger(at) && at >= 0 && at < 1000 ? [at] : [];
  });
  return [...new Set(numbers)].sort((left, right) => left - right);
}

/** Puts a value to its place: `names.fi` inside `names`. */
export function put(input: Record<string, unknown>, name: string, value: unknown): void {
  const steps = name.split('.');
  const last = steps.pop()!;
  let place = input;
  for (const key of steps) {
    if (typeof place[key] !== 'object' || place[key] === null) place[key] = {};
    place = place[key] as Record<string, unknown>;
  }
  place[last] = value;
}

/** A short mark of what a field held, so that the server can tell later whether it has changed. */
export function marksOf(fields: readonly FormField[], written: Values): Record<string, string> {
  return Object.fromEntries(
    fields.map((field) => {
      const parts = partsOf(field, written);
      return [
        field.name,
        createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 10),
      ];
    }),
  );
}

/** All that a field holds: a row field is many texts. Line ends and outer spaces are no difference. */
export function partsOf(field: FormField, written: Values): unknown {
  const plain = (value: string | readonly string[] | undefined) =>
    [value ?? '']
      .flat()
      .map((text) => text.replace(/\r\n?/g, '\n').trim())
      .filter((text) => text !== '')
      .sort();
  if (field.kind !== 'rows' && field.kind !== 'record') return plain(written[field.name]);
  return Object.keys(written)
    .filter((name) => name.startsWith(`${field.name}.`))
    .sort()
    .map((name) => [name, plain(written[name])]);
}

export const writeMarks = (marks: Record<string, string>): string =>
  Object.entries(marks)
    .map(([name, mark]) => `${name}=${mark}`)
    .join(' ');

export const readMarks = (text: string): Record<string, string> =>
  Object.fromEntries(text.split(' ').map((pair) => pair.split('=') as [string, string]));
