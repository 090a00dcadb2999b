import { NotNow } from '#kernel/result.ts';

/**
 * The database does not answer at this moment: the connection was lost, or there is none to be had. What had not been
 * committed is gone as a whole; whether a commit that was on its way stands is not known, so whoever sends it again must
 * send it under its key.
 */
export class DatabaseAway extends NotNow {
  /** HTTP status of an answer that stops at this error. */
  readonly statusCode = 503;
  constructor(cause: unknown) {
    super('the database does not answer', { cause });
  }
}

/**
 * SQLSTATE of PostgreSQL: shut down by an administrator, crashed, still starting, too many connections, only reading (a
 * standby that has not taken over yet), the disk full or broken. https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const states = new Set(['57P01', '57P02', '57P03', '53300', '25006', '53100', '58030']);
/** What says that nothing more can be written. */
const full = new Set(['53100', '58030', 'ENOSPC', 'EDQUOT', 'EIO']);
let fullAt = Number.NEGATIVE_INFINITY;
const connectionException = /^08[0-9A-Z]{3}$/;
const network = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/** The driver's own errors have no code. */
const driver = /Connection terminated|timeout exceeded when trying to connect|is not queryable|was closed/;

/** Did a statement fail because the database was not there, and not because of what was asked? */
export function isAway(error: unknown): boolean {
  if (error instanceof DatabaseAway) return true;
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') {
    if (full.has(code)) fullAt = performance.now();
    return states.has(code) || full.has(code) || connectionException.test(code) || network.has(code);
  }
  if (error instanceof AggregateError) return error.errors.some(isAway);
  return driver.test(error.message);
}

/** Did a write fail in the last half minute because there was no room? A short word may still find room where a row did not. */
export const hadNoRoom = (): boolean => performance.now() - fullAt < 30_000;
