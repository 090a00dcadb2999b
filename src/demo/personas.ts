import type { LocalisedText } from '#kernel/localised.ts';
import type { RoleCode } from './shapes.ts';

/** A user as written by hand; ids and links are made by users.ts. */
export type PersonaOutline = {
  readonly key: string;
  readonly name: string;
  readonly role: RoleCode;
  readonly title: Required<LocalisedText>;
  readonly organisation?: string;
  /** The company of an employer's user, by its key in companies.ts. */
  readonly company?: string;
  readonly language: 'fi' | 'sv' | 'en';
  readonly persona: Required<LocalisedText>;
};

const expertTitle = { fi: 'työllisyysasiantuntija', sv: 'sysselsättningsexpert', en: 'employment expert' };
const adviserTitle = { fi: 'yritysneuvoja', sv: 'företagsrådgivare', en: 'business adviser' };
const clientTitle = { fi: 'työnhakija', sv: 'arbetssökande', en: 'jobseeker' };

/** The people one can sign in as in the demonstration. All are invented; so are the companies they speak for. */
export const personas: readonly PersonaOutline[] = [
  {
    key: 'expert-mikkeli',
    name: 'Tuija Tyynelä',
    role: 'expert',
    title: expertTitle,
    organisation: 'employment-services',
    language: 'fi',
    persona: {
      fi: '150 asiakasta, ja kymmenen minuuttia ennen seuraavaa tapaamista.',
      sv: '150 klienter, och tio minuter till nästa möte.',
      en: '150 clients, and ten minutes until the next meeting.',
    },
  },
  {
    key: 'expert-young',
    name: 'Markus Pajari',
    role: 'expert',
    title: expertTitle,
    organisation: 'employment-services',
    language: 'fi',
    persona: {
      fi: 'Auttaa nuoria ja kieltä opettelevia ensimmäiseen työpaikkaan.',
      sv: 'Hjälper unga och dem som lär sig språket till sitt första jobb.',
      en: 'Helps young people and language learners to a first job.',
    },
  },
  {
    key: 'expert-countryside',
    name: 'Hanna Rajasuo',
    role: 'expert',
    title: expertTitle,
    organisation: 'employment-services',
    language: 'fi',
    persona: {
      fi: 'Viisi pientä kuntaa, yksi auto ja paljon puhelimessa hoidettavaa.',
      sv: 'Fem små kommuner, en bil och mycket som sköts per telefon.',
      en: 'Five small municipalities, one car, and much done by phone.',
    },
  },
  {
    key: 'expert-companies',
    name: 'Veikko Korpimaa',
    role: 'expert',
    title: expertTitle,
    organisation: 'employment-services',
    language: 'fi',
    persona: {
      fi: 'Tuntee konepajat ja rakennustyömaat ja tietää, kuka niihin sopii.',
      sv: 'Känner verkstäderna och byggena och vet vem som passar där.',
      en: 'Knows the workshops and building sites, and who would fit there.',
    },
  },
  {
    key: 'adviser',
    name: 'Ilona Lehtovaara',
    role: 'business',
    title: adviserTitle,
    organisation: 'miksei',
    language: 'fi',
    persona: {
      fi: 'Kolme yrityskäyntiä päivässä, muistiinpanot puhelimella parkkipaikalla.',
      sv: 'Tre företagsbesök om dagen, anteckningar i telefonen på parkeringen.',
      en: 'Three company visits a day, notes on the phone in the car park.',
    },
  },
  {
    key: 'adviser-industry',
    name: 'Petteri Harjunpää',
    role: 'business',
    title: adviserTitle,
    organisation: 'miksei',
    language: 'fi',
    persona: {
      fi: 'Kuulee konepajoilta, ketä ne tarvitsevat, jo ennen kuin ne itse päättävät hakea.',
      sv: 'Hör av verkstäderna vem de behöver innan de själva har beslutat att söka.',
      en: 'Hears from workshops whom they need before they decide to look.',
    },
  },
  {
    key: 'adviser-kangasniemi',
    name: 'Soile Kaipainen',
    role: 'business',
    title: { fi: 'elinkeinoasiamies', sv: 'näringsombudsman', en: 'business liaison officer' },
    organisation: 'kangasniemi-business',
    language: 'fi',
    persona: {
      fi: 'Kunnan ainoa elinkeinoihminen, tuntee jokaisen yrittäjän etunimeltä.',
      sv: 'Kommunens enda näringsperson, känner varje företagare vid förnamn.',
      en: "The municipality's only business officer, on first-name terms with every entrepreneur.",
    },
  },
  {
    key: 'employer-workshop',
    name: 'Sari Virta',
    role: 'employer',
    title: { fi: 'toimitusjohtaja', sv: 'verkställande direktör', en: 'managing director' },
    company: 'workshop',
    language: 'fi',
    persona: {
      fi: 'Konepajan johtaja, joka tarvitsee hitsaajan eikä ehdi kirjoittaa ilmoitusta.',
      sv: 'Leder en verkstad, behöver en svetsare och hinner inte skriva en annons.',
      en: 'Runs a workshop, needs a welder, and has no time to write an advert.',
    },
  },
  {
    key: 'employer-care',
    name: 'Kirsti Aaltola',
    role: 'employer',
    title: { fi: 'yksikön johtaja', sv: 'enhetschef', en: 'unit manager' },
    company: 'care-home',
    language: 'fi',
    persona: {
      fi: 'Hoivakodin johtaja, joka ottaa mielellään kieltä oppivan hoitajan hyvään työpariin.',
      sv: 'Leder ett vårdhem och tar gärna emot en vårdare som lär sig språket.',
      en: 'Runs a care home and gladly takes a nurse who is learning the language.',
    },
  },
  {
    key: 'employer-software',
    name: 'Daniel Oakley',
    role: 'employer',
    title: { fi: 'kehitysjohtaja', sv: 'utvecklingschef', en: 'head of development' },
    company: 'software',
    language: 'en',
    persona: {
      fi: 'Pienen ohjelmistoyrityksen kehitysjohtaja, työkieli englanti.',
      sv: 'Utvecklingschef i ett litet programvaruföretag där man talar engelska.',
      en: 'Leads development in a small software company that works in English.',
    },
  },
  {
    key: 'client-aino',
    name: 'Aino Esimerkki',
    role: 'client',
    title: clientTitle,
    language: 'fi',
    persona: {
      fi: 'Hitsaajaksi valmistunut 22-vuotias, juuri liittynyt pilottiin: kartoitus ja suostumus edessä.',
      sv: 'Nyutexaminerad svetsare, 22, har just gått med i piloten: kartläggning och samtycke väntar.',
      en: 'A newly qualified welder, 22, just joined the pilot: mapping and consent lie ahead.',
    },
  },
  {
    key: 'client-olena',
    name: 'Olena Zrazok',
    role: 'client',
    title: clientTitle,
    language: 'en',
    persona: {
      fi: 'Sairaanhoitaja Ukrainasta: esitelty hoivakodille, odottaa vastausta.',
      sv: 'Sjuksköterska från Ukraina: presenterad för ett vårdhem, väntar på svar.',
      en: 'A nurse from Ukraine: introduced to a care home, waiting for an answer.',
    },
  },
  {
    key: 'client-malin',
    name: 'Malin Exempel',
    role: 'client',
    title: clientTitle,
    language: 'sv',
    persona: {
      fi: 'Ruotsinkielinen tradenomi, joka antoi suostumuksen ja perui toisen niistä.',
      sv: 'Svenskspråkig tradenom som gav sitt samtycke och tog tillbaka en del av det.',
      en: 'A Swedish-speaking business graduate who gave consent and withdrew part of it.',
    },
  },
  {
    key: 'area-manager',
    name: 'Marja-Leena Koskivaara',
    role: 'area-manager',
    title: { fi: 'työllisyysjohtaja', sv: 'sysselsättningsdirektör', en: 'director of employment services' },
    organisation: 'employment-services',
    language: 'fi',
    persona: {
      fi: 'Vastaa koko alueesta ja haluaa tietää, mitä luvatusta on tehty.',
      sv: 'Ansvarar för hela området och vill veta vad som har blivit gjort.',
      en: 'Answers for the whole area and wants to know what has come of the promises.',
    },
  },
  {
    key: 'decision-maker',
    name: 'Antero Ylätalo',
    role: 'decision-maker',
    title: { fi: 'kunnanvaltuutettu', sv: 'kommunfullmäktigeledamot', en: 'municipal councillor' },
    organisation: 'juva',
    language: 'fi',
    persona: {
      fi: 'Valtuutettu, joka kysyy, mitä rahalla on saatu.',
      sv: 'Fullmäktigeledamot som frågar vad man har fått för pengarna.',
      en: 'A councillor who asks what the money has bought.',
    },
  },
  {
    key: 'board-secretary',
    name: 'Saija Pöytäniemi',
    role: 'board',
    title: {
      fi: 'johtoryhmän sihteeri',
      sv: 'ledningsgruppens sekreterare',
      en: 'secretary of the leadership group',
    },
    organisation: 'mikkeli',
    language: 'fi',
    persona: {
      fi: 'Kokoaa johtoryhmän kokoukseen luvut, joiden takana voi seistä.',
      sv: 'Samlar till ledningsgruppen de siffror som håller.',
      en: 'Gathers figures that hold for the leadership group.',
    },
  },
  {
    key: 'coordinator-centre',
    name: 'Helmi Saarivirta',
    role: 'board',
    title: { fi: 'kehittämispäällikkö', sv: 'utvecklingschef', en: 'development manager' },
    organisation: 'development-centre',
    language: 'fi',
    persona: {
      fi: 'Koordinoi kahta ohjelman tavoitetta ja kertoo niistä johtoryhmälle puolivuosittain.',
      sv: 'Koordinerar två av programmets mål och berättar om dem för ledningsgruppen varje halvår.',
      en: 'Coordinates two goals of the programme and tells the board of them every half-year.',
    },
  },
  {
    key: 'coordinator-multi',
    name: 'Jere Koivuaho',
    role: 'board',
    title: { fi: 'palveluvastaava', sv: 'serviceansvarig', en: 'head of service' },
    organisation: 'wellbeing-area',
    language: 'fi',
    persona: {
      fi: 'Monialaisen palvelun koordinaattori, jolta johtoryhmä odottaa yhtä raporttia.',
      sv: 'Koordinator för den sektorsövergripande servicen; ledningsgruppen väntar på en rapport.',
      en: 'Coordinator of the multi-professional service, from whom the board waits for one report.',
    },
  },
  {
    key: 'project-manager',
    name: 'Tomi Haapasaari',
    role: 'project',
    title: { fi: 'projektipäällikkö', sv: 'projektchef', en: 'project manager' },
    organisation: 'miksei',
    language: 'fi',
    persona: {
      fi: 'Vetää pilottia: 50 osallistujaa, 40 työllistyvää, 90 yritystä.',
      sv: 'Leder piloten: 50 deltagare, 40 i arbete, 90 företag.',
      en: 'Leads the pilot: 50 participants, 40 into work, 90 companies.',
    },
  },
  {
    key: 'dpo',
    name: 'Eeva Suojanen',
    role: 'dpo',
    title: { fi: 'tietosuojavastaava', sv: 'dataskyddsombud', en: 'data protection officer' },
    organisation: 'mikkeli',
    language: 'fi',
    persona: {
      fi: 'Lukee lokia ja kysyy, miksi.',
      sv: 'Läser loggen och frågar varför.',
      en: 'Reads the log and asks why.',
    },
  },
  {
    key: 'access-admin',
    name: 'Kalle Avainlahti',
    role: 'access-admin',
    title: { fi: 'käyttöoikeuksien hallinnoija', sv: 'behörighetsadministratör', en: 'access administrator' },
    organisation: 'employment-services',
    language: 'fi',
    persona: {
      fi: 'Antaa oikeudet muille, ei itselleen.',
      sv: 'Ger rättigheter till andra, inte till sig själv.',
      en: 'Grants rights to others, never to himself.',
    },
  },
  {
    key: 'comms',
    name: 'Reetta Ruutulampi',
    role: 'comms',
    title: { fi: 'viestintäsuunnittelija', sv: 'kommunikatör', en: 'communications officer' },
    organisation: 'mikkeli',
    language: 'fi',
    persona: {
      fi: 'Kertoo kuntalaisille, mitä alueella tapahtuu, kenenkään nimeä mainitsematta.',
      sv: 'Berättar för invånarna vad som händer i området, utan att nämna någons namn.',
      en: 'Tells residents what happens in the area without naming anybody.',
    },
  },
  {
    key: 'controller',
    name: 'Merja Tasala',
    role: 'controller',
    title: { fi: 'hankecontroller', sv: 'projektcontroller', en: 'project controller' },
    organisation: 'mikkeli',
    language: 'fi',
    persona: {
      fi: 'Katsoo, että jokainen euro on jossakin ja jokainen tosite tallessa.',
      sv: 'Ser till att varje euro finns någonstans och varje verifikat är sparat.',
      en: 'Sees that every euro is somewhere and every voucher is kept.',
    },
  },
  {
    key: 'funder',
    name: 'Outi Rantakangas',
    role: 'funder',
    title: { fi: 'rahoitusasiantuntija', sv: 'finansieringsexpert', en: 'funding expert' },
    organisation: 'development-centre',
    language: 'fi',
    persona: {
      fi: 'Lukee rahoittamansa hankkeet: rahat, lupaukset ja mitä kritiikkiin vastattiin.',
      sv: 'Läser de projekt som centralen finansierar: pengar, löften och svaren på kritiken.',
      en: 'Reads the projects that the centre funds: money, promises, and what was answered to the criticism.',
    },
  },
];
