import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify';
import { z } from 'zod';
import type { App } from '#access';
import { cleanTexts } from '#kernel/typed-text.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { Services } from '#server/services.ts';
import { claimRequest, forgetRequest, keepAnswer } from '../credentials/requests.db.ts';
import { viewerFor } from './callers.ts';
import { languageOf, sendProblem } from './errors.ts';
import { type Answer, type Operation, only, type Refused } from './operation.ts';
import { mistake, type ProblemCode, ProblemStop, problems, stop } from './problems.ts';
import { Problem } from './schemas/common.ts';

export interface ServeParts {
  readonly app: App;
  readonly servicesFor: (app: App, viewer: Viewer) => Services;
  /** Requests a minute from one address at the most. */
  readonly rate: number;
}

const Keyed = z.looseObject({ 'idempotency-key': z.string().min(1).max(200) });

/** The statuses under which an operation can answer with a problem. */
export function problemStatuses(operation: Operation): number[] {
  const statuses = new Set<number>([400, 401, 404, 429, 500, 503, ...Object.values(operation.refusals)]);
  if (operation.scope !== 'anybody') statuses.add(403);
  if (operation.method === 'POST') for (const status of [409, 413, 415]) statuses.add(status);
  return [...statuses].sort();
}

/** A problem as a response of a schema. */
export const problemResponse = { content: { 'application/problem+json': { schema: Problem } } };

/** Puts one operation into the scope: checked input, its caller, its use cases, and nothing in the answer but what is declared. */
export function serve(scope: FastifyInstance, parts: ServeParts, operation: Operation): void {
  const schema: FastifySchema & Record<string, unknown> = {
    operationId: operation.id,
    summary: operation.summary,
    description: operation.description,
    tags: [operation.scope],
    ...(operation.params ? { params: operation.params } : {}),
    querystring: operation.query,
    ...(operation.body ? { body: operation.body, headers: Keyed } : {}),
    response: {
      [operation.status]: operation.answer,
      ...Object.fromEntries(problemStatuses(operation).map((status) => [status, problemResponse])),
    },
  };
  scope.route({
    method: operation.method,
    url: operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    schema,
    config: {
      operation: operation,
      rateLimit: { max: parts.rate, timeWindow: '1 minute', groupId: 'api' },
    },
    // Before the input is read: who may not ask is not told what would be asked.
    preValidation: async (request) => {
      request.apiViewer = await viewerFor(parts.app, request, operation);
      request.query = cleanTexts(request.query);
      if (operation.body) request.body = cleanTexts(request.body);
    },
    handler: async (request, reply) =>
      operation.body ? keyed(parts, operation, request, reply) : plain(parts, operation, request, reply),
  });
}

declare module 'fastify' {
  interface FastifyRequest {
    /** As whom the request is answered. */
    apiViewer: Viewer | undefined;
  }
  interface FastifyContextConfig {
    operation?: Operation;
    /** Of a route that is no operation over use cases: what it touches, as use cases declare it. */
    meaning?: { readonly policy: string; readonly audit: string };
  }
}

async function plain(parts: ServeParts, operation: Operation, request: FastifyRequest, reply: FastifyReply) {
  const result = await run(parts, operation, request, { madeId: '', resumed: false });
  if (!result.ok) return sendProblem(request, reply, refusalOf(operation, result.error, request));
  return answer(operation, request, reply, result.value);
}

/** A change: done once however often it is sent, answered each time as the first time. */
async function keyed(parts: ServeParts, operation: Operation, request: FastifyRequest, reply: FastifyReply) {
  const { app } = parts;
  const asked = {
    credentialId: request.apiCaller!.credentialId,
    key: String(request.headers['idempotency-key']),
    hash: createHash('sha256')
      .update(JSON.stringify([operation.id, request.params, request.body]))
      .digest(),
  };
  const claim = await claimRequest(app, asked);
  if (claim.kind === 'another-request') throw stop('key-of-another-request');
  if (claim.kind === 'under-way') throw stop('request-under-way');
  if (claim.kind === 'answered')
    return answer(operation, request, reply.header('idempotency-replayed', 'true'), claim.answer);
  const repeating = { madeId: claim.madeId, resumed: claim.kind === 'resumed' };
  const result = await run(parts, operation, request, repeating).catch(async (error: unknown) => {
    // The work was rolled back with its transaction; the request may be sent again.
    await forgetRequest(app, asked);
    throw error;
  });
  if (!result.ok) {
    // When the database was lost nobody knows whether the work stands: then too it is taken up so.
    if (result.error.code !== 'not-now') await forgetRequest(app, asked);
    return sendProblem(request, reply, refusalOf(operation, result.error, request));
  }
  // If this fails, the claim stays: sent again the request is taken up as one that may have been done.
  await keepAnswer(app, asked, operation.status, result.value);
  return answer(operation, request, reply, result.value);
}

function run(
  { app, servicesFor }: ServeParts,
  operation: Operation,
  request: FastifyRequest,
  repeating: { madeId: string; resumed: boolean },
): Promise<Answer<unknown>> {
  return operation.run({
    services: only(servicesFor(app, request.apiViewer!), operation.uses),
    params: request.params,
    query: request.query,
    body: request.body,
    today: app.clock.today(),
    ...repeating,
  });
}

function answer(
  operation: Operation,
  request: FastifyRequest,
  reply: FastifyReply,
  value: unknown,
): FastifyReply {
  const language = languageOf(request);
  reply.code(operation.status).header('content-language', language);
  reply.header('cache-control', operation.cache === 'public' ? 'no-cache' : 'no-store');
  reply.header('vary', 'accept-language, authorization');
  return reply.send(withNext(request, reply, value));
}

/** The place of the next page becomes its address, in the answer and in the Link header. */
function withNext(request: FastifyRequest, reply: FastifyReply, value: unknown): unknown {
  const { next, ...rest } = value as { next?: string };
  if (next === undefined) return value;
  const [path = '', query = ''] = request.url.split('?');
  const asked = new URLSearchParams(query);
  asked.set('after', next);
  const address = `${path}?${asked}`;
  reply.header('link', `<${address}>; rel="next"`);
  return { ...rest, next: address };
}

function refusalOf(operation: Operation, refused: Refused, request: FastifyRequest): ProblemStop {
  const { code, field, details } = refused;
  const said = operation.saidAs?.[code];
  if (said && details?.reason !== 'role-may-not') return stop(said);
  const language = languageOf(request);
  if (code === 'invalid-input') {
    const issues = (details?.issues ?? []) as { path: string; code: string }[];
    const errors = issues.map((issue) =>
      mistake(language, {
        in: operation.body ? 'body' : 'query',
        path: issue.path.split('.'),
        code: issue.code,
      }),
    );
    return stop('invalid-input', { errors });
  }
  const status = operation.refusals[code] ?? (code in problems ? problems[code as ProblemCode] : 409);
  const where: 'body' | 'query' = operation.body ? 'body' : 'query';
  return new ProblemStop(code, status, {
    ...(details ? { params: details } : {}),
    ...(field === undefined
      ? {}
      : { errors: [mistake(language, { in: where, path: [field], code: 'refused' })] }),
  });
}
