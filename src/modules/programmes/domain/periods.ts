import { type DatedRule, ruleOn } from '#kernel/dated-rules.ts';
import { addDays, type Day } from '#kernel/days.ts';
import { type HalfYearReports, rules } from '#kernel/rules.ts';

/** A half-year: `2026-1` is January to June, `2026-2` July to December. */
export type Period = string;

export interface ReportPeriod {
  period: Period;
  from: Day;
  to: Day;
  /** The last day for the goal reports; a report is missing from the next day on. */
  dueOn: Day;
  rule: DatedRule<HalfYearReports>;
}

/** The half-year that a day belongs to. */
export function periodOf(day: Day): Period {
  return `${day.slice(0, 4)}-${Number(day.slice(5, 7)) <= 6 ? 1 : 2}`;
}

/** The half-year with its days and its due day, by the rule in force on its last day (004:72). */
export function reportPeriod(period: Period): ReportPeriod {
  const [year, half] = period.split('-') as [string, '1' | '2'];
  const from = half === '1' ? `${year}-01-01` : `${year}-07-01`;
  const to = half === '1' ? `${year}-06-30` : `${year}-12-31`;
  const rule = ruleOn(rules.halfYearReports.versions, to);
  return { period, from, to, dueOn: addDays(to, rule.value.dueDaysAfterEnd), rule };
}

export function nextPeriod(period: Period): Period {
  return periodOf(addDays(reportPeriod(period).to, 1));
}

export function periodBefore(period: Period): Period {
  return periodOf(addDays(reportPeriod(period).from, -1));
}

/** The half-years of a time, both ends in; the latest last. */
export function periodsBetween(from: Day, to: Day): ReportPeriod[] {
  const list: ReportPeriod[] = [];
  for (let at = periodOf(from); reportPeriod(at).from <= to; at = nextPeriod(at)) list.push(reportPeriod(at));
  return list;
}
