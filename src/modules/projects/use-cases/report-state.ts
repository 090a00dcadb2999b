import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findReport } from '../db/reports.db.ts';
import { aboutProjects, readsProjects } from '../policies.ts';

/** How far a report of the viewer's own is. */
export const reportState = defineUseCase({
  name: 'projects.report-state',
  ...aboutProjects,
  input: z.object({ reportId: Id }),
  policy: readsProjects,
  refusals: ['report-not-found'],
  async run(context, { reportId }) {
    const report = await findReport(context, reportId);
    return report ? ok(report) : err({ code: 'report-not-found' });
  },
});
