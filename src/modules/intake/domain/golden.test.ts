import { describe, expect, it, test } from 'vitest';
import { daysIn, monthsIn } from '#kernel/days.ts';
import { goldenOf, seedOf, seedsAreThere, sources, textOf } from '#test/fixtures/intake/documents.ts';
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
const sum = (numbers: readonly unknown[]) => numbers.reduce<number>((all, one) => all + Number(one), 0);

describe.each(sources)('document $key', ({ name, kind }) => {
  it('is recognised by its headings, and by a clear lead', () => {
    expect(recognise(textOf(name))).toMatchObject({ outcome: 'recognised', kind });
  });
  it('is read to the whole expected result', () => {
    expect(JSON.parse(JSON.stringify(readDocument(textOf(name), kind)))).toEqual(goldenOf(name));
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

describe.skipIf(!seedsAreThere)('the documents themselves, from ../shared/seeds', () => {
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
if (!seedsAreThere) test.skip('../shared/seeds is not here: the documents themselves are not read', () => {});

describe('the numbers of the documents come out of reading them (N-01 to N-19)', () => {
  test('N-01, N-02, N-03: 000 by years', () => {
    expect(values('000', /^funding\.[1-3]\.amount$/)).toEqual([34_720, 82_400, 82_400].map(euros));
    expect(values('000', /^funding\.[4-6]\.amount$/)).toEqual([8_680, 20_600, 20_600].map(euros));
    expect(values('000', /^figures\.costs-total\.\d\.amount$/)).toEqual(
      [249_400, 43_400, 103_000, 103_000].map(euros),
    );
    expect(sum(values('000', /^funding\.[1-3]\.amount$/))).toBe(euros(199_520));
    expect(sum(values('000', /^funding\.[4-6]\.amount$/))).toBe(euros(49_880));
    expect([value('000', 'aidRate'), value('000', 'ownRate')]).toEqual([8000, 2000]);
  });
  test('N-04: own 174 438 of 872 188', () => {
    expect(value('001', 'otherProjects.1.total')).toBe(euros(872_188));
    expect(value('001', 'otherProjects.1.ownShare')).toBe(euros(174_438));
    expect(value('001', 'money.1.amount')).toBe(euros(1_752));
  });
  test('N-05, N-06, N-07: 002', () => {
    expect(value('002', 'figures.granted')).toBe(euros(645_000));
    expect(value('002', 'figures.realised')).toBe(euros(554_759));
    expect(values('002', /^indicators\.\d\.(?:planned|realised)$/)).toEqual([9, 6, 180]);
    expect(value('002', 'indicators.2.realised')).toBeUndefined();
    expect(value('002', 'applicant.businessId')).toBe('2296962-1');
  });
  test('N-08: 15 criteria in three groups of five', () => {
    const direct = values('002', /^principles\.\d+\.direct$/);
    const indirect = values('002', /^principles\.\d+\.indirect$/);
    const groups = (scores: unknown[]) =>
      [scores.slice(0, 5), scores.slice(5, 10), scores.slice(10)].map((group) => sum(group));
    expect([direct.length, indirect.length]).toEqual([15, 15]);
    expect(groups(direct)).toEqual([5, 5, 11]);
    expect(groups(indirect)).toEqual([12, 19, 26]);
    expect(values('002', /^principles\.[1-3]\.answer$/)).toEqual([true, true, false]);
  });
  test('N-09, N-10: costs and funding of 003, blanks as blanks', () => {
    expect(values('003', /^costs\.\d\.requested$/)).toEqual([180_648, 72_259, 0].map(euros));
    expect(values('003', /^costs\.\d\.rejected$/)).toEqual([euros(180_648), null, null]);
    expect(value('003', 'costsTotal.requested')).toBe(euros(252_907));
    expect(values('003', /^funding\.\d\.requested$/)).toEqual([202_327, 50_580, 0, 0, 0].map(euros));
    expect(value('003', 'fundingTotal.share')).toBe(10_000);
  });
  test('N-11, N-12, N-13: what the work packages buy', () => {
    const amounts = (code: number) =>
      values('003', new RegExp(`^workPackages\\.${code}\\.purchases\\.\\d\\.amount$`));
    expect(amounts(1)).toEqual([2_000, 6_000, 4_000, 2_000].map(euros));
    expect(amounts(2)).toEqual([3_000, 500, 14_000].map(euros));
    expect(amounts(3)).toEqual([1_500, 2_000, 2_000, 4_000].map(euros));
    expect(values('003', /^workPackages\.\d\.total\.amount$/)).toEqual([14_000, 17_500, 9_500].map(euros));
  });
  test('N-14, N-16: the promises of 003', () => {
    const fifty = read('003').fields.find(
      ({ path, value: said }) => /^outcomes\.\d+\.share$/.test(path) && said === 8000,
    );
    expect(fifty?.line).toBe(107);
    expect(values('003', /^indicators\.\d\.planned$/)).toEqual([52, 90]);
    expect(value('003', 'indicators.1.breakdown.1.planned')).toBe(50);
  });
  test('N-15: periods', () => {
    const period = (key: string): [string, string] => [
      String(value(key, 'startsOn')),
      String(value(key, 'endsOn')),
    ];
    expect([monthsIn(...period('003')), daysIn(...period('003'))]).toEqual([28, 853]);
    expect(monthsIn(...period('000'))).toBe(29);
    expect(daysIn(...period('002'))).toBe(1_246);
  });
  test('N-17, N-18, N-19: 004, and municipalities', () => {
    expect(values('004', /^goals\.\d\.title$/)).toHaveLength(4);
    expect(
      [1, 2, 3, 4].map(
        (goal) => values('004', new RegExp(`^goals\\.${goal}\\.measures\\.\\d\\.title$`)).length,
      ),
    ).toEqual([3, 4, 4, 7]);
    const coordinators = values('004', /^goals\.\d\.coordinators\.\d$/);
    expect([coordinators.length, new Set(coordinators).size]).toEqual([6, 4]);
    expect(values('004', /^board\.members\.\d+$/)).toHaveLength(13);
    expect([values('002', /^municipalities\./).length, values('003', /^municipalities\./).length]).toEqual([
      12, 7,
    ]);
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
