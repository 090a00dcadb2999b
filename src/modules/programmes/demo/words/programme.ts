import type { ProgrammeDraftInput } from '#programmes';

/**
 * The programme of the demonstration area: the structure of document 004 (4 goals, 18 measures) in the area of Mikkeli,
 * with the area's own organisations as coordinators. No official is named.
 */
export const board = 'Mikkelin seudun työllisyyden johtoryhmä';
export const centre = 'Etelä-Savon elinkeino-, liikenne- ja ympäristökeskus';
export const services = 'Mikkelin seudun työllisyysalue';
export const multi = 'Monialainen työelämäpalvelu';

export const demoProgramme = (
  year: number,
  pilotId: string,
): Omit<ProgrammeDraftInput, 'validFrom' | 'reviewOn'> => ({
  kind: 'employment-programme',
  name: 'Mikkelin seudun työllisyysohjelma',
  language: 'fi',
  municipalities: ['491', '507', '213', '178', '097', '623'],
  reporting: 'half-year',
  purpose: [
    'Tunnistetaan ja toteutetaan yhdessä toimet, jotka vaikuttavat alueen elinvoimaan, työllisyyteen ja hyvinvointiin.',
  ],
  board: {
    name: board,
    members: [
      'Mikkelin seudun työllisyysalue',
      'Mikkelin kaupunki',
      'Mäntyharjun kunta',
      'Kangasniemen kunta',
      'Juvan kunta',
      'Hirvensalmen kunta',
      'Puumalan kunta',
      'Kansaneläkelaitos',
      'Etelä-Savon hyvinvointialue',
      'Itä-Suomen elinvoimakeskus',
      'Mikkelin kehitysyhtiö Miksei Oy',
      'Etelä-Savon ammattiopisto Esedu',
      'Kaakkois-Suomen ammattikorkeakoulu Xamk',
    ].map((name) => ({ name })),
  },
  coordinators: [{ name: board }, { name: centre }, { name: services }, { name: multi }],
  themes: [
    { number: '4.1', title: 'Työllisyyden edistämistä lisäävän yhteistyön kehittäminen' },
    { number: '4.2', title: 'Työllisyyttä tukeva kasvu ja yritysten toimintaedellytykset' },
    { number: '4.3', title: 'Osaavan työvoiman saatavuus' },
    { number: '4.4', title: 'Haavoittuvassa asemassa olevien työllisyyden edistäminen' },
  ],
  milestones: [{ on: `${year}-01-01`, title: 'Ohjelma alkaa' }],
  goals: [
    {
      theme: '4.1',
      title: 'Työllisyyden edistämistä lisäävän yhteistyön kehittäminen',
      coordinators: [board],
      measures: [
        { title: 'Yhteistyön edistäminen verkostossa' },
        { title: 'Yhteistyön ja yhteisöllisyyden tukeminen' },
        {
          title: 'Yhteiset kehittämishankkeet ja palvelupilotit',
          indicators: [
            {
              name: 'Pilottiin liittyneet',
              unit: 'henkilöä',
              baseline: 0,
              target: 50,
              qualifier: 'noin',
              targetOn: `${year + 1}-12-31`,
              fact: { kind: 'pilot-figure', pilotId, figure: 'joined' },
            },
          ],
        },
      ],
    },
    {
      theme: '4.2',
      title: 'Yritystoiminnan kiihdyttäminen ja yritysten toimintaedellytysten turvaaminen',
      coordinators: [centre, services],
      measures: [
        {
          title: 'Yritystoiminnan tukeminen',
          indicators: [
            {
              name: 'Yritykset, joissa kehittämisteko',
              unit: 'yritystä puolivuodessa',
              baseline: 12,
              target: 45,
              targetOn: `${year + 1}-12-31`,
              fact: { kind: 'area-fact', fact: 'companies-helped' },
            },
          ],
        },
        { title: 'Yritysasiakkuussuunnitelman mukaiset toimenpiteet' },
        { title: 'Oppilaitosten yrityspalvelutiimit mukaan seudullisten yrityspalvelujen verkostoon' },
        { title: 'Ennakoiva työ kasvu- ja kehityshakuisten yritysten kanssa', years: [year, year + 1] },
      ],
    },
    {
      theme: '4.3',
      title: 'Osaavan työvoiman saatavuus',
      coordinators: [centre],
      measures: [
        {
          title: 'Ennakointitiedon laadun parantaminen ja sen hyödyntäminen verkostoissa',
          indicators: [
            {
              name: 'Ennakointikatsaukset',
              unit: 'kertaa vuodessa',
              baseline: 1,
              target: 4,
              targetOn: `${year + 1}-12-31`,
              source: 'Koordinaattorin kalenteri',
            },
          ],
        },
        { title: 'Jatkuvan oppimisen palvelumallin rakentaminen ja koulutustarjonnan kokoaminen' },
        { title: 'Työikäisten ohjaus- ja urapalvelujen yhteinen hanke', years: [year + 1] },
        { title: 'Työ- ja osaamisperäisen maahanmuuton edistäminen', municipalities: ['491', '507'] },
      ],
    },
    {
      theme: '4.4',
      title: 'Haavoittuvassa asemassa olevien työllisyyden edistäminen',
      coordinators: [services, multi],
      measures: [
        { title: 'Työkyvyttömyyden riskin varhainen tunnistaminen' },
        { title: 'Selkeä palvelupolku osatyökykyisille asiakkaille' },
        { title: 'Tuetun työllistymisen menetelmät' },
        {
          title: 'Pitkäaikaistyöttömyyden ennaltaehkäisy ja katkaisu',
          indicators: [
            {
              name: 'Pilotissa työllistyneet',
              unit: 'henkilöä',
              baseline: 0,
              target: 40,
              targetOn: `${year + 1}-12-31`,
              fact: { kind: 'pilot-figure', pilotId, figure: 'employed' },
            },
          ],
        },
        { title: 'Nuorisotyöttömyyden ennaltaehkäisy ja katkaisu' },
        { title: 'Organisaatiorajat ylittävien asiakaspalveluprosessien tehostaminen' },
        { title: 'Ohjauksen ja palvelun aikaisen tiedonkulun ja yhteistyön kehittäminen' },
      ],
    },
  ],
});

type Told = {
  readonly summary: string;
  readonly states: readonly (readonly [state: string, text: string])[];
};

/** What the coordinators told of the first reported half-year, goal by goal. */
export const firstHalf: readonly Told[] = [
  {
    summary: 'Johtoryhmä kokoontui kolme kertaa, ja ohjelma esiteltiin jokaisessa kunnassa.',
    states: [
      ['on-track', 'Verkoston yhteinen kalenteri otettiin käyttöön.'],
      ['not-started', ''],
      ['on-track', 'Pilotti aloitettiin kehitysyhtiön kanssa.'],
    ],
  },
  {
    summary: 'Yrityskäynnit käynnistyivät sovitusti. Oppilaitosten tiimit tulevat mukaan syksyllä.',
    states: [
      ['on-track', 'Yritysneuvojat sopivat työnjaosta kunnittain.'],
      ['on-track', ''],
      ['late', 'Oppilaitosten sopimus odottaa allekirjoitusta.'],
      ['not-started', ''],
    ],
  },
  {
    summary: 'Ensimmäinen ennakointikatsaus on julkaistu.',
    states: [
      ['on-track', 'Katsaus käytiin läpi johtoryhmässä.'],
      ['not-started', ''],
      ['not-started', ''],
      ['on-track', ''],
    ],
  },
  {
    summary: 'Monialainen työ jatkui entisellä tavalla, ja osatyökykyisten polkua suunniteltiin.',
    states: [
      ['not-started', ''],
      ['on-track', 'Polun ensimmäinen luonnos on koekäytössä.'],
      ['on-track', ''],
      ['on-track', 'Osa pilotin osallistujista on ollut työttömänä yli vuoden.'],
      ['on-track', ''],
      ['not-started', ''],
      ['on-track', ''],
    ],
  },
];

/** And of the next one; the last goal has not been told of. */
export const secondHalf: readonly Told[] = [
  {
    summary: 'Pilotti on täydessä vauhdissa, ja verkosto tapaa kuukausittain.',
    states: [
      ['done', 'Yhteistyösopimus on kaikkien allekirjoittama.'],
      ['on-track', 'Ensimmäinen yhteinen kehittämispäivä pidettiin.'],
      ['on-track', 'Pilotin ryhmä on koossa.'],
    ],
  },
  {
    summary: 'Autettujen yritysten määrä kasvaa tavoitteen mukaisesti.',
    states: [
      ['on-track', 'Piilotyöpaikkoja kirjataan jokaisella käynnillä.'],
      ['on-track', ''],
      ['on-track', 'Sopimus allekirjoitettiin, ja tiimit aloittivat.'],
      ['on-track', 'Kasvuyritysten lista on valmis.'],
    ],
  },
  {
    summary: 'Koulutustarjonnan kokoaminen on viivästynyt, muu etenee.',
    states: [
      ['on-track', ''],
      ['late', 'Yhteisen koulutuskalenterin hankinta siirtyi.'],
      ['not-started', ''],
      ['on-track', ''],
    ],
  },
];
