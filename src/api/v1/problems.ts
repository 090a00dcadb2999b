import type { Language } from '#kernel/localised.ts';
import { findText } from '#texts';

/** The problems of the API itself; besides them come the refusals of use cases, with their own codes. */
export const problems = {
  'invalid-input': 400,
  'invalid-cursor': 400,
  malformed: 400,
  'idempotency-key-missing': 400,
  'unsupported-grant-type': 400,
  'invalid-scope': 400,
  'sign-in-needed': 401,
  'invalid-token': 401,
  'invalid-client': 401,
  'wrong-scope': 403,
  'not-permitted': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'key-of-another-request': 409,
  'request-under-way': 409,
  'too-large': 413,
  'unsupported-media-type': 415,
  'too-many-requests': 429,
  internal: 500,
  'not-now': 503,
} as const;
export type ProblemCode = keyof typeof problems;

export interface ProblemError {
  readonly in: 'query' | 'path' | 'header' | 'body';
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance: string;
  readonly code: string;
  readonly error?: string;
  readonly errors?: readonly ProblemError[];
}

/** Ends a request with a problem; thrown only inside the API's own handlers. */
export class ProblemStop extends Error {
  readonly code: string;
  readonly status: number;
  readonly more: {
    error?: string;
    errors?: readonly ProblemError[];
    params?: Readonly<Record<string, unknown>>;
  };
  constructor(code: string, status: number, more: ProblemStop['more'] = {}) {
    super(code);
    this.code = code;
    this.status = status;
    this.more = more;
  }
}

/** One of the API's own problems, to be thrown. */
export const stop = (code: ProblemCode, more: ProblemStop['more'] = {}): ProblemStop =>
  new ProblemStop(code, problems[code], more);

/** A problem in words. Codes of ours have a title and a sentence; a refusal has its sentence under the title of its status. */
export function problemOf(
  { code, status, more }: Pick<ProblemStop, 'code' | 'status' | 'more'>,
  language: Language,
  reference: string,
): Problem {
  const own = code in problems;
  const kind = own ? code : status === 404 ? 'not-found' : status === 403 ? 'not-permitted' : 'refused';
  const reason = String(more.params?.reason ?? '');
  const detail =
    (reason === '' ? undefined : findText(language, `refusals:denied.${reason}`)) ??
    (own ? undefined : findText(language, `refusals:${code}`, more.params)) ??
    findText(language, `api:problem.${kind}.detail`);
  return {
    type: `/api#problem-${own ? code : 'refused'}`,
    title: findText(language, `api:problem.${kind}.title`) ?? code,
    status,
    ...(detail === undefined ? {} : { detail }),
    instance: `urn:uuid:${reference}`,
    code,
    ...(more.error === undefined ? {} : { error: more.error }),
    ...(more.errors === undefined || more.errors.length === 0 ? {} : { errors: more.errors }),
  };
}

/** The words of one mistake in the request. */
export function mistake(
  language: Language,
  at: { in: ProblemError['in']; path: readonly (string | number)[]; code: string },
): ProblemError {
  const pointer = `#/${at.path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;
  const detail =
    findText(language, `api:mistake.${at.code}`) ?? findText(language, 'api:mistake.invalid') ?? at.code;
  return { in: at.in, pointer, code: at.code, detail };
}
