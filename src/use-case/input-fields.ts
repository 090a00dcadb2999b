import type { z } from 'zod';
import { fieldKinds, type TextKind } from '#kernel/field-kinds.ts';

/** What a field of an input holds: a text of some kind, one choice, many choices, yes or no, rows of fields. */
export type InputKind =
  | 'text'
  | TextKind
  | 'choice'
  | 'choices'
  | 'tick'
  | 'list'
  | 'rows'
  | 'record'
  | 'other';

/** A field of a use case's input, as a form needs to know it. Plain data: it may travel to the browser. */
export type InputField = {
  /** `names.fi` is `fi` inside `names`. */
  readonly name: string;
  readonly kind: InputKind;
  /** Is an empty field refused? */
  readonly needed: boolean;
  /** Most characters of a text. */
  readonly most?: number | undefined;
  /** What can be chosen, as text; `numbers` when the use case wants them as numbers. */
  readonly choices?: readonly string[] | undefined;
  readonly numbers?: boolean | undefined;
  /** The fields of a row; of a record those that stand under every key: one of them alone has no name. */
  readonly rows?: readonly InputField[] | undefined;
};

/** An input may be one of several shapes: the values that tell which one a form fills. */
export type Pins = Readonly<Record<string, unknown>>;

type Def = {
  readonly type: string;
  readonly innerType?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly shape?: Record<string, z.core.$ZodType>;
  readonly in?: z.core.$ZodType;
  readonly out?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly values?: readonly unknown[];
  readonly entries?: Record<string, string>;
  readonly getter?: () => z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
};

const defOf = (schema: z.core.$ZodType) => schema._zod.def as unknown as Def;

/** The schema inside what only wraps it: optional, with a default, turned into something else afterwards or before. */
function inside(schema: z.core.$ZodType): z.core.$ZodType {
  const kind = fieldKinds.get(schema);
  if (kind !== undefined) return schema;
  const def = defOf(schema);
  if (def.getter !== undefined && def.type === 'lazy') return inside(def.getter());
  if (def.innerType !== undefined) return inside(def.innerType);
  if (def.type === 'pipe' && def.in !== undefined && def.out !== undefined)
    return inside(defOf(def.in).type === 'transform' ? def.out : def.in);
  if (def.type === 'union' && def.options !== undefined) {
    const real = def.options.filter((option) => !isEmpty(option));
    if (real.length === 1) return inside(real[0]!);
  }
  return schema;
}

/** A part of a union that stands for "not given": `''`, null, undefined. */
function isEmpty(schema: z.core.$ZodType): boolean {
  const def = defOf(schema);
  if (def.type === 'null' || def.type === 'undefined') return true;
  if (def.type === 'pipe' && def.in !== undefined) return isEmpty(def.in);
  return (
    def.type === 'literal' &&
    def.values?.length === 1 &&
    (def.values[0] === '' || def.values[0] === undefined)
  );
}

/** Does the schema take this value as it stands? What needs more than a moment to answer counts as a no. */
function takes(schema: z.core.$ZodType, value: unknown): boolean {
  try {
    return (schema as z.ZodType).safeParse(value).success;
  } catch {
    return false;
  }
}

/** The fields of an input. Of several shapes the one that the pins tell. */
export function fieldsOf(schema: z.core.$ZodType, pins: Pins = {}): InputField[] {
  return objectFields(shapeOf(schema, pins), '', pins);
}

function shapeOf(schema: z.core.$ZodType, pins: Pins): Record<string, z.core.$ZodType> {
  const real = inside(schema);
  const def = defOf(real);
  if (def.type === 'object') return def.shape ?? {};
  if (def.type === 'union') {
    const shapes = (def.options ?? []).map((option) => shapeOf(option, pins));
    const fitting = shapes.find((shape) =>
      Object.entries(pins).every(([name, value]) => {
        const told = shape[name];
        return typeof value === 'object' || (told !== undefined && takes(told, value));
      }),
    );
    return fitting ?? {};
  }
  if (def.type === 'intersection') return {};
  return {};
}

/** Rows inside rows are told this deep; a schema may hold itself. */
const deepest = 2;

function objectFields(
  shape: Record<string, z.core.$ZodType>,
  before: string,
  pins: Pins,
  depth = 0,
): InputField[] {
  return Object.entries(shape).flatMap(([key, schema]) => {
    const name = before === '' ? key : `${before}.${key}`;
    const pinned = pins[key];
    const real = inside(schema);
    const { type } = defOf(real);
    const inner = typeof pinned === 'object' && pinned !== null ? (pinned as Pins) : {};
    if (fieldKinds.get(real) === undefined && (type === 'object' || isShapes(real)))
      return objectFields(shapeOf(real, inner), name, inner, depth);
    return [fieldOf(name, schema, depth)];
  });
}

const isShapes = (schema: z.core.$ZodType): boolean =>
  defOf(schema).type === 'union' &&
  (defOf(schema).options ?? []).every((option) => ['object', 'union'].includes(defOf(inside(option)).type));

/** One field: `schema` is asked what it takes, what is inside it tells the kind. */
function fieldOf(name: string, schema: z.core.$ZodType, depth: number): InputField {
  const real = inside(schema);
  const def = defOf(real);
  const text = fieldKinds.get(real)?.kind;
  const needed = !takes(schema, undefined) && !takes(schema, '');
  const most = mostOf(schema);
  if (text !== undefined)
    return { name, kind: text, needed, most: text === 'day' || text === 'id' ? undefined : most };
  if (def.type === 'enum') return { name, kind: 'choice', needed, choices: Object.values(def.entries ?? {}) };
  if (def.type === 'literal') return chosen(name, needed, def.values ?? []);
  if (def.type === 'union') {
    const parts = (def.options ?? []).map((option) => defOf(inside(option)));
    if (parts.every((part) => part.type === 'literal' || part.type === 'enum'))
      return chosen(
        name,
        needed,
        parts
          .flatMap((part) => part.values ?? Object.values(part.entries ?? {}))
          .filter((value) => value !== ''),
      );
  }
  if (def.type === 'boolean') return { name, kind: 'tick', needed: false };
  if (def.type === 'number') return { name, kind: isWhole(real) ? 'integer' : 'number', needed };
  if (def.type === 'array' && def.element !== undefined) return many(name, needed, def.element, depth);
  if (def.type === 'record')
    return {
      name,
      kind: 'record',
      needed: false,
      rows: def.valueType === undefined || depth >= deepest ? [] : underKeys(def.valueType, depth + 1),
    };
  if (def.type === 'string') return { name, kind: 'text', needed, most };
  return { name, kind: 'other', needed };
}

function underKeys(value: z.core.$ZodType, depth: number): InputField[] {
  const many = defOf(inside(value)).type === 'object';
  return many ? objectFields(shapeOf(value, {}), '', {}, depth) : [fieldOf('', value, depth)];
}

function chosen(name: string, needed: boolean, values: readonly unknown[]): InputField {
  const numbers = values.some((value) => typeof value === 'number');
  return { name, kind: 'choice', needed, choices: values.map(String), numbers: numbers || undefined };
}

function many(name: string, needed: boolean, element: z.core.$ZodType, depth: number): InputField {
  const real = inside(element);
  const { type } = defOf(real);
  if (fieldKinds.get(real) === undefined && (type === 'object' || isShapes(real)))
    return {
      name,
      kind: 'rows',
      needed,
      rows: depth < deepest ? objectFields(shapeOf(real, {}), '', {}, depth + 1) : [],
    };
  const each = fieldOf('', element, depth);
  if (each.kind === 'choice')
    return { name, kind: 'choices', needed, choices: each.choices, numbers: each.numbers };
  return { name, kind: each.kind === 'id' ? 'choices' : 'list', needed, most: each.most };
}

/** Most characters, wherever in the wrapping it is said. */
function mostOf(schema: z.core.$ZodType): number | undefined {
  const def = defOf(schema);
  if (def.type === 'string') return (schema as z.ZodString).maxLength ?? undefined;
  const parts = [def.innerType, def.in, def.out, ...(def.type === 'union' ? (def.options ?? []) : [])];
  for (const part of parts) {
    const found = part === undefined ? undefined : mostOf(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

const isWhole = (schema: z.core.$ZodType): boolean => (schema as z.ZodNumber).isInt;
