import type {
  JsonSchema,
  Specification,
  SpecifiedContent,
  SpecifiedResponse,
} from '#api/v1/specification.ts';
import kept from '../../docs/api/openapi.json' with { type: 'json' };

const specification = kept as unknown as Specification;

export type Row = {
  readonly name: string;
  readonly kind: string;
  readonly needed: boolean;
  readonly about: string;
};
export type OperationDoc = {
  readonly id: string;
  readonly address: string;
  readonly caller: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly (Row & { readonly place: string })[];
  readonly body?: string | undefined;
  readonly request?: string | undefined;
  readonly answer?: string | undefined;
  readonly answerKind?: string | undefined;
  readonly errors: readonly { readonly status: string; readonly about: string }[];
};
export type SchemaDoc = {
  readonly name: string;
  readonly about: string;
  readonly rows: readonly Row[];
  readonly kind: string;
};

/** The specification as a page reads it: every operation and every form, in the order in which they are made. */
export function documentation() {
  return {
    description: specification.info.description.split('\n\n'),
    operations: Object.entries(specification.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]): OperationDoc => {
        const success = Object.entries(operation.responses).find(([status]) => status.startsWith('2'))?.[1];
        const content = success === undefined ? undefined : contentOf(followed(success));
        const body = operation.requestBody && Object.entries(operation.requestBody.content)[0];
        return {
          id: operation.operationId,
          address: `${method.toUpperCase()} ${path}`,
          caller: operation.tags[0] ?? 'anybody',
          summary: operation.summary,
          description: operation.description,
          parameters: (operation.parameters ?? []).map((parameter) => ({
            name: parameter.name,
            place: parameter.in,
            kind: kindOf(parameter.schema),
            needed: parameter.required === true && parameter.schema.default === undefined,
            about: parameter.description ?? '',
          })),
          body: body && `${kindOf(body[1].schema)} (${body[0]})`,
          request: exampleOf(body?.[1]),
          answer: exampleOf(content),
          answerKind: content && kindOf(content.schema),
          errors: Object.entries(operation.responses)
            .filter(([status]) => !status.startsWith('2'))
            .map(([status, response]) => ({ status, about: followed(response).description })),
        };
      }),
    ),
    schemas: Object.entries(specification.components.schemas).map(
      ([name, schema]): SchemaDoc => ({
        name,
        about: String(schema.description ?? ''),
        kind: kindOf({ ...schema, description: undefined }),
        rows: rowsOf(schema),
      }),
    ),
    problems: Object.entries(specification['x-problems']),
  };
}

function followed(response: SpecifiedResponse | { $ref: string }): SpecifiedResponse {
  if (!('$ref' in response)) return response;
  return specification.components.responses[response.$ref.split('/').at(-1) ?? ''] ?? { description: '' };
}

const contentOf = (response: SpecifiedResponse): SpecifiedContent | undefined =>
  Object.values(response.content ?? {})[0];

const exampleOf = (content: SpecifiedContent | undefined): string | undefined =>
  content?.example === undefined ? undefined : JSON.stringify(content.example, undefined, 2);

function rowsOf(schema: JsonSchema): Row[] {
  const properties = (schema.properties ?? {}) as Record<string, JsonSchema>;
  const required = new Set((schema.required ?? []) as string[]);
  return Object.entries(properties).map(([name, inner]) => ({
    name,
    kind: kindOf(inner),
    needed: required.has(name),
    about: String(inner.description ?? ''),
  }));
}

/** A schema in a few words: `Text`, `list of Vacancy`, `interview | hired`, `text (date)`. */
function kindOf(schema: JsonSchema): string {
  if (typeof schema.$ref === 'string') return schema.$ref.split('/').at(-1) ?? '';
  const choices = (schema.oneOf ?? schema.anyOf) as JsonSchema[] | undefined;
  if (choices) return choices.map(kindOf).join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.join(' | ');
  if (schema.type === 'array') return `list of ${kindOf((schema.items ?? {}) as JsonSchema)}`;
  if (schema.type === 'object') {
    const rows = rowsOf(schema);
    if (rows.length === 0) return 'object';
    return `{ ${rows.map((row) => `${row.name}${row.needed ? '' : '?'}: ${row.kind}`).join(', ')} }`;
  }
  const type = schema.type === 'string' ? 'text' : String(schema.type ?? 'anything');
  const limits = [
    typeof schema.format === 'string' ? schema.format : undefined,
    schema.pattern === undefined ? undefined : String(schema.pattern),
    inLimits(schema.minimum, schema.maximum),
    schema.maxLength === undefined ? undefined : `at most ${String(schema.maxLength)}`,
    schema.default === undefined ? undefined : `${String(schema.default)} unless said`,
  ].filter((item) => item !== undefined);
  return limits.length === 0 ? type : `${type} (${limits.join(', ')})`;
}

function inLimits(least: unknown, most: unknown): string | undefined {
  if (typeof most !== 'number' || most > 1_000_000)
    return typeof least === 'number' ? `from ${least}` : undefined;
  return `${typeof least === 'number' ? least : ''}–${most}`;
}
