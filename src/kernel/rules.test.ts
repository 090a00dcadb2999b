import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRuleTable, DatedRule, findRuleOn, ruleOn } from './dated-rules.ts';
import { addDays, workingDaysBetween } from './days.ts';
import {
  initialInterviewDeadline,
  introductionReminderDays,
  jobSearchMeetingDeadline,
  questionDeadline,
  smallNumberLimitOn,
} from './deadlines.ts';
import { rules, rulesToVerify, ruleTable } from './rules.ts';

describe('the rule of the day of the event (X-02)', () => {
  test.each([
    ['2025-12-29', 5, '2026-01-07'],
    ['2025-12-31', 5, '2026-01-09'],
    ['2026-01-01', 10, '2026-01-16'],
    ['2026-01-02', 10, '2026-01-19'],
    ['2023-10-31', 5, '2023-11-07'],
  ])('a job search begun on %s is interviewed within %d working days, by %s', (start, workingDays, due) => {
    const deadline = initialInterviewDeadline(start);
    expect(deadline.rule.value.workingDays).toBe(workingDays);
    expect(deadline.due).toBe(due);
    expect(workingDaysBetween(start, due)).toBe(workingDays);
  });
  test('supplementary meetings and the state’s regional authority change at the same midnight', () => {
    expect(ruleOn(rules.supplementaryMeetings.versions, '2025-12-31').value).toEqual({
      kind: 'number-in-months',
      meetings: 5,
      months: 3,
    });
    expect(ruleOn(rules.supplementaryMeetings.versions, '2026-01-01').value).toEqual({ kind: 'by-need' });
    expect(ruleOn(rules.regionalStateAuthority.versions, '2025-12-31').value).toBe('ely');
    expect(ruleOn(rules.regionalStateAuthority.versions, '2026-01-01').value).toBe('elinvoimakeskus');
  });
  test('rules that begin later are not there before', () => {
    expect(findRuleOn(rules.statutoryProfile.versions, '2026-08-31')).toBeUndefined();
    expect(findRuleOn(rules.statutoryProfile.versions, '2026-09-01')?.mark).toBe('?');
    expect(findRuleOn(rules.sanctions.versions, '2026-02-28')).toBeUndefined();
    expect(() => ruleOn(rules.labourForceThreshold.versions, '2023-03-31')).toThrow(RangeError);
    expect(ruleOn(rules.labourForceThreshold.versions, '2023-04-01').value.persons).toBe(20_000);
  });
  test('a meeting every three months, moved from a holiday', () => {
    expect(jobSearchMeetingDeadline('2025-11-20').due).toBe('2026-02-20');
    expect(jobSearchMeetingDeadline('2025-11-30').due).toBe('2026-03-02');
    expect(jobSearchMeetingDeadline('2026-01-03').due).toBe('2026-04-07');
    expect(jobSearchMeetingDeadline('2026-01-05').rule.value.months).toBe(3);
  });
  test('a silent employer: working days 2 and 5, on 6 the adviser', () => {
    expect(introductionReminderDays('2025-12-29')).toMatchObject({
      remindOn: ['2025-12-31', '2026-01-07'],
      adviserTaskOn: '2026-01-08',
    });
    expect(introductionReminderDays('2026-03-06')).toMatchObject({
      remindOn: ['2026-03-10', '2026-03-13'],
      adviserTaskOn: '2026-03-16',
    });
  });
  test('a question is answered in five working days, feedback on accessibility in fourteen days', () => {
    expect(questionDeadline('2026-11-20', 'other')).toEqual({
      due: '2026-11-27',
      ruleId: 'question-answer@1900-01-01',
    });
    expect(questionDeadline('2026-12-03', 'other').due).toBe('2026-12-10');
    expect(questionDeadline('2026-12-30', 'other').due).toBe('2027-01-08');
    expect(questionDeadline('2026-11-20', 'accessibility').due).toBe('2026-12-04');
  });
  test('the limit of small numbers', () => {
    expect(smallNumberLimitOn('2026-01-01')).toBe(5);
  });
});

describe('the table itself', () => {
  test.each(ruleTable.map((series) => [series.key, series] as const))('%s', (_key, series) => {
    expect(checkRuleTable(series.versions)).toEqual([]);
    for (const version of series.versions) expect(DatedRule.safeParse(version).success).toBe(true);
    expect(Object.values(series.title).every((title) => title.length > 1)).toBe(true);
  });
  test('every id is its own', () => {
    const ids = ruleTable.flatMap((series) => series.versions.map((version) => version.id));
    expect(new Set(ids).size).toBe(ids.length);
  });
  test('what is uncertain is listed', () => {
    expect(rulesToVerify().map((rule) => rule.id)).toEqual([
      'initial-interview-transition@1900-01-01',
      'working-calendar@1900-01-01',
      'job-opportunities@2026-01-01',
      'statutory-profile@2026-09-01',
      'multi-professional-need@2025-01-01',
      'retention@1900-01-01',
      'retention-accounts@1900-01-01',
      'retention-contacts@1900-01-01',
      'retention-questions@1900-01-01',
      'retention-notices@1900-01-01',
      'copy-destruction@1900-01-01',
      'aid-ceiling@2021-01-01',
      'council-quorum@1900-01-01',
    ]);
  });
  test('a bad table is found', () => {
    const version = (id: string, from: string, to?: string) => ({
      ...{ id, from, value: 1, source: 'x', mark: '◇' as const },
      ...(to === undefined ? {} : { to }),
    });
    expect(checkRuleTable([version('a', '2020-01-01'), version('b', '2021-01-01')])).toEqual([
      { code: 'overlap', ids: ['a', 'b'] },
    ]);
    expect(checkRuleTable([version('b', '2021-01-01'), version('a', '2020-01-01', '2020-12-30')])).toEqual([
      { code: 'gap', ids: ['a', 'b'] },
    ]);
    expect(checkRuleTable([version('a', '2020-01-01', '2019-01-01')])).toEqual([
      { code: 'ends-before-it-begins', ids: ['a'] },
    ]);
    expect(checkRuleTable([version('a', '2020-01-01', '2020-01-01'), version('a', '2020-01-02')])).toEqual([
      { code: 'same-id', ids: ['a'] },
    ]);
  });
  test('on any day at most one version is in force', () => {
    const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1900-01-01', days));
    fc.assert(
      fc.property(day, (on) => {
        for (const { versions } of ruleTable) {
          const inForce = versions.filter((row) => row.from <= on && (row.to === undefined || on <= row.to));
          expect(inForce.length).toBeLessThanOrEqual(1);
          expect(findRuleOn(versions, on)).toBe(inForce[0]);
        }
      }),
    );
  });
});
