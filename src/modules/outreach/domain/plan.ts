import type { Day } from '#kernel/days.ts';
import { type Cents, sumCents } from '#kernel/money.ts';
import type { Channel, PlanState } from './codes.ts';

/** One action of the communication plan: what for, to whom, how, when; planned beside actual (COM-04, COM-07). */
export interface PlanAction {
  readonly actionId: string;
  readonly aim: string;
  readonly audience: string;
  readonly message?: string;
  readonly channel: Channel;
  readonly plannedOn: Day;
  readonly doneOn?: Day;
  readonly droppedWhy?: string;
  readonly owner: string;
  readonly bulletinId?: string;
  /** What is counted ("readers of the page"). */
  readonly effect?: string;
  readonly effectPlanned?: number;
  readonly effectActual?: number;
  readonly costPlanned: Cents;
  readonly costActual?: Cents;
  readonly budgetLine?: string;
}

export interface LineCost {
  /** The budget line in words; undefined gathers the actions that name none. */
  readonly budgetLine: string | undefined;
  readonly actions: number;
  readonly planned: Cents;
  /** Of the actions whose cost is known; undefined when none is: not given is never 0. */
  readonly actual: Cents | undefined;
  /** How many done actions have no actual cost yet. */
  readonly missing: number;
}

/** What publicity costs by budget line, in the order of the lines' names, dropped actions left out of the plan. */
export function costsByLine(actions: readonly PlanAction[]): LineCost[] {
  const lines = new Map<string | undefined, PlanAction[]>();
  for (const action of actions) {
    if (action.droppedWhy !== undefined && action.costActual === undefined) continue;
    lines.set(action.budgetLine, [...(lines.get(action.budgetLine) ?? []), action]);
  }
  return [...lines]
    .sort(([a], [b]) => (a === undefined ? 1 : b === undefined ? -1 : a < b ? -1 : 1))
    .map(([budgetLine, own]) => {
      const known = own.flatMap((row) => (row.costActual === undefined ? [] : [row.costActual]));
      return {
        budgetLine,
        actions: own.length,
        planned: sumCents(own.map((row) => (row.droppedWhy === undefined ? row.costPlanned : 0))),
        actual: known.length === 0 ? undefined : sumCents(known),
        missing: own.filter((row) => row.doneOn !== undefined && row.costActual === undefined).length,
      };
    });
}

/** Where an action stands on a day: planned for a day gone by and not done is late. */
export function planStateOf(action: PlanAction, today: Day): PlanState {
  if (action.droppedWhy !== undefined) return 'dropped';
  if (action.doneOn !== undefined) return 'done';
  return action.plannedOn < today ? 'late' : 'coming';
}
