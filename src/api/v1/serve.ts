import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify';
import { z } from 'zod';
import type { House } from '#access';
import type { Viewer } from '#kernel/viewer.ts';
import type { Services } from '#server/services.ts';
import { claimRequest, forgetRequest, keepAnswer } from '../credentials/requests.db.ts';
import { viewerFor } from './callers.ts';
import { languageOf, sendProblem } from './errors.ts';
import { type Answer, type Operation, only, type Refused } from './operation.ts';
import { mistake, type ProblemCode, ProblemStop, problems, stop } from './problems.ts';
import { Problem } from './schemas/common.ts';

export interface ServeParts {
  readonly house: House;
  readonly servicesFor: (house: House, viewer: Viewer) => Services;
  /** Requests a minute from one address at the most. */
  readonly rate: number;
}

const Keyed = z.looseObject({ 'idempotency-key': z.string().min(1).max(200) });

/** The statuses under which an operation can answer with a problem. */
export function problemStatuses(one: Operation): number[] {
  const statuses = new Set<number>([400, 401, 404, 429, 500, ...Object.values(one.refusals)]);
  if (one.scope !== 'anybody') statuses.add(403);
  if (one.method === 'POST') for (const status of [409, 413, 415]) statuses.add(status);
  return [...statuses].sort();
}

/** A problem as a response of a schema. */
export const problemResponse = { content: { 'application/problem+json': { schema: Problem } } };

/** Puts one operation into the scope: checked input, its caller, its use cases, and nothing in the answer but what is declared. */
export function serve(scope: FastifyInstance, parts: ServeParts, one: Operation): void {
  const schema: FastifySchema & Record<string, unknown> = {
    operationId: one.id,
    summary: one.summary,
    description: one.description,
    tags: [one.scope],
    ...(one.params ? { params: one.params } : {}),
    querystring: one.query,
    ...(one.body ? { body: one.body, headers: Keyed } : {}),
    response: {
      [one.status]: one.answer,
      ...Object.fromEntries(problemStatuses(one).map((status) => [status, problemResponse])),
    },
  };
  scope.route({
    method: one.method,
    url: one.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    schema,
    config: {
      operation: one,
      rateLimit: { max: parts.rate, timeWindow: '1 minute', groupId: 'api' },
    },
    // Before the input is read: who may not ask is not told what would be asked.
    preValidation: async (request) => {
      request.apiViewer = await viewerFor(parts.house, request, one);
    },
    handler: async (request, reply) =>
      one.body ? keyed(parts, one, request, reply) : plain(parts, one, request, reply),
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

async function plain(parts: ServeParts, one: Operation, request: FastifyRequest, reply: FastifyReply) {
  const result = await run(parts, one, request, { madeId: '', resumed: false });
  if (!result.ok) return sendProblem(request, reply, refusalOf(one, result.error, request));
  return answer(one, request, reply, result.value);
}

/** A change: done once however often it is sent, answered each time as the first time. */
async function keyed(parts: ServeParts, one: Operation, request: FastifyRequest, reply: FastifyReply) {
  const { house } = parts;
  const asked = {
    credentialId: request.apiCaller!.credentialId,
    key: String(request.headers['idempotency-key']),
    hash: createHash('sha256')
      .update(JSON.stringify([one.id, request.params, request.body]))
      .digest(),
  };
  const claim = await claimRequest(house, asked);
  if (claim.kind === 'another-request') throw stop('key-of-another-request');
  if (claim.kind === 'under-way') throw stop('request-under-way');
  if (claim.kind === 'answered')
    return answer(one, request, reply.header('idempotency-replayed', 'true'), claim.answer);
  const repeating = { madeId: claim.madeId, resumed: claim.kind === 'resumed' };
  const result = await run(parts, one, request, repeating).catch(async (error: unknown) => {
    // The work was rolled back with its transaction; the request may be sent again.
    await forgetRequest(house, asked);
    throw error;
  });
  if (!result.ok) {
    await forgetRequest(house, asked);
    return sendProblem(request, reply, refusalOf(one, result.error, request));
  }
  // If this fails, the claim stays: sent again the request is taken up as one that may have been done.
  await keepAnswer(house, asked, one.status, result.value);
  return answer(one, request, reply, result.value);
}

function run(
  { house, servicesFor }: ServeParts,
  one: Operation,
  request: FastifyRequest,
  repeating: { madeId: string; resumed: boolean },
): Promise<Answer<unknown>> {
  return one.run({
    services: only(servicesFor(house, request.apiViewer!), one.uses),
    params: request.params,
    query: request.query,
    body: request.body,
    today: house.clock.today(),
    ...repeating,
  });
}

function answer(one: Operation, request: FastifyRequest, reply: FastifyReply, value: unknown): FastifyReply {
  const language = languageOf(request);
  reply.code(one.status).header('content-language', language);
  reply.header('cache-control', one.cache === 'public' ? 'no-cache' : 'no-store');
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

function refusalOf(one: Operation, refused: Refused, request: FastifyRequest): ProblemStop {
  const { code, field, details } = refused;
  const said = one.saidAs?.[code];
  if (said && details?.reason !== 'role-may-not') return stop(said);
  const language = languageOf(request);
  if (code === 'invalid-input') {
    const issues = (details?.issues ?? []) as { path: string; code: string }[];
    const errors = issues.map((issue) =>
      mistake(language, { in: one.body ? 'body' : 'query', path: issue.path.split('.'), code: issue.code }),
    );
    return stop('invalid-input', { errors });
  }
  const status = one.refusals[code] ?? (code in problems ? problems[code as ProblemCode] : 409);
  const where: 'body' | 'query' = one.body ? 'body' : 'query';
  return new ProblemStop(code, status, {
    ...(details ? { params: details } : {}),
    ...(field === undefined
      ? {}
      : { errors: [mistake(language, { in: where, path: [field], code: 'refused' })] }),
  });
}
