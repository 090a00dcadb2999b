import type { ViewerContext } from '#access';
import type { WholeReading } from '../document-reader.ts';
import type { DocumentKind } from '../domain/codes.ts';
import type { ReadDocument } from '../domain/reading.ts';
import type { Recognition } from '../domain/recognise.ts';

/** What this reader has read of a document before. */
export async function findReading(
  context: ViewerContext,
  documentId: string,
  reader: string,
): Promise<WholeReading | undefined> {
  const row = await context.db
    .selectFrom('intake.reading')
    .select(['kind', 'recognition', 'reading'])
    .where('document_id', '=', documentId)
    .where('reader', '=', reader)
    .executeTakeFirst();
  return (
    row && {
      kind: (row.kind ?? undefined) as DocumentKind | undefined,
      recognition: JSON.parse(row.recognition) as Recognition,
      reading: row.reading === null ? undefined : (JSON.parse(row.reading) as ReadDocument),
    }
  );
}

/** Keeps what was read, in place of what was read before. */
export async function keepReading(
  context: ViewerContext,
  documentId: string,
  reader: string,
  { kind, recognition, reading }: WholeReading,
): Promise<void> {
  const row = {
    reader,
    kind: kind ?? null,
    recognition: JSON.stringify(recognition),
    reading: reading === undefined ? null : JSON.stringify(reading),
    read_at: context.now.toISOString(),
  };
  await context.db
    .insertInto('intake.reading')
    .values({ document_id: documentId, ...row })
    .onConflict((conflict) => conflict.column('document_id').doUpdateSet(row))
    .execute();
}
