import { createHash } from 'node:crypto';
import { z } from 'zod';
import { anybody } from '#access';
import { largestFile, mediaTypeOf } from '#kernel/files.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import {
  addAttachment,
  addFile,
  attachmentsOf,
  dropAttachment,
  findFile,
  setPublic,
} from '../db/attachments.db.ts';
import { keepsGovernance } from '../policies.ts';
import { maybe } from './inputs.ts';
import { keptItem } from './kept.ts';

const why = 'an attachment of an item; officials stand in it in their office';
const sha256Of = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

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
    name: maybe(200),
    isPublic: z.boolean().default(false),
    file: z.object({ name: z.string().trim().min(1).max(200), content: z.instanceof(Uint8Array) }).optional(),
  }),
  policy: keepsGovernance,
  audit: { kind: 'none', why },
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
  async run(handle, { itemId, attachmentId, name, isPublic, file }) {
    const kept = await keptItem(handle, itemId);
    if (!kept.ok) return kept;
    const there = await attachmentsOf(handle, itemId);
    const found = there.find((one) => one.attachmentId === attachmentId);
    if (attachmentId !== undefined && !found) return err({ code: 'not-found' });
    const wanted = name ?? file?.name;
    if (wanted === undefined || (found && !file)) return err({ code: 'file-or-name-missing', field: 'file' });
    if (!found && there.some((one) => one.name === wanted))
      return err({ code: 'attachment-there-already', field: 'name' });
    if (kept.value.meeting.state === 'checked' && (!found || found.files.length > 0))
      return err({ code: 'checked-already' });
    if (file) {
      if (file.content.byteLength === 0) return err({ code: 'file-empty', field: 'file' });
      if (file.content.byteLength > largestFile) return err({ code: 'file-too-large', field: 'file' });
    }
    const mediaType = file && mediaTypeOf(file.name, file.content);
    if (file && mediaType === undefined) return err({ code: 'file-kind-unknown', field: 'file' });
    const attachment = found ?? {
      attachmentId: await addAttachment(handle, itemId, { name: wanted, isPublic }),
      name: wanted,
      isPublic,
      files: [],
    };
    if (!file) return ok({ version: 0 });
    const version = await addFile(handle, attachment, {
      fileName: file.name,
      mediaType: mediaType!,
      content: file.content,
      sha256: sha256Of(file.content),
    });
    return version === undefined ? err({ code: 'file-unchanged', field: 'file' }) : ok({ version });
  },
});

/** Says whether an attachment is for all to read together with the public minutes. */
export const markAttachment = defineUseCase({
  name: 'governance.mark-attachment',
  purpose: 'steering',
  input: z.object({ itemId: Id, attachmentId: Id, isPublic: z.boolean() }),
  policy: keepsGovernance,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'not-secretary', 'item-is-secret'],
  async run(handle, { itemId, attachmentId, isPublic }) {
    const kept = await keptItem(handle, itemId);
    if (!kept.ok) return kept;
    if (!(await attachmentsOf(handle, itemId)).some((one) => one.attachmentId === attachmentId))
      return err({ code: 'not-found' });
    if (isPublic && kept.value.item.secretBasis !== undefined) return err({ code: 'item-is-secret' });
    await setPublic(handle, attachmentId, isPublic);
    return ok();
  },
});

/** Takes an attachment away with its versions, while the item is undecided. */
export const dropItemAttachment = defineUseCase({
  name: 'governance.drop-attachment',
  purpose: 'steering',
  input: z.object({ itemId: Id, attachmentId: Id }),
  policy: keepsGovernance,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'not-secretary', 'decided-already'],
  async run(handle, { itemId, attachmentId }) {
    const kept = await keptItem(handle, itemId);
    if (!kept.ok) return kept;
    const { item } = kept.value;
    if (item.decidedOn !== undefined || item.source !== undefined) return err({ code: 'decided-already' });
    if (!(await attachmentsOf(handle, itemId)).some((one) => one.attachmentId === attachmentId))
      return err({ code: 'not-found' });
    await dropAttachment(handle, attachmentId);
    return ok();
  },
});

/** A file as it was added: for those who see its item, and for all when it is public and the minutes are out. */
export const readAttachment = defineUseCase({
  name: 'governance.read-attachment',
  purpose: 'steering',
  input: z.object({ fileId: Id }),
  policy: anybody,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'file-damaged'],
  async run(handle, { fileId }) {
    const file = await findFile(handle, fileId);
    if (!file) return err({ code: 'not-found' });
    return sha256Of(file.content) === file.sha256 ? ok(file) : err({ code: 'file-damaged' });
  },
});
