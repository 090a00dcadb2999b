import { describe, expect, test } from 'vitest';
import { euros } from '#kernel/money.ts';
import { type Ending, openEnds } from './closing.ts';
import { fundingTable } from './funding.ts';
import type { Indicator } from './indicators.ts';
import { moneyByMonth, monthsOf, usedSoFar } from './months.ts';
import { emptyPlan, type FundingShare, type Plan } from './plan.ts';
import { committedStates } from './states.ts';
import { type Cost, costsAside, judge, usedMoney } from './used-money.ts';

const today = '2026-11-20';
const ended = (): Plan => ({
  ...emptyPlan('Päättyvä hanke'),
  identity: { name: 'Päättyvä hanke', instrument: 'mokra', startsOn: '2024-01-01', endsOn: '2025-12-31' },
  sections: ['results', 'adoption', 'final-report'].map((kind) => ({
    kind: kind as never,
    words: 'Valmis.',
  })),
  figures: [{ kind: 'realised', cents: 1 }],
});
const indicator = (id: string, more: Partial<Indicator> = {}): Indicator =>
  ({ id, kind: 'output', names: { fi: id }, unit: 'henkilöä', target: 10, ...more }) as never;
const ends = (more: Partial<Ending> = {}, plan = ended()) =>
  openEnds({ plan, indicators: [], followUps: [], valued: new Set(), ...more }, today).map(
    ({ code, grade, about }) => [code, grade, about].filter(Boolean).join(' '),
  );

describe('closing a project', () => {
  test('is open when nothing is owed', () => {
    expect(ends()).toEqual([]);
    expect(ends({ granted: 100, realised: 100 })).toEqual([]);
    expect(ends({ granted: 100, realised: 101 })).toEqual([]);
    expect(ends({ granted: 100 })).toEqual([]);
  });

  test('tells money that is left, to the cent', () => {
    expect(
      openEnds(
        { plan: ended(), indicators: [], followUps: [], valued: new Set(), granted: 101, realised: 100 },
        today,
      ),
    ).toEqual([{ code: 'money-unused', grade: 'warns', cents: 1 }]);
  });

  test('warns of a condition until it is met: late, and not late either', () => {
    const conditional = (condition: object): Plan => ({
      ...ended(),
      fundingShares: [
        {
          from: 'municipal',
          role: 'own',
          label: 'Kunta',
          condition: { words: 'Jos kunta päättää', ...condition },
        },
      ],
    });
    const warning = ['condition-unmet warns Jos kunta päättää'];
    expect(ends({}, conditional({ expectedOn: '2026-11-19' }))).toEqual(warning);
    expect(ends({}, conditional({ expectedOn: '2026-11-21' }))).toEqual(warning);
    expect(ends({}, conditional({}))).toEqual(warning);
    expect(ends({}, conditional({ metOn: '2026-11-21' }))).toEqual(warning);
    expect(ends({}, conditional({ metOn: today }))).toEqual([]);
  });

  test('warns of one indicator without a value, and is shut when none has one', () => {
    const two = [indicator('a'), indicator('b')];
    expect(ends({ indicators: two, valued: new Set(['a', 'b']) })).toEqual([]);
    expect(ends({ indicators: two, valued: new Set(['a']) })).toEqual(['indicator-without-value warns b']);
    expect(ends({ indicators: two })).toEqual([
      'report-part blocks indicators',
      'indicator-without-value warns a',
      'indicator-without-value warns b',
    ]);
    const other = { ...ended(), identity: { ...ended().identity, instrument: 'other' as const } };
    expect(ends({ indicators: two }, other)).toEqual([
      'indicator-without-value warns a',
      'indicator-without-value warns b',
    ]);
  });

  test('asks no value of what has no target or unit, is common to all, or is counted from facts', () => {
    expect(
      ends({
        indicators: [
          indicator('no target', { target: undefined }),
          indicator('no unit', { unit: ' ' }),
          indicator('common', { kind: 'common' as never }),
          indicator('counted', { source: { kind: 'fact' } as never }),
        ],
      }),
    ).toEqual([]);
  });

  test('finds the owner of a result in the plan or at the indicator, and a dash is nobody', () => {
    const result = (owner?: string) => indicator('Malli', { kind: 'result', target: undefined, ...(owner ? { owner } : {}) } as never); // biome-ignore format: one line
    const plan = (owner?: string): Plan => ({
      ...ended(),
      outcomes: [{ kind: 'result', words: 'Malli', ...(owner ? { owner } : {}) }],
    });
    const missing = ['result-without-owner blocks Malli'];
    expect(ends({ indicators: [result()] }, plan())).toEqual(missing);
    expect(ends({ indicators: [result('Kunta')] }, plan())).toEqual([]);
    expect(ends({ indicators: [result()] }, plan('Kunta'))).toEqual([]);
    expect(ends({}, plan())).toEqual(missing);
    expect(ends({}, plan('–'))).toEqual(missing);
    expect(ends({ indicators: [result()] })).toEqual(missing);
  });

  test('asks for each part of the final report, and for promises that nobody has followed', () => {
    expect(ends({}, { ...ended(), sections: [] })).toEqual([
      'report-part blocks results',
      'report-part blocks adoption',
      'report-part blocks final-report',
    ]);
    expect(ends({}, { ...ended(), figures: [] })).toEqual(['report-part blocks money']);
    const promise = { text: 'Huomioidaan hankinnoissa', place: 'procurement' };
    expect(ends({ followUps: [promise as never] })).toEqual([
      'promise-not-followed blocks Huomioidaan hankinnoissa',
    ]);
    expect(ends({ followUps: [{ ...promise, followedOn: '2025-01-01' } as never] })).toEqual([]);
  });
});

describe('committed money', () => {
  test('is that of projects that are granted, run, or have ended and are not closed', () => {
    expect(committedStates).toEqual(['granted', 'running', 'ended']);
  });
});

describe('money by month', () => {
  const period = { startsOn: '2024-01-16', endsOn: '2024-03-15' };

  test('is spread by the days of the project in each month', () => {
    // 16 days of January, 29 of February, 15 of March.
    const { months, plan, unplaced } = moneyByMonth(period, [{ cents: 6_000 }], []);
    expect(months.map(({ month, planned, plannedSoFar }) => [month, planned, plannedSoFar])).toEqual([
      ['2024-01-01', 1_600, 1_600],
      ['2024-02-01', 2_900, 4_500],
      ['2024-03-01', 1_500, 6_000],
    ]);
    expect([plan, unplaced]).toEqual(['even', 0]);
  });

  test('touches the months from the first day to the last', () => {
    expect(monthsOf('2024-01-31', '2024-03-01')).toEqual(['2024-01-01', '2024-02-01', '2024-03-01']);
    expect(monthsOf('2024-02-01', '2024-02-29')).toEqual(['2024-02-01']);
  });

  test('lets what is told stand, and spreads the rest over the other months', () => {
    const { months, plan } = moneyByMonth(
      period,
      [{ cents: 6_000 }],
      [{ month: '2024-02-01', cents: 70 }, { month: '2024-02-01', cents: 30 }], // biome-ignore format: one line
      [{ from: '2024-02-01', months: 1, cents: 2_900 }],
    );
    expect(months.map(({ planned, realised, realisedSoFar }) => [planned, realised, realisedSoFar])).toEqual([
      [1_600, 0, 0],
      [2_900, 100, 100],
      [1_500, 0, 100],
    ]);
    expect(plan).toBe('partly-told');
  });

  test('tells what has no place: below zero when more is told than was granted', () => {
    const told = [1, 2, 3].map((month) => ({ from: `2024-0${month}-01`, months: 1 as const, cents: 1_000 }));
    const of = (granted: number) => moneyByMonth(period, [{ cents: granted }], [], told);
    expect([of(3_000).unplaced, of(2_500).unplaced, of(3_500).unplaced]).toEqual([0, -500, 500]);
    expect(of(3_000).plan).toBe('told');
    expect(moneyByMonth(period, [], [], told).unplaced).toBe(-3_000);
  });

  test('keeps a year within itself, and puts one outside the period into its January', () => {
    const over = { startsOn: '2023-12-01', endsOn: '2024-01-31' };
    const { months } = moneyByMonth(over, [{ year: 2023, cents: 10 }, { year: 2024, cents: 20 }, { year: 2030, cents: 5 }], []); // biome-ignore format: one line
    expect(months.map(({ month, planned }) => [month, planned])).toEqual([
      ['2023-12-01', 10],
      ['2024-01-01', 20],
      ['2030-01-01', 5],
    ]);
  });

  test('is behind by what was not used by the end of the last whole month, and never below zero', () => {
    const { months } = moneyByMonth(period, [{ cents: 6_000 }], [{ month: '2024-01-01', cents: 1_000 }]);
    expect(usedSoFar(months, '2024-01-31')).toBeUndefined();
    expect(usedSoFar(months, '2024-02-01')).toEqual({ planned: 1_600, realised: 1_000, behind: 600 });
    expect(usedSoFar(months, '2024-02-29')).toEqual({ planned: 1_600, realised: 1_000, behind: 600 });
    expect(usedSoFar(months, '2024-03-01')).toEqual({ planned: 4_500, realised: 1_000, behind: 3_500 });
    expect(usedSoFar(months, '2024-03-01', 4_600)).toEqual({ planned: 4_500, realised: 4_600, behind: 0 });
  });
});

describe('the funding table', () => {
  test('has a row for each source, role and label, and no two in one', () => {
    const share = (more: Partial<FundingShare>): FundingShare => ({
      from: 'municipal',
      role: 'own',
      label: 'Mikkeli',
      requested: 100,
      ...more,
    });
    const rows = fundingTable(
      [
        share({}),
        share({}),
        share({ label: 'Kangasniemi' }),
        share({ role: 'other' }),
        share({ from: 'other-public' }),
      ],
      today,
    ).rows.map(({ from, role, label, total }) => [from, role, label, total]);
    expect(rows).toEqual([
      ['municipal', 'own', 'Mikkeli', 200],
      ['municipal', 'own', 'Kangasniemi', 100],
      ['municipal', 'other', 'Mikkeli', 100],
      ['other-public', 'own', 'Mikkeli', 100],
    ]);
  });
});

describe('which costs count', () => {
  const plan: Plan = {
    ...emptyPlan('Hanke'),
    identity: { name: 'Hanke', instrument: 'other', startsOn: '2024-01-16', endsOn: '2024-12-15' },
    budget: { costModel: 'flat-rate-40', roundingRule: 'entered' },
    costLines: [
      { kind: 'wages', label: '', requested: euros(1_000) },
      { kind: 'flat', label: '', requested: euros(400) },
    ],
  };
  const cost = (more: Partial<Cost> = {}): Cost => ({
    month: '2024-02-01',
    kind: 'wages',
    cents: euros(100),
    evidence: 'T-1',
    ...more,
  });
  const doubts = (...costs: Cost[]) => judge(plan, '2024-06-15', costs).map(({ doubt }) => doubt);

  test.each<[string, Partial<Cost>, string | undefined]>([
    ['of the month of the beginning', { month: '2024-01-01' }, undefined],
    ['of the month before', { month: '2023-12-01' }, 'month-before-start'],
    ['of this month', { month: '2024-06-01' }, undefined],
    ['of the next month', { month: '2024-07-01' }, 'month-in-future'],
    ['as large as the whole', { cents: euros(1_400) }, undefined],
    ['larger than the whole', { cents: euros(1_400) + 1 }, 'cost-beyond-project'],
    ['below zero and larger than the whole', { cents: -euros(1_400) - 1 }, 'cost-beyond-project'],
    ['of the flat part', { kind: 'flat' }, 'flat-part-computed'],
    ['inside the flat part', { kind: 'travel' }, 'inside-flat-part'],
    [
      'inside the flat part, though somebody says it is right',
      { kind: 'travel', accepted: true },
      'inside-flat-part',
    ],
    ['below zero, taking back nothing', { cents: -1 }, 'cost-negative'],
    ['below zero, and said to be right', { cents: -1, accepted: true }, undefined],
    ['income', { kind: 'income', cents: euros(1_400) }, undefined],
  ])('%s', (_what, more, doubt) => {
    expect(doubts(cost(more))).toEqual([doubt]);
  });

  test('of a month after the end', () => {
    expect(judge(plan, '2026-01-01', [cost({ month: '2024-12-01' }), cost({ month: '2025-01-01', evidence: 'T-2' })]).map(({ doubt }) => doubt)).toEqual([undefined, 'month-after-end']); // biome-ignore format: one line
  });

  test('by a voucher once, however it is written, and again when it takes back', () => {
    expect(doubts(cost(), cost({ evidence: ' t-1 ' }))).toEqual([undefined, 'voucher-used']);
    expect(doubts(cost(), cost({ cents: -euros(100) }), cost())).toEqual([
      undefined,
      undefined,
      'voucher-used',
    ]);
    expect(doubts(cost(), cost({ cents: -euros(100) }), cost({ cents: -euros(100) }))).toEqual([
      undefined,
      undefined,
      'cost-negative',
    ]);
    expect(doubts(cost(), cost({ cents: -euros(99) }))).toEqual([undefined, 'cost-negative']);
  });

  test('until the budget is full, and not a cent more unless somebody says that it is right', () => {
    const full = cost({ cents: euros(1_400) });
    expect(doubts(full, cost({ evidence: 'T-2', cents: 1 }))).toEqual([undefined, 'cost-above-budget']);
    expect(doubts(full, cost({ evidence: 'T-2', cents: 1, accepted: true }))).toEqual([undefined, undefined]);
    expect(doubts(full, cost({ evidence: 'T-2', cents: 1, kind: 'income' }))).toEqual([undefined, undefined]);
  });

  test('and what is used is the counted with its flat part, what is not is aside and a finding', () => {
    const judged = judge(plan, '2024-06-15', [
      cost({ cents: 1_001 }),
      cost({ evidence: 'T-2', month: '2024-03-01', cents: 1_001 }),
      cost({ evidence: 'T-3', kind: 'income', cents: 100 }),
      cost({ kind: 'travel', evidence: 'T-4', cents: 7 }),
    ]);
    expect(usedMoney(plan, judged)).toEqual({
      used: 1_001 + 1_001 + 801 - 100,
      flat: 801,
      aside: 7,
      byMonth: [
        { month: '2024-02-01', cents: 1_001 + 400 - 100 },
        { month: '2024-03-01', cents: 1_001 + 401 },
      ],
    });
    expect(costsAside(plan, judged)).toMatchObject([
      { code: 'cost-not-counted', printed: { value: 7 }, hint: { code: 'cost.inside-flat-part' } },
    ]);
    const real = { ...plan, budget: { ...plan.budget, costModel: 'real-costs' as const } };
    expect(usedMoney(real, judge(real, '2024-06-15', [cost({ cents: 1_001 })]))).toMatchObject({
      used: 1_001,
      flat: undefined,
    });
  });
});
