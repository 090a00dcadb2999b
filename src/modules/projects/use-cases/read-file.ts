import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findAttachment } from '../db/attachments.db.ts';
import { aboutProjects, readsProjects } from '../policies.ts';

/** A file as it was added; its hash is computed again before it leaves. */
export const readFile = defineUseCase({
  name: 'projects.read-file',
  ...aboutProjects,
  input: z.object({ projectId: Id, fileId: Id }),
  policy: readsProjects,
  refusals: ['file-not-found', 'file-damaged'],
  async run(context, { projectId, fileId }) {
    const file = await findAttachment(context, projectId, fileId);
    if (!file) return err({ code: 'file-not-found' });
    const hash = createHash('sha256').update(file.content).digest('hex');
    return hash === file.sha256 ? ok(file) : err({ code: 'file-damaged' });
  },
});
