/** Short texts of casework that do not depend on the life. */
export const transferNote =
  'Asiakkuus siirtyi TE-toimistosta työllisyysalueelle 1.1.2025. Aiemmat merkinnät ovat valtakunnallisessa asiakasrekisterissä.';

export const closingNotes: readonly string[] = [
  'Asiakas siirsi sovitun tapaamisen viikolla eteenpäin, syynä työhaastattelu.',
  'Tapaaminen vaihdettu puheluksi asiakkaan toiveesta.',
  'Lähetetty muistutus tapaamisesta tekstiviestillä.',
];

/** What an expert has promised to do or waits for. */
export const otherTasks: readonly string[] = [
  'Soita ja kysy, miten haastattelu meni',
  'Lähetä ohje palkkatuesta',
  'Lue asiakkaan uusi ansioluettelo',
  'Kysy oppilaitokselta oppisopimuksen aloituspäivä',
  'Tarkista, onko kielitodistus tullut',
  'Varaa tulkki seuraavaan tapaamiseen',
  'Sovi tutustumispäivä työpaikalle',
  'Kysy yritysneuvojalta, tarvitaanko konepajoilla väkeä',
  'Kirjaa työkokeilun loppuarvio',
  'Vastaa viestiin työmatkakuluista',
  'Selvitä, alkaako trukkikorttikurssi tässä kuussa',
  'Soita uudestaan, asiakas ei vastannut',
];

export const outcomeNotes: Readonly<Record<'employed' | 'study' | 'entrepreneur' | 'closer-to-work', readonly string[]>> = {
  employed: [
    'Aloitti työt {essive}, toistaiseksi voimassa oleva työsuhde.',
    'Määräaikainen työ, kuusi kuukautta.',
    'Löysi paikan itse ilmoituksesta.',
    'Palasi entiselle työnantajalle.',
    'Palkkatuettu työ yrityksessä, jatko todennäköinen.',
  ],
  study: ['Aloitti opinnot ammattiopistossa.', 'Sai opiskelupaikan ammattikorkeakoulusta.', 'Oppisopimus alkoi.'],
  entrepreneur: ['Perusti toiminimen, starttiraha myönnetty.'],
  'closer-to-work': ['Työkokeilu päättyi hyvin, saa suosittelijan.', 'Ammattitutkinnon osat valmistuivat.'],
};
