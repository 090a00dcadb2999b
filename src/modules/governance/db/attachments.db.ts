import type { Handle } from '#access';
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
export async function attachmentsOf(handle: Handle, itemId: string): Promise<Attachment[]> {
  const rows = await handle.db
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
    const one = found.get(row.id) ?? {
      attachmentId: row.id,
      name: row.name,
      isPublic: row.is_public,
      files: [],
    };
    found.set(row.id, one);
    if (row.file_id !== null)
      one.files.push({
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
  handle: Handle,
  itemId: string,
  draft: { name: string; isPublic: boolean },
): Promise<string> {
  const id = newId();
  const { last } = await handle.db
    .selectFrom('governance.attachment')
    .select((by) => by.fn.max('place').as('last'))
    .where('item_id', '=', itemId)
    .executeTakeFirstOrThrow();
  await handle.db
    .insertInto('governance.attachment')
    .values({ id, item_id: itemId, place: (last ?? 0) + 1, name: draft.name, is_public: draft.isPublic })
    .execute();
  return id;
}

/** Says whether an attachment is for all to read when the minutes are. */
export async function setPublic(handle: Handle, attachmentId: string, isPublic: boolean): Promise<void> {
  await handle.db
    .updateTable('governance.attachment')
    .set({ is_public: isPublic })
    .where('id', '=', attachmentId)
    .execute();
}

/** Takes an attachment away with its files. */
export async function dropAttachment(handle: Handle, attachmentId: string): Promise<void> {
  await handle.db
    .deleteFrom('governance.attachment_file')
    .where('attachment_id', '=', attachmentId)
    .execute();
  await handle.db.deleteFrom('governance.attachment').where('id', '=', attachmentId).execute();
}

/** Takes away every attachment of an item. */
export async function dropAttachmentsOf(handle: Handle, itemId: string): Promise<void> {
  for (const { attachmentId } of await attachmentsOf(handle, itemId))
    await dropAttachment(handle, attachmentId);
}

/** Adds a file as the next version. Undefined when the newest version has the same content. */
export async function addFile(
  handle: Handle,
  attachment: Attachment,
  file: { fileName: string; mediaType: string; content: Uint8Array; sha256: string },
): Promise<number | undefined> {
  const [newest] = attachment.files;
  if (newest?.sha256 === file.sha256) return undefined;
  const version = (newest?.version ?? 0) + 1;
  await handle.db
    .insertInto('governance.attachment_file')
    .values({
      id: newId(),
      attachment_id: attachment.attachmentId,
      version,
      file_name: file.fileName,
      media_type: file.mediaType,
      bytes: file.content.byteLength,
      sha256: file.sha256,
      content: Buffer.from(file.content),
      added_at: handle.now.toISOString(),
      added_by: handle.viewer.accountId ?? null,
    })
    .execute();
  return version;
}

/** A file with its content, if the viewer may see it: those who see the item, and all when it is out. */
export async function findFile(handle: Handle, fileId: string) {
  const row = await handle.db
    .selectFrom('governance.attachment_file')
    .select(['file_name', 'media_type', 'content', 'sha256'])
    .where('id', '=', fileId)
    .executeTakeFirst();
  return (
    row && { fileName: row.file_name, mediaType: row.media_type, content: row.content, sha256: row.sha256 }
  );
}

/** Copies the attachments of an item, with the newest file of each, to the item that goes on with it. */
export async function copyAttachments(handle: Handle, from: string, to: string): Promise<void> {
  for (const one of await attachmentsOf(handle, from)) {
    const attachmentId = await addAttachment(handle, to, one);
    const file = one.files[0] && (await findFile(handle, one.files[0].fileId));
    if (file) await addFile(handle, { ...one, attachmentId, files: [] }, file);
  }
}
