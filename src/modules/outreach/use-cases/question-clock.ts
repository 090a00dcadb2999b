import type { ViewerContext } from '#access';
import { workingDaysBetween } from '#kernel/days.ts';
import type { Question } from '../db/questions.db.ts';

/** A question with its clock: working days left, or late. */
export const clockOf = (context: ViewerContext, question: Question) => {
  const late = question.state === 'open' && context.today > question.dueOn;
  return {
    late,
    workingDays: late
      ? workingDaysBetween(question.dueOn, context.today)
      : workingDaysBetween(context.today, question.dueOn),
    /** Answered by its day? Absent until answered. */
    inTime: question.answeredOn === undefined ? undefined : question.answeredOn <= question.dueOn,
  };
};
