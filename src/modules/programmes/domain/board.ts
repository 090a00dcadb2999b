import { type Day, daysBetween } from '#kernel/days.ts';
import { allGoals, type Goal, type ProgrammeContent, reportedGoals } from './content.ts';
import {
  countStates,
  type GoalReportContent,
  type MeasureState,
  type ReportedFigure,
  stateOfGoal,
} from './goal-report.ts';
import { periodsBetween, type ReportPeriod } from './periods.ts';

/** A programme as it was on a day: what was agreed, what had been told, what had been decided. */
export interface ProgrammePicture {
  content: ProgrammeContent;
  reportsFrom: Day | undefined;
  versions: readonly { inForceFrom: Day; number: number; content: ProgrammeContent }[];
  reports: readonly { goalId: string; period: string; content: GoalReportContent; submittedOn: Day }[];
  approved: readonly { reportId: string; period: string }[];
}

/** What a cell of the board says of one goal in one half-year. */
export type BoardCell =
  | { kind: 'none' }
  | { kind: 'coming'; dueOn: Day; daysLeft: number }
  | { kind: 'missing'; dueOn: Day; daysLate: number }
  /** The half-year was closed without it. */
  | { kind: 'closed' }
  | {
      kind: 'told';
      submittedOn: Day;
      daysLate: number;
      state: MeasureState;
      counts: Record<MeasureState, number>;
      figure?: ReportedFigure | undefined;
    };

export interface BoardRow {
  theme: { id: string; number?: string | undefined; title: string } | undefined;
  goals: { goal: Goal; depth: number; cells: BoardCell[] }[];
}

export interface LateReport {
  goalId: string;
  title: string;
  coordinators: string[];
  period: string;
  dueOn: Day;
  daysLate: number;
}

/** The half-years of the board: from the first that is reported to the one that the day belongs to. */
export function boardPeriods(picture: ProgrammePicture, day: Day): ReportPeriod[] {
  if (picture.reportsFrom === undefined || picture.reportsFrom > day) return [];
  const last =
    picture.content.validTo !== undefined && picture.content.validTo < day ? picture.content.validTo : day;
  return periodsBetween(picture.reportsFrom, last);
}

/** The content in force at the end of a half-year, or on the day when it still goes on. */
export function contentAt(
  picture: Pick<ProgrammePicture, 'versions'>,
  day: Day,
): ProgrammeContent | undefined {
  return picture.versions
    .filter(({ inForceFrom }) => inForceFrom <= day)
    .toSorted((a, b) =>
      a.inForceFrom === b.inForceFrom ? a.number - b.number : a.inForceFrom < b.inForceFrom ? -1 : 1,
    )
    .at(-1)?.content;
}

/** The goals that a half-year is to tell of: those of the version in force when it ended. */
export function goalsToReport(picture: ProgrammePicture, period: ReportPeriod, day: Day): Goal[] {
  const content = contentAt(picture, period.to < day ? period.to : day);
  return content ? reportedGoals(content) : [];
}

/** The goal reports that are missing on a day: from the day after they were due until the half-year's report is approved. */
export function lateReports(picture: ProgrammePicture, day: Day): LateReport[] {
  return boardPeriods(picture, day)
    .filter(({ dueOn }) => dueOn < day)
    .flatMap((period) => {
      if (picture.approved.some((row) => row.period === period.period)) return [];
      return goalsToReport(picture, period, day)
        .filter(
          (goal) =>
            !picture.reports.some((report) => report.goalId === goal.id && report.period === period.period),
        )
        .map((goal) => ({
          goalId: goal.id,
          title: goal.title,
          coordinators: goal.coordinators,
          period: period.period,
          dueOn: period.dueOn,
          daysLate: daysBetween(period.dueOn, day),
        }));
    });
}

/** The board: themes as rows, half-years as columns, in each cell how the goal stood and its first figure. */
export function boardRows(picture: ProgrammePicture, periods: readonly ReportPeriod[], day: Day): BoardRow[] {
  const { content } = picture;
  const depths = new Map<string, number>();
  const measureDepth = (goals: readonly Goal[], depth: number): void => {
    for (const goal of goals) {
      depths.set(goal.id, depth);
      measureDepth(goal.goals, depth + 1);
    }
  };
  measureDepth(content.goals, 0);
  const due = new Map(
    periods.map((period) => [
      period.period,
      new Set(goalsToReport(picture, period, day).map(({ id }) => id)),
    ]),
  );
  const row = (goal: Goal) => ({
    goal,
    depth: depths.get(goal.id) ?? 0,
    cells: periods.map((period) => cellOf(picture, goal, period, due.get(period.period)!, day)),
  });
  const themeOf = (goal: Goal, above: string | undefined): [Goal, string | undefined][] => {
    const theme = content.themes.find(({ number, title }) => goal.theme === number || goal.theme === title);
    const own = theme?.id ?? above;
    return [[goal, own], ...goal.goals.flatMap((child) => themeOf(child, own))];
  };
  const placed = content.goals.flatMap((goal) => themeOf(goal, undefined));
  const rows: BoardRow[] = content.themes.map((theme) => ({
    theme: { id: theme.id, number: theme.number, title: theme.title },
    goals: placed.filter(([, themeId]) => themeId === theme.id).map(([goal]) => row(goal)),
  }));
  const others = placed.filter(([, themeId]) => themeId === undefined).map(([goal]) => row(goal));
  return others.length > 0 ? [...rows, { theme: undefined, goals: others }] : rows;
}

function cellOf(
  picture: ProgrammePicture,
  goal: Goal,
  period: ReportPeriod,
  due: ReadonlySet<string>,
  day: Day,
): BoardCell {
  const sent = picture.reports.find((report) => report.goalId === goal.id && report.period === period.period);
  if (sent) {
    const counts = countStates(sent.content.measures);
    return {
      kind: 'told',
      submittedOn: sent.submittedOn,
      daysLate: Math.max(0, daysBetween(period.dueOn, sent.submittedOn)),
      state: stateOfGoal(counts),
      counts,
      figure: sent.content.figures.find(({ cell }) => cell.kind !== 'unknown') ?? sent.content.figures[0],
    };
  }
  if (!due.has(goal.id)) return { kind: 'none' };
  if (picture.approved.some((row) => row.period === period.period)) return { kind: 'closed' };
  return period.dueOn < day
    ? { kind: 'missing', dueOn: period.dueOn, daysLate: daysBetween(period.dueOn, day) }
    : { kind: 'coming', dueOn: period.dueOn, daysLeft: daysBetween(day, period.dueOn) };
}

/** A goal of a programme with the goals above it, from the top. */
export function findGoal(
  content: ProgrammeContent,
  goalId: string,
): { goal: Goal; above: Goal[] } | undefined {
  const look = (goals: readonly Goal[], above: Goal[]): { goal: Goal; above: Goal[] } | undefined => {
    for (const goal of goals) {
      if (goal.id === goalId) return { goal, above };
      const found = look(goal.goals, [...above, goal]);
      if (found) return found;
    }
    return undefined;
  };
  return look(content.goals, []);
}

/** The goal that a part belongs to: itself, or the goal of the measure. */
export function goalOfPart(content: ProgrammeContent, partId: string): Goal | undefined {
  return allGoals(content.goals).find(
    (goal) => goal.id === partId || goal.measures.some(({ id }) => id === partId),
  );
}
