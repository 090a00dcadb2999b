import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, change, facts, moment, today, world } from '#test/fixtures/matching-worlds.ts';
import { type Among, before, Engine, type Ranked } from './engine.ts';
import { explain } from './explanation.ts';
import { everyField, fieldBits, fieldsFor, type Need, type Profile, seesHidden } from './profile.ts';
import { weights } from './weights.ts';

/** The reference: every pair, compared by what explains it. */
function reference(id: string, profile: Profile, need: Need, fields: number): Ranked | undefined {
  const { score, standing, missing } = explain(profile, need, today, fields, facts, weights);
  if (standing !== 'fits' && standing !== 'short') return undefined;
  const counted = missing.filter((row) => row.kind === 'licence' || row.essential).length;
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
    fc.assert(
      fc.property(world, fc.array(change, { maxLength: 30 }), (given, changes) => {
        const engine = engineOf(given);
        const people = new Map(given.people.map((profile) => [profile.id, profile]));
        const needs = new Map(given.needs.map((need) => [need.id, need]));
        for (const row of changes) {
          if (row.kind === 'person') {
            engine.setPerson(row.profile);
            people.set(row.profile.id, row.profile);
          } else if (row.kind === 'no-person') {
            engine.removePerson(row.id);
            people.delete(row.id);
          } else if (row.kind === 'need') {
            engine.setNeed(row.need);
            needs.set(row.need.id, row.need);
          } else {
            engine.removeNeed(row.id);
            needs.delete(row.id);
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
