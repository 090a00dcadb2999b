import { z } from 'zod';
import { anybody } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findBoardReport } from '../db/board-reports.db.ts';
import { reportFiles } from '../db/report-files.db.ts';
import { reportDocument } from '../report-document.ts';

/** One approved report, as it was approved; nothing without approval. */
export const publicReport = defineUseCase({
  name: 'programmes.public-report',
  purpose: 'public-information',
  input: z.object({ reportId: Id }),
  policy: anybody,
  audit: { kind: 'none', why: 'approved reports are public information' },
  refusals: ['not-found'],
  async run(context, { reportId }) {
    const report = await findBoardReport(context, { reportId });
    if (report?.state !== 'approved' || !report.data) return err({ code: 'not-found' });
    const files = await reportFiles(context, reportId, report.dataHash!);
    return ok({
      reportId,
      data: report.data,
      document: reportDocument(report.data, context.viewer.language),
      files: files.filter(({ made }) => made).map(({ language, format }) => ({ language, format })),
    });
  },
});
