import { type DatedRule, ruleOn } from './dated-rules.ts';
import { addDays, addMonths, addWorkingDays, type Day, officeCalendar, workingDayFrom } from './days.ts';
import { type IntroductionReminders, rules } from './rules.ts';

/** A deadline always carries the rule it came from, so that a page can say why. */
export type Deadline<T> = { readonly due: Day; readonly rule: DatedRule<T> };

/**
 * The last day for the initial interview of a job search that began on `start`; that day is not counted (150/1930,
 * 2 §). Start on 29.12.2025 → 5 working days → 7.1.2026; start on 1.1.2026 → 10 working days → 16.1.2026. The rule
 * is that of the day the search began (transition clause not read: `rules.initialInterviewTransition`).
 */
export function initialInterviewDeadline(
  start: Day,
  calendar = officeCalendar,
): Deadline<{ readonly workingDays: number }> {
  const rule = ruleOn(rules.initialInterview.versions, start);
  return { due: addWorkingDays(start, rule.value.workingDays, calendar), rule };
}

/** The last day for the next job search meeting; a deadline on a holiday moves to the next working day. */
export function jobSearchMeetingDeadline(
  previous: Day,
  calendar = officeCalendar,
): Deadline<{ readonly months: number }> {
  const rule = ruleOn(rules.jobSearchMeeting.versions, previous);
  return { due: workingDayFrom(addMonths(previous, rule.value.months), calendar), rule };
}

/**
 * The days on which a silent employer is reminded of an introduction (working days 2 and 5), and the day on which it
 * becomes the adviser's task (working day 6).
 */
export function introductionReminderDays(
  introducedOn: Day,
  calendar = officeCalendar,
): {
  readonly remindOn: readonly Day[];
  readonly adviserTaskOn: Day;
  readonly rule: DatedRule<IntroductionReminders>;
} {
  const rule = ruleOn(rules.introductionReminders.versions, introducedOn);
  return {
    remindOn: rule.value.remindOn.map((workingDays) => addWorkingDays(introducedOn, workingDays, calendar)),
    adviserTaskOn: addWorkingDays(introducedOn, rule.value.adviserTaskOn, calendar),
    rule,
  };
}

/**
 * The last day to answer a question that came on `askedOn`: five working days after it, or for feedback on accessibility the
 * fourteen days of act 306/2019.
 */
export function questionDeadline(
  askedOn: Day,
  about: 'accessibility' | 'other',
  calendar = officeCalendar,
): { readonly due: Day; readonly ruleId: string } {
  if (about === 'accessibility') {
    const rule = ruleOn(rules.accessibilityFeedback.versions, askedOn);
    return { due: addDays(askedOn, rule.value.days), ruleId: rule.id };
  }
  const rule = ruleOn(rules.questionAnswer.versions, askedOn);
  return { due: addWorkingDays(askedOn, rule.value.workingDays, calendar), ruleId: rule.id };
}

/** The limit of small numbers in force on a day. */
export function smallNumberLimitOn(day: Day): number {
  return ruleOn(rules.smallNumberLimit.versions, day).value.limit;
}
