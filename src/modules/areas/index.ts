import { municipalities } from './use-cases/municipalities.ts';

/** The door of the room: municipalities on any day, and the divisions that they belong to. */
export const areas = { municipalities };

export {
  type Division,
  developmentCentres,
  distanceInKilometres,
  employmentAreas,
  findMunicipality,
  findMunicipalityByName,
  firstDayOfMunicipalities,
  getMunicipality,
  type Municipality,
  type MunicipalityCode,
  municipalitiesOfEmploymentArea,
  municipalitiesOn,
  municipalityOn,
  neighboursOn,
  regions,
  subRegions,
  travelArea,
} from './domain/municipalities.ts';
