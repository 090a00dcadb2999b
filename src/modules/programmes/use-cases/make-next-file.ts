import { createHash } from 'node:crypto';
import { z } from 'zod';
import { system } from '#access';
import { toDocx, toPdf } from '#documents';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findBoardReport } from '../db/board-reports.db.ts';
import { saveFile, takeWaitingFile } from '../db/report-files.db.ts';
import { reportDocument } from '../report-document.ts';
import { composeFor } from './board-report.ts';

/**
 * Background work: makes the file that has waited longest. Each is a transaction, so that the page sees how far the
 * making is. A file of a draft whose data has changed since it was asked for is not made: it would say something else.
 * @returns whether there was one
 */
export const makeNextFile = defineUseCase({
  name: 'programmes.make-next-file',
  purpose: 'upkeep',
  input: z.object({}).default({}),
  policy: system,
  audit: { kind: 'none', why: 'reports on goals of a programme, nobody’s data' },
  refusals: [],
  async run(context) {
    const waiting = await takeWaitingFile(context);
    if (!waiting) return ok({ made: false });
    const report = await findBoardReport(context, { reportId: waiting.reportId });
    const composed = report && (await composeFor(context, report.programmeId, report.period));
    if (composed?.hash !== waiting.dataHash) {
      await saveFile(context, waiting.fileId, { error: 'the report has changed since' });
      return ok({ made: true });
    }
    const document = reportDocument(composed.data, waiting.language);
    const bytes = waiting.format === 'pdf' ? await toPdf(document) : await toDocx(document);
    await saveFile(context, waiting.fileId, {
      bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    return ok({ made: true });
  },
});
