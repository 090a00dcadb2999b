import { sql } from 'kysely';
import type { Handle } from '#access';
import { newId } from '#kernel/ids.ts';
import type { PublicMinutes } from '../domain/minutes.ts';

export interface Publication {
  publicationId: string;
  meetingId: string;
  content: PublicMinutes;
  confirmed: string[];
  publishedAt: string;
}

/** Minutes that are out: of one meeting, of a body, or all with these words; the latest meeting first. */
export async function listPublications(
  handle: Handle,
  of: { meetingId?: string | undefined; bodyId?: string | undefined; words?: string | undefined },
): Promise<Publication[]> {
  const like = `%${(of.words ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await handle.db
    .selectFrom('governance.publication')
    .selectAll()
    .where('withdrawn_at', 'is', null)
    .$if(of.meetingId !== undefined, (query) => query.where('meeting_id', '=', of.meetingId!))
    .$if(of.bodyId !== undefined, (query) => query.where('body_id', '=', of.bodyId!))
    .$if((of.words ?? '') !== '', (query) => query.where(sql`content::text`, 'ilike', like))
    .orderBy(sql`content ->> 'heldOn'`, 'desc')
    .orderBy('id', 'desc')
    .limit(200)
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
  handle: Handle,
  draft: { meetingId: string; bodyId: string; content: PublicMinutes; confirmed: readonly string[] },
): Promise<void> {
  await handle.db
    .insertInto('governance.publication')
    .values({
      id: newId(),
      meeting_id: draft.meetingId,
      body_id: draft.bodyId,
      content: JSON.stringify(draft.content),
      confirmed: [...draft.confirmed],
      published_at: handle.now.toISOString(),
      published_by: handle.viewer.accountId ?? null,
    })
    .execute();
}

/** Takes minutes back; false when they are not out. */
export async function withdrawPublication(handle: Handle, meetingId: string): Promise<boolean> {
  const { numUpdatedRows } = await handle.db
    .updateTable('governance.publication')
    .set({ withdrawn_at: handle.now.toISOString(), withdrawn_by: handle.viewer.accountId ?? null })
    .where('meeting_id', '=', meetingId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Files that anybody may have of these attachments, by attachment: the newest version of each. */
export async function filesOut(
  handle: Handle,
  attachmentIds: readonly string[],
): Promise<Map<string, { fileId: string; fileName: string; bytes: number }>> {
  if (attachmentIds.length === 0) return new Map();
  const rows = await handle.db
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
