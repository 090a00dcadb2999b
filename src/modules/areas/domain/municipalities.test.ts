import { describe, expect, test } from 'vitest';
import {
  developmentCentres,
  distanceInKilometres,
  employmentAreas,
  findMunicipality,
  findMunicipalityByName,
  getMunicipality,
  municipalitiesOfEmploymentArea,
  municipalitiesOn,
  municipalityOn,
  neighboursOn,
  regions,
  subRegions,
  travelArea,
} from './municipalities.ts';

const in2026 = municipalitiesOn('2026-01-01');

describe('municipalities of Finland', () => {
  test.each([
    ['2020-12-31', 0],
    ['2024-12-31', 309],
    ['2025-01-01', 308],
    ['2026-01-01', 308],
  ])('on %s there are %i', (day, count) => {
    expect(municipalitiesOn(day)).toHaveLength(count);
  });

  test('sums equal the national totals of Statistics Finland', () => {
    const sum = (pick: 'labourForce' | 'population') =>
      in2026.reduce((total, municipality) => total + (municipality[pick] ?? Number.NaN), 0);
    expect(sum('labourForce')).toBe(2_743_596);
    expect(sum('population')).toBe(5_652_881);
  });

  test('every code of a division has a name', () => {
    expect([regions.size, subRegions.size, employmentAreas.size, developmentCentres.size]).toEqual([
      19, 69, 46, 10,
    ]);
    for (const municipality of in2026) {
      expect(regions.has(municipality.regionCode)).toBe(true);
      expect(subRegions.has(municipality.subRegionCode)).toBe(true);
      expect(employmentAreas.has(municipality.employmentAreaCode ?? '')).toBe(true);
      expect(developmentCentres.has(municipality.developmentCentreCode ?? '')).toBe(true);
    }
  });

  test('neighbours are mutual, exist, and nobody is alone', () => {
    for (const municipality of in2026) {
      const neighbours = neighboursOn(municipality.code, '2026-01-01');
      expect(neighbours.length).toBeGreaterThan(0);
      for (const neighbour of neighbours) {
        expect(neighbour.neighbours).toContain(municipality.code);
        expect(distanceInKilometres(municipality.code, neighbour.code)).toBeLessThan(300);
      }
    }
  });
});

describe('Mikkelin seutu', () => {
  test('the seven municipalities of 003:164 are six since the merger of 1.1.2025', () => {
    const seven = ['Mikkeli', 'Mäntyharju', 'Pertunmaa', 'Kangasniemi', 'Juva', 'Hirvensalmi', 'Puumala'];
    const codes = seven.map((name) => findMunicipalityByName(name)?.code);
    expect(codes).toEqual(['491', '507', '588', '213', '178', '097', '623']);
    expect(municipalityOn('588', '2024-12-31')?.name.fi).toBe('Pertunmaa');
    expect(municipalityOn('588', '2025-01-01')?.name.fi).toBe('Mäntyharju');
    expect(
      municipalitiesOfEmploymentArea('23', '2026-01-01').map((municipality) => municipality.name.fi),
    ).toEqual(['Hirvensalmi', 'Juva', 'Kangasniemi', 'Mikkeli', 'Mäntyharju', 'Puumala']);
    expect(municipalitiesOfEmploymentArea('23', '2024-12-31')).toEqual([]);
  });

  test('its labour force is over the legal floor', () => {
    const sum = municipalitiesOfEmploymentArea('23', '2026-01-01').reduce(
      (total, municipality) => total + (municipality.labourForce ?? 0),
      0,
    );
    expect(sum).toBe(32_675);
  });

  test.each([
    ['Puumala', ['491', '178', '768', '700', '739', '831']],
    ['Mikkeli', ['097', '178', '213', '507', '593', '623', '739']],
  ])('%s borders on those it borders on', (name, codes) => {
    const own = findMunicipalityByName(name)?.code ?? '';
    expect(new Set(travelArea(own, '2026-01-01'))).toEqual(new Set([own, ...codes]));
  });
});

test('found by code without its zeros, by either name, in any case', () => {
  expect(findMunicipality('97')?.name.fi).toBe('Hirvensalmi');
  expect(findMunicipalityByName(' s:t michel ')?.code).toBe('491');
  expect(findMunicipalityByName('Äetsä')).toBeUndefined();
  expect(() => getMunicipality('000')).toThrow(/000/);
});

test('distance is symmetric and about right', () => {
  expect(distanceInKilometres('491', '213')).toBe(distanceInKilometres('213', '491'));
  expect(distanceInKilometres('491', '213')).toBeGreaterThan(40);
  expect(distanceInKilometres('491', '213')).toBeLessThan(55);
  expect(distanceInKilometres('491', '491')).toBe(0);
});
