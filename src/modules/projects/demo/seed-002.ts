import { euros } from '#kernel/money.ts';
import type { ProjectDraft } from '../domain/draft.ts';
import { readingOf } from './draft-making.ts';

const { at, said } = readingOf('002');

const equality: NonNullable<ProjectDraft['horizontal']> = [
  {
    section: 'Sukupuolten tasa-arvo',
    question: 'Hankkeessa on tehty toimintaympäristön analyysi sukupuolinäkökulmasta',
    answer: true,
    text: 'Suomalaiset työmarkkinat ovat segregoituneet, mikä osaltaan jäykistää niitä. Sergregaation purkaminen otetaan huomioon työvoima- ja yrittäjyyspalvelujen kehittämistyössä.',
    ...at(147),
  },
  {
    section: 'Sukupuolten tasa-arvo',
    question: 'Sukupuolinäkökulma on huomioitu hankkeen toiminnassa (valtavirtaistaminen)',
    answer: true,
    text: 'Otetaan huomioon kokonaisvaltaisen työllisyysstrategian valmistelutyössä.',
    ...at(149),
  },
  {
    section: 'Sukupuolten tasa-arvo',
    question: 'Hankkeen päätavoite on sukupuolten tasa-arvon edistäminen',
    answer: false,
    text: 'Ei ole hankkeen päätavoite mutta asia huomioidaan koulutusten hankintaprosesseissa ja koulutusten sisällöissä.',
    ...at(151),
  },
];

const criteria: readonly (readonly [
  section: string,
  question: string,
  line: number,
  direct: number,
  indirect: number,
])[] = [
  ['Ekologinen kestävyys', 'Luonnonvarojen käytön kestävyys', 158, 1, 2],
  ['Ekologinen kestävyys', 'Ilmastonmuutoksen aiheuttamien riskien vähentäminen', 160, 1, 4],
  ['Ekologinen kestävyys', 'Kasvillisuus, eliöt ja luonnon monimuotoisuus', 162, 1, 2],
  [
    'Ekologinen kestävyys',
    'Pinta- ja pohjavedet, maaperä sekä ilma (ja kasvihuonekaasujen väheneminen)',
    164,
    1,
    2,
  ],
  ['Ekologinen kestävyys', 'Natura 2000 -ohjelman kohteet', 166, 1, 2],
  ['Taloudellinen kestävyys', 'Materiaalit ja jätteet', 169, 1, 3],
  ['Taloudellinen kestävyys', 'Uusiutuvien energialähteiden käyttö', 171, 0, 4],
  ['Taloudellinen kestävyys', 'Paikallisen elinkeinorakenteen kestävä kehittäminen', 173, 2, 5],
  ['Taloudellinen kestävyys', 'Aineettomien tuotteiden ja palvelujen kehittäminen', 175, 2, 5],
  ['Taloudellinen kestävyys', 'Liikkuminen ja logistiikka', 177, 0, 2],
  ['Sosiaalinen ja kulttuurinen kestävyys sekä yhdenvertaisuus', 'Hyvinvoinnin edistäminen', 180, 2, 5],
  ['Sosiaalinen ja kulttuurinen kestävyys sekä yhdenvertaisuus', 'Tasa-arvon edistäminen', 182, 2, 5],
  [
    'Sosiaalinen ja kulttuurinen kestävyys sekä yhdenvertaisuus',
    'Yhteiskunnallinen ja kulttuurinen yhdenvertaisuus',
    184,
    2,
    5,
  ],
  ['Sosiaalinen ja kulttuurinen kestävyys sekä yhdenvertaisuus', 'Kulttuuriympäristö', 186, 2, 5],
  ['Sosiaalinen ja kulttuurinen kestävyys sekä yhdenvertaisuus', 'Ympäristöosaaminen', 188, 3, 6],
];

/** KasvuPOK: the facts of document 002; its named contact person is left out. */
export const draft002: ProjectDraft = {
  document: { key: '002', kind: 'project-description' },
  name: said(9, 'KasvuPOK'),
  registerNumbers: [{ form: 'project-code', text: 'S21576', ...at(7) }],
  instrument: said(3, 'esf', 'Euroopan sosiaalirahaston (ESR)'),
  priority: said(11, '3. Työllisyys ja työvoiman liikkuvuus'),
  objective: said(
    13,
    '6.1. Nuorten ja muiden heikossa työmarkkina-asemassa olevien työllistymisen edistäminen',
  ),
  implementers: said(47, 'one', 'Vain yksi hakija'),
  applicant: {
    name: 'Elinkeino-, liikenne- ja ympäristökeskusten sekä työ- ja elinkeinotoimistojen kehittämis- ja hallintokeskus',
    type: 'Valtion viranomainen',
    businessId: '2296962-1',
    street: 'Kauppakatu 40 B',
    postcode: '80100',
    city: 'Joensuu',
    phone: '+358295026000',
    web: 'http://ely-keskus.fi/pohjois-karjala',
    contact: { position: 'Johtava asiantuntija', ...at(41) },
    ...at(23),
  },
  authority: { name: 'Etelä-Savon elinkeino-, liikenne- ja ympäristökeskus', ...at(19) },
  startsOn: said(15, '2019-01-02', '2.1.2019'),
  endsOn: said(15, '2022-05-31', '31.5.2022'),
  state: said(17, 'ended', 'Toiminta päättynyt'),
  regions: [said(117, 'Pohjois-Karjala')],
  subRegions: ['Joensuun', 'Keski-Karjalan', 'Pielisen Karjalan'].map((name) => said(119, name)),
  municipalities:
    'Lieksa, Polvijärvi, Joensuu, Outokumpu, Tohmajärvi, Kontiolahti, Liperi, Nurmes, Rääkkylä, Kitee, Ilomantsi, Juuka'
      .split(', ')
      .map((name) => said(121, name)),
  site: {},
  targetGroups: [
    {
      reach: 'direct',
      text: 'Hankkeen kohderyhmää ovat työllisyys- ja yrityspalvelujen tuottajat ja järjestäjät; ELY-keskus, TE-toimisto, kuntien elinkeino- ja työllisyyspalvelut, Siun sote, palvelujen tuottajat, oppilaitokset, kolmas sektori',
      ...at(99),
    },
    {
      reach: 'indirect',
      text: 'Hankkeen lopullisena hyödynsaajana ovat uudistuvien työllisyys- ja yrityspalvelujen henkilö- ja yritysasiakkaat: työnhakijat, työmarkkinoille pyrkivät työvoiman ulkopuolella olevat, alueen yritykset ja työpaikat',
      ...at(103),
    },
  ],
  goals: [
    { text: 'kokonaisvaltaista maakunnallista työllisyysstrategiaa', ...at(61) },
    { text: 'palvelujen ja palvelurakenteen kehittämistä ja vaikuttavuuden parantumista', ...at(62) },
    { text: 'toimijoiden osaamisen vahvistumista', ...at(63) },
  ],
  measures: [
    {
      text: 'Uudistuvien palvelujen/ kokonaisvaltaisen työllisyysstrategian yhteisen tahtotilan vahvistaminen maakunnassa',
      ...at(77),
    },
    { text: 'Tiedolla johtamisen ja tiedon vaihdon lisääminen maakunnassa', ...at(81) },
  ],
  figures: [
    { kind: 'granted', amount: euros(645_000), ...at(107), printed: '645 000' },
    { kind: 'realised', amount: euros(554_759), ...at(109), printed: '554 759' },
    { kind: 'public-planned', amount: euros(645_000), ...at(111), printed: '645 000' },
    { kind: 'public-realised', amount: euros(554_759), ...at(113), printed: '554 759' },
  ],
  indicators: [
    {
      name: 'Osallistuvien yritysten lukumäärä',
      kind: 'output',
      planned: 9,
      realised: 6,
      unit: 'yritystä',
      ...at(135),
    },
    {
      name: 'Osallistuvien henkilöiden lukumäärä',
      kind: 'output',
      planned: 180,
      unit: 'henkilöä',
      ...at(141),
    },
  ],
  outcomes: [
    {
      kind: 'result',
      text: 'Hankkeen kehittämistyö vahvistaa työllisyys- ja yrityspalvelujen johtamista sekä organisoitumista, toimijoiden yhteistyö- ja tuotantorakenteita sekä heidän osaamistaan',
      ...at(90),
    },
  ],
  horizontal: [
    ...equality,
    ...criteria.map(([section, question, line, direct, indirect]) => ({
      section,
      question,
      direct,
      indirect,
      ...at(line),
    })),
  ],
  sections: [{ kind: 'final-report', title: 'Loppuraportin tiivistelmä', text: '-', ...at(193) }],
};
