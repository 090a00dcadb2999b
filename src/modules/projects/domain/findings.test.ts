import { describe, expect, test } from 'vitest';
import { euros } from '#kernel/money.ts';
import { seedDrafts } from '../demo/seed-drafts.ts';
import type { ProjectDraft } from './draft.ts';
import { type Circumstances, findingsOf } from './findings.ts';
import { linesAgainstTotals } from './findings-money.ts';
import { planOf, stateOf } from './plan-of-draft.ts';

const municipalities: Readonly<
  Record<string, { name: string; validFrom: string; validTo?: string; successor?: string }>
> = {
  '588': { name: 'Pertunmaa', validFrom: '1926-01-01', validTo: '2024-12-31', successor: '507' },
  '507': { name: 'Mäntyharju', validFrom: '1866-01-01' },
};

const findingsIn = (draft: ProjectDraft, today = '2026-11-20') => {
  const circumstances: Circumstances = {
    today,
    state: stateOf(draft),
    registerBegins: '2021-01-01',
    municipality: (code) => municipalities[code],
  };
  const plan = planOf(draft);
  plan.places = plan.places.map((place) => (place.name === 'Pertunmaa' ? { ...place, code: '588' } : place));
  return findingsOf(plan, [draft], circumstances);
};
const cents = (amount: number) => ({ kind: 'cents', value: Math.round(amount * 100) });

/** Every finding of requirements A0.2: the code that shows it, or the room that does. */
const coverage: Readonly<
  Record<string, readonly [document: keyof typeof seedDrafts, code: string] | string>
> = {
  'F-01': ['000', 'total-differs-from-flat-rate'],
  'F-02': ['000', 'total-differs-from-flat-rate'],
  'F-03': ['000', 'total-differs-from-flat-rate'],
  'F-04': ['000', 'numbers-in-many-styles'],
  'F-05': ['003', 'aid-over-ceiling'],
  'F-06': ['003', 'own-share-rounded'],
  'F-07': ['001-together', 'cost-model-not-stated'],
  'F-08': ['003', 'rejected-is-blank'],
  'F-09': ['003', 'printed-shares-do-not-sum'],
  'F-10': ['003', 'work-packages-inside-flat-part'],
  'F-11': ['003', 'breakdown-leaves-some-out'],
  'F-12': ['003', 'future-event-in-document'],
  'F-13': ['003', 'source-name-uncertain'],
  'F-14': 'areas: rules.labourForceThreshold says what is counted',
  'F-15': ['001', 'committed-before-decision'],
  'F-16': 'programmes',
  'F-17': 'programmes',
  'F-18': 'programmes',
  'F-19': ['000', 'target-is-open'],
  'F-20': ['003', 'municipality-ends-during-project'],
  'F-21': ['002', 'final-report-part-empty'],
  'F-22': ['002', 'answer-needs-evidence'],
  'F-23': ['002', 'scale-not-stated'],
  'F-24': ['003', 'money-has-source-and-role'],
  'F-25': ['002', 'typing-error-kept'],
  'F-26': ['002', 'organisation-has-ended'],
};

describe('every finding of the documents has somebody who shows it', () => {
  test('from F-01 to F-26', () => {
    expect(Object.keys(coverage)).toEqual(
      Array.from({ length: 26 }, (_, at) => `F-${String(at + 1).padStart(2, '0')}`),
    );
  });
  const ours = Object.entries(coverage).flatMap(([id, by]) =>
    typeof by === 'string' ? [] : [[id, ...by] as const],
  );
  test.each(ours)('%s: %s shows %s', (_id, document, code) => {
    const found = findingsIn(seedDrafts[document]).filter((row) => row.code === code);
    expect(found).not.toEqual([]);
    expect(found.some((row) => /^\d{3}:\d+/.test(row.source ?? ''))).toBe(true);
  });
});

describe('000', () => {
  const found = findingsIn(seedDrafts['000']);
  const totals = found.filter((row) => row.code === 'total-differs-from-flat-rate');
  test('F-01: 34 000 × 1,4 is 47 600, printed 43 400; 31 000 would fit', () => {
    expect(totals[0]).toMatchObject({
      grade: 'error',
      printed: cents(43_400),
      computed: cents(47_600),
      difference: cents(-4_200),
      source: '000:88, 000:93',
      hint: { code: 'wages-that-would-fit', values: { wages: cents(31_000), year: { value: '2022' } } },
    });
  });
  test('F-02: in both years 74 000 × 1,4 is 103 600, printed 103 000; 73 571,43 fits and no whole euro', () => {
    for (const [at, year] of [
      [1, '2023'],
      [2, '2024'],
    ] as const)
      expect(totals[at]).toMatchObject({
        printed: cents(103_000),
        computed: cents(103_600),
        difference: cents(-600),
        hint: { code: 'no-whole-wages-fit', values: { wages: cents(73_571.43), year: { value: year } } },
      });
  });
  test('F-03: over three years the prose differs from the table by 5 400, and the table binds', () => {
    expect(totals[3]).toMatchObject({
      grade: 'text-differs-from-table',
      printed: cents(249_400),
      computed: cents(254_800),
      difference: cents(-5_400),
    });
    expect(totals).toHaveLength(4);
  });
  test('F-04: thousands written in three ways on one page', () => {
    const styles = found.find((row) => row.code === 'numbers-in-many-styles');
    expect(styles?.printed).toEqual({
      kind: 'text',
      value: '249.400 · 34 000 · 43400',
    });
  });
  test('its shares hold: 80 and 20 % of each year, so nothing is said of them', () => {
    for (const code of [
      'aid-over-ceiling',
      'funding-differs-from-costs',
      'own-share-rounded',
      'parts-do-not-sum',
    ])
      expect(found.filter((row) => row.code === code)).toEqual([]);
  });
  test('F-19: 100 more in work has no baseline, no end, no definition', () => {
    expect(found.find((row) => row.code === 'target-is-open')).toMatchObject({
      printed: { value: 100 },
      source: '000:48',
      hint: { values: { missing: { value: 'baseline,until,definition' } } },
    });
  });
});

describe('001', () => {
  test('F-15: committed 21.10.2022, decided 7.11.2022, 17 days later; 1 752 € of nobody knows what', () => {
    const found = findingsIn(seedDrafts['001']);
    expect(found.find((row) => row.code === 'committed-before-decision')).toMatchObject({
      printed: { value: '2022-10-21' },
      computed: { value: '2022-11-07' },
      difference: { value: 17 },
      source: '001:26',
    });
    expect(found.find((row) => row.code === 'share-without-total')).toMatchObject({ printed: cents(1_752) });
  });
  test('F-07: 872 188 has no stated model, and none is guessed; N-04 and F-06: half up on the total', () => {
    const found = findingsIn(seedDrafts['001-together']);
    expect(found.find((row) => row.code === 'cost-model-not-stated')).toMatchObject({
      printed: cents(872_188),
    });
    expect(found.find((row) => row.code === 'own-share-rounded')).toMatchObject({
      printed: cents(174_438),
      computed: cents(174_437.6),
      difference: cents(0.4),
      hint: { code: 'rounding.half-up-on-total' },
    });
    expect(found.filter((row) => row.code === 'total-differs-from-flat-rate')).toEqual([]);
  });
});

describe('002', () => {
  const found = findingsIn(seedDrafts['002']);
  test('F-21: ended, the summary of the final report is "-", the persons are not given', () => {
    expect(found.find((row) => row.hint?.code === 'report-part.final-report')).toMatchObject({
      code: 'final-report-part-empty',
      printed: { value: '-' },
      source: '002:193',
    });
    expect(found.filter((row) => row.code === 'realised-not-given')).toMatchObject([
      { printed: { value: 180 }, source: '002:141' },
    ]);
  });
  test('F-20: its twelve municipalities are older than the register', () => {
    expect(found.find((row) => row.code === 'municipalities-before-register')).toMatchObject({
      printed: { value: 12 },
    });
  });
  test('F-22, F-23: yes without an analysis; values 0–6 of a scale that is not stated', () => {
    expect(found.filter((row) => row.code === 'answer-needs-evidence')).toMatchObject([
      { source: '002:147' },
    ]);
    expect(found.find((row) => row.code === 'scale-not-stated')).toMatchObject({ printed: { value: '0–6' } });
  });
  test('F-26: the centre that applied has a successor; before it ended there is nothing to say', () => {
    expect(found.filter((row) => row.code === 'organisation-has-ended')).toMatchObject([
      { computed: { value: 'Työllisyys-, kehittämis- ja hallintokeskus' }, source: '002:23' },
      { computed: { value: 'Elinvoimakeskus' }, source: '002:19' },
    ]);
    expect(
      findingsIn(seedDrafts['002'], '2023-01-01').filter((row) => row.code === 'organisation-has-ended'),
    ).toEqual([]);
  });
  test('N-07: the business ID holds', () => {
    expect(found.filter((row) => row.code === 'business-id-wrong')).toEqual([]);
  });
});

describe('003', () => {
  const found = findingsIn(seedDrafts['003']);
  const of = (code: string) => found.filter((row) => row.code === code);
  test('F-05: 1,40 € over 80 %, 202 325 and 50 582 offered', () => {
    expect(of('aid-over-ceiling')).toMatchObject([
      {
        printed: cents(202_327),
        computed: cents(202_325.6),
        difference: cents(1.4),
        source: '003:184, 003:185',
        hint: { values: { grant: cents(202_325), own: cents(50_582) } },
      },
    ]);
  });
  test('F-06: the pair is the floor of each cost line', () => {
    expect(of('own-share-rounded')).toMatchObject([
      { printed: cents(50_580), computed: cents(50_581.4), hint: { code: 'rounding.floor-per-line' } },
    ]);
  });
  test('F-08: the blank of the flat part is 72 259 that was not approved', () => {
    expect(of('rejected-is-blank')).toMatchObject([{ computed: cents(72_259), source: '003:177' }]);
  });
  test('F-09: shares 0 against 100,00; those of the requested sums beside', () => {
    expect(of('printed-shares-do-not-sum')).toMatchObject([
      { printed: { kind: 'share', value: 1 }, computed: { value: 0 }, difference: { value: 1 } },
    ]);
  });
  test('F-10: 41 000 inside 72 259, 31 259 left, one cost under three names', () => {
    expect(of('work-packages-inside-flat-part')).toMatchObject([
      {
        printed: cents(41_000),
        computed: cents(72_259),
        hint: { values: { rest: cents(31_259) } },
      },
    ]);
    const share = of('work-packages-inside-flat-part')[0]?.hint?.values?.share;
    expect(share?.kind === 'share' && Math.round(share.value * 1000)).toBe(567);
    expect(of('same-cost-many-names')[0]?.printed).toEqual({
      kind: 'text',
      value: 'ostopalvelut, kokonaiskustannukset, kokonaiskulut',
    });
  });
  test('F-11: two of the 52 are in no group; "noin 50" and 52', () => {
    expect(of('breakdown-leaves-some-out')).toMatchObject([{ difference: { value: 2 }, source: '003:149' }]);
    expect(of('figure-given-in-two-ways')).toMatchObject([{ source: '003:101, 003:149' }]);
  });
  test('F-12: dated 3.7.2023, speaks of 23.8.2023', () => {
    expect(of('future-event-in-document')).toMatchObject([
      { printed: { value: '2023-08-23' }, computed: { value: '2023-07-03' }, difference: { value: 51 } },
    ]);
  });
  test('F-20: Pertunmaa ends within the project', () => {
    expect(of('municipality-ends-during-project')).toMatchObject([
      { printed: { value: 'Pertunmaa' }, computed: { value: 'Mäntyharju' } },
    ]);
  });
  test('what holds is silent: N-09 to N-13', () => {
    for (const code of [
      'flat-part-differs',
      'parts-do-not-sum',
      'work-package-sum-differs',
      'funding-differs-from-costs',
    ])
      expect(of(code)).toEqual([]);
  });
  test('a flat line is counted from the wages of its own year', () => {
    const plan = planOf(seedDrafts['003']);
    const [wages, flat] = [plan.costLines[0]!, plan.costLines[1]!];
    const of = (year: number, paid: number, share: number) => [
      { ...wages, year, requested: euros(paid) },
      { ...flat, year, requested: euros(share) },
    ];
    const found = (lines: typeof plan.costLines) =>
      linesAgainstTotals({ ...plan, costLines: lines, figures: [] }).map(({ difference }) => difference);
    expect(found([...of(2023, 55_000, 22_000), ...of(2024, 60_000, 24_000)])).toEqual([]);
    expect(found([...of(2023, 55_000, 22_000), ...of(2024, 60_000, 24_010)])).toEqual([
      { kind: 'cents', value: euros(10) },
    ]);
  });
  test('one euro changed in a line is found at once', () => {
    const plan = planOf(seedDrafts['003']);
    plan.costLines[0]!.requested = euros(180_649);
    const circumstances: Circumstances = {
      today: '2026-11-20',
      state: 'rejected',
      registerBegins: '2021-01-01',
      municipality: () => undefined,
    };
    const codes = findingsOf(plan, [], circumstances).map((row) => row.code);
    expect(codes).toContain('flat-part-differs');
    expect(codes).toContain('parts-do-not-sum');
    expect(codes).toContain('funding-differs-from-costs');
  });
});
