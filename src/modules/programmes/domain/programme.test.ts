import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { draftOf, etelaKarjala, kymenlaakso } from '#test/fixtures/programmes.ts';
import { changesBetween } from './changes.ts';
import { checkProgramme } from './check.ts';
import { allGoals, allMeasures, countParts } from './content.ts';
import { ProgrammeDraft } from './draft.ts';
import { withChange } from './editing.ts';
import { countStates, measureStates, sendingIssues, stateOfGoal } from './goal-report.ts';
import { coordinatorNames, partsOf, withCoordinators, withIds } from './identity.ts';
import { nextPeriod, periodBefore, periodOf, reportPeriod } from './periods.ts';
import { measuresByYear } from './years.ts';

const content = withIds(withCoordinators(draftOf(kymenlaakso)));

describe('names of coordinators in one cell', () => {
  const known = ['Kaakkois-Suomen TE-toimisto'];
  test.each([
    ['Kymenlaakson työllisyysjohtoryhmä', ['Kymenlaakson työllisyysjohtoryhmä']],
    [
      'Kaakkois-Suomen ELY-keskus ja TE-toimisto',
      ['Kaakkois-Suomen ELY-keskus', 'Kaakkois-Suomen TE-toimisto'],
    ],
    ['Kela, Rise sekä kunnat', ['Kela', 'Rise', 'kunnat']],
    ['', []],
  ])('%s', (cell, names) => expect(coordinatorNames(cell, known)).toEqual(names));
});

describe('parts keep their identity', () => {
  it('from version to version by their own id or by their name', () => {
    const again = withIds(withCoordinators(draftOf(kymenlaakso)), content);
    expect(partsOf(again)).toEqual(partsOf(content));
    expect(new Set(partsOf(content).map(({ id }) => id)).size).toBe(4 + 4 + 18 + 4);
    expect(changesBetween(content, again)).toEqual([]);
  });
  it('a new name without an id is a new part', () => {
    const draft = draftOf(kymenlaakso);
    draft.goals[0]!.measures[0]!.title = 'Aivan toinen';
    const changes = changesBetween(content, withIds(withCoordinators(draft), content));
    expect(changes.map(({ kind, change }) => [kind, change])).toEqual([
      ['measure', 'added'],
      ['measure', 'removed'],
    ]);
  });
  it('a theme that is not there is refused', () => {
    const wrong = { ...kymenlaakso, goals: [{ title: 'x', theme: '9.9' }] };
    expect(ProgrammeDraft.safeParse(wrong).error?.issues[0]).toMatchObject({
      message: 'no-such-theme',
      path: ['goals', 0, 'theme'],
    });
  });
});

describe('what a programme lacks', () => {
  it('18 measures without an indicator and no day of review (F-16, F-18)', () => {
    const findings = checkProgramme(content, '2026-02-02');
    expect(findings.filter(({ code }) => code === 'measure-without-indicator')).toHaveLength(18);
    expect(findings[0]).toMatchObject({ code: 'review-day-missing', grade: 'missing' });
  });
  it('a target without baseline and day is named (F-19)', () => {
    const finding = checkProgramme(draftOf(etelaKarjala), '2023-01-01').find(
      ({ code }) => code === 'indicator-incomplete',
    );
    expect(finding?.printed).toEqual({ kind: 'text', value: 'baseline targetOn source' });
  });
});

describe('years', () => {
  it('2022 has 4 measures, 2023 two of which one has seven points, 2024 one (PRO-12)', () => {
    const years = measuresByYear(withIds(draftOf(etelaKarjala)), '2026-01-01');
    expect(years.map(({ year, named }) => [year, named])).toEqual([
      [2022, 4],
      [2023, 2],
      [2024, 1],
      [2025, 0],
    ]);
  });
});

describe('half-years', () => {
  test.each([
    ['2026-06-30', '2026-1', '2026-06-30'],
    ['2026-07-01', '2026-2', '2026-12-31'],
    ['2027-01-01', '2027-1', '2027-06-30'],
  ])('%s belongs to %s, due %s', (day, period, due) => {
    expect(periodOf(day)).toBe(period);
    expect(reportPeriod(period).dueOn).toBe(due);
  });
  it('the next of the one before is the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1950, max: 2150 }), fc.constantFrom(1, 2), (year, half) => {
        expect(nextPeriod(periodBefore(`${year}-${half}`))).toBe(`${year}-${half}`);
      }),
    );
  });
});

describe('sending a report', () => {
  const goal = content.goals[0]!;
  const [first, second, third] = goal.measures;
  const draft = (states: [string, string][]) => ({
    summary: 'Sanoja.',
    measures: Object.fromEntries(
      goal.measures.map(({ id }, at) => [id, { state: states[at]?.[0] ?? '', text: states[at]?.[1] ?? '' }]),
    ),
    values: {},
  });
  const last = {
    summary: '',
    figures: [],
    measures: [{ measureId: first!.id, title: '', state: 'on-track' as const, text: '' }],
  };
  it('needs a state of each measure, and a reason when it is late, stopped or other than last time', () => {
    const issues = sendingIssues(
      goal,
      [],
      draft([
        ['done', ''],
        ['late', ''],
        ['', ''],
      ]),
      last,
    );
    expect(issues).toEqual([
      { path: `content.measures.${first!.id}.text`, code: 'say-why' },
      { path: `content.measures.${second!.id}.text`, code: 'say-why' },
      { path: `content.measures.${third!.id}.state`, code: 'state-needed' },
    ]);
    const good = draft([
      ['on-track', ''],
      ['late', 'Syy.'],
      ['done', ''],
    ]);
    expect(sendingIssues(goal, [], good, last)).toEqual([]);
  });
  it('a goal is done only when all of it is, and late when any is', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...measureStates), { minLength: 1 }), (states) => {
        const counts = countStates(states.map((state) => ({ state })));
        const sum = Object.values(counts).reduce((a, b) => a + b, 0);
        expect(sum).toBe(states.length);
        const whole = stateOfGoal(counts);
        expect(whole === 'late').toBe(states.includes('late'));
        if (whole === 'done') expect(states.every((row) => row === 'done' || row === 'stopped')).toBe(true);
      }),
    );
  });
});

describe('changes of the working copy', () => {
  const made = (change: Parameters<typeof withChange>[1]) => {
    const draft = withChange(content, change);
    if ('refusal' in draft) throw new Error(draft.refusal);
    return withIds(draft, content);
  };
  it('a removed measure is gone and nothing else is', () => {
    for (const { id } of allMeasures(content)) {
      const after = made({ kind: 'remove', id });
      expect(countParts(after)).toEqual({ ...countParts(content), measures: 17 });
    }
  });
  it('moving there and back again changes nothing', () => {
    for (const { id } of allGoals(content.goals).slice(1)) {
      const there = made({ kind: 'move', id, by: -1 });
      const back = withChange(there, { kind: 'move', id, by: 1 });
      expect('refusal' in back ? back : withIds(back, there)).toEqual(content);
    }
  });
  it('a coordinator that is renamed goes on answering for its goals; one in use stays', () => {
    const row = content.coordinators[1]!;
    const after = made({ kind: 'coordinator', coordinator: { id: row.id, name: 'Elinvoimakeskus' } });
    expect(
      after.goals.flatMap(({ coordinators }) => coordinators).filter((name) => name === 'Elinvoimakeskus'),
    ).toHaveLength(2);
    expect(withChange(content, { kind: 'remove', id: row.id })).toEqual({ refusal: 'coordinator-in-use' });
  });
});

describe('every part of the working copy', () => {
  const title = fc.string({ minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== '');
  const done = (from: typeof content, change: Parameters<typeof withChange>[1]) => {
    const draft = withChange(from, change);
    if ('refusal' in draft) throw new Error(draft.refusal);
    return withIds(draft, from);
  };
  const goal = content.goals[0]!;
  /** A new part, and how it is found and taken away. */
  const put = fc.oneof(
    title.map((name) => ({ kind: 'theme' as const, theme: { title: `Uusi ${name}`, effects: [] } })),
    title.map((name) => ({ kind: 'coordinator' as const, coordinator: { name: `Uusi ${name}` } })),
    title.map((name) => ({ kind: 'goal' as const, goal: { title: `Uusi ${name}`, coordinators: [] } })),
    title.map((name) => ({
      kind: 'goal' as const,
      goal: { title: `Uusi ${name}`, coordinators: [] },
      underId: goal.id,
    })),
    title.map((name) => ({
      kind: 'measure' as const,
      goalId: goal.id,
      measure: { title: `Uusi ${name}`, years: [], coordinators: [], municipalities: [] },
    })),
    title.map((name) => ({
      kind: 'indicator' as const,
      ownerId: fc.sample(fc.constantFrom(goal.id, goal.measures[0]!.id), 1)[0]!,
      indicator: { name: `Uusi ${name}` },
    })),
  );
  it('put and removed leaves the programme as it was, and is told as one that came', () => {
    fc.assert(
      fc.property(put, (change) => {
        const after = done(content, change);
        const before = new Set(partsOf(content).map(({ id }) => id));
        const [added, ...more] = partsOf(after).filter(({ id }) => !before.has(id));
        expect(more).toEqual([]);
        expect(changesBetween(content, after)).toMatchObject([{ kind: change.kind, change: 'added' }]);
        expect(done(after, { kind: 'remove', id: added!.id })).toEqual(content);
      }),
    );
  });
  it('rows with a place: put last and dropped, shifted and back, leaves the programme as it was', () => {
    const at = content.chapters.length;
    const after = done(content, { kind: 'chapter', chapter: { title: 'Uusi' } });
    expect(after.chapters.at(-1)).toEqual({ title: 'Uusi' });
    expect(done(after, { kind: 'drop', list: 'chapters', at })).toEqual(content);
    const there = done(after, { kind: 'shift', list: 'chapters', at, by: -1 });
    expect(there.chapters[at - 1]).toEqual({ title: 'Uusi' });
    expect(done(there, { kind: 'shift', list: 'chapters', at: at - 1, by: 1 })).toEqual(after);
    expect(withChange(content, { kind: 'drop', list: 'chapters', at })).toEqual({
      refusal: 'part-not-found',
    });
    const bodiless = { ...content, board: undefined };
    expect(withChange(bodiless, { kind: 'member', member: { name: 'A' } })).toEqual({
      refusal: 'board-needed',
    });
  });
  it('what is put in its place keeps all that the change does not name', () => {
    for (const measure of allMeasures(content)) {
      const { id, years, coordinators, municipalities } = measure;
      const owner = allGoals(content.goals).find(({ measures }) => measures.includes(measure))!;
      const after = done(content, {
        kind: 'measure',
        goalId: owner.id,
        measure: { id, title: 'Toinen', years, coordinators, municipalities },
      });
      const expected = { ...measure, title: 'Toinen', description: undefined };
      expect(allMeasures(after).find((row) => row.id === id)).toEqual(expected);
    }
  });
});
