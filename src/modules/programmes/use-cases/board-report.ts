import { createHash } from 'node:crypto';
import { z } from 'zod';
import { actingAsSystem, type ViewerContext } from '#access';
import { Id } from '#kernel/ids.ts';
import { type LocalisedText, languages } from '#kernel/localised.ts';
import { organisationNames } from '#networks';
import { funderMarks } from '#projects';
import { type BoardReport, findBoardReport } from '../db/board-reports.db.ts';
import { linksOn, proposalsOn } from '../db/frame.db.ts';
import { findProgramme, listVersions } from '../db/programmes.db.ts';
import { boardPeriods, contentAt } from '../domain/board.ts';
import { type BoardReportData, composeReport, titlesOf } from '../domain/board-report.ts';
import { periodBefore, reportPeriod } from '../domain/periods.ts';
import { PeriodName } from './goal-report.ts';
import { namesOfTargets } from './link-part.ts';
import { pictureOn } from './picture.ts';

export const reportFormats = ['pdf', 'docx'] as const;

export const Place = z.object({ programmeId: Id, period: PeriodName });

export const FilePlace = z.object({
  reportId: Id,
  language: z.enum(languages),
  format: z.enum(reportFormats),
});

/** SHA-256 of all that a report says. */
export function hashOfReport(data: BoardReportData): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('hex');
}

/** The report with its hash: kept data of an approved one, else composed of what has been told by today. */
export async function composeFor(
  context: ViewerContext,
  programmeId: string,
  period: string,
): Promise<
  | {
      programme: NonNullable<Awaited<ReturnType<typeof findProgramme>>>;
      report: BoardReport | undefined;
      data: BoardReportData;
      hash: string;
      /** The body that steers the programme, when one has been chosen. */
      bodyId?: string | undefined;
    }
  | undefined
> {
  const report = await findBoardReport(context, { programmeId, period });
  const programme = await findProgramme(context, programmeId);
  if (!programme) return undefined;
  if (report?.state === 'approved' && report.data)
    return { programme, report, data: report.data, hash: report.dataHash! };
  const picture = await pictureOn(context, programmeId, context.today);
  if (!picture || !boardPeriods(picture, context.today).some((row) => row.period === period))
    return undefined;
  const at = reportPeriod(period);
  const until = at.to < context.today ? at.to : context.today;
  const content = contentAt(picture, until);
  if (!content) return undefined;
  const links = await linksOn(context, programmeId, context.today);
  const names = await namesOfTargets(context, links);
  const owner = await organisationNames(context, [programme.organisationId]);
  const titles = titlesOf(await listVersions(context, programmeId));
  const told = (of: string) =>
    new Map(picture.reports.filter((row) => row.period === of).map((row) => [row.goalId, row]));
  const data = composeReport({
    content,
    versions: picture.versions,
    period: at,
    foreword: report?.foreword ?? '',
    reports: told(period),
    before: told(periodBefore(period)),
    publisher: owner.get(programme.organisationId) ?? {},
    marks: await funderMarks(
      context,
      links.filter(({ kind }) => kind === 'project').map(({ targetId }) => targetId),
    ),
    proposals: await decidedIn(context, programmeId, at),
    links: links
      .filter(({ targetId, partId }) => names.has(targetId) && titles.has(partId))
      .map((link) => ({
        goalOrMeasure: titles.get(link.partId)!,
        kind: link.kind,
        name: names.get(link.targetId)!,
        reason: link.reason,
        linkedOn: link.linkedOn,
      })),
  });
  return { programme, report, data, hash: hashOfReport(data), bodyId: content.board?.body?.id };
}

async function decidedIn(
  context: ViewerContext,
  programmeId: string,
  { from, to }: { from: string; to: string },
) {
  const proposals = await actingAsSystem(context, 'proposals are told without their proposer', (system) =>
    proposalsOn(system, programmeId, context.today),
  );
  const names = await organisationNames(
    context,
    proposals.flatMap(({ organisationId }) => organisationId ?? []),
  );
  return proposals.flatMap(({ title, state, decidedOn, reason, organisationId }) => {
    if ((state !== 'accepted' && state !== 'declined') || decidedOn === undefined) return [];
    if (decidedOn < from || decidedOn > to) return [];
    const organisation = organisationId && names.get(organisationId);
    return [
      {
        title,
        state,
        decidedOn,
        reason: reason ?? '',
        organisation: (organisation ?? '') as string | LocalisedText,
      },
    ];
  });
}
