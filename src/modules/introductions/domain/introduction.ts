import { type Day, workingDaysBetween } from '#kernel/days.ts';
import { introductionReminderDays } from '#kernel/deadlines.ts';

export const states = ['waiting', 'interview', 'hired', 'not-chosen', 'withdrawn'] as const;
export type IntroductionState = (typeof states)[number];

/** Why an employer did not choose; why an introduction ended otherwise. */
export const employerReasons = [
  'skills-missing',
  'licence-missing',
  'language',
  'working-time',
  'distance',
  'filled-otherwise',
  'need-ended',
  'other',
] as const;
export type EmployerReason = (typeof employerReasons)[number];
export type Reason = EmployerReason | 'client-withdrew' | 'consent-withdrawn';

const next: Record<IntroductionState, readonly IntroductionState[]> = {
  waiting: ['interview', 'hired', 'not-chosen', 'withdrawn'],
  interview: ['hired', 'not-chosen', 'withdrawn'],
  hired: [],
  'not-chosen': [],
  withdrawn: [],
};

/** May an introduction move so? Hired, not chosen and withdrawn are ends. */
export function mayMove(from: IntroductionState, to: IntroductionState): boolean {
  return next[from].includes(to);
}

/** Whose turn it is, and for how many working days it has been: what a page says instead of a grey label. */
export interface Turn {
  holder: 'employer' | 'adviser' | 'nobody';
  sinceDay: Day;
  workingDays: number;
  /** The next day on which something happens by itself: a reminder, or the task of the adviser. */
  nextOn?: Day;
  nextIs?: 'reminder' | 'adviser-task';
}

/**
 * The turn of an introduction on a day. A silent employer is reminded on working days 2 and 5; on the 6th the turn
 * goes to the adviser (dated rule `introductionReminders`).
 */
export function turnOf(state: IntroductionState, since: Day, today: Day): Turn {
  const workingDays = workingDaysBetween(since, today);
  if (state === 'hired' || state === 'not-chosen' || state === 'withdrawn') {
    return { holder: 'nobody', sinceDay: since, workingDays };
  }
  if (state === 'interview') return { holder: 'employer', sinceDay: since, workingDays };
  const { remindOn, adviserTaskOn } = introductionReminderDays(since);
  if (today >= adviserTaskOn) return { holder: 'adviser', sinceDay: since, workingDays };
  const reminder = remindOn.find((day) => day > today);
  return {
    holder: 'employer',
    sinceDay: since,
    workingDays,
    nextOn: reminder ?? adviserTaskOn,
    nextIs: reminder ? 'reminder' : 'adviser-task',
  };
}

/** The steps of reminding that are due on a day and not yet taken, by working day: 2, 5 and 6. */
export function remindersDue(introducedOn: Day, today: Day, taken: readonly number[]): (2 | 5 | 6)[] {
  const { remindOn, adviserTaskOn } = introductionReminderDays(introducedOn);
  const days: [2 | 5 | 6, Day | undefined][] = [
    [2, remindOn[0]],
    [5, remindOn[1]],
    [6, adviserTaskOn],
  ];
  return days
    .filter(([step, day]) => day !== undefined && day <= today && !taken.includes(step))
    .map(([step]) => step);
}
