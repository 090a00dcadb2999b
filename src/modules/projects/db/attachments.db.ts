import { sql } from 'kysely';
import type { ViewerContext } from '#access';
import { addRow } from '#db/table-rows.ts';
import { inOrder } from '#lists';

export interface AttachmentRow {
  id: string;
  name: string;
  version: number;
  mediaType: string;
  bytes: number;
  sha256: string;
  addedAt: string;
  addedBy: string | undefined;
}

/** Attachments without their content: by name, the newest version of each first. */
export async function listAttachments(context: ViewerContext, projectId: string): Promise<AttachmentRow[]> {
  const rows = await context.db
    .selectFrom('projects.attachment as t')
    .leftJoin('access.account as a', 'a.id', 't.added_by')
    .select([
      't.id',
      't.name',
      't.version',
      't.media_type',
      't.bytes',
      't.sha256',
      't.added_at',
      'a.name as by',
    ])
    .where('t.project_id', '=', projectId)
    .orderBy(inOrder('t.name'))
    .orderBy('t.version', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    version: row.version,
    mediaType: row.media_type,
    bytes: row.bytes,
    sha256: row.sha256,
    addedAt: row.added_at,
    addedBy: row.by ?? undefined,
  }));
}

/** Adds a file as the next version of its name (PJ-24). Undefined when its newest version has the same content. */
export async function addAttachment(
  context: ViewerContext,
  projectId: string,
  file: { name: string; mediaType: string; content: Uint8Array; sha256: string },
): Promise<number | undefined> {
  const { rows } = await sql<{ version: number; sha256: string }>`
    select version, sha256 from projects.attachment where project_id = ${projectId} and name = ${file.name}
     order by version desc limit 1`.execute(context.db);
  if (rows[0]?.sha256 === file.sha256) return undefined;
  const version = (rows[0]?.version ?? 0) + 1;
  await addRow(context.db, 'projects.attachment', {
    project_id: projectId,
    name: file.name,
    version,
    media_type: file.mediaType,
    bytes: file.content.byteLength,
    sha256: file.sha256,
    content: Buffer.from(file.content),
    added_at: context.now.toISOString(),
    added_by: context.viewer.accountId ?? null,
  });
  return version;
}

/** A file with its content. */
export async function findAttachment(context: ViewerContext, projectId: string, id: string) {
  const row = await context.db
    .selectFrom('projects.attachment')
    .select(['name', 'media_type', 'content', 'sha256'])
    .where('project_id', '=', projectId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { name: row.name, mediaType: row.media_type, content: row.content, sha256: row.sha256 };
}
