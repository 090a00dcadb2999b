import type { Day } from '#kernel/days.ts';
import type { LocalisedText } from '#kernel/localised.ts';
import type { DutyRule, Nearness } from './duties.ts';
import type { TaskKind } from './kinds.ts';

/** Who carries a step: the employment services, the business services, an employer, the person. */
export const laneNames = ['employment', 'business', 'employer', 'person'] as const;
export type LaneName = (typeof laneNames)[number];

/** One thing on a path: what happened, or what is waited for. Its words are made by the page from kind and details. */
export interface PathStep {
  lane: LaneName;
  kind: string;
  day: Day;
  until?: Day;
  state: 'done' | 'waiting' | 'coming' | 'ended';
  subjectId?: string;
  organisation?: LocalisedText;
  companyId?: string;
  companyName?: string;
  details: Readonly<Record<string, unknown>>;
}

/** An open or done duty as pages show it. */
export interface Duty {
  taskId: string;
  kind: TaskKind;
  dueOn: Day;
  daysLeft: number;
  nearness: Nearness;
  rule?: DutyRule;
  subjectId?: string;
  details: Readonly<Record<string, unknown>>;
  doneOn?: Day;
  doneBy?: string;
  /** Did the person come? Known of meetings that were marked so. */
  attended?: boolean;
  /** Marked done today, so that it can be taken back. */
  markedToday?: boolean;
}
