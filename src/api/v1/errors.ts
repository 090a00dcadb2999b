import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { mistake, type ProblemError, ProblemStop, problemOf, stop } from './problems.ts';
import { wantedLanguage } from './words.ts';

/** In which language a request is answered: the header's, else its caller's, else Finnish. */
export function languageOf(request: FastifyRequest) {
  return wantedLanguage(request.headers['accept-language']) ?? request.apiCaller?.viewer.language ?? 'fi';
}

/** Sends a problem. Nobody keeps one. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, given: ProblemStop): FastifyReply {
  const language = languageOf(request);
  if (given.status === 401 && given.code !== 'invalid-client')
    reply.header(
      'www-authenticate',
      `Bearer realm="polku"${given.code === 'invalid-token' ? ', error="invalid_token"' : ''}`,
    );
  if (given.code === 'invalid-client') reply.header('www-authenticate', 'Basic realm="polku"');
  if (given.status === 503) reply.header('retry-after', '5');
  return reply
    .code(given.status)
    .header('cache-control', 'no-store')
    .header('content-language', language)
    .type('application/problem+json')
    .send(problemOf(given, language, request.id));
}

/** Every error under the API becomes a problem; of an unexpected one only its number in the log is told. */
export function problemsForErrors(scope: FastifyInstance): void {
  scope.setErrorHandler(async (error: FastifyError, request, reply) => {
    const known = error instanceof ProblemStop ? error : problemFor(error, request);
    if (known.status >= 500) request.log.error({ err: error }, 'a request to the API failed');
    return sendProblem(request, reply, known);
  });
}

function problemFor(error: FastifyError, request: FastifyRequest): ProblemStop {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const part = { querystring: 'query', params: 'path', headers: 'header', body: 'body' }[
      error.validationContext ?? 'body'
    ] as ProblemError['in'];
    // An address with an id that cannot be one is an address of nothing.
    if (part === 'path') return stop('not-found');
    if (part === 'header') return stop('idempotency-key-missing');
    const errors = error.validation.flatMap((issue) => mistakes(request, part, issue as unknown as Issue));
    return stop('invalid-input', { errors, ...(part === 'body' && isToken(request) ? oauth(errors) : {}) });
  }
  const status = error.statusCode ?? 500;
  if (status === 413) return stop('too-large');
  if (status === 415) return stop('unsupported-media-type');
  if (status === 429) return stop('too-many-requests');
  if (status >= 400 && status < 500) return stop('malformed');
  return stop(status === 503 ? 'not-now' : 'internal');
}

interface Issue {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: { keys?: string[]; input?: unknown };
  readonly message: string;
}

const codes: Readonly<Record<string, string>> = {
  unrecognized_keys: 'unknown',
  too_small: 'too-small',
  too_big: 'too-big',
  invalid_format: 'invalid-format',
  invalid_value: 'not-in-list',
  invalid_union: 'not-in-list',
};

function mistakes(request: FastifyRequest, part: ProblemError['in'], issue: Issue): ProblemError[] {
  const language = languageOf(request);
  const path = issue.instancePath.split('/').filter((piece) => piece !== '');
  if (issue.keyword === 'unrecognized_keys')
    return (issue.params.keys ?? []).map((key) =>
      mistake(language, { in: part, path: [...path, key], code: 'unknown' }),
    );
  const missing = issue.keyword === 'invalid_type' && /received undefined/.test(issue.message);
  return [
    mistake(language, { in: part, path, code: missing ? 'required' : (codes[issue.keyword] ?? 'invalid') }),
  ];
}

const isToken = (request: FastifyRequest): boolean => request.routeOptions.url?.endsWith('/token') ?? false;

function oauth(errors: readonly ProblemError[]): { error: string } {
  const grant = errors.some((error) => error.pointer === '#/grant_type' && error.code === 'not-in-list');
  return { error: grant ? 'unsupported_grant_type' : 'invalid_request' };
}
