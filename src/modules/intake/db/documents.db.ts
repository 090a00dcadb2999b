import type { ViewerContext } from '#access';
import type { Root, RowMarks, RowsKept } from '#db/rows-under.ts';
import { addRow } from '#db/table-rows.ts';
import type { WrittenAs } from '../document-reader.ts';
import type { DocumentKind } from '../domain/codes.ts';

/** What came of a document in one room. */
export interface Came {
  room: 'projects' | 'governance' | 'programmes';
  id: string;
  outcome: 'new' | 'new-version' | 'unchanged';
  name: string;
}

/** What it takes to undo what came in one room. */
export interface Undoing {
  readonly name: string;
  readonly root: Root;
  /** What stood there before; absent of what was new. */
  readonly before?: RowsKept;
  /** What the import left. */
  readonly marks: RowMarks;
}

/** An import that was undone. */
export interface Undone {
  readonly came: Came[];
  readonly at: string;
  readonly by: string | undefined;
}

export interface BroughtDocument {
  documentId: string;
  hash: string;
  fileName: string;
  bytes: number;
  encoding: WrittenAs;
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
  encoding: row.encoding as WrittenAs,
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
    encoding: WrittenAs;
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
  undoing: readonly Undoing[],
): Promise<void> {
  await context.db
    .updateTable('intake.document')
    .set((set) => ({
      kind,
      outcomes: JSON.stringify(came),
      undoing: JSON.stringify(undoing),
      imported_at: set.fn.coalesce('imported_at', set.val(context.now.toISOString())),
      imported_by: set.fn.coalesce('imported_by', set.val(context.viewer.accountId ?? null)),
    }))
    .where('id', '=', id)
    .execute();
}

/** What it takes to undo the document's import, in the order in which it came. */
export async function undoingOf(context: ViewerContext, id: string): Promise<Undoing[]> {
  const row = await context.db
    .selectFrom('intake.document')
    .select('undoing')
    .where('id', '=', id)
    .executeTakeFirst();
  return (row?.undoing as Undoing[] | null | undefined) ?? [];
}

/** Notes that what came is no more: the document waits again, and what had come is told beside it. */
export async function noteUndone(context: ViewerContext, id: string, came: readonly Came[]): Promise<void> {
  await addRow(context.db, 'intake.undone', {
    document_id: id,
    outcomes: JSON.stringify(came),
    undone_at: context.now.toISOString(),
    undone_by: context.viewer.accountId ?? null,
  });
  await context.db
    .updateTable('intake.document')
    .set({ outcomes: '[]', undoing: null, imported_at: null, imported_by: null })
    .where('id', '=', id)
    .execute();
}

/** The imports of a document that were undone, the latest first. */
export async function undoneOf(context: ViewerContext, id: string): Promise<Undone[]> {
  const rows = await context.db
    .selectFrom('intake.undone as u')
    .leftJoin('access.account as a', 'a.id', 'u.undone_by')
    .select(['u.outcomes', 'u.undone_at', 'a.name'])
    .where('u.document_id', '=', id)
    .orderBy('u.undone_at', 'desc')
    .execute();
  return rows.map(({ outcomes, undone_at, name }) => ({
    came: outcomes as Came[],
    at: undone_at,
    by: name ?? undefined,
  }));
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
