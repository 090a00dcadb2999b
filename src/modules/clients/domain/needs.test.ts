import { describe, expect, it } from 'vitest';
import { needsOf, waitsOf } from './needs.ts';
import type { Duty, PathStep } from './path.ts';
import { goesOn, whyNotStart } from './searches.ts';

const step = (kind: string, more: Partial<PathStep> = {}): PathStep => ({
  lane: 'person',
  kind,
  day: '2026-11-10',
  state: 'waiting',
  subjectId: kind,
  details: {},
  ...more,
});
const duty = (kind: Duty['kind'], dueOn = '2026-11-25', more: Partial<Duty> = {}): Duty => ({
  taskId: `${kind} ${dueOn}`,
  kind,
  dueOn,
  daysLeft: 5,
  nearness: 'later',
  details: {},
  ...more,
});
const told = (steps: PathStep[], duties: Duty[] = []) =>
  needsOf(steps, duties).map(({ kind, subjectId, late }) =>
    [kind, subjectId, ...(late ? ['late'] : [])].join(' '),
  );

describe('what needs the person', () => {
  it.each([
    ['pilot-invited', 'invitation'],
    ['consent-asked', 'consent-request'],
    ['mapping-started', 'mapping'],
  ])('%s while it waits, and not once it is answered', (kind, need) => {
    expect(told([step(kind)])).toEqual([`${need} ${kind}`]);
    for (const state of ['done', 'coming', 'ended'] as const)
      expect(told([step(kind, { state })])).toEqual([]);
    expect(told([step(kind, { subjectId: undefined as never })])).toEqual([]);
  });

  it('is nothing that waits for somebody else', () => {
    expect(told([step('introduced'), step('interview')], [duty('consent-ending'), duty('employer-silent'), duty('other')])).toEqual([]); // biome-ignore format: one line
  });

  it('is every open meeting with its day, and whether it is late', () => {
    const duties = [
      duty('job-search-meeting'),
      duty('plan-review', '2026-11-01', { nearness: 'overdue' }),
      duty('initial-interview', '2026-11-20', { nearness: 'today' }),
    ];
    expect(told([], duties)).toEqual([
      'meeting plan-review 2026-11-01 late',
      'meeting initial-interview 2026-11-20',
      'meeting job-search-meeting 2026-11-25',
    ]);
  });

  it('names a mapping once, by its duty when there is one', () => {
    const mapping = duty('skills-mapping');
    expect(told([step('mapping-started')], [mapping])).toEqual([`mapping ${mapping.taskId}`]);
    expect(told([step('mapping-started'), step('consent-asked')], [mapping])).toEqual([
      'consent-request consent-asked',
      `mapping ${mapping.taskId}`,
    ]);
  });

  it('stands in the order of days', () => {
    expect(
      told([step('consent-asked', { day: '2026-11-30' }), step('pilot-invited')], [duty('plan-review')]),
    ).toEqual([
      'invitation pilot-invited',
      'meeting plan-review 2026-11-25',
      'consent-request consent-asked',
    ]);
  });

  it('leaves to others an introduction and an interview that wait', () => {
    const waits = (state: PathStep['state']) => waitsOf([step('introduced', { state }), step('interview', { state }), step('consent-asked', { state })]).map(({ kind }) => kind); // biome-ignore format: one line
    expect(waits('waiting')).toEqual(['introduced', 'interview']);
    expect(waits('done')).toEqual([]);
    expect(waitsOf([step('introduced', { subjectId: undefined as never })])).toEqual([]);
  });
});

describe('a period of search', () => {
  it('goes on from its first day until the day on which it ends', () => {
    const on = (day: string, searchEndedOn?: string) =>
      goesOn({ searchStartedOn: '2026-11-10', searchEndedOn }, day);
    expect(['2026-11-09', '2026-11-10', '2030-01-01'].map((day) => on(day))).toEqual([false, true, true]);
    expect(['2026-11-19', '2026-11-20'].map((day) => on(day, '2026-11-20'))).toEqual([true, false]);
    expect([goesOn({}, '2026-11-10'), goesOn(undefined, '2026-11-10')]).toEqual([false, false]);
  });

  it('may begin on the day on which the last one ended', () => {
    const last = { searchStartedOn: '2026-10-01', searchEndedOn: '2026-11-10' };
    const why = (startedOn: string, of: object = last) => whyNotStart(of, startedOn, '2026-11-20');
    expect(why('2026-11-10')).toBeUndefined();
    expect(why('2026-11-20')).toBeUndefined();
    expect(why('2026-11-21')).toBe('search-in-future');
    expect(why('2026-11-09')).toBe('search-overlaps');
    expect(why('2026-11-20', { ...last, searchEndedOn: '2026-11-20' })).toBeUndefined();
    expect(why('2026-11-20', { ...last, searchEndedOn: '2026-11-21' })).toBe('search-goes-on');
    expect(why('2026-11-20', { searchStartedOn: '2026-10-01' })).toBe('search-goes-on');
    expect(why('2026-11-20', {})).toBeUndefined();
  });
});
