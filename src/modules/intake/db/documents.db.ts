import type { ViewerContext } from '#access';
import { addRow } from '#db/table-rows.ts';
import type { Encoding } from '#kernel/decode.ts';
import type { DocumentKind } from '../domain/codes.ts';

/** What came of a document in one room. */
export interface Came {
  room: 'projects' | 'governance' | 'programmes';
  id: string;
  outcome: 'new' | 'new-version' | 'unchanged';
  name: string;
}

export interface BroughtDocument {
  documentId: string;
  hash: string;
  fileName: string;
  bytes: number;
  encoding: Encoding;
  kind: DocumentKind | undefined;
  receivedAt: string;
  receivedBy: string | undefined;
  importedAt: string | undefined;
  importedBy: string | undefined;
  came: Came[];
}

const columns = [
  'd.id',
  'd.hash',
  'd.file_name',
  'd.bytes',
  'd.encoding',
  'd.kind',
  'd.received_at',
  'd.imported_at',
  'd.outcomes',
] as const;

function documents(context: ViewerContext) {
  return context.db
    .selectFrom('intake.document as d')
    .leftJoin('access.account as r', 'r.id', 'd.received_by')
    .leftJoin('access.account as i', 'i.id', 'd.imported_by')
    .select([...columns, 'r.name as received_by_name', 'i.name as imported_by_name']);
}

type Row = Awaited<ReturnType<ReturnType<typeof documents>['execute']>>[number];

const documentOf = (row: Row): BroughtDocument => ({
  documentId: row.id,
  hash: row.hash,
  fileName: row.file_name,
  bytes: row.bytes,
  encoding: row.encoding as Encoding,
  kind: (row.kind ?? undefined) as DocumentKind | undefined,
  receivedAt: row.received_at,
  receivedBy: row.received_by_name ?? undefined,
  importedAt: row.imported_at ?? undefined,
  importedBy: row.imported_by_name ?? undefined,
  came: row.outcomes as Came[],
});

/** All documents that were brought in, without their text. */
export async function listDocuments(context: ViewerContext): Promise<BroughtDocument[]> {
  return (await documents(context).execute()).map(documentOf);
}

/** One document with its text, by its id or by the hash of its bytes. */
export async function findDocument(
  context: ViewerContext,
  by: { id: string } | { hash: string },
): Promise<(BroughtDocument & { content: string }) | undefined> {
  const row = await documents(context)
    .select('d.content')
    .where((is) => ('id' in by ? is('d.id', '=', by.id) : is('d.hash', '=', by.hash)))
    .executeTakeFirst();
  return row && { ...documentOf(row), content: row.content };
}

/** Keeps a text as it was brought in. */
export async function addDocument(
  context: ViewerContext,
  document: {
    hash: string;
    fileName: string;
    bytes: number;
    encoding: Encoding;
    content: string;
    kind: DocumentKind | undefined;
  },
): Promise<string> {
  return addRow(context.db, 'intake.document', {
    hash: document.hash,
    file_name: document.fileName,
    bytes: document.bytes,
    encoding: document.encoding,
    content: document.content,
    kind: document.kind ?? null,
    received_at: context.now.toISOString(),
    received_by: context.viewer.accountId ?? null,
    organisation_id: context.viewer.organisationId ?? null,
  });
}

/** Says which kind it is read as; what has been imported keeps its kind. */
export async function setKind(context: ViewerContext, id: string, kind: DocumentKind): Promise<boolean> {
  const { numUpdatedRows } = await context.db
    .updateTable('intake.document')
    .set({ kind })
    .where('id', '=', id)
    .where('imported_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Notes what came of it. The first import's day and person stay. */
export async function noteImport(
  context: ViewerContext,
  id: string,
  kind: DocumentKind,
  came: readonly Came[],
): Promise<void> {
  await context.db
    .updateTable('intake.document')
    .set((set) => ({
      kind,
      outcomes: JSON.stringify(came),
      imported_at: set.fn.coalesce('imported_at', set.val(context.now.toISOString())),
      imported_by: set.fn.coalesce('imported_by', set.val(context.viewer.accountId ?? null)),
    }))
    .where('id', '=', id)
    .execute();
}

/** Removes a text that nothing came of; false when something did. */
export async function removeDocument(context: ViewerContext, id: string): Promise<boolean> {
  const { numDeletedRows } = await context.db
    .deleteFrom('intake.document')
    .where('id', '=', id)
    .where('imported_at', 'is', null)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
