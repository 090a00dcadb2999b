import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findReport, insertReport, readReport, updateReport } from '../db/reports.db.ts';
import { nobody, readsProjects } from '../policies.ts';

/** Asks for a board report of the portfolio. It is written in the background; its reader sees how far it is. */
export const askReport = defineUseCase({
  name: 'projects.ask-report',
  purpose: 'steering',
  input: z.object({ form: z.enum(['pdf', 'docx']), name: z.string().min(1).max(200) }),
  policy: readsProjects,
  audit: nobody,
  refusals: [],
  async run(handle, { form, name }) {
    return ok({ reportId: await insertReport(handle, form, name) });
  },
});

/** The writer tells how far the report is, brings it, or tells that it failed. */
export const noteReport = defineUseCase({
  name: 'projects.note-report',
  purpose: 'steering',
  input: z.object({
    reportId: Id,
    done: z.int().min(0),
    size: z.int().min(1),
    content: z.instanceof(Uint8Array).optional(),
    failed: z.boolean().default(false),
  }),
  policy: readsProjects,
  audit: nobody,
  refusals: ['report-not-found'],
  async run(handle, { reportId, ...state }) {
    return (await updateReport(handle, reportId, state)) ? ok() : err({ code: 'report-not-found' });
  },
});

/** How far a report of the viewer's own is. */
export const reportState = defineUseCase({
  name: 'projects.report-state',
  purpose: 'steering',
  input: z.object({ reportId: Id }),
  policy: readsProjects,
  audit: nobody,
  refusals: ['report-not-found'],
  async run(handle, { reportId }) {
    const report = await findReport(handle, reportId);
    return report ? ok(report) : err({ code: 'report-not-found' });
  },
});

/** The file of a finished report of the viewer's own. */
export const readReportFile = defineUseCase({
  name: 'projects.read-report',
  purpose: 'steering',
  input: z.object({ reportId: Id }),
  policy: readsProjects,
  audit: nobody,
  refusals: ['report-not-found'],
  async run(handle, { reportId }) {
    const file = await readReport(handle, reportId);
    return file ? ok(file) : err({ code: 'report-not-found' });
  },
});
