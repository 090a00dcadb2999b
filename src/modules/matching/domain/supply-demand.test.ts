import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facts, moment, today, world } from '#test/fixtures/matching-worlds.ts';
import { Engine } from './engine.ts';
import { explain } from './explanation.ts';
import { fieldBits, fieldsFor, type Need, type Profile } from './profile.ts';
import { supplyAndDemand } from './supply-demand.ts';
import { weights } from './weights.ts';

const known = (people: readonly Profile[], needs: readonly (Need & { id: string })[]) => {
  const engine = new Engine(facts, weights);
  for (const profile of people) engine.setPerson(profile);
  for (const need of needs) engine.setNeed(need);
  return { engine, facts, weights, moment };
};
const share = (profile: Profile): Profile => ({
  ...profile,
  sharings: [{ step: 1, organisationId: 'a', fields: 31, until: moment.at + 1 }],
});

describe('supply and demand', () => {
  it('is what looking at every person and every pair gives, at every level', () => {
    fc.assert(
      fc.property(world, fc.constantFrom(undefined, '491'), ({ people, needs }, municipalityCode) => {
        const { here } = supplyAndDemand(known(people, needs), {
          organisationId: 'a',
          municipalityCode,
          group: '',
        });
        const open = needs.filter(
          (need) =>
            need.live &&
            need.validTo! >= today &&
            (municipalityCode === undefined || need.municipalityCode === municipalityCode),
        );
        const groupOf = (need: Need) => (need.occupationUri && facts.isco(need.occupationUri)) ?? '';
        const fieldsOf = (profile: Profile) => fieldsFor(profile, 'a', moment.at);
        const shown = people.filter((profile) => (fieldsOf(profile) & fieldBits.skills) !== 0);
        const fits = (profile: Profile, need: Need) =>
          explain(profile, need, today, fieldsOf(profile), facts, weights).standing === 'fits';
        const table = new Map(here);
        for (const code of ['', '7', '72', '721', '7212', '7213', '5', '5120']) {
          const ofCode = open.filter((need) => groupOf(need).startsWith(code));
          const available = shown.filter((profile) => {
            const goes =
              municipalityCode === undefined ||
              ((fieldsOf(profile) & fieldBits['travel-area']) !== 0 &&
                profile.travelArea.includes(municipalityCode));
            const work = [
              ...profile.occupations.map(({ uri }) => uri),
              ...((fieldsOf(profile) & fieldBits.wishes) !== 0 ? profile.wishOccupations : []),
            ];
            return goes && work.some((uri) => facts.isco(uri)?.startsWith(code) === true);
          });
          const expected = {
            available: available.length,
            fitting: shown.filter((profile) => ofCode.some((need) => fits(profile, need))).length,
            needs: ofCode.length,
            hidden: ofCode.filter((need) => need.hidden).length,
            places: ofCode.length,
            without: ofCode.filter((need) => !shown.some((profile) => fits(profile, need))).length,
          };
          expect(
            table.get(code) ?? { available: 0, fitting: 0, needs: 0, hidden: 0, places: 0, without: 0 },
          ).toEqual(expected);
        }
      }),
      { numRuns: 80 },
    );
  }, 60_000);

  it('tells what alone keeps people from needs: how many people, how many needs', () => {
    const base = fc.sample(world, { seed: 5, numRuns: 1 })[0]!.needs[0]!;
    const need = (id: string, own: Partial<Need>) => ({
      ...base,
      id,
      occupationUri: 'o4',
      essential: [],
      optional: [],
      languages: [],
      licences: [],
      workingTimes: [],
      municipalityCode: '491',
      validTo: '2027-01-01',
      live: true,
      hidden: false,
      places: 3,
      ...own,
    });
    const person = (id: string): Profile =>
      share({
        id,
        skills: [],
        occupations: [{ uri: 'o4', years: 0.5 }],
        languages: [],
        licences: [],
        wishOccupations: [],
        workingTimes: [],
        travelArea: ['491'],
        sharings: [],
      });
    const { skills, licences, here } = supplyAndDemand(
      known(['p0', 'p1'].map(person), [
        need('n0', { essential: ['s1'] }),
        need('n1', { essential: ['s1'] }),
        need('n2', { licences: ['hot-work-card'] }),
        need('n3', { essential: ['s1', 's2'] }),
        need('n4', { occupationUri: 'o0', essential: ['s3'] }),
      ]),
      { organisationId: 'a', group: '5120' },
    );
    expect(skills).toEqual([{ key: 's1', people: 2, needs: 2 }]);
    expect(licences).toEqual([{ key: 'hot-work-card', people: 2, needs: 1 }]);
    expect(new Map(here).get('5120')).toEqual({
      available: 2,
      fitting: 0,
      needs: 4,
      hidden: 0,
      places: 12,
      without: 4,
    });
  });
});
