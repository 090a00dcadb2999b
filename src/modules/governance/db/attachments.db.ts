import type { ViewerContext } from '#access';
import { addRow, addRows, dropRows, setRows } from '#db/table-rows.ts';
import { newId } from '#kernel/ids.ts';

/** A version of an attachment's file, without its content. */
export interface AttachmentFile {
  fileId: string;
  version: number;
  fileName: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  addedAt: string;
}

/** An attachment by name; its file may be elsewhere, or be several versions, the newest first. */
export interface Attachment {
  attachmentId: string;
  name: string;
  isPublic: boolean;
  files: AttachmentFile[];
}

/** The attachments of an item, in their order. */
export async function attachmentsOf(context: ViewerContext, itemId: string): Promise<Attachment[]> {
  const rows = await context.db
    .selectFrom('governance.attachment as attachment')
    .leftJoin('governance.attachment_file as file', 'file.attachment_id', 'attachment.id')
    .select([
      'attachment.id',
      'attachment.name',
      'attachment.is_public',
      'file.id as file_id',
      'file.version',
      'file.file_name',
      'file.media_type',
      'file.bytes',
      'file.sha256',
      'file.added_at',
    ])
    .where('attachment.item_id', '=', itemId)
    .orderBy('attachment.place')
    .orderBy('file.version', 'desc')
    .execute();
  const found = new Map<string, Attachment>();
  for (const row of rows) {
    const attachment = found.get(row.id) ?? {
      attachmentId: row.id,
      name: row.name,
      isPublic: row.is_public,
      files: [],
    };
    found.set(row.id, attachment);
    if (row.file_id !== null)
      attachment.files.push({
        fileId: row.file_id,
        version: row.version!,
        fileName: row.file_name!,
        mediaType: row.media_type!,
        bytes: row.bytes!,
        sha256: row.sha256!,
        addedAt: row.added_at!,
      });
  }
  return [...found.values()];
}

/** Puts an attachment last on the list of an item. */
export async function addAttachment(
  context: ViewerContext,
  itemId: string,
  draft: { name: string; isPublic: boolean },
): Promise<string> {
  const id = newId();
  const { last } = await context.db
    .selectFrom('governance.attachment')
    .select((by) => by.fn.max('place').as('last'))
    .where('item_id', '=', itemId)
    .executeTakeFirstOrThrow();
  await addRows(context.db, 'governance.attachment', {
    id,
    item_id: itemId,
    place: (last ?? 0) + 1,
    name: draft.name,
    is_public: draft.isPublic,
  });
  return id;
}

/** Says whether an attachment is for all to read when the minutes are. */
export async function setPublic(
  context: ViewerContext,
  attachmentId: string,
  isPublic: boolean,
): Promise<void> {
  await setRows(context.db, 'governance.attachment', attachmentId, { is_public: isPublic });
}

/** Takes an attachment away with its files. */
export async function dropAttachment(context: ViewerContext, attachmentId: string): Promise<void> {
  await dropRows(context.db, 'governance.attachment_file', { attachment_id: attachmentId });
  await dropRows(context.db, 'governance.attachment', attachmentId);
}

/** Takes away every attachment of an item. */
export async function dropAttachmentsOf(context: ViewerContext, itemId: string): Promise<void> {
  for (const { attachmentId } of await attachmentsOf(context, itemId))
    await dropAttachment(context, attachmentId);
}

/** Adds a file as the next version. Undefined when the newest version has the same content. */
export async function addFile(
  context: ViewerContext,
  attachment: Attachment,
  file: { fileName: string; mediaType: string; content: Uint8Array; sha256: string },
): Promise<number | undefined> {
  const [newest] = attachment.files;
  if (newest?.sha256 === file.sha256) return undefined;
  const version = (newest?.version ?? 0) + 1;
  await addRow(context.db, 'governance.attachment_file', {
    attachment_id: attachment.attachmentId,
    version,
    file_name: file.fileName,
    media_type: file.mediaType,
    bytes: file.content.byteLength,
    sha256: file.sha256,
    content: Buffer.from(file.content),
    added_at: context.now.toISOString(),
    added_by: context.viewer.accountId ?? null,
  });
  return version;
}

/** A file with its content, if the viewer may see it: those who see the item, and all when it is out. */
export async function findFile(context: ViewerContext, fileId: string) {
  const row = await context.db
    .selectFrom('governance.attachment_file')
    .select(['file_name', 'media_type', 'content', 'sha256'])
    .where('id', '=', fileId)
    .executeTakeFirst();
  return (
    row && { fileName: row.file_name, mediaType: row.media_type, content: row.content, sha256: row.sha256 }
  );
}

/** Copies the attachments of an item, with the newest file of each, to the item that goes on with it. */
export async function copyAttachments(context: ViewerContext, from: string, to: string): Promise<void> {
  for (const attachment of await attachmentsOf(context, from)) {
    const attachmentId = await addAttachment(context, to, attachment);
    const file = attachment.files[0] && (await findFile(context, attachment.files[0].fileId));
    if (file) await addFile(context, { ...attachment, attachmentId, files: [] }, file);
  }
}
