import { z } from 'zod';
import { parseFinnishNumber } from '#kernel/finnish-numbers.ts';
import type { Cell } from '#kernel/small-numbers.ts';
import type { Goal } from './content.ts';

/** How a measure stands, as its coordinator says. */
export const measureStates = ['not-started', 'on-track', 'late', 'done', 'stopped'] as const;
export const MeasureState = z.enum(measureStates);
export type MeasureState = z.infer<typeof MeasureState>;

/** What is being written, exactly as typed; nothing is refused in a draft. */
export const GoalDraftContent = z.object({
  summary: z.string().max(10_000).default(''),
  /** By the id of the measure. */
  measures: z
    .record(
      z.string(),
      z.object({ state: z.string().max(20).default(''), text: z.string().max(10_000).default('') }),
    )
    .default({}),
  /** By the id of an indicator that people tell: the number as typed, and where it was read. */
  values: z
    .record(
      z.string(),
      z.object({ value: z.string().max(50).default(''), evidence: z.string().max(500).default('') }),
    )
    .default({}),
});
export type GoalDraftContent = z.infer<typeof GoalDraftContent>;

/** A figure as it stood when the report was sent. A number, hidden, or not known: three different things. */
export interface ReportedFigure {
  indicatorId: string;
  /** The measure that it belongs to; absent for the goal's own. */
  measureId?: string | undefined;
  name: string;
  unit?: string | undefined;
  qualifier?: string | undefined;
  baseline?: number | undefined;
  target?: number | undefined;
  targetOn?: string | undefined;
  cell: Cell;
  asOf: string;
  /** Counted by Polku, or told by the coordinator with its evidence. */
  from: 'facts' | 'told';
  /** Which fact was counted, or where the value was read. */
  source: string;
}

/** What was sent. */
export interface GoalReportContent {
  summary: string;
  measures: { measureId: string; title: string; state: MeasureState; text: string }[];
  figures: ReportedFigure[];
}

/** Something that keeps a report from being sent: the field as the page names it, and a code with words. */
export interface SendingIssue {
  path: string;
  code: 'state-needed' | 'say-why' | 'not-a-number' | 'ambiguous-number' | 'evidence-needed' | 'text-needed';
}

/**
 * What still keeps a draft from being sent. Each measure needs a state. A reason is needed when the state is another
 * than last time, late or stopped: the board is told why. A number needs to be one, and to say where it was read.
 */
export function sendingIssues(
  goal: Pick<Goal, 'measures'>,
  told: readonly { id: string }[],
  draft: GoalDraftContent,
  last: GoalReportContent | undefined,
): SendingIssue[] {
  const issues: SendingIssue[] = [];
  if (draft.summary.trim() === '') issues.push({ path: 'content.summary', code: 'text-needed' });
  for (const measure of goal.measures) {
    const written = draft.measures[measure.id];
    const state = MeasureState.safeParse(written?.state);
    if (!state.success) {
      issues.push({ path: `content.measures.${measure.id}.state`, code: 'state-needed' });
      continue;
    }
    const before = last?.measures.find((row) => row.measureId === measure.id)?.state;
    const changed = before !== undefined && before !== state.data;
    if ((changed || state.data === 'late' || state.data === 'stopped') && !written?.text.trim())
      issues.push({ path: `content.measures.${measure.id}.text`, code: 'say-why' });
  }
  for (const { id } of told) {
    const { value = '', evidence = '' } = draft.values[id] ?? {};
    if (value.trim() === '') continue;
    const number = parseFinnishNumber(value);
    if (!number.ok)
      issues.push({
        path: `content.values.${id}.value`,
        code: number.error.code === 'ambiguous' ? 'ambiguous-number' : 'not-a-number',
      });
    if (evidence.trim() === '')
      issues.push({ path: `content.values.${id}.evidence`, code: 'evidence-needed' });
  }
  return issues;
}

/** How many measures stand where, in the order of the states. */
export function countStates(measures: readonly { state: MeasureState }[]): Record<MeasureState, number> {
  const counts = { 'not-started': 0, 'on-track': 0, late: 0, done: 0, stopped: 0 };
  for (const { state } of measures) counts[state] += 1;
  return counts;
}

/** The goal in one word: what is late or stopped comes first, then what goes on; done only when all is. */
export function stateOfGoal(counts: Record<MeasureState, number>): MeasureState {
  if (counts.late > 0) return 'late';
  const rest = counts['on-track'] + counts['not-started'];
  if (rest === 0) return counts.done > 0 ? 'done' : 'stopped';
  return counts['on-track'] + counts.done > 0 ? 'on-track' : 'not-started';
}
