import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { euros } from '#kernel/money.ts';
import { costsByLine, type PlanAction, planStateOf } from './plan.ts';
import { readabilityOf } from './readability.ts';

const action = (more: Partial<PlanAction> = {}): PlanAction => ({
  actionId: 'a',
  aim: 'Tieto leviää',
  audience: 'kuntalaiset',
  channel: 'print',
  plannedOn: '2026-11-20',
  owner: 'viestintä',
  costPlanned: 0,
  ...more,
});

describe('what publicity costs', () => {
  it('is 10 500 € within work packages 2 and 3 of document 003 (COM-07)', () => {
    const planned = [
      ['TP2', 3000],
      ['TP3', 2000],
      ['TP3', 4000],
      ['TP3', 1500],
    ] as const;
    const costs = costsByLine(
      planned.map(([budgetLine, sum]) => action({ budgetLine, costPlanned: euros(sum) })),
    );
    expect(costs.map(({ budgetLine, planned }) => [budgetLine, planned])).toEqual([
      ['TP2', euros(3000)],
      ['TP3', euros(7500)],
    ]);
    expect(costs.reduce((sum, cost) => sum + cost.planned, 0)).toBe(euros(10_500));
    expect(costs.every((cost) => cost.actual === undefined)).toBe(true);
  });

  it('by line makes the whole, whatever the actions', () => {
    const some = fc.record({
      budgetLine: fc.option(fc.constantFrom('A', 'B', 'C'), { nil: undefined }),
      costPlanned: fc.nat(1_000_000),
      costActual: fc.option(fc.nat(1_000_000), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(some), (given) => {
        const actions = given.map(({ budgetLine, costActual, costPlanned }) =>
          action({
            costPlanned,
            ...(budgetLine === undefined ? {} : { budgetLine }),
            ...(costActual === undefined ? {} : { costActual }),
          }),
        );
        const lines = costsByLine(actions);
        const sum = (values: (number | undefined)[]) =>
          values.reduce<number>((all, value) => all + (value ?? 0), 0);
        expect(sum(lines.map((cost) => cost.planned))).toBe(sum(given.map((row) => row.costPlanned)));
        expect(sum(lines.map((cost) => cost.actual))).toBe(sum(given.map((row) => row.costActual)));
      }),
    );
  });

  it('leaves what was dropped out of the plan, and tells what is not known', () => {
    const [line] = costsByLine([
      action({ costPlanned: 100, doneOn: '2026-11-20' }),
      action({ costPlanned: 200, droppedWhy: 'ei tarvittu' }),
    ]);
    expect(line).toMatchObject({ planned: 100, actual: undefined, missing: 1 });
  });

  it.each([
    [{}, '2026-11-20', 'coming'],
    [{}, '2026-11-21', 'late'],
    [{ doneOn: '2026-11-25' }, '2026-11-26', 'done'],
    [{ droppedWhy: 'x' }, '2026-11-26', 'dropped'],
  ] as const)('state of %j on %s is %s', (more, today, state) => {
    expect(planStateOf(action(more), today)).toBe(state);
  });
});

describe('COM-05: how plain a text is', () => {
  it('counts words and sentences, also with days and sums in them', () => {
    expect(readabilityOf('Hanke alkaa 1.9.2026. Se maksaa 1 752,00 euroa. Tule mukaan!')).toMatchObject({
      sentences: 3,
      plain: true,
    });
    expect(readabilityOf('')).toMatchObject({ words: 0, longestSentence: 0, plain: true });
  });
  it('notes a long sentence and long words', () => {
    const long = `Tämä virke ${'jatkuu vain '.repeat(20)}loppuun.`;
    expect(readabilityOf(long)).toMatchObject({ plain: false, longestSentence: 43 });
    expect(readabilityOf('Työvoimapalveluorganisaatioiden työ.').longWords).toEqual([
      'Työvoimapalveluorganisaatioiden',
    ]);
  });
});
