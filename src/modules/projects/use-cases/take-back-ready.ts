import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findHead } from '../db/promises-read.db.ts';
import { setReadiness } from '../db/promises-write.db.ts';
import { aboutProjects, writesProject } from '../policies.ts';

/** Takes back that the plan was called ready. */
export const takeBackReady = defineUseCase({
  name: 'projects.take-back-ready',
  ...aboutProjects,
  input: z.object({ projectId: Id }),
  policy: writesProject,
  refusals: ['project-not-found'],
  async run(context, { projectId }) {
    if (!(await findHead(context, projectId, 'for-change'))) return err({ code: 'project-not-found' });
    await setReadiness(context, projectId, false);
    return ok();
  },
});
