import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findHead } from '../db/promises-read.db.ts';
import { removeThing } from '../db/promises-write.db.ts';
import { aboutProjects, writesProject } from '../policies.ts';

/** Takes a goal, measure, indicator, comparison or step away, with the lines that hang on it. */
export const removeFromPlan = defineUseCase({
  name: 'projects.remove-from-plan',
  ...aboutProjects,
  input: z.object({ projectId: Id, thingId: Id }),
  policy: writesProject,
  refusals: ['project-not-found', 'thing-not-found'],
  async run(context, { projectId, thingId }) {
    if (!(await findHead(context, projectId, 'for-change'))) return err({ code: 'project-not-found' });
    return (await removeThing(context, projectId, thingId)) ? ok() : err({ code: 'thing-not-found' });
  },
});
