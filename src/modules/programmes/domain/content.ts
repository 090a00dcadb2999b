import type { GoalDraft, IndicatorDraft, MeasureDraft, ProgrammeDraft } from './draft.ts';

/** The same with every id there: what a version keeps. */
export type Identified<T> = T extends readonly (infer E)[]
  ? Identified<E>[]
  : T extends object
    ? { [K in keyof T as K extends 'id' ? never : K]: Identified<T[K]> } & ('id' extends keyof T
        ? { id: string }
        : unknown)
    : T;
export type ProgrammeContent = Identified<ProgrammeDraft>;
export type Goal = ProgrammeContent['goals'][number];
export type Measure = Goal['measures'][number];
export type Indicator = Measure['indicators'][number];
/** Every goal of a tree, a goal before those under it. */
export function allGoals<G extends { goals: G[] }>(goals: readonly G[]): G[] {
  return goals.flatMap((goal) => [goal, ...allGoals(goal.goals)]);
}

export function allMeasures(programme: ProgrammeContent): Measure[];
export function allMeasures(programme: ProgrammeDraft): MeasureDraft[];
export function allMeasures(programme: ProgrammeDraft): MeasureDraft[] {
  return allGoals(programme.goals).flatMap((goal) => goal.measures);
}

export function allIndicators(programme: ProgrammeContent): Indicator[];
export function allIndicators(programme: ProgrammeDraft): IndicatorDraft[];
export function allIndicators(programme: ProgrammeDraft): IndicatorDraft[] {
  return allGoals(programme.goals).flatMap((goal) => [
    ...goal.indicators,
    ...goal.measures.flatMap((measure) => measure.indicators),
  ]);
}

/** The goals that are reported on: those with measures of their own or with a coordinator. */
export function reportedGoals(content: ProgrammeContent): Goal[] {
  return allGoals(content.goals).filter((goal) => goal.measures.length > 0 && goal.coordinators.length > 0);
}

/** What a document holds, counted as a reader would (N-17, N-18). */
export function countParts(programme: ProgrammeDraft) {
  const goals: GoalDraft[] = allGoals(programme.goals);
  return {
    chapters: programme.chapters.length,
    themes: programme.themes.length,
    goals: goals.length,
    measures: allMeasures(programme).length,
    indicators: allIndicators(programme).length,
    coordinators: programme.coordinators.length,
    /** Goal–coordinator pairs: six in document 004. */
    pairs: goals.reduce((sum, goal) => sum + goal.coordinators.length, 0),
    boardMembers: programme.board?.members.length ?? 0,
    milestones: programme.milestones.length,
  };
}
export type PartCounts = ReturnType<typeof countParts>;
