import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findProject, setReportDue } from '../db/projects.db.ts';
import { aboutProjects, writesProject } from '../policies.ts';

/** Says when the next report to the funder is due; the portfolio and the first page show it. */
export const setReportDay = defineUseCase({
  name: 'projects.set-report-day',
  ...aboutProjects,
  input: z.object({ projectId: Id, reportDueOn: Day.optional() }),
  policy: writesProject,
  refusals: ['project-not-found'],
  async run(context, { projectId, reportDueOn }) {
    if (!(await findProject(context, projectId, 'for-change'))) return err({ code: 'project-not-found' });
    await setReportDue(context, projectId, reportDueOn);
    return ok();
  },
});
