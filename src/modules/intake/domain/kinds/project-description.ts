import { type Block, type Form, wordsOf } from '../form.ts';
import type { Reading } from '../reading.ts';
import { type Line, paragraphsOf } from '../text/lines.ts';
import { periodIn } from '../values.ts';
import {
  readGoals,
  readIndicator,
  readMeasures,
  readSummary,
  readTargets,
} from './project-description-plan.ts';
import { readAnswers, readScores } from './project-description-principles.ts';
import { asText, label } from './shared.ts';

/** Sections in which the address is the site's and not the applicant's. */
const bySection = (applicant: string, site: string) => ({ '*': applicant, area: site, site });

/**
 * Description of a project of the 2014–2020 period as the EURA 2014 service publishes it (document 002): ESF and ERDF.
 * Nine numbered sections of `Label: value`; chapters of the plan under headings of their own.
 */
export const projectDescription: Form = {
  kind: 'project-description',
  top: readTop,
  rules: [
    {
      key: 'title',
      pattern:
        /^(?:Euroopan (?:sosiaali|aluekehitys)rahaston? .*hankkeen kuvaus|Hankkeen kuvaus|Hankekuvaus)$/i,
      read: (reading, { line }) => {
        reading.text('title', line.text.trim(), { lines: [line] });
        const fund = /Euroopan \S+rahast\S+ \((ESR|EAKR)\)/i.exec(line.text);
        if (fund) reading.text('fund', fund[0], { lines: [line], raw: fund[0] });
      },
      expected: true,
    },
    {
      key: 'project',
      names: ['Hanke', 'Hankkeen perustiedot', 'Hankkeen tiedot', 'Projektin perustiedot'],
      section: true,
      expected: true,
    },
    {
      ...label(
        'code',
        'words',
        'projectCode',
        'Hankekoodi',
        'Hankkeen koodi',
        'Hanketunnus',
        'Projektikoodi',
      ),
      expected: true,
    },
    {
      ...label('name', 'words', 'name', 'Hankkeen nimi', 'Hankkeen julkinen nimi', 'Projektin nimi'),
      expected: true,
    },
    label('priority', 'words', 'priority', 'Toimintalinja'),
    label('objective', 'words', 'objective', 'Erityistavoite'),
    {
      key: 'period',
      names: [
        'Suunnitelman mukainen toteutusaika',
        'Toteutusaika',
        'Hankkeen toteutusaika',
        'Toteutusaika suunnitelman mukaan',
      ],
      read: readPeriod,
      expected: true,
    },
    label('starts', 'day', 'startsOn', 'Alkamispäivämäärä', 'Alkaa'),
    label('ends', 'day', 'endsOn', 'Päättymispäivämäärä', 'Päättyy'),
    label('state', 'words', 'state', 'Toiminnan tila', 'Hankkeen tila', 'Tila'),
    label(
      'authority',
      'words',
      'authority.name',
      'Vastuuviranomainen',
      'Viranomainen',
      'Rahoittava viranomainen',
      'Rahoittaja',
    ),
    {
      key: 'applicant',
      names: ['Hakijan perustiedot', 'Hakija', 'Hakijan tiedot', 'Toteuttajan perustiedot'],
      section: true,
      expected: true,
    },
    label(
      'applicant-name',
      'words',
      'applicant.name',
      'Hakijan virallinen nimi',
      'Hakijan nimi',
      'Virallinen nimi',
    ),
    label('applicant-type', 'words', 'applicant.type', 'Organisaatiotyyppi', 'Organisaation tyyppi'),
    label('business-id', 'words', 'applicant.businessId', 'Y-tunnus', 'Y tunnus'),
    label(
      'street',
      'words',
      bySection('applicant.street', 'site.street'),
      'Jakeluosoite',
      'Katuosoite',
      'Postiosoite',
    ),
    label('phone', 'words', 'applicant.phone', 'Puhelinnumero', 'Puhelin'),
    label('postcode', 'words', bySection('applicant.postcode', 'site.postcode'), 'Postinumero'),
    label('city', 'words', bySection('applicant.city', 'site.city'), 'Postitoimipaikka'),
    label('web', 'words', 'applicant.web', 'WWW-osoite', 'Verkkosivu', 'Kotisivu', 'WWW'),
    label(
      'contact',
      'words',
      'applicant.contact.name',
      'Hankkeen yhteyshenkilön nimi',
      'Yhteyshenkilön nimi',
      'Yhteyshenkilö',
    ),
    label(
      'position',
      'words',
      'applicant.contact.position',
      'Yhteyshenkilön asema hakijaorganisaatiossa',
      'Yhteyshenkilön asema',
    ),
    label(
      'email',
      'words',
      'applicant.contact.email',
      'Yhteyshenkilön sähköpostiosoite',
      'Yhteyshenkilön sähköposti',
      'Sähköpostiosoite',
      'Sähköposti',
    ),
    label(
      'contact-phone',
      'words',
      'applicant.contact.phone',
      'Yhteyshenkilön puhelinnumero',
      'Yhteyshenkilön puhelin',
    ),
    label(
      'implementers',
      'words',
      'implementers',
      'Hakijoiden lukumäärä tai tuen siirto -menettely',
      'Hakijoiden lukumäärä tai tuen siirto',
      'Hakijoiden lukumäärä',
    ),
    label('partners', 'list', 'partners', 'Osatoteuttajat', 'Muut toteuttajat', 'Tuen siirron saajat'),
    {
      key: 'summary',
      names: [
        'Suunnitelman mukainen tiivistelmä toteutuksesta',
        'Tiivistelmä hankkeesta',
        'Hankkeen tiivistelmä',
        'Suunnitelman mukainen tiivistelmä',
        'Tiivistelmä',
        'Tavoitteet, toteutus ja tulokset',
        'Hankkeen tavoitteet, toteutus ja tulokset',
        'Hankkeen julkinen kuvaus',
      ],
      section: true,
      expected: true,
      read: readSummary,
    },
    {
      key: 'need',
      names: ['Tarve', 'Hankkeen tarve', 'Tausta', 'Tausta ja tarve', 'Lähtökohdat'],
      read: asText('need'),
    },
    {
      key: 'goals',
      names: ['Tavoitteet', 'Hankkeen tavoitteet', 'Päätavoitteet', 'Tavoite'],
      read: readGoals,
    },
    {
      key: 'actions',
      names: [
        'Toimenpiteet',
        'Hankkeen toimenpiteet',
        'Toteutus',
        'Toteutus ja toimenpiteet',
        'Keskeiset toimenpiteet',
      ],
      read: readMeasures,
    },
    {
      key: 'results',
      names: ['Tulokset', 'Hankkeen tulokset', 'Tulokset ja vaikutukset', 'Odotetut tulokset', 'Vaikutukset'],
      read: asText('results'),
    },
    {
      key: 'target-groups',
      names: ['Hankkeen kohderyhmät', 'Kohderyhmät', 'Hankkeen kohderyhmä'],
      section: true,
      expected: true,
      read: readTargets('direct'),
    },
    {
      key: 'direct',
      names: ['Varsinaiset kohderyhmät', 'Varsinainen kohderyhmä', 'Välittömät kohderyhmät'],
      read: readTargets('direct'),
    },
    {
      key: 'indirect',
      names: ['Välilliset kohderyhmät', 'Välillinen kohderyhmä', 'Hyödynsaajat'],
      read: readTargets('indirect'),
    },
    {
      key: 'money',
      names: [
        'Projektin julkinen rahoitus, euroa',
        'Hankkeen julkinen rahoitus, euroa',
        'Julkinen rahoitus',
        'Hankkeen julkinen rahoitus',
        'Rahoitus, euroa',
        'Rahoitus',
      ],
      section: true,
      expected: true,
    },
    label(
      'granted',
      'cents',
      'figures.granted',
      'Myönnetty EU- ja valtion rahoitus',
      'Myönnetty EU- ja valtion tuki',
      'Myönnetty rahoitus',
    ),
    label(
      'realised',
      'cents',
      'figures.realised',
      'Toteutunut EU- ja valtion rahoitus',
      'Toteutunut EU- ja valtion tuki',
      'Toteutunut rahoitus',
    ),
    label(
      'public-planned',
      'cents',
      'figures.public-planned',
      'Suunniteltu julkinen rahoitus yhteensä',
      'Suunniteltu julkinen rahoitus',
    ),
    label(
      'public-realised',
      'cents',
      'figures.public-realised',
      'Toteutunut julkinen rahoitus yhteensä',
      'Toteutunut julkinen rahoitus',
    ),
    label(
      'municipal-planned',
      'cents',
      'figures.municipal-planned',
      'Suunniteltu kuntarahoitus',
      'Kuntien rahoitus',
      'Kuntarahoitus',
    ),
    label(
      'private-planned',
      'cents',
      'figures.private-planned',
      'Yksityinen rahoitus',
      'Suunniteltu yksityinen rahoitus',
    ),
    {
      key: 'area',
      names: [
        'Maantieteellinen kohdealue',
        'Hankkeen toteutusalue',
        'Toteutusalue',
        'Kohdealue',
        'Toiminta-alue',
      ],
      section: true,
      expected: true,
    },
    label(
      'nationwide',
      'yes-no',
      'nationwide',
      'Valtakunnallinen',
      'Hanke on valtakunnallinen',
      'Onko hankkeen toiminta valtakunnallista',
    ),
    label('regions', 'list', 'regions', 'Maakunnat', 'Maakunta'),
    label('sub-regions', 'list', 'subRegions', 'Seutukunnat', 'Seutukunta'),
    label('municipalities', 'list', 'municipalities', 'Kunnat', 'Kunta'),
    {
      key: 'site',
      names: [
        'Toteutuspaikan osoite, jos hanke toteutetaan yhdessä paikassa',
        'Toteutuspaikan osoite',
        'Toteutuspaikka',
      ],
      section: true,
    },
    {
      key: 'indicators',
      names: [
        'Hakemusvaiheessa ilmoitettavat arviot hankekohtaisista seurantatiedoista',
        'Hankekohtaiset seurantatiedot',
        'Seurantatiedot',
        'Arviot hankekohtaisista seurantatiedoista',
        'Indikaattorit',
      ],
      section: true,
      expected: true,
    },
    {
      key: 'indicator',
      pattern:
        /^(?:7\.\d{1,2}\.?\s+(.{3,160})|(Osallistuvien \S+ lukumäärä|Uudet (?:yritykset|työpaikat).{0,80}))$/,
      within: ['indicators'],
      read: readIndicator,
      tables: 'other',
    },
    {
      key: 'principles',
      names: ['Horisontaaliset periaatteet', 'Horisontaaliset teemat', 'Läpileikkaavat periaatteet'],
      section: true,
      expected: true,
    },
    {
      key: 'equality',
      names: ['Sukupuolten tasa-arvo', 'Sukupuolten välinen tasa-arvo', 'Tasa-arvo'],
      section: true,
      read: readAnswers,
      tables: 'other',
    },
    {
      key: 'sustainability',
      names: ['Kestävä kehitys', 'Kestävän kehityksen vaikutukset'],
      section: true,
      read: readScores,
      tables: 'other',
    },
    {
      key: 'final-report',
      names: ['Loppuraportin tiivistelmä', 'Loppuraportti', 'Tiivistelmä loppuraportista'],
      section: true,
      expected: true,
      read: asText('final-report'),
    },
  ],
};

function readTop(reading: Reading, lines: readonly Line[]): void {
  for (const paragraph of paragraphsOf(lines)) {
    if (
      paragraph.text.length < 120 &&
      /euroopan unioni|vipuvoimaa|keskus|rakennerahasto/i.test(paragraph.text)
    )
      reading.text(`marks.${reading.countOf('marks') + 1}`, paragraph.text, {
        lines: paragraph.lines,
        raw: paragraph.text,
      });
  }
}

function readPeriod(reading: Reading, block: Block): void {
  const { text, lines } = wordsOf(block);
  const period = periodIn(text);
  if (!period) {
    if (text !== '') reading.text('periodInWords', text, { lines, raw: text }, { confidence: 'likely' });
    return;
  }
  reading.day('startsOn', period.from, { lines, raw: text });
  reading.day('endsOn', period.to, { lines, raw: text });
}
