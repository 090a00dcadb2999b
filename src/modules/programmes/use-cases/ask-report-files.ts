import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { ensureBoardReport } from '../db/board-reports.db.ts';
import { askForFiles } from '../db/report-files.db.ts';
import { writesProgramme } from '../policies.ts';
import { allFiles } from './approve-report.ts';
import { composeFor, Place } from './board-report.ts';

/** Asks for the report on paper, in every language; background work makes the files one by one. */
export const askReportFiles = defineUseCase({
  name: 'programmes.ask-report-files',
  purpose: 'steering',
  input: Place,
  policy: writesProgramme,
  audit: { kind: 'none', why: 'reports on goals of a programme, nobody’s data' },
  refusals: ['not-found'],
  async run(context, { programmeId, period }) {
    const composed = await composeFor(context, programmeId, period);
    if (!composed) return err({ code: 'not-found' });
    const report = composed.report ?? (await ensureBoardReport(context, programmeId, period));
    await askForFiles(context, report.reportId, composed.hash, allFiles);
    return ok({ reportId: report.reportId });
  },
});
