import type { ViewerContext } from '#access';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { keeps } from '../coordinators-today.ts';
import { reportFiles } from '../db/report-files.db.ts';
import type { BoardReportData } from '../domain/board-report.ts';
import { readsProgrammes } from '../policies.ts';
import { reportDocument } from '../report-document.ts';
import { composeFor, Place } from './board-report.ts';
import { readsProjectNames } from './links.ts';
import { approvalOf, decisionsOf } from './versions.ts';

/** A draft names no project to those who may not read projects; an approved report is public, and the same for all. */
export async function seenBy(context: ViewerContext, data: BoardReportData): Promise<BoardReportData> {
  const named = data.goals.some(({ links }) => links.some(({ kind }) => kind === 'project'));
  if (data.approval || !named || (await readsProjectNames(context))) return data;
  const onlyPilots = <L extends { kind: string }>(links: L[]) => links.filter(({ kind }) => kind === 'pilot');
  return {
    ...data,
    changes: { ...data.changes, links: onlyPilots(data.changes.links) },
    goals: data.goals.map((goal) => ({ ...goal, links: onlyPilots(goal.links) })),
  };
}

/** The report of a half-year: the frozen one when it has been approved, else composed of what there is today. */
export const openBoardReport = defineUseCase({
  name: 'programmes.open-board-report',
  purpose: 'steering',
  input: Place,
  policy: readsProgrammes,
  audit: { kind: 'none', why: 'reports on goals of a programme, nobody’s data' },
  refusals: ['not-found'],
  async run(context, { programmeId, period }) {
    const composed = await composeFor(context, programmeId, period);
    if (!composed) return err({ code: 'not-found' });
    const { report, hash, programme } = composed;
    const data = await seenBy(context, composed.data);
    const files = report ? await reportFiles(context, report.reportId, hash) : [];
    const keeper = keeps(context, programme);
    const approved = report?.state === 'approved';
    return ok({
      programmeId,
      reportId: report?.reportId,
      state: report?.state ?? 'draft',
      revision: report?.revision ?? 0,
      approvedOn: report?.approvedOn,
      data,
      document: reportDocument(data, context.viewer.language),
      /** Names the report as it stands; approving names the one that was seen. */
      hash,
      files: files.map(({ language, format, made, failed }) => ({ language, format, made, failed })),
      actions: {
        write: keeper && !approved,
        approve: keeper && !approved,
        make: keeper && !files.some(({ failed }) => !failed),
      },
      /** What the body has decided since the half-year began, for choosing the decision that approved this. */
      decisions:
        keeper && !approved
          ? (await decisionsOf(context, composed.bodyId))
              .filter(({ decidedOn }) => decidedOn >= data.period.from)
              .map((brief) => ({
                ...approvalOf(brief, context.viewer.language),
                id: brief.decisionId,
                heading: brief.heading,
              }))
          : [],
    });
  },
});
