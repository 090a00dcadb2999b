import type { EducationLevel } from '#demo/shapes.ts';

/**
 * The trades that people and companies of the demonstration area have: each an occupation of ESCO, with the everyday
 * words for it (ESCO's own names are stiff) and what usually goes with it.
 */
export type Trade = {
  readonly key: string;
  readonly isco: string;
  /** The last part of the concept URI of ESCO. */
  readonly esco: string;
  readonly fi: string;
  /** "hitsaajan töissä" */
  readonly genitive: string;
  /** "hitsaajana" */
  readonly essive: string;
  readonly sv: string;
  readonly en: string;
  readonly education: string;
  readonly level: EducationLevel;
  /** Codes of the vocabulary's licences, the usual first. */
  readonly licences: readonly string[];
  /** Keys of industries.ts. */
  readonly industries: readonly string[];
  readonly rhythm: 'day' | 'shift' | 'evening' | 'night';
  /** Where the work was: "konepajalla". */
  readonly place: string;
};

const rows = `
welder|7212|7aedaa07-3884-4c5b-88f9-80997b2aa54b|hitsaaja|hitsaajan|hitsaajana|svetsare|welder|kone- ja tuotantotekniikan perustutkinto|upper-secondary|occupational-safety-card,hot-work-card,welding-qualification|metal|day|konepajalla
machinist|7223|898f99f7-8c0a-4212-9e58-9ab00379e5ae|koneistaja|koneistajan|koneistajana|maskinställare|machinist|kone- ja tuotantotekniikan perustutkinto|upper-secondary|occupational-safety-card|metal|shift|konepajalla
assembler|8211|be0e6189-46a5-4b90-8622-2d1988efba1a|kokoonpanija|kokoonpanijan|kokoonpanijana|montör|assembler|kone- ja tuotantotekniikan perustutkinto|upper-secondary|occupational-safety-card|metal|day|koneita valmistavassa tehtaassa
mechanical-engineer|2144|579254cf-6d69-4889-9000-9c79dc568644|koneinsinööri|koneinsinöörin|koneinsinöörinä|maskiningenjör|mechanical engineer|insinööri (AMK), konetekniikka|lower-tertiary|driving-b|metal|day|suunnittelutoimistossa
nurse|2221|8d3e8aaa-791b-4c75-a465-f3f827028f50|sairaanhoitaja|sairaanhoitajan|sairaanhoitajana|sjukskötare|nurse|sairaanhoitaja (AMK)|lower-tertiary|medication-permit,first-aid-1|care|shift|hoivakodissa
practical-nurse|5321|d38c2107-98f2-47b7-8bb4-f69750d51082|lähihoitaja|lähihoitajan|lähihoitajana|närvårdare|practical nurse|sosiaali- ja terveysalan perustutkinto|upper-secondary|medication-permit,practical-nurse-registration,first-aid-1,hygiene-passport|care|shift|palvelutalossa
childcare|5311|3f74aad8-2d60-4be2-b059-8dba5568d530|lastenhoitaja|lastenhoitajan|lastenhoitajana|barnskötare|child care worker|kasvatus- ja ohjausalan perustutkinto|upper-secondary|hygiene-passport,first-aid-1|daycare|day|päiväkodissa
preschool-teacher|2342|55d60ead-0343-4008-b9e4-fb4b5a179c83|varhaiskasvatuksen opettaja|varhaiskasvatuksen opettajan|varhaiskasvatuksen opettajana|lärare inom småbarnspedagogik|early childhood teacher|kasvatustieteen kandidaatti, varhaiskasvatus|lower-tertiary|hygiene-passport,first-aid-1|daycare|day|päiväkodissa
social-counsellor|3412|8d703e8f-1e57-4246-8a6b-cb87a760d4ab|sosiaaliohjaaja|sosiaaliohjaajan|sosiaaliohjaajana|socialhandledare|social counsellor|sosionomi (AMK)|lower-tertiary|driving-b,first-aid-1|care|day|perhepalveluissa
carpenter|7115|2a22ff9e-de3b-408d-b312-5034896cc4f4|kirvesmies|kirvesmiehen|kirvesmiehenä|timmerman|carpenter|rakennusalan perustutkinto|upper-secondary|occupational-safety-card,hot-work-card|building|day|rakennustyömailla
builder|7111|59cc9783-7289-4e1d-b80b-93c1776f49cc|talonrakentaja|talonrakentajan|talonrakentajana|husbyggare|house builder|rakennusalan perustutkinto|upper-secondary|occupational-safety-card|building,log-houses|day|rakennustyömailla
bricklayer|7112|05f321f8-055b-407d-bf19-e0ddabda56b7|muurari|muurarin|muurarina|murare|bricklayer|rakennusalan perustutkinto|upper-secondary|occupational-safety-card|building|day|rakennustyömailla
painter|7131|15620506-fb5d-49cd-87a2-1c9047fb406a|maalari|maalarin|maalarina|målare|painter|pintakäsittelyalan perustutkinto|upper-secondary|occupational-safety-card|painting|day|saneerauskohteissa
electrician|7411|33960bab-4423-4808-af6c-ec2b485dba41|sähköasentaja|sähköasentajan|sähköasentajana|elmontör|electrician|sähkö- ja automaatioalan perustutkinto|upper-secondary|electrical-work-safety,occupational-safety-card,driving-b|electrical|day|sähköurakoinnissa
plumber|7126|ed3cf43d-c2c1-4c46-82fc-1375e27e0290|putkiasentaja|putkiasentajan|putkiasentajana|rörmontör|plumber|talotekniikan perustutkinto|upper-secondary|hot-work-card,occupational-safety-card,driving-b|plumbing|day|LVI-liikkeessä
excavator|8342|eedbf8b1-9432-4f42-ab7f-db5cd3eb2a05|kaivinkoneenkuljettaja|kaivinkoneenkuljettajan|kaivinkoneenkuljettajana|grävmaskinsförare|excavator operator|maarakennuskoneenkuljettaja, rakennusalan perustutkinto|upper-secondary|road-safety-card-1,occupational-safety-card,driving-b|earthworks|day|maanrakennustyömailla
forest-machine|8341|699057b7-7aeb-4b5c-bb90-01d935ff32c1|metsäkoneenkuljettaja|metsäkoneenkuljettajan|metsäkoneenkuljettajana|skogsmaskinförare|forest machine operator|metsäalan perustutkinto, metsäkoneenkuljetus|upper-secondary|driving-b,hot-work-card|forestry|shift|puunkorjuussa
sawmill|8172|865adac9-9bb7-4680-a13d-62b2942974ac|sahatyöntekijä|sahatyöntekijän|sahatyöntekijänä|sågverksarbetare|sawmill worker|puuteollisuuden perustutkinto|upper-secondary|forklift,occupational-safety-card|sawmill|shift|sahalla
cabinet-maker|7522|e1416610-ad08-4f37-8b46-9f99632a5c0f|puuseppä|puusepän|puuseppänä|snickare|cabinet maker|puuteollisuuden perustutkinto, puuseppä|upper-secondary|occupational-safety-card|furniture|day|verstaalla
truck-driver|8332|45037d43-a8f5-4f46-b332-b2935bc305f4|kuorma-autonkuljettaja|kuorma-autonkuljettajan|kuorma-autonkuljettajana|lastbilsförare|truck driver|logistiikan perustutkinto|upper-secondary|driving-c,driving-ce,professional-driver-goods|transport|shift|kuljetusliikkeessä
bus-driver|8331|00cee175-1376-43fb-9f02-ba3d7a910a58|linja-autonkuljettaja|linja-autonkuljettajan|linja-autonkuljettajana|busschaufför|bus driver|logistiikan perustutkinto|upper-secondary|driving-d,professional-driver-passengers|bus|shift|paikallisliikenteessä
taxi-driver|8322|6f7c1e84-8162-4c20-a575-b57ff624eef5|taksinkuljettaja|taksinkuljettajan|taksinkuljettajana|taxichaufför|taxi driver|taksinkuljettajan koulutus|basic|driving-b,taxi-driver|taxi|shift|taksiyrityksessä
forklift|8344|eeac6251-1974-42f5-91ed-513c6c883755|trukinkuljettaja|trukinkuljettajan|trukinkuljettajana|truckförare|forklift driver|logistiikan perustutkinto|upper-secondary|forklift,occupational-safety-card|warehouse,sawmill|shift|varastolla
warehouse|9333|bea705fe-06ac-4147-b8e0-6e8ac1208d8f|varastotyöntekijä|varastotyöntekijän|varastotyöntekijänä|lagerarbetare|warehouse worker|logistiikan perustutkinto|upper-secondary|forklift,occupational-safety-card|warehouse|shift|varastolla
mechanic|7231|4ad4024e-d1d3-4dea-b6d1-2c7948111dce|ajoneuvoasentaja|ajoneuvoasentajan|ajoneuvoasentajana|fordonsmekaniker|vehicle mechanic|autoalan perustutkinto|upper-secondary|driving-b,hot-work-card|garage|day|korjaamolla
shop|5223|9ba74e8a-c40c-4228-9998-eb3c7a5c11df|myyjä|myyjän|myyjänä|försäljare|shop assistant|liiketoiminnan perustutkinto|upper-secondary|hygiene-passport|grocery,hardware|shift|ruokakaupassa
sales-rep|3322|14031d4a-6e99-442f-b4fe-18262b6432b2|myyntiedustaja|myyntiedustajan|myyntiedustajana|försäljningsrepresentant|sales representative|tradenomi (AMK)|lower-tertiary|driving-b|hardware,metal,bakery|day|tukkukaupassa
cook|5120|90f75f67-495d-49fa-ab57-2f320e251d7e|kokki|kokin|kokkina|kock|cook|ravintola- ja catering-alan perustutkinto|upper-secondary|hygiene-passport|restaurant,catering|shift|lounasravintolassa
waiter|5131|d5db9d5c-2ebf-4a54-a79a-1b7e7ff70471|tarjoilija|tarjoilijan|tarjoilijana|servitör|waiter|ravintola- ja catering-alan perustutkinto|upper-secondary|hygiene-passport,alcohol-passport|restaurant,hotel|evening|ravintolassa
kitchen|9412|f756fdab-7726-4c48-bfcc-94ff8810fc08|keittiöapulainen|keittiöapulaisen|keittiöapulaisena|köksbiträde|kitchen assistant|hygieniaosaaminen|basic|hygiene-passport|catering,restaurant|day|koulukeittiöllä
baker|7512|1aadb308-432a-4d01-b54b-b4f7f76dd419|leipuri|leipurin|leipurina|bagare|baker|elintarvikealan perustutkinto|upper-secondary|hygiene-passport|bakery|night|leipomossa
cleaner|9112|303a1e34-cb16-4054-b323-81e5eec17397|laitoshuoltaja|laitoshuoltajan|laitoshuoltajana|lokalvårdare|cleaner|puhdistus- ja kiinteistöpalvelualan perustutkinto|upper-secondary|hygiene-passport|cleaning|day|siivousliikkeessä
room-attendant|9112|731ecac4-06e8-4ec2-a559-101fecbd9183|kerroshoitaja|kerroshoitajan|kerroshoitajana|hotellstädare|room attendant|puhdistus- ja kiinteistöpalvelualan perustutkinto|basic|hygiene-passport|hotel,cleaning|day|hotellissa
groundskeeper|6113|a48b9a5a-5ded-482d-8cda-7fd097a32c16|viheralueiden hoitaja|viheralueiden hoitajan|viheralueiden hoitajana|grönområdesskötare|groundskeeper|puutarha-alan perustutkinto|upper-secondary|driving-b,road-safety-card-1|green|day|viheralueiden kunnossapidossa
farm-worker|6121|b4ff30f8-073b-4dd8-9128-ecf9d0ff87ba|karjanhoitaja|karjanhoitajan|karjanhoitajana|djurskötare|livestock worker|maatalousalan perustutkinto|upper-secondary|driving-t,driving-b|farm|shift|lypsykarjatilalla
developer|2512|f2b15a0e-e65a-438a-affb-29b9d50b77d1|ohjelmistokehittäjä|ohjelmistokehittäjän|ohjelmistokehittäjänä|programutvecklare|software developer|tradenomi (AMK), tietojenkäsittely|lower-tertiary||software|day|ohjelmistotalossa
it-support|3512|aaeec9a7-dc57-4485-890c-86b3eef735f9|IT-tukihenkilö|IT-tukihenkilön|IT-tukihenkilönä|IT-supportperson|IT support person|tieto- ja viestintätekniikan perustutkinto|upper-secondary|driving-b|software,it-services|day|tietohallinnossa
bookkeeper|3313|c3aae59e-1441-4b3e-bdd1-6da50dc7cf42|kirjanpitäjä|kirjanpitäjän|kirjanpitäjänä|bokförare|bookkeeper|tradenomi (AMK), taloushallinto|lower-tertiary||accounting|day|tilitoimistossa
office|4110|6c999fc7-c6b7-4ef3-a4b9-af124a1783a2|toimistotyöntekijä|toimistotyöntekijän|toimistotyöntekijänä|kontorist|office worker|liiketoiminnan perustutkinto|upper-secondary||accounting,transport,metal|day|toimistossa
assistant|3343|2a04a1df-a3b9-403e-a245-e7f93fdddd44|johdon assistentti|johdon assistentin|johdon assistenttina|direktionsassistent|executive assistant|tradenomi (AMK)|lower-tertiary||software,accounting,metal|day|hallinnossa
marketer|2431|356227b9-2263-4dbd-81e9-7dfc6d3f3af7|verkkomarkkinoija|verkkomarkkinoijan|verkkomarkkinoijana|webbmarknadsförare|online marketer|tradenomi (AMK), markkinointi|lower-tertiary||advertising,software|day|mainostoimistossa
graphic-designer|2166|69bcbb0a-8d80-4ecd-b0a4-9adea2a40de2|graafinen suunnittelija|graafisen suunnittelijan|graafisena suunnittelijana|grafisk formgivare|graphic designer|muotoilija (AMK)|lower-tertiary||advertising|day|mainostoimistossa
school-assistant|5312|00674f21-2f8f-4a41-9896-133f7cbe2a6e|koulunkäynninohjaaja|koulunkäynninohjaajan|koulunkäynninohjaajana|skolgångshandledare|school assistant|kasvatus- ja ohjausalan perustutkinto|upper-secondary|first-aid-1||day|alakoulussa
guard|5414|31808988-fc0a-4bc3-9e47-27216d6759f5|vartija|vartijan|vartijana|väktare|security guard|vartijan peruskurssi|upper-secondary|guard,driving-b,first-aid-1|security|night|vartiointiliikkeessä
hairdresser|5141|099c6bb0-22d3-4c5d-8bf5-70910af381ef|parturi-kampaaja|parturi-kampaajan|parturi-kampaajana|frisör|hairdresser|hius- ja kauneudenhoitoalan perustutkinto|upper-secondary||hairdressing|day|kampaamossa
`;

export const trades: readonly Trade[] = rows
  .trim()
  .split('\n')
  .map((row) => {
    const [
      key = '',
      isco = '',
      esco = '',
      fi = '',
      genitive = '',
      essive = '',
      sv = '',
      en = '',
      education = '',
      level = '',
      licences = '',
      industries = '',
      rhythm = '',
      place = '',
    ] = row.split('|');
    return {
      key,
      isco,
      esco,
      fi,
      genitive,
      essive,
      sv,
      en,
      education,
      level: level as EducationLevel,
      licences: licences.split(',').filter((code) => code !== ''),
      industries: industries.split(',').filter((industry) => industry !== ''),
      rhythm: rhythm as Trade['rhythm'],
      place,
    };
  });

/** Trades from which people move to one another without a new education. */
const families: readonly (readonly string[])[] = [
  ['welder', 'machinist', 'assembler'],
  ['nurse', 'practical-nurse'],
  ['childcare', 'school-assistant', 'preschool-teacher'],
  ['social-counsellor', 'school-assistant', 'childcare'],
  ['carpenter', 'builder', 'cabinet-maker'],
  ['carpenter', 'builder', 'bricklayer', 'painter'],
  ['truck-driver', 'bus-driver', 'taxi-driver'],
  ['warehouse', 'forklift', 'sawmill', 'assembler'],
  ['excavator', 'forest-machine'],
  ['shop', 'sales-rep', 'warehouse'],
  ['cook', 'kitchen', 'waiter', 'baker'],
  ['cleaner', 'room-attendant', 'kitchen'],
  ['groundskeeper', 'farm-worker', 'cleaner'],
  ['developer', 'it-support'],
  ['bookkeeper', 'office', 'assistant'],
  ['marketer', 'graphic-designer', 'sales-rep'],
  ['guard', 'warehouse'],
];

const ranks: readonly EducationLevel[] = [
  'unknown',
  'basic',
  'upper-secondary',
  'post-secondary',
  'lower-tertiary',
  'upper-tertiary',
];

/** Keys of trades that one of this trade could do as well: of the same family and not asking for more education. */
export function relatedTo(trade: Trade): string[] {
  const others = new Set(families.filter((family) => family.includes(trade.key)).flat());
  return [...others].filter(
    (key) => key !== trade.key && ranks.indexOf(tradeOf(key).level) <= ranks.indexOf(trade.level),
  );
}

const byKey = new Map(trades.map((trade) => [trade.key, trade]));

/** @throws Error for a key that is not in the table: a slip in the word lists */
export function tradeOf(key: string): Trade {
  const trade = byKey.get(key);
  if (trade === undefined) throw new Error(`No trade ${key}`);
  return trade;
}
