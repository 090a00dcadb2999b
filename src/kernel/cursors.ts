import type { z } from 'zod';
import { err, ok, type Result } from './result.ts';

/** One page of a list; `next` is there when there is more. */
export type Page<T> = { readonly items: readonly T[]; readonly next?: string };

/**
 * A cursor: the sorting key of the last row shown, opaque to the reader (JSON in base64url). It holds only what the
 * reader has seen anyway, grants nothing, and is checked like any input.
 */
export function encodeCursor(key: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify(key));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** The key of a cursor; `invalid-cursor` when it is cut, changed into something else, or of another list. */
export function decodeCursor<T>(cursor: string, schema: z.ZodType<T>): Result<T, { code: 'invalid-cursor' }> {
  try {
    const text = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    const parsed = schema.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    return parsed.success ? ok(parsed.data) : err({ code: 'invalid-cursor' });
  } catch {
    return err({ code: 'invalid-cursor' });
  }
}

/**
 * Cuts a page from rows that were read one too many (`limit + 1`), and makes the cursor from the last row shown.
 */
export function cutPage<T>(rows: readonly T[], limit: number, keyOf: (row: T) => unknown): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last !== undefined ? { items, next: encodeCursor(keyOf(last)) } : { items };
}
