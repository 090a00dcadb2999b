import type { ViewerContext } from '#access';
import type { Day } from '#kernel/days.ts';
import { type BoardReport, boardReports } from '../db/board-reports.db.ts';
import { type GoalReport, sentReports } from '../db/goal-reports.db.ts';
import { findProgramme, listVersions, type Programme, type Version } from '../db/programmes.db.ts';
import { contentAt, type ProgrammePicture } from '../domain/board.ts';

/** A programme as it was on a day, with the rows that it was drawn from. */
export interface Picture extends ProgrammePicture {
  programme: Programme;
  /** In force by the day, the first one first. */
  versions: Version[];
  version: Version;
  reports: GoalReport[];
  boardReports: BoardReport[];
}

/**
 * Everything that was known and in force on a day. What is told, decided or agreed later never changes it: versions do
 * not reach back, reports and decisions carry the day of their sending.
 */
export async function pictureOn(
  context: ViewerContext,
  programmeId: string,
  day: Day,
): Promise<Picture | undefined> {
  const programme = await findProgramme(context, programmeId);
  if (!programme) return undefined;
  const all = await listVersions(context, programmeId);
  const [first] = all.map(({ inForceFrom }) => inForceFrom).sort();
  // One that is still to come is shown today as it will begin.
  const by = day === context.today && first !== undefined && first > day ? first : day;
  const versions = all.filter(({ inForceFrom }) => inForceFrom <= by);
  const content = contentAt({ versions }, by);
  const version = versions.find((row) => row.content === content);
  if (!version) return undefined;
  const reports = await sentReports(context, programmeId, day);
  const approvals = await boardReports(context, programmeId, day);
  return {
    programme,
    versions,
    version,
    content: version.content,
    reportsFrom: programme.reportsFrom,
    reports,
    boardReports: approvals,
    approved: approvals
      .filter(({ state }) => state === 'approved')
      .map(({ reportId, period }) => ({ reportId, period })),
  };
}
