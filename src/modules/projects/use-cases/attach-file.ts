import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { addAttachment } from '../db/attachments.db.ts';
import { findProject } from '../db/projects.db.ts';
import { largestFile, mediaTypeOf } from '../domain/files.ts';
import { aboutProjects, writesProject } from '../policies.ts';

/** Adds a file, or the next version of one of the same name; the same content again is no version (PJ-24). */
export const attachFile = defineUseCase({
  name: 'projects.attach-file',
  ...aboutProjects,
  input: z.object({
    projectId: Id,
    file: z.object({ name: z.string().trim().min(1).max(200), content: z.instanceof(Uint8Array) }),
  }),
  policy: writesProject,
  refusals: ['project-not-found', 'file-empty', 'file-too-large', 'file-kind-unknown', 'file-unchanged'],
  async run(context, { projectId, file: { name, content } }) {
    if (!(await findProject(context, projectId, 'for-change'))) return err({ code: 'project-not-found' });
    if (content.byteLength === 0) return err({ code: 'file-empty', field: 'file' });
    if (content.byteLength > largestFile) return err({ code: 'file-too-large', field: 'file' });
    const mediaType = mediaTypeOf(name, content);
    if (mediaType === undefined) return err({ code: 'file-kind-unknown', field: 'file' });
    const sha256 = createHash('sha256').update(content).digest('hex');
    const version = await addAttachment(context, projectId, { name, mediaType, content, sha256 });
    return version === undefined ? err({ code: 'file-unchanged', field: 'file' }) : ok({ version, sha256 });
  },
});
