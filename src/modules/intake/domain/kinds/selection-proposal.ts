import type { Block, Form, Rule } from '../form.ts';
import { sentencesIn } from '../prose.ts';
import type { Reading } from '../reading.ts';
import { cellPlace, columnOf, headerOf, keepTable, numberRows, type Row, unfolded } from '../tables.ts';
import { coverParagraphs, type Line, paragraphsOf } from '../text/lines.ts';
import { dayIn, daysWithin, keepCents, keepCount, keepDay, keepShare, numberPattern } from '../values.ts';
import {
  asText,
  keepNeed,
  keepOutcomes,
  keepTargetGroup,
  keepText,
  readWorkPackage,
  workPackageHeading,
} from './shared.ts';

const label = (key: string, value: Rule['value'], path: string, ...names: string[]): Rule => ({
  key,
  names,
  value: value!,
  path,
});

/**
 * Selection proposal of the EURA 2021 service (valintaesitys, document 003): ESR+, EAKR and JTF alike. Labels stand
 * above their values or beside them.
 */
export const selectionProposal: Form = {
  kind: 'selection-proposal',
  top: readTop,
  after: readWhole,
  rules: [
    {
      key: 'title',
      names: [
        'Valintaesitys',
        'Hankkeen valintaesitys',
        'Esitys hankkeen valinnaksi',
        'Urvalsförslag',
        'Förslag till val av projekt',
      ],
      read: readTitle,
      expected: true,
    },
    {
      key: 'register-number',
      pattern: /^(?:Dnro?|Dno|Diaarinumero|Asianumero|Diarienummer)[.:]?\s+(\S.*\d.*)$/i,
      names: ['Dnro', 'Diaarinumero', 'Asianumero', 'Diaarinro', 'Dno', 'Dnr', 'Diarienummer'],
      read: readRegisterNumber,
    },
    {
      key: 'basics',
      names: [
        'Hankkeen perustiedot',
        'Perustiedot',
        'Hakemuksen perustiedot',
        'Projektets basuppgifter',
        'Basuppgifter om projektet',
        'Basuppgifter',
      ],
      section: true,
      expected: true,
    },
    {
      ...label(
        'name',
        'words',
        'name',
        'Hankkeen julkinen nimi',
        'Hankkeen nimi',
        'Julkinen nimi',
        'Projektets offentliga namn',
        'Projektets namn',
      ),
      expected: true,
    },
    {
      ...label(
        'applicant',
        'words',
        'applicant.name',
        'Hakijan virallinen nimi',
        'Hakija',
        'Hakijan nimi',
        'Päähakija',
        'Sökandens officiella namn',
        'Sökandens namn',
        'Sökande',
      ),
      expected: true,
    },
    label(
      'business-id',
      'words',
      'applicant.businessId',
      'Y-tunnus',
      'Hakijan Y-tunnus',
      'FO-nummer',
      'Sökandens FO-nummer',
    ),
    label(
      'partners',
      'list',
      'partners',
      'Osatoteuttajat',
      'Muut toteuttajat',
      'Siirron saajat',
      'Hankkeen toteuttajat',
      'Delgenomförare',
    ),
    {
      ...label(
        'number',
        'words',
        'applicationNumber',
        'Hakemusnumero',
        'Hakemuksen numero',
        'Ansökningsnummer',
        'Ansökans nummer',
      ),
      expected: true,
    },
    label('project-code', 'words', 'projectCode', 'Hankekoodi', 'Hankenumero', 'Projektkod', 'Projektnummer'),
    label(
      'arrived',
      'day',
      'arrivedOn',
      'Saapumispäivämäärä',
      'Saapumispäivä',
      'Hakemus saapunut',
      'Hakemuksen saapumispäivämäärä',
      'Ankomstdatum',
      'Ansökan inkom',
    ),
    label(
      'starts',
      'day',
      'startsOn',
      'Alkamispäivämäärä',
      'Aloituspäivämäärä',
      'Hankkeen alkamispäivämäärä',
      'Hanke alkaa',
      'Startdatum',
      'Projektet inleds',
    ),
    label(
      'ends',
      'day',
      'endsOn',
      'Päättymispäivämäärä',
      'Päättymispäivä',
      'Hankkeen päättymispäivämäärä',
      'Hanke päättyy',
      'Slutdatum',
      'Projektet avslutas',
    ),
    label(
      'period',
      'period',
      'periodInWords',
      'Toteutusaika',
      'Hankkeen toteutusaika',
      'Suunniteltu toteutusaika',
      'Suunnitelman mukainen toteutusaika',
      'Hankeaika',
      'Genomförandetid',
      'Projektets genomförandetid',
    ),
    label(
      'authority',
      'words',
      'authority.name',
      'Viranomainen',
      'Rahoittaja',
      'Vastuuviranomainen',
      'Rahoittava viranomainen',
      'Myndighet',
      'Finansierande myndighet',
    ),
    label(
      'meeting',
      'day',
      'meetingOn',
      'Kokouksen päivämäärä',
      'Kokouspäivämäärä',
      'Kokouspäivä',
      'Mötesdatum',
      'Datum för möte',
    ),
    label(
      'call',
      'words',
      'call',
      'Hakuilmoitus',
      'Hakuilmoituksen nimi',
      'Haku',
      'Utlysning',
      'Ansökningsomgång',
    ),
    label('call-code', 'words', 'callCode', 'Hakutunnus', 'Haun tunnus', 'Utlysningskod', 'Ansökningskod'),
    label(
      'handler',
      'words',
      'handler.name',
      'Käsittelijä',
      'Esittelijä',
      'Valmistelija',
      'Handläggare',
      'Föredragande',
    ),
    label(
      'priority',
      'words',
      'priority',
      'Toimintalinja',
      'Prioriteetti',
      'Verksamhetslinje',
      'Insatsområde',
      'Prioritet',
    ),
    label('objective', 'words', 'objective', 'Erityistavoite', 'Särskilt mål', 'Specifikt mål'),
    label('aid-form', 'words', 'aidForm', 'Tukimuoto', 'Tuen muoto', 'Stödform'),
    label(
      'implementers',
      'words',
      'implementers',
      'Hanke toteutetaan',
      'Toteutustapa',
      'Projektet genomförs',
    ),
    label('dated', 'day', 'datedOn', 'Päiväys', 'Päivämäärä', 'Pvm', 'Datum'),
    label('programme', 'words', 'programme', 'Ohjelma', 'Program'),
    label('fund', 'words', 'fund', 'Rahasto', 'Fond'),
    {
      key: 'description',
      names: [
        'Kuvaus hankkeen sisällöstä',
        'Hankkeen kuvaus',
        'Hankkeen sisältö',
        'Hankkeen tiivistelmä',
        'Tiivistelmä',
        'Kuvaus hankkeesta',
        'Beskrivning av projektets innehåll',
        'Beskrivning av projektet',
        'Projektets innehåll',
      ],
      section: true,
      expected: true,
      read: readSummary,
    },
    {
      key: 'need',
      names: ['Hankkeen tarve', 'Tarve', 'Tausta ja tarve', 'Hankkeen tausta', 'Behov', 'Bakgrund'],
      read: asText('need'),
    },
    { key: 'goals', names: ['Hankkeen tavoitteet', 'Tavoitteet', 'Projektets mål', 'Mål'], read: readGoals },
    {
      key: 'results',
      names: [
        'Hankkeen tulokset',
        'Tulokset',
        'Tulokset ja vaikutukset',
        'Tavoiteltavat tulokset',
        'Odotetut tulokset',
        'Resultat',
        'Projektets resultat',
      ],
      read: readResults,
    },
    {
      key: 'target-groups',
      names: [
        'Hankkeen kohderyhmä',
        'Hankkeen kohderyhmät',
        'Kohderyhmä',
        'Kohderyhmät',
        'Varsinaiset kohderyhmät',
        'Målgrupp',
        'Målgrupper',
        'Projektets målgrupp',
      ],
      read: readTargets('direct'),
    },
    {
      key: 'indirect-groups',
      names: ['Välilliset kohderyhmät', 'Välillinen kohderyhmä'],
      read: readTargets('indirect'),
    },
    {
      key: 'actions',
      names: [
        'Hankkeen toimenpiteet',
        'Toimenpiteet',
        'Hankkeen toteutus',
        'Hankkeen toteutus ja toimenpiteet',
        'Projektets åtgärder',
        'Åtgärder',
      ],
      section: true,
      expected: true,
      read: readActions,
    },
    { key: 'work-package', pattern: workPackageHeading, read: readWorkPackage },
    {
      key: 'more',
      names: [
        'Lisätietoja hakemuksesta',
        'Lisätiedot',
        'Lisätietoja',
        'Indikaattorit',
        'Hankkeen indikaattorit',
        'Seurantatiedot',
        'Tilläggsuppgifter om ansökan',
        'Tilläggsuppgifter',
        'Indikatorer',
      ],
      section: true,
      read: readIndicators,
    },
    {
      key: 'area',
      names: [
        'Hankkeen toteutusalue',
        'Toteutusalue',
        'Maantieteellinen kohdealue',
        'Hankkeen toiminta-alue',
        'Projektets genomförandeområde',
        'Genomförandeområde',
      ],
      section: true,
    },
    label(
      'nationwide',
      'yes-no',
      'nationwide',
      'Onko hankkeen toiminta valtakunnallista?',
      'Hanke on valtakunnallinen',
      'Valtakunnallinen',
      'Är projektets verksamhet riksomfattande?',
    ),
    label('regions', 'list', 'regions', 'Maakunnat', 'Maakunta', 'Landskap'),
    label(
      'sub-regions',
      'list',
      'subRegions',
      'Seutukunnat',
      'Seutukunta',
      'Ekonomiska regioner',
      'Ekonomisk region',
    ),
    label('municipalities', 'list', 'municipalities', 'Kunnat', 'Kunta', 'Kommuner', 'Kommun'),
    {
      key: 'budget',
      names: [
        'Kustannusarvion ja rahoitussuunnitelman tiivistelmä',
        'Kustannusarvio ja rahoitussuunnitelma',
        'Kustannusarvio ja rahoitus',
        'Sammandrag av kostnadsberäkningen och finansieringsplanen',
        'Kostnadsberäkning och finansieringsplan',
      ],
      section: true,
      expected: true,
    },
    {
      key: 'models',
      names: [
        'Kustannusarviota ohjaavat kustannusmallivalinnat',
        'Kustannusmallivalinnat',
        'Kustannusmallit',
        'Val av kostnadsmodell',
        'Kostnadsmodeller',
      ],
      section: true,
    },
    label('cost-model', 'words', 'costModel', 'Kustannusmalli', 'Valittu kustannusmalli', 'Kostnadsmodell'),
    label(
      'wage-method',
      'words',
      'wageMethod',
      'Palkkakustannusten ilmoitustapa',
      'Palkkojen ilmoitustapa',
      'Sätt att rapportera lönekostnader',
    ),
    {
      key: 'costs',
      names: [
        'Kustannusarvion tiivistelmä',
        'Kustannusarvio',
        'Kustannukset',
        'Sammandrag av kostnadsberäkningen',
        'Kostnadsberäkning',
      ],
      read: readMoneyTable('costs'),
      expected: true,
    },
    {
      key: 'funding',
      names: [
        'Rahoitussuunnitelman tiivistelmä',
        'Rahoitussuunnitelma',
        'Rahoitus',
        'Sammandrag av finansieringsplanen',
        'Finansieringsplan',
      ],
      read: readMoneyTable('funding'),
      expected: true,
    },
    {
      key: 'assessment',
      names: [
        'Rahoittajan arvio hankkeesta',
        'Rahoittajan arvio',
        'Hankkeen arviointi',
        'Viranomaisen arvio hankkeesta',
        'Hakemuksen käsittely',
        'Finansiärens bedömning av projektet',
        'Finansiärens bedömning',
      ],
      section: true,
      read: readProceedings,
    },
    {
      key: 'reasons',
      names: [
        'Ratkaisun perustelut ja jatkotoimenpiteet',
        'Ratkaisun perustelut',
        'Perustelut ja jatkotoimenpiteet',
        'Päätöksen perustelut',
        'Perustelut',
        'Esityksen perustelut',
        'Motivering till avgörandet och fortsatta åtgärder',
        'Motivering till avgörandet',
        'Motivering',
      ],
      read: readReasons,
      expected: true,
    },
    {
      key: 'verdict',
      names: [
        'Rahoittaja puoltaa hakemuksen hyväksymistä',
        'Rahoittaja puoltaa hanketta',
        'Puolletaanko hakemusta',
        'Hakemusta puolletaan',
        'Viranomainen puoltaa hakemuksen hyväksymistä',
        'Finansiären förordar att ansökan godkänns',
        'Finansiären förordar ansökan',
      ],
      value: 'yes-no',
      path: 'supported',
      expected: true,
    },
  ],
};

const programmes =
  /\b(?:20\d\d)\s?[–-]\s?20\d\d\b.*ohjelma|ohjelma.*20\d\d\s?[–-]\s?20\d\d|^(?:Uudistuva ja osaava Suomi|Ett förnybart och kunnigt Finland|Kestävää kasvua ja työtä)\b.*20\d\d/i;
const funds =
  /\((ESR\+?|ESF\+?|EAKR|ERUF|JTF|AMIF)\)|\b(?:sosiaalirahasto|aluekehitysrahasto|siirtymän rahasto|socialfonden|utvecklingsfonden)/i;

/** What stands before the title: marks of the publisher, programme and fund. */
function readTop(reading: Reading, lines: readonly Line[]): void {
  for (const paragraph of coverParagraphs(
    lines,
    (text) => programmes.test(text) || funds.test(text) || dayIn(text) !== undefined,
  )) {
    const place = { lines: paragraph.lines, raw: paragraph.text };
    if (programmes.test(paragraph.text)) reading.text('programme', paragraph.text, place);
    else if (funds.test(paragraph.text)) reading.text('fund', paragraph.text, place);
    else if (dayIn(paragraph.text)) keepDay(reading, 'datedOn', paragraph.text, place);
    else if (
      /euroopan unioni|keskus|liitto|osarahoit|vipuvoimaa|europeiska unionen|centralen|förbund/i.test(
        paragraph.text,
      ) &&
      paragraph.text.length < 120
    )
      reading.text(`marks.${reading.countOf('marks') + 1}`, paragraph.text, place);
  }
}

/** The day of the proposal stands under its title. */
function readTitle(reading: Reading, block: Block): void {
  reading.text('title', block.line.text.trim(), { lines: [block.line] });
  for (const line of [{ ...block.line, text: block.inline, blank: block.inline === '' }, ...block.lines]) {
    if (line.blank) continue;
    const [day] = daysWithin(line.text);
    if (!day || line.text.trim().length > 40) continue;
    const own = block.lines.find((one) => one.from === line.from) ?? block.line;
    reading.day('datedOn', day.day, { lines: [own], raw: day.raw });
  }
  readTop(
    reading,
    block.lines.filter((line) => !reading.isTaken(line)),
  );
}

/** A register number may go on over the end of the line (003:21-22); its parts are one text. */
function readRegisterNumber(reading: Reading, block: Block): void {
  const lines: Line[] = [];
  const beside = block.match?.[1] ?? block.inline;
  const words = beside === '' ? [] : [beside];
  for (const line of block.lines) {
    if (line.blank && words.length === 0) continue;
    if (line.blank || (words.length > 0 && !/^[\d\s./A-ZÅÄÖ-]+$/.test(line.text))) break;
    words.push(line.text.trim());
    lines.push(line);
  }
  if (words.length > 0)
    reading.text('registerNumber', words.join(' '), { lines: [block.line, ...lines], raw: words.join('\n') });
  readTop(
    reading,
    block.lines.filter((line) => !reading.isTaken(line)),
  );
}

function readSummary(reading: Reading, block: Block): void {
  keepText(reading, 'summary', block.lines, { text: block.line.text.trim(), line: block.line });
  for (const paragraph of paragraphsOf(block.lines)) keepOutcomes(reading, paragraph);
}

function readGoals(reading: Reading, block: Block): void {
  const paragraphs = paragraphsOf(block.lines);
  for (const paragraph of paragraphs.filter(({ bullet }) => bullet))
    reading.text(`goals.${reading.countOf('goals') + 1}.text`, paragraph.text, {
      lines: paragraph.lines,
      raw: paragraph.text,
    });
  asText('goals')(reading, block);
}

function readResults(reading: Reading, block: Block): void {
  asText('results')(reading, block);
  for (const paragraph of paragraphsOf(block.lines)) keepOutcomes(reading, paragraph);
}

function readTargets(reach: 'direct' | 'indirect') {
  return (reading: Reading, { lines, inline, line }: Block): void => {
    const first = inline === '' ? [] : [{ text: inline, lines: [line] }];
    for (const { text, lines: own } of [...first, ...paragraphsOf(lines)]) {
      // `Kohderyhmä: 52 osallistujaa, joista 50 työtöntä` is an indicator.
      if (/^(?:noin )?\d/.test(text) && keepIndicator(reading, text, own)) continue;
      keepTargetGroup(reading, text, reach, own);
    }
  };
}

function readActions(reading: Reading, block: Block): void {
  const paragraphs = paragraphsOf(block.lines);
  if (paragraphs.length > 0)
    keepText(reading, 'actions', block.lines, { text: block.line.text.trim(), line: block.line });
  for (const paragraph of paragraphs) keepOutcomes(reading, paragraph);
}

/** What the plan says of all its packages: `työpakettien 2 ja 3 toteutuksessa` binds 2 and 3 to package 1. */
function readWhole(reading: Reading, blocks: readonly Block[]): void {
  const intro = blocks.find(({ rule }) => rule.key === 'actions');
  for (const paragraph of paragraphsOf(intro?.lines ?? [])) {
    for (const sentence of sentencesIn(paragraph.text)) {
      const first = /työpaket\p{L}* (\d{1,2})(?::n)? /iu.exec(sentence)?.[1];
      const others = /työpakettien ((?:\d{1,2}(?:, | ja )?)+)/iu.exec(sentence)?.[1];
      if (!first || !others || !/käyte|toteutuksessa|edelly|kriitti/i.test(sentence)) continue;
      for (const code of others.match(/\d+/g) ?? [])
        if (code !== first && reading.valueOf(`workPackages.${code}.code`) !== undefined)
          keepNeed(reading, `workPackages.${code}`, first, { lines: paragraph.lines, raw: sentence });
    }
  }
}

const breakdown = String.raw`(?:,?\s+(?:joista|varav)\s+(\S.*?))?`;
const targetLine = new RegExp(
  String.raw`^(?:[^\d]{0,60}?)(?:^|\s)(${numberPattern})\s+(\p{L}+)${breakdown}\.?$`,
  'iu',
);
const targetAfter = new RegExp(
  String.raw`^(\p{L}[^:.\d]{3,80}?)[:\s]\s*(?:\b(noin|n\.|cirka)\s)?(${numberPattern})(?: (?:kpl|henkilöä|st))?${breakdown}\.?$`,
  'iu',
);
const partOfTarget = new RegExp(String.raw`^(${numberPattern})\s+(\p{L}.*)$`, 'u');

/** `Kohderyhmä 52 osallistujaa, joista 50 työtöntä.` and `Osallistuvia yrityksiä 90.` */
export function readIndicators(reading: Reading, block: Block): void {
  for (const paragraph of paragraphsOf(block.lines.flatMap((line) => [line, { ...line, blank: true }]))) {
    for (const sentence of sentencesIn(paragraph.text)) keepIndicator(reading, sentence, paragraph.lines);
  }
  const left = block.lines.filter((line) => !line.blank && !reading.isTaken(line));
  for (const paragraph of paragraphsOf(left)) {
    keepOutcomes(reading, paragraph);
    keepText(reading, 'other', paragraph.lines);
  }
}

function keepIndicator(reading: Reading, sentence: string, lines: readonly Line[]): boolean {
  const path = `indicators.${reading.countOf('indicators') + 1}`;
  const place = { lines, raw: sentence };
  const after = targetAfter.exec(sentence);
  if (after) {
    reading.text(`${path}.name`, after[1]!.trim(), place);
    keepCount(reading, `${path}.planned`, after[3]!, { lines, raw: after[3]! }, { qualifier: after[2] });
    keepBreakdown(reading, path, after[4], lines);
    return true;
  }
  const before = targetLine.exec(sentence);
  if (!before) return false;
  reading.text(`${path}.name`, before[2]!, place);
  keepCount(reading, `${path}.planned`, before[1]!, { lines, raw: before[1]! });
  keepBreakdown(reading, path, before[3], lines);
  return true;
}

/** `joista 200 työllistä ja 40 työtöntä`: the parts of a target (F-11). */
function keepBreakdown(
  reading: Reading,
  path: string,
  text: string | undefined,
  lines: readonly Line[],
): void {
  for (const part of text?.split(/,\s+|\s+(?:ja|sekä|och)\s+/) ?? []) {
    const [, amount, label] = partOfTarget.exec(part.trim()) ?? [];
    if (!amount || !label) continue;
    const item = `${path}.breakdown.${reading.countOf(`${path}.breakdown`) + 1}`;
    reading.text(`${item}.label`, label, { lines, raw: label });
    keepCount(reading, `${item}.planned`, amount, { lines, raw: amount });
  }
}

/** A table of costs or of funding with its columns by their headers; the sum row apart from its parts. */
export function readMoneyTable(name: 'costs' | 'funding') {
  const usual =
    name === 'costs'
      ? (['requested', 'approved', 'rejected'] as const)
      : (['requested', 'approved', 'share'] as const);
  return (reading: Reading, { lines }: Block): void => {
    const there = unfolded(lines.filter((line) => !line.blank));
    const header = headerOf(there, (cell) => columnOf(cell) !== undefined);
    const named = header?.cells.map(columnOf);
    const columns =
      named && named.filter(Boolean).length > 0 ? named.slice(named[0] === undefined ? 1 : 0) : [...usual];
    const rows = numberRows(
      header ? there.filter((line) => !header.lines.includes(line)) : there,
      columns.length,
    );
    keepTable(reading, name, header, rows);
    // A table on one line is understood when each of its rows was.
    reading.take(
      lines.filter((line) => {
        const parts = there.filter((one) => one.from === line.from);
        const read = [...(header?.lines ?? []), ...rows.flatMap((row) => row.lines)];
        return parts.length > 1 && parts.every((part) => read.includes(part));
      }),
    );
    for (const row of rows) keepMoneyRow(reading, name, row, columns);
  };
}

function keepMoneyRow(
  reading: Reading,
  name: 'costs' | 'funding',
  row: Row,
  columns: readonly ('requested' | 'approved' | 'rejected' | 'share' | undefined)[],
): void {
  const printed = row.cells[0] ?? '';
  const isTotal = /yhteensä|nettokustannu|kokonaiskustann|totalt|nettokostnad/i.test(printed);
  const path = isTotal ? `${name}Total` : `${name}.${reading.countOf(name) + 1}`;
  reading.text(`${path}.label`, printed.replace(/^\d{1,2}\.? (?=\D)/, ''), cellPlace(row, printed));
  columns.forEach((column, at) => {
    const cell = row.cells[at + 1] ?? null;
    if (column === 'share') keepShare(reading, `${path}.share`, cell ?? '', cellPlace(row, cell));
    else if (column) keepCents(reading, `${path}.${column}`, cell ?? '', cellPlace(row, cell));
  });
}

/** Bodies that handled the application, each with its day; on a line of its own or over two. */
function readProceedings(reading: Reading, { lines }: Block): void {
  for (const paragraph of paragraphsOf(lines)) {
    if (keepProceeding(reading, paragraph.text, paragraph.lines)) continue;
    const left = paragraph.lines.filter((line) => !keepProceeding(reading, line.text.trim(), [line]));
    if (left.length > 0) keepText(reading, 'other', left);
  }
}

function keepProceeding(reading: Reading, text: string, lines: readonly Line[]): boolean {
  const [day, more] = daysWithin(text);
  const body = day ? text.slice(0, day.at).replace(/[\s,:–-]+$/, '') : '';
  if (!day || more || body === '' || body.length > 160 || text.length > day.at + day.raw.length + 2)
    return false;
  const path = `proceedings.${reading.countOf('proceedings') + 1}`;
  reading.text(`${path}.body`, body, { lines, raw: text });
  reading.day(`${path}.on`, day.day, { lines, raw: day.raw });
  return true;
}

/** Each sentence of the reasons is one thing to answer. */
function readReasons(reading: Reading, { lines }: Block): void {
  for (const paragraph of paragraphsOf(lines)) {
    for (const sentence of sentencesIn(paragraph.text))
      reading.text(`reasons.${reading.countOf('reasons') + 1}`, sentence, {
        lines: paragraph.lines,
        raw: sentence,
      });
  }
}
