import type { CompanySize } from '#demo/shapes.ts';

/** A line of business: its class in TOL 2008 (Statistics Finland), how companies are named in it and what they say of themselves. */
export type Industry = {
  readonly key: string;
  readonly code: string;
  /** How many of the 140 companies. */
  readonly count: number;
  /** `{stem}` is an invented word of nature. */
  readonly names: readonly string[];
  readonly sizes: readonly CompanySize[];
  readonly descriptions: readonly string[];
  /** The boss is called. */
  readonly positions: readonly string[];
};

const small: readonly CompanySize[] = ['1-4', '1-4', '5-9', '5-9', '10-19'];
const middle: readonly CompanySize[] = ['5-9', '10-19', '10-19', '20-49'];
const large: readonly CompanySize[] = ['10-19', '20-49', '20-49', '50-249'];

export const industries: readonly Industry[] = [
  {
    key: 'metal',
    code: '25620',
    count: 13,
    names: ['Konepaja {stem} Oy', 'Metalli {stem} Oy', '{stem} Steel Oy', 'Hitsauspalvelu {stem} Oy'],
    sizes: large,
    descriptions: [
      'Alihankintakonepaja: levytyöt, hitsaus ja kokoonpano.',
      'Valmistaa koneenosia metsä- ja energia-alan laitteisiin.',
      'Teräsrakenteita rakennuksille ja teollisuudelle.',
    ],
    positions: ['toimitusjohtaja', 'tuotantopäällikkö', 'työnjohtaja'],
  },
  {
    key: 'sawmill',
    code: '16100',
    count: 4,
    names: ['Saha {stem} Oy', 'Höyläämö {stem} Oy'],
    sizes: large,
    descriptions: [
      'Sahaa ja höylää kuusta ja mäntyä, pääosa menee vientiin.',
      'Piensaha, joka tekee erikoispituuksia rakentajille.',
    ],
    positions: ['tuotantopäällikkö', 'toimitusjohtaja'],
  },
  {
    key: 'log-houses',
    code: '16231',
    count: 4,
    names: ['Hirsitalo {stem} Oy', 'Talotehdas {stem} Oy'],
    sizes: middle,
    descriptions: [
      'Hirsirunkoja vapaa-ajan asuntoihin ja omakotitaloihin.',
      'Puuelementtejä ja valmistaloja.',
    ],
    positions: ['tuotantopäällikkö', 'toimitusjohtaja'],
  },
  {
    key: 'furniture',
    code: '31090',
    count: 4,
    names: ['Puusepänverstas {stem} Oy', 'Kaluste {stem} Oy'],
    sizes: small,
    descriptions: [
      'Mittatilauskeittiöitä ja kiintokalusteita.',
      'Huonekaluja ja kalusteita julkisiin tiloihin.',
    ],
    positions: ['toimitusjohtaja', 'yrittäjä'],
  },
  {
    key: 'care',
    code: '87301',
    count: 9,
    names: ['Hoivakoti {stem} Oy', 'Palvelukoti {stem} Oy', 'Kotihoiva {stem} Oy'],
    sizes: large,
    descriptions: [
      'Ympärivuorokautista palveluasumista ikäihmisille.',
      'Pieni hoivakoti, jossa on oma keittiö ja piha järven rannalla.',
      'Kotihoitoa ja palveluasumista koko seudulla.',
    ],
    positions: ['yksikön johtaja', 'palveluesihenkilö', 'toimitusjohtaja'],
  },
  {
    key: 'daycare',
    code: '88911',
    count: 4,
    names: ['Päiväkoti {stem} Oy', 'Metsäpäiväkoti {stem} Oy'],
    sizes: middle,
    descriptions: [
      'Yksityinen päiväkoti, kaksi ryhmää.',
      'Metsäpainotteinen päiväkoti, joka retkeilee joka viikko.',
    ],
    positions: ['päiväkodin johtaja'],
  },
  {
    key: 'building',
    code: '41200',
    count: 10,
    names: ['Rakennus {stem} Oy', 'Rakennuspalvelu {stem} Oy', 'Rakennusliike {stem} Oy'],
    sizes: middle,
    descriptions: [
      'Korjausrakentamista taloyhtiöille ja kunnille.',
      'Uudisrakentamista ja loma-asuntoja.',
      'Kylpyhuoneremontteja ja saneerauksia avaimet käteen.',
    ],
    positions: ['toimitusjohtaja', 'vastaava työnjohtaja', 'yrittäjä'],
  },
  {
    key: 'painting',
    code: '43341',
    count: 3,
    names: ['Maalausliike {stem} Oy', 'Pintatyö {stem} Oy'],
    sizes: small,
    descriptions: ['Maalaus- ja tasoitetyöt koteihin ja yrityksiin.'],
    positions: ['yrittäjä', 'toimitusjohtaja'],
  },
  {
    key: 'electrical',
    code: '43210',
    count: 5,
    names: ['Sähkö {stem} Oy', 'Sähköasennus {stem} Oy'],
    sizes: small,
    descriptions: [
      'Sähköurakointia, aurinkopaneeleita ja latauspisteitä.',
      'Kiinteistöjen sähkötyöt ja viat nopeasti.',
    ],
    positions: ['toimitusjohtaja', 'sähkötöiden johtaja'],
  },
  {
    key: 'plumbing',
    code: '43220',
    count: 5,
    names: ['LVI-liike {stem} Oy', 'Putkityö {stem} Oy'],
    sizes: small,
    descriptions: ['Putkiremontteja, lämpöpumppuja ja vesivahinkojen korjausta.'],
    positions: ['yrittäjä', 'toimitusjohtaja'],
  },
  {
    key: 'earthworks',
    code: '43120',
    count: 5,
    names: ['Maanrakennus {stem} Oy', 'Koneyhtymä {stem} Oy'],
    sizes: small,
    descriptions: ['Pohjatyöt, tiet ja lumityöt omalla kalustolla.'],
    positions: ['yrittäjä', 'työpäällikkö'],
  },
  {
    key: 'forestry',
    code: '02200',
    count: 5,
    names: ['Metsäkoneurakointi {stem} Oy', 'Puunkorjuu {stem} Oy'],
    sizes: small,
    descriptions: [
      'Kaksi koneketjua, harvennuksia ja päätehakkuita.',
      'Puunkorjuuta ja energiapuuta Etelä-Savossa.',
    ],
    positions: ['yrittäjä', 'korjuuesihenkilö'],
  },
  {
    key: 'transport',
    code: '49410',
    count: 5,
    names: ['Kuljetus {stem} Oy', '{stem} Logistics Oy'],
    sizes: middle,
    descriptions: [
      'Puutavaraa, haketta ja kappaletavaraa.',
      'Jakeluajoa Etelä-Savossa ja runkolinjat etelään.',
    ],
    positions: ['kuljetuspäällikkö', 'toimitusjohtaja'],
  },
  {
    key: 'bus',
    code: '49310',
    count: 2,
    names: ['Liikenne {stem} Oy'],
    sizes: middle,
    descriptions: ['Paikallis- ja koululaisliikennettä sekä tilausajoja.'],
    positions: ['liikennepäällikkö'],
  },
  {
    key: 'taxi',
    code: '49320',
    count: 2,
    names: ['Taksi {stem} Oy'],
    sizes: small,
    descriptions: ['Takseja kahdessa kunnassa, myös koulukyytejä.'],
    positions: ['yrittäjä'],
  },
  {
    key: 'warehouse',
    code: '52100',
    count: 4,
    names: ['Terminaali {stem} Oy', 'Varastopalvelu {stem} Oy'],
    sizes: middle,
    descriptions: ['Varastointia, keräilyä ja pakkaamista verkkokaupoille.'],
    positions: ['varastopäällikkö', 'vuoroesihenkilö'],
  },
  {
    key: 'garage',
    code: '45201',
    count: 5,
    names: ['Autokorjaamo {stem} Oy', 'Autohuolto {stem} Oy'],
    sizes: small,
    descriptions: ['Merkkiriippumaton korjaamo, myös vaihtoautoja.', 'Huollot, renkaat ja raskas kalusto.'],
    positions: ['yrittäjä', 'korjaamopäällikkö'],
  },
  {
    key: 'grocery',
    code: '47112',
    count: 4,
    names: ['Market {stem} Oy', 'Ruokatori {stem} Oy'],
    sizes: middle,
    descriptions: ['Lähikauppa, jossa on palvelutiski ja posti.'],
    positions: ['kauppias', 'myymäläpäällikkö'],
  },
  {
    key: 'hardware',
    code: '47521',
    count: 3,
    names: ['Rautakauppa {stem} Oy'],
    sizes: middle,
    descriptions: ['Rakennustarvikkeet, puutavara ja piha.'],
    positions: ['kauppias', 'myyntipäällikkö'],
  },
  {
    key: 'restaurant',
    code: '56101',
    count: 6,
    names: ['Ravintola {stem} Oy', 'Kahvila {stem} Oy', 'Pitopöytä {stem} Oy'],
    sizes: small,
    descriptions: [
      'Lounasta arkisin, juhlia viikonloppuisin.',
      'Satamaravintola, kesällä kolminkertainen väki.',
      'Kahvila ja pieni leipomo keskustassa.',
    ],
    positions: ['ravintoloitsija', 'ravintolapäällikkö'],
  },
  {
    key: 'catering',
    code: '56290',
    count: 3,
    names: ['Ateriapalvelu {stem} Oy'],
    sizes: middle,
    descriptions: ['Valmistaa lounaat kouluille, työpaikoille ja palvelutaloille.'],
    positions: ['keittiöpäällikkö', 'palvelupäällikkö'],
  },
  {
    key: 'hotel',
    code: '55100',
    count: 3,
    names: ['Hotelli {stem} Oy', 'Lomakeskus {stem} Oy'],
    sizes: middle,
    descriptions: ['Majoitusta, saunoja ja kokouksia järven rannalla.'],
    positions: ['hotellinjohtaja', 'vastaanottopäällikkö'],
  },
  {
    key: 'bakery',
    code: '10710',
    count: 4,
    names: ['Leipomo {stem} Oy', 'Pikkuleipomo {stem} Oy'],
    sizes: middle,
    descriptions: ['Ruisleipää, karjalanpiirakoita ja kahvileipää kauppoihin.'],
    positions: ['yrittäjä', 'tuotantovastaava'],
  },
  {
    key: 'cleaning',
    code: '81210',
    count: 5,
    names: ['Siivouspalvelu {stem} Oy', 'Puhtauspalvelu {stem} Oy'],
    sizes: middle,
    descriptions: ['Toimistojen, koulujen ja taloyhtiöiden siivousta.'],
    positions: ['palvelupäällikkö', 'toimitusjohtaja'],
  },
  {
    key: 'green',
    code: '81300',
    count: 3,
    names: ['Viherrakennus {stem} Oy', 'Piha {stem} Oy'],
    sizes: small,
    descriptions: ['Pihoja, puistoja ja talvikunnossapitoa.'],
    positions: ['yrittäjä', 'työnjohtaja'],
  },
  {
    key: 'farm',
    code: '01410',
    count: 3,
    names: ['Maatila {stem} Oy', 'Maitotila {stem} Oy'],
    sizes: small,
    descriptions: ['Lypsykarjatila, noin sata lehmää ja kaksi lypsyrobottia.'],
    positions: ['yrittäjä'],
  },
  {
    key: 'software',
    code: '62010',
    count: 4,
    names: ['{stem} Software Oy', '{stem} Digital Oy'],
    sizes: small,
    descriptions: [
      'Tekee toiminnanohjausta pienille teollisuusyrityksille.',
      'Verkkopalveluja ja sovelluksia kunnille.',
    ],
    positions: ['toimitusjohtaja', 'kehitysjohtaja'],
  },
  {
    key: 'it-services',
    code: '62030',
    count: 2,
    names: ['IT-palvelu {stem} Oy'],
    sizes: small,
    descriptions: ['Ulkoistettu IT-tuki pienille yrityksille.'],
    positions: ['toimitusjohtaja'],
  },
  {
    key: 'accounting',
    code: '69201',
    count: 4,
    names: ['Tilitoimisto {stem} Oy', 'Tilipalvelu {stem} Oy'],
    sizes: small,
    descriptions: ['Kirjanpito, palkat ja neuvonta noin sadalle yritykselle.'],
    positions: ['toimitusjohtaja', 'palvelupäällikkö'],
  },
  {
    key: 'advertising',
    code: '73111',
    count: 2,
    names: ['Mainostoimisto {stem} Oy'],
    sizes: small,
    descriptions: ['Ilmeitä, verkkosivuja ja somea paikallisille yrityksille.'],
    positions: ['toimitusjohtaja'],
  },
  {
    key: 'security',
    code: '80100',
    count: 2,
    names: ['Vartiointi {stem} Oy'],
    sizes: middle,
    descriptions: ['Piirivartiointia, hälytysajoa ja tapahtumien järjestyksenvalvontaa.'],
    positions: ['palvelupäällikkö'],
  },
  {
    key: 'hairdressing',
    code: '96021',
    count: 3,
    names: ['Parturi-kampaamo {stem} Oy', 'Hiussali {stem} Oy'],
    sizes: ['1-4'],
    descriptions: ['Neljä tuolia keskustassa, paljon vakioasiakkaita.'],
    positions: ['yrittäjä'],
  },
];

/** Words of nature put together so that no company known to us has them; each names one company only. */
export const stems: readonly string[] = `
Kehrävarsi Tuohikorento Sinirinta Koskikara Tuulenkoura Karhunputki Suopursu Nokkavarsi Honkavirta Visakallio
Haukkakoski Lumpeenniemi Pihlajapiha Ristinlampi Kuikkalahti Tervahauta Kiiskiranta Hillasuo Vaahterakumpu Rantaraita
Sorsakivi Ahvenvirta Kurjenpolvi Metsäkulku Harmaahaikara Tammikoro Luhtavilla Ketunleipä Suviranta Korpikuusama
Juovakangas Kaarnavene Hiirenporras Lepposaari Mesimarja Pikkukuovi Rapakivi Sarakallio Tikankontti Uittoranta
Vesirikko Ylävirta Aittalahti Heinäsirkka Isokuru Jäkäläharju Kantokylä Lahnavirta Mustikkamäki Niittyvilla
Oravanoksa Palokärki Rentukka Saukonsalmi Taulakivi Uhtuvirta Vuokkolinna Kettukorpi Lintuluoto Hankavesi
Muikkuranta Naurissaari Peipposenpesä Riekonmarja Siikavuo Tuomenkukka Urpiainen Valkolehdokki Kortejoki Katajavaara
Hongankoro Ilvesniitty Joutsenkaula Kalliokielo Lehtovirmajuuri Maitohorsma Nokkosperho Ojakellukka Punarinta Rohtovirna
Savijärvi Tähtitalvikki Ukonhattu Vehkalampi Kellovarpu Lumikukka Hirvenkello Päivänkakkara Kanervikko Leinikki
Rautavirta Metsäkurki Harakankello Sääksi Kultapiisku Kivenkolo Syyslehti Pyynsalmi Pajusirkku Kissankäpälä
Vanamosuo Suokukka Tuiskula Hallavaara Pilvikari Hopeapaju Kirjosieppo Taivaanvuohi Kotkansiipi Kielorinne
Rantakäpy Villaruoho Metsätähti Lumikari Ruskovesi Aamukaste Iltarusko Varvikko Kaislamatala Lepinkäinen
Hämyranta Sammalkivi Vuorenkilpi Aholeinikki Tervaleppä Kaisloranta Pöllövuori Kuurankukka Jäälintu Vesipääsky
Kuusikiuru Halavahaka Ruohokari Siniheinä Punavarpu Niittykuu Salonsini Hiidenvirna Kontionkoski Päivänlaki
`
  .trim()
  .split(/\s+/);
