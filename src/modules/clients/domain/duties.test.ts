import { describe, expect, it } from 'vitest';
import {
  dutyAfter,
  findDutyRule,
  initialInterview,
  isLongTerm,
  nearness,
  nextFollowUp,
  nextMeeting,
} from './duties.ts';

describe('the initial interview', () => {
  // requirements PATH-19, rules.md C2: 5 working days until 31.12.2025, 10 from 1.1.2026; Finnish holidays between
  it.each([
    ['2025-12-29', '2026-01-07', 5],
    ['2026-01-01', '2026-01-16', 10],
    ['2026-01-02', '2026-01-19', 10],
    ['2026-11-20', '2026-12-04', 10],
  ])('of a search begun on %s is due on %s (%i working days)', (start, due, workingDays) => {
    const duty = initialInterview(start);
    expect(duty).toMatchObject({ kind: 'initial-interview', dueOn: due });
    expect(findDutyRule(duty.ruleId ?? null)?.workingDays).toBe(workingDays);
  });
});

describe('the next meeting', () => {
  it.each([
    ['2026-09-14', '2026-12-14'],
    ['2026-11-30', '2027-03-01'], // 28.2.2027 is a Sunday
    ['2026-09-25', '2026-12-28'], // 25.12. is a holiday, then the weekend
  ])('after %s is due on %s', (held, due) => {
    const duty = nextMeeting(held);
    expect(duty.dueOn).toBe(due);
    expect(findDutyRule(duty.ruleId ?? null)?.months).toBe(3);
  });
});

describe('what doing a duty opens', () => {
  it('a meeting opens the next meeting, an added duty nothing', () => {
    const done = { subjectId: undefined, details: {} };
    expect(dutyAfter({ ...done, kind: 'initial-interview' }, '2026-09-14')?.kind).toBe('job-search-meeting');
    expect(dutyAfter({ ...done, kind: 'other' }, '2026-09-14')).toBeUndefined();
  });

  it('an outcome is looked at after 3, 6 and 12 months, and then no more (PATH-17)', () => {
    const months = [];
    let duty = nextFollowUp('outcome', '2026-01-12');
    while (duty) {
      months.push([duty.details?.months, duty.dueOn]);
      duty = dutyAfter({ kind: duty.kind, subjectId: duty.subjectId, details: duty.details! }, duty.dueOn);
    }
    expect(months).toEqual([
      [3, '2026-04-13'],
      [6, '2026-07-13'],
      [12, '2027-01-12'],
    ]);
  });
});

it('says how near a duty is', () => {
  const friday = '2026-11-20';
  expect(['2026-11-19', friday, '2026-11-22', '2026-11-23'].map((due) => nearness(due, friday))).toEqual([
    'overdue',
    'today',
    'this-week',
    'later',
  ]);
});

it('a search is long-term on the day when 12 months are full (PATH-12)', () => {
  expect(isLongTerm('2025-11-21', '2026-11-20')).toBe(false);
  expect(isLongTerm('2025-11-20', '2026-11-20')).toBe(true);
});
