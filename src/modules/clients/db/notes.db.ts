import { sql } from 'kysely';
import type { ViewerContext } from '#access';
import { addRow } from '#db/table-rows.ts';
import type { Sensitivity } from '../domain/kinds.ts';

export interface Note {
  noteId: string;
  sensitivity: Sensitivity;
  text: string;
  writtenAt: string;
  authorName: string;
  own: boolean;
}

/** Notes open to the viewer, newest first, from before the given note when one is named; a page and one more. */
export async function notesOf(
  context: ViewerContext,
  clientId: string,
  limit: number,
  before?: { writtenAt: string; noteId: string },
): Promise<Note[]> {
  const older = before
    ? sql`and (n.written_at, n.id) < (${before.writtenAt}::timestamptz, ${before.noteId}::uuid)`
    : sql``;
  const { rows } = await sql<{
    id: string;
    sensitivity: string;
    text: string;
    written_at: string;
    author_id: string;
    author: string | null;
  }>`
    select n.id, n.sensitivity, n.text, n.written_at, n.author_id, a.name as author
      from clients.note n left join access.account a on a.id = n.author_id
     where n.client_id = ${clientId} ${older} order by n.written_at desc, n.id desc limit ${limit}`.execute(
    context.db,
  );
  return rows.map((row) => ({
    noteId: row.id,
    sensitivity: row.sensitivity as Sensitivity,
    text: row.text,
    writtenAt: row.written_at,
    authorName: row.author ?? '',
    own: row.author_id === context.viewer.accountId,
  }));
}

/** Writes a note of the viewer's own. */
export async function writeNote(
  context: ViewerContext,
  note: { clientId: string; caseId: string; sensitivity: Sensitivity; text: string },
): Promise<string> {
  return addRow(context.db, 'clients.note', {
    client_id: note.clientId,
    case_id: note.caseId,
    sensitivity: note.sensitivity,
    author_id: context.viewer.accountId!,
    written_at: context.now.toISOString(),
    text: note.text,
  });
}
