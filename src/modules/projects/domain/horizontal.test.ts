import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answersLackingEvidence,
  effectSums,
  fitsScale,
  type HorizontalAnswer,
  promisesIn,
  unfollowed,
} from './horizontal.ts';
import {
  criterionCalled,
  findTemplate,
  horizontalTemplates,
  templateOfInstrument,
} from './horizontal-templates.ts';

const old = findTemplate('esf-2014-2020')!;
/** 002:158-189, direct and indirect as printed. */
// biome-ignore format: a table
const printed: [string, number, number][] = [
  ['Luonnonvarojen käytön kestävyys', 1, 2], ['Ilmastonmuutoksen aiheuttamien riskien vähentäminen', 1, 4],
  ['Kasvillisuus, eliöt ja luonnon monimuotoisuus', 1, 2],
  ['Pinta- ja pohjavedet, maaperä sekä ilma (ja kasvihuonekaasujen väheneminen)', 1, 2], ['Natura 2000 -ohjelman kohteet', 1, 2],
  ['Materiaalit ja jätteet', 1, 3], ['Uusiutuvien energialähteiden käyttö', 0, 4],
  ['Paikallisen elinkeinorakenteen kestävä kehittäminen', 2, 5], ['Aineettomien tuotteiden ja palvelujen kehittäminen', 2, 5],
  ['Liikkuminen ja logistiikka', 0, 2], ['Hyvinvoinnin edistäminen', 2, 5], ['Tasa-arvon edistäminen', 2, 5],
  ['Yhteiskunnallinen ja kulttuurinen yhdenvertaisuus', 2, 5], ['Kulttuuriympäristö', 2, 5], ['Ympäristöosaaminen', 3, 6],
];
const answers: HorizontalAnswer[] = printed.map(([words, direct, indirect]) => ({
  criterion: criterionCalled(old, words)!.key,
  direct,
  indirect,
  answered: true,
}));

describe('the form of 2014–2020 (002:143-189)', () => {
  it('has three questions and fifteen effects in three groups of five', () => {
    expect(old.criteria.filter(({ kind }) => kind === 'yes-no')).toHaveLength(3);
    for (const group of ['ecological', 'economic', 'social'])
      expect(old.criteria.filter((criterion) => criterion.group === group)).toHaveLength(5);
  });
  it('sums to 5 + 5 + 11 = 21 and 12 + 19 + 26 = 57 (N-08)', () => {
    const { groups, total } = effectSums(old, answers);
    expect(groups.map(({ direct, indirect }) => [direct.value, indirect.value])).toEqual([
      [5, 12],
      [5, 19],
      [11, 26],
    ]);
    expect([total.direct, total.indirect]).toEqual([
      { value: 21, missing: 0 },
      { value: 57, missing: 0 },
    ]);
  });
  it('has no scale, so no share is made of it (F-23)', () => {
    expect(old.scale).toBeUndefined();
    expect(fitsScale(old, 6)).toBe(true);
    expect(fitsScale(old, -1)).toBe(false);
    expect(fitsScale({ ...old, scale: [0, 5] }, 6)).toBe(false);
  });
  it('asks for the analysis that was said to be done (F-22)', () => {
    const yes = {
      criterion: 'gender-analysis',
      yes: true,
      reason: 'Työmarkkinat ovat segregoituneet',
      answered: true,
    };
    expect(answersLackingEvidence(old, [yes]).map(({ key }) => key)).toEqual(['gender-analysis']);
    expect(answersLackingEvidence(old, [{ ...yes, evidence: 'Liite 4' }])).toEqual([]);
    expect(answersLackingEvidence(old, [{ ...yes, yes: false }])).toEqual([]);
  });
  it('what is not given is not 0', () => {
    fc.assert(
      fc.property(fc.subarray(answers), (some) => {
        const { total } = effectSums(old, some);
        expect(total.direct.missing).toBe(15 - some.length);
        if (some.length === 0) expect(total.direct.value).toBeUndefined();
      }),
    );
  });
});

describe('templates', () => {
  it('go with the instrument, each key once, and say whether their words were read', () => {
    expect(templateOfInstrument('esf')?.code).toBe('esf-2014-2020');
    expect(templateOfInstrument('esf-plus')?.code).toBe('esf-plus-2021-2027');
    expect(templateOfInstrument('mokra')).toBeUndefined();
    for (const { criteria, groups } of horizontalTemplates) {
      expect(new Set(criteria.map(({ key }) => key)).size).toBe(criteria.length);
      for (const { group } of criteria) expect(groups.map(({ key }) => key)).toContain(group);
    }
    expect(findTemplate('esf-plus-2021-2027')?.mark).toBe('?');
  });
});

describe('promises made in reasons (HOR-06)', () => {
  it.each([
    [
      'Asia huomioidaan tapauskohtaisesti esim. yritysten koulutuspalveluhankinnoissa ja koulutusten sisällöissä.',
      ['procurement', 'training', 'service'],
    ],
    [
      'asia huomioidaan koulutusten hankintaprosesseissa ja koulutusten sisällöissä.',
      ['procurement', 'training'],
    ],
    ['Vaikutus on vähäinen.', []],
  ])('%s', (reason, places) => expect(promisesIn(reason)).toEqual(places));
  it('without follow-up are listed', () => {
    const promise = { id: '1', criterion: 'climate', text: '', place: 'training' } as const;
    expect(unfollowed([promise, { ...promise, id: '2', followedOn: '2026-01-01' }])).toEqual([promise]);
  });
});
