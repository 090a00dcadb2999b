import type { Handle } from '#access';
import { workingDaysBetween } from '#kernel/days.ts';
import type { Question } from '../db/questions.db.ts';

/** What the log says of questions. */
export const why = 'a question in somebody’s own words, without a name; no client’s file';

/** Roles whose people may be given a question. */
export const staffRoles = [
  'expert',
  'business',
  'youth',
  'immigrant-adviser',
  'area-manager',
  'board',
  'project',
  'comms',
];

/** A question with its clock: working days left, or late. */
export const clockOf = (handle: Handle, question: Question) => {
  const late = question.state === 'open' && handle.today > question.dueOn;
  return {
    late,
    workingDays: late
      ? workingDaysBetween(question.dueOn, handle.today)
      : workingDaysBetween(handle.today, question.dueOn),
    /** Answered by its day? Absent until answered. */
    inTime: question.answeredOn === undefined ? undefined : question.answeredOn <= question.dueOn,
  };
};

/** A day as a notice says it: 20.11.2026. */
export const dayInWords = (day: string) => day.split('-').map(Number).reverse().join('.');
