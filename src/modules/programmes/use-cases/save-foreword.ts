import { z } from 'zod';
import type { ViewerContext } from '#access';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { ensureBoardReport, saveForewordRow } from '../db/board-reports.db.ts';
import { boardPeriods } from '../domain/board.ts';
import { writesProgramme } from '../policies.ts';
import { Place } from './board-report.ts';
import { pictureOn } from './picture.ts';

/** The secretary's words at the beginning of the report. */
export const saveForeword = defineUseCase({
  name: 'programmes.save-foreword',
  purpose: 'steering',
  input: Place.extend({ foreword: z.string().trim().max(20_000), revision: z.int().min(0) }),
  policy: writesProgramme,
  audit: { kind: 'none', why: 'reports on goals of a programme, nobody’s data' },
  refusals: ['not-found', 'half-year-closed', 'written-meanwhile'],
  async run(context, { programmeId, period, foreword, revision }) {
    if (!(await isReported(context, programmeId, period))) return err({ code: 'not-found' });
    const report = await ensureBoardReport(context, programmeId, period);
    if (report.state === 'approved') return err({ code: 'half-year-closed' });
    const saved = await saveForewordRow(context, report.reportId, foreword, revision);
    return saved ? ok() : err({ code: 'written-meanwhile' });
  },
});

async function isReported(context: ViewerContext, programmeId: string, period: string): Promise<boolean> {
  const picture = await pictureOn(context, programmeId, context.today);
  return picture !== undefined && boardPeriods(picture, context.today).some((row) => row.period === period);
}
