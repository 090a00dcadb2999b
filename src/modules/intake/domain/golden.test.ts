import { describe, expect, it, test } from 'vitest';
import { parseBusinessId } from '#kernel/business-id.ts';
import { daysIn, monthsIn } from '#kernel/days.ts';
import { goldenOf, seedOf, seedsAreThere, sources, textOf } from '#test/fixtures/intake/documents.ts';
import { goldenLines } from '#test/fixtures/intake/golden.ts';
import { readDocument } from './read-document.ts';
import type { ReadDocument } from './reading.ts';
import { recognise } from './recognise.ts';

const readings = new Map<string, ReadDocument>(
  sources.map(({ key, name, kind }) => [key, readDocument(textOf(name), kind)]),
);
const read = (key: string): ReadDocument => readings.get(key)!;
const value = (key: string, path: string) => read(key).fields.find((field) => field.path === path)?.value;
const values = (key: string, pattern: RegExp) =>
  read(key)
    .fields.filter((field) => pattern.test(field.path))
    .map((field) => field.value);
const euros = (amount: number) => amount * 100;
const sum = (numbers: readonly unknown[]) => numbers.reduce<number>((all, row) => all + Number(row), 0);

describe.each(sources)('document $key', ({ name, kind }) => {
  it('is recognised by its headings, and by a clear lead', () => {
    expect(recognise(textOf(name))).toMatchObject({ outcome: 'recognised', kind });
  });
  it('is read to the whole expected result', () => {
    expect(goldenLines(readDocument(textOf(name), kind))).toEqual(goldenOf(name));
  });
  it('leaves no line unread and lacks no part', () => {
    const { unread, absent } = readDocument(textOf(name), kind);
    expect({ unread, absent }).toEqual({ unread: [], absent: [] });
  });
  it('is read to the same bytes again', () => {
    const once = JSON.stringify(readDocument(textOf(name), kind));
    expect(JSON.stringify(readDocument(textOf(name), kind))).toBe(once);
  });
});

/** Names, addresses and telephone numbers of officials: in the fixtures they are invented. */
const ofOfficials = /(?:^|\.)(?:contact|handler|presenter|preparers?)\b|applicant\.phone|^parts\.\d+\.text$/;

describe.skipIf(!seedsAreThere)('the documents themselves (needs ../shared/seeds)', () => {
  it.each(sources)('$key is read as its fixture is, but for the names of officials', ({ key, kind }) => {
    const plain = (document: ReadDocument) =>
      document.fields
        .filter((field) => !ofOfficials.test(field.path) && !/^texts\.need/.test(field.path))
        .map(({ path, value: said, line, confidence }) => ({ path, said, line, confidence }));
    const own = readDocument(seedOf(key), kind);
    expect(plain(own)).toEqual(plain(read(key)));
    expect(own.fields.map(({ path }) => path)).toEqual(read(key).fields.map(({ path }) => path));
    expect(own.unread).toEqual([]);
    expect(recognise(seedOf(key)).kind).toBe(kind);
  });
});

const period = (key: string): [string, string] => [
  String(value(key, 'startsOn')),
  String(value(key, 'endsOn')),
];
const groupsOfFive = (scores: readonly unknown[]) =>
  [0, 5, 10].map((from) => sum(scores.slice(from, from + 5)));
const purchases = (code: number) =>
  values('003', new RegExp(`^workPackages\\.${code}\\.purchases\\.\\d\\.amount$`));
/** Shares of a whole, in hundredths of a per cent. */
const shareOfWhole = (part: unknown, whole: unknown) => Math.round((Number(part) / Number(whole)) * 10_000);
/** The price of one, in cents. */
const priceOfOne = (count: unknown) =>
  Math.round(Number(value('003', 'costsTotal.requested')) / Number(count));
const employed = () => {
  const promise = read('003').fields.find(
    ({ path, value: said }) => /^outcomes\.\d+\.share$/.test(path) && said === 8000,
  )!;
  return [
    promise.line,
    (Number(value('003', promise.path.replace(/share$/, 'amount'))) * Number(promise.value)) / 10_000,
  ];
};

/** Requirements A0.1, row by row: what reading says, and the numbers recomputed by hand. */
const numbers: readonly (readonly [id: string, statement: string, said: () => unknown, expected: unknown])[] =
  [
    [
      'N-01',
      '2022: 43 400 = 34 720 + 8 680; 80 % and 20 %',
      () => {
        const [total, grant, own] = [
          value('000', 'figures.costs-total.2.amount'),
          value('000', 'funding.1.amount'),
          value('000', 'funding.4.amount'),
        ];
        return [total, grant, own, sum([grant, own]), shareOfWhole(grant, total), shareOfWhole(own, total)];
      },
      [...[43_400, 34_720, 8_680, 43_400].map(euros), 8000, 2000],
    ],
    [
      'N-02',
      '2023 and 2024: 103 000 = 82 400 + 20 600 each',
      () => [
        values('000', /^figures\.costs-total\.[34]\.amount$/),
        values('000', /^funding\.[23]\.amount$/),
        values('000', /^funding\.[56]\.amount$/),
      ],
      [[103_000, 103_000].map(euros), [82_400, 82_400].map(euros), [20_600, 20_600].map(euros)],
    ],
    [
      'N-03',
      'total 249 400; grant 199 520 and own 49 880 are printed nowhere',
      () => [
        value('000', 'figures.costs-total.1.amount'),
        sum(values('000', /^figures\.costs-total\.[234]\.amount$/)),
        sum(values('000', /^funding\.[1-3]\.amount$/)),
        sum(values('000', /^funding\.[4-6]\.amount$/)),
        value('000', 'aidRate'),
        value('000', 'ownRate'),
      ],
      [...[249_400, 249_400, 199_520, 49_880].map(euros), 8000, 2000],
    ],
    [
      'N-04',
      'own 174 438 of 872 188; the rest is 697 750',
      () => {
        const [total, own] = [
          value('001', 'otherProjects.1.total'),
          value('001', 'otherProjects.1.ownShare'),
        ];
        return [total, own, Number(total) - Number(own), Math.round(Number(total) / 500) * 100];
      },
      [872_188, 174_438, 697_750, 174_438].map(euros),
    ],
    [
      'N-05',
      'granted 645 000, realised 554 759: 86,01 % used, 90 241 unused',
      () => {
        const [granted, realised] = [value('002', 'figures.granted'), value('002', 'figures.realised')];
        return [granted, realised, Number(granted) - Number(realised), shareOfWhole(realised, granted)];
      },
      [...[645_000, 554_759, 90_241].map(euros), 8601],
    ],
    [
      'N-06',
      'companies 9 and 6; persons 180, and what was realised is not given',
      () => [
        values('002', /^indicators\.1\.(?:planned|realised)$/),
        value('002', 'indicators.2.planned'),
        value('002', 'indicators.2.realised'),
      ],
      [[9, 6], 180, undefined],
    ],
    [
      'N-07',
      'the business ID holds',
      () => parseBusinessId(String(value('002', 'applicant.businessId'))).ok,
      true,
    ],
    [
      'N-08',
      '15 criteria in three groups of five: 5, 5, 11 and 12, 19, 26',
      () => [
        groupsOfFive(values('002', /^principles\.\d+\.direct$/)),
        groupsOfFive(values('002', /^principles\.\d+\.indirect$/)),
        values('002', /^principles\.\d+\.direct$/).length,
      ],
      [[5, 5, 11], [12, 19, 26], 15],
    ],
    [
      'N-09',
      '180 648 + 72 259 = 252 907',
      () => [values('003', /^costs\.\d\.requested$/), value('003', 'costsTotal.requested')],
      [[180_648, 72_259, 0].map(euros), euros(252_907)],
    ],
    [
      'N-10',
      '202 327 + 50 580 = 252 907',
      () => [values('003', /^funding\.\d\.requested$/), value('003', 'fundingTotal.requested')],
      [[202_327, 50_580, 0, 0, 0].map(euros), euros(252_907)],
    ],
    [
      'N-11',
      'work package 1: 14 000',
      () => [purchases(1), value('003', 'workPackages.1.total.amount')],
      [[2_000, 6_000, 4_000, 2_000].map(euros), euros(14_000)],
    ],
    [
      'N-12',
      'work package 2: 17 500',
      () => [purchases(2), value('003', 'workPackages.2.total.amount')],
      [[3_000, 500, 14_000].map(euros), euros(17_500)],
    ],
    [
      'N-13',
      'work package 3: 9 500',
      () => [purchases(3), value('003', 'workPackages.3.total.amount')],
      [[1_500, 2_000, 2_000, 4_000].map(euros), euros(9_500)],
    ],
    ['N-14', 'four of five of 50 are 40', employed, [107, 40]],
    [
      'N-15',
      '28 months and 853 days; 29 months; 1 246 days',
      () => [
        monthsIn(...period('003')),
        daysIn(...period('003')),
        monthsIn(...period('000')),
        daysIn(...period('002')),
      ],
      [28, 853, 29, 1_246],
    ],
    [
      'N-16',
      'for each participant, company and person employed',
      () => [...values('003', /^indicators\.\d\.planned$/).map(priceOfOne), priceOfOne(employed()[1])],
      [4_863.6, 2_810.08, 6_322.68].map(euros).map(Math.round),
    ],
    [
      'N-17',
      '4 goals, 18 measures, 6 pairs of goal and coordinator, 4 coordinators, half-yearly',
      () => {
        const coordinators = values('004', /^goals\.\d\.coordinators\.\d$/);
        return [
          values('004', /^goals\.\d\.title$/).length,
          [1, 2, 3, 4].map(
            (goal) => values('004', new RegExp(`^goals\\.${goal}\\.measures\\.\\d\\.title$`)).length,
          ),
          coordinators.length,
          new Set(coordinators).size,
          value('004', 'reporting.rhythm'),
        ];
      },
      [4, [3, 4, 4, 7], 6, 4, 'half-year'],
    ],
    ['N-18', '13 members of the board', () => values('004', /^board\.members\.\d+$/).length, 13],
    [
      'N-19',
      '12 and 7 municipalities',
      () => [values('002', /^municipalities\./).length, values('003', /^municipalities\./).length],
      [12, 7],
    ],
  ];

describe('the numbers of the documents come out of reading them', () => {
  test('the list is whole: N-01 to N-19', () => {
    expect(numbers.map(([id]) => id)).toEqual(
      Array.from({ length: 19 }, (_, at) => `N-${String(at + 1).padStart(2, '0')}`),
    );
  });
  test.each(numbers)('%s: %s', (_id, _statement, said, expected) => {
    expect(said()).toEqual(expected);
  });
  test('besides: 1 752 € of 001, the breakdown of 52, blanks of 003 as blanks, chapters and themes of 004', () => {
    expect(value('001', 'money.1.amount')).toBe(euros(1_752));
    expect(value('003', 'indicators.1.breakdown.1.planned')).toBe(50);
    expect(values('003', /^costs\.\d\.rejected$/)).toEqual([euros(180_648), null, null]);
    expect(value('003', 'fundingTotal.share')).toBe(10_000);
    expect(values('002', /^principles\.[1-3]\.answer$/)).toEqual([true, true, false]);
    expect(values('004', /^chapters\.\d\.title$/)).toHaveLength(5);
    expect(values('004', /^themes\.\d\.number$/)).toEqual(['4.1', '4.2', '4.3', '4.4']);
  });
});

describe('what the text itself shows is found', () => {
  const refs = (key: string) => [...new Set(read(key).findings.map(({ ref }) => ref))].sort();
  test.each([
    ['000', ['F-04']],
    ['001', ['F-04', 'F-14', 'F-25']],
    ['002', ['F-23', 'F-25']],
    ['003', ['F-04', 'F-12', 'F-13', 'F-25']],
    ['004', ['F-17', 'F-25']],
  ])('%s: %j', (key, wanted) => {
    expect(refs(key)).toEqual(wanted);
  });
  test.each([
    ['001', ['Hankken', 'miniklusterikohtaises ti']],
    ['002', ['Sergregaation']],
    ['003', ['Työpakettin', 'Profiloitua', 'kynns', 'meinaisi']],
    ['004', ['Yritysassiakuussuunnitelman', 'Organisaatorajapinnat']],
  ])('F-25 in %s: %j', (key, words) => {
    const found = read(key)
      .findings.filter(({ code }) => code === 'possible-slip')
      .map(({ printed }) => printed?.value);
    expect(found).toEqual(expect.arrayContaining(words));
  });
});
