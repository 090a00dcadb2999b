import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { problemsForErrors } from './errors.ts';
import { operations } from './operations/index.ts';
import { stop } from './problems.ts';
import { type ServeParts, serve } from './serve.ts';
import { specify } from './specification.ts';
import { mountToken } from './token.ts';

const base = '/api/v1';

/** Mounts the public interface at /api/v1; before the pages, which take every address that is left. */
export async function mountApi(fastify: FastifyInstance, parts: ServeParts): Promise<void> {
  await fastify.register(
    async (scope) => {
      scope.decorateRequest('apiCaller', undefined);
      scope.decorateRequest('apiViewer', undefined);
      scope.setValidatorCompiler(validatorCompiler);
      scope.setSerializerCompiler(serializerCompiler);
      scope.removeContentTypeParser('text/plain');
      problemsForErrors(scope);
      answerIfChanged(scope);
      await specify(scope);
      mountToken(scope, parts);
      for (const operation of operations) serve(scope, parts, operation);
      mountSpecification(scope, parts.rate);
      refuseTheRest(scope, parts.rate);
    },
    { prefix: base },
  );
}

function mountSpecification(scope: FastifyInstance, rate: number): void {
  let text: string | undefined;
  scope.route({
    method: 'GET',
    url: '/openapi.json',
    schema: { hide: true } as object,
    config: {
      rateLimit: { max: rate, timeWindow: '1 minute', groupId: 'api' },
      meaning: { policy: 'anybody', audit: 'none: the description of the interface' },
    },
    handler: async (_request, reply) => {
      text ??= JSON.stringify(scope.swagger());
      return reply.type('application/json').header('cache-control', 'no-cache').send(text);
    },
  });
}

/** An address that is not here, or not with this method, is a problem like any other. */
function refuseTheRest(scope: FastifyInstance, rate: number): void {
  const known = [
    { method: 'POST', path: '/token' },
    { method: 'GET', path: '/openapi.json' },
    ...operations,
  ].map(({ method, path }) => ({
    methods: method === 'GET' ? ['GET', 'HEAD'] : [method],
    pattern: new RegExp(`^${base}${path.replaceAll(/\{\w+\}/g, '[^/]+').replaceAll('.', '\\.')}$`),
  }));
  scope.route({
    method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: '/*',
    schema: { hide: true } as object,
    config: {
      rateLimit: { max: rate, timeWindow: '1 minute', groupId: 'api' },
      meaning: { policy: 'anybody', audit: 'none: there is nothing at the address' },
    },
    // Before a body is looked at, whatever it is.
    onRequest: async (request, reply) => {
      const path = request.url.split('?')[0] ?? '';
      const methods = known.filter(({ pattern }) => pattern.test(path)).flatMap((row) => row.methods);
      if (methods.length === 0) throw stop('not-found');
      reply.header('allow', methods.join(', '));
      throw stop('method-not-allowed');
    },
    handler: async () => {
      throw stop('not-found');
    },
  });
}

/** Public answers carry an ETag of what they say, and are not sent again to who has them. */
function answerIfChanged(scope: FastifyInstance): void {
  scope.addHook('onSend', async (request, reply, payload) => {
    if (reply.statusCode !== 200 || reply.getHeader('cache-control') !== 'no-cache') return payload;
    if (typeof payload !== 'string') return payload;
    const tag = `"${createHash('sha256').update(payload).digest('base64url').slice(0, 22)}"`;
    reply.header('etag', tag);
    const held = (request.headers['if-none-match'] ?? '')
      .split(',')
      .map((text) => text.trim().replace(/^W\//, ''));
    if (!held.includes(tag) && !held.includes('*')) return payload;
    reply.code(304).removeHeader('content-length').removeHeader('content-type');
    return '';
  });
}
