import type { GoalDraft, IndicatorDraft, MeasureDraft, ProgrammeDraft } from './draft.ts';

/** What the lists of a programme hold, wherever in it they stand. */
export interface Listed {
  chapter: ProgrammeDraft['chapters'][number];
  milestone: ProgrammeDraft['milestones'][number];
  member: NonNullable<ProgrammeDraft['board']>['members'][number];
  coordinator: ProgrammeDraft['coordinators'][number];
  theme: ProgrammeDraft['themes'][number];
  goal: GoalDraft;
  measure: MeasureDraft;
  indicator: IndicatorDraft;
}
export type ListKind = keyof Listed;

/** Any row: most have an id; chapters, members and milestones are known by their place. */
export interface Row {
  readonly id?: string | undefined;
  readonly title?: string;
  readonly name?: string;
}

/** What becomes of the lists of one kind; `owner` is the goal or measure that a list stands under, '' when it has no id yet. */
export type OfLists = {
  readonly [K in ListKind]?: (rows: readonly Listed[K][], owner?: string) => Listed[K][];
};

/** The programme with its lists changed; one that nothing is said of stays. A row is changed before what stands under it. */
export function withLists(programme: ProgrammeDraft, change: OfLists): ProgrammeDraft {
  const of = <K extends ListKind>(kind: K, rows: Listed[K][], owner?: string): Listed[K][] =>
    change[kind]?.(rows, owner) ?? rows;
  const under = (goal: GoalDraft): GoalDraft => ({
    ...goal,
    indicators: of('indicator', goal.indicators, goal.id ?? ''),
    measures: of('measure', goal.measures, goal.id ?? '').map((measure) => ({
      ...measure,
      indicators: of('indicator', measure.indicators, measure.id ?? ''),
    })),
    goals: of('goal', goal.goals, goal.id ?? '').map(under),
  });
  const { board } = programme;
  return {
    ...programme,
    chapters: of('chapter', programme.chapters),
    milestones: of('milestone', programme.milestones),
    ...(board && { board: { ...board, members: of('member', board.members) } }),
    coordinators: of('coordinator', programme.coordinators),
    themes: of('theme', programme.themes),
    goals: of('goal', programme.goals).map(under),
  };
}

const kinds: readonly ListKind[] = [
  'chapter',
  'milestone',
  'member',
  'coordinator',
  'theme',
  'goal',
  'measure',
  'indicator',
];

/** The same done to the lists of every kind. */
export const everyList = (
  change: <T extends Row>(rows: readonly T[], kind: ListKind, owner?: string) => T[],
): OfLists =>
  Object.fromEntries(
    kinds.map((kind) => [kind, (rows: readonly Row[], owner?: string) => change(rows, kind, owner)]),
  );
