import { z } from 'zod';
import { largestFile, mediaTypeOf } from '#kernel/files.ts';
import { Id } from '#kernel/ids.ts';
import { optionalText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { addAttachment, addFile, attachmentsOf } from '../db/attachments.db.ts';
import { writesBodies } from '../policies.ts';
import { sha256Of } from './attachments.ts';
import { why } from './why.ts';
import { writableItem } from './writable-item.ts';

/**
 * Adds an attachment by name, by file or both, or the next version of one that is there; the same content again is no
 * version. After the minutes have been checked only a name that has no file yet may get one.
 */
export const attachToItem = defineUseCase({
  name: 'governance.attach-to-item',
  purpose: 'steering',
  input: z.object({
    itemId: Id,
    /** The attachment that gets the file; absent: a new one. */
    attachmentId: Id.optional(),
    /** Of a new attachment; without it the name of the file. */
    name: optionalText(200),
    isPublic: z.boolean().default(false),
    file: z.object({ name: z.string().trim().min(1).max(200), content: z.instanceof(Uint8Array) }).optional(),
  }),
  policy: writesBodies,
  audit: { kind: 'none', why: why.attachments },
  refusals: [
    'not-found',
    'not-secretary',
    'checked-already',
    'file-or-name-missing',
    'attachment-there-already',
    'file-empty',
    'file-too-large',
    'file-kind-unknown',
    'file-unchanged',
  ],
  async run(context, { itemId, attachmentId, name, isPublic, file }) {
    const writable = await writableItem(context, itemId);
    if (!writable.ok) return writable;
    const there = await attachmentsOf(context, itemId);
    const found = there.find((row) => row.attachmentId === attachmentId);
    if (attachmentId !== undefined && !found) return err({ code: 'not-found' });
    const wanted = name ?? file?.name;
    if (wanted === undefined || (found && !file)) return err({ code: 'file-or-name-missing', field: 'file' });
    if (!found && there.some((row) => row.name === wanted))
      return err({ code: 'attachment-there-already', field: 'name' });
    if (writable.value.meeting.state === 'checked' && (!found || found.files.length > 0))
      return err({ code: 'checked-already' });
    if (file) {
      if (file.content.byteLength === 0) return err({ code: 'file-empty', field: 'file' });
      if (file.content.byteLength > largestFile) return err({ code: 'file-too-large', field: 'file' });
    }
    const mediaType = file && mediaTypeOf(file.name, file.content);
    if (file && mediaType === undefined) return err({ code: 'file-kind-unknown', field: 'file' });
    const attachment = found ?? {
      attachmentId: await addAttachment(context, itemId, { name: wanted, isPublic }),
      name: wanted,
      isPublic,
      files: [],
    };
    if (!file) return ok({ version: 0 });
    const version = await addFile(context, attachment, {
      fileName: file.name,
      mediaType: mediaType!,
      content: file.content,
      sha256: sha256Of(file.content),
    });
    return version === undefined ? err({ code: 'file-unchanged', field: 'file' }) : ok({ version });
  },
});
