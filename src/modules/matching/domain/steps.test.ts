import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facts, moment, needOf, profileOf, world } from '#test/fixtures/matching-worlds.ts';
import { type Change, changedNeed, changedPerson, changeKey, changeOf } from './changes.ts';
import { Engine } from './engine.ts';
import { everyField, type Need, type Profile } from './profile.ts';
import { easings, needStepsOf, personSteps, whatIf } from './steps.ts';
import { weights } from './weights.ts';

const engineOf = (people: readonly Profile[], needs: readonly (Need & { id: string })[]) => {
  const engine = new Engine(facts, weights);
  for (const profile of people) engine.setPerson(profile);
  for (const need of needs) engine.setNeed(need);
  return { engine, facts, weights, moment };
};
const skills = Array.from({ length: 12 }, (_, at) => `s${at}`);
const everybody = { kind: 'everybody' } as const;

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    side: fc.constantFrom('person' as const, 'need' as const),
    kind: fc.constant('licence' as const),
    code: fc.constantFrom('hot-work-card', 'driving-c'),
  }),
  fc.record({
    side: fc.constant('person' as const),
    kind: fc.constant('skill' as const),
    uri: fc.constantFrom(...skills),
  }),
  fc.record({
    side: fc.constant('need' as const),
    kind: fc.constant('helpful' as const),
    uri: fc.constantFrom(...skills),
  }),
  fc.record({
    side: fc.constant('person' as const),
    kind: fc.constant('place' as const),
    municipalityCode: fc.constantFrom('491', '564'),
  }),
  fc.record({
    side: fc.constant('person' as const),
    kind: fc.constant('language' as const),
    language: fc.constantFrom('fi', 'sv'),
    cefr: fc.constantFrom('A1', 'B1', 'C2'),
  }),
  fc.record({
    side: fc.constant('need' as const),
    kind: fc.constant('language' as const),
    language: fc.constantFrom('fi', 'sv'),
    cefr: fc.constantFrom(undefined, 'A1', 'A2'),
  }),
  fc.record({
    side: fc.constantFrom('person' as const, 'need' as const),
    kind: fc.constant('time' as const),
    time: fc.constantFrom('day', 'night', 'remote'),
  }),
);

describe('a change', () => {
  it('is read back from its key', () => {
    fc.assert(
      fc.property(change, (row) => {
        expect(changeOf(changeKey(row))).toEqual(row);
      }),
    );
    expect(changeOf('need.language.fi.')).toEqual({ side: 'need', kind: 'language', language: 'fi' });
    expect(changeKey({ side: 'person', kind: 'skill', uri: 'http://data.europa.eu/esco/skill/a.b' })).toBe(
      'person.skill.http://data.europa.eu/esco/skill/a.b',
    );
  });

  it.each([
    '',
    'person',
    'person.language.fi.',
    'person.language.fi.B7',
    'need.place.491',
    'person.helpful.s0',
    'house.skill.s0',
  ])('is nothing when the key is “%s”', (key) => {
    expect(changeOf(key)).toBeUndefined();
  });

  it('leaves the one it is imagined of as it is, and made twice is as made once', () => {
    fc.assert(
      fc.property(profileOf('p'), needOf('n'), change, (profile, need, row) => {
        const [was, asked] = [structuredClone(profile), structuredClone(need)];
        const once = [changedPerson(profile, [row]), changedNeed(need, [row])] as const;
        expect([profile, need]).toEqual([was, asked]);
        expect([changedPerson(once[0], [row]), changedNeed(once[1], [row])]).toEqual(once);
      }),
    );
  });

  it('never makes a learnt skill weaker', () => {
    const profile = { ...fc.sample(profileOf('p'), { seed: 1, numRuns: 1 })[0]! };
    const able = { ...profile, skills: [{ uri: 's0', level: 3 as const }] };
    expect(changedPerson(able, [{ side: 'person', kind: 'skill', uri: 's0' }]).skills).toEqual(able.skills);
  });
});

describe('steps', () => {
  it('are what counting again with the change gives, best first, and the same every time', () => {
    fc.assert(
      fc.property(world, ({ people, needs }) => {
        const asked = engineOf(people, needs);
        for (const profile of people) {
          const steps = personSteps(asked, profile, 10);
          const before = asked.engine.countNeeds(profile, moment);
          for (const step of steps) {
            const after = asked.engine.countNeeds(changedPerson(profile, [step.change]), moment);
            expect(step.fitting).toBe(after.fitting - before.fitting);
            expect(step.listed).toBe(step.fitting + after.oneMissing - before.oneMissing);
          }
          expect(steps.map((step) => step.fitting)).toEqual(
            steps.map((step) => step.fitting).sort((a, b) => b - a),
          );
          const shuffled = engineOf(people.toReversed(), needs.toReversed());
          expect(personSteps(shuffled, profile, 10)).toEqual(steps);
        }
        for (const need of needs) {
          const before = asked.engine.count(need, { among: everybody, ...moment });
          for (const step of needStepsOf(asked, need, everybody, 10)) {
            const after = asked.engine.count(changedNeed(need, [step.change]), {
              among: everybody,
              ...moment,
            });
            expect(step.fitting).toBe(after.fitting - before.fitting);
          }
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('of a person find the one thing that is missing', () => {
    fc.assert(
      fc.property(profileOf('p'), needOf('n'), (profile, need) => {
        const asked = engineOf([profile], [need]);
        const [found] = asked.engine.bestNeeds(profile, { limit: 1, ...moment });
        fc.pre(found?.missing === 1 && found.standing === 'short' && profile.travelArea.length > 0);
        expect(personSteps(asked, profile, 5)[0]).toMatchObject({ fitting: 1 });
      }),
      { numRuns: 100, maxSkipsPerRun: 1000 },
    );
  });

  it('of a need: each lower level, each licence, other times, remote work, each essential skill as helpful', () => {
    const need: Need = {
      essential: ['s1'],
      optional: [],
      languages: [{ language: 'fi', cefr: 'B1' }],
      licences: ['driving-c'],
      workingTimes: ['full-time'],
      municipalityCode: '491',
      hidden: false,
      live: true,
    };
    expect(easings(need).map(changeKey)).toEqual([
      'need.language.fi.A2',
      'need.language.fi.A1',
      'need.language.fi.',
      'need.licence.driving-c',
      'need.time.part-time',
      'need.time.remote',
      'need.helpful.s1',
    ]);
  });

  it('tell the smallest easing of a language that lets the most in', () => {
    const base = fc.sample(profileOf('x'), { seed: 3, numRuns: 1 })[0]!;
    const people = ['A2', 'A2', 'B1'].map(
      (cefr, at): Profile => ({
        ...base,
        id: `p${at}`,
        occupations: [{ uri: 'o0', years: 3 }],
        languages: [{ language: 'fi', cefr, native: false }],
        travelArea: ['491'],
        workingTimes: [],
      }),
    );
    const need: Need = {
      occupationUri: 'o0',
      essential: [],
      optional: [],
      languages: [{ language: 'fi', cefr: 'B2' }],
      licences: [],
      workingTimes: [],
      municipalityCode: '491',
      hidden: false,
      live: true,
    };
    expect(needStepsOf(engineOf(people, []), need, everybody, 5)).toEqual([
      {
        change: { side: 'need', kind: 'language', language: 'fi', cefr: 'A2' },
        fitting: 3,
        listed: 3,
      },
    ]);
  });
});

describe('what if', () => {
  it('changes both sides in one call, and without changes nothing', () => {
    fc.assert(
      fc.property(world, fc.array(change, { maxLength: 4 }), ({ people, needs }, changes) => {
        fc.pre(people.length > 0);
        const asked = engineOf(people, needs);
        const [profile, need] = [people[0]!, needs[0]!];
        const all = (of: readonly Change[]) =>
          whatIf(asked, {
            changes: of,
            clientId: profile.id,
            counted: { need, among: everybody },
            pair: { profile, need, fields: everyField },
          });
        const { jobs, people: counts, pair } = all(changes);
        expect(jobs!.after).toEqual(asked.engine.countNeeds(changedPerson(profile, changes), moment));
        expect(counts!.after).toEqual(
          asked.engine.count(changedNeed(need, changes), { among: everybody, ...moment }),
        );
        const only = engineOf([changedPerson(profile, changes)], []);
        const found = only.engine.count(changedNeed(need, changes), { among: everybody, ...moment });
        expect(pair!.after.standing === 'fits').toBe(found.fitting === 1);
        const still = all([]);
        expect(still.jobs!.after).toEqual(still.jobs!.before);
        expect(still.people!.after).toEqual(still.people!.before);
        expect(still.pair!.after).toEqual(still.pair!.before);
      }),
      { numRuns: 80 },
    );
  }, 60_000);
});
