import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A token that nobody can guess: 256 bits, as it stands in a cookie. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of a token: whoever reads the table cannot use it. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** The token of a visitor's forms, bound to the visitor's own cookie. */
export const visitorCsrf = (secret: string, visitor: string): string =>
  createHmac('sha256', secret).update(`visitor ${visitor}`).digest('base64url');

/** Are the two texts the same? Takes as long whatever differs; an empty one never fits. */
export function sameToken(given: string | undefined, wanted: string): boolean {
  if (given === undefined || given === '' || wanted === '') return false;
  return timingSafeEqual(hashOf(given), hashOf(wanted));
}

/** By what an account is known whose provider names people by something that must not be kept, such as an identity code. */
export const namelessSubject = (key: string, named: string): string =>
  `keyed:${createHmac('sha256', key).update(named).digest('base64url')}`;
