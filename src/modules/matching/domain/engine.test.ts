import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Among, before, Engine, type Ranked } from './engine.ts';
import { explain } from './explanation.ts';
import {
  everyField,
  fieldBits,
  fieldsFor,
  type Need,
  type OccupationFacts,
  type Profile,
  seesHidden,
} from './profile.ts';
import { weights } from './weights.ts';

const occupations = ['o0', 'o1', 'o2', 'o3', 'o4', 'o5'];
const iscos = ['7212', '7212', '7213', '7233', '5120', '5131'];
const skills = Array.from({ length: 12 }, (_, at) => `s${at}`);
const facts: OccupationFacts = {
  isco: (uri) => iscos[occupations.indexOf(uri)],
  essentialOf: (uri) => skills.slice(occupations.indexOf(uri), occupations.indexOf(uri) + 3),
  groupsOf: (uri) => [['g0', 'above'], ['g0', 'above'], ['g1'], []][skills.indexOf(uri) % 4]!,
};
const today = '2026-11-20';
const at = Date.parse('2026-11-20T12:00:00Z');
const moment = { at, today };

const some = <T>(from: readonly T[], most: number) =>
  fc.uniqueArray(fc.constantFrom(...from), { maxLength: most });
const sharing = fc.record({
  step: fc.constant(1 as const),
  organisationId: fc.constantFrom('a', 'b'),
  fields: fc.integer({ min: 0, max: everyField }),
  until: fc.constantFrom(at - 1, at, at + 1, at + 1e9),
});
const profileOf = (id: string): fc.Arbitrary<Profile> =>
  fc.record({
    id: fc.constant(id),
    skills: some(skills, 6).chain((uris) =>
      fc.tuple(...uris.map((uri) => fc.record({ uri: fc.constant(uri), level: fc.constantFrom(1, 2, 3) }))),
    ) as fc.Arbitrary<Profile['skills']>,
    occupations: some(occupations, 2).map((uris) =>
      uris.map((uri, index) => ({ uri, years: index === 0 ? 3 : 0.5 })),
    ),
    languages: fc.constantFrom(
      [],
      [{ language: 'fi', cefr: 'B1', native: false }],
      [{ language: 'fi', cefr: 'A1', native: true }],
    ),
    licences: fc.constantFrom(
      [],
      [{ code: 'hot-work-card' }],
      [{ code: 'driving-ce', validTo: '2026-11-19' }],
      [{ code: 'driving-ce' }],
    ),
    wishOccupations: some(occupations, 2),
    workingTimes: some(['day', 'night', 'full-time'], 2),
    earliestStart: fc.constant(undefined),
    travelArea: some(['491', '564'], 2),
    sharings: fc.array(sharing, { maxLength: 2 }),
  });
const needOf = (id: string): fc.Arbitrary<Need & { id: string }> =>
  fc.record({
    id: fc.constant(id),
    occupationUri: fc.constantFrom(undefined, ...occupations),
    essential: some(skills, 4),
    optional: some(skills, 3),
    languages: fc.constantFrom([], [{ language: 'fi', cefr: 'B1' }], [{ language: 'sv', cefr: 'A1' }]),
    licences: some(['hot-work-card', 'driving-c'], 2),
    workingTimes: some(['day', 'night', 'remote'], 2),
    municipalityCode: fc.constantFrom('491', '564'),
    validTo: fc.constantFrom('2026-11-19', '2026-11-20', '2027-01-01'),
    hidden: fc.boolean(),
    live: fc.boolean(),
  });
const world = fc.record({
  people: fc
    .integer({ min: 0, max: 12 })
    .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => profileOf(`p${i}`)))),
  needs: fc
    .integer({ min: 1, max: 8 })
    .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => needOf(`n${i}`)))),
});

/** The reference: every pair, compared by what explains it. */
function reference(id: string, profile: Profile, need: Need, fields: number): Ranked | undefined {
  const { score, standing, missing } = explain(profile, need, today, fields, facts, weights);
  if (standing !== 'fits' && standing !== 'short') return undefined;
  const counted = missing.filter((one) => one.kind === 'licence' || one.essential).length;
  return { id, score, missing: counted, standing, fields };
}

function peopleByReference(people: readonly Profile[], need: Need, among: Among): Ranked[] {
  return people
    .filter((profile) => among.kind !== 'clients' || among.ids.includes(profile.id))
    .map((profile) => ({
      profile,
      fields: among.kind === 'receivers' ? fieldsFor(profile, among.organisationId, at) : everyField,
    }))
    .filter(({ fields }) => (fields & fieldBits.skills) !== 0)
    .flatMap(({ profile, fields }) => reference(profile.id, profile, need, fields) ?? [])
    .sort(before);
}

function engineOf({
  people,
  needs,
}: {
  people: readonly Profile[];
  needs: readonly (Need & { id: string })[];
}): Engine {
  const engine = new Engine(facts, weights);
  for (const profile of people) engine.setPerson(profile);
  for (const need of needs) engine.setNeed(need);
  return engine;
}

const amongs: Among[] = [
  { kind: 'everybody' },
  { kind: 'receivers', organisationId: 'a' },
  { kind: 'clients', ids: ['p0', 'p2', 'p3'] },
];

describe('the engine', () => {
  it('gives the lists and counts that comparing every pair gives', () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 1, max: 20 }), (given, limit) => {
        const engine = engineOf(given);
        for (const need of given.needs) {
          for (const among of amongs) {
            const all = peopleByReference(given.people, need, among);
            expect(engine.bestPeople(need, { limit, among, ...moment })).toEqual(all.slice(0, limit));
            expect(engine.count(need, { among, ...moment })).toEqual({
              fitting: all.filter(({ standing }) => standing === 'fits').length,
              oneMissing: all.filter(({ standing }) => standing === 'short').length,
            });
          }
        }
        for (const profile of given.people) {
          const jobs = given.needs
            .filter((need) => !need.hidden || seesHidden(profile, at))
            .flatMap((need) => reference(need.id, profile, need, everyField) ?? [])
            .sort(before);
          expect(engine.bestNeeds(profile, { limit, ...moment })).toEqual(jobs.slice(0, limit));
          expect(engine.countNeeds(profile, moment)).toEqual({
            fitting: jobs.filter(({ standing }) => standing === 'fits').length,
            oneMissing: jobs.filter(({ standing }) => standing === 'short').length,
          });
          for (const near of engine.bestNeeds(profile, { limit, stopped: true, ...moment })) {
            const need = given.needs.find(({ id }) => id === near.id)!;
            const { standing, stops } = explain(profile, need, today, everyField, facts, weights);
            expect([standing, stops.some(({ kind }) => kind === 'need-ended')]).toEqual(['stopped', false]);
          }
        }
      }),
      { numRuns: 120 },
    );
  }, 60_000);

  it('is after any changes as if it had been built from the last state', () => {
    const change = fc.oneof(
      fc
        .integer({ min: 0, max: 11 })
        .chain((n) => profileOf(`p${n}`))
        .map((profile) => ({ kind: 'person' as const, profile })),
      fc.integer({ min: 0, max: 11 }).map((n) => ({ kind: 'no-person' as const, id: `p${n}` })),
      fc
        .integer({ min: 0, max: 7 })
        .chain((n) => needOf(`n${n}`))
        .map((need) => ({ kind: 'need' as const, need })),
      fc.integer({ min: 0, max: 7 }).map((n) => ({ kind: 'no-need' as const, id: `n${n}` })),
    );
    fc.assert(
      fc.property(world, fc.array(change, { maxLength: 30 }), (given, changes) => {
        const engine = engineOf(given);
        const people = new Map(given.people.map((profile) => [profile.id, profile]));
        const needs = new Map(given.needs.map((need) => [need.id, need]));
        for (const one of changes) {
          if (one.kind === 'person') {
            engine.setPerson(one.profile);
            people.set(one.profile.id, one.profile);
          } else if (one.kind === 'no-person') {
            engine.removePerson(one.id);
            people.delete(one.id);
          } else if (one.kind === 'need') {
            engine.setNeed(one.need);
            needs.set(one.need.id, one.need);
          } else {
            engine.removeNeed(one.id);
            needs.delete(one.id);
          }
        }
        const rebuilt = engineOf({ people: [...people.values()], needs: [...needs.values()] });
        expect(engine.size).toEqual(rebuilt.size);
        for (const need of needs.values())
          expect(engine.bestPeople(need, { limit: 20, among: { kind: 'everybody' }, ...moment })).toEqual(
            rebuilt.bestPeople(need, { limit: 20, among: { kind: 'everybody' }, ...moment }),
          );
        for (const profile of people.values())
          expect(engine.bestNeeds(profile, { limit: 20, ...moment })).toEqual(
            rebuilt.bestNeeds(profile, { limit: 20, ...moment }),
          );
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
