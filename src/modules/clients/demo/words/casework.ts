/** Short texts of casework that do not depend on the life. */
export const transferNote =
  'Asiakkuus siirtyi TE-toimistosta 1.1.2025, aiemmat merkinnät ovat valtakunnallisessa rekisterissä.';

type Circumstances = { readonly foreign: boolean; readonly trade: string; readonly state: string };

/** What an expert has promised to do or waits for; some only for those of whom `of` says yes. */
export const otherTasks: readonly {
  readonly title: string;
  readonly of?: (client: Circumstances) => boolean;
}[] = [
  { title: 'Soita ja kysy, miten haastattelu meni' },
  { title: 'Lähetä ohje palkkatuesta' },
  { title: 'Lue asiakkaan uusi ansioluettelo' },
  { title: 'Vastaa viestiin työmatkakuluista' },
  { title: 'Soita uudestaan, asiakas ei vastannut' },
  { title: 'Sovi tutustumispäivä työpaikalle' },
  { title: 'Lähetä kutsu rekrytointitapahtumaan' },
  { title: 'Tarkista, onko kielitodistus tullut', of: ({ foreign }) => foreign },
  { title: 'Varaa tulkki seuraavaan tapaamiseen', of: ({ foreign }) => foreign },
  {
    title: 'Kysy yritysneuvojalta, tarvitaanko konepajoilla väkeä',
    of: ({ trade }) => ['welder', 'machinist', 'assembler'].includes(trade),
  },
  { title: 'Kirjaa työkokeilun loppuarvio', of: ({ state }) => state === 'in-service' },
  { title: 'Kysy oppilaitokselta oppisopimuksen aloituspäivä', of: ({ state }) => state === 'in-service' },
  {
    title: 'Selvitä, alkaako trukkikorttikurssi tässä kuussa',
    of: ({ trade }) => ['warehouse', 'forklift', 'sawmill'].includes(trade),
  },
];

export const outcomeNotes: Readonly<
  Record<'employed' | 'study' | 'entrepreneur' | 'closer-to-work', readonly string[]>
> = {
  employed: [
    'Aloitti työt {essive}, toistaiseksi voimassa oleva työsuhde.',
    'Määräaikainen työ, kuusi kuukautta.',
    'Löysi paikan itse ilmoituksesta.',
    'Palasi entiselle työnantajalle.',
    'Palkkatuettu työ yrityksessä, jatko todennäköinen.',
  ],
  study: [
    'Aloitti opinnot ammattiopistossa.',
    'Sai opiskelupaikan ammattikorkeakoulusta.',
    'Oppisopimus alkoi.',
  ],
  entrepreneur: ['Perusti toiminimen, starttiraha myönnetty.'],
  'closer-to-work': ['Työkokeilu päättyi hyvin, saa suosittelijan.', 'Ammattitutkinnon osat valmistuivat.'],
};
