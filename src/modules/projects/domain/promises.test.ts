import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draft003, repaired } from '#test/fixtures/project-003.ts';
import { seedDrafts } from '../demo/seed-drafts.ts';
import { neighboursOf, readinessChange } from './added-value.ts';
import { readCriticisms, sentencesOf } from './promises-criticisms.ts';
import { aspectsIn, promisesOf } from './promises-from-draft.ts';
import { failing, isReady, type Promises, reasonsOf, stateOfItem } from './promises-readiness.ts';

const ids = (function* () {
  for (let at = 1; ; at += 1) yield `id-${at}`;
})();
const written = promisesOf(draft003, () => ids.next().value);
const better = repaired(written);
const codesOf = (promises: Promises, check?: string) => [
  ...new Set(
    reasonsOf(promises)
      .filter((reason) => check === undefined || reason.check === check)
      .map(({ code }) => code),
  ),
];

describe('document 003 as it was written', () => {
  it('cannot be called ready', () => expect(isReady(written)).toBe(false));

  it.each([
    ['FND-01', ['added-value-not-shown'], 'no added value to the services that are there'],
    ['FND-02', ['reform-not-linked'], 'nor to the preparation of the reform'],
    ['FND-03', ['no-before-and-after'], 'nor to international recruitment'],
    ['FND-05', ['pilot-without-comparison'], 'the pilot is compared with nothing'],
    ['FND-06', ['company-skills-not-tested'], 'the companies’ own skills hardly grow'],
    ['FND-07', ['attendance-majority'], 'indicators lean on who takes part'],
    ['FND-08', ['company-work-not-described'], 'what is done with companies is not described'],
  ])('%s: %j – %s', (check, codes) => expect(codesOf(written, check)).toEqual(codes));

  it('FND-04: the goals are general, and the indicators lack their parts', () => {
    expect(codesOf(written, 'FND-04')).toEqual([
      'goal-without-indicator',
      'indicator-without-date',
      'indicator-without-owner',
      'target-part-missing',
      'promise-without-indicator',
    ]);
    expect(reasonsOf(written).find(({ code }) => code === 'target-part-missing')).toMatchObject({
      details: { target: 52, rest: 2 },
    });
  });
  it('FND-09: measures, outputs and results are orphans on both sides', () => {
    expect(codesOf(written, 'FND-09')).toEqual([
      'measure-without-output',
      'output-without-measure',
      'output-without-result',
      'output-without-fact',
      'result-without-output',
      'result-without-fact',
    ]);
    expect(reasonsOf(written).filter(({ code }) => code === 'measure-without-output')).toHaveLength(3);
  });
  it('FND-10: each of the funder’s nine criticisms waits for an answer', () => {
    expect(written.rejection.map(({ check }) => check)).toEqual([
      'FND-01',
      'FND-02',
      'FND-03',
      'FND-04',
      'FND-05',
      'FND-06',
      'FND-07',
      'FND-08',
      'FND-09',
    ]);
    expect(reasonsOf(written).filter(({ check }) => check === 'FND-10')).toHaveLength(9);
  });
  it('keeps "noin", the parts and the places where it was promised', () => {
    const participants = written.indicators.find(({ names }) => names.fi === 'Osallistujat');
    expect(participants).toMatchObject({
      target: { value: 52, parts: [{ label: 'työttömiä', value: 50 }] },
      promisedAt: '003:149',
      nature: 'attendance',
    });
    expect(participants?.baseline).toBeUndefined();
  });
});

describe.each([
  ['as its promises were written down here', draft003],
  ['as the demonstration holds it', seedDrafts['003']],
] as const)('document 003 %s', (_how, draft) => {
  it('fails for every one of the funder’s reasons', () => {
    const promises = promisesOf(draft, () => ids.next().value);
    expect([...new Set(reasonsOf(promises).map(({ check }) => check))].toSorted()).toEqual([
      'FND-01',
      'FND-02',
      'FND-03',
      'FND-04',
      'FND-05',
      'FND-06',
      'FND-07',
      'FND-08',
      'FND-09',
      'FND-10',
      'horizontal',
    ]);
  });
});

it('document 002 says an analysis is done and shows none (F-22); persons realised are not given (N-06)', () => {
  const promises = promisesOf(seedDrafts['002'], () => ids.next().value);
  expect(codesOf(promises, 'horizontal')).toEqual(['answer-without-evidence']);
  expect(promises.horizontal.answers).toHaveLength(18);
  expect(promises.followUps.length).toBeGreaterThan(0);
  const [companies, persons] = promises.indicators;
  expect([companies!.target?.value, promises.realised.get(companies!.id)]).toEqual([9, 6]);
  expect([persons!.target?.value, promises.realised.has(persons!.id)]).toEqual([180, false]);
});

describe('document 003 repaired', () => {
  it('is ready beside services for the same group and area, because it is compared with some (FND-01)', () => {
    expect(isReady({ ...better, servicesThere: 28 })).toBe(true);
  });
  it('is not ready when a measure says that nothing was found where the catalogue has services', () => {
    const blind: Promises = {
      ...better,
      comparisons: better.comparisons.map((comparison) => ({
        ...comparison,
        against: 'nothing-found' as const,
      })),
    };
    expect(isReady(blind)).toBe(true);
    expect(isReady({ ...blind, servicesThere: 28 })).toBe(false);
    expect(codesOf({ ...blind, servicesThere: 28 }, 'FND-01')).toEqual(['services-not-compared']);
  });
  it('is ready, with nothing left to say but a form not filled', () => {
    expect(reasonsOf(better).map(({ code }) => code)).toEqual(['horizontal-not-filled']);
    expect(isReady(better)).toBe(true);
  });
  it.each([
    ['FND-01', (p: Promises) => ({ ...p, comparisons: p.comparisons.slice(1) })],
    [
      'FND-02',
      (p: Promises) => ({
        ...p,
        indicators: p.indicators.map((indicator) => ({ ...indicator, adoption: '' })),
      }),
    ],
    [
      'FND-05',
      (p: Promises) => ({
        ...p,
        indicators: p.indicators.map((indicator) => ({ ...indicator, comparison: ' ' })),
      }),
    ],
    [
      'FND-06',
      (p: Promises) => ({ ...p, companySteps: p.companySteps.map((step) => ({ ...step, test: undefined })) }),
    ],
    [
      'FND-08',
      (p: Promises) => ({ ...p, companySteps: p.companySteps.map((step) => ({ ...step, hours: 0 })) }),
    ],
    ['FND-09', (p: Promises) => ({ ...p, links: p.links.slice(0, -1) })],
  ] as const)(
    '%s comes back, and its criticism opens, when what answered it is taken away',
    (check, spoil) => {
      const spoiled = spoil(better);
      expect(failing(spoiled, check).length).toBeGreaterThan(0);
      const item = spoiled.rejection.find((row) => row.check === check)!;
      expect(stateOfItem(spoiled, item)).toBe('open');
      expect(isReady(spoiled)).toBe(false);
    },
  );
  it('a criticism is answered by what stands in the plan, not by words alone', () => {
    const [item] = better.rejection;
    expect(stateOfItem(better, item!)).toBe('answered');
    expect(stateOfItem(better, { ...item!, evidence: [] })).toBe('open');
    expect(stateOfItem(better, { ...item!, evidence: ['not-there'] })).toBe('open');
    expect(stateOfItem(better, { ...item!, answer: ' ' })).toBe('open');
    expect(stateOfItem(better, { ...item!, check: 'other' })).toBe('answered');
  });
  it('attendance may not be called a result', () => {
    const renamed = better.indicators.map((indicator) =>
      indicator.nature === 'attendance'
        ? { ...indicator, kind: 'result' as const, baseline: { value: 0 } }
        : indicator,
    );
    expect(codesOf({ ...better, indicators: renamed }, 'FND-07')).toContain('result-is-attendance');
  });
});

it('adding a link never adds a reason', () => {
  const ids = [...better.goals, ...better.measures, ...better.indicators].map(({ id }) => id);
  fc.assert(
    fc.property(
      fc.subarray(better.links as { from: string; to: string }[]),
      fc.constantFrom(...ids),
      fc.constantFrom(...ids),
      fc.subarray([...better.comparisons]),
      (links, from, to, comparisons) => {
        const key = (reason: { code: string; about?: { id: string } | undefined }) =>
          `${reason.code} ${reason.about?.id}`;
        const before = new Set(reasonsOf({ ...better, links, comparisons }).map(key));
        const after = reasonsOf({ ...better, comparisons, links: [...links, { from, to }] }).map(key);
        expect(after.filter((reason) => !before.has(reason))).toEqual([]);
      },
    ),
  );
});

describe('the funder’s words', () => {
  it('are cut at sentences, not at "mm."', () => {
    expect(sentencesOf('Tavoitteet ovat yleisiä mm. yhteistyön kehittämistä. Ei puolleta.')).toHaveLength(2);
  });
  it('that no check knows stay as a criticism', () => {
    expect(readCriticisms('Kustannukset ovat liian suuret. Hankkeen tavoitteet jäävät epäselviksi.')).toEqual(
      [
        { check: 'other', text: 'Kustannukset ovat liian suuret.' },
        { check: 'FND-04', text: 'Hankkeen tavoitteet jäävät epäselviksi.' },
      ],
    );
  });
});

it('what a measure is about is read from its words', () => {
  expect(aspectsIn('Tehostetun työvoimapalvelun pilotti')).toEqual(['pilot']);
  expect(aspectsIn('Yrityksille infotilaisuus kansainvälisestä työvoimasta')).toEqual([
    'companies',
    'international',
  ]);
  expect(aspectsIn('Pilottiin, pilotoidaan, TE-uudistuksen')).toEqual(['pilot', 'reform']);
});

describe('work with companies', () => {
  it('tells the mean change of those tested twice, with their number', () => {
    const test = (companyId: string, phase: 'before' | 'after', points: number) => ({
      companyId,
      phase,
      points,
    });
    expect(
      readinessChange([
        test('a', 'before', 40),
        test('a', 'after', 60),
        test('b', 'before', 50),
        test('b', 'after', 60),
        test('c', 'before', 5),
      ]),
    ).toEqual({ testedBefore: 3, testedAfter: 2, testedTwice: 2, before: 45, after: 60, change: 15 });
    expect(readinessChange([test('a', 'before', 40)])).toMatchObject({ testedTwice: 0, change: undefined });
  });
});

it('projects to compare with share a municipality; a common group brings them first', () => {
  const project = (id: string, municipalities: string[], groups: string[]) => ({
    id,
    name: id,
    municipalities,
    groups,
  });
  const found = neighboursOf(project('x', ['491', '507'], ['young']), [
    project('far', ['405'], ['young']),
    project('near', ['491', '507'], []),
    project('same', ['491'], ['young']),
    project('x', ['491'], []),
  ]);
  expect(found.map((row) => row.project.id)).toEqual(['same', 'near']);
});
