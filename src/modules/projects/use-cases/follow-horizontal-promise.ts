import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findHead } from '../db/promises-read.db.ts';
import { followPromise } from '../db/promises-write.db.ts';
import { aboutProjects, writesProject } from '../policies.ts';

/** Notes what was done about a promise, and when. */
export const followHorizontalPromise = defineUseCase({
  name: 'projects.follow-horizontal-promise',
  ...aboutProjects,
  input: z.object({
    projectId: Id,
    promiseId: Id,
    on: Day,
    what: z.string().trim().min(1, 'required').max(2000),
  }),
  policy: writesProject,
  refusals: ['project-not-found', 'thing-not-found', 'day-in-future'],
  async run(context, { projectId, promiseId, ...followed }) {
    if (!(await findHead(context, projectId, 'for-change'))) return err({ code: 'project-not-found' });
    if (followed.on > context.today) return err({ code: 'day-in-future', field: 'on' });
    return (await followPromise(context, projectId, promiseId, followed))
      ? ok()
      : err({ code: 'thing-not-found' });
  },
});
