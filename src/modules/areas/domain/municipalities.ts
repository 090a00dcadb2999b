import type { Day } from '#kernel/days.ts';
import type { LocalisedText } from '#kernel/localised.ts';
import { developmentCentreRows, employmentAreaRows, regionRows, subRegionRows } from '../data/divisions.ts';
import { formerMunicipalityRows } from '../data/former-municipalities.ts';
import { municipalityRows2026 } from '../data/municipalities.ts';

/** Official three-digit code with its leading zeros ('097' is Hirvensalmi). */
export type MunicipalityCode = string;

/** A division that municipalities belong to: a region, a sub-region, an employment area, a development centre. */
export type Division = { readonly code: string; readonly name: LocalisedText };

export type Municipality = {
  readonly code: MunicipalityCode;
  readonly name: { readonly fi: string; readonly sv: string };
  readonly regionCode: string;
  readonly subRegionCode: string;
  /** Absent for a municipality that ended before the employment areas began on 1.1.2025. */
  readonly employmentAreaCode?: string | undefined;
  readonly developmentCentreCode?: string | undefined;
  /** Employed and unemployed together (Statistics Finland). Absent when it was not read, never zero for unknown. */
  readonly labourForce?: number | undefined;
  readonly population?: number | undefined;
  readonly latitude: number;
  readonly longitude: number;
  readonly neighbours: readonly MunicipalityCode[];
  readonly validFrom: Day;
  /** The last day of validity; absent while the municipality exists. */
  readonly validTo?: Day | undefined;
  readonly successor?: MunicipalityCode | undefined;
};

/** The set did not change between 1.1.2021 and the merger of Pertunmaa on 1.1.2025; older sets are not carried. */
export const firstDayOfMunicipalities: Day = '2021-01-01';

/** Employment areas organise the services from this day (Act 380/2023). */
export const firstDayOfEmploymentAreas: Day = '2025-01-01';

const everyMunicipality: readonly Municipality[] = [
  ...lines(municipalityRows2026),
  ...lines(formerMunicipalityRows),
].map(readMunicipality);

const byCode = new Map(everyMunicipality.map((municipality) => [municipality.code, municipality]));
const byName = new Map(
  everyMunicipality.flatMap((municipality) => [
    [nameKey(municipality.name.fi), municipality] as const,
    [nameKey(municipality.name.sv), municipality] as const,
  ]),
);

export const regions: ReadonlyMap<string, Division> = readDivisions(regionRows);
export const subRegions: ReadonlyMap<string, Division> = readDivisions(subRegionRows);
export const employmentAreas: ReadonlyMap<string, Division> = readDivisions(employmentAreaRows);
export const developmentCentres: ReadonlyMap<string, Division> = readDivisions(developmentCentreRows);

/** All municipalities that exist on a day, in the order of their codes. Before 1.1.2021 the table knows nothing: empty. */
export function municipalitiesOn(day: Day): Municipality[] {
  return everyMunicipality
    .filter((municipality) => isValidOn(municipality, day))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/**
 * The municipality that answers for a code on a day: the one itself, or the one that it has been merged into
 * (588 Pertunmaa on 1.1.2026 → 507 Mäntyharju). Undefined for an unknown code or a day before the table begins.
 */
export function municipalityOn(code: MunicipalityCode, day: Day): Municipality | undefined {
  const found = byCode.get(code);
  if (found === undefined || isValidOn(found, day)) return found;
  if (found.successor === undefined || day < found.validFrom) return undefined;
  return municipalityOn(found.successor, day);
}

/** A municipality of any day by its code; leading zeros may be missing ('97' is 097). */
export function findMunicipality(code: string): Municipality | undefined {
  return byCode.get(code.trim().padStart(3, '0'));
}

/**
 * A municipality of any day by its code.
 * @throws Error when there is none: the code is a bug or the table lacks it
 */
export function getMunicipality(code: MunicipalityCode): Municipality {
  const found = findMunicipality(code);
  if (found === undefined) throw new Error(`No municipality has the code ${code}`);
  return found;
}

/** A municipality of any day by its Finnish or Swedish name; case and outer spaces do not matter. */
export function findMunicipalityByName(name: string): Municipality | undefined {
  return byName.get(nameKey(name));
}

/** The municipalities of an employment area on a day; empty before 1.1.2025. */
export function municipalitiesOfEmploymentArea(areaCode: string, day: Day): Municipality[] {
  if (day < firstDayOfEmploymentAreas) return [];
  return municipalitiesOn(day).filter((municipality) => municipality.employmentAreaCode === areaCode);
}

/** The neighbours that exist on a day; a neighbour that has ended is replaced by its successor. */
export function neighboursOn(code: MunicipalityCode, day: Day): Municipality[] {
  const own = municipalityOn(code, day);
  if (own === undefined) return [];
  const found = new Map<MunicipalityCode, Municipality>();
  for (const neighbour of own.neighbours) {
    const existing = municipalityOn(neighbour, day);
    if (existing !== undefined && existing.code !== own.code) found.set(existing.code, existing);
  }
  return [...found.values()];
}

/** Where a person is assumed to be ready to go to work when nothing else is said: own municipality and its neighbours. */
export function travelArea(code: MunicipalityCode, day: Day): MunicipalityCode[] {
  const own = municipalityOn(code, day);
  if (own === undefined) return [];
  return [own.code, ...neighboursOn(own.code, day).map((neighbour) => neighbour.code)];
}

/** Kilometres between the centres of two municipalities, as the crow flies, to one decimal. */
export function distanceInKilometres(from: MunicipalityCode, to: MunicipalityCode): number {
  const a = getMunicipality(from);
  const b = getMunicipality(to);
  const radians = Math.PI / 180;
  const halfLatitude = Math.sin(((b.latitude - a.latitude) * radians) / 2);
  const halfLongitude = Math.sin(((b.longitude - a.longitude) * radians) / 2);
  const square =
    halfLatitude ** 2 + Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * halfLongitude ** 2;
  const meanRadiusOfEarth = 6371;
  return Math.round(2 * meanRadiusOfEarth * Math.asin(Math.sqrt(square)) * 10) / 10;
}

function isValidOn(municipality: Municipality, day: Day): boolean {
  return municipality.validFrom <= day && (municipality.validTo === undefined || day <= municipality.validTo);
}

function lines(text: string): string[] {
  return text.trim().split('\n');
}

function nameKey(name: string): string {
  return name.trim().toLocaleLowerCase('fi');
}

function readMunicipality(line: string): Municipality {
  const [
    code = '',
    fi = '',
    sv = '',
    regionCode = '',
    subRegionCode = '',
    employmentAreaCode,
    developmentCentreCode,
    labourForce,
    population,
    latitude,
    longitude,
    neighbours = '',
    validTo,
    successor,
  ] = line.split('|');
  return {
    code,
    name: { fi, sv },
    regionCode,
    subRegionCode,
    employmentAreaCode: employmentAreaCode || undefined,
    developmentCentreCode: developmentCentreCode || undefined,
    labourForce: labourForce ? Number(labourForce) : undefined,
    population: population ? Number(population) : undefined,
    latitude: Number(latitude),
    longitude: Number(longitude),
    neighbours: neighbours.split(' ').filter((neighbour) => neighbour !== ''),
    validFrom: firstDayOfMunicipalities,
    validTo: validTo || undefined,
    successor: successor || undefined,
  };
}

function readDivisions(rows: string): Map<string, Division> {
  return new Map(
    lines(rows).map((line) => {
      const [code = '', fi = '', sv = ''] = line.split('|');
      return [code, { code, name: { fi, sv } }];
    }),
  );
}
