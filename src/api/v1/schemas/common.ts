import { z } from 'zod';

/** What is told of a schema in the specification: its name, and an example. */
type About = { id?: string; description?: string; example?: unknown; examples?: unknown[] };

/** The named schemas of version 1; the specification's components come from here. */
export const registry = z.registry<About>();

/** Gives a schema its name in the specification. */
export function named<S extends z.ZodType>(id: string, schema: S, description?: string): S {
  registry.add(schema, { id, ...(description === undefined ? {} : { description }) });
  return schema;
}

export const Id = z.uuidv7();
export const Day = z.iso.date();
export const Instant = z.iso.datetime();
export const Language = z.enum(['fi', 'sv', 'en']);
export const MunicipalityCode = z.string().regex(/^\d{3}$/);

/** A text with the language it really is in. */
export const Text = named(
  'Text',
  z.object({ text: z.string(), language: Language }),
  'A text and the language it is in.',
);

export const Names = named(
  'Names',
  z.object({ fi: z.string().optional(), sv: z.string().optional(), en: z.string().optional() }),
  'A name in the languages in which there is one.',
);

/** A count that may be secret: `hidden` is not zero, and neither is `unknown`. */
export const Count = named(
  'Count',
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('number'), value: z.int().min(0) }),
    z.object({ kind: z.literal('hidden') }),
    z.object({ kind: z.literal('unknown') }),
  ]),
  'A count. `hidden`: there is a number and it is not told, because it is small or would tell a small one. `unknown`: there is none. Neither means zero.',
);

/** Problem Details (RFC 9457) with a stable code, and where in the request the mistakes are. */
export const Problem = named(
  'Problem',
  z.object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    code: z.string(),
    error: z.string().optional(),
    errors: z
      .array(
        z.object({
          in: z.enum(['query', 'path', 'header', 'body']),
          pointer: z.string(),
          code: z.string(),
          detail: z.string(),
        }),
      )
      .optional(),
  }),
  'Problem Details (RFC 9457). `code` is stable and meant for programs; `title` and `detail` are in the language of Accept-Language. `errors` points to each mistake of the request by a JSON Pointer. `error` is the OAuth 2 error of the token endpoint. `instance` holds the number under which our log knows the request.',
);

/** A page of a list; `next` is the address of the following one, absent on the last. */
export function pageOf<S extends z.ZodType>(item: S) {
  return z.object({ items: z.array(item), next: z.string().optional() });
}

/** The query of a list: how many at most, and the place from which to go on (taken from `next`). */
export const paging = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().min(1).max(600).optional(),
};
