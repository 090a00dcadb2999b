import { describe, expect, test } from 'vitest';
import type { ProjectDraft, ProjectState } from './draft.ts';
import { findingsOf } from './findings.ts';
import { type CostLine, emptyPlan, type FundingShare, type Plan, type WorkPackage } from './plan.ts';

// Each finding has its silent twin: the same plan without the fault. A fault is one change of a plan in which everything
// holds; what it brings is written out whole, and a change that is no fault brings nothing.

const euros = (amount: number) => Math.round(amount * 100);
const wages: CostLine = {
  kind: 'wages',
  label: 'Palkat',
  requested: euros(100_000),
  approved: euros(90_000),
  rejected: euros(10_000),
};
const flat: CostLine = {
  kind: 'flat',
  label: 'Flat rate',
  requested: euros(40_000),
  approved: euros(36_000),
  rejected: euros(4_000),
};
const grant: FundingShare = {
  from: 'eu-and-state',
  role: 'grant',
  label: 'Tuki',
  requested: euros(112_000),
  printedShare: 8_000,
};
const own: FundingShare = {
  from: 'own',
  role: 'own',
  label: 'Oma osuus',
  requested: euros(28_000),
  printedShare: 2_000,
};
const municipal: FundingShare = { from: 'municipal', role: 'other', label: 'Kuntarahoitus', requested: 0 };
const bought = { kind: 'expert', label: 'Selvitys', cents: euros(5_000) } as never;
const item = (more: Partial<WorkPackage> = {}): WorkPackage => ({
  code: 'TP1',
  name: 'Ensimmäinen',
  words: '',
  needs: [],
  purchases: [],
  ...more,
});
/** A package whose purchases have lines of their own, so that they say nothing of the flat part. */
const packages = (...total: number[]): WorkPackage[] =>
  total.map((sum, at) => item({ code: `TP${at}`, total: { cents: euros(sum), called: 'ostopalvelut' } }));

const quiet = (): Plan => ({
  ...emptyPlan('Hiljainen hanke'),
  identity: {
    name: 'Hiljainen hanke',
    instrument: 'mokra',
    startsOn: '2023-01-01',
    endsOn: '2024-12-31',
  },
  budget: { costModel: 'flat-rate-40', roundingRule: 'entered', aidRate: 8_000 },
  costLines: [{ ...wages }, { ...flat }],
  fundingShares: [{ ...grant }, { ...own }],
  figures: [
    { kind: 'costs-total', cents: euros(140_000), approved: euros(126_000) },
    { kind: 'funding-total', cents: euros(140_000), printedShare: 10_000 },
  ],
  parts: [
    {
      role: 'applicant',
      name: 'Mikkelin kaupunki',
      details: { businessId: '2296962-1' },
      share: euros(1_752),
      committedOn: '2022-11-07',
      decidedOn: '2022-11-07',
    },
  ],
  places: [
    { kind: 'municipality', name: 'Mikkeli', code: '491' },
    { kind: 'municipality', name: 'Pertunmaa', code: '588' },
  ],
});

const municipalities: Readonly<
  Record<string, { name: string; validFrom: string; validTo?: string; successor?: string }>
> = {
  '491': { name: 'Mikkeli', validFrom: '1838-01-01' },
  '588': { name: 'Pertunmaa', validFrom: '1926-01-01', validTo: '2025-01-01', successor: '507' },
  '507': { name: 'Mäntyharju', validFrom: '1866-01-01' },
};

const circumstances = (more: { today?: string; state?: ProjectState } = {}) => ({
  today: '2026-11-20',
  state: 'granted' as ProjectState,
  registerBegins: '2023-01-01',
  municipality: (code: string) => municipalities[code],
  ...more,
});

type Change = (plan: Plan) => void;
const codesOf = (change: Change, more = {}) => {
  const plan = quiet();
  change(plan);
  return findingsOf(plan, [], circumstances(more)).map(({ code }) => code);
};
const lines = (plan: Plan) => plan.costLines as [CostLine, CostLine];
const shares = (plan: Plan) => plan.fundingShares as [FundingShare, FundingShare];
const total = (plan: Plan) => plan.figures[0]!;

describe('a plan in which everything holds', () => {
  test('is silent', () => {
    expect(codesOf(() => {})).toEqual([]);
  });

  test.each<[string, Change]>([
    [
      'a second wage line whose flat part is counted in',
      (plan) => {
        plan.costLines.push({ ...wages, requested: 0, approved: 0, rejected: 0 });
      },
    ],
    [
      'a cost model of real costs with lines of all kinds',
      (plan) => {
        plan.budget.costModel = 'real-costs';
        lines(plan)[1].kind = 'travel';
      },
    ],
    [
      'an own share by the exact rate, a cent below a whole euro',
      (plan) => {
        plan.costLines = [{ kind: 'wages', label: '', requested: 10_005 }];
        plan.budget.costModel = 'real-costs';
        plan.fundingShares = [
          { ...grant, requested: 8_004 },
          { ...own, requested: 2_001 },
        ];
        plan.figures = [{ kind: 'costs-total', cents: 10_005 }];
      },
    ],
    [
      'an own share that is rounded, told year by year',
      (plan) => {
        const years = [2023, 2024].map((year) => ({ ...wages, year, requested: euros(50_003), approved: undefined, rejected: undefined })); // biome-ignore format: one line
        plan.budget.costModel = 'real-costs';
        plan.costLines = years;
        plan.figures = [2023, 2024].map((year) => ({ kind: 'costs-total', year, cents: euros(50_003) }));
        plan.fundingShares = [2023, 2024].flatMap((year) => [
          { ...grant, year, requested: euros(40_002), printedShare: undefined },
          { ...own, year, requested: euros(10_001), printedShare: undefined },
        ]);
      },
    ],
    [
      'an aid below its ceiling',
      (plan) => {
        plan.budget.aidRate = 8_001;
        plan.fundingShares.push({ ...own, requested: 0, printedShare: undefined });
        shares(plan)[1].role = 'other';
      },
    ],
    [
      'the plan’s own aid rate above the instrument’s',
      (plan) => {
        plan.budget.aidRate = 9_000;
        shares(plan)[0].requested = euros(126_000);
        shares(plan)[1].requested = euros(14_000);
      },
    ],
    [
      'no aid asked for, with a grant row that has no amount',
      (plan) => {
        shares(plan)[0].requested = undefined;
        plan.figures = [total(plan)];
        shares(plan)[1].requested = euros(28_000);
      },
    ],
    [
      'printed shares without a printed total',
      (plan) => {
        plan.figures[1]!.printedShare = undefined;
      },
    ],
    [
      'a printed total without printed shares',
      (plan) => {
        for (const share of plan.fundingShares) share.printedShare = undefined;
      },
    ],
    [
      'a blank “rejected” where that column is used by nobody',
      (plan) => {
        for (const line of plan.costLines) line.rejected = undefined;
      },
    ],
    [
      'a blank “rejected” beside nothing that was rejected',
      (plan) => {
        Object.assign(lines(plan)[0], { approved: wages.requested, rejected: undefined });
        Object.assign(lines(plan)[1], { approved: flat.requested, rejected: 0 });
        total(plan).approved = euros(140_000);
      },
    ],
    [
      'a plan without a total and without a cost model',
      (plan) => {
        plan.budget.costModel = 'not-stated';
        plan.figures = [];
      },
    ],
    [
      'income that the total and the shares take off',
      (plan) => {
        plan.costLines.push({ kind: 'income', label: 'Tulot', requested: euros(10_000) });
        plan.figures = [{ kind: 'costs-total', cents: euros(130_000), approved: euros(126_000) }];
        shares(plan)[0].requested = euros(104_000);
        shares(plan)[1].requested = euros(26_000);
      },
    ],
    [
      'purchases outside the flat part',
      (plan) => {
        plan.budget.costModel = 'flat-rate-15';
        lines(plan)[1].requested = euros(15_000);
        lines(plan)[1].approved = euros(13_500);
        lines(plan)[1].rejected = euros(1_500);
        plan.figures = [{ kind: 'costs-total', cents: euros(115_000), approved: euros(103_500) }];
        shares(plan)[0].requested = euros(92_000);
        shares(plan)[1].requested = euros(23_000);
        plan.workPackages = [item({ purchases: [bought], total: { cents: euros(5_000) } })];
      },
    ],
    [
      'packages that cost nothing',
      (plan) => {
        plan.workPackages = packages(0, 0);
      },
    ],
    [
      'municipal money as own funding, and no row of municipal funding that says 0',
      (plan) => {
        shares(plan)[1].from = 'municipal';
      },
    ],
    [
      'own money as own funding, and a row of its own source that says 0',
      (plan) => {
        plan.fundingShares.push({ ...municipal, from: 'own' });
      },
    ],
    [
      'municipal money as own funding, and another source that says 0',
      (plan) => {
        shares(plan)[1].from = 'municipal';
        plan.fundingShares.push({ ...municipal, from: 'other-public' });
      },
    ],
    [
      'municipal money as own funding, and a municipal row without an amount',
      (plan) => {
        shares(plan)[1].from = 'municipal';
        plan.fundingShares.push({ ...municipal, requested: undefined });
      },
    ],
    [
      'a promise after its decision',
      (plan) => {
        plan.parts[0]!.committedOn = '2022-11-08';
      },
    ],
    [
      'a promise without a decision, a decision without a promise',
      (plan) => {
        plan.parts[0]!.decidedOn = undefined;
        plan.parts.push({ role: 'partner', name: 'Kunta', details: {}, decidedOn: '2022-11-07' });
      },
    ],
    [
      'a share of a whole that a document tells',
      (plan) => {
        plan.costLines = [];
        plan.budget.costModel = 'real-costs';
      },
    ],
    [
      'an organisation without a business ID',
      (plan) => {
        plan.parts[0]!.details = {};
      },
    ],
    [
      'a municipality that ends the day after the project',
      (plan) => {
        plan.identity.endsOn = '2024-12-31';
      },
    ],
    [
      'a municipality that ended before the project',
      (plan) => {
        plan.identity.startsOn = '2025-01-02';
        plan.identity.endsOn = '2026-12-31';
      },
    ],
    [
      'a municipality that nobody knows, and one without a code',
      (plan) => {
        plan.places = [
          { kind: 'municipality', name: 'Tuntematon', code: '999' },
          { kind: 'municipality', name: 'Nimi' },
        ];
      },
    ],
    [
      'a region older than the register',
      (plan) => {
        plan.identity.startsOn = '2022-12-31';
        plan.places = [{ kind: 'region', name: 'Etelä-Savo' }];
      },
    ],
    [
      'a project without a first day',
      (plan) => {
        plan.identity.startsOn = undefined;
      },
    ],
    [
      'packages one after another, on the day after',
      (plan) => {
        plan.workPackages = [
          item({ startsOn: '2023-01-01', endsOn: '2023-06-30' }),
          item({ code: 'TP2', needs: ['TP1'], startsOn: '2023-07-01' }),
        ];
      },
    ],
  ])('is silent with %s', (_what, change) => {
    expect(codesOf(change)).toEqual([]);
  });

  test.each<[string, Change, string[]]>([
    [
      'a flat part a euro too large',
      (plan) => {
        lines(plan)[1].requested = euros(40_001);
        lines(plan)[0].requested = euros(99_999);
      },
      ['flat-part-differs', 'rejected-differs', 'rejected-differs'],
    ],
    [
      'an approved flat part that differs',
      (plan) => {
        Object.assign(lines(plan)[1], { approved: euros(36_001), rejected: euros(3_999) });
        Object.assign(lines(plan)[0], { approved: euros(89_999), rejected: euros(10_001) });
      },
      ['flat-part-differs'],
    ],
    [
      'a printed total that the lines do not make',
      (plan) => {
        total(plan).cents += 1;
      },
      ['parts-do-not-sum'],
    ],
    [
      'an approved total that the lines do not make',
      (plan) => {
        total(plan).approved! += 1;
      },
      ['parts-do-not-sum'],
    ],
    [
      'income that the total leaves out',
      (plan) => {
        plan.costLines.push({ kind: 'income', label: 'Tulot', requested: euros(10_000) });
      },
      ['parts-do-not-sum', 'funding-differs-from-costs', 'aid-over-ceiling', 'own-share-follows-no-rule'],
    ],
    [
      'a cent of aid over the ceiling',
      (plan) => {
        shares(plan)[0].requested! += 1;
        shares(plan)[1].requested! -= 1;
      },
      ['aid-over-ceiling', 'own-share-follows-no-rule'],
    ],
    [
      'aid over the plan’s own rate, though within the instrument’s',
      (plan) => {
        plan.budget.aidRate = 7_000;
      },
      ['aid-over-ceiling', 'own-share-follows-no-rule'],
    ],
    [
      'aid over the instrument’s rate, where the plan tells none',
      (plan) => {
        plan.budget.aidRate = undefined;
        shares(plan)[0].requested! += euros(1);
        shares(plan)[1].requested! -= euros(1);
      },
      ['aid-over-ceiling', 'own-share-follows-no-rule'],
    ],
    [
      'funding that is less than the costs',
      (plan) => {
        shares(plan)[0].requested! -= euros(1);
      },
      ['funding-differs-from-costs', 'parts-do-not-sum'],
    ],
    [
      'an own share rounded by a rule',
      (plan) => {
        plan.costLines = [{ kind: 'wages', label: '', requested: euros(872_188) }];
        plan.budget.costModel = 'real-costs';
        plan.figures = [];
        plan.fundingShares = [
          { ...grant, requested: euros(697_750) },
          { ...own, requested: euros(174_438) },
        ];
      },
      ['own-share-rounded'],
    ],
    [
      'a total without its cost model',
      (plan) => {
        plan.budget.costModel = 'not-stated';
      },
      ['cost-model-not-stated'],
    ],
    [
      'a blank “rejected” beside an amount that was rejected',
      (plan) => {
        lines(plan)[1].rejected = undefined;
      },
      ['rejected-is-blank'],
    ],
    [
      'a “rejected” that differs',
      (plan) => {
        lines(plan)[1].rejected = euros(4_001);
      },
      ['rejected-differs'],
    ],
    [
      'printed shares that do not make their total',
      (plan) => {
        shares(plan)[1].printedShare = 1_999;
      },
      ['printed-shares-do-not-sum'],
    ],
    [
      'purchases that do not make the sum of their package',
      (plan) => {
        plan.workPackages = [item({ purchases: [bought], total: { cents: euros(4_000) } })];
      },
      ['work-package-sum-differs', 'work-packages-inside-flat-part'],
    ],
    [
      'packages that fill the flat part exactly',
      (plan) => {
        plan.workPackages = packages(15_000, 25_000);
      },
      ['work-packages-inside-flat-part'],
    ],
    [
      'packages that go over the flat part',
      (plan) => {
        plan.workPackages = packages(15_000, 25_000.01);
      },
      ['work-packages-over-flat-part'],
    ],
    [
      'packages whose model nobody tells',
      (plan) => {
        plan.budget.costModel = 'not-stated';
        plan.figures = [];
        plan.workPackages = packages(1_000);
      },
      ['work-packages-inside-flat-part'],
    ],
    [
      'one cost under two names',
      (plan) => {
        plan.workPackages = packages(0, 0);
        plan.workPackages[1]!.total!.called = 'kokonaiskulut';
      },
      ['same-cost-many-names'],
    ],
    [
      'municipal money as own funding beside municipal funding that says 0',
      (plan) => {
        shares(plan)[1].from = 'municipal';
        plan.fundingShares.push({ ...municipal });
      },
      ['money-has-source-and-role'],
    ],
    [
      'a promise a day before its decision',
      (plan) => {
        plan.parts[0]!.committedOn = '2022-11-06';
      },
      ['committed-before-decision'],
    ],
    [
      'a share of a whole that nobody tells',
      (plan) => {
        plan.costLines = [];
        plan.figures = [];
        plan.fundingShares = [];
      },
      ['share-without-total'],
    ],
    [
      'a business ID whose check digit does not hold',
      (plan) => {
        plan.parts[0]!.details.businessId = '2296962-2';
      },
      ['business-id-wrong'],
    ],
    [
      'a municipality that ends on the last day',
      (plan) => {
        plan.identity.endsOn = '2025-01-01';
      },
      ['municipality-ends-during-project'],
    ],
    [
      'a municipality that ended on the first day',
      (plan) => {
        plan.identity.startsOn = '2025-01-01';
        plan.identity.endsOn = '2026-12-31';
      },
      ['municipality-ends-during-project'],
    ],
    [
      'municipalities a day older than the register',
      (plan) => {
        plan.identity.startsOn = '2022-12-31';
      },
      ['municipalities-before-register'],
    ],
    [
      'an organisation that has ended',
      (plan) => {
        plan.parts[0]!.name = 'Kaakkois-Suomen TE-toimisto';
      },
      ['organisation-has-ended'],
    ],
    [
      'a package that begins on the last day of what it builds on',
      (plan) => {
        plan.workPackages = [
          item({ startsOn: '2023-01-01', endsOn: '2023-06-30' }),
          item({ code: 'TP2', needs: ['TP1'], startsOn: '2023-06-30' }),
        ];
      },
      ['work-package-starts-early'],
    ],
  ])('tells of %s, and of nothing else', (_what, change, codes) => {
    expect(codesOf(change)).toEqual(codes);
  });

  test('an organisation has ended from the day after its last', () => {
    const named: Change = (plan) => {
      plan.parts[0]!.name = 'Kaakkois-Suomen TE-toimisto';
    };
    expect(codesOf(named, { today: '2024-12-31' })).toEqual([]);
    expect(codesOf(named, { today: '2025-01-01' })).toEqual(['organisation-has-ended']);
  });

  test.each<[ProjectState, boolean]>([
    ['running', false],
    ['ended', true],
    ['closed', true],
  ])('parts of the final report are asked of a project that is %s: %s', (state, asked) => {
    const codes = codesOf(() => {}, { state });
    expect(codes.every((code) => code === 'final-report-part-empty')).toBe(true);
    expect(codes.length > 0).toBe(asked);
  });
});

describe('wages told in prose against printed totals', () => {
  const told = (plan: Plan, ...figures: [wages: number, year: number, toYear?: number][]) => {
    plan.costLines = [];
    plan.fundingShares = [];
    plan.figures = figures.map(([cents, year, toYear]) => ({
      kind: 'wages',
      cents: euros(cents),
      year,
      ...(toYear === undefined ? {} : { toYear }),
    }));
    return (sum: number, year?: number) =>
      plan.figures.push({ kind: 'costs-total', cents: euros(sum), ...(year === undefined ? {} : { year }) });
  };

  test.each<[string, Change, string[]]>([
    ['a year that follows', (plan) => void told(plan, [10_000, 2023])(14_000, 2023), []],
    [
      'a year that does not',
      (plan) => void told(plan, [10_000, 2023])(14_001, 2023),
      ['total-differs-from-flat-rate'],
    ],
    ['a year without a total', (plan) => void told(plan, [10_000, 2023])(1, 2024), []],
    [
      'one year against the whole, which is no sum of years',
      (plan) => void told(plan, [10_000, 2023])(1),
      [],
    ],
    [
      'two years told at once that make the whole',
      (plan) => void told(plan, [10_000, 2023, 2024])(28_000),
      [],
    ],
    [
      'two years told at once that do not',
      (plan) => void told(plan, [10_000, 2023, 2024])(27_000),
      ['total-differs-from-flat-rate'],
    ],
    [
      'yearly totals that make the whole',
      (plan) => {
        const total = told(plan, [10_000, 2023], [20_000, 2024]);
        total(14_000, 2023);
        total(28_000, 2024);
        total(42_000);
      },
      [],
    ],
    [
      'yearly totals that do not make the whole',
      (plan) => {
        const total = told(plan, [10_000, 2023]);
        total(14_000, 2023);
        total(14_001);
      },
      ['parts-do-not-sum'],
    ],
    [
      'cost lines, which say more than prose',
      (plan) => {
        told(plan, [10_000, 2023])(14_001, 2023);
        plan.costLines = [{ kind: 'wages', label: '', requested: euros(14_001), year: 2023 }];
      },
      [],
    ],
    [
      'a model that takes its rate of something else',
      (plan) => {
        told(plan, [10_000, 2023])(14_001, 2023);
        plan.budget.costModel = 'flat-rate-7';
      },
      [],
    ],
  ])('%s', (_what, change, codes) => {
    // biome-ignore format: a table
    expect(codesOf(change)).toEqual(codes);
  });
});

describe('a document in which everything holds', () => {
  const draft = (more: Partial<ProjectDraft> = {}): ProjectDraft => ({
    document: { key: 'd', kind: 'form', datedOn: '2023-07-03' },
    name: { value: 'Hiljainen hanke' },
    ...more,
  });
  const found = (more: Partial<ProjectDraft>) =>
    findingsOf(emptyPlan('Hiljainen hanke'), [draft(more)], circumstances()).map(({ code }) => code);
  const figure = (printed: string) => ({ kind: 'costs-total' as const, amount: 100, printed });
  const indicator = (more: object = {}) =>
    ({ name: 'Osallistujat', kind: 'output', unit: 'persons', planned: 52, ...more }) as never;
  const result = (more: object = {}) =>
    indicator({ kind: 'result', baseline: 0, until: '2024-12-31', code: 'R1', ...more });
  const answer = (more: object = {}) =>
    ({ question: 'Onko analyysi tehty?', answer: true, text: 'Analyysi on tehty.', ...more }) as never;

  test.each<[string, Partial<ProjectDraft>, string[]]>([
    ['nothing but a name', {}, []],
    ['sums in one style', { figures: [figure('1 000'), figure('20 000'), figure('999')] }, []],
    ['sums in two styles', { figures: [figure('1 000'), figure('20.000')] }, ['numbers-in-many-styles']],
    ['a year beside a sum, which is no style', { figures: [figure('1 000')] }, []],
    [
      'a breakdown that makes the whole',
      {
        indicators: [
          indicator({
            breakdown: [
              { name: 'a', planned: 50 },
              { name: 'b', planned: 2 },
            ],
          }),
        ],
      },
      [],
    ],
    [
      'a breakdown that leaves somebody out',
      { indicators: [indicator({ breakdown: [{ name: 'a', planned: 50 }] })] },
      ['breakdown-leaves-some-out'],
    ],
    ['an empty breakdown', { indicators: [indicator({ breakdown: [] })] }, []],
    [
      'about so many, of another thing',
      { indicators: [indicator(), indicator({ unit: 'companies', qualifier: 'about', planned: 50 })] },
      [],
    ],
    [
      'about so many twice',
      { indicators: [indicator({ qualifier: 'about' }), indicator({ qualifier: 'about' })] },
      [],
    ],
    [
      'about so many, and at least so many',
      { indicators: [indicator({ qualifier: 'at-least' }), indicator({ qualifier: 'about' })] },
      [],
    ],
    [
      'about so many, and exactly',
      { indicators: [indicator(), indicator({ qualifier: 'about', planned: 50 })] },
      ['figure-given-in-two-ways'],
    ],
    [
      'ended with what was realised',
      { state: { value: 'ended' }, indicators: [indicator({ realised: 0 })] },
      [],
    ],
    ['ended without it', { state: { value: 'ended' }, indicators: [indicator()] }, ['realised-not-given']],
    ['going on without it', { state: { value: 'running' }, indicators: [indicator()] }, []],
    ['a target with all that makes it one', { indicators: [result()] }, []],
    ['a target without a baseline', { indicators: [result({ baseline: undefined })] }, ['target-is-open']],
    ['a target without an end', { indicators: [result({ until: undefined })] }, ['target-is-open']],
    ['a target without a definition', { indicators: [result({ code: undefined })] }, ['target-is-open']],
    ['a result without a number', { indicators: [result({ baseline: undefined, planned: undefined })] }, []],
    ['an analysis that is told', { horizontal: [answer()] }, []],
    ['a no', { horizontal: [answer({ answer: false, text: '' })] }, []],
    ['a yes to something else', { horizontal: [answer({ question: 'Onko huomioitu?', text: '' })] }, []],
    ['a yes without its analysis', { horizontal: [answer({ text: 'Kyllä.' })] }, ['answer-needs-evidence']],
    ['an effect without a scale', { horizontal: [answer({ direct: 3 })] }, ['scale-not-stated']],
    [
      'a meeting on the day of the document',
      { proceedings: [{ body: 'Lautakunta', what: 'meeting', on: '2023-07-03' }] },
      [],
    ],
    [
      'a meeting after it',
      { proceedings: [{ body: 'Lautakunta', what: 'meeting', on: '2023-07-04' }] },
      ['future-event-in-document'],
    ],
    ['a meeting that has no day', { proceedings: [{ body: 'Lautakunta', what: 'meeting' }] }, []],
    [
      'a meeting in a document without a day',
      {
        document: { key: 'd', kind: 'form' },
        proceedings: [{ body: 'Lautakunta', what: 'meeting', on: '2030-01-01' }],
      },
      [],
    ],
    ['one name of a source', { rejectionReasons: [{ value: 'Työvoimatiekartta' }] }, []],
    [
      'two names of a source',
      { rejectionReasons: [{ value: 'Työvoimatiekartta' }, { value: 'työvoimatietokartta' }] },
      ['source-name-uncertain'],
    ],
    ['a word written right', { rejectionReasons: [{ value: 'Hankkeen tavoite' }] }, []],
    ['a typing error', { rejectionReasons: [{ value: 'Hankken tavoite' }] }, ['typing-error-kept']],
    [
      'the key of the document, which is no text of it',
      { document: { key: 'Hankken tavoite', kind: 'form' } },
      [],
    ],
  ])('%s', (_what, more, codes) => {
    // biome-ignore format: a table
    expect(found(more)).toEqual(codes);
  });
});
