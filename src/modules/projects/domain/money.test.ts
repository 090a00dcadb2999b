import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysIn, monthsIn } from '#kernel/days.ts';
import { euros, sumCents } from '#kernel/money.ts';
import { seedDrafts } from '../demo/seed-drafts.ts';
import { costModels, costSums, derivedRejection, flatPart, isClaimable, modelOf } from './cost-models.ts';
import { differences } from './differences.ts';
import { conditionState, fundingTable, moneySummary, rulesGiving, unitPrices } from './funding.ts';
import { instrumentOn, instruments } from './instruments.ts';
import { moneyByMonth, monthsOf } from './months.ts';
import { type CostLine, emptyPlan, type FundingShare } from './plan.ts';
import { planOf } from './plan-of-draft.ts';
import { mayMove, moves } from './states.ts';
import { timeline, tooEarly } from './timeline.ts';
import { hourlyRate, overYearlyHours, unitCost } from './work-time.ts';

const plan000 = planOf(seedDrafts['000']);
const plan003 = planOf(seedDrafts['003']);
const today = '2026-11-20';

describe('costs', () => {
  test('N-09, PJ-04: 180 648 → 72 259 → 252 907; nothing approved', () => {
    const model = modelOf(plan003)!;
    expect(flatPart(model, plan003.costLines)).toBe(euros(72_259));
    expect(costSums(plan003.costLines)).toEqual({ gross: euros(252_907), income: 0, net: euros(252_907) });
    expect(costSums(plan003.costLines, 'approved')?.net).toBe(0);
  });
  test('F-08: the blank stays blank, the difference is beside it', () => {
    const [wages, flat, income] = plan003.costLines as [CostLine, CostLine, CostLine];
    expect([wages.rejected, flat.rejected, income.rejected]).toEqual([euros(180_648), undefined, undefined]);
    expect([wages, flat, income].map(derivedRejection)).toEqual([euros(180_648), euros(72_259), 0]);
    expect(costSums([{ ...flat }], 'rejected')).toBeUndefined();
  });
  test('PJ-10: income 10 000 lowers the net by 10 000', () => {
    const lines = [...plan003.costLines.slice(0, 2), { ...plan003.costLines[2]!, requested: euros(10_000) }];
    expect(costSums(lines)).toEqual({ gross: euros(252_907), income: euros(10_000), net: euros(242_907) });
  });
  test('every model by its own base; what is inside the flat part is not claimed (PJ-25)', () => {
    const lines: CostLine[] = [
      { kind: 'wages', label: '', requested: euros(100_000) },
      { kind: 'purchases', label: '', requested: euros(20_000) },
      { kind: 'income', label: '', requested: euros(5_000) },
    ];
    const flat = (code: keyof typeof costModels) => flatPart(costModels[code].value, lines);
    expect(flat('flat-rate-40')).toBe(euros(40_000));
    expect(flat('flat-rate-15')).toBe(euros(15_000));
    expect(flat('flat-rate-7')).toBe(euros(8_400));
    expect(flat('flat-rate-25')).toBe(euros(30_000));
    expect(flat('flat-rate-17')).toBe(euros(17_000));
    expect(flat('flat-rate-24')).toBe(euros(24_000));
    expect(flat('real-costs')).toBeUndefined();
    expect(flat('lump-sum')).toBeUndefined();
    expect(isClaimable(costModels['flat-rate-40'].value, 'travel')).toBe(false);
    expect(isClaimable(costModels['flat-rate-40'].value, 'wages')).toBe(true);
    expect(isClaimable(costModels['flat-rate-15'].value, 'travel')).toBe(true);
    expect(isClaimable(undefined, 'travel')).toBe(true);
  });
});

describe('funding', () => {
  test('N-01 to N-03: by source, role and year; the grant 199 520 and the own 49 880 are printed nowhere', () => {
    const table = fundingTable(plan000.fundingShares, '2022-03-01');
    expect(table.years).toEqual([2022, 2023, 2024]);
    expect(table.rows.map((row) => [row.role, row.total])).toEqual([
      ['grant', euros(199_520)],
      ['own', euros(49_880)],
    ]);
    expect(table.sums).toEqual([euros(43_400), euros(103_000), euros(103_000)]);
    expect(table.total).toBe(euros(249_400));
    expect(moneySummary(plan000, today)).toMatchObject({
      total: euros(249_400),
      grant: euros(199_520),
      own: euros(49_880),
    });
  });
  test('PJ-07: conditional until the decision is entered; late after 29.3.2022', () => {
    const condition = plan000.fundingShares[3]!.condition!;
    expect(conditionState(condition, '2022-03-29')).toBe('waiting');
    expect(conditionState(condition, '2022-03-30')).toBe('late');
    expect(fundingTable(plan000.fundingShares, '2022-03-01').conditional).toBe(euros(49_880));
    const met = { ...condition, metOn: '2022-03-29' };
    expect(conditionState(met, '2022-03-28')).toBe('waiting');
    expect(conditionState(met, '2022-03-29')).toBe('met');
    const shares = plan000.fundingShares.map((share) =>
      share.condition ? { ...share, condition: met } : share,
    );
    expect(fundingTable(shares, today).conditional).toBe(0);
  });
  test('N-04, F-06: the two documents round the own share by different rules', () => {
    expect(rulesGiving(euros(174_438), [euros(872_188)], 2000)).toEqual(['half-up-on-total']);
    expect(rulesGiving(euros(50_580), [euros(180_648), euros(72_259)], 2000)).toEqual(['floor-per-line']);
    expect(rulesGiving(euros(50_000), [euros(252_907)], 2000)).toEqual([]);
    expect(moneySummary(planOf(seedDrafts['001-together']), today)).toMatchObject({
      total: euros(872_188),
      own: euros(174_438),
      grant: euros(697_750),
    });
  });
  test('PJ-27: the five in a portfolio; a total that is not stated is not 0', () => {
    const totals = Object.values(seedDrafts).map((draft) => moneySummary(planOf(draft), today).total);
    expect(totals).toEqual([euros(249_400), undefined, euros(872_188), euros(645_000), euros(252_907)]);
  });
  test('N-05: granted 645 000, realised 554 759', () => {
    expect(moneySummary(planOf(seedDrafts['002']), today)).toMatchObject({
      granted: euros(645_000),
      realised: euros(554_759),
    });
  });
  test('N-16: for each participant, company and person employed; a count not given has no price', () => {
    expect(
      unitPrices(euros(252_907), [
        { name: 'participants', count: 52 },
        { name: 'companies', count: 90 },
        { name: 'employed', count: 40 },
        { name: 'unknown', count: undefined },
        { name: 'none', count: 0 },
      ]).map((price) => price.cents),
    ).toEqual([486_360, 281_008, 632_268]);
    expect(unitPrices(undefined, [{ name: 'participants', count: 52 }])).toEqual([]);
  });
  test('rows, years and the whole are the same money, whatever the shares', () => {
    const share = fc.record({
      from: fc.constantFrom('eu-and-state' as const, 'municipal' as const, 'private' as const),
      role: fc.constantFrom('grant' as const, 'own' as const, 'other' as const),
      label: fc.constantFrom('a', 'b'),
      year: fc.option(fc.integer({ min: 2021, max: 2027 }), { nil: undefined }),
      requested: fc.option(fc.integer({ min: 0, max: 1_000_000_000 }), { nil: undefined }),
      condition: fc.option(fc.record({ words: fc.constant('x') }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(share, { maxLength: 30 }), (shares: FundingShare[]) => {
        const table = fundingTable(shares, today);
        const whole = sumCents(shares.map((item) => item.requested ?? 0));
        expect(table.total).toBe(whole);
        expect(sumCents(table.sums)).toBe(whole);
        expect(sumCents(table.rows.map((row) => row.total))).toBe(whole);
        for (const row of table.rows) expect(sumCents(row.cents.map((cent) => cent ?? 0))).toBe(row.total);
        expect(table.conditional).toBeLessThanOrEqual(whole);
      }),
    );
  });
});

describe('counts and work packages of the documents', () => {
  test('N-11 to N-13, PJ-11: 14 000, 17 500, 9 500, in all 41 000 of the flat part', () => {
    const sums = plan003.workPackages.map((row) => sumCents(row.purchases.map((purchase) => purchase.cents)));
    expect(sums).toEqual([euros(14_000), euros(17_500), euros(9_500)]);
    expect(plan003.workPackages.map((row) => row.total?.cents)).toEqual(sums);
    expect(sumCents(sums)).toBe(euros(41_000));
    expect(plan003.workPackages[0]!.purchases.map((row) => row.qualifier)).toEqual([
      'about',
      'about',
      undefined,
      undefined,
    ]);
  });
  test('N-06: 9 planned, 6 realised; of the persons 180 planned and the realised not given, which is not 0', () => {
    const [companies, persons] = seedDrafts['002'].indicators!;
    expect([companies!.planned, companies!.realised]).toEqual([9, 6]);
    expect(persons!.planned).toBe(180);
    expect(persons).not.toHaveProperty('realised');
  });
  test('N-14: four of five of 50 is 40', () => {
    const employed = seedDrafts['003'].outcomes!.find((outcome) => /neljä viidestä/.test(outcome.text));
    expect(employed?.amount).toBe(40);
    expect((employed?.amount ?? 0) / 50).toBe(0.8);
  });
  test('N-19: 12 and 7 municipalities', () => {
    const count = (plan: typeof plan003) =>
      plan.places.filter((place) => place.kind === 'municipality').length;
    expect([count(planOf(seedDrafts['002'])), count(plan003)]).toEqual([12, 7]);
  });
});

describe('months', () => {
  test('N-15: 28 months and 853 days of 003; 29 months of 000; 1 246 days of 002', () => {
    expect(monthsOf('2023-09-01', '2025-12-31')).toHaveLength(28);
    expect([monthsIn('2023-09-01', '2025-12-31'), daysIn('2023-09-01', '2025-12-31')]).toEqual([28, 853]);
    expect([monthsIn('2022-08-01', '2024-12-31'), daysIn('2019-01-02', '2022-05-31')]).toEqual([29, 1246]);
  });
  test('years stay within themselves: 43 400 in the five months of 2022', () => {
    const { months } = moneyByMonth(
      { startsOn: '2022-08-01', endsOn: '2024-12-31' },
      [
        { year: 2022, cents: euros(43_400) },
        { year: 2023, cents: euros(103_000) },
        { year: 2024, cents: euros(103_000) },
      ],
      [{ month: '2022-09-01', cents: euros(8_000) }],
    );
    expect(months[4]).toMatchObject({
      month: '2022-12-01',
      plannedSoFar: euros(43_400),
      realisedSoFar: euros(8_000),
    });
    expect(months.at(-1)).toMatchObject({ plannedSoFar: euros(249_400) });
  });
  test('the months make the whole, whatever the period and the sums', () => {
    const day = fc
      .integer({ min: 0, max: 3000 })
      .map((n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10));
    const money = fc.record({
      year: fc.option(fc.integer({ min: 2020, max: 2030 }), { nil: undefined }),
      cents: fc.integer({ min: 0, max: 100_000_000 }),
    });
    fc.assert(
      fc.property(day, day, fc.array(money, { maxLength: 6 }), (a, b, granted) => {
        const [startsOn, endsOn] = a < b ? [a, b] : [b, a];
        const { months } = moneyByMonth({ startsOn, endsOn }, granted, []);
        expect(sumCents(months.map((month) => month.planned))).toBe(
          sumCents(granted.map((row) => row.cents)),
        );
        expect(months.map((month) => month.month)).toEqual(months.map((month) => month.month).toSorted());
      }),
    );
  });
});

describe('work time', () => {
  test('PJ-05: hours beyond 1 720 in a year are refused, year by year', () => {
    const month = (name: string, hours: number) => ({ month: `${name}-01`, hundredths: hours * 100 });
    const full = Array.from({ length: 11 }, (_, at) => month(`2024-${String(at + 1).padStart(2, '0')}`, 150));
    expect(overYearlyHours([...full, month('2024-12', 70)])).toEqual([]);
    expect(overYearlyHours([...full, month('2024-12', 70.01)])).toEqual([{ year: 2024, over: 1 }]);
    expect(overYearlyHours([...full, month('2025-01', 160)])).toEqual([]);
  });
  test('the hourly rate is the year with its side costs over 1 720 hours', () => {
    expect(hourlyRate(euros(43_000), 2_000, '2024-01-01')).toBe(3_000);
    expect(unitCost(15_050, 3_000)).toBe(451_500);
  });
});

describe('instruments (PJ-01)', () => {
  test('the four of the documents, with what their documents tell', () => {
    expect(instrumentOn('mokra', '2022-08-01').value).toMatchObject({ maxAid: 8000 });
    expect(instrumentOn('esf-plus', '2023-09-01').value).toMatchObject({
      maxAid: 8000,
      horizontal: 'esf-plus-2021-2027',
      footer: { fi: 'Euroopan unionin osarahoittama', en: 'Co-funded by the European Union' },
    });
    expect(instrumentOn('esf', '2019-01-02').value.horizontal).toBe('esf-2014-2020');
    expect(instrumentOn('akke', '2022-11-07').value.maxAid).toBeUndefined();
    for (const rows of Object.values(instruments))
      for (const row of rows)
        for (const model of row.value.costModels) expect(costModels[model]).toBeDefined();
  });
});

describe('states (PJ-20)', () => {
  test('from idea to closed, and a rejection is final', () => {
    const way = ['idea', 'applied', 'granted', 'running', 'ended', 'closed'] as const;
    for (const [at, from] of way.entries())
      if (at < way.length - 1) expect(mayMove(from, way[at + 1]!)).toBe(true);
    expect(moves.rejected).toEqual([]);
    expect(moves.closed).toEqual([]);
    expect(mayMove('idea', 'granted')).toBe(false);
  });
});

describe('time of work packages (PJ-11)', () => {
  const project = { startsOn: '2023-09-01', endsOn: '2025-12-31' };
  test('a delay of WP1 shows on WP2 and WP3', () => {
    const [value, two, three] = timeline(plan003.workPackages, project, { 1: 30 });
    expect(value).toMatchObject({ startsOn: '2023-09-01', endsOn: '2026-01-30', pushedBy: 0, assumed: true });
    expect(two).toMatchObject({ startsOn: '2023-10-01', pushedBy: 30, needs: ['1'] });
    expect(three).toMatchObject({ pushedBy: 30 });
  });
  test('a circle ends, and a package that starts before what it needs is told', () => {
    const round = [
      {
        code: 'a',
        name: '',
        words: '',
        needs: ['b'],
        purchases: [],
        startsOn: '2024-01-01',
        endsOn: '2024-06-30',
      },
      {
        code: 'b',
        name: '',
        words: '',
        needs: ['a'],
        purchases: [],
        startsOn: '2024-06-01',
        endsOn: '2024-12-31',
      },
    ];
    expect(timeline(round, project, { a: 5 }).map((stretch) => stretch.pushedBy)).toHaveLength(2);
    expect(tooEarly(round)).toContainEqual({ code: 'b', needs: 'a', days: 30 });
  });
});

describe('differences of versions (PJ-21)', () => {
  test('the same plan differs in nothing', () => {
    expect(differences(plan003, structuredClone(plan003))).toEqual([]);
  });
  test('a changed, an added and a removed thing are told by name', () => {
    const after = structuredClone(plan003);
    after.costLines[0]!.requested = euros(181_000);
    after.staff.push({ title: 'Projektipäällikkö' });
    after.links.pop();
    after.identity.endsOn = '2026-06-30';
    expect(differences(plan003, after)).toEqual([
      { part: 'identity', what: 'endsOn', kind: 'changed', before: '2025-12-31', after: '2026-06-30' },
      { part: 'staff', what: 'Projektipäällikkö', kind: 'added', after: '' },
      {
        part: 'costLines',
        what: 'Palkkakustannukset: requested',
        kind: 'changed',
        before: '18064800',
        after: '18100000',
      },
      { part: 'links', what: 'RekryKoulutus', kind: 'removed', before: '' },
    ]);
  });
  test('an empty plan against a full one tells every row', () => {
    const found = differences(emptyPlan('Palvelupolut'), plan003);
    expect(found.filter((difference) => difference.part === 'workPackages')).toHaveLength(3);
    expect(found.every((difference) => difference.kind !== 'removed')).toBe(true);
  });
});
