import type { MunicipalityCode } from '../../modules/areas/domain/municipalities.ts';

/** What the area's places are called, and where people live in them. */
export type Place = {
  readonly code: MunicipalityCode;
  /** "Mikkelissä", "Juvalla" */
  readonly inessive: string;
  /** "Mikkeliin", "Juvalle" */
  readonly illative: string;
  readonly postcodes: readonly string[];
  readonly streets: readonly string[];
  /** Share of the people of the area, from the population of 31.12.2025 (Pertunmaa's from 31.12.2024). */
  readonly weight: number;
};

const townStreets =
  'Koivutie Pihlajakuja Kuusitie Rantakatu Mäntytie Leppäkuja Haapatie Kivikkotie Metsäpolku Ahjokuja Vanamokatu Kanervatie Katajakuja Peltotie Harjukatu Niittykuja Orvokkitie Tervakuja Pellavakatu Mesikuja Suopursuntie Puolukkakuja Lehdokkitie Kuovinkuja'.split(
    ' ',
  );
const villageStreets =
  'Kylätie Lammentie Rantapolku Myllytie Koulutie Mäntyniementie Suvitie Hakatie Lehtotie Ahotie Niementie Peltokuja Saunapolku Kalliotie Harjutie'.split(
    ' ',
  );

/**
 * The seven municipalities of 003:164 as places to live in. Pertunmaa is a part of Mäntyharju since 1.1.2025: its
 * people have Mäntyharju as their home municipality and Pertunmaa's own postcode.
 */
export const places: readonly Place[] = [
  {
    code: '491',
    inessive: 'Mikkelissä',
    illative: 'Mikkeliin',
    postcodes: ['50100', '50120', '50130', '50150', '50170', '50190', '50500', '50520'],
    streets: townStreets,
    weight: 51551,
  },
  {
    code: '507',
    inessive: 'Mäntyharjulla',
    illative: 'Mäntyharjulle',
    postcodes: ['52700'],
    streets: villageStreets,
    weight: 5507,
  },
  {
    code: '507',
    inessive: 'Pertunmaalla',
    illative: 'Pertunmaalle',
    postcodes: ['19430'],
    streets: villageStreets,
    weight: 1527,
  },
  {
    code: '213',
    inessive: 'Kangasniemellä',
    illative: 'Kangasniemelle',
    postcodes: ['51200'],
    streets: villageStreets,
    weight: 4952,
  },
  {
    code: '178',
    inessive: 'Juvalla',
    illative: 'Juvalle',
    postcodes: ['51900'],
    streets: villageStreets,
    weight: 5569,
  },
  {
    code: '097',
    inessive: 'Hirvensalmella',
    illative: 'Hirvensalmelle',
    postcodes: ['52550'],
    streets: villageStreets,
    weight: 2023,
  },
  {
    code: '623',
    inessive: 'Puumalassa',
    illative: 'Puumalaan',
    postcodes: ['52200'],
    streets: villageStreets,
    weight: 2081,
  },
];

/** The six municipalities that the seven of 003:164 are since 1.1.2025, and Pertunmaa which ended. */
export const municipalitiesOfTheArea: readonly MunicipalityCode[] = [
  '491',
  '507',
  '588',
  '213',
  '178',
  '097',
  '623',
];

/** "Mikkelissä" of a code; a municipality outside the area is not asked. */
export function inessiveOf(code: MunicipalityCode): string {
  return places.find((place) => place.code === code)?.inessive ?? 'muualla';
}
