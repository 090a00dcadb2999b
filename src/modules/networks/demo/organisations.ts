import { foundingDay, type Making } from '#demo/making.ts';
import type { DemoOrganisation, OrganisationKind } from '#demo/shapes.ts';
import { municipalitiesOfTheArea } from '#demo/words/places.ts';

const area = municipalitiesOfTheArea.filter((code) => code !== '588');
const former = municipalitiesOfTheArea;

type Outline = Omit<DemoOrganisation, 'id' | 'successorId'> & { readonly successor?: string };

const municipality = (key: string, fi: string, sv: string, code: string): Outline => ({
  key,
  name: { fi, sv },
  kind: 'municipality',
  municipality: code,
  serves: [code],
  source: 'hankesuunnitelma Palvelupolut 2.0',
});

const invented = (key: string, fi: string, kind: OrganisationKind): Outline => ({
  key,
  name: { fi },
  kind,
  municipality: '491',
  serves: area,
  source: 'invented',
});

/**
 * The organisations that document 003 names and those that follow them. Dates are given where they are known from
 * rules.md C1 or the law; for the rest the beginning is not stated.
 */
const outlines: readonly Outline[] = [
  municipality('mikkeli', 'Mikkelin kaupunki', 'S:t Michels stad', '491'),
  municipality('mantyharju', 'Mäntyharjun kunta', 'Mäntyharju kommun', '507'),
  {
    ...municipality('pertunmaa', 'Pertunmaan kunta', 'Pertunmaa kommun', '588'),
    validTo: '2024-12-31',
    successor: 'mantyharju',
  },
  municipality('kangasniemi', 'Kangasniemen kunta', 'Kangasniemi kommun', '213'),
  municipality('juva', 'Juvan kunta', 'Juva kommun', '178'),
  municipality('hirvensalmi', 'Hirvensalmen kunta', 'Hirvensalmi kommun', '097'),
  municipality('puumala', 'Puumalan kunta', 'Puumala kommun', '623'),
  {
    key: 'employment-services',
    name: {
      fi: 'Mikkelin seudun työllisyysalue',
      sv: 'S:t Michelregionens sysselsättningsområde',
      en: 'Mikkeli Region Employment Area',
    },
    kind: 'employment-services',
    municipality: '491',
    validFrom: '2025-01-01',
    serves: area,
    source: 'Act 380/2023',
  },
  {
    key: 'te-office',
    name: { fi: 'Etelä-Savon TE-toimisto', sv: 'Södra Savolax arbets- och näringsbyrå' },
    kind: 'state',
    validTo: '2024-12-31',
    serves: former,
    successor: 'employment-services',
    source: 'hankesuunnitelma Palvelupolut 2.0; Act 383/2023',
  },
  {
    key: 'municipal-trial',
    name: { fi: 'Mikkelin seudun työllisyyden kuntakokeilu' },
    kind: 'employment-services',
    validTo: '2024-12-31',
    serves: former,
    successor: 'employment-services',
    source: 'hankesuunnitelma Palvelupolut 2.0; hallituksen päätös TE2024-hankkeesta',
  },
  {
    key: 'miksei',
    name: { fi: 'Mikkelin kehitysyhtiö Miksei Oy' },
    kind: 'development-company',
    municipality: '491',
    serves: area,
    source: 'hankesuunnitelma Palvelupolut 2.0',
  },
  {
    key: 'kangasniemi-business',
    name: { fi: 'Kangasniemen kunnan elinkeinopalvelut', sv: 'Kangasniemi kommuns näringstjänster' },
    kind: 'business-services',
    municipality: '213',
    serves: ['213', '097'],
    source: 'invented',
  },
  {
    key: 'ely',
    name: {
      fi: 'Etelä-Savon elinkeino-, liikenne- ja ympäristökeskus',
      sv: 'Närings-, trafik- och miljöcentralen i Södra Savolax',
    },
    kind: 'state',
    municipality: '491',
    validTo: '2025-12-31',
    serves: former,
    successor: 'development-centre',
    source: 'hankesuunnitelma Palvelupolut 2.0; Act 531/2025',
  },
  {
    key: 'development-centre',
    name: { fi: 'Itä-Suomen elinvoimakeskus', sv: 'Östra Finlands livskraftscentral' },
    kind: 'state',
    validFrom: '2026-01-01',
    serves: area,
    source: 'Act 531/2025',
  },
  {
    key: 'ministry',
    name: {
      fi: 'Työ- ja elinkeinoministeriö',
      sv: 'Arbets- och näringsministeriet',
      en: 'Ministry of Economic Affairs and Employment',
    },
    kind: 'state',
    serves: area,
    source: 'hankesuunnitelma Palvelupolut 2.0',
  },
  {
    key: 'kela',
    name: {
      fi: 'Kansaneläkelaitos',
      sv: 'Folkpensionsanstalten',
      en: 'Social Insurance Institution of Finland',
    },
    kind: 'kela',
    serves: area,
    source: 'Act 381/2023',
  },
  {
    key: 'wellbeing-area',
    name: { fi: 'Etelä-Savon hyvinvointialue', sv: 'Södra Savolax välfärdsområde' },
    kind: 'wellbeing-area',
    municipality: '491',
    validFrom: '2023-01-01',
    serves: area,
    source: 'Act 381/2023',
  },
  {
    key: 'esedu',
    name: { fi: 'Etelä-Savon ammattiopisto Esedu' },
    kind: 'education',
    municipality: '491',
    serves: area,
    source: 'general knowledge',
  },
  {
    key: 'xamk',
    name: {
      fi: 'Kaakkois-Suomen ammattikorkeakoulu Xamk',
      en: 'South-Eastern Finland University of Applied Sciences Xamk',
    },
    kind: 'education',
    municipality: '491',
    validFrom: '2017-01-01',
    serves: area,
    source: 'general knowledge',
  },
  {
    key: 'ohjaamo',
    name: { fi: 'Ohjaamo Mikkeli', sv: 'Navigatorn S:t Michel' },
    kind: 'joint-service',
    municipality: '491',
    serves: area,
    source: 'työllisyysohjelma',
  },
  invented('workshop', 'Työpaja Tuohikori ry', 'third-sector'),
  invented('friends', 'Monikulttuurinen kohtaamispaikka Laituri ry', 'third-sector'),
  invented('agency-1', 'Rekrypalvelu Revonpolku Oy', 'private-agency'),
  invented('agency-2', 'Henkilöstötalo Hakkapelto Oy', 'private-agency'),
];

/** The organisations of the area, with their successors. */
export function makeOrganisations({ id }: Making): DemoOrganisation[] {
  const ids = new Map(outlines.map((outline) => [outline.key, id(foundingDay)]));
  const idOf = (key: string) => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`No organisation ${key}`);
    return id;
  };
  return outlines.map(({ successor, ...outline }) => ({
    id: idOf(outline.key),
    ...outline,
    successorId: successor === undefined ? undefined : idOf(successor),
  }));
}
