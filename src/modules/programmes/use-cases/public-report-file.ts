import { anybody } from '#access';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findBoardReport } from '../db/board-reports.db.ts';
import { fileBytes } from '../db/report-files.db.ts';
import { FilePlace } from './board-report.ts';

/** A file of an approved report, for anybody. */
export const publicReportFile = defineUseCase({
  name: 'programmes.public-report-file',
  purpose: 'public-information',
  input: FilePlace,
  policy: anybody,
  audit: { kind: 'none', why: 'approved reports are public information' },
  refusals: ['not-found'],
  async run(context, { reportId, language, format }) {
    const report = await findBoardReport(context, { reportId });
    if (report?.state !== 'approved') return err({ code: 'not-found' });
    const file = await fileBytes(context, reportId, report.dataHash!, language, format);
    return file ? ok({ ...file, period: report.period }) : err({ code: 'not-found' });
  },
});
