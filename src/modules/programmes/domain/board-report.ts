import { type Day, daysBetween } from '#kernel/days.ts';
import type { Language, LocalisedText } from '#kernel/localised.ts';
import type { Cell } from '#kernel/small-numbers.ts';
import { changesBetween, type PartChange } from './changes.ts';
import { allGoals, type Goal, type ProgrammeContent, reportedGoals } from './content.ts';
import {
  countStates,
  type GoalReportContent,
  type MeasureState,
  type ReportedFigure,
} from './goal-report.ts';
import type { ReportPeriod } from './periods.ts';

/** A name in the languages that it has; reports approved before names had languages have one text. */
export type Named = string | LocalisedText;

/** What the report of a half-year is composed of, all of it as it was on one day. */
export interface ReportSources {
  content: ProgrammeContent;
  versions: { number: number; inForceFrom: Day; reason?: string | undefined; content: ProgrammeContent }[];
  period: ReportPeriod;
  foreword: string;
  /** The last report of each goal, of this half-year and of the one before. */
  reports: ReadonlyMap<string, SentReport>;
  before: ReadonlyMap<string, SentReport>;
  proposals: {
    title: string;
    state: 'accepted' | 'declined';
    decidedOn: Day;
    reason: string;
    organisation: Named;
  }[];
  links: { goalOrMeasure: string; kind: 'project' | 'pilot'; name: Named; reason: string; linkedOn: Day }[];
  /** Whose programme it is, and the marks of those who fund what carries it out (PLT-06). */
  publisher: LocalisedText;
  marks: LocalisedText[];
}

/** The body's decision on the report: on which day, and where it stands. */
export interface Approval {
  body: string;
  decidedOn: Day;
  reference?: string | undefined;
  /** The decision among those of the bodies, when it was chosen there. */
  decisionId?: string | undefined;
}

export interface SentReport {
  content: GoalReportContent;
  submittedOn: Day;
}

/** A measure that stands otherwise than half a year ago, and the coordinator's reason. */
export interface StateChange {
  goal: string;
  measure: string;
  before: MeasureState | 'new';
  after: MeasureState;
  why: string;
}

export interface FigureChange {
  name: string;
  unit?: string | undefined;
  before: Cell;
  after: Cell;
}

export interface ReportedGoal {
  goalId: string;
  theme?: string | undefined;
  title: string;
  coordinators: string[];
  /** Absent when nothing was sent. */
  report?:
    | {
        submittedOn: Day;
        daysLate: number;
        summary: string;
        counts: Record<MeasureState, number>;
        measures: { title: string; state: MeasureState; before?: MeasureState | undefined; text: string }[];
        figures: (ReportedFigure & { before?: Cell | undefined })[];
      }
    | undefined;
  links: { kind: 'project' | 'pilot'; name: Named; reason: string }[];
}

/** The report of a half-year to the body: everything that its document says, in no language but the programme's own. */
export interface BoardReportData {
  programme: { name: string; kind: ProgrammeContent['kind']; language: Language; board?: string | undefined };
  period: { period: string; from: Day; to: Day; dueOn: Day };
  foreword: string;
  /** Absent of reports approved before they were told. */
  publisher?: LocalisedText | undefined;
  marks?: LocalisedText[] | undefined;
  /** Absent of a draft. */
  approval?: Approval | undefined;
  totals: {
    goals: number;
    reported: number;
    measures: number;
    states: Record<MeasureState, number>;
  };
  missing: { title: string; coordinators: string[] }[];
  changes: {
    states: StateChange[];
    figures: FigureChange[];
    versions: { number: number; inForceFrom: Day; reason: string; changes: PartChange[] }[];
    proposals: ReportSources['proposals'];
    links: ReportSources['links'];
  };
  goals: ReportedGoal[];
}

/**
 * Composes the report of itself: what every goal tells, what is missing, and what has changed since last time and why.
 * A pure function of its sources, so that the same data gives the same report.
 */
export function composeReport(sources: ReportSources): BoardReportData {
  const { content, period } = sources;
  const goals = reportedGoals(content).map((goal) => reportOf(goal, content, sources));
  const states = countStates(goals.flatMap(({ report }) => report?.measures ?? []));
  return {
    programme: {
      name: content.name,
      kind: content.kind,
      language: content.language,
      board: content.board?.name,
    },
    period: { period: period.period, from: period.from, to: period.to, dueOn: period.dueOn },
    publisher: sources.publisher,
    marks: sources.marks,
    foreword: sources.foreword,
    totals: {
      goals: goals.length,
      reported: goals.filter(({ report }) => report !== undefined).length,
      measures: reportedGoals(content).reduce((sum, goal) => sum + goal.measures.length, 0),
      states,
    },
    missing: goals
      .filter(({ report }) => report === undefined)
      .map(({ title, coordinators }) => ({ title, coordinators })),
    changes: {
      states: goals.flatMap(({ goalId, title, report }) =>
        (report?.measures ?? []).flatMap((measure): StateChange[] => {
          const told = sources.before.has(goalId);
          if (!told || measure.before === measure.state) return [];
          return [
            {
              goal: title,
              measure: measure.title,
              before: measure.before ?? 'new',
              after: measure.state,
              why: measure.text,
            },
          ];
        }),
      ),
      figures: goals.flatMap(({ report }) =>
        (report?.figures ?? []).flatMap((figure): FigureChange[] =>
          figure.before === undefined || sameCell(figure.before, figure.cell)
            ? []
            : [{ name: figure.name, unit: figure.unit, before: figure.before, after: figure.cell }],
        ),
      ),
      versions: sources.versions.flatMap((version, at) => {
        const former = sources.versions[at - 1];
        if (!former || version.inForceFrom < period.from || version.inForceFrom > period.to) return [];
        return [
          {
            number: version.number,
            inForceFrom: version.inForceFrom,
            reason: version.reason ?? '',
            changes: changesBetween(former.content, version.content),
          },
        ];
      }),
      proposals: sources.proposals,
      links: sources.links.filter(({ linkedOn }) => linkedOn >= period.from && linkedOn <= period.to),
    },
    goals,
  };
}

function reportOf(goal: Goal, content: ProgrammeContent, sources: ReportSources): ReportedGoal {
  const sent = sources.reports.get(goal.id);
  const before = sources.before.get(goal.id);
  const own = new Set([goal.title, ...goal.measures.map(({ title }) => title)]);
  const theme = content.themes.find(({ number, title }) => goal.theme === number || goal.theme === title);
  return {
    goalId: goal.id,
    theme: theme && [theme.number, theme.title].filter(Boolean).join(' '),
    title: goal.title,
    coordinators: goal.coordinators,
    report: sent && {
      submittedOn: sent.submittedOn,
      daysLate:
        sent.submittedOn > sources.period.dueOn ? daysBetween(sources.period.dueOn, sent.submittedOn) : 0,
      summary: sent.content.summary,
      counts: countStates(sent.content.measures),
      measures: sent.content.measures.map(({ measureId, title, state, text }) => ({
        title,
        state,
        text,
        before: before?.content.measures.find((measure) => measure.measureId === measureId)?.state,
      })),
      figures: sent.content.figures.map((figure) => ({
        ...figure,
        before: before?.content.figures.find((row) => row.indicatorId === figure.indicatorId)?.cell,
      })),
    },
    links: sources.links
      .filter(({ goalOrMeasure }) => own.has(goalOrMeasure))
      .map(({ kind, name, reason }) => ({ kind, name, reason })),
  };
}

const sameCell = (a: Cell, b: Cell) =>
  a.kind === b.kind && (a.kind !== 'number' || (b.kind === 'number' && a.value === b.value));

/** Every title of a programme by the id of its part, also of parts that a later version left out. */
export function titlesOf(versions: readonly { content: ProgrammeContent }[]): Map<string, string> {
  const titles = new Map<string, string>();
  for (const { content } of versions)
    for (const goal of allGoals(content.goals)) {
      titles.set(goal.id, goal.title);
      for (const measure of goal.measures) titles.set(measure.id, measure.title);
    }
  return titles;
}
