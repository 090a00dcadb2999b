import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  balanceOf,
  checkParts,
  followUp,
  halfYearsOf,
  latestOf,
  parseTarget,
  reachedShare,
} from './indicators.ts';
import {
  commonIndicators,
  commonParts,
  commonSums,
  countCommon,
  type ParticipantFact,
} from './indicators-esf.ts';

/** The list is not part of the project; where it is not, this is skipped. */
const list = new URL('../../../../../shared/data/esf-plus/esf_plus_common_indicators.csv', import.meta.url);

describe('a target as it was written', () => {
  it.each([
    ['noin 50', { value: 50, qualifier: 'about' }],
    ['50', { value: 50 }],
    ['vähintään 40', { value: 40, qualifier: 'at-least' }],
    ['högst 1 000', { value: 1000, qualifier: 'at-most' }],
    ['80 %', { value: 80 }],
  ])('%s', (text, target) => expect(parseTarget(text)).toEqual(target));
  it('what can be read in two ways or not at all is asked', () => {
    for (const text of ['', '-', 'kasvaa', '1.5', 'noin']) expect(parseTarget(text), text).toBeUndefined();
  });
  it('52 of whom 50 unemployed leaves two to be described (F-11, 003:149)', () => {
    const target = { value: 52, parts: [{ label: 'työttömiä', value: 50 }] };
    expect(checkParts(target)).toMatchObject({
      code: 'target-part-missing',
      grade: 'missing',
      difference: { value: 2 },
    });
    expect(checkParts({ value: 52, parts: [...target.parts, { label: 'muita', value: 2 }] })).toBeUndefined();
    expect(checkParts({ value: 49, parts: target.parts })).toMatchObject({ code: 'target-parts-too-many' });
    expect(checkParts({ value: 52, parts: [] })).toBeUndefined();
  });
});

describe('planned against actual', () => {
  it('003 has five half-years, KasvuPOK seven', () => {
    expect(halfYearsOf('2023-09-01', '2025-12-31')).toEqual([
      '2023H2',
      '2024H1',
      '2024H2',
      '2025H1',
      '2025H2',
    ]);
    expect(halfYearsOf('2019-01-02', '2022-05-31')).toHaveLength(7);
  });
  it('persons realised are not given and never 0 (N-06: 180 → –, 9 → 6 is 66.7 %)', () => {
    const halves = halfYearsOf('2019-01-02', '2022-05-31');
    const persons = followUp(
      halves,
      { target: { value: 180, parts: [] }, dueOn: '2022-05-31' },
      new Map(),
      new Map(),
      '2023-01-01',
    );
    expect(latestOf(persons)).toEqual({ kind: 'unknown' });
    expect(persons.at(-1)).toEqual({
      half: '2022H1',
      planned: { kind: 'number', value: 180 },
      actual: { kind: 'unknown' },
    });
    expect(reachedShare({ target: { value: 9, parts: [] } }, { kind: 'number', value: 6 })).toBe(66.7);
  });
  it('"not given" never becomes a number, whatever is asked of it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.nat(), { nil: undefined }), { minLength: 5, maxLength: 5 }),
        fc.array(fc.option(fc.nat(), { nil: undefined }), { minLength: 5, maxLength: 5 }),
        fc.constantFrom('2023-10-01', '2024-08-01', '2026-01-01'),
        (planned, actual, today) => {
          const halves = halfYearsOf('2023-09-01', '2025-12-31');
          const given = (values: (number | undefined)[]) =>
            halves.flatMap((half, at) => (values[at] === undefined ? [] : [[half, values[at]] as const]));
          const cells = new Map(
            given(actual).map(([half, value]) => [half, { kind: 'number', value } as const]),
          );
          const rows = followUp(halves, {}, new Map(given(planned)), cells, today);
          rows.forEach((row, at) => {
            expect(row.planned.kind).toBe(planned[at] === undefined ? 'unknown' : 'number');
            if (actual[at] === undefined) expect(row.actual.kind).toBe('unknown');
            else if (row.actual.kind === 'number') expect(row.actual.value).toBe(actual[at]);
          });
        },
      ),
    );
  });
});

describe('balance', () => {
  it('90 companies and 52 persons are attendance and nothing else (FND-07)', () => {
    expect(balanceOf([{ nature: 'attendance' }, { nature: 'attendance' }])).toMatchObject({ tilted: true });
    expect(balanceOf([{ nature: 'attendance' }, { nature: 'change' }])).toMatchObject({ tilted: false });
    expect(balanceOf([])).toMatchObject({ tilted: false });
  });
});

const Participant: fc.Arbitrary<ParticipantFact> = fc.record({
  joinedOn: fc.constant('2026-01-15'),
  leftOn: fc.constantFrom(undefined, '2026-03-01', '2026-09-01'),
  birthDate: fc.constantFrom('1960-05-05', '1985-05-05', '2000-05-05', '2009-05-05'),
  searchStartedOn: fc.constantFrom(undefined, '2024-01-01', '2025-12-01'),
  education: fc.constantFrom('basic', 'upper-secondary', 'lower-tertiary', 'unknown'),
  outcomes: fc.array(
    fc.record({ kind: fc.constantFrom('employed', 'study'), on: fc.constant('2026-02-20') }),
    {
      maxLength: 2,
    },
  ),
});

describe('common indicators of the ESF+', () => {
  it('are 19 outputs and 6 results, each once', () => {
    expect(commonIndicators).toHaveLength(25);
    expect(new Set(commonIndicators.map(({ code }) => code)).size).toBe(25);
    expect(commonIndicators.filter(({ kind }) => kind === 'output')).toHaveLength(19);
  });
  it.skipIf(!existsSync(list))('are those of the published list, kind by kind (needs ../shared/data)', () => {
    const rows = readFileSync(list, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
    expect(commonIndicators.map(({ code, kind }) => [code, kind])).toEqual(
      rows.map(([code, kind]) => [code, kind]),
    );
  });
  it('add up as the regulation says, and no part is more than its whole', () => {
    fc.assert(
      fc.property(fc.array(Participant, { maxLength: 40 }), (facts) => {
        const counts = countCommon(facts, '2026-11-20');
        for (const [total, parts] of commonSums)
          expect([total, parts.reduce((sum, part) => sum + counts.get(part)!, 0)]).toEqual([
            total,
            counts.get(total),
          ]);
        for (const [part, whole] of commonParts)
          expect(counts.get(part)!).toBeLessThanOrEqual(counts.get(whole)!);
      }),
    );
  });
  it('count each participant once and leave out what Polku does not ask', () => {
    const fact: ParticipantFact = {
      joinedOn: '2026-01-15',
      leftOn: '2026-02-01',
      birthDate: '2000-01-01',
      searchStartedOn: '2024-01-01',
      education: 'basic',
      outcomes: [
        { kind: 'employed', on: '2026-02-20' },
        { kind: 'employed', on: '2026-02-21' },
      ],
    };
    const counts = countCommon(
      Array.from({ length: 7 }, () => fact),
      '2026-11-20',
    );
    for (const code of ['EECO01', 'EECO02', 'EECO03', 'EECO07', 'EECO09', 'EECR04', 'EECR05'])
      expect([code, counts.get(code)]).toEqual([code, 7]);
    for (const code of ['EECO04', 'EECO12', 'EECO13', 'EECO14', 'EECO15', 'EECO16'])
      expect(counts.has(code)).toBe(false);
  });
});
