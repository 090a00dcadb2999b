import { z } from 'zod';
import { anybody } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findFile } from '../db/attachments.db.ts';
import { sha256Of } from './attachments.ts';
import { why } from './why.ts';

/** A file as it was added: for those who see its item, and for all when it is public and the minutes are out. */
export const readAttachment = defineUseCase({
  name: 'governance.read-attachment',
  purpose: 'steering',
  input: z.object({ fileId: Id }),
  policy: anybody,
  audit: { kind: 'none', why: why.attachments },
  refusals: ['not-found', 'file-damaged'],
  async run(context, { fileId }) {
    const file = await findFile(context, fileId);
    if (!file) return err({ code: 'not-found' });
    return sha256Of(file.content) === file.sha256 ? ok(file) : err({ code: 'file-damaged' });
  },
});
