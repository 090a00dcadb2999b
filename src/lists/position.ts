import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { err, ok, type Result } from '#kernel/result.ts';

/** Where a page of a list begins: the sort it was made for and the keys of the row beside it. */
export type Position = {
  readonly list: string;
  readonly sort: string;
  readonly keys: readonly (string | null)[];
  readonly id: string;
  /** The page before the row, not after it. */
  readonly back?: boolean | undefined;
};

const Shape = z.object({
  list: z.string(),
  sort: z.string(),
  keys: z.array(z.string().nullable()),
  id: z.string(),
  back: z.boolean().optional(),
});

const method = 'aes-256-gcm';
let key = randomBytes(32);

/** Positions are sealed with the installation's secret, so that every process reads what another has given. */
export function sealPositionsWith(secret: string): void {
  key = createHash('sha256').update(`position in a list: ${secret}`).digest();
}

/**
 * A position as it stands in an address. It is sealed: the keys of a row are names and days of people, and addresses
 * are kept in histories and logs.
 */
export function sealPosition(position: Position): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(method, key, nonce);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(position), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** The position of an address; `invalid-cursor` when it is cut, changed, or of another list or sort. */
export function openPosition(
  sealed: string,
  list: string,
  sort: string,
): Result<Position, { code: 'invalid-cursor' }> {
  try {
    const bytes = Buffer.from(sealed, 'base64url');
    const decipher = createDecipheriv(method, key, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    const text = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    const parsed = Shape.parse(JSON.parse(text));
    return parsed.list === list && parsed.sort === sort ? ok(parsed) : err({ code: 'invalid-cursor' });
  } catch {
    return err({ code: 'invalid-cursor' });
  }
}
