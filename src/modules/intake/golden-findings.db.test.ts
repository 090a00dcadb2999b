import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FindingValue } from '#kernel/findings.ts';
import { unwrap } from '#kernel/result.ts';
import { systemViewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { bytesOf, sources } from '#test/fixtures/intake/documents.ts';
import { runUseCase } from '#use-case';
import type { ReadFinding } from './domain/reading.ts';
import { intake } from './index.ts';

const euros = (amount: number): FindingValue => ({ kind: 'cents', value: Math.round(amount * 100) });
const number = (value: number): FindingValue => ({ kind: 'number', value });
const share = (value: number): FindingValue => ({ kind: 'share', value });
const day = (value: string): FindingValue => ({ kind: 'day', value });
const words = (value: string): FindingValue => ({ kind: 'text', value });

type Row = readonly [
  ref: string,
  document: string,
  code: string,
  said: {
    readonly line?: number;
    readonly printed?: FindingValue;
    readonly computed?: FindingValue;
    readonly difference?: FindingValue;
    /** The input that would fit. */
    readonly fits?: Readonly<Record<string, FindingValue>>;
  },
];

/** Requirements A0.2, row by row: what reading the five documents tells, and nothing is repaired. */
const golden: readonly Row[] = [
  [
    'F-01',
    '000',
    'total-differs-from-flat-rate',
    {
      line: 88,
      printed: euros(43_400),
      computed: euros(47_600),
      difference: euros(-4_200),
      fits: { wages: euros(31_000) },
    },
  ],
  [
    'F-02',
    '000',
    'total-differs-from-flat-rate',
    {
      line: 88,
      printed: euros(103_000),
      computed: euros(103_600),
      difference: euros(-600),
      fits: { wages: euros(73_571.43) },
    },
  ],
  [
    'F-03',
    '000',
    'total-differs-from-flat-rate',
    {
      line: 88,
      printed: euros(249_400),
      computed: euros(254_800),
      difference: euros(-5_400),
      fits: { wages: euros(178_143) },
    },
  ],
  [
    'F-04',
    '000',
    'number-styles-mixed',
    { line: 86, printed: words('249.400 · 34 000 · 8680'), computed: number(3) },
  ],
  [
    'F-05',
    '003',
    'aid-over-ceiling',
    {
      line: 184,
      printed: euros(202_327),
      computed: euros(202_325.6),
      difference: euros(1.4),
      fits: { grant: euros(202_325), own: euros(50_582) },
    },
  ],
  [
    'F-06',
    '003',
    'own-share-rounded',
    { line: 185, printed: euros(50_580), computed: euros(50_581.4), difference: euros(-1.4) },
  ],
  ['F-07', '001', 'cost-model-not-stated', { line: 28, printed: euros(872_188) }],
  [
    'F-08',
    '003',
    'rejected-is-blank',
    { line: 177, computed: euros(72_259), fits: { line: words('Flat rate 40 % kehittäminen') } },
  ],
  [
    'F-09',
    '003',
    'printed-shares-do-not-sum',
    { line: 184, printed: share(1), computed: share(0), difference: share(1) },
  ],
  [
    'F-10',
    '003',
    'work-packages-inside-flat-part',
    {
      line: 119,
      printed: euros(41_000),
      computed: euros(72_259),
      difference: euros(-31_259),
      fits: { rest: euros(31_259) },
    },
  ],
  [
    'F-11',
    '003',
    'breakdown-leaves-some-out',
    {
      line: 149,
      printed: number(52),
      computed: number(50),
      difference: number(2),
      fits: { rest: number(2) },
    },
  ],
  [
    'F-12',
    '003',
    'future-event-in-dated-document',
    { line: 197, printed: day('2023-08-23'), computed: day('2023-07-03'), difference: number(51) },
  ],
  [
    'F-13',
    '003',
    'source-name-uncertain',
    { line: 85, printed: words('työvoimatiekartta (85) · työvoimatietokartta (137)') },
  ],
  [
    'F-14',
    '001',
    'measured-quantity-differs',
    { line: 17, printed: words('työllisen työvoiman'), computed: words('työvoima') },
  ],
  [
    'F-15',
    '001',
    'committed-before-decision',
    { line: 26, printed: day('2022-10-21'), computed: day('2022-11-07'), difference: number(17) },
  ],
  ['F-16', '004', 'measure-without-indicator', { computed: number(18) }],
  ['F-17', '004', 'markup-taken-off', { line: 77, printed: words('<p> <ul>') }],
  ['F-18', '004', 'review-day-missing', {}],
  [
    'F-19',
    '000',
    'target-is-open',
    { line: 48, printed: number(100), fits: { missing: words('baseline,until,definition') } },
  ],
  ['F-20', '002', 'municipalities-before-register', { line: 121, printed: number(12) }],
  ['F-21', '002', 'realised-not-given', { line: 139, printed: number(180) }],
  [
    'F-22',
    '002',
    'answer-needs-evidence',
    { line: 145, printed: words('Hankkeessa on tehty toimintaympäristön analyysi sukupuolinäkökulmasta') },
  ],
  ['F-23', '002', 'scale-not-stated', { line: 156, printed: words('0–6') }],
  [
    'F-24',
    '003',
    'money-has-source-and-role',
    { line: 185, printed: euros(0), computed: euros(50_580), difference: euros(-50_580) },
  ],
  ['F-25', '003', 'possible-slip', { line: 105, printed: words('kynns') }],
  [
    'F-26',
    '002',
    'organisation-has-ended',
    {
      line: 19,
      printed: words('Etelä-Savon elinkeino-, liikenne- ja ympäristökeskus'),
      computed: words('Elinvoimakeskus'),
      fits: { day: day('2025-12-31') },
    },
  ],
];

describe.each(databaseKinds)('every inconsistency of the documents is found by reading them (%s)', (kind) => {
  let app: TestApp;
  const found = new Map<string, readonly ReadFinding[]>();
  beforeAll(async () => {
    app = await openTestApp(kind);
    for (const { key, name } of sources) {
      const { documentId } = unwrap(
        await runUseCase(app, systemViewer, intake.bringDocument, {
          fileName: `${name}.txt`,
          bytes: bytesOf(name),
        }),
      );
      found.set(
        key,
        unwrap(await runUseCase(app, systemViewer, intake.openDocument, { documentId })).findings,
      );
    }
  });
  afterAll(() => app.close());

  test('the list is whole: F-01 to F-26', () => {
    expect(golden.map(([ref]) => ref)).toEqual(
      Array.from({ length: 26 }, (_, at) => `F-${String(at + 1).padStart(2, '0')}`),
    );
  });

  test.each(golden)('%s in %s: %s', (ref, document, code, { fits, ...said }) => {
    const ours = found.get(document)!.filter((finding) => finding.ref === ref && finding.code === code);
    expect(ours).not.toEqual([]);
    expect(ours).toContainEqual(
      expect.objectContaining({
        ...said,
        ...(fits ? { hint: expect.objectContaining({ values: expect.objectContaining(fits) }) } : {}),
      }),
    );
  });

  test('F-02 is told of both years, F-16 of 18 measures, F-25 of each word, and the same thing once', () => {
    const codes = (document: string, ref: string) =>
      found.get(document)!.filter((finding) => finding.ref === ref);
    expect(codes('000', 'F-02').map(({ hint }) => hint?.values?.year)).toEqual([
      words('2023'),
      words('2024'),
    ]);
    const slips = ['001', '002', '003', '004'].flatMap((key) =>
      codes(key, 'F-25').map(({ printed }) => printed?.value),
    );
    for (const word of [
      'miniklusterikohtaises ti',
      'Hankken',
      'Sergregaation',
      'kynns',
      'meinaisi',
      'Profiloitua',
      'Työpakettin',
      'Yritysassiakuussuunnitelman',
      'Organisaatorajapinnat',
    ])
      expect(slips.filter((slip) => slip === word)).toEqual([word]);
  });
});
