import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { App } from '#access';
import { compareWithNothing, fitsSecret, isScope, newSecret, type Scope } from '#accounts';
import { isId } from '#kernel/ids.ts';
import { findCredential, keepToken, logFailedTry } from '../credentials/credentials.db.ts';
import { stop } from './problems.ts';
import { Token, TokenRequest } from './schemas/public.ts';
import { Nothing } from './schemas/steering.ts';
import { problemResponse } from './serve.ts';

/** How long a token lives. Seconds. */
export const tokenSeconds = 900;

/** The token endpoint: OAuth 2 client credentials (RFC 6749 section 4.4), an opaque token in return. */
export function mountToken(scope: FastifyInstance, { app, rate }: { app: App; rate: number }): void {
  scope.register(async (inner) => {
    inner.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 8_192 },
      (_request, body, done) => {
        const fields = new URLSearchParams(String(body));
        const names = [...fields.keys()];
        if (new Set(names).size < names.length) done(stop('malformed', { error: 'invalid_request' }));
        else done(null, Object.fromEntries(fields));
      },
    );
    inner.route({
      method: 'POST',
      url: '/token',
      schema: {
        operationId: 'getToken',
        summary: 'A token for a credential',
        description: `OAuth 2 client credentials. The token lives ${tokenSeconds / 60} minutes and acts as the credential's account in its role. Without \`scope\` it has all the scopes of the credential. Ask for a new one when it has expired or been refused.`,
        tags: ['anybody'],
        consumes: ['application/x-www-form-urlencoded'],
        querystring: Nothing,
        body: TokenRequest,
        response: {
          200: Token,
          ...Object.fromEntries(
            [400, 401, 413, 415, 429, 500, 503].map((status) => [status, problemResponse]),
          ),
        },
      },
      config: {
        rateLimit: { max: Math.max(1, Math.ceil(rate / 10)), timeWindow: '1 minute', groupId: 'api-token' },
        meaning: {
          policy: 'the secret of a credential in force, whose account and role assignment are in force',
          audit: 'writes access.api-token, permitted or denied with its reason',
        },
      },
      handler: async (request, reply) => {
        const { id, secret } = given(request);
        const found = isId(id) ? await findCredential(app, id) : undefined;
        const fits = found ? await fitsSecret(secret, found.secretHash) : await compareWithNothing(secret);
        if (!found || !fits) {
          const reason = found ? 'wrong-secret' : 'unknown-credential';
          await logFailedTry(app, 'access.api-token', reason, found?.caller);
          throw stop('invalid-client', { error: 'invalid_client' });
        }
        const { caller } = found;
        const asked = scopesAsked(request);
        const scopes = asked ?? caller.scopes;
        if (scopes.length === 0 || scopes.some((text) => !caller.scopes.includes(text as Scope))) {
          await logFailedTry(app, 'access.api-token', 'wrong-scope', caller);
          throw stop('invalid-scope', { error: 'invalid_scope' });
        }
        const token = newSecret();
        const granted = scopes.filter(isScope);
        await keepToken(app, caller, { token, scopes: granted, seconds: tokenSeconds });
        return reply
          .header('cache-control', 'no-store')
          .header('pragma', 'no-cache')
          .send({
            access_token: token,
            token_type: 'Bearer',
            expires_in: tokenSeconds,
            scope: granted.join(' '),
          });
      },
    });
  });
}

/** The client id and secret: from the header (Basic) or from the form, not from both. */
function given(request: FastifyRequest): { id: string; secret: string } {
  const body = request.body as { client_id?: string; client_secret?: string };
  const { authorization } = request.headers;
  if (authorization === undefined) return { id: body.client_id ?? '', secret: body.client_secret ?? '' };
  const text = Buffer.from(/^Basic (\S+)$/i.exec(authorization)?.[1] ?? '', 'base64').toString();
  const at = text.indexOf(':');
  if (at < 0 || body.client_secret !== undefined) throw stop('invalid-client', { error: 'invalid_client' });
  const decoded = (part: string) => {
    try {
      return decodeURIComponent(part.replaceAll('+', ' '));
    } catch {
      return part;
    }
  };
  return { id: decoded(text.slice(0, at)), secret: decoded(text.slice(at + 1)) };
}

function scopesAsked(request: FastifyRequest): string[] | undefined {
  const { scope } = request.body as { scope?: string };
  return scope === undefined ? undefined : scope.split(' ').filter((text) => text !== '');
}
