import type { FastifyInstance } from 'fastify';

/**
 * The headers of every answer. The content security policy lets nothing run or paint but our own files and what
 * carries the answer's nonce. The one exception is development: live pages paint styles as they change and are told of
 * changes over a socket.
 */
export function securityHeaders(
  fastify: FastifyInstance,
  { https, formTargets, live }: { https: boolean; formTargets: readonly string[]; live: boolean },
): void {
  fastify.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'content-security-policy': contentSecurityPolicy(request.nonce, https, formTargets, live),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'origin-agent-cluster': '?1',
      'permissions-policy':
        'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-dns-prefetch-control': 'off',
      'x-frame-options': 'DENY',
      'x-permitted-cross-domain-policies': 'none',
      'x-request-id': request.id,
      ...(https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
    });
  });
}

function contentSecurityPolicy(
  nonce: string,
  https: boolean,
  formTargets: readonly string[],
  live: boolean,
): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' ${live ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${live ? ' ws:' : ''}`,
    "manifest-src 'self'",
    ...(live ? ['worker-src blob:'] : []),
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'self'",
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses a change that another site's page asks for (403), besides the token that every form carries. Browsers say
 * where a request comes from; programs that say nothing carry no cookies of ours.
 */
export function refuseForeignOrigins(fastify: FastifyInstance, ownOrigin: () => string): void {
  fastify.addHook('onRequest', async (request, reply) => {
    if (safeMethods.includes(request.method) || request.headers.authorization !== undefined) return;
    const { origin } = request.headers;
    const site = request.headers['sec-fetch-site'];
    const foreign =
      (origin !== undefined &&
        origin !== ownOrigin() &&
        origin !== `${request.protocol}://${request.host}`) ||
      site === 'cross-site';
    if (foreign) return reply.code(403).send({ error: 'foreign-origin' });
  });
}
