import { euros } from '#kernel/money.ts';
import type { ProjectDraft } from '../domain/draft.ts';
import { readingOf } from './draft-making.ts';

const { at, said } = readingOf('000');
const years = [2022, 2023, 2024];
const waiting = {
  text: 'Omarahoitus edellyttää TVK-päätöstä 29.3.2022',
  body: 'Työvaliokunta (TVK)',
  expectedOn: '2022-03-29',
  ...at(88),
};

/** TE2024 – Elinvoimaa Etelä-Karjalaan: the facts of document 000. */
export const draft000: ProjectDraft = {
  document: { key: '000', kind: 'project-presentation' },
  name: said(10, 'TE2024 – Elinvoimaa Etelä-Karjalaan', '”TE2024- Elinvoimaa Etelä-Karjalaan” –hanke'),
  instrument: said(8, 'mokra', 'Maakunnan omaehtoisen kehittämisen rahoitus (MOKRA) hakemus'),
  applicant: { name: 'Lappeenrannan kaupunki', ...at(16) },
  authority: { name: 'Etelä-Karjalan maakuntaliitto', ...at(88), printed: 'Maakuntaliitolta' },
  parts: [{ organisation: 'Etelä-Karjalan kunnat', role: 'partner', ...at(14) }],
  implementers: said(14, 'many', 'Etelä-Karjalan kuntien yhteishanke'),
  startsOn: said(12, '2022-08-01', '1.8.2022'),
  endsOn: said(12, '2024-12-31', '31.12.2024'),
  regions: [said(10, 'Etelä-Karjala')],
  targetGroups: [
    'Alueen työnhakijat ja osaajat sekä suomalaiset että kansainväliset',
    'Alueella jo toimivat ja alueelle sijoittautuvat yritykset',
    'Alueen yrittäjäjärjestöt',
    'Työ- ja elinkeinopalvelut laajasti',
    'Tulevan hyvinvointialueen yhdyspinta',
    'Alueen koulutusorganisaatiot ja valtakunnalliset koulutusorganisaatiot',
    'Kunnat ja kuntaorganisaatiot',
  ].map((text, index) => ({ reach: 'direct' as const, text, ...at(31 + index) })),
  goals: [
    {
      text: 'Etelä-Karjalan elinvoiman parantaminen uudistamalla elinvoiman rakenteita ja prosesseja lainsäädännön muuttuessa.',
      ...at(41),
    },
    { text: 'Verkostoyhteistyön koordinointi.', under: 0, ...at(43) },
    {
      text: 'Maakunnallisen elinvoima-, työllisyys- ja yrityspalveluekosysteemin luominen.',
      under: 0,
      ...at(44),
    },
    {
      text: 'Koulutusorganisaatioiden kytkeminen tiiviimmin työllistämispalveluihin ja työmarkkinoiden osaajapulaan vastaamiseen.',
      under: 0,
      ...at(45),
    },
    {
      text: 'Valtion TE2024-uudistukselle asettamien tavoitteiden paras mahdollinen toteutus alueellisesti',
      under: 0,
      ...at(46),
    },
    {
      text: 'Te-palvelujen hallitun siirron varmistaminen kuntien järjestämisvastuulle.',
      under: 4,
      ...at(47),
    },
    {
      text: 'Työllistämistavoite on 100 lisätyöllistä vuosittain ja palvelut lähipalveluna asiakkaille.',
      under: 4,
      ...at(48),
    },
    { text: 'Asiakkaiden palveluprosessien kehittäminen.', under: 4, ...at(49) },
    {
      text: 'Hyvinvointialueen järjestämisvastuulle jäävien vaikeimmin työllistettävien palveluiden yhdyspinnan vahvistaminen.',
      under: 4,
      ...at(50),
    },
    {
      text: 'Kotouttamis- ja maahanmuuttopalvelujen sekä kansainvälisten osaajien palvelujen kytkeminen osaksi palveluverkoston.',
      under: 4,
      ...at(51),
    },
  ],
  measures: [
    { text: 'Projektipäällikön rekrytointi', year: 2022, ...at(57) },
    { text: 'Projektisuunnitelman täsmentäminen ja yhteistyöverkoston kokoaminen', year: 2022, ...at(58) },
    { text: 'Palvelujärjestelmän ja prosessien nykytilakuvaukset', year: 2022, ...at(59) },
    { text: 'Etelä-Karjalan edunvalvonta ja vaikuttamistyö', year: 2022, ...at(60) },
    {
      text: 'Maakunnallinen palveluverkko, palvelujen yhdyspinnat ja niihin liittyvät prosessit',
      year: 2023,
      ...at(68),
    },
    {
      text: 'Etelä-Karjalan elinvoima, työllisyys ja yrityspalveluekosysteemin käyttöönoton valmistelu',
      year: 2024,
      ...at(82),
    },
  ],
  staff: [{ position: 'Projektipäällikkö', startsOn: '2022-08-01', ...at(57) }],
  indicators: [
    { name: 'Lisätyölliset vuosittain', kind: 'result', planned: 100, unit: 'henkilöä', ...at(48) },
  ],
  costModel: said(88, 'flat-rate-40', '40 % flat rate mallia'),
  aidRate: said(88, 8000, '80 %'),
  figures: [
    { kind: 'costs-total', amount: euros(249_400), ...at(86), printed: '249.400 €' },
    { kind: 'wages', amount: euros(34_000), year: 2022, ...at(88), printed: '34 000 €' },
    { kind: 'wages', amount: euros(74_000), year: 2023, toYear: 2024, ...at(88), printed: '74.000 €' },
    ...([43_400, 103_000, 103_000] as const).map((amount, index) => ({
      kind: 'costs-total' as const,
      amount: euros(amount),
      year: years[index]!,
      ...at(93),
      printed: String(amount),
    })),
  ],
  fundingShares: [
    ...([34_720, 82_400, 82_400] as const).map((amount, index) => ({
      source: 'regional-council' as const,
      role: 'grant' as const,
      label: 'Mokra-rahoitusosuus',
      year: years[index]!,
      requested: euros(amount),
      ...at(91),
      printed: ['34720', '82 400', '82 400'][index]!,
    })),
    ...([8_680, 20_600, 20_600] as const).map((amount, index) => ({
      source: 'municipal' as const,
      role: 'own' as const,
      label: 'TVK-Omarahoitusosuus',
      year: years[index]!,
      requested: euros(amount),
      channelledBy: 'Työvaliokunta (TVK)',
      condition: waiting,
      ...at(92),
      printed: ['8680', '20600', '20600'][index]!,
    })),
  ],
  links: [{ name: 'Yritteliäs Etelä-Karjala (maakuntaohjelma)', relation: 'implements', ...at(20) }],
};
