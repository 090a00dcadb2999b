import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { readReport } from '../db/reports.db.ts';
import { aboutProjects, readsProjects } from '../policies.ts';

/** The file of a finished report of the viewer's own. */
export const readReportFile = defineUseCase({
  name: 'projects.read-report',
  ...aboutProjects,
  input: z.object({ reportId: Id }),
  policy: readsProjects,
  refusals: ['report-not-found'],
  async run(context, { reportId }) {
    const file = await readReport(context, reportId);
    return file ? ok(file) : err({ code: 'report-not-found' });
  },
});
