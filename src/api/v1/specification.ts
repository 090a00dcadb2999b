import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { scopes } from '#accounts';
import { operations } from './operations/index.ts';
import { problems as problemStatuses } from './problems.ts';
import { registry } from './schemas/common.ts';

/** OpenAPI 3.1 as far as the house reads it. */
export interface Specification {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, SpecifiedOperation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly responses: Readonly<Record<string, SpecifiedResponse>>;
    readonly securitySchemes: Readonly<Record<string, unknown>>;
  };
  /** The stable codes of problems with their statuses. */
  readonly 'x-problems': Readonly<Record<string, number>>;
}
export type JsonSchema = { readonly [key: string]: unknown };
export interface SpecifiedContent {
  schema: JsonSchema;
  example?: unknown;
}
export interface SpecifiedResponse {
  description: string;
  headers?: Record<string, unknown>;
  content?: Record<string, SpecifiedContent>;
}
export interface SpecifiedOperation {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  security?: Record<string, string[]>[];
  parameters?: { name: string; in: string; required?: boolean; schema: JsonSchema; description?: string }[];
  requestBody?: { required?: boolean; content: Record<string, SpecifiedContent> };
  responses: Record<string, SpecifiedResponse | { $ref: string }>;
}

const description = `Other systems of the employment area ask Polku here what their own account may see, and no more.

Get a credential from the access administration, change it for a token at \`/api/v1/token\`, and send the token as \`Authorization: Bearer …\`. Names and words come in the language of \`Accept-Language\` (fi, sv, en). Lists come in pages: follow \`next\` as it is. A change needs an \`Idempotency-Key\`: sent again with the same key within a day it is done once and answered as the first time. Errors are Problem Details (RFC 9457); read \`code\`. Unknown query parameters are refused. Ignore fields that you do not know: within version 1 they are only added.`;

const tags = [
  { name: 'anybody', description: 'Open to anybody, with or without a token.' },
  { name: 'employer', description: 'Systems of a company, acting for that company.' },
  { name: 'business', description: 'Systems of business services.' },
  { name: 'steering', description: 'Systems of those who steer: counts only, never persons.' },
];

/** Makes the scope's routes into a specification; register it before them. */
export async function specify(scope: FastifyInstance): Promise<void> {
  const ofRoutes = createJsonSchemaTransform({ schemaRegistry: registry });
  const ofObject = createJsonSchemaTransformObject({ schemaRegistry: registry });
  await scope.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Polku', version: '1.0.0', description },
      servers: [{ url: '/' }],
      tags,
      components: {
        securitySchemes: {
          credential: {
            type: 'oauth2',
            flows: {
              clientCredentials: {
                tokenUrl: '/api/v1/token',
                scopes: Object.fromEntries(
                  scopes.map((row) => [row, tags.find((tag) => tag.name === row)?.description ?? row]),
                ),
              },
            },
          },
        },
      },
    },
    transform: ofRoutes,
    transformObject: (document) => completed(ofObject(document) as unknown as Specification) as never,
  });
}

const reasons: Readonly<Record<string, string>> = {
  200: 'Done.',
  201: 'Made.',
  304: 'Not changed since the ETag given.',
  400: 'The request is not understood; `errors` points to the mistakes.',
  401: 'No token, or one that is no longer good.',
  403: 'The credential or its account may not ask for this.',
  404: 'Not there, or not for this caller; which of them is not told.',
  409: 'Not possible as things stand now, or the key belongs to another request.',
  413: 'The body is too large.',
  415: 'The body is of a kind that is not read here.',
  422: 'Understood, but it cannot be so; `errors` points to the cause.',
  429: 'Too many requests; `Retry-After` says how many seconds to wait.',
  500: 'A fault of ours; `instance` is its number in our log.',
  503: 'Not now; nothing is lost. Send the same request again (a change under the same key) after the seconds of `Retry-After`.',
};

/**
 * Adds what the routes' schemas cannot say (who may call, examples, headers, the words of each response), and says what
 * is common to all once.
 */
function completed(document: Specification): Specification {
  const problems: Record<string, SpecifiedResponse> = {};
  for (const paths of Object.values(document.paths)) {
    for (const operation of Object.values(paths)) {
      complete(operation);
      for (const [status, response] of Object.entries(operation.responses)) {
        if (!('content' in response) || !response.content?.['application/problem+json']) continue;
        problems[`Problem${status}`] = response;
        operation.responses[status] = { $ref: `#/components/responses/Problem${status}` };
      }
    }
  }
  const { schemas } = document.components;
  const paths = plainer(document.paths);
  const used = new Set<string>();
  const find = (value: unknown): void => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(/#\/components\/schemas\/(\w+)/g)) {
      if (used.has(name)) continue;
      used.add(name);
      find(schemas[name] ?? {});
    }
  };
  find([paths, problems]);
  const kept = Object.entries(schemas).filter(([name]) => used.has(name));
  return {
    ...document,
    paths,
    components: {
      ...document.components,
      schemas: sorted(
        Object.fromEntries(
          kept.map(([name, schema]) => [
            name,
            name.endsWith('Input') ? plainer(schema) : open(plainer(schema)),
          ]),
        ),
      ),
      responses: sorted(problems),
    },
    'x-problems': problemStatuses,
  };
}

/** Without the long patterns of days, instants and ids, which their format says already. */
function plainer<T>(value: T): T {
  const text = JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || !('format' in inner) || !('pattern' in inner))
      return inner;
    const { pattern: _pattern, ...rest } = inner;
    return rest;
  });
  return JSON.parse(text) as T;
}

/** An answer may gain fields within the version, so its objects are not closed. */
function open(schema: JsonSchema): JsonSchema {
  const text = JSON.stringify(schema, (key, inner: unknown) =>
    key === 'additionalProperties' && inner === false ? undefined : inner,
  );
  return JSON.parse(text) as JsonSchema;
}

function complete(row: SpecifiedOperation): void {
  const known = operations.find((operation) => operation.id === row.operationId);
  const scope = known?.scope ?? 'anybody';
  row.security =
    known === undefined ? [] : scope === 'anybody' ? [{}, { credential: [] }] : [{ credential: [scope] }];
  for (const [status, response] of Object.entries(row.responses)) {
    if ('$ref' in response) continue;
    response.description = reasons[status] ?? response.description;
    if (status === '429' || status === '503')
      response.headers = { 'Retry-After': { schema: { type: 'integer' } } };
    const content = response.content?.['application/json'];
    if (content && known && status === String(known.status)) content.example = known.example.answer;
  }
  if (row.requestBody) {
    row.requestBody.required = true;
    const content = row.requestBody.content['application/json'];
    if (content && known?.example.request !== undefined) content.example = known.example.request;
  }
  if (known?.cache === 'public') {
    const success = row.responses[known.status];
    if (success && !('$ref' in success)) success.headers = { ETag: { schema: { type: 'string' } } };
    row.responses['304'] = { description: reasons['304'] ?? '' };
  }
  const headers = [
    ...(row.parameters ?? []).filter((parameter) => parameter.in !== 'header'),
    ...(known?.body
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: true,
            schema: { type: 'string', minLength: 1, maxLength: 200 },
            description:
              'A new one (such as a UUID) for each change; the same when the same change is sent again.',
          },
        ]
      : []),
  ];
  if (headers.length > 0) row.parameters = headers;
}

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
