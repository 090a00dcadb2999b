import { z } from 'zod';
import { addDays, Day, isWithin } from './days.ts';

/** ✔ read in the source named · ◇ known, not re-read · ? uncertain: shown in the admin page as "to be verified". */
export const RuleMark = z.enum(['✔', '◇', '?']);
export type RuleMark = z.infer<typeof RuleMark>;

/**
 * A legal limit or an agreed parameter with its validity and source (requirements.md X-02, rules.md C7). A rule is read
 * on the day of the event and never copied; a new version never changes what was decided by the old one.
 */
export type DatedRule<T> = {
  readonly id: string;
  /** First day in force. */
  readonly from: Day;
  /** Last day in force; absent = open. */
  readonly to?: Day;
  readonly value: T;
  /** Act, document or page, so exactly that a person finds it. */
  readonly source: string;
  readonly mark: RuleMark;
};

/** A `DatedRule` of any value as it is stored or shown. */
export const DatedRule = z.object({
  id: z.string().min(1),
  from: Day,
  to: Day.optional(),
  value: z.unknown(),
  source: z.string().min(1),
  mark: RuleMark,
});

/** The rule in force on a day, if any. */
export function findRuleOn<T>(rules: readonly DatedRule<T>[], day: Day): DatedRule<T> | undefined {
  return rules.find((rule) => isWithin(day, rule.from, rule.to));
}

/**
 * The rule in force on a day.
 * @throws RangeError when there is none: the table has a hole, or the day lies before the table begins
 */
export function ruleOn<T>(rules: readonly DatedRule<T>[], day: Day): DatedRule<T> {
  const rule = findRuleOn(rules, day);
  if (!rule) throw new RangeError(`No rule in force on ${day} (${rules[0]?.id ?? 'empty table'})`);
  return rule;
}

export type RuleTableProblem = {
  readonly code: 'ends-before-it-begins' | 'overlap' | 'gap' | 'same-id';
  readonly ids: readonly string[];
};

/** What is wrong with a table: versions that overlap, leave a day without a rule, or share an id. */
export function checkRuleTable(rules: readonly DatedRule<unknown>[]): RuleTableProblem[] {
  const problems: RuleTableProblem[] = [];
  const inOrder = rules.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const ids = new Set<string>();
  for (const [index, rule] of inOrder.entries()) {
    if (ids.has(rule.id)) problems.push({ code: 'same-id', ids: [rule.id] });
    ids.add(rule.id);
    if (rule.to !== undefined && rule.to < rule.from) {
      problems.push({ code: 'ends-before-it-begins', ids: [rule.id] });
    }
    const next = inOrder[index + 1];
    if (!next) continue;
    if (rule.to === undefined || rule.to >= next.from)
      problems.push({ code: 'overlap', ids: [rule.id, next.id] });
    else if (addDays(rule.to, 1) !== next.from) problems.push({ code: 'gap', ids: [rule.id, next.id] });
  }
  return problems;
}
