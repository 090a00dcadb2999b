import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { addAttachment, findAttachment } from '../db/attachments.db.ts';
import { findProject } from '../db/projects.db.ts';
import { largestFile, mediaTypeOf } from '../domain/files.ts';
import { keepsProjects, nobody, readsProjects } from '../policies.ts';

/** Adds a file, or the next version of one of the same name; the same content again is no version (PJ-24). */
export const attachFile = defineUseCase({
  name: 'projects.attach-file',
  purpose: 'steering',
  input: z.object({
    projectId: Id,
    name: z.string().trim().min(1, 'required').max(200),
    content: z.instanceof(Uint8Array),
  }),
  policy: keepsProjects,
  audit: nobody,
  refusals: ['project-not-found', 'file-empty', 'file-too-large', 'file-kind-unknown', 'file-unchanged'],
  async run(handle, { projectId, name, content }) {
    if (!(await findProject(handle, projectId, 'for-change'))) return err({ code: 'project-not-found' });
    if (content.byteLength === 0) return err({ code: 'file-empty', field: 'file' });
    if (content.byteLength > largestFile) return err({ code: 'file-too-large', field: 'file' });
    const mediaType = mediaTypeOf(name, content);
    if (mediaType === undefined) return err({ code: 'file-kind-unknown', field: 'file' });
    const sha256 = createHash('sha256').update(content).digest('hex');
    const version = await addAttachment(handle, projectId, { name, mediaType, content, sha256 });
    return version === undefined ? err({ code: 'file-unchanged', field: 'file' }) : ok({ version, sha256 });
  },
});

/** A file as it was added; its hash is computed again before it leaves. */
export const readFile = defineUseCase({
  name: 'projects.read-file',
  purpose: 'steering',
  input: z.object({ projectId: Id, fileId: Id }),
  policy: readsProjects,
  audit: nobody,
  refusals: ['file-not-found', 'file-damaged'],
  async run(handle, { projectId, fileId }) {
    const file = await findAttachment(handle, projectId, fileId);
    if (!file) return err({ code: 'file-not-found' });
    const hash = createHash('sha256').update(file.content).digest('hex');
    return hash === file.sha256 ? ok(file) : err({ code: 'file-damaged' });
  },
});
