import type { FastifyInstance, FastifyRequest } from 'fastify';
import { cleanText } from '#kernel/typed-text.ts';
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
  return typeof value === 'string' ? cleanText(value) : '';
}

/** Does the form carry the token of this session? */
export const fitsToken = (request: FastifyRequest, csrf: string): boolean =>
  sameToken(field(request, '_csrf'), csrf);
