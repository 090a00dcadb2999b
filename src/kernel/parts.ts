import { z } from 'zod';

/**
 * A part of a document, said once: its fields, the table whose rows hold it, and the columns that are not called as
 * their field. Rows and values, what a form may change, how a row is named and what differs between two versions follow
 * from it (docs/adr/0042-parts-said-once.md).
 */
export interface Part<S extends z.ZodRawShape = z.ZodRawShape> {
  readonly table: string;
  readonly fields: z.ZodObject<S>;
  readonly columns: Columns;
  /** Ids that only the table knows: made anew each time. */
  readonly unnamed: boolean;
  /** The columns that the rows stand in the order of; `position` is given them as they come. */
  readonly order: readonly string[];
}

/** A column by its field; of a field with fields of its own, a column for each; null when the table has none. */
export type Columns = Readonly<Record<string, string | Readonly<Record<string, string>> | null>>;

/** The value that a row of the part holds. */
export type ValueOf<P> = P extends { readonly fields: infer F extends z.ZodType } ? z.output<F> : never;

/** The rows of several parts, by their names. */
export type ListsOf<D extends Readonly<Record<string, Part>>> = { -readonly [L in keyof D]: ValueOf<D[L]>[] };

/** No rows of any part. */
export function emptyLists<D extends Readonly<Record<string, Part>>>(of: D): ListsOf<D> {
  const none: Record<string, unknown> = Object.fromEntries(Object.keys(of).map((name) => [name, []]));
  return none as ListsOf<D>;
}

/** A row as the database gives and takes it. */
export type Row = Readonly<Record<string, unknown>>;

/** Declares a part. A column is called as its field (`startsOn` → `starts_on`) unless `columns` says otherwise. */
export function part<S extends z.ZodRawShape>(
  table: string,
  shape: S,
  columns: { readonly [K in keyof S]?: Columns[string] } = {},
  {
    unnamed = false,
    order = 'id' in shape ? ['position', 'id'] : ['position'],
  }: { readonly unnamed?: boolean; readonly order?: readonly string[] } = {},
): Part<S> {
  const named: Record<string, Columns[string]> = {};
  for (const name of Object.keys(shape)) named[name] = columns[name] ?? snake(name);
  for (const [name, column] of Object.entries(columns)) if (column === null) named[name] = null;
  return { table, fields: z.object(shape), columns: named, unnamed, order };
}

/** The columns of a value, all of the part's: what is absent is null. */
export function toRow<P extends Part>(of: P, value: ValueOf<P>): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  const held = value as Row;
  for (const [name, column] of Object.entries(of.columns)) {
    const own = held[name];
    if (column === null) continue;
    if (typeof column === 'string') row[column] = stored(of.fields.shape[name]!, own);
    else {
      const group = bare(of.fields.shape[name]!) as z.ZodObject;
      for (const [key, its] of Object.entries(column))
        row[its] = stored(group.shape[key]!, (own as Row | undefined)?.[key]);
    }
  }
  return row;
}

/** The value that a row holds: what is null is absent. A group of columns is absent when its first is. */
export function fromRow<P extends Part>(of: P, row: Row): ValueOf<P> {
  const value: Record<string, unknown> = {};
  for (const [name, column] of Object.entries(of.columns)) {
    if (column === null) continue;
    const own = typeof column === 'string' ? row[column] : grouped(column, row);
    if (own !== null && own !== undefined) value[name] = own;
  }
  return value as ValueOf<P>;
}

/** The list with the row of that id changed, or with one more last; undefined when there is no row of that id. */
export function put<T extends Identified>(rows: readonly T[], row: T): T[] | undefined {
  if (row.id === undefined) return [...rows, row];
  return has(rows, row.id)
    ? rows.map((each) => (each.id === row.id ? { ...each, ...row } : each))
    : undefined;
}

/** The list without the row of that id; undefined when there is no such row. */
export function remove<T extends Identified>(rows: readonly T[], id: string): T[] | undefined {
  return has(rows, id) ? rows.filter((each) => each.id !== id) : undefined;
}

export const has = (rows: readonly Identified[], id: string | undefined) => rows.some((row) => row.id === id);

interface Identified {
  readonly id?: string | undefined;
}

function grouped(columns: Readonly<Record<string, string>>, row: Row): Row | undefined {
  const value: Record<string, unknown> = {};
  for (const [name, column] of Object.entries(columns)) {
    const own = row[column] ?? undefined;
    if (own !== undefined) value[name] = own;
    else if (Object.keys(value).length === 0) return undefined;
  }
  return value;
}

/** What is absent is null, or what its field holds when nothing is said. */
function stored(schema: z.core.$ZodType, value: unknown): unknown {
  if (value === undefined && schema instanceof z.ZodDefault)
    return stored(schema.unwrap(), schema.def.defaultValue);
  return value === undefined ? null : isDocument(schema) ? JSON.stringify(value) : value;
}

/** Is the field kept as one document (jsonb)? Objects, and lists of them; a list of texts is a list of the database. */
function isDocument(schema: z.core.$ZodType): boolean {
  const real = bare(schema);
  return real instanceof z.ZodArray
    ? isDocument(real.element)
    : real instanceof z.ZodObject || real instanceof z.ZodRecord;
}

/** The schema without what only says that it may be absent. */
const bare = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? bare(schema.unwrap()) : schema;

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
