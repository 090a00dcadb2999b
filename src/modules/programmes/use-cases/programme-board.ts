import type { ViewerContext } from '#access';
import type { Day } from '#kernel/days.ts';
import { inLanguage } from '#kernel/localised.ts';
import { organisationNames } from '#networks';
import { boardPeriods, boardRows } from '../domain/board.ts';
import { checkProgramme } from '../domain/check.ts';
import { countParts } from '../domain/content.ts';
import { measuresByYear } from '../domain/years.ts';
import type { Picture } from './picture.ts';

/** All that a board says of a day; a pure picture of what was known then. */
export function boardOf(picture: Picture, day: Day) {
  const { content, version, programme } = picture;
  const periods = boardPeriods(picture, day);
  return {
    programmeId: programme.programmeId,
    content,
    version: { number: version.number, inForceFrom: version.inForceFrom, reason: version.reason },
    versionCount: picture.versions.length,
    counts: countParts(content),
    findings: checkProgramme(content, day),
    periods,
    rows: boardRows(picture, periods, day),
    boardReports: picture.boardReports.map(({ reportId, period, state, approvedOn, approvingBody }) => ({
      reportId,
      period,
      state,
      approvedOn,
      approvingBody,
    })),
    years: measuresByYear(content, day),
  };
}

export type ProgrammeBoard = ReturnType<typeof boardOf>;

export async function nameOf(context: ViewerContext, organisationId: string): Promise<string> {
  const names = (await organisationNames(context, [organisationId])).get(organisationId);
  return names ? inLanguage(names, context.viewer.language).text : '';
}
