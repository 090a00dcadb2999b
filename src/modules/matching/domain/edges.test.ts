import { describe, expect, it } from 'vitest';
import { holds, judge, reaches, timesMeet } from './conditions.ts';
import { before, type Ranked } from './engine.ts';
import { explain, isRelated, nearnessOf, standingOf } from './explanation.ts';
import { type Circumstances, fairList } from './fairness.ts';
import { everyField, fieldBits, type Need, type OccupationFacts, type Profile } from './profile.ts';
import { needVector, personVector, scoreOf } from './vectors.ts';
import { fullScore, weights, weightsOn, widerLicences } from './weights.ts';

const facts: OccupationFacts = {
  isco: (uri) =>
    ({ welder: '7212', plater: '7213', founder: '7211', smith: '7221', fitter: '7233', cook: '5120' })[uri],
  essentialOf: (uri) => ({ welder: ['tig', 'drawings'] })[uri] ?? [],
  groupsOf: () => [],
};
const today = '2026-11-20';
const person = (own: Partial<Profile> = {}): Profile => ({
  id: 'p',
  skills: [],
  occupations: [],
  languages: [],
  licences: [],
  wishOccupations: [],
  workingTimes: [],
  travelArea: ['491'],
  sharings: [],
  ...own,
});
const need = (own: Partial<Need> = {}): Need => ({
  id: 'n',
  occupationUri: 'welder',
  essential: [],
  optional: [],
  languages: [],
  licences: [],
  workingTimes: [],
  municipalityCode: '491',
  validTo: '2027-01-31',
  hidden: true,
  live: true,
  ...own,
});
const told = (own: Partial<Profile>, of: Partial<Need> = {}, fields = everyField) =>
  explain(person(own), need(of), today, fields, facts, weights);
const held = (uri: string, years = 5) => ({ occupations: [{ uri, years }] });

describe('how near the work is', () => {
  it.each([
    ['welder', 'same'],
    ['plater', 'three'],
    ['fitter', 'two'],
    ['cook', 'none'],
    ['unknown', 'none'],
  ])('of a %s: %s, and it is a reason', (uri, nearness) => {
    expect(nearnessOf(personVector(person(held(uri)), facts, weights), need(), facts)).toBe(nearness);
    expect(told(held(uri)).fits).toEqual(
      nearness === 'none' ? [] : [{ kind: 'occupation', uri, nearness, years: 5 }],
    );
  });

  it('of the same four digits, and of a need without an occupation or a group', () => {
    const four: OccupationFacts = { ...facts, isco: (uri) => (uri === 'welder' || uri === 'gas-welder' ? '7212' : undefined) }; // biome-ignore format: one line
    const near = (of: Partial<Need>, using = four) =>
      nearnessOf(personVector(person(held('gas-welder')), using, weights), need(of), using);
    expect(near({})).toBe('four');
    expect(near({ occupationUri: undefined })).toBe('none');
    expect(near({ occupationUri: 'unknown' })).toBe('none');
  });

  it('tells the longest held of several, and the first by name of two as long', () => {
    const several = (...years: [number, number]) =>
      told({ occupations: [{ uri: 'plater', years: years[0] }, { uri: 'founder', years: years[1] }] }).fits[0]; // biome-ignore format: one line
    expect(several(3, 2)).toMatchObject({ uri: 'plater', years: 3 });
    expect(several(2, 3)).toMatchObject({ uri: 'founder', years: 3 });
    expect(several(3, 3)).toMatchObject({ uri: 'founder' });
  });

  it.each([
    ['three', 0, 9, false, true],
    ['two', 0, 9, false, false],
    ['two', 1, 2, false, true],
    ['none', 1, 3, false, false],
    ['none', 1, 3, true, true],
    ['none', 0, 3, true, false],
    ['none', 0, 0, true, false],
  ] as const)(
    '%s, with %d of %d essential skills, wished %s: worth speaking of %s',
    (nearness, had, of, wishes, related) => {
      // biome-ignore format: one line
      expect(isRelated(nearness, had, of, wishes)).toBe(related);
    },
  );

  it.each([
    [{ stops: 1, missing: 0, unknown: 0, related: false }, 'far'],
    [{ stops: 1, missing: 1, unknown: 1, related: true }, 'stopped'],
    [{ stops: 0, missing: 1, unknown: 0, related: true }, 'short'],
    [{ stops: 0, missing: 0, unknown: 1, related: true }, 'short'],
    [{ stops: 0, missing: 0, unknown: 0, related: true }, 'fits'],
  ])('%j stands as %s', (pair, standing) => {
    expect(standingOf(pair)).toBe(standing);
  });
});

describe('years in an occupation', () => {
  it('count whole from one full year on, and presume its skills from then', () => {
    const of = need({ essential: ['tig', 'drawings'] });
    const score = (years: number) =>
      scoreOf(
        personVector(person(held('welder', years)), facts, weights),
        needVector(of, facts, weights),
        true,
      );
    expect(score(1)).toBe(score(10));
    expect(score(0.99)).toBeLessThan(score(1) / 2);
    expect(told(held('welder', 1), { essential: ['tig'] }).missing).toEqual([]);
    expect(told(held('welder', 0.99), { essential: ['tig'] }).missing).toMatchObject([{ uri: 'tig' }]);
  });
});

describe('a skill that a need names twice', () => {
  it('is essential, counted once, and told once', () => {
    const own = { skills: [{ uri: 'tig', level: 3 as const }] };
    const twice = told(own, { essential: ['tig', 'tig'], optional: ['tig', 'robot'] });
    expect(twice.fits).toEqual([{ kind: 'skill', uri: 'tig', level: 3, essential: true }]);
    expect(twice.missing).toEqual([{ kind: 'skill', uri: 'robot', essential: false }]);
    expect(twice.score).toBe(told(own, { essential: ['tig'], optional: ['robot'] }).score);
    const all = { skills: ['tig', 'robot'].map((uri) => ({ uri, level: 3 as const })), ...held('welder'), wishOccupations: ['welder'] }; // biome-ignore format: one line
    expect(told(all, { essential: ['tig'], optional: ['tig', 'robot'] }).score).toBeLessThanOrEqual(
      fullScore,
    );
  });
});

describe('conditions', () => {
  it('a wider licence holds the narrower, C1 holds B, and never the other way', () => {
    for (const [wide, narrow] of Object.entries(widerLicences))
      for (const code of narrow) {
        const has = (licence: string, wanted: string) =>
          holds(person({ licences: [{ code: licence }] }), wanted, today);
        expect(has(wide, code), `${wide} ${code}`).toBe(true);
        expect(has(code, wide), `${code} ${wide}`).toBe(false);
      }
    expect(Object.entries(widerLicences).filter(([, narrow]) => narrow.includes('driving-b')).map(([wide]) => wide)).toEqual(['driving-ce', 'driving-c', 'driving-c1', 'driving-d', 'driving-d1', 'driving-be']); // biome-ignore format: one line
  });

  it('a licence is valid through its last day', () => {
    const valid = (validTo: string) => holds(person({ licences: [{ code: 'a', validTo }] }), 'a', today);
    expect([valid('2026-11-19'), valid(today)]).toEqual([false, true]);
  });

  it('a need is open through its last day', () => {
    const stops = (validTo: string | undefined, live = true) =>
      judge(person(), need({ validTo, live }), today, everyField).stops.map(({ kind }) => kind);
    expect(stops(today)).toEqual([]);
    expect(stops(undefined)).toEqual([]);
    expect(stops('2026-11-19')).toEqual(['need-ended']);
    expect(stops(undefined, false)).toEqual(['need-ended']);
  });

  it('what may not be read is unknown, what is not told of the travel area too', () => {
    const of = need({ languages: [{ language: 'fi', cefr: 'B1' }], licences: ['a'] });
    const unknown = (fields: number, own: Partial<Profile> = {}) =>
      judge(person(own), of, today, fields).unknown;
    expect(unknown(everyField)).toEqual([]);
    expect(unknown(0)).toEqual(['travel-area', 'languages', 'licences']);
    expect(unknown(everyField & ~fieldBits.languages)).toEqual(['languages']);
    expect(unknown(everyField, { travelArea: [] })).toEqual(['travel-area']);
    expect(judge(person({ travelArea: [] }), need({ workingTimes: ['remote'] }), today, everyField)).toEqual({
      stops: [],
      missingLicences: [],
      unknown: [],
    });
    expect(judge(person({ travelArea: ['001'] }), need(), today, everyField).stops).toEqual([
      { kind: 'travel-area', municipalityCode: '491' },
    ]);
  });

  it('a language is enough at the very level, and a native needs none', () => {
    const stopped = (cefr: string, native = false) =>
      judge(
        person({ languages: [{ language: 'fi', cefr, native }] }),
        need({ languages: [{ language: 'fi', cefr: 'B2' }] }),
        today,
        everyField,
      ).stops.length > 0;
    expect(['B1', 'B2', 'C1'].map((cefr) => stopped(cefr))).toEqual([true, false, false]);
    expect(stopped('A1', true)).toBe(false);
    expect([reaches('A2', 'A2'), reaches('A1', 'A2')]).toEqual([true, false]);
  });

  it('working times meet in extent and in hours, where both say something', () => {
    expect(timesMeet(['full-time', 'day'], ['full-time', 'night'])).toBe(false);
    expect(timesMeet(['full-time', 'day'], ['part-time', 'day'])).toBe(false);
    expect(timesMeet(['full-time'], ['day'])).toBe(true);
    expect(timesMeet(['day', 'night'], ['night', 'weekend'])).toBe(true);
    const stops = (fields: number) =>
      judge(person({ workingTimes: ['day'] }), need({ workingTimes: ['night'] }), today, fields).stops;
    expect(stops(everyField)).toEqual([{ kind: 'working-time', times: ['night'] }]);
    expect(stops(everyField & ~fieldBits.wishes)).toEqual([]);
  });

  it('a licence that one step gives is missing, another stops', () => {
    expect(
      judge(person(), need({ licences: ['hot-work-card', 'driving-b'] }), today, everyField),
    ).toMatchObject({
      missingLicences: ['hot-work-card'],
      stops: [{ kind: 'licence', code: 'driving-b' }],
    });
  });
});

describe('fairness', () => {
  const { among, otherChoices } = weights.fairness;
  const list = (fitting: number, short: number): Ranked[] =>
    Array.from({ length: fitting + short }, (_, at) => ({
      id: `v${String(at).padStart(3, '0')}`,
      score: 50_000 - at,
      missing: at < fitting ? 0 : 1,
      standing: at < fitting ? ('fits' as const) : ('short' as const),
      fields: everyField,
    })).sort(before);
  const crowd = (all: readonly Ranked[]) =>
    new Map(
      all.map(({ id }): [string, Circumstances] => [
        id,
        { vacancyId: id, places: 1, approaches: 99, silent: false },
      ]),
    );
  const lowered = (fitting: number, short: number) => {
    const all = list(fitting, short);
    return fairList(all, crowd(all), weights)
      .filter(({ terms }) => terms.length > 0)
      .map(({ id }) => id);
  };

  it('counts a job that fits not among its own others', () => {
    expect(lowered(otherChoices, 0)).toEqual([]);
    expect(lowered(otherChoices + 1, 0)).toHaveLength(otherChoices + 1);
    // What lacks something has all that fit as others.
    expect(lowered(otherChoices, 1)).toEqual([`v${String(otherChoices).padStart(3, '0')}`]);
    expect(lowered(otherChoices - 1, 1)).toEqual([]);
  });

  it('looks at the first forty together, and not at the forty-first', () => {
    expect(among).toBe(40);
    const ids = lowered(among + 2, 0);
    expect(ids).toHaveLength(among);
    expect(ids).not.toContain(`v${String(among).padStart(3, '0')}`);
  });
});

describe('the weights', () => {
  it('are those of the day, from its first on', () => {
    expect(weightsOn('2026-11-24').version).toBe(1);
    expect(weightsOn('2026-11-25').version).toBe(2);
    expect(weightsOn('2020-01-01').version).toBe(1);
  });
});
