import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sameToken } from './tokens.ts';

/** Lets the routes of a scope read plain forms; they hold a few short fields. */
export function readForms(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 16_384 },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
}

/** One field of a sent form; '' when absent. */
export function field(request: FastifyRequest, name: string): string {
  const { body } = request;
  if (typeof body !== 'object' || body === null) return '';
  const value: unknown = (body as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : '';
}

/** Does the form carry the token of this session? */
export const fitsToken = (request: FastifyRequest, csrf: string): boolean =>
  sameToken(field(request, '_csrf'), csrf);

/** An address of this service to go back to; '/' for anything that is not surely one. */
export function safeReturn(given: unknown): string {
  if (typeof given !== 'string' || !given.startsWith('/') || given.length > 1_000) return '/';
  const base = 'http://polku.invalid';
  try {
    const url = new URL(given, base);
    if (url.origin !== base || /^\/(sign-|kirjaudu)/.test(url.pathname)) return '/';
    return url.pathname + url.search + url.hash;
  } catch {
    return '/';
  }
}
