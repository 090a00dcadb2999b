import type { FastifyRequest } from 'fastify';
import type { App } from '#access';
import { publicViewer, type Viewer } from '#kernel/viewer.ts';
import { type Caller, findCaller, logFailedTry } from '../credentials/credentials.db.ts';
import { languageOf } from './errors.ts';
import type { Operation } from './operation.ts';
import { stop } from './problems.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The system that calls, once its token has been accepted. */
    apiCaller: Caller | undefined;
  }
}

/**
 * Who calls, and may it ask for this? Without a token only what is open to anybody; a token that is no good is refused
 * there too, so that a system learns of it. Tries that fail are in the log.
 */
export async function viewerFor(app: App, request: FastifyRequest, operation: Operation): Promise<Viewer> {
  const { authorization } = request.headers;
  if (authorization === undefined) {
    if (operation.scope !== 'anybody') throw stop('sign-in-needed');
    return publicViewer(languageOf(request));
  }
  const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization)?.[1];
  const caller = token === undefined ? undefined : await findCaller(app, token);
  if (!caller) {
    await logFailedTry(app, 'access.api-call', 'invalid-token', undefined, { operation: operation.id });
    throw stop('invalid-token');
  }
  request.apiCaller = caller;
  if (operation.scope !== 'anybody' && !caller.scopes.includes(operation.scope)) {
    await logFailedTry(app, 'access.api-call', 'wrong-scope', caller, { operation: operation.id });
    throw stop('wrong-scope');
  }
  return { ...caller.viewer, language: languageOf(request) };
}
