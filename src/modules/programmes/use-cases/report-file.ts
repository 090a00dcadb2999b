import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findBoardReport } from '../db/board-reports.db.ts';
import { fileBytes } from '../db/report-files.db.ts';
import { readsProgrammes } from '../policies.ts';
import { composeFor, FilePlace } from './board-report.ts';
import { seenBy } from './open-board-report.ts';

/** A file of a report, drafts too, for those who work in the network. */
export const reportFile = defineUseCase({
  name: 'programmes.report-file',
  purpose: 'steering',
  input: FilePlace,
  policy: readsProgrammes,
  audit: { kind: 'none', why: 'reports on goals of a programme, nobody’s data' },
  refusals: ['not-found'],
  async run(context, { reportId, language, format }) {
    const report = await findBoardReport(context, { reportId });
    const composed = report && (await composeFor(context, report.programmeId, report.period));
    const file = composed && (await fileBytes(context, reportId, composed.hash, language, format));
    if (!file || (await seenBy(context, composed.data)) !== composed.data) return err({ code: 'not-found' });
    return ok({ ...file, period: report.period });
  },
});
