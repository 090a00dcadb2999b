/**
 * A result is a value, not an exception: an expected refusal is returned and read by the caller, only bugs are
 * thrown (design.md section 3).
 */
export type Ok<T> = { readonly ok: true; readonly value: T };
export type Err<E> = { readonly ok: false; readonly error: E };
export type Result<T, E = Refusal> = Ok<T> | Err<E>;

/**
 * Why a use case did not do what was asked. `code` comes from the closed set of the use case and has a text under
 * the i18n key `refusals.<code>`; `field` names the input that caused it; `details` fill the text's places.
 */
export type Refusal<Code extends string = string> = {
  readonly code: Code;
  readonly field?: string;
  readonly details?: Readonly<Record<string, unknown>>;
};

/** A success that carries `value`. */
export function ok(): Ok<void>;
export function ok<T>(value: T): Ok<T>;
export function ok<T>(value?: T): Ok<T | undefined> {
  return { ok: true, value };
}

/** A refusal that carries `error`. */
export function err<const E>(error: E): Err<E> {
  return { ok: false, error };
}

/** Changes the value of a success and leaves a refusal as it is. */
export function mapResult<T, U, E>(result: Result<T, E>, change: (value: T) => U): Result<U, E> {
  return result.ok ? ok(change(result.value)) : result;
}

/**
 * The value of a result that cannot fail at this place (tests, constants).
 * @throws Error when it did fail: then it is a bug of the caller.
 */
export function unwrap<T, E>(result: Result<T, E>): T {
  if (result.ok) return result.value;
  throw new Error(`Expected a success, got ${JSON.stringify(result.error)}`);
}

/**
 * Thrown where something that usually answers does not do so at this moment; nothing is lost, and the same will succeed
 * a little later. A use case gives it back as the refusal `not-now`.
 */
export class NotNow extends Error {}
