import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Euros, Hours, Percent, Time } from '#kernel/field-kinds.ts';
import { Id, newId } from '#kernel/ids.ts';
import { fieldsOf, issuesOf } from '#use-case';
import type { SentForm, Values } from '../page.ts';
import type { FieldOptions } from './define.ts';
import { type FormField, marksOf, readInput, readMarks, writeMarks, writeValues } from './values.server.ts';

const kinds = ['a', 'b'] as const;
const Input = z.object({
  id: Id.optional(),
  names: z.object({ fi: z.string().trim().max(20).default(''), sv: z.string().optional() }),
  kind: z.enum(kinds),
  level: z.union([z.literal(1), z.literal(2)]),
  on: Day.optional(),
  from: Time.optional(),
  to: Time.optional(),
  cents: Euros.optional(),
  hours: Hours.optional(),
  share: Percent.optional(),
  count: z.int().min(0).max(10).optional(),
  groups: z.array(z.enum(kinds)).default([]),
  words: z.array(z.string()).default([]),
  open: z.boolean().default(false),
  lines: z
    .array(z.object({ kind: z.enum(kinds), label: z.string().max(5), cents: Euros.optional() }))
    .default([]),
  votes: z.record(z.string(), z.enum(kinds)).default({}),
});

const fields = (options: Readonly<Record<string, FieldOptions>> = {}): FormField[] =>
  fieldsOf(Input).map((field) => ({
    ...field,
    options: options[field.name] ?? {},
    inner: field.rows?.map((inner) => ({ ...inner, options: {} })),
  }));

const sent = (values: Values): SentForm => {
  const list = (name: string) => [values[name] ?? []].flat().filter((text) => text !== '');
  return {
    form: undefined,
    intent: '',
    key: undefined,
    seen: undefined,
    stale: false,
    values,
    list,
    text: (name) => list(name)[0] ?? '',
    ticked: (name) => list(name).length > 0,
    files: () => [],
  };
};
const read = (values: Values, options?: Readonly<Record<string, FieldOptions>>) =>
  readInput(fields(options), sent(values), '2026-11-30');

describe('what an input holds', () => {
  it('is found inside all that wraps it', () => {
    expect(Object.fromEntries(fieldsOf(Input).map(({ name, kind }) => [name, kind]))).toEqual({
      id: 'id',
      'names.fi': 'text',
      'names.sv': 'text',
      kind: 'choice',
      level: 'choice',
      on: 'day',
      from: 'time',
      to: 'time',
      cents: 'euros',
      hours: 'hours',
      share: 'percent',
      count: 'integer',
      groups: 'choices',
      words: 'list',
      open: 'tick',
      lines: 'rows',
      votes: 'record',
    });
    const wrapped = z.object({
      a: z.preprocess((value) => (value === '' ? undefined : value), Day.optional()),
      b: z.union([z.literal('').transform(() => undefined), Day]).optional(),
      c: z
        .string()
        .max(9)
        .transform((text) => text || undefined)
        .optional(),
      d: z.string().trim().min(1).max(7),
    });
    expect(fieldsOf(wrapped)).toMatchObject([
      { name: 'a', kind: 'day', needed: false },
      { name: 'b', kind: 'day', needed: false },
      { name: 'c', kind: 'text', needed: false, most: 9 },
      { name: 'd', kind: 'text', needed: true, most: 7 },
    ]);
  });

  it('is that of the shape which the pins tell', () => {
    const change = z.discriminatedUnion('part', [
      z.object({ part: z.literal('x'), x: z.string() }),
      z.object({ part: z.literal('y'), y: Day }),
    ]);
    const input = z.object({ id: Id, change });
    expect(fieldsOf(input, { change: { part: 'y' } }).map(({ name }) => name)).toEqual([
      'id',
      'change.part',
      'change.y',
    ]);
    expect(fieldsOf(change, { part: 'x' }).map(({ name }) => name)).toEqual(['part', 'x']);
  });
});

describe('what is typed', () => {
  it('is read as people write it, and passes the check of the input', async () => {
    const id = newId();
    const { input, issues } = await read(
      {
        id,
        'names.fi': 'Koe',
        kind: 'b',
        level: '2',
        on: '5.12.',
        from: 'klo 9–15',
        to: '',
        cents: '1 250,50',
        hours: '7:30',
        share: '12,5',
        count: '3',
        groups: ['a', 'b'],
        words: 'yksi\n\nkaksi ',
        open: 'yes',
        'lines.0.kind': 'a',
        'lines.0.label': '',
        'lines.0.cents': '',
        'lines.2.kind': 'b',
        'lines.2.label': 'tila',
        'lines.2.cents': '7',
        'votes.x': 'a',
      },
      { from: { until: 'to' } },
    );
    expect(issues).toEqual([]);
    expect(Input.parse(input)).toEqual({
      id,
      names: { fi: 'Koe' },
      kind: 'b',
      level: 2,
      on: '2026-12-05',
      from: '09:00',
      to: '15:00',
      cents: 125_050,
      hours: 7.5,
      share: 1250,
      count: 3,
      groups: ['a', 'b'],
      words: ['yksi', 'kaksi'],
      open: true,
      lines: [{ kind: 'b', label: 'tila', cents: 700 }],
      votes: { x: 'a' },
    });
  });

  it('tells all that cannot be read, and where a row stood', async () => {
    const { input, issues, rows } = await read({
      kind: '',
      level: '7',
      on: '31.2.2026',
      hours: '7.30',
      cents: '1e2',
      count: '0x10',
      'lines.3.label': 'liian pitkä',
      'lines.3.kind': 'a',
    });
    expect(issues.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'on not-a-day',
      'cents not-euros',
      'hours ambiguous-number',
      'count not-a-number',
    ]);
    expect(rows).toEqual({ lines: [3] });
    const parsed = Input.safeParse(input);
    const found = parsed.success ? [] : issuesOf(parsed.error, input);
    expect(found.map(({ path, code }) => `${path} ${code}`)).toEqual(
      expect.arrayContaining(['kind required', 'level choose-one', 'lines.0.label too-long']),
    );
    expect(found.find(({ path }) => path === 'lines.0.label')?.details).toEqual({ limit: 5, count: 6 });
  });

  it.each(['31.12.9999', '1.1.1206', '5.12.2206'])('asks about the year of %s', async (on) => {
    const { input } = await read({ on });
    const found = issuesOf(Input.safeParse(input).error!, input);
    expect(found.filter(({ path }) => path === 'on')).toEqual([{ path: 'on', code: 'year-unlikely' }]);
  });

  it('is written as it can be read back', async () => {
    const value = Input.parse({
      names: { fi: 'Koe' },
      kind: 'a',
      level: 1,
      on: '2026-02-03',
      from: '09:05',
      cents: 705,
      hours: 0.25,
      share: 4000,
      groups: ['b'],
      words: ['x', 'y'],
      open: true,
      lines: [{ kind: 'a', label: 'l', cents: 1 }],
      votes: { z: 'b' },
    });
    const written = writeValues(fields(), value);
    expect(written).toMatchObject({
      on: '3.2.2026',
      from: '9.05',
      cents: '7,05',
      hours: '0,25',
      share: '40',
    });
    const { input, issues } = await read(written);
    expect(issues).toEqual([]);
    expect(Input.parse(input)).toEqual(value);
  });

  it('of a field that does not stand on the form now, nothing is sent on', async () => {
    const options = { hours: { when: { field: 'kind', is: 'b' } } };
    expect((await read({ kind: 'a', level: '1', hours: 'x' }, options)).issues).toEqual([]);
    expect((await read({ kind: 'b', level: '1', hours: 'x' }, options)).issues).toEqual([
      { path: 'hours', code: 'not-hours' },
    ]);
  });
});

describe('marks of what a form was shown with', () => {
  it('differ when a field differs, and only then', () => {
    const first = marksOf(fields(), { on: '3.2.2026', groups: ['a', 'b'], 'names.fi': 'a\r\nb' });
    const same = marksOf(fields(), { on: '3.2.2026 ', groups: ['b', 'a'], 'names.fi': 'a\nb' });
    const other = marksOf(fields(), { on: '4.2.2026', groups: ['a'], 'names.fi': 'a b' });
    expect(same).toEqual(first);
    expect(Object.keys(first).filter((name) => first[name] !== other[name])).toEqual([
      'names.fi',
      'on',
      'groups',
    ]);
    expect(readMarks(writeMarks(first))).toEqual(first);
  });
});
