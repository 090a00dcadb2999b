import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  at,
  type Change,
  change,
  facts,
  moment,
  needOf,
  profileOf,
  world,
} from '#test/fixtures/matching-worlds.ts';
import { type Among, Engine, type MatchEngine } from '../domain/engine.ts';
import type { Need, Profile } from '../domain/profile.ts';
import { type Weights, weightsVersions } from '../domain/weights.ts';
import { kernelModule, kernelOf } from './kernel.ts';
import { QuickEngine } from './quick-engine.ts';

const newest = weightsVersions.at(-1)!;
const amongs: Among[] = [
  { kind: 'everybody' },
  { kind: 'receivers', organisationId: 'a' },
  { kind: 'receivers', organisationId: 'nobody-shares-with-it' },
  { kind: 'clients', ids: ['p0', 'p2', 'p3', 'not-there'] },
];

/** Everything that can be asked of an engine, over the whole world and a few things imagined. */
function answers(
  engine: MatchEngine,
  people: readonly Profile[],
  needs: readonly Need[],
  when: { at: number; today: string },
) {
  return {
    size: engine.size,
    people: needs.flatMap((need) =>
      amongs.flatMap((among) => [
        engine.bestPeople(need, { limit: 3, among, ...when }),
        engine.bestPeople(need, { limit: 400, among, ...when }),
        engine.count(need, { among, ...when }),
      ]),
    ),
    needs: people.flatMap((profile) => [
      engine.bestNeeds(profile, { limit: 3, ...when }),
      engine.bestNeeds(profile, { limit: 400, stopped: true, ...when }),
      engine.countNeeds(profile, when),
    ]),
  };
}

function apply(engine: MatchEngine, change: Change): void {
  if (change.kind === 'person') engine.setPerson(change.profile);
  else if (change.kind === 'no-person') engine.removePerson(change.id);
  else if (change.kind === 'need') engine.setNeed(change.need);
  else engine.removeNeed(change.id);
}

const extreme: fc.Arbitrary<Weights> = fc.record({
  version: fc.constant(99),
  from: fc.constant('2026-01-01'),
  strength: fc.record({
    1: fc.constantFrom(0, 1, 10),
    2: fc.constantFrom(0, 10),
    3: fc.constant(10),
    presumed: fc.constantFrom(0, 5, 10),
  }),
  fullYears: fc.constantFrom(0, 1, 50),
  shares: fc.record({
    essential: fc.constantFrom(0, 1, 600, 1000),
    optional: fc.constantFrom(0, 1, 100),
    occupation: fc.constantFrom(0, 1, 250),
    wish: fc.constantFrom(0, 50, 1000),
  }),
  nearness: fc.constantFrom(
    { same: 4, four: 3, three: 2, two: 1 },
    { same: 10, four: 0, three: 0, two: 0 },
    { same: 0, four: 0, three: 0, two: 10 },
  ),
  wish: fc.constantFrom({ same: 6, three: 4 }, { same: 0, three: 10 }),
  cover: fc.constantFrom(
    { same: 80, group: 15, above: 5 },
    { same: 0, group: 100, above: 0 },
    { same: 100, group: 0, above: 0 },
  ),
  fairness: fc.constantFrom(...weightsVersions.map(({ fairness }) => fairness)),
});

describe('the quick engine', () => {
  it('is here', () => {
    expect(kernelModule()).toBeDefined();
    expect(kernelOf(() => new Uint8Array([0, 1, 2, 3]))).toEqual({
      trouble: expect.stringContaining('WebAssembly.Module()'),
    });
  }, 60_000);

  it('answers as the plain one, also after changes, with any weights, and for things only imagined', () => {
    fc.assert(
      fc.property(
        world,
        fc.array(change, { maxLength: 12 }),
        fc.array(profileOf('imagined'), { maxLength: 2 }),
        fc.array(needOf('imagined'), { maxLength: 2 }),
        fc.oneof(fc.constantFrom(...weightsVersions), extreme),
        (given, changes, profiles, needs, weights) => {
          const plain = new Engine(facts, weights);
          const quick = new QuickEngine(facts, weights);
          for (const engine of [plain, quick]) {
            for (const profile of given.people) engine.setPerson(profile);
            for (const need of given.needs) engine.setNeed(need);
          }
          const compare = (when: typeof moment) => {
            const people = [...given.people, ...profiles];
            const asked = [...given.needs, ...needs];
            expect(answers(quick, people, asked, when)).toEqual(answers(plain, people, asked, when));
          };
          compare(moment);
          for (const row of changes) {
            apply(plain, row);
            apply(quick, row);
          }
          compare(moment);
          compare({ ...moment, at: at + 1 });
          compare({ ...moment, at: at - 1 });
          compare({ at: at + 86_400_000, today: '2026-11-21' });
        },
      ),
      { numRuns: 300 },
    );
  }, 120_000);

  it('bears a need with more skills than there was room for', () => {
    const plain = new Engine(facts, newest);
    const quick = new QuickEngine(facts, newest);
    const [profile] = fc.sample(profileOf('p0'), { numRuns: 1, seed: 5 });
    const [need] = fc.sample(needOf('n0'), { numRuns: 1, seed: 5 });
    const wide = {
      ...need!,
      live: true,
      validTo: undefined,
      essential: Array.from({ length: 700 }, (_, n) => `s${n}`),
    };
    for (const engine of [plain, quick]) {
      engine.setPerson({ ...profile!, occupations: [{ uri: 'o0', years: 3 }] });
      engine.setNeed(need!);
    }
    const ask = { limit: 5, among: { kind: 'everybody' }, ...moment } as const;
    expect(quick.bestPeople({ ...wide, occupationUri: 'o0' }, ask)).toEqual(
      plain.bestPeople({ ...wide, occupationUri: 'o0' }, ask),
    );
    quick.setNeed({ ...wide, id: 'wide' });
    plain.setNeed({ ...wide, id: 'wide' });
    expect(quick.bestNeeds(profile!, { limit: 5, ...moment })).toEqual(
      plain.bestNeeds(profile!, { limit: 5, ...moment }),
    );
  });

  it('gives the same list whatever the order in which things came', () => {
    fc.assert(
      fc.property(world, (given) => {
        const there = new QuickEngine(facts, newest);
        const back = new QuickEngine(facts, newest);
        for (const profile of given.people) there.setPerson(profile);
        for (const need of given.needs) there.setNeed(need);
        for (const need of [...given.needs].reverse()) back.setNeed(need);
        for (const profile of [...given.people].reverse()) back.setPerson(profile);
        expect(answers(back, given.people, given.needs, moment)).toEqual(
          answers(there, given.people, given.needs, moment),
        );
      }),
      { numRuns: 50 },
    );
  }, 60_000);
});
