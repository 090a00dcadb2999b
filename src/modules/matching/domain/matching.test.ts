import { describe, expect, it } from 'vitest';
import { holds, judge, reaches, timesMeet } from './conditions.ts';
import { explain } from './explanation.ts';
import { everyField, fieldBits, type Need, type OccupationFacts, type Profile } from './profile.ts';
import { needVector, personVector, scoreOf } from './vectors.ts';
import { fullScore, weights } from './weights.ts';

const facts: OccupationFacts = {
  isco: (uri) =>
    ({ welder: '7212', 'sheet-metal': '7213', fitter: '7233', cook: '5120', nurse: '3221' })[uri],
  essentialOf: (uri) => ({ welder: ['tig', 'drawings', 'mig'], cook: ['cooking', 'hygiene'] })[uri] ?? [],
  groupsOf: (uri) =>
    ({ gas: ['welding', 'metal'], plasma: ['welding', 'metal'], lathe: ['turning', 'metal'] })[uri] ?? [],
};
const today = '2026-11-20';

const person = (own: Partial<Profile> = {}): Profile => ({
  id: 'p',
  skills: [],
  occupations: [],
  languages: [{ language: 'fi', cefr: 'C2', native: true }],
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
  essential: ['tig', 'drawings'],
  optional: ['robot'],
  languages: [],
  licences: [],
  workingTimes: [],
  municipalityCode: '491',
  validTo: '2027-01-31',
  hidden: true,
  live: true,
  ...own,
});
const score = (profile: Profile, of: Need, wishes = true) =>
  scoreOf(personVector(profile, facts, weights), needVector(of, facts, weights), wishes);
const points = (profile: Profile, of: Need) => explain(profile, of, today, everyField, facts, weights).points;

describe('the score', () => {
  it('of somebody who has everything is full, and never more', () => {
    const all = person({
      skills: ['tig', 'drawings', 'robot'].map((uri) => ({ uri, level: 3 as const })),
      occupations: [{ uri: 'welder', years: 5 }],
      wishOccupations: ['welder'],
    });
    expect(points(all, need())).toBe(100);
    expect(score(all, need())).toBeLessThanOrEqual(fullScore);
    expect(score(all, need())).toBeGreaterThan(fullScore - 100);
  });

  it.each([
    ['nobody', person(), 0],
    ['one of two essential skills at level 1', person({ skills: [{ uri: 'tig', level: 1 }] }), 18],
    [
      'both at level 2',
      person({ skills: ['tig', 'drawings'].map((uri) => ({ uri, level: 2 as const })) }),
      48,
    ],
    [
      'the occupation held five years, nothing named',
      person({ occupations: [{ uri: 'welder', years: 5 }] }),
      55,
    ],
    ['the occupation held half a year', person({ occupations: [{ uri: 'welder', years: 0.5 }] }), 13],
    [
      'the neighbour in the same three-digit group',
      person({ occupations: [{ uri: 'sheet-metal', years: 5 }] }),
      8,
    ],
    ['the same two-digit group', person({ occupations: [{ uri: 'fitter', years: 5 }] }), 3],
    ['only the wish', person({ wishOccupations: ['welder'] }), 5],
    ['a cook', person({ occupations: [{ uri: 'cook', years: 9 }] }), 0],
  ])('of %s', (_who, profile, expected) => {
    expect(points(profile, need())).toBe(expected);
  });

  it('shares out the part that a need lacks', () => {
    const skilled = person({ skills: ['tig', 'drawings'].map((uri) => ({ uri, level: 3 as const })) });
    expect(points(skilled, need({ occupationUri: undefined, optional: [] }))).toBe(100);
    expect(
      needVector(need({ occupationUri: undefined, essential: [], optional: [] }), facts, weights).size,
    ).toBe(0);
  });

  it('leaves wishes out when they may not be read', () => {
    const wishing = person({ wishOccupations: ['welder'] });
    expect(score(wishing, need(), true)).toBeGreaterThan(0);
    expect(score(wishing, need(), false)).toBe(0);
  });
});

describe('conditions', () => {
  it.each([
    ['the job is where the person goes', person(), need(), []],
    ['the job is elsewhere', person(), need({ municipalityCode: '564' }), ['travel-area']],
    ['remote work is everywhere', person(), need({ municipalityCode: '564', workingTimes: ['remote'] }), []],
    [
      'a native speaker reaches every level',
      person(),
      need({ languages: [{ language: 'fi', cefr: 'C1' }] }),
      [],
    ],
    [
      'a language is not known',
      person(),
      need({ languages: [{ language: 'sv', cefr: 'A2' }] }),
      ['language'],
    ],
    [
      'a language is known too little',
      person({ languages: [{ language: 'fi', cefr: 'A2', native: false }] }),
      need({ languages: [{ language: 'fi', cefr: 'B1' }] }),
      ['language'],
    ],
    ['a driving licence is missing', person(), need({ licences: ['driving-c'] }), ['licence']],
    [
      'a wider licence is enough',
      person({ licences: [{ code: 'driving-ce' }] }),
      need({ licences: ['driving-c'] }),
      [],
    ],
    [
      'a licence has ended',
      person({ licences: [{ code: 'driving-c', validTo: '2026-11-19' }] }),
      need({ licences: ['driving-c'] }),
      ['licence'],
    ],
    ['a short course would do', person(), need({ licences: ['hot-work-card'] }), []],
    [
      'night work is not wished',
      person({ workingTimes: ['day'] }),
      need({ workingTimes: ['night'] }),
      ['working-time'],
    ],
    ['the need is filled', person(), need({ live: false }), ['need-ended']],
    ['the need has ended', person(), need({ validTo: '2026-11-19' }), ['need-ended']],
  ])('%s', (_when, profile, of, stops) => {
    expect(judge(profile, of, today, everyField).stops.map((stop) => stop.kind)).toEqual(stops);
  });

  it('what may not be read is unknown, not a stop', () => {
    const of = need({
      municipalityCode: '564',
      languages: [{ language: 'sv', cefr: 'C1' }],
      licences: ['driving-c'],
    });
    expect(judge(person(), of, today, fieldBits.skills)).toEqual({
      stops: [],
      missingLicences: [],
      unknown: ['travel-area', 'languages', 'licences'],
    });
  });

  it('levels, licences and times', () => {
    expect(reaches('B1', 'B1')).toBe(true);
    expect(reaches('A2', 'B1')).toBe(false);
    expect(
      holds(person({ licences: [{ code: 'driving-b', validTo: '2026-11-20' }] }), 'driving-b', today),
    ).toBe(true);
    expect(timesMeet(['full-time', 'day'], ['full-time', 'shift'])).toBe(false);
    expect(timesMeet(['full-time'], ['full-time', 'shift'])).toBe(true);
    expect(timesMeet([], ['night'])).toBe(true);
  });
});

describe('reasons', () => {
  it('tell what fits, what is missing (essential first), what is wished and what stops', () => {
    const profile = person({
      skills: [{ uri: 'tig', level: 3 }],
      occupations: [{ uri: 'sheet-metal', years: 4 }],
      wishOccupations: ['welder'],
      workingTimes: ['day', 'full-time'],
    });
    const of = need({
      licences: ['hot-work-card'],
      workingTimes: ['day'],
      languages: [{ language: 'fi', cefr: 'B1' }],
    });
    const reasons = explain(profile, of, today, everyField, facts, weights);
    expect(reasons.standing).toBe('short');
    expect(reasons.fits).toEqual([
      { kind: 'occupation', uri: 'sheet-metal', nearness: 'three', years: 4 },
      { kind: 'skill', uri: 'tig', level: 3, essential: true },
      { kind: 'language', language: 'fi', needed: 'B1' },
    ]);
    expect(reasons.missing).toEqual([
      { kind: 'skill', uri: 'drawings', essential: true },
      { kind: 'licence', code: 'hot-work-card' },
      { kind: 'skill', uri: 'robot', essential: false },
    ]);
    expect(reasons.wished).toEqual([
      { kind: 'occupation', met: true },
      { kind: 'working-time', times: ['day'], met: true },
    ]);
    expect(reasons.stops).toEqual([]);
  });

  it('say nothing of what may not be read', () => {
    const profile = person({
      skills: [{ uri: 'tig', level: 3 }],
      wishOccupations: ['welder'],
      workingTimes: ['night'],
    });
    const of = need({
      workingTimes: ['day'],
      languages: [{ language: 'fi', cefr: 'B1' }],
      licences: ['driving-c'],
    });
    const reasons = explain(profile, of, today, fieldBits.skills, facts, weights);
    expect(reasons.wished).toEqual([]);
    expect(reasons.stops).toEqual([]);
    expect(reasons.fits.every((fit) => fit.kind === 'skill')).toBe(true);
    expect(reasons.unknown).toEqual(['travel-area', 'languages', 'licences', 'wishes']);
    expect(reasons.standing).toBe('short');
  });

  it('call fitting only somebody with everything known and nothing missing', () => {
    const welder = person({ occupations: [{ uri: 'welder', years: 3 }] });
    expect(explain(welder, need(), today, everyField, facts, weights).standing).toBe('fits');
    expect(
      explain(welder, need({ municipalityCode: '564' }), today, everyField, facts, weights).standing,
    ).toBe('stopped');
    expect(explain(person(), need(), today, everyField, facts, weights).standing).toBe('far');
  });

  it('speak of the newly qualified, who wish the occupation and have a part of it', () => {
    const wide = need({ essential: ['tig', 'drawings', 'mig', 'mag', 'gas'] });
    const graduate = person({ skills: [{ uri: 'tig', level: 1 }], wishOccupations: ['welder'] });
    const standing = (profile: Profile, fields = everyField) =>
      explain(profile, wide, today, fields, facts, weights).standing;
    expect(standing(graduate)).toBe('short');
    expect(standing(graduate, everyField & ~fieldBits.wishes)).toBe('far');
    expect(standing({ ...graduate, skills: [] })).toBe('far');
    expect(standing({ ...graduate, wishOccupations: [] })).toBe('far');
  });
});
