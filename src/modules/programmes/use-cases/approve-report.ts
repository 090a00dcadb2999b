import { z } from 'zod';
import type { ViewerContext } from '#access';
import { decisionOf, noteSettles } from '#governance';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { languages } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { ensureBoardReport, freezeReport } from '../db/board-reports.db.ts';
import { askForFiles } from '../db/report-files.db.ts';
import type { BoardReportData } from '../domain/board-report.ts';
import type { ApprovalDraft } from '../domain/draft.ts';
import { reportPeriod } from '../domain/periods.ts';
import { writesProgramme } from '../policies.ts';
import { composeFor, hashOfReport, Place, reportFormats } from './board-report.ts';
import { approvalOf } from './versions.ts';

export const allFiles = languages.flatMap((language) =>
  reportFormats.map((format) => ({ language, format })),
);

/**
 * The body has approved the report: from now on it is what it is. Its data is kept as it stood at this instant, in every
 * language, and it becomes public. Before the half-year has ended only when every goal has been told of.
 */
export const approveReport = defineUseCase({
  name: 'programmes.approve-report',
  purpose: 'steering',
  input: Place.extend({
    /** A decision of the bodies: its body, day and section are then read from it. */
    decisionId: Id.optional(),
    body: z.string().trim().max(300).default(''),
    decidedOn: Day.optional(),
    reference: z.string().trim().max(300).optional(),
    /** The hash of the report as it was on the page: what was approved is what was seen. */
    seen: z.string().length(64),
  }),
  policy: writesProgramme,
  audit: { kind: 'none', why: 'reports on goals of a programme, nobody’s data' },
  refusals: [
    'not-found',
    'half-year-closed',
    'decision-not-found',
    'body-needed',
    'day-needed',
    'day-in-future',
    'decided-before-half-year',
    'not-all-told',
    'changed-since-seen',
  ],
  async run(context, { programmeId, period, seen, ...typed }) {
    const approval = await approvalFrom(context, typed);
    if ('refusal' in approval) return err({ code: approval.refusal, field: approval.field });
    const { body, decidedOn, reference, decisionId } = approval;
    if (decidedOn > context.today) return err({ code: 'day-in-future', field: 'decidedOn' });
    if (decidedOn < reportPeriod(period).from)
      return err({ code: 'decided-before-half-year', field: 'decidedOn' });
    const composed = await composeFor(context, programmeId, period);
    if (!composed) return err({ code: 'not-found' });
    if (composed.report?.state === 'approved') return err({ code: 'half-year-closed' });
    if (context.today <= composed.data.period.to && composed.data.missing.length > 0)
      return err({ code: 'not-all-told' });
    if (composed.hash !== seen) return err({ code: 'changed-since-seen' });
    const data: BoardReportData = {
      ...composed.data,
      approval: {
        body,
        decidedOn,
        ...(reference ? { reference } : {}),
        ...(decisionId ? { decisionId } : {}),
      },
    };
    const report = await ensureBoardReport(context, programmeId, period);
    const dataHash = hashOfReport(data);
    await freezeReport(context, report.reportId, {
      approvedOn: context.today,
      approvingBody: body,
      decisionReference: reference,
      bodyId: approval.bodyId,
      decisionId,
      data,
      dataHash,
    });
    await askForFiles(context, report.reportId, dataHash, allFiles);
    if (decisionId !== undefined)
      await noteSettles(context, {
        decisionId,
        kind: 'programme-report',
        targetId: report.reportId,
        label: `${data.programme.name} ${period}`,
        link: `/programmes/${programmeId}/reports/${period}`,
      });
    return ok({ reportId: report.reportId });
  },
});

/** The decision chosen, or the words typed in its place. */
async function approvalFrom(
  context: ViewerContext,
  typed: {
    decisionId?: string | undefined;
    body: string;
    decidedOn?: Day | undefined;
    reference?: string | undefined;
  },
): Promise<ApprovalDraft | { refusal: 'decision-not-found' | 'body-needed' | 'day-needed'; field: string }> {
  if (typed.decisionId !== undefined) {
    const decision = await decisionOf(context, typed.decisionId);
    if (decision?.text === undefined) return { refusal: 'decision-not-found', field: 'decisionId' };
    return approvalOf(decision, context.viewer.language);
  }
  if (typed.body === '') return { refusal: 'body-needed', field: 'body' };
  if (typed.decidedOn === undefined) return { refusal: 'day-needed', field: 'decidedOn' };
  const { body, decidedOn, reference } = typed;
  return { body, decidedOn, reference };
}
