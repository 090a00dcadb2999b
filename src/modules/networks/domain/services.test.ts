import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { targetGroupCodes } from '#kernel/target-groups.ts';
import { serviceChannels } from './codes.ts';
import {
  coverageGaps,
  type Service,
  servicesLike,
  uncoveredWithout,
  withoutResponsible,
} from './services.ts';

const service = (serviceId: string, more: Partial<Service> = {}): Service => ({
  serviceId,
  names: { fi: serviceId },
  summary: {},
  groups: ['job-search'],
  targetGroups: ['jobseekers'],
  production: 'authority',
  providers: [],
  places: [],
  ...more,
});

describe('coverage (NET-13)', () => {
  it('is the pairs of a service and a municipality without an on-site channel, with what there is instead', () => {
    const places = [
      { municipalityCode: '491', channel: 'on-site' },
      { municipalityCode: '491', channel: 'remote' },
      { municipalityCode: '507', channel: 'remote' },
      { municipalityCode: '507', channel: 'phone' },
    ] as const;
    expect(coverageGaps([service('a', { places })], ['491', '507', '623'])).toEqual([
      { serviceId: 'a', municipalityCode: '507', otherChannels: ['phone', 'remote'] },
      { serviceId: 'a', municipalityCode: '623', otherChannels: [] },
    ]);
  });
  it('divides all pairs into gaps and those given on site', () => {
    const place = fc.record({
      municipalityCode: fc.constantFrom('491', '507', '623', '999'),
      channel: fc.constantFrom(...serviceChannels),
    });
    fc.assert(
      fc.property(fc.array(fc.array(place), { maxLength: 6 }), (all) => {
        const services = all.map((places, at) => service(`s${at}`, { places }));
        const area = ['491', '507', '623'];
        const gaps = coverageGaps(services, area);
        const given = services.flatMap(({ places }) =>
          area.filter((code) =>
            places.some((row) => row.municipalityCode === code && row.channel === 'on-site'),
          ),
        );
        return gaps.length + given.length === services.length * area.length;
      }),
    );
  });
});

describe('who answers (NET-01)', () => {
  const both = service('both', {
    providers: [
      { organisationId: 'kela', role: 'responsible' },
      { organisationId: 'te', role: 'responsible' },
    ],
  });
  const row = service('one', {
    providers: [
      { organisationId: 'te', role: 'responsible' },
      { organisationId: 'kela', role: 'takes-part' },
    ],
  });
  const nobody = service('nobody', { providers: [{ organisationId: 'kela', role: 'takes-part' }] });
  it('lists a service that nobody answers for', () =>
    expect(withoutResponsible([both, row, nobody])).toEqual([nobody]));
  it('taking an organisation away lists exactly what it leaves uncovered', () => {
    expect(uncoveredWithout([both, row, nobody], ['te'])).toEqual([row]);
    expect(uncoveredWithout([both, row, nobody], ['kela'])).toEqual([]);
    expect(uncoveredWithout([both, row, nobody], ['kela', 'te'])).toEqual([both, row]);
  });
});

describe('services for the same group and area (FND-01)', () => {
  const on = (codes: readonly string[]) =>
    codes.map((municipalityCode) => ({ municipalityCode, channel: 'on-site' as const }));
  const near = service('near', { places: on(['491', '507']) });
  const nearer = service('nearer', { places: on(['491', '507']), targetGroups: ['jobseekers', 'companies'] });
  const elsewhere = service('elsewhere', { places: on(['091']) });
  const others = service('others', { places: on(['491']), targetGroups: ['education'] });
  it('have a group and a municipality in common, those with most first', () =>
    expect(
      servicesLike([near, elsewhere, others, nearer], {
        targetGroups: ['jobseekers', 'companies'],
        municipalities: ['491', '507', '178'],
      }),
    ).toEqual([nearer, near]));
  it('are all of the area when the plan says no group', () =>
    expect(servicesLike([near, elsewhere, others], { targetGroups: [], municipalities: ['491'] })).toEqual([
      near,
      others,
    ]));
});

it('the target groups are the seven of the document (NET-12; 000:31-37)', () => {
  expect(targetGroupCodes).toHaveLength(7);
});
