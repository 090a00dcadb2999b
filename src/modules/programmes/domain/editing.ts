import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { allGoals, type Goal, type ProgrammeContent } from './content.ts';
import {
  CoordinatorDraft,
  type GoalDraft,
  IndicatorDraft,
  MeasureDraft,
  type ProgrammeDraft,
  ThemeDraft,
} from './draft.ts';
import { type AroundRefusal, aroundChanges, type Chosen, withAround } from './editing-around.ts';

const Title = z.string().trim().min(1, { error: 'required' }).max(500);
const Prose = z.string().trim().max(10_000);

/** One change that the secretary makes to the working copy of a programme; a part without id is new. */
export const ProgrammeChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('basics'),
    name: Title,
    validFrom: Day,
    validTo: Day.optional(),
    reviewOn: Day.optional(),
    purpose: z.array(Prose).max(50).default([]),
  }),
  z.object({
    kind: z.literal('theme'),
    theme: ThemeDraft.pick({ id: true, number: true, title: true, effects: true }),
  }),
  z.object({
    kind: z.literal('goal'),
    goal: z.object({
      id: Id.optional(),
      title: Title,
      description: Prose.optional(),
      theme: z.string().max(500).optional(),
      coordinators: z.array(Title).max(20).default([]),
    }),
    /** The goal above; absent = a goal of the programme itself. */
    underId: Id.optional(),
  }),
  z.object({
    kind: z.literal('measure'),
    goalId: Id,
    measure: MeasureDraft.pick({
      id: true,
      title: true,
      description: true,
      years: true,
      coordinators: true,
      municipalities: true,
    }),
  }),
  z.object({ kind: z.literal('indicator'), ownerId: Id, indicator: IndicatorDraft }),
  z.object({
    kind: z.literal('coordinator'),
    coordinator: CoordinatorDraft.pick({ id: true, name: true, organisationId: true }),
  }),
  ...aroundChanges,
  z.object({ kind: z.literal('remove'), id: Id }),
  z.object({ kind: z.literal('move'), id: Id, by: z.union([z.literal(-1), z.literal(1)]) }),
]);
export type ProgrammeChange = z.infer<typeof ProgrammeChange>;

export type ChangeRefusal = AroundRefusal | 'ends-before-it-begins' | 'named-already' | 'coordinator-in-use';

/**
 * The programme with one change made. What is not named in the change stays: a measure keeps its indicators and points.
 * Refused when the part is not there, a name is taken, or a coordinator to be removed still answers for something.
 */
export function withChange(
  content: ProgrammeContent,
  change: ProgrammeChange,
  chosen: Chosen = {},
): ProgrammeDraft | { refusal: ChangeRefusal } {
  switch (change.kind) {
    case 'basics': {
      const { kind: _kind, ...basics } = change;
      if (basics.validTo !== undefined && basics.validTo < basics.validFrom)
        return { refusal: 'ends-before-it-begins' };
      return { ...content, validTo: undefined, reviewOn: undefined, ...basics };
    }
    case 'theme':
      return withTheme(content, change.theme);
    case 'coordinator':
      return withCoordinator(content, change.coordinator);
    case 'goal':
      return withGoal(content, change);
    case 'measure': {
      const { measure } = change;
      return inGoals(content, change.goalId, (goal) => ({
        ...goal,
        measures: putInto<GoalDraft['measures'][number]>(goal.measures, {
          parts: [],
          indicators: [],
          ...goal.measures.find(({ id }) => id === measure.id),
          ...measure,
        }),
      }));
    }
    case 'indicator':
      return withIndicator(content, change);
    case 'remove':
      return without(content, change.id);
    case 'move':
      return moved(content, change.id, change.by);
    default:
      return withAround(content, change, chosen);
  }
}

function withTheme(
  content: ProgrammeContent,
  theme: Extract<ProgrammeChange, { kind: 'theme' }>['theme'],
): ProgrammeDraft | { refusal: ChangeRefusal } {
  const former = content.themes.find(({ id }) => id === theme.id);
  if (theme.id !== undefined && !former) return { refusal: 'part-not-found' };
  const taken = content.themes.some(({ id, title }) => id !== theme.id && title === theme.title);
  if (taken) return { refusal: 'named-already' };
  const rename = (name: string | undefined) =>
    former && (name === former.number || name === former.title) ? (theme.number ?? theme.title) : name;
  return {
    ...content,
    themes: putInto(content.themes, { ...former, ...theme }),
    goals: everyGoal(content.goals, (goal) => ({ ...goal, theme: rename(goal.theme) })),
  };
}

function withCoordinator(
  content: ProgrammeContent,
  one: Extract<ProgrammeChange, { kind: 'coordinator' }>['coordinator'],
): ProgrammeDraft | { refusal: ChangeRefusal } {
  const former = content.coordinators.find(({ id }) => id === one.id);
  if (one.id !== undefined && !former) return { refusal: 'part-not-found' };
  if (content.coordinators.some(({ id, name }) => id !== one.id && name === one.name))
    return { refusal: 'named-already' };
  const rename = (names: readonly string[]) => names.map((name) => (name === former?.name ? one.name : name));
  return {
    ...content,
    coordinators: putInto<ProgrammeDraft['coordinators'][number]>(content.coordinators, {
      aliases: [],
      ...former,
      organisationId: undefined,
      ...one,
    }),
    goals: everyGoal(content.goals, (goal) => ({
      ...goal,
      coordinators: rename(goal.coordinators),
      measures: goal.measures.map((measure) => ({ ...measure, coordinators: rename(measure.coordinators) })),
    })),
  };
}

function withGoal(
  content: ProgrammeContent,
  { goal, underId }: Extract<ProgrammeChange, { kind: 'goal' }>,
): ProgrammeDraft | { refusal: ChangeRefusal } {
  if (goal.id !== undefined)
    return inGoals(content, goal.id, (former) => ({
      ...former,
      theme: undefined,
      description: undefined,
      ...goal,
    }));
  const made = { measures: [], indicators: [], goals: [], ...goal };
  if (underId === undefined) return { ...content, goals: [...content.goals, made] };
  return inGoals(content, underId, (above) => ({ ...above, goals: [...above.goals, made] }));
}

function withIndicator(
  content: ProgrammeContent,
  { ownerId, indicator }: Extract<ProgrammeChange, { kind: 'indicator' }>,
): ProgrammeDraft | { refusal: ChangeRefusal } {
  const owner = allGoals(content.goals).find(
    (goal) => goal.id === ownerId || goal.measures.some(({ id }) => id === ownerId),
  );
  if (!owner) return { refusal: 'part-not-found' };
  return inGoals(content, owner.id, (goal) =>
    goal.id === ownerId
      ? { ...goal, indicators: putInto(goal.indicators, indicator) }
      : {
          ...goal,
          measures: goal.measures.map((measure) =>
            measure.id === ownerId
              ? { ...measure, indicators: putInto(measure.indicators, indicator) }
              : measure,
          ),
        },
  );
}

function without(content: ProgrammeContent, id: string): ProgrammeDraft | { refusal: ChangeRefusal } {
  const coordinator = content.coordinators.find((one) => one.id === id);
  if (coordinator) {
    const used = allGoals(content.goals).some(
      (goal) =>
        goal.coordinators.includes(coordinator.name) ||
        goal.measures.some((measure) => measure.coordinators.includes(coordinator.name)),
    );
    if (used) return { refusal: 'coordinator-in-use' };
    return { ...content, coordinators: content.coordinators.filter((one) => one.id !== id) };
  }
  const theme = content.themes.find((one) => one.id === id);
  if (theme)
    return {
      ...content,
      themes: content.themes.filter((one) => one.id !== id),
      goals: everyGoal(content.goals, (goal) =>
        goal.theme === theme.number || goal.theme === theme.title ? { ...goal, theme: undefined } : goal,
      ),
    };
  let found = false;
  const left = <T extends { id?: string | undefined }>(list: readonly T[]): T[] =>
    list.filter((one) => {
      if (one.id === id) found = true;
      return one.id !== id;
    });
  const goals = everyGoal(left(content.goals), (goal) => ({
    ...goal,
    goals: left(goal.goals),
    indicators: left(goal.indicators),
    measures: left(goal.measures).map((measure) => ({ ...measure, indicators: left(measure.indicators) })),
  }));
  return found ? { ...content, goals } : { refusal: 'part-not-found' };
}

/** Up or down by one among its own kind; at the end it stays where it is. */
function moved(
  content: ProgrammeContent,
  id: string,
  by: -1 | 1,
): ProgrammeDraft | { refusal: ChangeRefusal } {
  let found = false;
  const shift = <T extends { id?: string | undefined }>(list: readonly T[]): T[] => {
    const at = list.findIndex((one) => one.id === id);
    if (at < 0) return [...list];
    found = true;
    const to = at + by;
    if (to < 0 || to >= list.length) return [...list];
    const copy = [...list];
    [copy[at], copy[to]] = [copy[to]!, copy[at]!];
    return copy;
  };
  const themes = shift(content.themes);
  const goals = everyGoal(shift(content.goals), (goal) => ({
    ...goal,
    goals: shift(goal.goals),
    measures: shift(goal.measures),
  }));
  return found ? { ...content, themes, goals } : { refusal: 'part-not-found' };
}

function inGoals(
  content: ProgrammeContent,
  goalId: string,
  change: (goal: Goal) => GoalDraft,
): ProgrammeDraft | { refusal: ChangeRefusal } {
  if (!allGoals(content.goals).some(({ id }) => id === goalId)) return { refusal: 'part-not-found' };
  return {
    ...content,
    goals: everyGoal(content.goals, (goal) => (goal.id === goalId ? change(goal as Goal) : goal)),
  };
}

function everyGoal(goals: readonly GoalDraft[], change: (goal: GoalDraft) => GoalDraft): GoalDraft[] {
  return goals.map((goal) => {
    const made = change(goal);
    return { ...made, goals: everyGoal(made.goals, change) };
  });
}

/** In the place of the one with the same id, else last. */
function putInto<T extends { id?: string | undefined }>(list: readonly T[], one: T): T[] {
  const known = one.id !== undefined && list.some(({ id }) => id === one.id);
  return known ? list.map((each) => (each.id === one.id ? one : each)) : [...list, one];
}
