import { sql } from 'kysely';
import type { ViewerContext } from '#access';
import { addRow } from '#db/table-rows.ts';
import type { PublicMinutes } from '../domain/minutes.ts';

export interface Publication {
  publicationId: string;
  meetingId: string;
  content: PublicMinutes;
  confirmed: string[];
  publishedAt: string;
}

/** Minutes that are out: of one meeting, of a body, or all; the latest meeting first. */
export async function listPublications(
  context: ViewerContext,
  of: { meetingId?: string | undefined; bodyId?: string | undefined } = {},
): Promise<Publication[]> {
  const rows = await context.db
    .selectFrom('governance.publication')
    .selectAll()
    .where('withdrawn_at', 'is', null)
    .$if(of.meetingId !== undefined, (query) => query.where('meeting_id', '=', of.meetingId!))
    .$if(of.bodyId !== undefined, (query) => query.where('body_id', '=', of.bodyId!))
    .orderBy(sql`content ->> 'heldOn'`, 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    publicationId: row.id,
    meetingId: row.meeting_id,
    content: row.content as PublicMinutes,
    confirmed: row.confirmed,
    publishedAt: row.published_at,
  }));
}

/** Lets minutes out, exactly as they are here. */
export async function addPublication(
  context: ViewerContext,
  draft: { meetingId: string; bodyId: string; content: PublicMinutes; confirmed: readonly string[] },
): Promise<void> {
  await addRow(context.db, 'governance.publication', {
    meeting_id: draft.meetingId,
    body_id: draft.bodyId,
    content: JSON.stringify(draft.content),
    confirmed: [...draft.confirmed],
    published_at: context.now.toISOString(),
    published_by: context.viewer.accountId ?? null,
  });
}

/** Takes minutes back; false when they are not out. */
export async function withdrawPublication(context: ViewerContext, meetingId: string): Promise<boolean> {
  const { numUpdatedRows } = await context.db
    .updateTable('governance.publication')
    .set({ withdrawn_at: context.now.toISOString(), withdrawn_by: context.viewer.accountId ?? null })
    .where('meeting_id', '=', meetingId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Files that anybody may have of these attachments, by attachment: the newest version of each. */
export async function filesOut(
  context: ViewerContext,
  attachmentIds: readonly string[],
): Promise<Map<string, { fileId: string; fileName: string; bytes: number }>> {
  if (attachmentIds.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('governance.attachment_file as file')
    .select(['file.id', 'file.attachment_id', 'file.file_name', 'file.bytes'])
    .where('file.attachment_id', 'in', attachmentIds)
    .where(sql<boolean>`governance.attachment_out(file.attachment_id)`)
    .orderBy('file.version')
    .execute();
  return new Map(
    rows.map((row) => [row.attachment_id, { fileId: row.id, fileName: row.file_name, bytes: row.bytes }]),
  );
}
