import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { organisationsOfAllTimes } from '#networks';
import { defineUseCase } from '#use-case';
import { findProject, setFunder as writeFunder } from '../db/projects.db.ts';
import { aboutProjects, writesProject } from '../policies.ts';

/**
 * Names the organisation that funds a project, or nobody. Its people, in the role of a funder, read this project from then
 * on: nothing is opened by the name that a document prints.
 */
export const setFunder = defineUseCase({
  name: 'projects.set-funder',
  ...aboutProjects,
  input: z.object({ projectId: Id, funderId: Id.optional() }),
  policy: writesProject,
  refusals: ['project-not-found', 'funder-not-found'],
  async run(context, { projectId, funderId }) {
    if (!(await findProject(context, projectId, 'for-change'))) return err({ code: 'project-not-found' });
    if (funderId !== undefined && !(await organisationsOfAllTimes(context)).some(({ id }) => id === funderId))
      return err({ code: 'funder-not-found', field: 'funderId' });
    await writeFunder(context, projectId, funderId);
    return ok();
  },
});
