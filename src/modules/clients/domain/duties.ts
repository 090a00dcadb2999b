import { ruleOn } from '#kernel/dated-rules.ts';
import { addDays, addMonths, type Day, daysBetween, weekdayOf, workingDayFrom } from '#kernel/days.ts';
import { initialInterviewDeadline, jobSearchMeetingDeadline } from '#kernel/deadlines.ts';
import { rules, ruleTable } from '#kernel/rules.ts';
import type { TaskKind } from './kinds.ts';

/** A duty as it is opened: what, by which day, and the rule that says so. */
export interface DutyDraft {
  kind: TaskKind;
  dueOn: Day;
  ruleId?: string;
  subjectId?: string;
  details?: Record<string, string | number>;
}

/** Where a duty's rule was read, and its number, so that a page can say why. */
export interface DutyRule {
  id: string;
  source: string;
  workingDays?: number;
  months?: number;
}

/** How near a duty is. `this-week` ends on Sunday. */
export type Nearness = 'overdue' | 'today' | 'this-week' | 'later';

/** The first interview of a job search; 5 or 10 working days by the day on which the search began (PATH-19). */
export function initialInterview(searchStartedOn: Day): DutyDraft {
  const { due, rule } = initialInterviewDeadline(searchStartedOn);
  return { kind: 'initial-interview', dueOn: due, ruleId: rule.id };
}

/** The job search meeting that follows a meeting held on `heldOn`. */
export function nextMeeting(heldOn: Day): DutyDraft {
  const { due, rule } = jobSearchMeetingDeadline(heldOn);
  return { kind: 'job-search-meeting', dueOn: due, ruleId: rule.id };
}

/** Months after an outcome at which it is looked at again (PATH-17). */
export const followUpMonths = [3, 6, 12] as const;

/** The follow-up of an outcome after the one done at `done` months; undefined when the last is done. */
export function nextFollowUp(outcomeId: string, happenedOn: Day, done?: number): DutyDraft | undefined {
  const months = followUpMonths.find((each) => done === undefined || each > done);
  if (months === undefined) return undefined;
  return {
    kind: 'outcome-follow-up',
    dueOn: workingDayFrom(addMonths(happenedOn, months)),
    subjectId: outcomeId,
    details: { months, happenedOn },
  };
}

/** What doing a duty opens next, or nothing. */
export function dutyAfter(
  done: {
    kind: TaskKind;
    subjectId: string | undefined;
    details: Readonly<Record<string, unknown>>;
  },
  doneOn: Day,
): DutyDraft | undefined {
  if (done.kind === 'initial-interview' || done.kind === 'job-search-meeting') return nextMeeting(doneOn);
  const { happenedOn, months } = done.details;
  if (done.kind === 'outcome-follow-up' && done.subjectId !== undefined && typeof happenedOn === 'string') {
    return nextFollowUp(done.subjectId, happenedOn, Number(months));
  }
  return undefined;
}

/** How near `dueOn` is on the day `today`. */
export function nearness(dueOn: Day, today: Day): Nearness {
  if (dueOn < today) return 'overdue';
  if (dueOn === today) return 'today';
  return dueOn <= endOfWeek(today) ? 'this-week' : 'later';
}

/** The Sunday of the week of a day. */
export function endOfWeek(day: Day): Day {
  return addDays(day, 7 - weekdayOf(day));
}

/** Days from today to the duty; negative when it is late. */
export function daysLeft(dueOn: Day, today: Day): number {
  return daysBetween(today, dueOn);
}

const versions = new Map(
  ruleTable.flatMap((series) => series.versions.map((version) => [version.id, version] as const)),
);

/** The rule that a duty was opened by; undefined for a duty of one's own. */
export function findDutyRule(ruleId: string | null): DutyRule | undefined {
  const rule = ruleId === null ? undefined : versions.get(ruleId);
  if (!rule) return undefined;
  const value = rule.value as { workingDays?: unknown; months?: unknown };
  return {
    id: rule.id,
    source: rule.source,
    ...(typeof value.workingDays === 'number' ? { workingDays: value.workingDays } : {}),
    ...(typeof value.months === 'number' ? { months: value.months } : {}),
  };
}

/** Has this person searched for work without a break for as long as the rule of long-term unemployment says? */
export function isLongTerm(searchStartedOn: Day, today: Day): boolean {
  const { months } = ruleOn(rules.longTermUnemployed.versions, today).value;
  return addMonths(searchStartedOn, months) <= today;
}
