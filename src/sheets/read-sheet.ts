import { readApart } from '#apart';
import { type TableLimit, tableLimits } from '#kernel/cannot-read.ts';
import { err, type Refusal, type Result } from '#kernel/result.ts';
import { type Unreadable, unreadables } from './sheet.ts';

/** Bytes of a table at the most; a table of some thousand rows is some hundred kilobytes. */
const largestSheet = 2 * 1024 * 1024;

/** Why a table that somebody brought is not read. */
export const sheetRefusals = [...tableLimits, ...unreadables, 'document-too-large'] as const;
export type SheetRefusal = (typeof sheetRefusals)[number];

/**
 * Reads a table that somebody brought, apart from everybody else.
 * @param reader the file whose `read` opens the bytes with `readWorkbook` and takes of it what its room needs
 */
export async function readSheet<Read extends (input: never) => unknown>(
  reader: URL,
  input: Parameters<Read>[0],
): Promise<Result<Awaited<ReturnType<Read>>, Refusal<SheetRefusal>>> {
  const { bytes } = input as { readonly bytes: Uint8Array };
  if (bytes.length > largestSheet) return err({ code: 'document-too-large', field: 'bytes' });
  const answer = await readApart<Read, TableLimit | Unreadable>(reader, input);
  return answer.ok ? answer : err({ ...answer.error, field: 'bytes' });
}
