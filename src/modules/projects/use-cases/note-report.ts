import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { updateReport } from '../db/reports.db.ts';
import { aboutProjects, readsProjects } from '../policies.ts';

/** The writer tells how far the report is, brings it, or tells that it failed. */
export const noteReport = defineUseCase({
  name: 'projects.note-report',
  ...aboutProjects,
  input: z.object({
    reportId: Id,
    done: z.int().min(0),
    size: z.int().min(1),
    content: z.instanceof(Uint8Array).optional(),
    failed: z.boolean().default(false),
  }),
  policy: readsProjects,
  refusals: ['report-not-found'],
  async run(context, { reportId, ...state }) {
    return (await updateReport(context, reportId, state)) ? ok() : err({ code: 'report-not-found' });
  },
});
