import { fold } from '#kernel/fold.ts';
import type { Form } from '../form.ts';
import { readWhole } from './board-item-facts.ts';
import {
  itemHeading,
  itemsOf,
  itemWithBody,
  ofTheMeeting,
  readItem,
  readItemWithBody,
  readMeetingList,
  readMeetingTime,
  readRegisterNumber,
  readTop,
} from './board-item-meeting.ts';
import { part, readAttachments, readDistribution, readKeeper } from './board-item-parts.ts';

/** An item of a municipal board's minutes (document 001): its parts in the order in which they are printed. */
export const boardItem: Form = {
  kind: 'board-item',
  top: readTop,
  contents: itemsOf,
  shared: ofTheMeeting,
  // The background often follows the names of those who prepared the item.
  has: (reading, key) =>
    reading.fields.some(({ path, value }) => /^parts\.\d+\.kind$/.test(path) && value === key),
  after: readWhole,
  rules: [
    { key: 'item', pattern: itemHeading, read: readItem, expected: true },
    { key: 'item', pattern: itemWithBody, read: readItemWithBody },
    {
      key: 'register-number',
      names: [
        'Dnro',
        'Dno',
        'Dnr',
        'Diaarinumero',
        'Diaarinro',
        'Asianumero',
        'Asianro',
        'Asia nro',
        'Asiatunnus',
        'Diarienummer',
      ],
      read: readRegisterNumber,
    },
    {
      key: 'register-number',
      pattern:
        /^(?:Dnro?|Dno|Diaarinumero|Diaarinro|Asianumero|Asianro|Asiatunnus)[.:]?\s+(?<inline>\S*\d\S*(?:\s\d\S*){0,4})$/i,
      read: readRegisterNumber,
    },
    {
      key: 'meeting-time',
      names: [
        ...['Kokousaika', 'Kokouspäivä', 'Kokouksen ajankohta', 'Kokouksen aika', 'Aika', 'Ajankohta'],
        ...['Aika ja paikka', 'Sammanträdesdatum', 'Sammanträdestid', 'Mötesdatum', 'Mötestid', 'Tid'],
      ],
      read: readMeetingTime,
    },
    {
      key: 'meeting-place',
      names: ['Kokouspaikka', 'Paikka', 'Sammanträdesplats', 'Mötesplats', 'Plats'],
      value: 'words',
      path: 'meeting.place',
    },
    {
      key: 'keeper',
      names: [
        ...['Pöytäkirjanpitäjä', 'Pöytäkirjan pitäjä', 'Sihteeri', 'Kokouksen sihteeri', 'Muistion laatija'],
        ...['Sekreterare', 'Protokollförare'],
      ],
      read: readKeeper,
    },
    {
      key: 'present',
      names: [
        'Läsnä',
        'Läsnäolijat',
        'Läsnä olleet',
        'Läsnä olevat jäsenet',
        'Läsnä olleet jäsenet',
        'Saapuvilla olleet jäsenet',
        'Muut saapuvilla olleet',
        'Muut läsnäolijat',
        'Muut osallistujat',
        'Päätöksentekijät',
        'Osallistujat',
        'Paikalla',
        'Osanottajat',
        'Närvarande',
        'Beslutande',
        'Deltagare',
      ],
      read: readMeetingList('present'),
    },
    {
      key: 'absent',
      names: ['Poissa', 'Poissa olleet', 'Poissaolijat', 'Frånvarande'],
      read: readMeetingList('absent'),
    },
    {
      key: 'agenda',
      names: ['Käsiteltävät asiat', 'Asialista', 'Käsitellyt asiat', 'Ärendelista', 'Föredragningslista'],
      read: readMeetingList('agenda'),
    },
    {
      key: 'closing',
      names: [
        'Pöytäkirjan allekirjoitus',
        'Pöytäkirjan allekirjoitukset',
        'Allekirjoitukset',
        'Pöytäkirjan tarkastus',
        'Pöytäkirjan tarkastaminen',
        'Pöytäkirjan nähtävilläolo',
        'Pöytäkirjan nähtävänäolo',
        'Pöytäkirja yleisesti nähtävänä',
      ],
      read: readMeetingList('closing'),
    },
    {
      key: 'preparer',
      names: [
        'Valmistelija',
        'Valmistelijat',
        'Asian valmistelija',
        'Valmistelu',
        'Lisätiedot',
        'Lisätietoja',
        'Lisätietojen antaja',
        'Lisätietoja antaa',
        'Lisätietoja antavat',
        'Lisätiedot antaa',
        'Valmistelija/t',
        'Valmistelijat ja lisätiedot',
        'Valmistelijat / lisätiedot',
        'Beredare',
        'Beredning',
        'Tilläggsuppgifter',
      ],
      read: part('preparer'),
    },
    {
      key: 'background',
      names: [
        'Kuvaus',
        'Selostus',
        'Asiaselostus',
        'Asian kuvaus',
        'Asian tausta',
        'Asian selostus',
        'Tausta',
        'Taustaa',
        'Asian taustaa',
        'Perustelut',
        'Esittelyteksti',
        'Selostusosa',
        'Asia',
        'Beskrivning',
        'Redogörelse',
        'Bakgrund',
        'Ärendebeskrivning',
      ],
      read: part('background'),
      expected: true,
    },
    {
      key: 'legal-basis',
      names: [
        'Sovellettavat lainkohdat',
        'Sovelletut lainkohdat',
        'Sovellettavat säännökset',
        'Oikeusperuste',
        'Toimivalta',
        'Toimivallan peruste',
        'Päätösvallan peruste',
      ],
      read: part('legal-basis'),
    },
    {
      key: 'attachments',
      names: [
        'Liitteet',
        'Liite',
        'Oheismateriaali',
        'Oheismateriaalit',
        'Liitteet ja oheismateriaali',
        'Bilagor',
        'Bilaga',
      ],
      read: readAttachments,
    },
    {
      key: 'proposal',
      names: [
        'Päätösehdotus',
        'Ehdotus',
        'Päätösesitys',
        'Esitys',
        'Esittelijän päätösehdotus',
        'Kunnanjohtajan päätösehdotus',
        'Kunnanjohtajan ehdotus',
        'Kaupunginjohtajan ehdotus',
        'Kaupunginjohtajan päätösehdotus',
        'Esittelijän ehdotus',
        'Puheenjohtajan ehdotus',
        'Ehdotus päätökseksi',
        'Uusi ehdotus',
        'Uusi päätösehdotus',
        'Muutettu ehdotus',
        'Muutettu päätösehdotus',
        'Nytt förslag',
        'Beslutsförslag',
        'Förslag',
      ],
      read: part('proposal'),
      expected: true,
    },
    {
      key: 'proposal',
      pattern:
        /^(?:\p{L}+(?:johtajan|päällikön|esittelijän) (?:uusi |muutettu )?(?:päätös)?ehdotus|(?:\p{L}+direktörens|föredragandens) (?:besluts)?förslag):?(?<inline>\s.*)?$/iu,
      read: part('proposal'),
    },
    { key: 'presenter', names: ['Esittelijä', 'Asian esittelijä', 'Föredragande'], read: part('presenter') },
    {
      key: 'handling',
      names: [
        'Käsittely',
        'Asian käsittely',
        'Kokouskäsittely',
        'Asian käsittely kokouksessa',
        'Keskustelu',
        'Diskussion',
        'Behandling',
        'Omröstning',
        'Äänestys',
        'Esteellisyys',
        'Esteelliset',
        'Esteellisyydet',
      ],
      read: part('handling'),
    },
    {
      key: 'decision',
      names: ['Päätös', 'Päätökset', 'Kokouksen päätös', 'Päätettiin', 'Sovittiin', 'Beslut'],
      read: part('decision'),
      expected: true,
    },
    {
      key: 'distribution',
      names: [
        'Tiedoksi',
        'Tiedoksianto',
        'Jakelu',
        'Tiedoksi annettavat',
        'Toimenpiteet',
        'Täytäntöönpano',
        'Tiedoksi ja toimenpiteitä varten',
        'Ote',
        'Otteet',
        'Pöytäkirjanotteet',
        'Delges',
        'För kännedom',
      ],
      read: readDistribution,
    },
    {
      key: 'appeal',
      names: [
        'Muutoksenhaku',
        'Muutoksenhakuohje',
        'Muutoksenhakuohjeet',
        'Oikaisuvaatimusohje',
        'Muutoksenhakukielto',
      ],
      read: part('appeal'),
    },
    {
      key: 'tasks',
      names: [
        ...['Tehtävä', 'Tehtävät', 'Toimenpide', 'Jatkotoimet', 'Jatkotoimenpiteet', 'Seuraavat vaiheet'],
        ...['Vastuuhenkilö', 'Åtgärder', 'Uppgifter', 'Fortsatta åtgärder', 'Action items', 'Next steps'],
      ],
      read: part('other'),
    },
    {
      key: 'cost-effects',
      names: [
        'Vaikutusten arviointi',
        'Taloudelliset vaikutukset',
        'Vaikutukset',
        'Yritysvaikutusten arviointi',
        'Kustannusvaikutukset',
      ],
      read: part('other'),
    },
  ],
};

/** The kind of a body by its name. */
export function bodyKindOf(
  name: string,
): 'council' | 'municipal-board' | 'committee' | 'leadership-group' | 'joint-body' {
  const folded = fold(name);
  if (/valtuusto|fullmaktige/.test(folded)) return 'council';
  if (/hallitus|styrelse/.test(folded)) return 'municipal-board';
  if (/johtoryhma|yhteistyoryhma|ohjausryhma|projektiryhma|styrgrupp/.test(folded)) return 'leadership-group';
  if (/yhtyma|seutu/.test(folded)) return 'joint-body';
  return 'committee';
}
